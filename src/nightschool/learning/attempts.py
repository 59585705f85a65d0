"""A model's sampled answers to rows, each judged: what rehearsal, preference and rejection sampling are made from.

Covered: the prompt, limits and answer format of evaluation; equal answers to one row judged once; a time limit that
is looked at between chunks of rows. Not covered: greedy measurement of arms (`nightschool.evaluation`).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nightschool.config import AnswerConfig
from nightschool.learning.encoding import answer_limit
from nightschool.modeling.answers import answer_format
from nightschool.modeling.generation import Decoding, Request
from nightschool.modeling.loading import Loaded
from nightschool.modeling.prompts import build_prompt, encode
from nightschool.modeling.served import Served, ask
from nightschool.rust.signatures import in_place
from nightschool.types import Judgement, Program, Row, Verdict

CHUNK = 8
"""Rows answered between two looks at the clock."""


class Judge(Protocol):
    """What attempts need of `nightschool.rust.judge.Judge`."""

    def judge(self, programs: Sequence[Program]) -> list[Judgement]:
        """Forbidden constructs, then compilation, then tests."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One judged answer to one row."""

    row: Row
    text: str
    """The answer as the model wrote it."""
    tokens: int
    program: str
    """The repaired program; empty if the answer is malformed."""
    verdict: Verdict

    @property
    def verified(self) -> bool:
        """The judge found nothing wrong, and where there were no tests, nothing was deleted or redefined."""
        if self.verdict is not Verdict.PASSED or self.row.tests is not None:
            return self.verdict is Verdict.PASSED
        return in_place(self.row.broken, self.row.fixed, self.program, self.row.family)


@dataclass(frozen=True, slots=True)
class Sampling:
    """How answers are drawn."""

    samples: int = 1
    """Answers to each row."""
    temperature: float = 0.0
    """0 is greedy."""
    seed: int = 0
    deadline: float = float("inf")
    """`time.monotonic()` after which no further chunk is begun."""


def attempt(
    loaded: Loaded | Served, judge: Judge, rows: Sequence[Row], answer: AnswerConfig, sampling: Sampling
) -> list[list[Tried]]:
    """The distinct finished answers to each row, in its order; rows after the deadline are not in the result."""
    tried: list[list[Tried]] = []
    for start in range(0, len(rows), CHUNK):
        if time.monotonic() > sampling.deadline:
            break
        chunk = rows[start : start + CHUNK]
        answers = _ask(loaded, chunk, answer, sampling, start)
        tried += judged(judge, chunk, answers, answer)
    return tried


def _ask(
    loaded: Loaded | Served, rows: Sequence[Row], config: AnswerConfig, sampling: Sampling, start: int
) -> list[dict[str, int]]:
    """Distinct finished answers to each row with their tokens; a prompt that is too long is not asked."""
    form = answer_format(config)
    requests: list[Request] = []
    asked: list[int] = []
    for index, row in enumerate(rows):
        prompt = build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form)
        tokens = len(encode(loaded.tokenizer, prompt))
        if tokens <= config.max_prompt_tokens:
            requests += [Request(prompt, answer_limit(config, tokens), form.hopeless)] * sampling.samples
            asked += [index] * sampling.samples
    seed = sampling.seed * 1_009 + start
    written = ask(loaded, requests, Decoding(config.batch_size, sampling.temperature, seed)) if requests else []
    answers: list[dict[str, int]] = [{} for _ in rows]
    for index, one in zip(asked, written, strict=True):
        if one.finished:
            answers[index].setdefault(one.text, one.tokens)
    return answers


def judged(
    judge: Judge, rows: Sequence[Row], answers: Sequence[dict[str, int]], config: AnswerConfig
) -> list[list[Tried]]:
    """Apply and judge each row's answers, text to tokens; malformed ones have not compiled, unscored are left out."""
    form = answer_format(config)
    flat = [(index, text, tokens) for index, texts in enumerate(answers) for text, tokens in texts.items()]
    programs = [form.apply(rows[index].broken, text) for index, text, _ in flat]
    there = [k for k, program in enumerate(programs) if program is not None]
    asked = [_program(rows[flat[k][0]], programs[k] or "") for k in there]
    found = dict(zip(there, judge.judge(asked) if asked else [], strict=True))
    tried: list[list[Tried]] = [[] for _ in rows]
    for k, (index, text, tokens) in enumerate(flat):
        verdict = found[k].verdict if k in found else Verdict.NOT_COMPILED
        if verdict is not Verdict.UNSCORED:
            tried[index].append(Tried(rows[index], text, tokens, programs[k] or "", verdict))
    return tried


def _program(row: Row, source: str) -> Program:
    return Program(source, row.tests, row.broken, row.edition)
