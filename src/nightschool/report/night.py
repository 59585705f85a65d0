"""The night's report: verdict, arms, what learning decided and rehearsal made, every check of the gate, where to look.

Text, Markdown and pictures.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from nightschool.decisions import paired
from nightschool.report.contribution import contribution
from nightschool.report.cost import cost
from nightschool.report.koan_history import draw_history, moves
from nightschool.report.outcomes import outcomes
from nightschool.report.pictures import draw_arms, draw_groups
from nightschool.report.tables import COUNTS, arms_rows, arms_table, markdown
from nightschool.report.yields import YIELD_HEADERS, yield_rows, yield_table
from nightschool.types import EvaluationReport, PhaseResult, Sitting

SUITES = ("frozen", "domains", "dev", "shadow", "retention")
HEADERS = ("arm", *SUITES, *COUNTS)
WIDTH = 200
"""Characters of a line of the text report, enough for the table of arms."""


@dataclass(frozen=True)
class Night:
    """What one cycle found; missing parts (a cycle that failed early) are empty."""

    cycle: str
    results: Mapping[str, PhaseResult]
    reports: Sequence[EvaluationReport]
    decision: Mapping[str, Any]
    """The gate's decision as JSON; empty if it was never reached."""
    bar: float
    places: Mapping[str, str]
    """Where to look next: name to path or address."""
    power: str = ""
    """What the night could have detected; empty before the first look at shadow."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What the examination says of itself: whether frozen was opened, what is unstable, what was sampled."""
    sittings: Sequence[Sitting] = ()
    """The candidates of all nights on the suites that stay the same, oldest first."""

    def history(self) -> dict[str, list[Sitting]]:
        """The sittings by suite."""
        return {suite: found for suite in SUITES if (found := [one for one in self.sittings if one.suite == suite])}

    watts: float = 65.0
    """Assumed power, for the energy that is told."""


def write_night(folder: Path, night: Night) -> None:
    """Write report.txt, report.md, arms.png, candidate-<suite>.png and nights-<suite>.png."""
    (folder / "report.txt").write_text(_text(night), encoding="utf-8")
    (folder / "report.md").write_text(_markdown(night), encoding="utf-8")
    if night.reports:
        draw_arms(folder / "arms.png", night.reports, SUITES, night.bar)
    for report in night.reports:
        if report.arm == "candidate":
            draw_groups(folder / f"candidate-{report.suite}.png", report)
    for suite, sittings in night.history().items():
        draw_history(folder / f"nights-{suite}.png", sittings, f"candidates on {suite}")


def verdict(night: Night) -> str:
    """One sentence: registered, promoted, not enough evidence, refused with the number of reasons, or not reached."""
    if not night.decision:
        done = ", ".join(night.results) or "nothing"
        return f"Cycle {night.cycle}: the gate was not reached (finished: {done})."
    if night.decision["outcome"] == "passed":
        done = "registered and promoted to champion" if "promote" in night.results else "registered as challenger"
        return f"Cycle {night.cycle}: passed the gate, {done}."
    if night.decision["outcome"] == "not_enough_evidence":
        needed = int(night.decision["evidence"].get("koans_needed", 0))
        settle = f"; {needed} koans would settle it" if needed else ""
        return f"Cycle {night.cycle}: not enough evidence to register{settle}; {_champion(night)}."
    refusals = [check for check in night.decision["checks"] if not check["ok"]]
    reasons = f"{len(refusals)} reason{'s' if len(refusals) != 1 else ''}"
    return f"Cycle {night.cycle}: refused for {reasons}; {_champion(night)}."


def note(night: Night) -> str:
    """What stands on the night's page before anything else, in Markdown: verdict, failed checks, where to look."""
    failed = [f"- {_line(check)}" for check in night.decision.get("checks", ()) if not check["ok"]]
    places = [f"- {name}: `{place}`" for name, place in night.places.items()]
    kept = "Report and pictures: artifacts, `report`. Data Docs: artifacts of their phase, `docs`."
    return "\n".join([verdict(night), "", *failed, "", kept, "", *places])


