"""Which programs cannot share a crate with others, by a cheap and conservative scan of their tokens.

A program shares a crate as a module. It needs a crate of its own when it says something about the crate
(inner attributes, `crate::`, `super::` out of itself, exported macros, linker attributes, lint levels), when
it reads or names files, or when it could change what a neighbour means: an impl of a foreign trait for a
foreign type takes part in everybody's type inference. Alone is always right, only slower.

Not covered: an impl of a foreign trait for a type of one's own is let in. It could matter to a neighbour
only where the neighbour leaves the implementing type itself to inference and the standard library has no
candidate for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nightschool.rust.lexer import Token, attribute_end, tokenize

ATTRIBUTES = frozenset(
    {"macro_export", "macro_use", "no_mangle", "export_name", "link_section", "link", "link_name"}
    | {"global_allocator", "panic_handler", "used", "path", "lang", "feature"}
    | {"deny", "forbid", "warn", "expect", "proc_macro", "proc_macro_derive", "proc_macro_attribute"}
)
"""Attributes that speak of the crate, the linker, files or lint levels."""
ANYWHERE = frozenset(
    {"include", "include_str", "include_bytes", "option_env", "module_path", "type_name", "type_name_of_val"}
    | {"asm", "global_asm", "naked_asm", "macro_export", "concat_idents", "caller"}
)
"""Names that read files or the environment, or tell a program which module it is in."""
MACROS = frozenset({"env", "file"})
"""The same, for names that are harmless unless they are called as macros."""
FOREIGN = frozenset({"String", "Vec", "Option", "Result", "Box", "Rc", "Arc", "str", "Cow", "HashMap"})
"""Foreign whatever the program defines: it may define a namesake in some inner module."""


def needs_own_crate(source: str, edition: str) -> bool:
    """True unless the program is certain to mean the same as a module among others."""
    if edition == "2015" or source.startswith(("\ufeff", "#!")) or "\0" in source or "ns__" in source:
        return True
    tokens = list(tokenize(source))
    return _speaks_of_crate(tokens) or _leaves_itself(tokens) or _has_foreign_impl(tokens)


def _speaks_of_crate(tokens: Sequence[Token]) -> bool:
    inside = 0
    for at, token in enumerate(tokens):
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if token.text == "#" and after == "!":
            return True
        if token.text == "#" and after == "[":
            inside = attribute_end(tokens, at)
        if token.kind == "name" and _suspicious(tokens, at, after, at < inside):
            return True
    return False


def _suspicious(tokens: Sequence[Token], at: int, after: str, in_attribute: bool) -> bool:
    name, before = tokens[at].text, tokens[at - 1].text if at else ""
    if name == "crate":
        return before != "(" or after != ")"
    if name in ANYWHERE or (in_attribute and name in ATTRIBUTES) or (name == "extern" and after == "crate"):
        return True
    if name == "mod":
        return at + 2 < len(tokens) and tokens[at + 2].text == ";"
    return after == "!" and (name in MACROS or before == "$")


def _leaves_itself(tokens: Sequence[Token]) -> bool:
    """Some chain of `super` is longer than the modules around it are deep."""
    modules: list[int] = []
    depth, opening = 0, False
    macros = any(token.text == "macro_rules" for token in tokens)
    for at, token in enumerate(tokens):
        if token.kind == "text":
            continue
        if token.text == "mod" and token.kind == "name":
            opening = True
        elif token.text == "{":
            depth += 1
            if opening:
                modules.append(depth)
            opening = False
        elif token.text == "}":
            if modules and modules[-1] == depth:
                modules.pop()
            depth -= 1
        elif token.text == "super" and (macros or _chain(tokens, at) > len(modules)):
            return True
    return False


def _chain(tokens: Sequence[Token], at: int) -> int:
    """How many modules up the path that starts or continues here leads."""
    length = 1
    while at >= 3 and tokens[at - 3].text == "super" and tokens[at - 1].text == ":":
        at, length = at - 3, length + 1
    return length


def _has_foreign_impl(tokens: Sequence[Token]) -> bool:
    """Some `impl Trait for Type` or `impl Type` whose head names are not defined here."""
    own = {b.text for a, b in pairwise(tokens) if a.text in ("struct", "enum", "union", "trait")} - FOREIGN
    for at, token in enumerate(tokens):
        if token.text == "impl" and token.kind == "name" and _opens_block(tokens, at):
            trait, subject = _heads(tokens, at + 1)
            if subject not in own and (trait is None or trait not in own):
                return True
    return False


def _opens_block(tokens: Sequence[Token], at: int) -> bool:
    """An impl block follows the end of another item; `impl Trait` as a type never does."""
    if at and tokens[at - 1].text == "(":
        return at > 1 and tokens[at - 2].text == "$"
    return at == 0 or tokens[at - 1].text in ("}", ";", "]", "unsafe", "{", "default", ")", "*", "+")


def _heads(tokens: Sequence[Token], at: int) -> tuple[str | None, str | None]:
    """Last path segment of the trait (None if inherent) and of the type of an impl block."""
    depth = 0
    parts: list[str | None] = [None]
    if at < len(tokens) and tokens[at].text == "<":
        at = _after_angles(tokens, at)
    while at < len(tokens):
        text = tokens[at].text
        if depth == 0 and text in ("{", ";", "where"):
            break
        if text in ("<", "(", "["):
            depth += 1
        elif text in (")", "]") or (text == ">" and tokens[at - 1].text not in ("-", "=")):
            depth -= 1
        elif depth == 0 and text == "for":
            parts.append(None)
        elif depth == 0 and tokens[at].kind in ("name", "raw_name") and text not in ("dyn", "mut", "const"):
            parts[-1] = text
        at += 1
    return (None, parts[0]) if len(parts) == 1 else (parts[0], parts[-1])


def _after_angles(tokens: Sequence[Token], at: int) -> int:
    depth = 0
    while at < len(tokens):
        text = tokens[at].text
        if text == "<":
            depth += 1
        elif text == ">" and tokens[at - 1].text not in ("-", "="):
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at
