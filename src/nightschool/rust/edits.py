"""The kind of a repair: a short key for the difference between broken and fixed code.

`edit_pattern` is the syntax-tree edit script with everything particular taken out: which kinds of node are
inserted (`+`), deleted (`-`), replaced (`a -> b`) or moved, and where (`@let`, `@parameter`), with names,
literals and types anonymised. With a rustc error code it makes a cell of coverage.
Covered: any two texts; equal ones give `none`. Coarse on purpose: which trait is derived or bounded, which
lifetime, which literal does not matter, `clone` and `to_owned` are one thing.
Not covered: meaning. Two repairs with one effect and different shapes (a clone, a reordering) are two keys.
Source: type-abstracted edit scripts over syntax trees, as fix-pattern mining in program repair uses them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nightschool.rust.alignment import Hunk, align, common_path, texts
from nightschool.rust.canonical import form
from nightschool.rust.edit_words import (
    CLAUSES,
    ENDS,
    KEPT,
    KEYWORDS,
    PLACEHOLDERS,
    PLACES,
    SILENT,
    STARTS,
    SYNONYMS,
    TYPE_KINDS,
    WHOLE,
)
from nightschool.rust.syntax import Token

MOST_OPERATIONS = 2
"""Operations kept in a key, the most telling ones."""
MOST_REPLACED = 4
"""Tokens on either side of a replacement that is spelt out."""
MOST_SPELT = 6
"""Tokens of a hunk that are spelt out; longer ones are named by their place."""


@lru_cache(maxsize=16384)
def edit_pattern(broken: str, fixed: str) -> str:
    """The key of a repair, such as `+.clone`, `+mut @let`, `+derive`, `+bound; +lifetime`."""
    before, after = form(broken).tokens, form(fixed).tokens
    if texts(before) != texts(after) and sorted(texts(before)) == sorted(texts(after)):
        return "reorder"
    hunks = align(before, after)
    if hunks is None:
        return "rewrite"
    telling = [hunk for hunk in hunks if not hunk.bare] or hunks
    staying = _without_moves(telling)
    operations = {operation for hunk in staying for operation in _describe(hunk)}
    if len(staying) < len(telling):
        operations.add("move")
    return "; ".join(sorted(_most_telling(operations))) or "none"


def _without_moves(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Drop pairs of hunks that take a statement out here and put the same in there."""
    taken = {_text(hunk.deleted) for hunk in hunks if not hunk.inserted and len(hunk.deleted) >= 3}
    put = {_text(hunk.inserted) for hunk in hunks if not hunk.deleted and len(hunk.inserted) >= 3}
    moved = taken & put
    return [h for h in hunks if not ((not h.deleted or not h.inserted) and _text(h.deleted or h.inserted) in moved)]


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens).strip(" ,;")


def _describe(hunk: Hunk) -> list[str]:
    """Operations of one hunk."""
    if hunk.deleted and hunk.inserted:
        return [_replaced(hunk)]
    sign, tokens = ("+", hunk.inserted) if hunk.inserted else ("-", hunk.deleted)
    return [sign + name for name in _named(tokens)]


def _replaced(hunk: Hunk) -> str:
    old, new = _named(hunk.deleted), _named(hunk.inserted)
    if old == new:
        return "~" + " ".join(old)
    short = len(hunk.deleted) <= MOST_REPLACED and len(hunk.inserted) <= MOST_REPLACED
    if short and _gist(hunk.deleted) != _gist(hunk.inserted):
        return f"{_spelt(hunk.deleted)} -> {_spelt(hunk.inserted)}"
    return f"~{_gist(hunk.inserted)}{_at(hunk.inserted)}"


