"""Where new broken programs come from, in rounds: the base model, and mutation operators.

A text that fails with the intended code is `written`; one that compiles is broken by an operator of the pattern
(`varied`); operators also break the corpus's own repairs (`mutated`). Covered: fair turns over patterns that still
want rows, one seed a round. Not covered: when to stop, novelty, answers (`learning.synthesis`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from nightschool.config import Config
from nightschool.curriculum.selection import turns
from nightschool.curriculum.synthesised import Cell, is_written, planted, prompts, written_program
from nightschool.learning.broken import Broken, Compiler, Funnel, intended
from nightschool.learning.lots import LOT
from nightschool.modeling.generation import Decoding, Request, generate
from nightschool.modeling.loading import Loaded
from nightschool.types import Program, Row, Verdict

ROUND = LOT
"""Programs asked for, or planted, in a round."""
WINDOW = 32
"""Corpus rows that are broken together, so that patterns whose operators seldom apply have their turn among them."""
TEMPERATURE = 0.8
"""Of writing and answering. The paper writes at 0.9 with top-p 0.6; our sampler has no top-p."""
TOKENS = 160
"""Most tokens of a written program."""

Open = Callable[[], Sequence[Cell]]
"""Patterns that still want rows, asked anew each round."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What writing needs."""

    config: Config
    judge: Compiler
    funnel: Funnel
    open: Open
    seed: int


def written(bench: Bench, base: Loaded, cells: Sequence[Cell]) -> Iterator[list[Broken]]:
    """Rounds of what the base model writes from two examples."""
    queues = {cell.pattern: prompts(cell, bench.seed) for cell in cells}
    asked: Counter[str] = Counter()
    for number in count():
        turn = next_turn(bench.open(), asked)
        requests = [Request(next(queues[cell.pattern]), TOKENS, is_written) for cell in turn]
        decoding = Decoding(bench.config.answer.batch_size, TEMPERATURE, bench.seed * 7_919 + number)
        texts = [written_program(one.text) for one in generate(base, requests, decoding)]
        bench.funnel.add("written", "written", len(turn))
        yield from_texts(bench, [(cell, text) for cell, text in zip(turn, texts, strict=True) if text])


def next_turn(cells: Sequence[Cell], asked: Counter[str]) -> list[Cell]:
    """Who is asked in a round: again and again the pattern that was asked least, counted in `asked`."""
    turn: list[Cell] = []
    for _ in range(ROUND):
        turn.append(min(cells, key=lambda cell: asked[cell.pattern]))
        asked[turn[-1].pattern] += 1
    return turn


def from_texts(bench: Bench, texts: Sequence[tuple[Cell, str]]) -> list[Broken]:
    """What fails is taken as written; what compiles is broken by an operator of its pattern, if one applies."""
    bench.funnel.add("written", "parsed", len(texts))
    judged = bench.judge.compile([Program(text, edition=cell.edition) for cell, text in texts]) if texts else []
    found: list[Broken] = []
    for (cell, text), judgement in zip(texts, judged, strict=True):
        if judgement.verdict is Verdict.NOT_COMPILED:
            found.append(Broken(cell, text, "written"))
        elif judgement.verdict is Verdict.PASSED:
            found += [Broken(cell, program, "varied") for program in planted(text, cell)[:1]]
    bench.funnel.add("varied", "parsed", sum(one.route == "varied" for one in found))
    return intended(bench.judge, found, bench.funnel)


def mutated(bench: Bench, rows: Sequence[Row]) -> Iterator[list[Broken]]:
    """Rounds of mutants of the corpus's repairs, patterns by turns, one a row and pattern, until rows are used up."""
    shuffled = list(rows)
    random.Random(bench.seed).shuffle(shuffled)
    for start in range(0, len(shuffled), WINDOW):
        queue = _mutants(shuffled[start : start + WINDOW], bench.open())
        for first in range(0, len(queue), ROUND):
            wanted = bench.open()
            batch = [one for one in queue[first : first + ROUND] if one.cell in wanted]
            bench.funnel.add("mutated", "parsed", len(batch))
            yield intended(bench.judge, batch, bench.funnel)


def _mutants(rows: Sequence[Row], cells: Sequence[Cell]) -> list[Broken]:
    found = [Broken(cell, text, "mutated") for row in rows for cell in cells for text in planted(row.fixed, cell)[:1]]
    return list(turns(found, lambda one: one.cell.pattern))
