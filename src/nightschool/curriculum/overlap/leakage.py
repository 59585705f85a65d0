"""Leakage: which rows hold an examined koan, or half of one, in any clothes. Wanted: none.

Every field of a row is compared with broken and fixed code of every koan by the four detectors, on four
kinds of unit:
- the whole program with the whole program;
- piece with piece (functions and methods, types, constants, however wrapped in modules or `impl` blocks or
  surrounded by other code). The koan has leaked if its matched pieces hold at least half of its tokens and
  at least LEAST_MATCHED tokens; pieces below LEAST_EQUAL (equalities) or LEAST_ALIKE (similarities) tokens
  say nothing, since a three-line struct is anybody's;
- raw 8-grams of any text (comments, diagnostic, provenance) with the whole koan, its tests included:
  half of them is leakage, wherever they stand;
- abstract 8-grams of any program with the whole koan, if it has LEAST_ABSTRACT of them: 0.7 of them is
  leakage, so that a renamed koan does not hide between added statements.
The last two thresholds fall to 0.4 and 0.5 for a koan that is unlike all others (`detectors.calibrated`), so that half
of it is found, renamed as well. Not covered: other code of the same meaning.
Source: docs/architecture.md; calibration in `benchmarks/leakage.py`.
"""

from __future__ import annotations

import re
import signal
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache
from multiprocessing import get_context
from typing import Any

from nightschool.curriculum.overlap.detectors import (
    HELD,
    RAW,
    Detector,
    Equals,
    Neighbours,
    calibrated,
    equalities,
    likenesses,
)
from nightschool.rust.canonical import Form, form
from nightschool.types import Koan, Progress, Row

CHUNK = 250
"""Rows compared between two reports of progress."""
LEAST_EQUAL = 12
"""Tokens of the smallest piece that counts when it is equal."""
LEAST_ALIKE = 24
"""Tokens of the smallest piece that counts when it is merely alike."""
LEAST_MATCHED = 40
"""Tokens that matched pieces of one koan must have together."""
LEAST_SHARE = 0.5
"""Share of a koan's piece tokens that must match."""
LEAST_RAW = 16
"""Raw 8-grams a text of a koan must have to be looked for inside other text."""
LEAST_TEXT = 40
"""Characters of the shortest text that could hold half a koan."""
LEAST_ABSTRACT = 64
"""Abstract 8-grams a koan must have to be looked for inside other programs; short ones are anybody's."""

