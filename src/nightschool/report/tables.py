"""Tables of reports, for a terminal and for Markdown. Every rate is shown with its n and 95 % interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table

from nightschool.types import EvaluationReport, Rate, Verdict


def show_rate(rate: Rate) -> str:
    """`12/30 = 40.0% [24.6, 57.7]`; a rate of nothing is a dash."""
    if rate.value is None:
        return "-"
    return f"{rate.passed}/{rate.n} = {rate.value:.1%} [{100 * rate.low:.1f}, {100 * rate.high:.1f}]"


def arms_rows(reports: Iterable[EvaluationReport], suites: Sequence[str]) -> list[list[str]]:
    """One row an arm, one column a suite, then unscored koans, tokens and seconds over all suites."""
    by_arm: dict[str, dict[str, EvaluationReport]] = {}
    for report in reports:
        by_arm.setdefault(report.arm, {})[report.suite] = report
    rows = []
    for arm, found in by_arm.items():
        rates = [show_rate(found[s].rate) if s in found else "-" for s in suites]
        unscored = sum(r.unscored for r in found.values())
        tokens, seconds = sum(r.tokens for r in found.values()), sum(r.seconds for r in found.values())
        rows.append([arm, *rates, str(unscored), str(tokens), f"{seconds:.0f}"])
    return rows


def arms_table(reports: Iterable[EvaluationReport], suites: Sequence[str]) -> Table:
    """`arms_rows` as a terminal table."""
    table = Table(title="Arms: passed/n = rate [95 % Wilson interval]")
    for header in ("arm", *suites, "unscored", "tokens", "seconds"):
        table.add_column(header)
    for row in arms_rows(reports, suites):
        table.add_row(*row)
    return table


def evaluation_table(report: EvaluationReport) -> Table:
    """One report: overall, by family, by error code, and the verdicts counted."""
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
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"
