"""rustc's diagnostic of each koan, in the one rendering that training rows have too."""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.rust.judge import Judge
from nightschool.rust.rendering import render
from nightschool.types import Koan, Row, Verdict


def diagnose(koans: Sequence[Koan], judge: Judge) -> list[str | None]:
    """Rendered diagnostics; None where the compiler could not be asked."""
    judged = judge.compile([koan.program(koan.broken) for koan in koans])
    return [
        None if judgement.verdict is Verdict.UNSCORED else render(judgement.diagnostics, koan.broken)
        for koan, judgement in zip(koans, judged, strict=True)
    ]


def koan_rows(koans: Sequence[Koan], judge: Judge) -> list[Row]:
    """Koans in the form of training rows, to measure a loss on; never to train on."""
    return [
        Row(
            id=koan.id, source="koans", family=koan.family, pattern=koan.pattern, error_code=koan.error_codes[0],
            broken=koan.broken, fixed=koan.fixed, diagnostic=diagnostic, provenance=koan.id, group=koan.group,
            tests=koan.tests, edition=koan.edition,
        )
        for koan, diagnostic in zip(koans, diagnose(koans, judge), strict=True)
        if diagnostic is not None
    ]  # fmt: skip
