"""Line edits: the one short way to write a change of a program, for rustc's suggestions and for answers alike.

    7 let mut total = 0;     line 7 becomes this, indented as it was
    7+total += 1;            a new line after line 7 (0+ before the first), indented as its place suggests
    9-                       line 9 goes
    7:  odd                  line 7 becomes exactly this, indentation included
    7>  odd                  a new line, exactly

The last two are taken only where the indentation is not the expected one. A suggestion in the diagnostic reads
exactly like the answer that follows it, so following one is copying. Lines are whole: naming only the change
(`7 total → mut total`) saves two tokens in a hundred and was learnt worse (docs/log.md).

Covered: edits and their inverse (`apply_edits(a, line_edits(a, b))` is `b` up to trailing newlines), malformed
edits (None: data, not an error), telling early that a text can no longer become edits. Not covered: judging.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_EDIT = re.compile(r"([0-9]{1,5})(?:([ :+>])(.*)|(-)())", re.DOTALL)
_EDIT_PREFIX = re.compile(r"([0-9]{1,5}(-|[ :+>].*)?)?", re.DOTALL)
_OPENING, _CLOSING, _STEP = ("{", "(", "["), ("}", ")", "]"), "    "


def lines_of(program: str) -> list[str]:
    """Lines of a program, trailing newlines left out."""
    return program.rstrip("\n").split("\n")


def line_edits(before: str, after: str) -> list[str]:
    """The line edits that turn `before` into `after`, from top to bottom."""
    old, new = lines_of(before), lines_of(after)
    edits: list[str] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _edits(old, (i, i_end), new[j:j_end])
    return edits


def apply_edits(program: str, edits: Sequence[str]) -> str | None:
    """Apply edits; None on a line that is no edit, an unknown number, or a line changed twice."""
    lines = lines_of(program)
    replaced: dict[int, str | None] = {}
    inserted: dict[int, list[tuple[str, str]]] = {}
    for match in map(_EDIT.fullmatch, edits):
        if match is None:
            return None
        number, mark, text = int(match[1]), match[2] or match[4], match[3] or ""
        inserts = mark in "+>"
        if number > len(lines) or (not inserts and (number == 0 or number in replaced)):
            return None
        if inserts:
            inserted.setdefault(number, []).append((mark, text))
        else:
            replaced[number] = _replacement(mark, text, lines[number - 1])
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
    short = new.lstrip()
    return f"{number} {short}" if _replacement(" ", short, old) == new else f"{number}:{new}"


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
