"""What is searched in an editor, and what was found.

Covered: the records. Not covered: searching (`looking`), the protocol's types (`actions`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Document:
    """A document as it stands in the editor."""

    uri: str
    version: int
    path: Path
    text: str
    line: int = 0
    """Where repairs were asked for, from 0."""


@dataclass(frozen=True)
class Proposed:
    """One repair that compiles."""

    path: Path
    """The file that it changes."""
    before: str
    """That file's text as it was searched."""
    after: str
    by: str
    """Who proposed it."""
    notes: tuple[str, ...] = ()
    """What it does less than the text before, or otherwise."""
    sure: bool = False
    """The policy is sure of it."""
    also: Proposed | None = None
    """Another file that the same repair changes."""


@dataclass(frozen=True)
class Outcome:
    """What was found for one version of a document, best first."""

    message: str
    errors: str = ""
    """What is wrong, by code or lint."""
    tried: int = 0
    """Programs compiled."""
    proposed: tuple[Proposed, ...] = ()
    keep: Callable[[int], int] | None = None
    """Keeps, where the workspace wants it, that the repair with this number was carried out; how many pairs."""
    failed: bool = False
    """Nothing was searched: the sandbox, rustc or the package is not as it must be."""
