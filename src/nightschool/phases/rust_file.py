"""A developer's Rust file: its text, edition and targets.

Covered: files and text from elsewhere, what cannot be read or written. Not covered: repairing it (`phases.repair`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR

from nightschool.errors import UsageError
from nightschool.phases.repaired import Verified
from nightschool.rust.building import checked_as_library, targets_of
from nightschool.rust.edition import edition_of, known_edition
from nightschool.rust.written import Written
from nightschool.types import Program

MAX_BYTES = 256 * 1024
"""Longest file that is looked at."""


@dataclass(frozen=True)
class RustFile:
    """A file to repair, and how it is compiled."""

    file: Path
    written: Written
    program: Program
    """As rustc reads it, with edition and targets."""

    def edited(self, text: str) -> RustFile:
        """The same file with another text: still a binary or library, with the tests that it holds now."""
        program = program_of(text, self.program.edition)
        targets = (*self.program.targets[:1], *(one for one in program.targets if one == "test"))
        return RustFile(self.file, Written(text), replace(program, targets=targets))

    def verified(self, linked: bool) -> Verified:
        """What it has gone through when it passes; `linked`: this machine links what it builds."""
        return Verified(checked_as_library(self.program.source, self.program.targets), self.program.targets, linked)


def program_of(text: str, edition: str) -> Program:
    """A file's text as rustc reads it, to be built as what it is."""
    plain = Written(text).plain
    return Program(plain, edition=edition, targets=targets_of(plain))


def read_rust_file(file: Path, edition: str | None = None, data: bytes | None = None) -> RustFile:
    """The file as `data` or as it stands, in its package's edition or in the one given.

    Raises UsageError for a file that is not readable Rust text or whose edition is unknown.
    """
    written = Written(_read(file) if data is None else decoded(file, data))
    edition = known_edition(edition, "--edition") if edition else edition_of(file)
    return RustFile(file, written, program_of(written.text, edition))


def refuse_unwritable(file: Path) -> None:
    """Raise UsageError for a file that its owner has made read-only, before anything is searched."""
    if file.exists() and not file.stat().st_mode & (S_IWUSR | S_IWGRP | S_IWOTH):
        raise UsageError(f"{str(file)!r} is read-only; `chmod u+w {file}` first, or leave out --write.")


def _read(file: Path) -> str:
    try:
        return decoded(file, file.read_bytes())
    except OSError as error:
        raise UsageError(f"Cannot read {str(file)!r}: {error.strerror}.") from error


def decoded(file: Path, data: bytes) -> str:
    """The text of a file's bytes. Raises UsageError for what is too long or not UTF-8."""
    if len(data) > MAX_BYTES:
        raise UsageError(f"{str(file)!r} has {len(data)} bytes; at most {MAX_BYTES} are looked at.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{str(file)!r} is not UTF-8 (byte {error.start}); Rust source must be.") from error
