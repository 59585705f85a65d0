"""Judging together must be the same as judging one by one: verdicts, codes, and the rendered diagnostics."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from nightschool.rust import Judge, render
from nightschool.rust.lexer import tokenize
from nightschool.types import Judgement, Program

from .seeds import BROKEN, GOOD

MUTANTS = 160


def mutants(count: int, seed: int = 11) -> Iterator[Program]:
    """Seeds with tokens dropped, doubled, swapped or borrowed from elsewhere."""
    chance = random.Random(seed)
    pool = [source for source in [*GOOD.values(), *BROKEN.values()] if source]
    for _ in range(count):
        source = chance.choice(pool)
        for _ in range(chance.choice((1, 1, 2))):
            source = mutate(source, chance)
        yield Program(source, edition=chance.choice(("2018", "2021", "2021", "2021", "2024")))


def mutate(source: str, chance: random.Random) -> str:
    tokens = list(tokenize(source))
    if len(tokens) < 2:
        return source
    one, other = chance.choice(tokens), chance.choice(tokens)
    kind = chance.choice(("drop", "drop", "double", "replace"))
    text = {"drop": "", "double": f"{source[one.start : one.end]} " * 2}.get(kind, source[other.start : other.end])
    return source[: one.start] + text + source[one.end :]


def programs() -> list[Program]:
    seeds = [Program(source) for source in [*GOOD.values(), *BROKEN.values()]]
    editions = [Program(BROKEN[name], edition=year) for name in BROKEN for year in ("2018", "2024")][::5]
    modern = [Program(source, edition="2024") for source in GOOD.values()][::3]
    return [*seeds, *editions, *modern, *mutants(MUTANTS)]


def seen(judgement: Judgement, program: Program) -> tuple[object, ...]:
    return (
        judgement.verdict,
        judgement.primary_code,
        judgement.codes,
        render(judgement.diagnostics, program.source),
        judgement.diagnostics,
    )


@pytest.fixture(scope="module")
def alone(judge: Judge) -> list[Judgement]:
    return judge.compile_each(programs())


def test_a_batch_says_of_every_program_what_rustc_says_of_it_alone(judge: Judge, alone: list[Judgement]) -> None:
    everyone = programs()
    together = judge.compile(everyone)
    different = [
        (seen(a, p)[:4], seen(b, p)[:4], p.source)
        for a, b, p in zip(alone, together, everyone, strict=True)
        if seen(a, p) != seen(b, p)
    ]
    assert different == []


def test_the_company_makes_no_difference(judge: Judge, alone: list[Judgement]) -> None:
    everyone = programs()
    order = list(range(len(everyone)))
    random.Random(3).shuffle(order)
    order = order[::3]  # every third program, next to others than above
    shuffled = judge.compile([everyone[index] for index in order])
    for position, index in enumerate(order):
        assert seen(shuffled[position], everyone[index]) == seen(alone[index], everyone[index])


def test_the_programs_reach_every_phase_of_the_compiler(alone: list[Judgement]) -> None:
    codes = {code for judgement in alone for code in judgement.codes}
    phases = {
        "resolution": {"E0432", "E0433", "E0425", "E0412"},
        "collection": {"E0106", "E0107", "E0046", "E0053", "E0119", "E0117"},
        "types": {"E0308", "E0277", "E0599", "E0282", "E0369"},
        "borrows": {"E0382", "E0499", "E0502", "E0515", "E0597", "E0507", "E0596"},
        "constants": {"E0080"},
    }
    missing = {phase: wanted - codes for phase, wanted in phases.items() if wanted - codes}
    assert missing in ({}, {"resolution": {"E0412"}})
    assert any(not judgement.codes and judgement.diagnostics for judgement in alone)
