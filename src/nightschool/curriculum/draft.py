"""A draft: one broken program with its repair, before the judge has looked at it.

Every source (`aligned`, `mutated`, `explained`) yields drafts; `verify` turns those that rustc confirms
into `Row`s. Nothing here is a claim: `expected_code` is what the source meant to provoke.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One unverified pair."""

    source: str
    """aligned, mutated, explained, ..."""
    family: str
    pattern: str
    """Kind of slip, as in docs/patterns.md where it is listed there."""
    broken: str
    fixed: str
    tests: str | None
    """Test items (`#[test] fn ...`) appended in their own module with `use super::*;`; None if there are none."""
    provenance: str
    """Template id and seed, or file, item and mutation operator."""
    group: str
    """Template id or source file: the unit of the split."""
    expected_code: str | None = None
    """The code that the broken program must report, a lint's name or `none` where there is no code; None takes any
    code."""
    edition: str = "2021"
    outcomes: tuple[tuple[str, str, str], ...] = ()
    """(code, family, pattern) for sources whose slip shows as one of several codes: the code found decides."""
    strict: bool = False
    """With `outcomes`: a draft whose code is none of them is discarded."""
