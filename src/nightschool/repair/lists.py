"""The teaching data of a chooser: programs with all their candidates and which of them pass.

Covered: the record, JSON lines on disk read strictly, the key by which a list is kept from night to night. Not
covered: making lists (`teach`) and learning from them (`learn`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from nightschool.errors import IntegrityError
from nightschool.files import digest_file, digest_text, write_atomic
from nightschool.repair.packed import packed, unpacked
from nightschool.repair.proposal import Candidate, Found
from nightschool.types import Diagnostic, Judgement, Program, Row, Verdict

LISTS = "lists.jsonl"
SHIPPED = Path(__file__).parent / "shipped_lists.jsonl.xz"
"""Lists of the package's lessons; a first night has minutes for a third of them. Made by `benchmarks/ship_lists.py`."""
SHIPPED_ROWS = SHIPPED.with_name("shipped_rows.jsonl.xz")
"""Lists of rows that the package's templates give for seed 0, made likewise; other seeds have rows of their own."""
SCHEMA = 1
AGAIN = "Remove it; it is made again."


@dataclass(frozen=True, slots=True)
class Listed:
    """One row that was searched."""

    key: str
    """Digest of what the list depends on: the row, the toolchain, the code and budget of the search."""
    row: str
    """Id of the corpus row."""
    pattern: str
    family: str
    code: str
    """Error code that the row was made for."""
    group: str
    broken: str
    edition: str
    diagnostics: tuple[Diagnostic, ...]
    """rustc's of the broken program, without suggestions: features do not look at them."""
    candidates: tuple[Candidate, ...]
    passed: tuple[bool, ...]
    """Whether each passes the row's tests."""
    compiles: int = 0
    """Programs compiled for it."""
    extra: tuple[dict[str, float], ...] = ()
    """Further features of each candidate; empty if there are none."""
    bare_extra: tuple[dict[str, float], ...] = ()
    """Those of `without_passing`, where the candidates that do not pass have only each other for company."""

    @property
    def found(self) -> Found:
        """What the search found, as `choose` takes it."""
        before = Judgement(Verdict.NOT_COMPILED, self.diagnostics)
        return Found(Program(self.broken, edition=self.edition), before, self.candidates, self.compiles)

    @property
    def mixed(self) -> bool:
        """Some pass and some fail: only such lists teach choosing."""
        return any(self.passed) and not all(self.passed)

    @property
    def pairs(self) -> int:
        """Passing against failing candidates."""
        good = sum(self.passed)
        return good * (len(self.passed) - good)

    def without_passing(self) -> Listed:
        """The same list as if nothing had made what passes: everything that compiles is wrong."""
        left = [n for n, ok in enumerate(self.passed) if not ok]
        kept = tuple(replace(self.candidates[n], order=order) for order, n in enumerate(left))
        return replace(self, candidates=kept, passed=(False,) * len(left), extra=self.bare_extra, bare_extra=())


def listed(row: Row, found: Found, passed: Sequence[bool], key: str) -> Listed:
    """A record of one searched row."""
    plain = tuple(replace(one, suggestions=()) for one in found.before.diagnostics)
    about = (key, row.id, row.pattern, row.family, row.error_code, row.group, row.broken, row.edition)
    return Listed(*about, plain, found.candidates, tuple(passed), found.compiles)


def list_key(row: Row, *context: str) -> str:
    """Key of a row's list; `context` names toolchain, code and budget."""
    return digest_text(row.broken, row.tests or "", row.edition, *context)


def write_lists(path: Path, lists: Iterable[Listed]) -> str:
    """Write JSON lines, a header first, compressed where the name ends in .xz; returns the file's SHA-256."""
    kept = tuple(lists)
    head = json.dumps({"schema": SCHEMA, "lists": len(kept)})
    lines = (_ONE.dump_json(one).decode() for one in kept)
    text = "".join(f"{line}\n" for line in (head, *lines))
    write_atomic(path, packed(path, text.encode()))
    return digest_file(path)


def shipped_lists() -> list[Listed]:
    """What the package ships, lists of lessons first."""
    return [*read_lists(SHIPPED), *read_lists(SHIPPED_ROWS)]


def read_lists(path: Path) -> list[Listed]:
    """Read lists. Raises IntegrityError for a file that is missing, cut, damaged or of another version."""
    try:
        head, *lines = unpacked(path).decode("utf-8").removesuffix("\n").split("\n")
        about = json.loads(head)
        schema, count = about["schema"], about["lists"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IntegrityError(f"{str(path)!r} is no file of lists: {error!r}. {AGAIN}") from error
    if schema != SCHEMA or count != len(lines):
        said = f"schema {schema!r} and {count!r} lists; wanted schema {SCHEMA}, found {len(lines)} lists"
        raise IntegrityError(f"{str(path)!r} says {said}. {AGAIN}")
    return [_read(path, number, line) for number, line in enumerate(lines, start=2)]


def _read(path: Path, number: int, line: str) -> Listed:
    try:
        found = _ONE.validate_json(line)
    except ValidationError as error:
        raise IntegrityError(f"{str(path)!r} line {number} is no list: {error.errors()[0]['msg']}. {AGAIN}") from error
    sizes = [(found.extra, len(found.passed)), (found.bare_extra, found.passed.count(False))]
    if len(found.passed) != len(found.candidates) or any(extra and len(extra) != size for extra, size in sizes):
        raise IntegrityError(f"{str(path)!r} line {number} does not say of each candidate whether it passes. {AGAIN}")
    return found


_ONE = TypeAdapter(Listed)
