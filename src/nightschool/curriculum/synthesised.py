"""The source `synthesised`, its pure parts: what the base model is shown, and how its text becomes programs.

Covered: which patterns are rehearsed, two-example prompts from verified rows (every ordered pair once, in seeded
order) or from a row and a mutant to vary, cutting one program out of the text, and breaking a program that compiles
with a mutation operator of the pattern. Not covered: asking models and rustc (`learning.synthesis`). Source: SSR,
Huang et al. 2024 (arXiv 2403.01244); there the model writes inputs and outputs, here rustc writes the diagnostic.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle, permutations, product

from nightschool.curriculum.mutation.engine import Mutant, mutants
from nightschool.curriculum.mutation.operator import OPERATORS
from nightschool.types import Row

DEMONSTRATIONS = 20
"""Rows of a pattern that are shown, two at a time: 380 ordered pairs."""
LINES = range(3, 41)
"""Lines of a program that is kept."""
FENCE = "```"


@dataclass(frozen=True, slots=True)
class Cell:
    """A pattern to rehearse, with the error code and edition that most of its rows have."""

    family: str
    pattern: str
    error_code: str
    edition: str
    shown: tuple[Row, ...]
    """Demonstrations."""


def rehearsed_cells(rows: Sequence[Row], passed: Collection[str], seed: int) -> list[Cell]:
    """Every pattern with rows to show: those the latest model has passed first, then by number of rows."""
    by_pattern: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_pattern[row.pattern].append(row)
    order = sorted(by_pattern, key=lambda pattern: (pattern not in passed, -len(by_pattern[pattern]), pattern))
    cells = (_cell(by_pattern[pattern], seed) for pattern in order)
    return [cell for cell in cells if len(cell.shown) > 1]


def _cell(rows: Sequence[Row], seed: int) -> Cell:
    (((code, edition), _),) = Counter((row.error_code, row.edition) for row in rows).most_common(1)
    same = [row for row in rows if (row.error_code, row.edition) == (code, edition)]
    short = sorted(same, key=lambda row: (len(row.broken), row.id))[: max(DEMONSTRATIONS, len(same) // 2)]
    shown = random.Random(seed).sample(short, min(DEMONSTRATIONS, len(short)))
    return Cell(same[0].family, same[0].pattern, code, edition, tuple(shown))


def prompts(cell: Cell, seed: int) -> Iterator[str]:
    """Prompts without end: all ordered pairs of demonstrations in seeded order, then again."""
    return _prompts(cell, list(permutations((row.broken for row in cell.shown), 2)), seed)


def seeded_prompts(cell: Cell, mutants: Sequence[str], seed: int) -> Iterator[str]:
    """Prompts without end whose second program, the one to go on from, is a mutant; the first is a demonstration."""
    return _prompts(cell, list(product((row.broken for row in cell.shown), mutants)), seed)


def seeds_for(cell: Cell, mutants: Sequence[str]) -> list[str]:
    """Mutants no longer than the longest demonstration: a prompt with one costs no more than without."""
    longest = max(len(row.broken) for row in cell.shown)
    return [mutant for mutant in mutants if len(mutant) <= longest]


def _prompts(cell: Cell, pairs: list[tuple[str, str]], seed: int) -> Iterator[str]:
    random.Random(f"{seed}|{cell.pattern}").shuffle(pairs)
    return (_prompt(cell, pair) for pair in cycle(pairs))


def _prompt(cell: Cell, pair: Sequence[str]) -> str:
    title = f"Different Rust programs that rustc rejects with error {cell.error_code} ({cell.pattern})."
    shown = [f"Program {number}:\n{FENCE}rust\n{code.rstrip()}\n{FENCE}" for number, code in enumerate(pair, start=1)]
    return "\n\n".join([title, *shown, f"Program {len(pair) + 1}:\n{FENCE}rust\n"])


def is_written(text: str) -> bool:
    """Whether the model has closed its program: what follows is not wanted."""
    return FENCE in text


def written_program(text: str) -> str | None:
    """The program in front of the closing fence; None for text that was cut off or is no such program."""
    code, fence, _ = text.partition(FENCE)
    program = code.strip("\n")
    if not fence or len(program.split("\n")) not in LINES or "fn " not in program:
        return None
    return program + "\n"


def planted(source: str, cell: Cell) -> list[str]:
    """Ways to break a program that compiles by an operator meant to provoke this pattern."""
    wanted = {name for name, operator in OPERATORS.items() if (cell.error_code, cell.pattern) in operator.outcomes}
    wanted |= {cell.pattern} & OPERATORS.keys()
    return [mutant.broken for mutant in _mutants(source) if mutant.operator in wanted] if wanted else []


@lru_cache(maxsize=64)
def _mutants(source: str) -> tuple[Mutant, ...]:
    """All of a program's mutants: every pattern looks among the same ones."""
    return tuple(mutants(source))
