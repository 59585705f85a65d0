"""All nights of this project, one record each: what was tried, what the policy passed, against what, what was decided.

Covered: nights whose gate was not reached; phases' folders that were cleaned away. Not covered: changing anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nightschool.config import Config
from nightschool.decisions import CHAMPION, POLICY, SEARCH
from nightschool.decisions.pairs import pair_scores
from nightschool.files import folder_name
from nightschool.phases.context import Context
from nightschool.report import NOT_REACHED, NightRecord, approach
from nightschool.tracking import KoanHistory, ledger_of
from nightschool.types import Sitting, Verdict

LOOKED_AT = ("frozen", "shadow", "dev")
"""Suites in the order in which one of them stands for the night."""


def nights(config: Config) -> list[NightRecord]:
    """Oldest first."""
    decided, measured = _decided(config), _by_cycle(KoanHistory(config).sittings())
    return [
        _record(config, cycle, decision, measured.get(folder_name(cycle), [])) for cycle, decision in decided.items()
    ]


def _decided(config: Config) -> dict[str, str]:
    """The last decision of each cycle, in the order of their first; then cycles that were published without one."""
    found: dict[str, str] = {}
    for entry in ledger_of(config).entries():
        if entry.event == "gate":
            found[str(entry.data.get("cycle", entry.key))] = str(entry.data["outcome"])
    known = {folder_name(cycle) for cycle in found}
    pointers = sorted((config.var / "cycles").glob("*/publish.json"), key=lambda path: path.stat().st_mtime)
    return found | {path.parent.name: NOT_REACHED for path in pointers if path.parent.name not in known}


def _record(config: Config, cycle: str, decision: str, sittings: Sequence[Sitting]) -> NightRecord:
    results = Context(config, cycle).results()
    version = results["register"].metrics.get("version") if "register" in results else None
    by_arm = {(one.arm, one.suite): one for one in sittings}
    ours = next((by_arm[POLICY, suite] for suite in LOOKED_AT if (POLICY, suite) in by_arm), None)
    suite, scores = (ours.suite, _scores(ours)) if ours else ("", {})
    others = (by_arm.get((arm, suite)) for arm in (CHAMPION, SEARCH))
    theirs = next((one for one in others if one and ours and one.suite_digest == ours.suite_digest), None)
    delta = pair_scores(_scores(theirs), scores) if theirs else None
    return NightRecord(
        cycle, approach(results) if results else "", suite, sum(scores.values()), len(scores),
        theirs.arm if theirs else "", delta, decision, None if version is None else int(version), "promote" in results,
    )  # fmt: skip


def _by_cycle(sittings: Iterable[Sitting]) -> dict[str, list[Sitting]]:
    found: dict[str, list[Sitting]] = {}
    for one in sittings:
        found.setdefault(folder_name(one.cycle), []).append(one)
    return found


def _scores(sitting: Sitting) -> dict[str, bool]:
    return {koan: word == Verdict.PASSED for koan, word in sitting.verdicts.items() if word != Verdict.UNSCORED}
