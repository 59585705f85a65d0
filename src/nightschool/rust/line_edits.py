"""Line edits: the one short way to write a change of a program, for rustc's suggestions and for answers alike.

    7 total → mut total      in line 7 the first `total` becomes `mut total`
    7 let total = one();     line 7 becomes this, indented as it was
    7+total += 1;            a new line after line 7 (0+ before the first), indented as its place suggests
    9-                       line 9 goes
    7:  odd                  line 7 becomes exactly this, indentation included
    7>  odd                  a new line, exactly

The arrow form is taken where it is shorter; the last two only where the indentation is not the expected one.
A suggestion in the diagnostic reads exactly like the answer that follows it, so following one is copying.

Covered: edits and their inverse (`apply_edits(a, line_edits(a, b))` is `b` up to trailing newlines), malformed
edits (None: data, not an error), telling early that a text can no longer become edits. Not covered: judging.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

ARROW = " → "
LONGEST = 500
"""Characters up to which the shortest change of a line is searched; the search is quadratic."""

_EDIT = re.compile(r"([0-9]{1,5})(?:([ :+>])(.*)|(-)())", re.DOTALL)
_EDIT_PREFIX = re.compile(r"([0-9]{1,5}(-|[ :+>].*)?)?", re.DOTALL)
_PIECE = re.compile(r"\w+|\s+|.")
_OPENING, _CLOSING, _STEP = ("{", "(", "["), ("}", ")", "]"), "    "


def lines_of(program: str) -> list[str]:
    """Lines of a program, trailing newlines left out."""
    return program.rstrip("\n").split("\n")


def line_edits(before: str, after: str) -> list[str]:
    """The shortest line edits that turn `before` into `after`, from top to bottom."""
    old, new = lines_of(before), lines_of(after)
    edits: list[str] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _edits(old, (i, i_end), new[j:j_end])
    return edits


def apply_edits(program: str, edits: Sequence[str]) -> str | None:
    """Apply edits; None on a line that is no edit, an unknown number, or a change of what is not there."""
    lines = lines_of(program)
    replaced: dict[int, str | None] = {}
    inserted: dict[int, list[tuple[str, str]]] = {}
    for match in map(_EDIT.fullmatch, edits):
        if match is None:
            return None
        number, mark, text = int(match[1]), match[2] or match[4], match[3] or ""
        inserts = mark in "+>"
        if number > len(lines) or (not inserts and number == 0):
            return None
        if inserts:
            inserted.setdefault(number, []).append((mark, text))
            continue
        changes = mark == " " and ARROW in text
        was, _, now = text.partition(ARROW)
        line = replaced.get(number, lines[number - 1])
        if (changes and (not was or line is None or was not in line)) or (not changes and number in replaced):
            return None
        replaced[number] = (line or "").replace(was, now, 1) if changes else _replacement(mark, text, line or "")
    return _rebuild(lines, replaced, inserted)


def well_formed_so_far(text: str) -> bool:
    """Whether some continuation of `text` can be edits."""
    *finished, last = text.split("\n")
    return all(_EDIT.fullmatch(line) for line in finished) and _EDIT_PREFIX.fullmatch(last) is not None


def _edits(before: Sequence[str], span: tuple[int, int], new: Sequence[str]) -> list[str]:
    """Edits that put `new` in place of lines span[0]+1..span[1]: pairwise, then insert or delete the rest."""
    start, end = span
    shared = min(end - start, len(new))
    edits = [_rewrite(number, before[number - 1], line) for number, line in enumerate(new[:shared], start + 1)]
    edits += [f"{number}-" for number in range(start + shared + 1, end + 1)]
    place = start + shared
    above = new[shared - 1] if shared else before[place - 1] if place else ""
    for line in new[shared:]:
        short = line.lstrip()
        edits.append(f"{place}+{short}" if _insertion("+", short, above) == line else f"{place}>{line}")
        above = line
    return edits


def _rewrite(number: int, old: str, new: str) -> str:
    """One line becomes another: the change where it is shorter, else the whole line."""
    short = new.lstrip()
    if ARROW in new or _replacement(" ", short, old) != new:
        return f"{number}:{new}"
    change = shortest_change(old, new)
    return f"{number} {change if change and len(change) < len(short) else short}"


def shortest_change(old: str, new: str) -> str | None:
    """`a → b` such that the first `a` of `old` becoming `b` gives `new`; whole words, no blank edges.

    None where there is no such thing short of the whole line, and for lines above LONGEST characters.
    """
    if max(len(old), len(new)) > LONGEST:
        return None
    pieces, other = _PIECE.findall(old), _PIECE.findall(new)
    start = _common(pieces, other)
    tail = min(_common(pieces[::-1], other[::-1]), len(pieces) - start, len(other) - start)
    end = len(pieces) - tail
    while True:
        was, now = "".join(pieces[start:end]), "".join(other[start : len(other) - (len(pieces) - end)])
        if _sound(was) and _sound(now) and old.replace(was, now, 1) == new:
            return f"{was}{ARROW}{now}"
        if start == 0 and end == len(pieces):
            return None
        right = end < len(pieces) and (start == 0 or _prefers_right(pieces, start, end))
        start, end = (start, end + 1) if right else (start - 1, end)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _prefers_right(pieces: Sequence[str], start: int, end: int) -> bool:
    """Grow towards a neighbouring word rather than over a blank."""
    return pieces[start - 1].isspace() and not pieces[end].isspace()


def _sound(text: str) -> bool:
    return bool(text) and text == text.strip() and ARROW.strip() not in text


def _replacement(mark: str, text: str, old: str) -> str | None:
    if mark == "-":
        return None
    return text if mark == ":" or not text else _indent(old) + text


def _insertion(mark: str, text: str, above: str) -> str:
    """A new line below `above`: one step deeper after an opening bracket, one less before a closing one."""
    if mark == ">" or not text:
        return text
    indent = _indent(above)
    if above.rstrip().endswith(_OPENING):
        indent += _STEP
    if text.startswith(_CLOSING):
        indent = indent[: max(0, len(indent) - len(_STEP))]
    return indent + text


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _rebuild(lines: list[str], replaced: dict[int, str | None], inserted: dict[int, list[tuple[str, str]]]) -> str:
    result: list[str] = []
    for number, line in enumerate(["", *lines]):
        kept = replaced.get(number, line)
        above = kept if kept is not None else line
        if number and kept is not None:
            result.append(kept)
        for mark, text in inserted.get(number, ()):
            above = _insertion(mark, text, above)
            result.append(above)
    return "\n".join(result).rstrip("\n") + "\n"
