"""Carries a row's fix over to another program: the same edit, under the names of the other place.

A fix is a list of hunks between two token streams. Each is put where the deleted tokens fit and most of the
tokens around them do, under one renaming of names and literals for all hunks. Covered: names and literals that
stand in the context or in what is deleted; layout comes from the row. Not covered: names that only the
inserted text has (they stay), and whether the result compiles; rustc decides that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from nightschool.rust.lexer import Token, tokenize

CONTEXT = 8
"""Tokens looked at on either side of a hunk."""
KEYWORDS = frozenset(
    {
        "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false",
        "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return",
        "self", "Self", "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
        "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
        "isize", "f32", "f64",
    }
)  # fmt: skip
"""Names that are never renamed."""
RENAMED = frozenset({"name", "lifetime", "number", "text"})


class Word(NamedTuple):
    """A token without its place."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Hunk:
    """One place of a fix: the deleted words, between those around them, give way to `text`."""

    left: tuple[Word, ...]
    """Up to CONTEXT words before, the nearest last; fewer only where the program begins."""
    deleted: tuple[Word, ...]
    right: tuple[Word, ...]
    """Up to CONTEXT words after; fewer only where the program ends."""
    text: str
    """From the end of the last word before the hunk to the start of the first one after it."""


Fix = tuple[Hunk, ...]
"""A row's fix, ready to be carried over."""


def fix_of(broken: str, fixed: str) -> Fix:
    """The hunks that turn one program into the other."""
    before, after = tuple(tokenize(broken)), tuple(tokenize(fixed))
    matcher = SequenceMatcher(None, [t.text for t in before], [t.text for t in after], autojunk=False)
    return tuple(
        Hunk(
            _words(before[max(0, i - CONTEXT) : i]),
            _words(before[i:i_end]),
            _words(before[i_end : i_end + CONTEXT]),
            fixed[_end(after, j) : _start(after, j_end, fixed)],
        )
        for tag, i, i_end, j, j_end in matcher.get_opcodes()
        if tag != "equal"
    )


def _words(tokens: Sequence[Token]) -> tuple[Word, ...]:
    return tuple(Word(token.kind, token.text) for token in tokens)


def carry_over(fix: Fix, source: str, tokens: Sequence[Token] | None = None) -> str | None:
    """`source` (with its tokens, if at hand) with the fix made in it; None where it fits nowhere."""
    tokens = tuple(tokenize(source)) if tokens is None else tokens
    keys = [_key(token.kind, token.text) for token in tokens]
    names: dict[str, str] = {}
    places: list[int] = []
    first = 0
    for hunk in fix:
        found = _best_place(hunk, tokens, keys, first, names)
        if found is None:
            return None
        place, names = found
        places.append(place)
        first = place + max(1, len(hunk.deleted))  # what this hunk replaces is no place for the next
    for hunk, place in reversed(list(zip(fix, places, strict=True))):
        end = place + len(hunk.deleted)
        source = source[: _end(tokens, place)] + _renamed(hunk.text, names) + source[_start(tokens, end, source) :]
    return source


def _best_place(
    hunk: Hunk, tokens: Sequence[Token], keys: Sequence[str], first: int, names: Mapping[str, str]
) -> tuple[int, dict[str, str]] | None:
    """Where the hunk fits best at or after token `first`, and the renaming under which it does."""
    left, right = hunk.left[-1:], hunk.right[:1]
    before, after = (_key(*left[0]) if left else "", _key(*right[0]) if right else "")
    deleted = [_key(*word) for word in hunk.deleted]
    best: tuple[float, int, dict[str, str]] | None = None
    for place in range(first, len(tokens) - len(deleted) + 1):
        end = place + len(deleted)
        beside = (keys[place - 1] if place else "", keys[end] if end < len(keys) else "")
        if keys[place:end] != deleted or (beside[0] != before and beside[1] != after):
            continue
        found = _fit(hunk, tokens, place, dict(names))
        if found is not None and (best is None or found[0] > best[0]):
            best = (found[0], place, found[1])
    return (best[1], best[2]) if best else None


def _key(kind: str, text: str) -> str:
    """Equal for tokens that may be alike."""
    return kind if kind in RENAMED and text not in KEYWORDS else text


def _fit(hunk: Hunk, tokens: Sequence[Token], place: int, names: dict[str, str]) -> tuple[float, dict[str, str]] | None:
    """How well the hunk fits at `place`: near tokens count more, equal texts more than renamed ones.

    None if a deleted token differs, or if neither neighbour is alike.
    """
    end = place + len(hunk.deleted)
    if not all(_alike(word, token, names) for word, token in zip(hunk.deleted, tokens[place:end], strict=True)):
        return None
    score = 0.0
    for n in range(1, CONTEXT + 1):
        score += _gain(hunk.left[-n] if n <= len(hunk.left) else None, tokens, place - n, names) / n
        score += _gain(hunk.right[n - 1] if n <= len(hunk.right) else None, tokens, end + n - 1, names) / n
        if not score:
            return None
    return score, names


def _gain(word: Word | None, ours: Sequence[Token], place: int, names: dict[str, str]) -> float:
    within = 0 <= place < len(ours)
    if word is None or not within:
        return 0.5 if word is None and not within else 0.0  # both at the edge of their programs
    if not _alike(word, ours[place], names):
        return 0.0
    return 1.5 if word.text == ours[place].text else 1.0


def _alike(theirs: Word, ours: Token, names: dict[str, str]) -> bool:
    """Whether two tokens are one under the renaming, which learns what is new to it."""
    if theirs.kind != ours.kind:
        return False
    if theirs.kind not in RENAMED or theirs.text in KEYWORDS or ours.text in KEYWORDS:
        return theirs.text == ours.text
    return names.setdefault(theirs.text, ours.text) == ours.text


def _renamed(text: str, names: Mapping[str, str]) -> str:
    parts, position = [], 0
    for token in tokenize(text):
        parts += [text[position : token.start], names.get(token.text, text[token.start : token.end])]
        position = token.end
    return "".join([*parts, text[position:]])


def _end(tokens: Sequence[Token], index: int) -> int:
    """Where the token before `index` ends."""
    return tokens[index - 1].end if index else 0


def _start(tokens: Sequence[Token], index: int, source: str) -> int:
    """Where the token at `index` starts."""
    return tokens[index].start if index < len(tokens) else len(source)
