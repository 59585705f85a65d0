"""Answer formats: how a repair is written by the model and put back into a program.

`edit` names changed lines only, one per line, numbered as in the prompt, which shows them without their
indentation (`7 let total = 0;`):

    7 let mut total = 0;     line 7 becomes this, indented as it was
    7+total += 1;            a new line after line 7 (0+ before the first), indented as its place suggests
    9-                       line 9 goes
    7:  odd                  line 7 becomes exactly this, indentation included
    7>  odd                  a new line, exactly

The last two are written only where the indentation is not the expected one. Numbers without indentation
cost hardly more tokens than indentation without numbers, and an edit costs a few.
`program` is the whole repaired file.

Covered: target and its inverse (`apply(broken, target(broken, fixed))` is `fixed` up to trailing
newlines), malformed answers (None: data, not an error), and telling early that an answer can no longer
become well formed. Not covered: whether the repaired program is any good; that is the judge's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, Protocol

FormatName = Literal["edit", "program"]

_EDIT = re.compile(r"([0-9]{1,5})(?:([ :+>])(.*)|(-)())", re.DOTALL)
_EDIT_PREFIX = re.compile(r"([0-9]{1,5}(-|[ :+>].*)?)?", re.DOTALL)
_OPENING, _CLOSING, _STEP = ("{", "(", "["), ("}", ")", "]"), "    "
_FENCE = re.compile(r"```[a-z]*\n(.*?)(?:\n```|\Z)", re.DOTALL)


class AnswerFormat(Protocol):
    """One way to write a repair."""

    name: FormatName

    def target(self, broken: str, fixed: str) -> str:
        """What the model should say."""
        ...

    def apply(self, broken: str, answer: str) -> str | None:
        """The repaired program; None if the answer is malformed."""
        ...

    def hopeless(self, answer: str) -> bool:
        """Whether no continuation of this unfinished answer can be well formed."""
        ...

    def show(self, broken: str) -> str:
        """The broken program as the prompt shows it."""
        ...


def lines_of(program: str) -> list[str]:
    """Lines of a program, trailing newlines left out."""
    return program.rstrip("\n").split("\n")


class EditFormat:
    """Changed lines by number."""

    name: FormatName = "edit"

    def show(self, broken: str) -> str:
        """Every line that is not blank with its number, without indentation."""
        return "\n".join(f"{n} {line.lstrip()}" for n, line in enumerate(lines_of(broken), 1) if line.strip())

    def target(self, broken: str, fixed: str) -> str:
        """The shortest line edits that turn `broken` into `fixed`, from top to bottom."""
        before, after = lines_of(broken), lines_of(fixed)
        edits: list[str] = []
        for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                edits += _edits(before, (i, i_end), after[j:j_end])
        return "\n".join(edits)

    def apply(self, broken: str, answer: str) -> str | None:
        """Apply the edits; None on a line that is no edit, an unknown number, or a line edited twice."""
        lines = lines_of(broken)
        replaced: dict[int, str | None] = {}
        inserted: dict[int, list[tuple[str, str]]] = {}
        for match in map(_EDIT.fullmatch, _answer_lines(answer)):
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

    def hopeless(self, answer: str) -> bool:
        """Whether a finished line is no edit, or the last one cannot become one."""
        *finished, last = answer.split("\n")
        return any(not _EDIT.fullmatch(line) for line in finished) or not _EDIT_PREFIX.fullmatch(last)


class ProgramFormat:
    """The whole repaired file; a fenced block is unwrapped."""

    name: FormatName = "program"

    def show(self, broken: str) -> str:
        """The program as it is."""
        return broken.rstrip("\n")

    def target(self, broken: str, fixed: str) -> str:
        """The fixed program."""
        return fixed.rstrip("\n")

    def apply(self, broken: str, answer: str) -> str | None:
        """The answer itself, or the first fenced block in it; None if there is nothing."""
        fenced = _FENCE.search(answer)
        text = fenced[1] if fenced else answer
        return text.rstrip("\n") + "\n" if text.strip() else None

    def hopeless(self, answer: str) -> bool:
        """Never: any text may become a program."""
        return False


def answer_format(name: FormatName) -> AnswerFormat:
    """The format of that name."""
    return EditFormat() if name == "edit" else ProgramFormat()


def _edits(before: Sequence[str], span: tuple[int, int], new: Sequence[str]) -> list[str]:
    """Edits that put `new` in place of lines span[0]+1..span[1]: pairwise, then insert or delete the rest."""
    start, end = span
    shared = min(end - start, len(new))
    edits = []
    for number, line in enumerate(new[:shared], start + 1):
        short = line.lstrip()
        same = _replacement(" ", short, before[number - 1]) == line
        edits.append(f"{number} {short}" if same else f"{number}:{line}")
    edits += [f"{number}-" for number in range(start + shared + 1, end + 1)]
    place = start + shared
    above = new[shared - 1] if shared else before[place - 1] if place else ""
    for line in new[shared:]:
        short = line.lstrip()
        edits.append(f"{place}+{short}" if _insertion("+", short, above) == line else f"{place}>{line}")
        above = line
    return edits


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


def _answer_lines(answer: str) -> list[str]:
    text = answer.strip("\n")
    return text.split("\n") if text else []


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
