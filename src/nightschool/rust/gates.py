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

from nightschool.rust.compiler import Run
from nightschool.types import Diagnostic

FATAL = re.compile(r"recursion limit reached|overflow evaluating|cycle detected|reached the|queries overflow")
"""Ends the compiler on the spot; what was reported until then depends on the order of the programs."""
FATAL_CODES = frozenset({"E0275", "E0391"})
CONTAGIOUS_CODES = frozenset({"E0117", "E0119", "E0120", "E0184", "E0204", "E0210", "E0321", "E0322", "E0371", "E0751"})
"""Errors about an impl of a trait keep rustc from looking at other programs' impls of the same trait."""
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
        return _final(run, list(run.errors))
    for gate in (_is_early, _is_resolution):
        culprits = [index for index, errors in run.errors.items() if any(map(gate, errors))]
        if culprits:
            return _final(run, culprits)
    return dict.fromkeys(run.errors)


def _final(run: Run, programs: list[int]) -> Settled:
    return {index: run.errors[index] for index in programs}


def _is_fatal(error: Diagnostic) -> bool:
    return error.code in FATAL_CODES | CONTAGIOUS_CODES or FATAL.search(error.message) is not None


def _is_early(error: Diagnostic) -> bool:
    early = LEXICAL.search(error.message) or EXPANSION.search(error.message)
    return error.code in LEXICAL_CODES or early is not None


def _is_resolution(error: Diagnostic) -> bool:
    return error.code in RESOLUTION_CODES
