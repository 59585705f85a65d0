"""Answer formats: how a repair is written by the model and put back into a program.

`edit` is line edits (`nightschool.rust.line_edits`): changed places only, by the line numbers that the prompt
shows. rustc's suggestions are rendered in the same syntax, so following one is copying it. The prompt shows the
lines that matter (`excerpt`), without their indentation. `program` is the whole repaired file, shown whole.

Covered: target and its inverse (`apply(broken, target(broken, fixed))` is `fixed` up to trailing newlines),
malformed answers (None: data, not an error), and telling early that an answer can no longer become well
formed. Not covered: whether the repaired program is any good; that is the judge's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Protocol

from nightschool.config import AnswerConfig
from nightschool.modeling.excerpt import excerpt
from nightschool.rust.line_edits import apply_edits, line_edits, lines_of, well_formed_so_far

FormatName = Literal["edit", "program"]

_FENCE = re.compile(r"```[a-z]*\n(.*?)(?:\n```|\Z)", re.DOTALL)


class AnswerFormat(Protocol):
    """One way to write a repair."""

    @property
    def name(self) -> FormatName:
        """Its name in the config."""
        ...

    @property
    def suggestions(self) -> bool:
        """Whether prompts show rustc's suggestions."""
        ...

    def target(self, broken: str, fixed: str) -> str:
        """What the model should say."""
        ...

    def apply(self, broken: str, answer: str) -> str | None:
        """The repaired program; None if the answer is malformed."""
        ...

    def hopeless(self, answer: str) -> bool:
        """Whether no continuation of this unfinished answer can be well formed."""
        ...

    def show(self, broken: str, diagnostic: str) -> str:
        """The broken program as the prompt shows it."""
        ...


@dataclass(frozen=True, slots=True)
class EditFormat:
    """Changed places by line number."""

    context: int | None = 2
    """Lines shown around those the diagnostic names; None shows the whole program."""
    suggestions: bool = True

    @property
    def name(self) -> FormatName:
        """`edit`."""
        return "edit"

    def show(self, broken: str, diagnostic: str) -> str:
        """Numbered lines without their indentation; blank ones are left out."""
        lines = lines_of(broken)
        numbers = range(1, len(lines) + 1) if self.context is None else excerpt(lines, diagnostic, self.context)
        return "\n".join(f"{n} {lines[n - 1].lstrip()}" for n in numbers if lines[n - 1].strip())

    def target(self, broken: str, fixed: str) -> str:
        """The edits that turn `broken` into `fixed`, from top to bottom."""
        return "\n".join(line_edits(broken, fixed))

    def apply(self, broken: str, answer: str) -> str | None:
        """Apply the edits; None on a line that is no edit or that changes what is not there."""
        text = answer.strip("\n")
        return apply_edits(broken, text.split("\n") if text else [])

    def hopeless(self, answer: str) -> bool:
        """Whether a finished line is no edit, or the last one cannot become one."""
        return not well_formed_so_far(answer)


@dataclass(frozen=True, slots=True)
class ProgramFormat:
    """The whole repaired file; a fenced block is unwrapped."""

    suggestions: bool = True

    @property
    def name(self) -> FormatName:
        """`program`."""
        return "program"

    def show(self, broken: str, diagnostic: str) -> str:
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


def answer_format(config: AnswerConfig) -> AnswerFormat:
    """The format that the config asks for."""
    if config.format == "program":
        return ProgramFormat(config.suggestions)
    return EditFormat(config.context_lines, config.suggestions)
