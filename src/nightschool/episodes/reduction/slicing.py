"""A first cut: everything that the changed pieces do not need, as far as names show.

Covered: functions that are not changed and hold no error become `todo!()`, and items that no kept piece names go. Not
covered: needs that names do not show (an impl for inference); rustc refuses such a cut, and `shrink` goes on piece by
piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from nightschool.episodes.reduction.oracle import Pair
from nightschool.episodes.reduction.pieces import ITEMS, Piece, pieces
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit, apply_edits

_NAME = re.compile(r"\w+")
Edits = Callable[[Piece, bool, bytes], Edit | None]


def rewritten(pair: Pair, chosen: Sequence[Piece], edit: Edits) -> Pair:
    """The pair with an edit of each chosen piece on both sides; pieces in others that are edited are left out."""
    sides = []
    for in_fixed, text in ((False, pair.broken), (True, pair.fixed)):
        data = text.encode()
        found = [one for piece in chosen if (one := edit(piece, in_fixed, data)) is not None]
        sides.append(apply_edits(data, _outer(found)))
    return Pair(*sides)


def _outer(edits: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for one in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def remove(piece: Piece, in_fixed: bool, data: bytes) -> Edit | None:
    """Take a piece out."""
    return piece.removal(in_fixed, data)


def empty(piece: Piece, in_fixed: bool, data: bytes) -> Edit | None:
    """Leave a function's signature only."""
    return piece.emptied(in_fixed)


def in_focus(piece: Piece, lines: frozenset[int]) -> bool:
    """It is changed by the repair, or an error lies in it."""
    first, last = piece.broken.start_point[0] + 1, piece.broken.end_point[0] + 1
    return not piece.same or any(first <= line <= last for line in lines)


def emptied(pair: Pair, lines: frozenset[int]) -> Pair:
    """All functions out of focus without their bodies. `lines`: those that the errors label."""
    shared = pieces(Syntax(pair.broken), Syntax(pair.fixed))
    return rewritten(pair, [one for one in shared if one.kind == "function_item" and not in_focus(one, lines)], empty)


def sliced(pair: Pair, lines: frozenset[int]) -> Pair:
    """Only items that are in focus or named by one that is kept."""
    shared = [one for one in pieces(Syntax(pair.broken), Syntax(pair.fixed)) if one.kind in ITEMS]
    needed = {at for at, one in enumerate(shared) if in_focus(one, lines)}
    words: set[str] = set()
    ahead = list(needed)
    while ahead:
        words |= set(_words(shared[ahead.pop()]))
        fresh = [at for at, one in enumerate(shared) if at not in needed and _is_named(one, words)]
        needed.update(fresh)
        ahead += fresh
    return rewritten(pair, [one for at, one in enumerate(shared) if at not in needed and one.same], remove)


def _is_named(piece: Piece, words: set[str]) -> bool:
    if piece.kind in ("use_declaration", "foreign_mod_item", "extern_crate_declaration"):
        return any(word in words for word in _NAME.findall((piece.broken.text or b"").decode()))
    name = _NAME.match(piece.name)
    return piece.kind == "mod_item" or name is None or name[0] in words


def _words(piece: Piece) -> Iterator[str]:
    """Names in a piece; of one that holds items (a module, an impl) only its head's, as they are pieces themselves."""
    text = (piece.broken.text or b"").decode() + " " + ("" if piece.same else (piece.fixed.text or b"").decode())
    if piece.kind == "mod_item":
        text = ""
    elif piece.kind == "impl_item" and piece.broken.child_by_field_name("trait") is None:
        text = text.partition("{")[0]
    yield from _NAME.findall(text)
