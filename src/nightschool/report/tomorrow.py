"""What tomorrow's night needs, told from what tonight's checks saw. Pure; advice, no decision reads it.

Covered: one sentence a cause with the values it rests on and, where there is one, the command; the next three commands.
Not covered: doing any of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nightschool.decisions import CHAMPION
from nightschool.report.taught import cut_off

PAGE = ("nightschool report --output night.html", "the whole night as a page")
"""What the page itself leaves out."""
MOST_KOANS = 2000
"""More koans than a night can examine; a better candidate is then the shorter way."""
SMALLEST = 5
"""Koans that a family needs before its rate is told."""
CAUSES = (
    (" complete", "Not every koan was scored, so nothing can pass: see what ended the judge.", "nightschool doctor"),
    (" certified", "A suite is not sound: certify it before the next night.", "nightschool certify koans/frozen"),
    ("same suite", "Arms were measured on different koans: run the night again.", "make cycle"),
    ("corpus valid", "The corpus failed its expectations: see the Data Docs of `validate_corpus`.", ""),
    ("coverage", "The corpus covers too few examined cells: add lessons or raise `curriculum.rows`.", ""),
    ("leakage", "Rows hold examined koans: take their source out.", ""),
    ("does no harm", "The adapter made the policy worse: train for fewer steps or at a lower learning rate.", ""),
    ("sure and right", "The policy was wrong where it was sure: the chooser needs more lists of searched rows.", ""),
)
"""A part of a check's name, what its failing asks for, and a command; other checks speak for themselves."""


def tomorrow(told: Mapping[str, Any]) -> list[dict[str, str]]:
    """Needs, the gate's first, from a night's document (`report.document`)."""
    if told["verdict"] == "not_reached":
        return [_need("The gate was not reached: run it again, finished phases are found.", "make cycle")]
    needs = [need for check in told["failed"] if (need := _of_check(check))]
    return _once([*_evidence(told["failed"]), *needs, *_weakest(told), *_idle(told)])


def next_commands(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Three commands and what each is for."""
    version = told.get("version")
    if told["verdict"] == "not_reached":
        return [
            ("make cycle", "goes on from the finished phases"),
            ("nightschool doctor", "what this machine lacks"),
            ("make up", "Airflow's page: clear the failed task"),
        ]
    if version is None:
        return [
            PAGE,
            ("nightschool history", "this night beside the others"),
            ("make up", "Airflow and MLflow"),
        ]
    if told.get("promoted"):
        before = "" if told.get("reference") == CHAMPION else "--version none "
        return [
            ("nightschool fix src/lib.rs", "use the new champion"),
            PAGE,
            (f'nightschool rollback {before}--reason "..."', "if it turns out worse"),
        ]
    return [
        (f"nightschool evidence {version}", "what speaks for it"),
        (f'nightschool promote {version} --reason "..."', "make it champion"),
        PAGE,
    ]


def _of_check(check: Mapping[str, Any]) -> dict[str, str] | None:
    name = str(check["check"])
    for part, what, command in CAUSES:
        if part in name:
            return _need(f"{what} ({name}: {check['value']})", command)
    if name.endswith("no worse"):
        return _need(f"Look at what was lost in {name.removesuffix(' no worse')}: {check['value']}.")
    if check.get("koans"):
        return None  # `_evidence` tells it
    return _need(f"{name[:1].upper()}{name[1:]}: {check['value']}, wanted {check['wanted']}.")


def _evidence(failed: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """How many koans would settle what is not decided."""
    koans = max((int(check.get("koans", 0)) for check in failed), default=0)
    if not koans:
        return []
    if koans <= MOST_KOANS:
        more = f"nightschool cycle --set curriculum.shadow_koans={koans}"
        return [_need(f"The gain may be real: {koans} shadow koans would settle it.", more)]
    return [_need(f"So small a gain needs {koans} shadow koans to be seen: only a better candidate helps.")]


def _weakest(told: Mapping[str, Any]) -> list[dict[str, str]]:
    """The family that the policy passes least on the suite of the evidence, with the rows that taught it."""
    change = next((one for one in told["changed"] if one["suite"] == "shadow"), None)
    families = [one for one in change["families"] if one["n"] >= SMALLEST] if change else []
    if not families:
        return []
    worst = min(families, key=lambda one: one["after"] / one["n"])
    if worst["after"] == worst["n"]:
        return []
    rows = told["taught"]["by"].get("family", {}).get(worst["name"])
    taught = "" if rows is None else f"; {rows} of {told['taught']['rows']} rows taught it"
    return [_need(f"The weakest family on shadow is {worst['name']}: {worst['after']}/{worst['n']} passed{taught}.")]


def _idle(told: Mapping[str, Any]) -> list[dict[str, str]]:
    """Whether training moved nothing that the chooser does not find by itself."""
    added = str(told["added"].get("the adapter adds to the chooser on dev", ""))
    if ": 0 won, 0 lost" not in added:
        return []
    if cut := cut_off(told["taught"]):
        longer = "raise {}, or use a quieter machine, before anything else"
        setting = cut[0].partition(" stopped at ")[2].partition("=")[0]
        return [_need(f"Training changed no dev koan ({added}); {'; '.join(cut)}: {longer.format(setting)}.")]
    return [_need(f"Training changed no dev koan ({added}): it needs rows that search leaves open, or a larger model.")]


def _need(what: str, command: str = "") -> dict[str, str]:
    return {"what": what, "command": command}


def _once(needs: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Each command's need once, in order."""
    return list({one["command"] or one["what"]: one for one in reversed(needs)}.values())[::-1]
