"""Coverage: which examined skills the corpus has enough examples of.

A skill is a cell (primary error code, edit pattern), computed from the code of koan and row. A cell is
covered when at least m distinct programs of the corpus lie in it; programs that differ in names, literals
and layout only are one. Covered: share of cells, of error codes and of koans, missing cells by koan.
Not covered: whether the model learnt the skill. Source: docs/architecture.md, "Overlap is two numbers".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nightschool.errors import UsageError
from nightschool.rust.canonical import alpha
from nightschool.rust.edits import edit_pattern
from nightschool.types import Koan, Row


@dataclass(frozen=True, slots=True)
class Cell:
    """One examined skill."""

    code: str
    """Primary error code."""
    pattern: str
    """Edit pattern; empty for a cell of error codes alone."""
    koans: tuple[str, ...]
    """Ids of the koans that examine it."""
    programs: int
    """Distinct programs of the corpus in it."""
    covered: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a suite a corpus covers."""

    cells: tuple[Cell, ...]
    """By (code, edit pattern), the least covered first."""
    codes: tuple[Cell, ...]
    """By error code alone."""
    m: int
    """Distinct programs that make a cell covered."""
    rows: int

    @property
    def share(self) -> float:
        """Share of the (code, edit pattern) cells that are covered."""
        return _share(self.cells)

    @property
    def code_share(self) -> float:
        """Share of the error codes that are covered."""
        return _share(self.codes)

    @property
    def koan_share(self) -> float:
        """Share of the koans whose cell is covered."""
        total = sum(len(cell.koans) for cell in self.cells)
        return sum(len(cell.koans) for cell in self.cells if cell.covered) / total

    @property
    def missing(self) -> tuple[Cell, ...]:
        """Cells that are not covered."""
        return tuple(cell for cell in self.cells if not cell.covered)

    def to_json(self) -> dict[str, Any]:
        """Plain dict, the three shares included."""
        shares = {"share": self.share, "code_share": self.code_share, "koan_share": self.koan_share}
        return {**shares, **asdict(self)}


def coverage(rows: Sequence[Row], koans: Sequence[Koan], m: int) -> Coverage:
    """Cells examined by `koans` and how many distinct programs of `rows` each has.

    Raises UsageError without koans: a share of nothing is not a number.
    """
    if not koans:
        raise UsageError("Coverage needs at least one koan to be covered; the suite is empty.")
    examined = defaultdict(list)
    for koan in koans:
        examined[_primary(koan), edit_pattern(koan.broken, koan.fixed)].append(koan.id)
    by_code: dict[str, set[str]] = defaultdict(set)
    by_cell: dict[tuple[str, str], set[str]] = defaultdict(set)
    codes = {code for code, _ in examined}
    for row in rows:
        if row.error_code in codes:
            program = alpha(row.broken)
            by_code[row.error_code].add(program)
            by_cell[row.error_code, edit_pattern(row.broken, row.fixed)].add(program)
    cells = [_cell(key, ids, by_cell[key], m) for key, ids in examined.items()]
    code_cells = [
        _cell((code, ""), (id_ for key, ids in examined.items() if key[0] == code for id_ in ids), by_code[code], m)
        for code in codes
    ]
    return Coverage(_ordered(cells), _ordered(code_cells), m, len(rows))


def _primary(koan: Koan) -> str:
    return koan.error_codes[0] if koan.error_codes else ""


def _cell(key: tuple[str, str], koans: Iterable[str], programs: set[str], m: int) -> Cell:
    return Cell(*key, tuple(sorted(koans)), len(programs), len(programs) >= m)


def _ordered(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: (cell.covered, cell.programs, cell.code, cell.pattern)))


def _share(cells: Sequence[Cell]) -> float:
    return sum(cell.covered for cell in cells) / len(cells)
