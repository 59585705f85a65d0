"""Which programs cannot share a crate with others, by a cheap and conservative scan of their tokens.

A program shares a crate as a module. It needs a crate of its own when it says something about the crate
(inner attributes, `crate::`, `super::` out of its module, exported macros, linker attributes), when it
reads or names files, or when it could change what a neighbour means (an impl of a foreign trait for a
foreign type takes part in everybody's type inference). Alone is always right, only slower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nightschool.rust.lexer import Token, tokenize

CRATE_WORDS = frozenset(
    "macro_export macro_use no_mangle export_name link_section link link_name global_allocator panic_handler "
    "used path extern_prelude no_std no_core no_main include include_str include_bytes module_path file "
    "type_name env option_env deny forbid warn expect allow global_asm asm naked_asm lang "
    "proc_macro proc_macro_derive test_case concat_idents".split()
)
"""Words that, as macro or attribute, speak of the crate, the file, the environment or lint levels."""
DEFINERS = frozenset("struct enum union trait type".split())


def needs_own_crate(source: str, edition: str) -> bool:
    """True unless the program is certain to mean the same as a module among others."""
    if edition == "2015" or source.startswith(("\ufeff", "#!")) or "\0" in source:
        return True
    tokens = list(tokenize(source))
    return _speaks_of_crate(tokens) or _foreign_impl(tokens)


def _speaks_of_crate(tokens: Sequence[Token]) -> bool:
    for at, token in enumerate(tokens):
        before = tokens[at - 1].text if at else ""
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.kind == "mark":
            if token.text == "#" and after == "!":
                return True
        elif token.kind == "raw_name" or _crate_name(token.text, before, after):
            return True
        elif token.text == "mod" and at + 2 < len(tokens) and tokens[at + 2].text == ";":
            return True
    return False


def _crate_name(name: str, before: str, after: str) -> bool:
    match name:
        case "crate":
            return not (before == "(" and after == ")") or before == "$"
        case "super":
            return True
        case "extern":
            return after == "crate"
        case _:
            return name in CRATE_WORDS and (after in ("!", "(", "=", "]", "]") or before in ("[", "("))


def _foreign_impl(tokens: Sequence[Token]) -> bool:
    """Some `impl Trait for Type` or `impl Type` whose head names are not defined here."""
    own = {b.text for a, b in pairwise(tokens) if a.text in DEFINERS and b.kind in ("name", "raw_name")}
    for at, token in enumerate(tokens):
        if token.text == "impl" and token.kind == "name" and not _in_type_position(tokens, at):
            trait, subject = _heads(tokens, at + 1)
            if subject not in own and (trait is None or trait not in own):
                return True
    return False


def _in_type_position(tokens: Sequence[Token], at: int) -> bool:
    """`impl Trait` as a type follows one of these; an impl block follows `}`, `;`, `]`, `unsafe` or nothing."""
    return at > 0 and tokens[at - 1].text not in ("}", ";", "]", "unsafe", "{", "default")


def _heads(tokens: Sequence[Token], at: int) -> tuple[str | None, str | None]:
    """Last path segment of the trait (None if inherent) and of the type of an impl block."""
    depth, parts = 0, [[]]  # type: tuple[int, list[list[str]]]
    if at < len(tokens) and tokens[at].text == "<":
        at = _after_angles(tokens, at)
    while at < len(tokens):
        text = tokens[at].text
        if text in ("{", ";", "where") and depth == 0:
            break
        if text in "<([":
            depth += 1
        elif text in ">)]" and not (text == ">" and tokens[at - 1].text in "-="):
            depth -= 1
        elif text == "for" and depth == 0:
            parts.append([])
        elif depth == 0 and tokens[at].kind in ("name", "raw_name") and text not in ("dyn", "mut", "const"):
            parts[-1].append(text)
        at += 1
    heads = [part[-1] if part else None for part in parts]
    return (None, heads[0]) if len(heads) == 1 else (heads[0], heads[-1])


def _after_angles(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    while at < len(tokens):
        text = tokens[at].text
        if text == "<":
            depth += 1
        elif text == ">" and tokens[at - 1].text not in "-=":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at