def _named(tokens: tuple[Token, ...]) -> list[str]:
    """What a run of tokens is: whole nodes, a clause with a name of its own, or its few tokens spelt."""
    tokens = _trimmed(tokens)
    inside = set(common_path(tokens))
    if "attribute_item" in inside:
        others = tokens[0].text == "#" and "derive" not in {token.text for token in tokens}
        return ["attribute" if others else "derive"]
    for kind, name in CLAUSES.items():
        if kind in inside:
            return [name]
    if any(token.kind == "lifetime" for token in tokens) and all(
        token.kind == "lifetime" or token.text in {"<", ">", ",", "&", ":"} for token in tokens
    ):
        return ["lifetime"]
    wholes = _wholes(tokens)
    if wholes:
        return wholes
    spelt = _spelt(tokens) if len(tokens) <= MOST_SPELT else _gist(tokens)
    return [spelt if spelt[0] in ".?" else spelt + _at(tokens)]


def _trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without the separators at the front that belong to the node before."""
    for i, token in enumerate(tokens):
        if token.text not in {",", ";"}:
            return tokens[i:]
    return tokens


def _wholes(tokens: Sequence[Token]) -> list[str]:
    """Names of the statement-like nodes that a run of tokens consists of."""
    path = common_path(tokens)
    tops = {token.path[len(path)] for token in tokens if len(token.path) > len(path)}
    names = {WHOLE[kind] for kind in tops if kind in WHOLE}
    if not names and path and path[-1] in WHOLE and _looks_whole(tokens, path[-1]):
        names = {WHOLE[path[-1]]}
    return sorted(names)


def _looks_whole(tokens: Sequence[Token], kind: str) -> bool:
    """Whether a run inside one node is all of it, by how it begins and ends."""
    if kind == "match_arm":
        return "match_pattern" in tokens[0].path[-2:] and any(token.text == "=>" for token in tokens)
    if kind == "expression_statement":
        return tokens[-1].text == ";" and len(tokens) > 2
    return tokens[-1].text in ENDS and tokens[0].text in STARTS


def _spelt(tokens: Sequence[Token]) -> str:
    """The tokens themselves, anonymised: `.clone`, `& mut`, `Ok`; placeholders only where nothing says more."""
    words = [_word(token) for token in tokens if token.text not in SILENT]
    if any(word in KEPT for word in words):
        pairs = zip(words, [*words[1:], ""], strict=True)
        words = [w for w, after in pairs if w not in PLACEHOLDERS and not (w == "." and after in PLACEHOLDERS)]
    return " ".join(words).replace(". ", ".") or "punctuation"


def _gist(tokens: Sequence[Token]) -> str:
    """The first telling word of a long run: `.map_err`, `match`, `Ok`; `code` if there is none."""
    for before, token in zip((None, *tokens), tokens, strict=False):
        word = _word(token)
        if word in KEPT:
            return f".{word}" if before is not None and before.text == "." else word
        if word in KEYWORDS:
            return word
    return "code"


def _word(token: Token) -> str:
    if token.kind.endswith("_literal"):
        return "literal"
    if token.kind == "lifetime":
        return "'a"
    name = SYNONYMS.get(token.text, token.text)
    if name in KEPT or not (token.kind.endswith("identifier") or token.kind == "primitive_type"):
        return name
    return "T" if token.kind in TYPE_KINDS else "_"


def _at(tokens: Sequence[Token]) -> str:
    """The place as ` @let`, or nothing inside an expression."""
    place = _place(tokens)
    return f" @{place}" if place else ""


def _place(tokens: Sequence[Token]) -> str:
    for kind in reversed(common_path(tokens)):
        if kind in PLACES:
            return PLACES[kind]
        if kind.endswith("_expression") or kind in {"arguments", "token_tree", "block"}:
            return ""
    return ""


def _most_telling(operations: set[str]) -> list[str]:
    """The few operations that say most; a repair is called by what it adds.

    What is taken away, renamed or imported along the way counts only where nothing is added.
    """
    added = {operation for operation in operations if operation[0] not in "-~" and operation != "+use"}
    return sorted(added or operations, key=_rank)[:MOST_OPERATIONS]


def _rank(operation: str) -> tuple[int, int, str]:
    """Spelt operations before whole nodes before changed names, short ones first."""
    body = operation.lstrip("+-~").split(" @")[0]
    bland = operation.startswith("~") or body in {"_", "code", "punctuation", "literal"}
    return (2 if bland else 1 if body in WHOLE.values() else 0), len(operation), operation
