"""The night's report: verdict, what failed, arms, what learning adds and decided, every check, where to look.

Covered: text within 100 columns, Markdown. Not covered: the page and JSON (`writing`), what is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any

from nightschool.decisions import CHAMPION, POLICY, paired
from nightschool.report.changes import reference_of
from nightschool.report.contribution import contributions
from nightschool.report.cost import cost
from nightschool.report.koan_history import over_nights, picture_rows
from nightschool.report.outcomes import outcomes
from nightschool.report.plain import plain
from nightschool.report.tables import COUNTS, SUMMED, aligned, arms_lines, arms_rows, markdown
from nightschool.report.taught import cut_off, taught
from nightschool.report.why import why_registered
from nightschool.report.yields import YIELD_HEADERS, yield_rows
from nightschool.types import EvaluationReport, PhaseResult, Sitting

SUITES = ("frozen", "domains", "own", "dev", "shadow", "retention")
ASKED_FOR = "own"
"""Shown only where it was measured: most machines hold no workspace out."""
WIDTH = 100
"""Characters of a line of the text report; paths and names that are longer stay whole."""
LONGEST = 8000
"""Characters of a line that hold no blank to wrap it at; what is behind them is counted and left out."""


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
    """The policies of all nights on the suites that stay the same, oldest first."""
    watts: float = 65.0
    """Assumed power, for the energy that is told."""
    composition: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Rows of the corpus by source, family and error code."""
    stopped: Mapping[str, str] = field(default_factory=dict)
    """The setting that ended training, with its value, by learning phase that the clock cut off."""

    def history(self) -> dict[str, list[Sitting]]:
        """The sittings by suite."""
        return {suite: found for suite in SUITES if (found := [one for one in self.sittings if one.suite == suite])}

    def suites(self) -> tuple[str, ...]:
        """Suites of the tables, in their order."""
        measured = {report.suite for report in self.reports}
        return tuple(suite for suite in SUITES if suite != ASKED_FOR or suite in measured)


def verdict(night: Night) -> str:
    """Registered or promoted, and why; not enough evidence; refused, with the number of reasons; or not reached."""
    if not night.decision:
        done = ", ".join(night.results) or "nothing"
        return f"Cycle {night.cycle}: the gate was not reached (finished: {done})."
    if night.decision["outcome"] == "passed":
        version = night.results["register"].metrics.get("version") if "register" in night.results else None
        why = why_registered(night.decision, night.reports, version, "promote" in night.results)
        return f"Cycle {night.cycle}: {why}"
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
    kept = "The night as a page: artifacts, `report/report.html`. Data Docs: artifacts of their phase, `docs`."
    lines = [verdict(night), "", *failed, "", kept, "", *places]
    return "\n".join(plain(line, LONGEST).replace("<", "&lt;") for line in lines)


def _champion(night: Night) -> str:
    measured = any(report.arm == CHAMPION for report in night.reports)
    return "the champion stays" if measured else "there is no champion yet"


def notes_of(night: Night) -> dict[str, str]:
    """What is said of the examination, and what the last night changed."""
    changed = {f"nights on {suite}": over_nights(one) for suite, one in night.history().items()}
    return {**night.notes, **changed}


def clock_of(night: Night) -> list[str]:
    """Where the clock ended training, one line a phase."""
    return cut_off(taught(night.results, night.composition, night.stopped))


def price(results: Mapping[str, PhaseResult], reports: Sequence[EvaluationReport], watts: float) -> str:
    """What a net koan on dev cost in a night; says so where the policy was not compared on dev.

    Attempts are read of reports on dev only.
    """
    arms = {report.arm: report for report in reports if report.suite == "dev"}
    before, after = arms.get(reference_of(arms.values())), arms.get(POLICY)
    if before is None or after is None or before.suite_digest != after.suite_digest:
        return "not known: the policy was not compared on dev"
    pair = paired(before, after)
    return str(cost(results, reports, watts, len(pair.fixed), len(pair.lost)))


