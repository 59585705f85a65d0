"""Tables of reports, as text and as Markdown. Every rate is shown with its n and 95 % interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table

from nightschool.types import EvaluationReport, Rate, Verdict

ORDER = ("policy", "policy_champion", "policy_base", "chooser", "search", "candidate", "champion", "base", "hints")
"""Arms in tables: what is used first, then what stands beside it; others follow as they come."""
SURE = ("dev", "shadow", "frozen", "domains")
"""Suites whose sure koans are counted."""
COUNTS = ("sure and right", "compiles", "answers", "unscored", "tokens", "seconds")
"""Columns behind the suites: of all suites but retention; compiles and answers are those a koan."""

SUMMED = f"(sure and right: of {', '.join(SURE)} together)"


def show_rate(rate: Rate) -> str:
    """`12/30 = 40.0% [24.6, 57.7]`; a rate of nothing is a dash."""
    if rate.value is None:
        return "-"
    return f"{rate.passed}/{rate.n} = {rate.value:.1%} [{100 * rate.low:.1f}, {100 * rate.high:.1f}]"


def show_short(rate: Rate) -> str:
    """`12/30 [25,58]`: the interval in percent; a rate of nothing is a dash."""
    return "-" if rate.value is None else f"{rate.passed}/{rate.n} [{100 * rate.low:.0f},{100 * rate.high:.0f}]"


def by_arm(reports: Iterable[EvaluationReport]) -> dict[str, dict[str, EvaluationReport]]:
    """Reports by arm, in the order of tables, and suite."""
    found: dict[str, dict[str, EvaluationReport]] = {}
    for report in reports:
        found.setdefault(report.arm, {})[report.suite] = report
    place = {arm: n for n, arm in enumerate(ORDER)}
    return dict(sorted(found.items(), key=lambda one: place.get(one[0], len(ORDER))))


def counts_of(found: Mapping[str, EvaluationReport]) -> list[str]:
    """The columns COUNTS of one arm."""
    told = [report for suite, report in found.items() if suite in SURE]
    koans, sure = sum(len(report.attempts) for report in told), sum(report.counts["sure"] for report in told)
    each = (sum(report.counts[name] for report in told) for name in ("compiles", "answers"))
    unscored, tokens = (sum(getattr(report, name) for report in found.values()) for name in ("unscored", "tokens"))
    seconds = sum(report.seconds for report in found.values())
    right = f"{sum(report.counts['sure_passed'] for report in told)}/{sure}" if sure else "-"
    return [right, *(f"{n / koans:.1f}" if koans else "-" for n in each), str(unscored), str(tokens), f"{seconds:.0f}"]


def arms_rows(reports: Iterable[EvaluationReport], suites: Sequence[str]) -> list[list[str]]:
    """One row an arm, one column a suite, then what it was sure of and what it cost."""
    return [
        [arm, *(show_rate(found[s].rate) if s in found else "-" for s in suites), *counts_of(found)]
        for arm, found in by_arm(reports).items()
    ]


def arms_lines(reports: Sequence[EvaluationReport], suites: Sequence[str], width: int) -> list[str]:
    """Tables of plain text that fit so many columns: pass rates (in two where the suites are too many), then what arms
    were sure of and what they cost."""
    arms = by_arm(reports)
    costs = [[arm, *counts_of(found)] for arm, found in arms.items()]
    return [*_rates(arms, suites, width), "", *aligned([["a koan, sums", *COUNTS], *costs]), SUMMED]


def _rates(arms: Mapping[str, Mapping[str, EvaluationReport]], suites: Sequence[str], width: int) -> list[str]:
    """As many suites as fit, and the rest below them."""
    for count in range(len(suites), 0, -1):
        cells = [
            [a, *(show_short(found[s].rate) if s in found else "-" for s in suites[:count])]
            for a, found in arms.items()
        ]
        lines = aligned([["passed/n [95 %]", *suites[:count]], *cells])
        if count == 1 or max(map(len, lines)) <= width:
            return [*lines, *(["", *_rates(arms, suites[count:], width)] if suites[count:] else [])]
    return []


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines, each column as wide as its widest cell, two blanks between."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def evaluation_table(report: EvaluationReport) -> Table:
    """One report: overall, by family, by error code, the verdicts, what the arm was sure of and what it cost."""
    label = "" if report.certified else " (suite NOT certified)"
    table = Table(title=f"{report.arm} on {report.suite}{label}")
    table.add_column("slice")
    table.add_column("passed/n = rate [95 %]")
    table.add_row("all", show_rate(report.rate))
    for groups in (report.by_family, report.by_code):
        table.add_section()
        for name, rate in sorted(groups.items()):
            table.add_row(name, show_rate(rate))
    table.add_section()
    for verdict, count in verdict_counts(report).items():
        table.add_row(verdict, str(count))
    table.add_section()
    for name, count in report.counts.items():
        table.add_row(name.replace("_", " and "), str(count))
    return table


def samples_table(arm: str, koans: int, pass_at: Mapping[int, float]) -> Table:
    """pass@k by k, as a mean over koans."""
    table = Table("k", "pass@k", title=f"{arm}: chance that one of k samples passes, mean over {koans} koans")
    for k, value in pass_at.items():
        table.add_row(str(k), f"{value:.1%}")
    return table


def verdict_counts(report: EvaluationReport) -> dict[str, int]:
    """How many attempts got each verdict, all six listed."""
    return {verdict.value: sum(a.verdict is verdict for a in report.attempts) for verdict in Verdict}


def markdown(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    return (
        "\n".join(
            [
                *lines,
                *(
                    "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
                    for row in rows
                ),
            ]
        )
        + "\n"
    )
