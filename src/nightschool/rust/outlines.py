"""What a compiler run over packed modules says of each program in them: its errors in outline.

An outline is an error's code, its line in the program, and its message without what depends on the company: paths
before names, places in other files, names that packing gave. Covered: attribution by byte to the programs of a module.
Not covered: labels, helps and suggestions, which whoever needs them asks `compile` for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from nightschool.rust.compiler import CANARY, Run, detail_of, outcome_of
from nightschool.rust.diagnostics import code_of, flat, is_foreign, messages, own_span
from nightschool.rust.names import MARK, SELF, SORTED
from nightschool.rust.variants import RENAMED, Module
from nightschool.sandbox import Completed
from nightschool.types import Diagnostic, Judgement

_DEPENDING = re.compile(rf"\b(?:\w+::)+(?=\w)|\b(?:lib|{MARK}\d+)\.rs:\d+:\d+(?:: \d+:\d+)?|\b{RENAMED}\d+_(?=\w)")
"""What rustc writes before a name depends on who else has a namesake."""
_MENTION = re.compile(rf"\b{MARK}\d+\b")
_OWNER = re.compile(rf"\b{MARK}(\d+)\b")


def outline(judgement: Judgement) -> Judgement:
    """The judgement with the outlines of its diagnostics, in an order of their own."""
    found = [Diagnostic(error.code, short(error.message), error.line) for error in judgement.diagnostics]
    return Judgement(judgement.verdict, in_order(found), judgement.detail)


def short(message: str) -> str:
    """The message without what depends on the company."""
    return _DEPENDING.sub("", message)


def in_order(errors: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by line: rustc's own order differs from crate to crate."""
    return tuple(sorted(errors, key=lambda one: (one.line, one.code or "", one.message)))


def outlined_run(done: Completed, modules: Sequence[Module]) -> Run:
    """The errors of a run by program; programs of which it is doubtful whether they alone would have them too."""
    files = {f"{MARK}{number}.rs": module for number, module in enumerate(modules)} | {f"{CANARY}.rs": None}
    errors: dict[int, list[Diagnostic]] = defaultdict(list)
    doubled: dict[int, list[Diagnostic]] = defaultdict(list)
    touched: set[int] = set()
    stray, complete = "", False
    for message in messages(done.stderr.decode("utf-8", errors="replace")):
        span = _place(message, files)
        owner = _OWNER.search(span["file_name"] if span else message["message"])
        complete = complete or (span is not None and owner is None)
        if owner is None:
            stray = stray or (flat(message["message"]) if span is None else "")
            continue
        module = modules[int(owner[1])]
        found = module.origins(span["byte_start"], span["line_start"]) if span else module.everyone()
        names = _names_others(message, owner[0], span, files)
        for member, line, double in found:
            error = Diagnostic(code_of(message), short(flat(message["message"])), line)
            (doubled if double else errors)[member].append(error)
            touched |= {member} if names else set()
    _merge(errors, doubled)
    outcome = outcome_of(done, bool(errors or stray or complete))
    detail = detail_of(done, outcome) or stray
    return Run(outcome, dict(errors), touched=frozenset(touched), stray=bool(stray), complete=complete, detail=detail)


def _place(message: Mapping[str, Any], files: Mapping[str, object]) -> Any:
    """The primary span in one of the files, or else the first there."""
    spans = [(span, own_span(span, files)) for span in message["spans"]]
    primary = next((own for span, own in spans if span["is_primary"] and own), None)
    return primary or next((own for _, own in spans if own), None)


def _names_others(message: Any, module: str, span: Any, files: Mapping[str, object]) -> bool:
    """It is about another module, or about this one as such; its program may be sound alone."""
    if span is None:
        return True
    hints = code_of(message) in SORTED  # names that are nowhere: what rustc adds are guesses at what was meant
    if is_foreign({**message, "children": []} if hints else message, span["file_name"], files):
        return True
    text = message["message"].replace(f"{module}::", "").replace(f"{module}.rs", "")
    labels = (label for one in message["spans"] if MARK in (label := one["label"] or ""))
    others = (found[0] != module for label in labels for found in _MENTION.finditer(label))
    return bool(_MENTION.search(text) or SELF.search(text) or any(others))


def _merge(errors: dict[int, list[Diagnostic]], doubled: dict[int, list[Diagnostic]]) -> None:
    """Add what was found in the emptied function, unless the program's own copy of it has the same error."""
    for member, found in doubled.items():
        own = {(error.code, error.message) for error in errors[member]}
        errors[member] += [error for error in found if (error.code, error.message) not in own]