_COMMENT = re.compile(r"//[/!]?([^\n]*)|/\*(.*?)\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Offence:
    """One row that holds (part of) one koan."""

    koan: str
    row: str
    detector: Detector
    score: float
    """Similarity of the whole, or share of the koan that was found."""
    side: str
    """What leaked: broken, fixed or tests."""
    field: str
    """Field of the row that holds it."""


@dataclass(frozen=True, slots=True)
class Leakage:
    """What leaked."""

    offenders: tuple[Offence, ...]
    """One per (koan, row, detector): the strongest."""
    rows: int
    koans: int

    @property
    def row_ids(self) -> frozenset[str]:
        """Rows that must go."""
        return frozenset(offence.row for offence in self.offenders)

    @property
    def koan_ids(self) -> frozenset[str]:
        """Koans that some row holds."""
        return frozenset(offence.koan for offence in self.offenders)

    @property
    def by_detector(self) -> dict[str, int]:
        """Rows seen by each detector."""
        return {d.value: len({o.row for o in self.offenders if o.detector is d}) for d in Detector}

    def to_json(self) -> dict[str, Any]:
        """Plain dict with counts and offenders."""
        counts = {"leaking_rows": len(self.row_ids), "leaked_koans": len(self.koan_ids)}
        return {**counts, "by_detector": self.by_detector, **asdict(self)}


def leakage(rows: Sequence[Row], koans: Sequence[Koan], progress: Progress | None = None) -> Leakage:
    """Compare every field of every row with every koan, in two processes where there are many rows."""
    return leakages(rows, (koans,), progress)[0]


def leakages(rows: Sequence[Row], groups: Sequence[Sequence[Koan]], progress: Progress | None = None) -> list[Leakage]:
    """The leakage of each group of koans, found as if it were alone; reading the rows, which is slow, is done once."""
    say = progress or (lambda name, done, total: None)
    found = _offences([KoanIndex(koans) for koans in groups], rows, say)
    return [Leakage(tuple(of), len(rows), len(koans)) for of, koans in zip(found, groups, strict=True)]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where an examined unit comes from."""

    koan: str
    side: str


@dataclass(frozen=True, slots=True)
class _Match:
    """A unit found in some text."""

    source: _Source
    detector: Detector
    score: float


class KoanIndex:
    """The examined units of a suite, ready to be looked for in any number of rows."""

    def __init__(self, koans: Sequence[Koan]) -> None:
        programs = [
            (_Source(koan.id, side), form(code))
            for koan in koans
            for side, code in (("broken", koan.broken), ("fixed", koan.fixed))
        ]
        self.wholes = [source for source, _ in programs]
        forms = [program for _, program in programs]
        self.whole_detectors = (*equalities(forms), *likenesses(forms))
        self.pieces = [(number, piece) for number, program in enumerate(forms) for piece in program.pieces]
        pieces = [piece for _, piece in self.pieces]
        self.equal_pieces = equalities(pieces)
        self.alike_pieces = likenesses(pieces)
        self.tokens = [sum(len(piece) for piece in program.pieces) for program in forms]
        texts = [*programs, *((_Source(koan.id, "tests"), form(koan.tests)) for koan in koans)]
        texts = [(source, text) for source, text in texts if len(text.raw_grams) >= LEAST_RAW]
        self.texts = [source for source, _ in texts]
        owners = [source.koan for source in self.texts]
        forms = [text for _, text in texts]
        self.raw = Neighbours(RAW, forms, calibrated(RAW, forms, owners))
        held = [(source, program) for source, program in programs if len(program.abstract_grams) >= LEAST_ABSTRACT]
        self.long = [source for source, _ in held]
        owners = [source.koan for source in self.long]
        forms = [one for _, one in held]
        self.held = Neighbours(HELD, forms, calibrated(HELD, forms, owners))
        self._seen_pieces: dict[tuple[str, ...], list[tuple[Detector, int]]] = {}
        self._seen_texts: dict[str, list[_Match]] = {}

    def offences(self, row: Row) -> list[Offence]:
        """The strongest offence per koan and detector."""
        best: dict[tuple[str, Detector], Offence] = {}
        for name, text, is_code in _fields(row):
            for match in self._matches(text, is_code):
                key = match.source.koan, match.detector
                offence = Offence(key[0], row.id, key[1], round(match.score, 3), match.source.side, name)
                if key not in best or best[key].score < offence.score:
                    best[key] = offence
        return list(best.values())

    def _matches(self, text: str, is_code: bool) -> list[_Match]:
        if text not in self._seen_texts:
            program = form(text if len(text) >= LEAST_TEXT else "")
            matches = [_Match(self.texts[unit], RAW.detector, score) for unit, score in self.raw.find(program)]
            if is_code:
                matches += [_Match(self.long[unit], HELD.detector, score) for unit, score in self.held.find(program)]
                matches += self._whole_matches(program)
                matches += self._piece_matches(program)
            self._seen_texts[text] = matches
        return self._seen_texts[text]

    def _whole_matches(self, program: Form) -> Iterator[_Match]:
        for detector in self.whole_detectors:
            for unit, score in detector.find(program):
                yield _Match(self.wholes[unit], _kind(detector), score)

    def _piece_matches(self, program: Form) -> Iterator[_Match]:
        """Koans of which enough is found piece by piece."""
        found: dict[tuple[int, Detector], set[int]] = defaultdict(set)
        for piece in program.pieces:
            for detector, unit in self._piece_hits(piece):
                found[self.pieces[unit][0], detector].add(unit)
        for (number, kind), units in found.items():
            matched = sum(len(self.pieces[unit][1]) for unit in units)
            if matched >= max(LEAST_MATCHED, LEAST_SHARE * self.tokens[number]):
                yield _Match(self.wholes[number], kind, matched / self.tokens[number])

    def _piece_hits(self, piece: Form) -> list[tuple[Detector, int]]:
        """Examined pieces that are equal to or like this one."""
        key = piece.normal
        if key not in self._seen_pieces:
            detectors: tuple[Equals | Neighbours, ...] = self.equal_pieces if len(piece) >= LEAST_EQUAL else ()
            if len(piece) >= LEAST_ALIKE:
                detectors = (*detectors, *self.alike_pieces)
            self._seen_pieces[key] = [(_kind(d), unit) for d in detectors for unit, _ in d.find(piece)]
        return self._seen_pieces[key]


def _offences(indices: Sequence[KoanIndex], rows: Sequence[Row], say: Progress) -> list[list[Offence]]:
    """Offences by index. The detectors are pure Python: two processes halve the time.

    They inherit the indices, which must exist before. Ctrl-C reaches the whole process group; only the first process
    answers it, the two end with it.
    """
    chunks = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
    if len(chunks) < 2:
        return _by_index(indices, rows)
    found: list[list[Offence]] = [[] for _ in indices]
    with ProcessPoolExecutor(2, get_context("fork"), _inherit, (indices,)) as pool:
        for number, offences in enumerate(pool.map(_of_inherited, chunks), start=1):
            for of, more in zip(found, offences, strict=True):
                of += more
            say("leakage", min(number * CHUNK, len(rows)), len(rows))
    return found


_inherited: list[Sequence[KoanIndex]] = []
"""In a process of the pool, what it looks for."""


def _inherit(indices: Sequence[KoanIndex]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _inherited.append(indices)


def _of_inherited(rows: Sequence[Row]) -> list[list[Offence]]:
    return _by_index(_inherited[-1], rows)


def _by_index(indices: Sequence[KoanIndex], rows: Sequence[Row]) -> list[list[Offence]]:
    return [[offence for row in rows for offence in index.offences(row)] for index in indices]


def _kind(detector: Equals | Neighbours) -> Detector:
    return detector.detector if isinstance(detector, Equals) else detector.measure.detector


def _fields(row: Row) -> Iterator[tuple[str, str, bool]]:
    """Name, text and whether it is a program, of everything in a row that a model might read."""
    for name, code in (("broken", row.broken), ("fixed", row.fixed), ("tests", row.tests or "")):
        yield name, code, True
        comments = _comments(code)
        if comments:
            yield f"{name} (comments)", comments, False
    yield "diagnostic", row.diagnostic, False
    yield "provenance", row.provenance, False


@lru_cache(maxsize=1024)
def _comments(code: str) -> str:
    """Text of the comments, where a program could hide."""
    return "\n".join("".join(groups) for groups in _COMMENT.findall(code))
