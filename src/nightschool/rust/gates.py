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
"""Errors about an impl of a trait: rustc then looks no further where any program relies on impls of that trait."""
OF_COPY = frozenset({"E0184", "E0204"})
"""Those that are about an impl of `Copy`."""
UNKNOWN = ""
"""A trait whose name the error does not tell."""
_OF_TRAIT = re.compile(r"conflicting implementations of trait `(?:\w+::)*(\w+)\b")
_COPIED_OWNER = re.compile(
    r"\bderive\s*\([^)]*\bCopy\b[^)]*\)\s*\](?:\s*#\[[^\]]*\])*\s*(?:pub(?:\([^)]*\))?\s+)?(?:struct|enum)\b[^;{(]*"
    r"[{(][^})]*(?:\b(?:String|Vec|Box|Rc|Arc|HashMap|HashSet|BTreeMap|BTreeSet|VecDeque|Cell|RefCell|Mutex)\b|&[^,;})]*\bmut\b)"
)
LEXICAL = re.compile(r"this file contains an unclosed delimiter|(mismatched|unexpected) closing delimiter")
LEXICAL_CODES = frozenset({"E0748", "E0758", "E0762", "E0763", "E0765", "E0766"})
EXPANSION = re.compile(r"no rules expected|unexpected end of macro invocation")
RESOLUTION_CODES = frozenset({"E0404", "E0405"})

Settled = dict[int, list[Diagnostic] | None]


def settled(run: Run) -> Settled:
    """Programs whose errors are final, with their errors, or None if they must be compiled alone.

    Never empty for a run with errors; the programs left out have to be compiled again. Errors are final as to
    what they are; how they read may still depend on the company (`Run.mixed`).
    """
    fatal = [index for index, errors in run.errors.items() if any(map(_is_fatal, errors))]
    if fatal:
        return dict.fromkeys(fatal)
    if run.complete:
        return _unspoiled(run)
    if spoiled := [index for index, errors in run.errors.items() if _spoiled(errors)]:
        return dict.fromkeys(spoiled)
    for gate in (_is_early, _is_resolution):
        culprits = [index for index, errors in run.errors.items() if any(map(gate, errors))]
        if culprits:
            return _final(run, culprits)
    return dict.fromkeys(run.errors)


def unhidden(run: Run, count: int) -> list[int]:
    """Those of `count` programs without an error in a run in which errors of others cannot have hidden any."""
    errors = [error for found in run.errors.values() for error in found]
    if not run.complete or _spoiled(errors) or any(map(_is_fatal, errors)):
        return []
    return [index for index in range(count) if index not in run.errors]


def _unspoiled(run: Run) -> Settled:
    """All errors; where some are about impls of traits, those of programs that alone would have spoiled as many."""
    spoiled = {index: traits for index in run.errors if (traits := _spoiled(run.errors[index]))}
    if not spoiled:
        return _final(run, list(run.errors))
    usual = Counter(spoiled.values()).most_common(1)[0][0]
    odd = [index for index, traits in spoiled.items() if traits != usual or UNKNOWN in traits]
    return dict.fromkeys(odd) if odd else _final(run, list(spoiled))


def likely_spoils(source: str) -> bool:
    """Derives `Copy` for a type that has an owner in it, as rustc will say of most such programs."""
    return "Copy" in source and _COPIED_OWNER.search(source) is not None


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


def _final(run: Run, programs: list[int]) -> Settled:
    return {index: run.errors[index] for index in programs}


def _is_fatal(error: Diagnostic) -> bool:
    return error.code in FATAL_CODES or FATAL.search(error.message) is not None


def _is_early(error: Diagnostic) -> bool:
    early = LEXICAL.search(error.message) or EXPANSION.search(error.message)
    return error.code in LEXICAL_CODES or early is not None


def _is_resolution(error: Diagnostic) -> bool:
    return error.code in RESOLUTION_CODES
