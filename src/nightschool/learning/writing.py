"""Where new broken programs come from, in rounds: the base model, and mutation operators.

A text that fails with the intended code is `written`, or `seeded` if the model was shown a mutant to vary; one that
compiles is broken by an operator of the pattern (`varied`); operators also break the corpus's own repairs (`mutated`).
Covered: fair turns over patterns that still
want rows, one seed a round. Not covered: when to stop, novelty, answers (`learning.synthesis`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

from nightschool.config import Config
from nightschool.curriculum.selection import turns
from nightschool.curriculum.synthesised import (
    Cell,
    is_written,
    planted,
    prompts,
    seeded_prompts,
    seeds_for,
    written_program,
)
from nightschool.learning.broken import Broken, Compiler, Funnel, intended
from nightschool.learning.lots import LOT
from nightschool.modeling.generation import Decoding, Request, generate
from nightschool.modeling.loading import Loaded
from nightschool.types import Program, Route, Row, Verdict

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


def written(bench: Bench, base: Loaded, cells: Sequence[Cell], seeds: Sequence[Broken] = ()) -> Iterator[list[Broken]]:
    """Rounds of what the base model writes from two examples, of which one may be a mutant among `seeds`."""
    queues = {cell.pattern: questions(cell, seeds, bench.seed, place) for place, cell in enumerate(cells)}
    asked: Counter[str] = Counter()
    for number in count():
        turn = [(cell, *next(queues[cell.pattern])) for cell in next_turn(bench.open(), asked)]
        requests = [Request(prompt, TOKENS, is_written) for _, _, prompt in turn]
        decoding = Decoding(bench.config.answer.batch_size, TEMPERATURE, bench.seed * 7_919 + number)
        texts = [written_program(one.text) for one in generate(base, requests, decoding)]
        for _, route, _ in turn:
            bench.funnel.add(route, "written")
        found = [Broken(cell, text, route) for (cell, route, _), text in zip(turn, texts, strict=True) if text]
        yield from_texts(bench, found)


def questions(cell: Cell, seeds: Sequence[Broken], seed: int, place: int) -> Iterator[tuple[Route, str]]:
    """By turns a prompt of corpus rows and one with a mutant, if the pattern has one; it comes first in every other."""
    plain: Iterator[tuple[Route, str]] = (("written", prompt) for prompt in prompts(cell, seed))
    mutants = seeds_for(cell, [one.program for one in seeds if one.cell == cell])
    if not mutants:
        return plain
    seeded: Iterator[tuple[Route, str]] = (("seeded", prompt) for prompt in seeded_prompts(cell, mutants, seed))
    both = (seeded, plain) if place % 2 else (plain, seeded)
    return chain.from_iterable(zip(*both, strict=True))


def next_turn(cells: Sequence[Cell], asked: Counter[str]) -> list[Cell]:
    """Who is asked in a round: again and again the pattern that was asked least, counted in `asked`."""
    turn: list[Cell] = []
    for _ in range(ROUND):
        turn.append(min(cells, key=lambda cell: asked[cell.pattern]))
        asked[turn[-1].pattern] += 1
    return turn


def from_texts(bench: Bench, texts: Sequence[Broken]) -> list[Broken]:
    """What fails is taken as it is; what compiles is broken by an operator of its pattern, if one applies."""
    for one in texts:
        bench.funnel.add(one.route, "parsed")
    judged = bench.judge.compile([Program(one.program, edition=one.cell.edition) for one in texts]) if texts else []
    found: list[Broken] = []
    for one, judgement in zip(texts, judged, strict=True):
        if judgement.verdict is Verdict.NOT_COMPILED:
            found.append(one)
        elif judgement.verdict is Verdict.PASSED:
            found += [Broken(one.cell, program, "varied") for program in planted(one.program, one.cell)[:1]]
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
