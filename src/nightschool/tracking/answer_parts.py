"""What an answer's trace shows below its root: one part a stage, one after the other.

Covered: stages in the order in which they were worked on, `compile` and its like numbered from the second on; answers
whose stages were not timed, as points that hold what is known. Not covered: MLflow's form of it (`answers`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nightschool.types import Stage, Unchosen

if TYPE_CHECKING:
    from nightschool.tracking.answers import TracedAnswer

KINDS = {
    "prompt": "PARSER", "diagnose": "PARSER", "propose": "RETRIEVER", "compile": "TOOL", "choose": "RERANKER",
    "ask": "LLM", "tests": "EVALUATOR",
}  # fmt: skip
"""MLflow's type of each part."""
COUNTS = {
    "diagnose": "programs", "propose": "proposals", "compile": "programs compiled", "choose": "candidates",
    "ask": "answers of a model",
}  # fmt: skip
"""What a stage's count is of."""


@dataclass(frozen=True, slots=True)
class Part:
    """One span below the root."""

    name: str
    kind: str
    start_s: float
    """After the root's start."""
    seconds: float
    given: dict[str, Any]
    gave: dict[str, Any]


def parts(answer: TracedAnswer) -> Iterator[Part]:
    """The parts in order; names are unique."""
    stages = _whole(answer.stages or _untimed(answer))
    last = {stage.name: place for place, stage in enumerate(stages)}
    seen: Counter[str] = Counter()
    at = 0.0
    for place, stage in enumerate(stages):
        name = "prompt" if not place else "ask" if stage.name == "model" else stage.name
        seen[name] += 1
        gave = ({COUNTS[name]: stage.count} if name in COUNTS else {}) | (
            _gave(answer, name) if place == last[stage.name] or name == "prompt" else {}
        )
        given = told(broken=answer.broken) if name == "prompt" else {}
        yield Part(f"{name} {seen[name]}" if seen[name] > 1 else name, KINDS[name], at, stage.seconds, given, gave)
        at += stage.seconds


def seconds(answer: TracedAnswer) -> float:
    """The whole answer's: of its stages where they were timed, else what its arm says."""
    return sum(stage.seconds for stage in answer.stages) or answer.seconds


def _whole(stages: Sequence[Stage]) -> list[Stage]:
    """With what every answer has, as points where it was not timed: a prompt in front, the judge at the end."""
    asked = [] if stages and stages[0].name == "diagnose" else [Stage("diagnose", 0.0, 1)]
    judged = [] if stages and stages[-1].name == "tests" else [Stage("tests", 0.0, 1)]
    return [*asked, *stages, *judged]


def _untimed(answer: TracedAnswer) -> tuple[Stage, ...]:
    """Stages of which no seconds are known."""
    asked = (Stage("model", 0.0, answer.answers),) if answer.answers else ()
    compiled = (Stage("compile", 0.0, answer.compiles),) if answer.compiles else ()
    chosen = (Stage("choose", 0.0, 1 + len(answer.unchosen)),) if answer.choice else ()
    return (*asked, *compiled, *chosen)


def _gave(answer: TracedAnswer, name: str) -> dict[str, Any]:
    """What the last part of a name has besides its count."""
    if name == "prompt":
        return told(diagnostic=answer.diagnostic)
    if name == "ask":
        return told(**{"tokens generated": answer.tokens, "said": answer.said})
    if name == "choose":
        others = list(map(_other, answer.unchosen))
        chosen = told(choice=answer.choice, sure=answer.sure, program=answer.program)
        return chosen | ({"compiled, not chosen": others} if others else {})
    return told(verdict=answer.verdict, finding=answer.finding) if name == "tests" else {}


def _other(one: Unchosen) -> dict[str, Any]:
    return told(**{"place": one.place, "by": one.by, "does otherwise": one.differs, "diff": one.diff})


def told(**facts: Any) -> dict[str, Any]:
    """What is known: neither None nor an empty text."""
    return {name: fact for name, fact in facts.items() if fact not in (None, "")}
