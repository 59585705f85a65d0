"""Tables of reports, for a terminal and for Markdown. Every rate is shown with its n and 95 % interval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table

from nightschool.types import EvaluationReport, Rate, Verdict

COUNTS = ("unscored", "tries", "tokens", "seconds")
"""Columns behind the suites; tries are those a koan."""


def show_rate(rate: Rate) -> str:
    """`12/30 = 40.0% [24.6, 57.7]`; a rate of nothing is a dash."""
    if rate.value is None:
        return "-"
    return f"{rate.passed}/{rate.n} = {rate.value:.1%} [{100 * rate.low:.1f}, {100 * rate.high:.1f}]"


def show_tries(reports: Iterable[EvaluationReport]) -> str:
    """`1.9`, the mean over koans; a dash where tries were not counted."""
    counted = [(report.tries, len(report.attempts)) for report in reports]
    tries, koans = [count for count, _ in counted if count is not None], sum(n for _, n in counted)
    return f"{sum(tries) / koans:.1f}" if koans and len(tries) == len(counted) else "-"


def arms_rows(reports: Iterable[EvaluationReport], suites: Sequence[str]) -> list[list[str]]:
    """One row an arm, one column a suite, then unscored koans, tries a koan, tokens and seconds over all suites."""
    by_arm: dict[str, dict[str, EvaluationReport]] = {}
    for report in reports:
        by_arm.setdefault(report.arm, {})[report.suite] = report
    rows = []
    for arm, found in by_arm.items():
        rates = [show_rate(found[s].rate) if s in found else "-" for s in suites]
        unscored = sum(r.unscored for r in found.values())
        tokens, seconds = sum(r.tokens for r in found.values()), sum(r.seconds for r in found.values())
        rows.append([arm, *rates, str(unscored), show_tries(found.values()), str(tokens), f"{seconds:.0f}"])
    return rows


def arms_table(reports: Iterable[EvaluationReport], suites: Sequence[str]) -> Table:
    """`arms_rows` as a terminal table."""
    table = Table(title="Arms: passed/n = rate [95 % Wilson interval]")
    for header in ("arm", *suites, *COUNTS):
        table.add_column(header)
    for row in arms_rows(reports, suites):
        table.add_row(*row)
    return table


def evaluation_table(report: EvaluationReport) -> Table:
    """One report: overall, by family, by error code, the verdicts and the tries counted; below it, what took part."""
    label = "" if report.certified else " (suite NOT certified)"
    table = Table(title=f"{report.arm} on {report.suite}{label}", caption=_parts(report.context))
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
    if report.tries is not None:
        table.add_section()
        most = report.context.get("most_tries", "1")
        table.add_row("tries", f"{report.tries}, {show_tries([report])} a koan, at most {most}")
    return table


def _parts(context: Mapping[str, str]) -> str | None:
    """`model then suggestions then retrieval, corpus 0123456789ab`, of an arm that is made of others."""
    corpus = f", corpus {context['corpus'][:12]}" if "corpus" in context else ""
    return f"{context['order']}{corpus}" if "order" in context else None


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