def as_text(night: Night) -> str:
    """`report.txt`: failed checks first, then the arms, what learning adds, and everything else."""
    checks = night.decision.get("checks", ())
    lines = [*_wrapped([verdict(night), *(_line(check) for check in checks if not check["ok"])])]
    if night.reports:
        lines += ["", *arms_lines(night.reports, night.suites(), WIDTH), ""]
    told = {**contributions(night.reports, SUITES), **outcomes(night.results)}
    lines += _wrapped(f"{name}: {note}" for name, note in told.items())
    lines += _wrapped(clock_of(night))
    if "synthesise" in night.results:
        rows = [[row[0].partition(":")[0], *row[1:]] for row in yield_rows(night.results["synthesise"].metrics)]
        lines += ["", "Rehearsal: programs that came through each filter", *aligned([list(YIELD_HEADERS), *rows]), ""]
    lines += _wrapped(f"{name}: {note}" for name, note in notes_of(night).items())
    lines += _wrapped(_line(check) for check in checks if check["ok"])
    lines += _wrapped(
        [*([night.power] if night.power else []), f"cost: {price(night.results, night.reports, night.watts)}"]
    )
    lines += [f"{name}: {place}" for name, place in night.places.items()]
    return "\n".join(plain(line, LONGEST) for line in lines) + "\n"


def _wrapped(lines: Iterable[str]) -> list[str]:
    """Lines of at most WIDTH characters, what is left of one indented."""
    fill = {"subsequent_indent": "    ", "break_long_words": False, "break_on_hyphens": False}
    return [part for line in lines for part in wrap(line, WIDTH, **fill)]  # type: ignore[arg-type]


def as_markdown(night: Night) -> str:
    """`report.md`."""
    failed = [f"- {_line(check)}\n" for check in night.decision.get("checks", ()) if not check["ok"]]
    parts = [f"# Night School report\n\n{verdict(night)}\n\n", *failed]
    if night.reports:
        parts += [
            "\n## Arms\n\n",
            markdown(("arm", *night.suites(), *COUNTS), arms_rows(night.reports, night.suites())),
            f"\n{SUMMED}\n",
            "\n![arms](arms.png)\n",
        ]
    if added := contributions(night.reports, SUITES):
        parts += ["\n## What learning adds\n\n", *(f"- {name}: {told}\n" for name, told in added.items())]
    if decided := outcomes(night.results):
        parts += ["\n## Learning, decided on dev\n\n", *(f"- {phase}: {told}\n" for phase, told in decided.items())]
        parts += [f"- {told}\n" for told in clock_of(night)]
    if "synthesise" in night.results:
        rows = yield_rows(night.results["synthesise"].metrics)
        parts += ["\n## Rehearsal: programs that came through each filter\n\n", markdown(YIELD_HEADERS, rows)]
    if notes := notes_of(night):
        parts += ["\n## Examination\n\n", *(f"- {name}: {note}\n" for name, note in notes.items())]
    parts += [
        f"\n![nights on {suite}](nights-{suite}.png)\n" for suite, one in night.history().items() if picture_rows(one)
    ]
    if night.decision:
        parts.append("\n## Gate\n\n")
        parts.append(markdown(("check", "ok", "observed", "wanted"), map(_cells, night.decision["checks"])))
    parts += [f"\n{night.power}\n"] if night.power else []
    parts.append(f"\n## Cost\n\n{price(night.results, night.reports, night.watts)}\n")
    phases = [
        [r.phase, r.outcome or "done", "reused" if r.reused else "made", f"{r.seconds:.0f}", r.key]
        for r in night.results.values()
    ]
    parts += ["\n## Phases\n\n", markdown(("phase", "outcome", "result", "seconds", "key"), phases)]
    parts += ["\n## Where to look\n\n", *(f"- {name}: {place}\n" for name, place in night.places.items())]
    # Nothing here is HTML of ours: what looks like a tag was written by a model or a user.
    return "\n".join(plain(line, LONGEST) for line in "".join(parts).replace("<", "&lt;").split("\n"))


def _line(check: Mapping[str, Any]) -> str:
    return f"{'ok  ' if check['ok'] else 'FAIL'} {check['name']}: {check['observed']} (wanted: {check['wanted']})"


def _cells(check: Mapping[str, Any]) -> list[str]:
    return [
        str(check["name"]),
        "yes" if check["ok"] else "**no**",
        str(check["observed"]),
        str(check["wanted"]),
    ]
