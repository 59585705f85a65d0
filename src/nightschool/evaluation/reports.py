"""Evaluation reports as JSON files.

Covered: atomic writing, reading with every field checked, and that the rate is the one its attempts give.
Not covered: tables and pictures (`nightschool.report`).
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from nightschool.errors import IntegrityError
from nightschool.files import write_json
from nightschool.metrics import rate
from nightschool.types import EvaluationReport

SCHEMA = 2
"""Version of the file's layout; raised when a field changes its meaning."""


def write_report(path: Path, report: EvaluationReport) -> None:
    """Write the report; the file is whole or not there."""
    write_json(path, {"schema": SCHEMA, **report.to_json()})


def read_report(path: Path) -> EvaluationReport:
    """Read a report. Raises IntegrityError for a file that is missing, damaged or contradicts itself."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        schema = data.pop("schema", None)
    except (OSError, ValueError, AttributeError) as error:
        raise IntegrityError(f"{str(path)!r} is no evaluation report: {error}. {_AGAIN}") from error
    if schema != SCHEMA:
        raise IntegrityError(f"{str(path)!r} has report schema {schema!r}, this version reads {SCHEMA}. {_AGAIN}")
    try:
        report = TypeAdapter(EvaluationReport).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise IntegrityError(f"{str(path)!r} is damaged at {where}: {first['msg']}. {_AGAIN}") from error
    counted = rate(report.attempts)
    if (counted.passed, counted.n) != (report.rate.passed, report.rate.n):
        raise IntegrityError(
            f"{str(path)!r} claims {report.rate.passed} of {report.rate.n}, its attempts give "
            f"{counted.passed} of {counted.n}. {_AGAIN}"
        )
    return report


_AGAIN = "Measure again with `nightschool evaluate`."
