"""rustc's own suggestions as an arm: what a model adds is measured against it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from nightschool.evaluation.answer import Answer, Progress
from nightschool.files import digest_text
from nightschool.rust.judge import Judge
from nightschool.rust.suggestions import MOST_TRIES, Compiles, search_suggestions
from nightschool.types import Judgement, Koan, Program, Verdict


class SuggestionsArm:
    """rustc's own suggestions, searched two deep; no model. What a model adds is measured against it."""

    name = "suggestions"

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.digest = digest_text("suggestions", judge.toolchain.digest)

    def facts(self) -> dict[str, str]:
        """The toolchain whose suggestions these are, and how many candidates are compiled at most."""
        return {"toolchain": self.judge.toolchain.version, "most_tries": str(MOST_TRIES)}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The first repair that compiles; without one, no answer. If rustc could not be asked, that says nothing."""
        started = time.monotonic()
        asked = _Asked(self.judge)
        repaired = search_suggestions(asked, [Program(koan.broken, edition=koan.edition) for koan in koans])
        share = (time.monotonic() - started) / max(1, len(koans))
        why = "rustc could not be asked" if asked.in_vain else "no suggestion leads to a program that compiles"
        if progress:
            progress(len(koans), len(koans))
        return [
            Answer(koan.id, "", None, 0, share, why, asked.in_vain, found.tries)
            if found.source == koan.broken
            else Answer(koan.id, found.source, found.source, 0, share, tries=found.tries)
            for koan, found in zip(koans, repaired, strict=True)
        ]


class _Asked:
    """The judge, and whether it was asked in vain: which candidate of which koan that was, the search does not tell."""

    def __init__(self, judge: Compiles) -> None:
        self.judge, self.in_vain = judge, False

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """What the judge says."""
        judged = self.judge.compile(programs)
        self.in_vain |= any(judgement.verdict is Verdict.UNSCORED for judgement in judged)
        return judged
