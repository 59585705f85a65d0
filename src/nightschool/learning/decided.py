"""Pairs that developers have decided on, in the words of the model, beside those that search made.

Covered: rustc asked again about all three programs (the diagnostic is tonight's), answers that can be written in the
format and are nearly as long as one another, the largest share of a night's pairs. Not covered: where they come from
(`curriculum.decided`), leaks, which are looked for in all pairs alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nightschool.curriculum.decided import DecidedPair
from nightschool.koans import refuse_unscored
from nightschool.learning.attempts import Judge, Tried
from nightschool.learning.pairs import balanced, comparable, paired
from nightschool.modeling.answers import AnswerFormat
from nightschool.rust.rendering import render
from nightschool.types import Judgement, PreferencePair, Program, Row, Verdict


def decided_pairs(
    decided: Sequence[DecidedPair], judge: Judge, form: AnswerFormat, count: Callable[[str], int]
) -> list[PreferencePair]:
    """Those that hold, in order; `count` counts a text's tokens. SandboxUnavailableError if one went unjudged."""
    before = judge.judge([Program(one.broken, None, one.broken, one.edition) for one in decided])
    right, wrong = (
        judge.judge([Program(text, None, one.broken, one.edition) for one, text in zip(decided, texts, strict=True)])
        for texts in ([one.chosen for one in decided], [one.rejected for one in decided])
    )
    refuse_unscored((*before, *right, *wrong), "decided pairs")
    answers = [
        (_tried(one, said, one.chosen, form, count), _tried(one, said, one.rejected, form, count))
        for one, said, good, bad in zip(decided, before, right, wrong, strict=True)
        if _fails_so(one, said) and good.verdict is bad.verdict is Verdict.PASSED
    ]
    names = {one.id: one.decided for one in decided}
    return [
        paired(chosen, rejected, names[chosen.row.id])
        for chosen, rejected in answers
        if chosen.text and rejected.text and comparable(chosen, rejected)
    ]


def _fails_so(one: DecidedPair, said: Judgement) -> bool:
    return said.verdict is Verdict.NOT_COMPILED and said.primary_name == one.error_code


def _tried(one: DecidedPair, said: Judgement, program: str, form: AnswerFormat, count: Callable[[str], int]) -> Tried:
    diagnostic = render(said.diagnostics, one.broken)
    row = Row(
        one.id, "decided", "", one.pattern, one.error_code, one.broken, one.chosen, diagnostic, one.decided,
        f"episode-{one.episode}", None, one.edition,
    )  # fmt: skip
    text = form.target(one.broken, program) or ""
    return Tried(row, text, count(text), program, Verdict.PASSED)


def joined(
    decided: Sequence[PreferencePair], searched: Sequence[PreferencePair], share: float, code_share: float
) -> list[PreferencePair]:
    """Both, balanced over codes; of all that are left at most `share` are decided ones, the first of them."""
    most = len(decided) if share >= 1 else min(len(decided), int(share / (1 - share) * len(searched) + 1e-9))
    own = {one.id for one in decided}
    for number in range(most, 0, -1):
        kept = balanced([*decided[:number], *searched], code_share)
        if sum(one.id in own for one in kept) <= share * len(kept) + 1e-9:
            return kept
    return balanced(searched, code_share)
