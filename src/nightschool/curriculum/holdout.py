"""The generated suites `dev` and `shadow`: koans from lessons, templates and files that the corpus never sees.

At most half are lessons, programs that people wrote, each a group of its own: koans of one template are alike, so that
few templates prove little. Covered: choosing these, and of the rest about three quarters aligned and one quarter
mutated koans, by turns over patterns and groups, certifying the candidates, keeping only those without a defect, and
writing the suite with its digest. Not covered: the split itself (`split`) and certification (`nightschool.koans`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nightschool.curriculum.selection import renamed_form, turns
from nightschool.errors import CorpusError
from nightschool.koans import Suite, certify, suite_digest, write_suite
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Row

WRITTEN = "lessons"
ALIGNED_SHARE = 0.75
"""Of what is no lesson."""
PER_GROUP = {WRITTEN: 1, "aligned": 8, "mutated": 4}
"""Most koans of one lesson, template or file: koans of one group are not independent."""
SPARE = 1.3
"""Candidates certified for each koan wanted."""


def write_held_out(
    folder: Path, rows: Sequence[Row], codes: Mapping[str, tuple[str, ...]], wanted: int, judge: Judge
) -> Suite:
    """Write the certified suite. Raises CorpusError if not even one koan can be had."""
    koans = candidates(rows, codes, wanted)
    draft = Suite(folder.name, tuple(koans), suite_digest(koans))
    defective = {defect.koan for defect in certify(draft, judge).defects}
    kept = _share([koan for koan in koans if koan.id not in defective], wanted)
    if not kept:
        raise CorpusError(
            f"No koan for {str(folder)!r}: {len(rows)} held-out rows gave {len(koans)} candidates and all have "
            f"defects. Add templates, or crates (curriculum.crates) whose tests look at their items."
        )
    return write_suite(folder, kept)


def candidates(rows: Iterable[Row], codes: Mapping[str, tuple[str, ...]], wanted: int) -> list[Koan]:
    """More koans than wanted, by turns over patterns, few of one group, no two alike but in names."""
    usable = [row for row in rows if row.tests and row.id in codes]
    taken: Counter[str] = Counter()
    forms: set[str] = set()
    koans: list[Koan] = []
    for source, share in _shares(wanted, sum(row.source == WRITTEN for row in usable)).items():
        room = math.ceil(share * (1.6 if source == "mutated" else 1.0) * SPARE)
        for row in turns([row for row in usable if row.source == source], lambda row: row.pattern):
            form = renamed_form(row.broken)
            if room > 0 and taken[row.group] < PER_GROUP[source] and form not in forms:
                taken[row.group] += 1
                forms.add(form)
                koans.append(koan_of(row, codes[row.id]))
                room -= 1
    return koans


def _shares(wanted: int, written: int) -> dict[str, int]:
    """Koans wanted of each source, where there are so many lessons."""
    lessons = min(written, wanted // 2)
    aligned = math.ceil((wanted - lessons) * ALIGNED_SHARE)
    return {WRITTEN: lessons, "aligned": aligned, "mutated": wanted - lessons - aligned}


def _share(koans: Sequence[Koan], wanted: int) -> list[Koan]:
    """The wanted number: lessons and aligned ones up to their shares, then mutated ones, then whatever is left."""
    of = {source: [koan for koan in koans if koan.id.startswith(source)] for source in PER_GROUP}
    shares = _shares(wanted, len(of[WRITTEN]))
    first = [koan for source in (WRITTEN, "aligned") for koan in of[source][: shares[source]]]
    rest = [*of["mutated"], *of["aligned"][shares["aligned"] :], *of[WRITTEN][shares[WRITTEN] :]]
    return [*first, *rest[: wanted - len(first)]]


def koan_of(row: Row, codes: tuple[str, ...]) -> Koan:
    """A verified row as a koan."""
    return Koan(
        id=row.id,
        family=row.family,
        pattern=row.pattern,
        error_codes=codes,
        broken=row.broken,
        fixed=row.fixed,
        tests=row.tests or "",
        title=f"{row.pattern.replace('-', ' ')} ({row.provenance})",
        edition=row.edition,
        group=row.group,
    )
