"""What came of expectations, made readable: name, observed value, first offending rows.

Covered: reading the JSON form of a Great Expectations result. Not covered: running anything; `validation` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_NAMED = 5
"""Offending rows named in a message."""
LONGEST = 300
"""Characters of one reason."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one expectation."""

    expectation: str
    column: str
    success: bool
    warning: bool
    """A failure is reported and does not stop anything."""
    observed: str
    """The observed value or the number of offending rows, for a person."""
    offenders: tuple[str, ...]
    """First offending rows, as `id: value`."""

    def __str__(self) -> str:
        where = f"({self.column})" if self.column else ""
        first = "".join(f"\n    {offender}" for offender in self.offenders)
        return f"{self.expectation}{where}: {self.observed}{first}"


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of one suite of expectations."""

    success: bool
    warnings: tuple[str, ...]
    results: tuple[Finding, ...]
    docs_index: Path
    """First page of the Data Docs."""


def read_finding(item: Mapping[str, Any]) -> Finding:
    """One GX result, made readable."""
    setup, result = item["expectation_config"], item.get("result") or {}
    kwargs = setup["kwargs"]
    raised = (item.get("exception_info") or {}).get("exception_message")
    return Finding(
        expectation=setup["type"],
        column=str(kwargs.get("column") or ""),
        success=bool(item["success"]),
        warning=setup.get("severity") == "warning",
        observed=f"could not be evaluated: {raised}" if raised else _observed(result),
        offenders=tuple(_offenders(result, str(kwargs.get("column") or ""))),
    )


def refusals(items: Sequence[Mapping[str, Any]]) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Why each row that an expectation names is refused, by id; and what failed without naming a row."""
    refused: dict[str, list[str]] = {}
    general = []
    for item in items:
        rows = (item.get("result") or {}).get("unexpected_index_list") or []
        setup = item["expectation_config"]
        column = setup["kwargs"].get("column")
        if not item["success"] and not rows:
            general.append(read_finding(item))
        for row in rows:
            refused.setdefault(str(row["id"]), []).append(f"{setup['type']}: {row.get(column)}"[:LONGEST])
    return {id_: "; ".join(texts) for id_, texts in refused.items()}, tuple(general)


def _observed(result: Mapping[str, Any]) -> str:
    if "unexpected_count" in result:
        return f"{result['unexpected_count']} of {result.get('element_count')} rows"
    wanted = (result.get("details") or {}).get("wanted")
    return f"observed {result.get('observed_value')}" + (f", wanted {wanted}" if wanted is not None else "")


def _offenders(result: Mapping[str, Any], column: str) -> list[str]:
    named = (result.get("details") or {}).get("offenders") or []
    rows = result.get("unexpected_index_list") or []
    named = named or [f"{row.get('id')}: {str(row.get(column))[:120]}" for row in rows]
    more = [f"... and {len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    return [*named[:MOST_NAMED], *more]
