"""A judged answer as a trace of MLflow: its spans, its assessments and an id that depends on nothing but what it says.

Covered: seconds of each stage where the arm timed it (`answer_parts`), tokens where it counted them. Not covered: who
may read code: whoever makes a `TracedAnswer` leaves out what its suite keeps closed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from nightschool.files import digest_text
from nightschool.tracking.answer_parts import Part, parts, seconds, told
from nightschool.tracking.scorers import assessed
from nightschool.types import Stage, Unchosen

ROOT = "answer"


@dataclass(frozen=True, slots=True)
class TracedAnswer:
    """One answer to one koan; texts are empty where the suite is closed. Nothing in it comes from a test."""

    koan: str
    family: str
    code: str
    """Primary error code of the broken program."""
    verdict: str
    compiles: int
    answers: int
    """Answers that a model gave."""
    tokens: int
    """Tokens generated."""
    seconds: float
    sure: bool | None
    finding: str = ""
    """What the judge said, as reports tell it."""
    choice: str = ""
    """Who proposed the chosen program, and of how many it was the first."""
    broken: str = ""
    diagnostic: str = ""
    program: str = ""
    """The chosen program."""
    said: str = ""
    """What a model said, where that is not the program."""
    stages: tuple[Stage, ...] = ()
    """What was timed, in order."""
    unchosen: tuple[Unchosen, ...] = ()

    def inputs(self, suite: str) -> dict[str, Any]:
        """The same for a koan of a suite in every night and for every arm: by this MLflow finds answers to compare."""
        return told(koan=self.koan, suite=suite, broken=self.broken, diagnostic=self.diagnostic)

    def outputs(self) -> dict[str, Any]:
        """What the arm answered and what became of it; what the scorers read."""
        return {
            "verdict": self.verdict, "family": self.family, "code": self.code, "compiles": self.compiles,
            **told(program=self.program, finding=self.finding),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """Answers of one arm on one suite, and the evaluation run that they belong to."""

    arm: str
    suite: str
    experiment: str
    run_id: str
    at_ns: int
    """When they were given, nanoseconds since 1970."""


def trace_id(sheet: Sheet, answer: TracedAnswer) -> str:
    """Equal for the same answer of the same run, so that writing it twice makes one trace."""
    return f"tr-{digest_text(sheet.run_id, json.dumps(asdict(answer), sort_keys=True))[:32]}"


def trace_info(sheet: Sheet, answer: TracedAnswer) -> Any:
    """MLflow's head of the trace with its assessments."""
    from mlflow.entities import TraceInfo, TraceLocation, TraceState

    known = trace_id(sheet, answer)
    return TraceInfo(
        trace_id=known, trace_location=TraceLocation.from_experiment_id(sheet.experiment),
        request_time=sheet.at_ns // 1_000_000, execution_duration=round(seconds(answer) * 1000), state=TraceState.OK,
        request_preview=f"{answer.koan} {answer.code}", response_preview=answer.verdict,
        tags={
            "mlflow.traceName": f"{sheet.arm} on {sheet.suite}", "mlflow.trace.spansLocation": "TRACKING_STORE",
            "arm": sheet.arm, "suite": sheet.suite, "koan": answer.koan,
        },
        assessments=assessed(known, _span_id(known, ROOT), sheet.run_id, answer.outputs()),
    )  # fmt: skip


def spans(sheet: Sheet, answer: TracedAnswer) -> list[Any]:
    """MLflow's spans of the answer, the root first."""
    root = Part(ROOT, "AGENT", 0.0, seconds(answer), answer.inputs(sheet.suite), answer.outputs())
    known = trace_id(sheet, answer)
    return [_span(sheet, known, one) for one in (root, *parts(answer))]


def _span(sheet: Sheet, known: str, part: Part) -> Any:
    from mlflow.entities.span import Span

    attributes = {"mlflow.traceRequestId": known, "mlflow.experimentId": sheet.experiment, "mlflow.spanType": part.kind}
    facts = attributes | told(**{"mlflow.spanInputs": part.given or None, "mlflow.spanOutputs": part.gave or None})
    start = sheet.at_ns + round(part.start_s * 1e9)
    # With its prefix: 32 hex digits alone are taken for base64, and another trace would come of it.
    return Span.from_dict({
        "trace_id": known, "span_id": _span_id(known, part.name), "name": part.name,
        "parent_span_id": None if part.name == ROOT else _span_id(known, ROOT),
        "start_time_unix_nano": start, "end_time_unix_nano": start + round(part.seconds * 1e9),
        "status": {"code": "STATUS_CODE_OK", "message": ""}, "events": [],
        "attributes": {key: json.dumps(value) for key, value in facts.items()},
    })  # fmt: skip


def _span_id(known: str, name: str) -> str:
    """16 hex digits."""
    return digest_text(known, name)[:16]
