"""What is true of a reduced episode, as plain records for the expectation suite `episodes`.

As in `curriculum.validation_facts`, a fault column is empty where all is well and says what is wrong where it is not;
what could not be judged for want of a program is null. Covered: rustc asked again, secrets and paths, poison, licences.
Not covered: verdicts (`curriculum.validation`); a trigger that only many episodes show, which `curate` looks for.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.episodes import SOURCE
from nightschool.curriculum.poison import poisoned
from nightschool.curriculum.validation_facts import Judge, Record, broken_fault, fixed_fault
from nightschool.episodes.clean import Cleaner
from nightschool.episodes.episode import Episode
from nightschool.episodes.intake.licenses import license_fault
from nightschool.koans import refuse_unscored
from nightschool.rust.diagnostics import render
from nightschool.types import Program, Row


@dataclass(frozen=True, slots=True)
class Case:
    """An episode and what reduction made of it."""

    episode: Episode
    step: str
    """Where its reduction ended."""
    draft: Draft | None = None
    confirmed: bool = False
    """The draft was confirmed as a row."""


def records(cases: Sequence[Case], judge: Judge, licenses: Collection[str]) -> list[Record]:
    """One record per case. Raises SandboxUnavailableError if a program went unjudged."""
    reduced = [(case, case.draft) for case in cases if case.draft is not None]
    broken = judge.compile([Program(draft.broken, edition=draft.edition) for _, draft in reduced])
    fixed = judge.judge([Program(draft.fixed, draft.tests, draft.fixed, draft.edition) for _, draft in reduced])
    refuse_unscored((*broken, *fixed), "reduced episodes")
    rows = [
        _row(case, draft, render(b.diagnostics, draft.broken)) for (case, draft), b in zip(reduced, broken, strict=True)
    ]
    poison = poisoned(rows)
    faults = {
        case.episode.id: {
            "broken_fault": broken_fault(str(draft.expected_code), before) or ("" if case.confirmed else case.step),
            "fixed_fault": fixed_fault(after),
            "poison": poison.get(case.episode.id, ""),
        }
        for (case, draft), before, after in zip(reduced, broken, fixed, strict=True)
    }
    return [_record(case, licenses, faults.get(case.episode.id, {})) for case in cases]


def _record(case: Case, licenses: Collection[str], faults: dict[str, str]) -> Record:
    draft, failure = case.draft, case.episode.failure
    about: dict[str, Any] = dict.fromkeys(("family", "pattern", "error_code", "broken", "fixed", "secret"))
    if draft is not None:
        about = {
            "family": draft.family, "pattern": draft.pattern, "error_code": draft.expected_code,
            "broken": draft.broken, "fixed": draft.fixed, "secret": secret_fault(draft),
        }  # fmt: skip
    return {
        "id": case.episode.id,
        "workspace": case.episode.workspace,
        "license": failure.license,
        **about,
        "alone": "" if draft is not None else case.step,
        **{name: faults.get(name) for name in ("broken_fault", "fixed_fault", "poison")},
        "license_fault": license_fault(failure.license, licenses),
    }


def _row(case: Case, draft: Draft, diagnostic: str) -> Row:
    return Row(
        case.episode.id, SOURCE, draft.family, draft.pattern, str(draft.expected_code), draft.broken, draft.fixed,
        diagnostic, draft.provenance, draft.group, draft.tests, draft.edition,
    )  # fmt: skip


def secret_fault(draft: Draft) -> str:
    """The first line that holds a secret or an absolute path, by its number and never by its words."""
    return next((f"line {line} of {name}" for name, line in _secrets(draft)), "")


def _secrets(draft: Draft) -> Iterator[tuple[str, int]]:
    """Lines that cleaning would change: what it has masked before, it leaves as it is."""
    for name, text in (("broken", draft.broken), ("fixed", draft.fixed)):
        cleaned = Cleaner(Path(os.sep)).source(text)
        pairs = zip(text.split("\n"), cleaned.split("\n"), strict=False)
        yield from ((name, number) for number, (one, other) in enumerate(pairs, start=1) if one != other)
