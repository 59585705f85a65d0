"""Disguised copies of a koan, for finding out what the leakage detectors see.

Covered: verbatim, reformatted, renamed, re-literalled, all three at once, wrapped in a module or an `impl`
with code around it, wrapped and renamed, in a comment, half copied, padded with idle
statements. Not covered: copies a model would
rewrite; whether the disguised program compiles, which the detectors do not ask.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from nightschool.rust.canonical import form
from nightschool.rust.renaming import declared
from nightschool.rust.syntax import LITERALS, NAMES, Token, lex
from nightschool.rust.written import lines_without_ends

_WORDS = ("alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "willow")
HALF = 0.6
"""Share of the lines that a half copy takes."""


def reformatted(code: str, rng: random.Random) -> str:
    """Every token kept, every line break moved, comments strewn in."""
    parts = []
    for token in lex(code):
        parts.append(token.text)
        if token.text in {";", "{", "}"}:
            parts.append(rng.choice(["\n", "\n\n    ", "\n// on we go\n", " "]))
    return " ".join(parts)


def renamed(code: str, rng: random.Random) -> str:
    """Every declared name replaced, the same way throughout."""
    tokens = lex(code)
    names = sorted(declared(tokens))
    fresh = {name: _fresh_name(name, number, rng) for number, name in enumerate(names)}
    return _spaced([fresh.get(token.text, token.text) if token.kind in NAMES else token.text for token in tokens])


def reliteralled(code: str, rng: random.Random) -> str:
    """Every literal replaced by another of its kind."""
    return _spaced([_other_literal(token, rng) for token in lex(code)])


def disguised(code: str, rng: random.Random) -> str:
    """Renamed, re-literalled and reformatted."""
    return reformatted(reliteralled(renamed(code, rng), rng), rng)


def in_module(code: str, rng: random.Random) -> str:
    """Inside a module, with other code before and after."""
    return f"{_FILLER}\nmod {rng.choice(_WORDS)} {{\n    use std::fmt;\n{code}\n}}\n\n{_TRAILER}"


def in_impl(code: str, rng: random.Random) -> str:
    """Free functions become functions of a type, other items stay around it."""
    lines = lines_without_ends(code)
    return f"struct {rng.choice(_WORDS).title()};\n{_FILLER}\nimpl Keeper {{\n" + "\n".join(lines) + f"\n}}\n{_TRAILER}"


def in_module_renamed(code: str, rng: random.Random) -> str:
    """Renamed, then wrapped."""
    return in_module(renamed(code, rng), rng)


def in_comment(code: str, rng: random.Random) -> str:
    """As a doc comment on something harmless."""
    return "\n".join(f"/// {line}" for line in lines_without_ends(code)) + f"\n{_FILLER}"


def half_copied(code: str, rng: random.Random) -> str:
    """The first lines of the koan, then something else."""
    lines = lines_without_ends(code)
    size, kept, total = 0, [], len(form(code))
    for line in lines:
        if size >= HALF * total:
            break
        kept.append(line)
        size += len(form(line))
    return "\n".join(kept) + f"\n{_TRAILER}"


def half_copied_renamed(code: str, rng: random.Random) -> str:
    """Renamed, then half of it."""
    return half_copied(renamed(code, rng), rng)


def padded_renamed(code: str, rng: random.Random) -> str:
    """Renamed, with a statement of no consequence at the start of every function body."""
    parts = []
    signature = False
    for token in lex(renamed(code, rng)):
        signature = signature or token.text == "fn"
        parts.append(token.text)
        if token.text == "{" and signature:
            parts.append(f"let {rng.choice(_WORDS)}_count = {rng.randint(1, 9)} + {rng.randint(1, 9)};")
        signature = signature and token.text not in {"{", ";"}
    return _spaced(parts)


def verbatim(code: str, rng: random.Random) -> str:
    """As it is."""
    return code


DISGUISES: dict[str, Callable[[str, random.Random], str]] = {
    "verbatim": verbatim,
    "reformatted": reformatted,
    "renamed": renamed,
    "re-literalled": reliteralled,
    "all three": disguised,
    "in a module": in_module,
    "in an impl": in_impl,
    "in a module, renamed": in_module_renamed,
    "in a comment": in_comment,
    "half copied": half_copied,
    "half copied, renamed": half_copied_renamed,
    "padded, renamed": padded_renamed,
}

_FILLER = """
pub struct Ledger { entries: Vec<(String, i64)>, opened: bool }

impl Ledger {
    pub fn balance(&self) -> i64 { self.entries.iter().map(|(_, amount)| amount).sum() }
    pub fn is_open(&self) -> bool { self.opened && !self.entries.is_empty() }
}
"""
_TRAILER = """
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(17, |sum, byte| sum.rotate_left(3) ^ u32::from(*byte))
}
"""


def _fresh_name(name: str, number: int, rng: random.Random) -> str:
    word = f"{rng.choice(_WORDS)}_{number}"
    return word.title().replace("_", "") if name[0].isupper() else word


def _other_literal(token: Token, rng: random.Random) -> str:
    if token.kind not in LITERALS:
        return token.text
    others = {"0": str(rng.randint(10, 99)), '""': f'"{rng.choice(_WORDS)}"', "''": "'z'", "0.0": "7.25"}
    return others.get(LITERALS[token.kind], token.text)


def _spaced(parts: Sequence[str]) -> str:
    return "".join(f"{part}\n" if part in {";", "{", "}"} else f"{part} " for part in parts)
