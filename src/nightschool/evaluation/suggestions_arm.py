"""rustc's own suggestions as an arm: what a model adds is measured against it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from nightschool.evaluation.answer import Answer, Progress
from nightschool.files import digest_text
from nightschool.rust.judge import Judge
from nightschool.rust.suggestions import search_suggestions
from nightschool.types import Koan, Program


class SuggestionsArm:
    """rustc's own suggestions, searched two deep; no model. What a model adds is measured against it."""

    name = "suggestions"

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        self.digest = digest_text("suggestions", judge.toolchain.digest)

    def facts(self) -> dict[str, str]:
        """The toolchain whose suggestions these are."""
        return {"toolchain": self.judge.toolchain.version}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The first repair that compiles; without one, no answer."""
        started = time.monotonic()
        programs = [Program(koan.broken, edition=koan.edition) for koan in koans]
        repaired = search_suggestions(self.judge, programs)
        share = (time.monotonic() - started) / max(1, len(koans))
        if progress:
            progress(len(koans), len(koans))
        return [
            Answer(koan.id, "", None, 0, share, "no suggestion leads to a program that compiles")
            if source == koan.broken
            else Answer(koan.id, source, source, 0, share)
            for koan, source in zip(koans, repaired, strict=True)
        ]
