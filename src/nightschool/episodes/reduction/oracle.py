"""What rustc says of a pair of programs: does the broken one still fail in the same way, does the fixed one compile?

In the same way: its first error has the episode's code, message and labelled words, and it has no error that it had
not before. Covered: many pairs at once, in the sandbox, each program judged once. Not covered: what to try (`shrink`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nightschool.rust.judge import Judge
from nightschool.types import Diagnostic, Judgement, Program, Verdict

_WORD = re.compile(r"\w+|[^\w\s]+|$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A broken program and the fixed one."""

    broken: str
    fixed: str


Signature = tuple[str | None, str, frozenset[tuple[bool, str]]]


def signature(error: Diagnostic, source: str) -> Signature:
    """Code, message, and the words that labels stand at, primary ones marked."""
    lines = source.split("\n")
    words = frozenset((label.primary, _word(lines, label.line, label.column)) for label in error.labels)
    return error.code, error.message, words


def _word(lines: Sequence[str], line: int, column: int) -> str:
    text = lines[line - 1][column - 1 :].lstrip() if 0 < line <= len(lines) else ""
    found = _WORD.match(text)
    return found[0] if found else ""


@dataclass
class Oracle:
    """Asks rustc, remembers what it said."""

    judge: Judge
    edition: str
    asked: int = 0
    """Programs compiled so far."""
    _known: dict[str, Judgement] = field(default_factory=dict)

    def compiled(self, programs: Sequence[str]) -> list[Judgement]:
        """rustc on each program."""
        fresh = [text for text in dict.fromkeys(programs) if text not in self._known]
        self.asked += len(fresh)
        found = self.judge.screen([Program(text, edition=self.edition) for text in fresh])
        self._known |= dict(zip(fresh, found, strict=True))
        return [self._known[text] for text in programs]

    def signatures(self, source: str) -> list[Signature]:
        """Of the program's errors, rustc's first one first."""
        (found,) = self.compiled([source])
        return [signature(error, source) for error in found.diagnostics]

    def holds(self, pairs: Sequence[Pair], wanted: Sequence[Signature]) -> list[bool]:
        """For each pair: it fails with `wanted[0]` first and with nothing but `wanted`, and its repair compiles."""
        broken = self.compiled([pair.broken for pair in pairs])
        still = [self._same(one, pair.broken, wanted) for one, pair in zip(broken, pairs, strict=True)]
        left = [pair.fixed for pair, fails in zip(pairs, still, strict=True) if fails]
        passed = iter(self.compiled(left))
        return [fails and next(passed).verdict is Verdict.PASSED for fails in still]

    @staticmethod
    def _same(judgement: Judgement, source: str, wanted: Sequence[Signature]) -> bool:
        if judgement.verdict is not Verdict.NOT_COMPILED or not judgement.diagnostics:
            return False
        found = [signature(error, source) for error in judgement.diagnostics]
        return found[0] == wanted[0] and set(found) <= set(wanted)
