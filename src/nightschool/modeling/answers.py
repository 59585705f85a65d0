"""Answer formats: how a repair is written by the model and put back into a program.

`edit` names changed lines only, one per line, counted as in the prompt:

    7:    let mut total = 0;     line 7 becomes this
    7+    total += 1;            a new line after line 7 (0+ before the first; in order of writing)
    9-                           line 9 goes

The mark follows the number at once and the rest of the line is taken literally, indentation included, so
that an edit copies the shape of the prompt's own lines (`7:    let total = 0;`) and costs a few tokens.
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

_EDIT = re.compile(r"(\d{1,5})([:+-])(.*)", re.DOTALL)
_EDIT_PREFIX = re.compile(r"(\d{1,5}([:+-].*)?)?", re.DOTALL)
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
        """Every line with its number, in the shape that answers use."""
        return "\n".join(f"{n}:{line}" for n, line in enumerate(lines_of(broken), 1))

    def target(self, broken: str, fixed: str) -> str:
        """The shortest line edits that turn `broken` into `fixed`, from top to bottom."""
        before, after = lines_of(broken), lines_of(fixed)
        edits: list[str] = []
        for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                edits += _edits(i, i_end, after[j:j_end])
        return "\n".join(edits)

    def apply(self, broken: str, answer: str) -> str | None:
        """Apply the edits; None on a line that is no edit, an unknown number, or a line edited twice."""
        lines = lines_of(broken)
        replaced: dict[int, str | None] = {}
        inserted: dict[int, list[str]] = {}
        for match in map(_EDIT.fullmatch, _answer_lines(answer)):
            if match is None:
                return None
            number, mark, text = int(match[1]), match[2], match[3]
            if number > len(lines) or (mark != "+" and (number == 0 or number in replaced)):
                return None
            if mark == "+":
                inserted.setdefault(number, []).append(text)
            else:
                replaced[number] = text if mark == ":" else None
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


def _edits(start: int, end: int, new: Sequence[str]) -> list[str]:
    """Edits that put `new` in place of lines start+1..end: pairwise, then insert or delete the rest."""
    shared = min(end - start, len(new))
    edits = [f"{start + k + 1}:{new[k]}" for k in range(shared)]
    edits += [f"{n}-" for n in range(start + shared + 1, end + 1)]
    return edits + [f"{start + shared}+{line}" for line in new[shared:]]


def _answer_lines(answer: str) -> list[str]:
    text = answer.strip("\n")
    return text.split("\n") if text else []


def _rebuild(lines: list[str], replaced: dict[int, str | None], inserted: dict[int, list[str]]) -> str:
    result = list(inserted.get(0, ()))
    for number, line in enumerate(lines, 1):
        kept = replaced.get(number, line)
        result += [kept] if kept is not None else []
        result += inserted.get(number, ())
    return "\n".join(result).rstrip("\n") + "\n"
