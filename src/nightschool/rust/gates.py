"""Which errors of a shared compiler run are all that the program would report alone.

rustc works in phases, and an error of some kinds keeps it from going on: the later errors of *all* programs
in the crate are then hidden, not only those of the culprit. Errors found after such a gate are complete for
the culprit, who would have met the same gate alone, and for nobody else. Whether a gate was met shows in the
canary (`compiler.CANARY_SOURCE`); the tables below only tell quickly who it was. A gate that is in no table
costs time, never truth: everybody concerned is compiled alone.

Not covered: gates after borrow checking. Any error before them closes them, so they are everybody's own.

Source: rustc_interface::passes (`configure_and_expand`, `analysis`); the differential test guards it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nightschool.rust.compiler import Run
from nightschool.types import Diagnostic

FATAL = re.compile(r"recursion limit reached|overflow evaluating|cycle detected|reached the|queries overflow")
"""Ends the compiler on the spot; what was reported until then depends on the order of the programs."""
FATAL_CODES = frozenset({"E0275", "E0391"})
CONTAGIOUS_CODES = frozenset({"E0117", "E0119", "E0120", "E0184", "E0204", "E0210", "E0321", "E0322", "E0371", "E0751"})
"""Errors about an impl of a trait keep rustc from looking at other programs' impls of the same trait."""
OF_COPY = frozenset({"E0184", "E0204"})
"""Those that are about an impl of `Copy`."""
UNKNOWN = ""
DERIVABLE: dict[str, frozenset[str]] = {
    "Clone": frozenset(),
    "Copy": frozenset({"Clone"}),
    "Debug": frozenset(),
    "Default": frozenset(),
    "Eq": frozenset({"PartialEq"}),
    "Hash": frozenset(),
    "Ord": frozenset({"PartialEq", "Eq", "PartialOrd"}),
    "PartialEq": frozenset(),
    "PartialOrd": frozenset({"PartialEq"}),
}
"""Traits that can be derived, and what has to be implemented with them."""
_OF_TRAIT = re.compile(r"conflicting implementations of trait `(?:\w+::)*(\w+)\b")
_DERIVED = re.compile(r"\bderive\s*\(([^)]*)\)")
LEXICAL = re.compile(r"this file contains an unclosed delimiter|(mismatched|unexpected) closing delimiter")
LEXICAL_CODES = frozenset({"E0748", "E0758", "E0762", "E0763", "E0765", "E0766"})
EXPANSION = re.compile(r"no rules expected|unexpected end of macro invocation")
RESOLUTION_CODES = frozenset({"E0404", "E0405"})

Settled = dict[int, list[Diagnostic] | None]


def settled(run: Run, sources: Sequence[str]) -> Settled:
    """Programs whose errors are final, with their errors, or None if they must be compiled alone.

    Never empty for a run with errors; the programs left out have to be compiled again. Errors are final as to
    what they are; how they read may still depend on the company (`Run.mixed`).
    """
    fatal = [index for index, errors in run.errors.items() if any(map(_is_fatal, errors))]
    if fatal:
        return dict.fromkeys(fatal)
    if run.complete:
        return _unspoiled(run, sources)
    for gate in (_is_early, _is_resolution):
        culprits = [index for index, errors in run.errors.items() if any(map(gate, errors))]
        if culprits:
            return _final(run, culprits)
    return dict.fromkeys(run.errors)


def unhidden(run: Run, sources: Sequence[str]) -> list[int]:
    """Programs without an error in a run in which errors of others cannot have hidden any of theirs."""
    errors = [error for found in run.errors.values() for error in found]
    traits = _spoiled(errors)
    if not run.complete or UNKNOWN in traits or any(map(_is_fatal, errors)):
        return []
    silent = [index for index in range(len(sources)) if index not in run.errors]
    return [index for index in silent if not _implements(sources[index], traits)]


def _unspoiled(run: Run, sources: Sequence[str]) -> Settled:
    """All errors, except where those of one program about impls of a trait may hide those of another."""
    spoiled = {index: traits for index in run.errors if (traits := _spoiled(run.errors[index]))}
    if not spoiled:
        return _final(run, list(run.errors))
    usual = Counter(traits for traits in spoiled.values()).most_common(1)[0][0]
    odd = [index for index, traits in spoiled.items() if traits != usual or UNKNOWN in traits]
    every = frozenset().union(*spoiled.values())
    if UNKNOWN in every:
        return dict.fromkeys(odd)
    seen = [
        i for i in run.errors if spoiled.get(i) == every or (i not in spoiled and not _implements(sources[i], every))
    ]
    return _final(run, seen) | dict.fromkeys(odd)


def _spoiled(errors: Sequence[Diagnostic]) -> frozenset[str]:
    """Traits whose impls rustc has given up because of these errors."""
    traits: set[str] = set()
    for error in errors:
        if error.code in OF_COPY:
            traits.add("Copy")
        elif error.code in CONTAGIOUS_CODES:
            found = _OF_TRAIT.search(error.message)
            traits.add(found[1] if found else UNKNOWN)
    return frozenset(traits)


def _implements(source: str, traits: frozenset[str]) -> bool:
    """Some error of the program about an impl of one of these traits could be hidden."""
    return any(trait in source and _may_err(source, trait) for trait in traits)


def _may_err(source: str, trait: str) -> bool:
    """A derived impl is sound if the traits that it builds on are derived beside it."""
    if trait not in DERIVABLE or "macro_rules" in source or re.search(rf"\b{trait}\b[^{{}};]*\bfor\b", source):
        return True
    needed = {trait, *DERIVABLE[trait]}
    derived = [set(re.findall(r"\w+", found)) for found in _DERIVED.findall(source)]
    return any(trait in found and not needed <= found for found in derived)


def _final(run: Run, programs: list[int]) -> Settled:
    return {index: run.errors[index] for index in programs}


def _is_fatal(error: Diagnostic) -> bool:
    return error.code in FATAL_CODES or FATAL.search(error.message) is not None


def _is_early(error: Diagnostic) -> bool:
    early = LEXICAL.search(error.message) or EXPANSION.search(error.message)
    return error.code in LEXICAL_CODES or early is not None


def _is_resolution(error: Diagnostic) -> bool:
    return error.code in RESOLUTION_CODES
