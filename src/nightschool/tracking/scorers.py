"""What the judge found of an answer, as scorers of `mlflow.genai`: `mlflow.genai.evaluate` takes them too.

Covered: deterministic facts that stand in an answer's trace. Not covered: judging; the verdict is the judge's, and no
model is asked for an opinion. `publish` calls them itself: `evaluate` writes and reads each trace by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from nightschool.files import digest_text
from nightschool.types import Verdict

JUDGE = "nightschool judge"
"""Source of the assessments."""


@lru_cache(maxsize=1)
def answer_scorers() -> tuple[Any, ...]:
    """`passed`, `verdict`, `family`, `code` and `compiles` of an answer's outputs."""
    from mlflow.genai import scorer

    def passed(outputs: Mapping[str, Any]) -> bool | None:
        """Whether the hidden tests passed; nothing where the answer could not be judged."""
        return None if outputs["verdict"] == Verdict.UNSCORED else outputs["verdict"] == Verdict.PASSED

    def verdict(outputs: Mapping[str, Any]) -> str:
        return str(outputs["verdict"])

    def family(outputs: Mapping[str, Any]) -> str:
        return str(outputs["family"])

    def code(outputs: Mapping[str, Any]) -> str:
        return str(outputs["code"])

    def compiles(outputs: Mapping[str, Any]) -> int:
        """Programs compiled to find the answer."""
        return int(outputs["compiles"])

    return tuple(map(scorer, (passed, verdict, family, code, compiles)))


def assessed(trace_id: str, span_id: str, run_id: str, outputs: Mapping[str, Any]) -> list[Any]:
    """An answer's assessments, each with an id of its own that is the same whenever it is written."""
    from mlflow.entities import AssessmentSource, Feedback

    source, metadata = AssessmentSource("CODE", JUDGE), {"mlflow.assessment.sourceRunId": run_id}
    found = {one.name: one(outputs=outputs) for one in answer_scorers()}
    made = [
        Feedback(
            name=name, value=value, source=source, metadata=dict(metadata), trace_id=trace_id, span_id=span_id,
            rationale=outputs.get("finding") if name == "verdict" else None,
        )
        for name, value in found.items() if value not in (None, "")
    ]  # fmt: skip
    for one in made:
        one.assessment_id = f"a-{digest_text(trace_id, one.name)[:32]}"
    return made