def _champion(night: Night) -> str:
    measured = any(report.arm == "champion" for report in night.reports)
    return "the champion stays" if measured else "there is no champion yet"


def _notes(night: Night) -> dict[str, str]:
    """What is said of the examination, what training adds, then what the last night changed."""
    added = {f"added on {suite}": told for suite in SUITES if (told := contribution(night.reports, suite))}
    changed = {f"nights on {suite}": f"{len(one)} nights; {moves(one)}" for suite, one in night.history().items()}
    return {**night.notes, **added, **changed}


def price(night: Night) -> str:
    """What a net koan on dev cost tonight; says so where the candidate was not compared on dev."""
    arms = {report.arm: report for report in night.reports if report.suite == "dev"}
    before, after = arms.get("champion", arms.get("base")), arms.get("candidate")
    if before is None or after is None or before.suite_digest != after.suite_digest:
        return "not known: the candidate was not compared on dev"
    pair = paired(before, after)
    return str(cost(night.results, night.reports, night.watts, len(pair.fixed), len(pair.lost)))


def _text(night: Night) -> str:
    console = Console(file=io.StringIO(), width=WIDTH, force_terminal=False)
    console.print(verdict(night), style="bold")
    if night.reports:
        console.print(arms_table(night.reports, SUITES))
    if "synthesise" in night.results:
        console.print(yield_table(night.results["synthesise"].metrics))
    for name, note in {**outcomes(night.results), **_notes(night)}.items():
        console.print(f"{name}: {note}", markup=False, highlight=False, soft_wrap=True)
    for check in night.decision.get("checks", ()):
        console.print(_line(check), markup=False, highlight=False, soft_wrap=True)
    if night.power:
        console.print(night.power, markup=False, highlight=False, soft_wrap=True)
    console.print(f"cost: {price(night)}", markup=False, highlight=False, soft_wrap=True)
    for name, place in night.places.items():
        console.print(f"{name}: {place}", markup=False, highlight=False, soft_wrap=True)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


def _markdown(night: Night) -> str:
    parts = [f"# Night School report\n\n{verdict(night)}\n"]
    if night.reports:
        parts += [
            "\n## Arms\n\n",
            markdown(HEADERS, arms_rows(night.reports, SUITES)),
            "\n![arms](arms.png)\n",
        ]
    if decided := outcomes(night.results):
        parts += ["\n## Learning, decided on dev\n\n", *(f"- {phase}: {told}\n" for phase, told in decided.items())]
    if "synthesise" in night.results:
        rows = yield_rows(night.results["synthesise"].metrics)
        parts += ["\n## Rehearsal: programs that came through each filter\n\n", markdown(YIELD_HEADERS, rows)]
    if notes := _notes(night):
        parts += ["\n## Examination\n\n", *(f"- {name}: {note}\n" for name, note in notes.items())]
    parts += [f"\n![nights on {suite}](nights-{suite}.png)\n" for suite in night.history()]
    if night.decision:
        parts.append("\n## Gate\n\n")
        parts.append(markdown(("check", "ok", "observed", "wanted"), map(_cells, night.decision["checks"])))
    parts += [f"\n{night.power}\n"] if night.power else []
    parts.append(f"\n## Cost\n\n{price(night)}\n")
    phases = [[r.phase, r.outcome, "reused" if r.reused else "made", r.key] for r in night.results.values()]
    parts += ["\n## Phases\n\n", markdown(("phase", "outcome", "result", "key"), phases)]
    parts += ["\n## Where to look\n\n", *(f"- {name}: {place}\n" for name, place in night.places.items())]
    return "".join(parts)


def _line(check: Mapping[str, Any]) -> str:
    return f"{'ok  ' if check['ok'] else 'FAIL'} {check['name']}: {check['observed']} (wanted: {check['wanted']})"


def _cells(check: Mapping[str, Any]) -> list[str]:
    return [
        str(check["name"]),
        "yes" if check["ok"] else "**no**",
        str(check["observed"]),
        str(check["wanted"]),
    ]
