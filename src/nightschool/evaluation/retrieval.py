"""The fixes of the most similar corpus rows, carried over: what the corpus is worth without any training.

Covered: similarity by error code, by the words of the diagnostic, and by the abstracted tokens around the lines
it names; the fixes of the nearest rows, nearest first; the first that compiles is the answer. Not covered:
carrying a fix over (`transfer`). Source: retrieval as a baseline of repair, after Nashid et al. (2023).
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.evaluation.answer import Answer, Progress
from nightschool.evaluation.diagnose import diagnose
from nightschool.evaluation.transfer import KEYWORDS, RENAMED, carry_over, fix_of
from nightschool.evaluation.verdicts import verified
from nightschool.files import digest_text
from nightschool.rust.canonical import jaccard, ngrams
from nightschool.rust.judge import Judge
from nightschool.rust.lexer import Token, tokenize
from nightschool.types import Koan, Row, Verdict

NEAREST = 24
"""Rows whose fixes are carried over."""
TRIES = 8
"""Most candidates compiled for each koan."""
AROUND = 1
"""Lines looked at on either side of those that the diagnostic names."""
GRAM = 3
_CODE = re.compile(r"error\[(E\d{4})\]")
_LINE = re.compile(r"\bline (\d+):")
_QUOTED = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[A-Za-z']+")

Features = frozenset[str | tuple[str, ...]]


class RetrievalArm:
    """The nearest verified fix, re-applied."""

    name = "retrieval"

    def __init__(self, corpus: Path, judge: Judge) -> None:
        self.corpus, self.judge = read_corpus(corpus), judge
        settings = (NEAREST, TRIES, AROUND, GRAM)
        self.digest = digest_text(self.name, self.corpus.digest, judge.toolchain.digest, str(settings))

    def facts(self) -> dict[str, str]:
        """The corpus, and how many candidates are compiled at most."""
        return {"corpus": self.corpus.digest, "most_tries": str(TRIES)}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The first candidate that compiles; without one, no answer."""
        started = time.monotonic()
        diagnostics = diagnose(koans, self.judge)
        candidates = [self._candidates(k, d) if d else [] for k, d in zip(koans, diagnostics, strict=True)]
        answers = [
            Answer(koan.id, "", None, 0, 0.0, _why(len(tried)), diagnostic is None, len(tried))
            for koan, tried, diagnostic in zip(koans, candidates, diagnostics, strict=True)
        ]
        self._verify(koans, candidates, answers)
        share = (time.monotonic() - started) / max(1, len(koans))
        if progress:
            progress(len(koans), len(koans))
        return [replace(answer, seconds=share) for answer in answers]

    def _candidates(self, koan: Koan, diagnostic: str) -> list[str]:
        programs: dict[str, None] = {}
        for row in self._nearest(koan.broken, diagnostic):
            program = carry_over(fix_of(row.broken, row.fixed), koan.broken)
            if program is not None and program != koan.broken:
                programs[program] = None
            if len(programs) == TRIES:
                break
        return list(programs)

    def _nearest(self, broken: str, diagnostic: str) -> Iterator[Row]:
        """Rows of the same error code, most similar first; ties by id."""
        code = _CODE.search(diagnostic)
        wanted = features(broken, diagnostic)
        rows = self._by_code.get(code[1] if code else "", [])
        ranked = sorted(rows, key=lambda pair: (-jaccard(wanted, pair[0]), pair[1].id))
        return (row for _, row in ranked[:NEAREST])

    @cached_property
    def _by_code(self) -> dict[str, list[tuple[Features, Row]]]:
        found: dict[str, list[tuple[Features, Row]]] = defaultdict(list)
        for row in self.corpus.rows:
            found[row.error_code].append((features(row.broken, row.diagnostic), row))
        return found

    def _verify(self, koans: Sequence[Koan], candidates: Sequence[Sequence[str]], answers: list[Answer]) -> None:
        """Compile all candidates of all koans together; the first of a koan that compiles becomes its answer."""
        asked = [(index, program) for index, programs in enumerate(candidates) for program in programs]
        tried = [Answer(koans[index].id, program, program) for index, program in asked]
        judged = verified(self.judge, [koans[index] for index, _ in asked], tried)
        for (index, _), answer, judgement in reversed(list(zip(asked, tried, judged, strict=True))):
            if judgement.verdict is Verdict.PASSED:
                answers[index] = replace(answer, tries=len(candidates[index]))
            elif judgement.verdict is Verdict.UNSCORED and answers[index].program is None:
                answers[index] = replace(answers[index], unscored=True)


def features(broken: str, diagnostic: str) -> Features:
    """Words of the diagnostic without what it quotes, and abstract trigrams of the lines it names."""
    said = "\n".join(line for line in diagnostic.split("\n") if not line[:1].isdigit())  # edits are code
    words = _WORD.findall(_QUOTED.sub("", said))
    lines = {int(number) + step for number in _LINE.findall(diagnostic) for step in range(-AROUND, AROUND + 1)}
    text = "\n".join(line for number, line in enumerate(broken.split("\n"), 1) if number in lines)
    return frozenset(words) | ngrams([_abstract(token) for token in tokenize(text)], GRAM)


def _abstract(token: Token) -> str:
    if token.kind not in RENAMED or token.text in KEYWORDS:
        return token.text
    return "$" if token.kind == "name" else token.kind


def _why(tried: int) -> str:
    return f"none of {tried} fixes carried over compiles" if tried else "no fix of a similar row fits"
