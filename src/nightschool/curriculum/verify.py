"""Drafts become rows here, and only here: rustc must agree with everything a row says.

A row's fixed program passes with its tests; its broken program fails; the error code is the one rustc
reports first. Covered: batching (a repair shared by many mutants is judged once), the pattern of sources
whose code decides it, ids and digests, yields per source and operator. Not covered: choosing among rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from nightschool.curriculum.draft import Draft
from nightschool.curriculum.mutation.patterns import family_of_code
from nightschool.koans import refuse_unscored
from nightschool.rust.canonical import normalise
from nightschool.rust.diagnostics import render
from nightschool.types import Judgement, Program, Row, Verdict

MAX_DIAGNOSTICS = 6
"""A slip that shows as more errors than this is no single slip."""
CHUNK = 1024
"""Programs judged between two reports of progress."""


class Compiler(Protocol):
    """What verification needs of `nightschool.rust.judge.Judge`."""

    def compile(self, programs: Sequence[Program], progress: Callable[[int], None] | None = None) -> list[Judgement]:
        """Verdict PASSED means that a program compiles."""

    def judge(self, programs: Sequence[Program], progress: Callable[[int], None] | None = None) -> list[Judgement]:
        """Forbidden constructs, then compilation, then tests."""


@dataclass(slots=True)
class Yield:
    """What became of the drafts of one source or operator."""

    drafts: int = 0
    compiles: int = 0
    """The broken program is not broken."""
    other_code: int = 0
    """The broken program fails in another way than meant."""
    repair_failed: int = 0
    """The fixed program does not compile or fails its tests."""
    verified: int = 0


@dataclass(frozen=True, slots=True)
class Verified:
    """Rows in the order of their drafts, and the yields by `source` and `source:pattern-or-operator`."""

    rows: list[Row] = field(default_factory=list)
    yields: dict[str, Yield] = field(default_factory=dict)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """All codes and lints of each row's broken program by row id, the primary one first; rows with a code-less error
    beside their own are not in it."""


def verify(drafts: Iterable[Draft], judge: Compiler) -> list[Row]:
    """The rows that rustc confirms, in the order of their drafts."""
    return verify_counted(list(drafts), judge).rows


def verify_counted(
    drafts: Sequence[Draft], judge: Compiler, progress: Callable[[int, int], None] | None = None
) -> Verified:
    """`verify` with yields; broken programs first, so that only repairs that matter are tested.

    Raises SandboxUnavailableError if a program could not be judged: a draft is dropped for what rustc says of it alone.
    """
    result = Verified()
    total = 2 * len(drafts)
    report = progress or (lambda done, total: None)
    broken = [Program(draft.broken, edition=draft.edition) for draft in drafts]
    found: list[Judgement] = []
    for start in range(0, len(broken), CHUNK):
        report(start, total)
        found += judge.compile(broken[start : start + CHUNK])
    refuse_unscored(found, "drafts")
    failing = [
        (draft, one, outcome)
        for draft, one in zip(drafts, found, strict=True)
        if (outcome := _outcome(draft, one, result))
    ]
    repaired = _repaired([draft for draft, _, _ in failing], judge, lambda done: report(len(drafts) + done, total))
    for (draft, judgement, outcome), right in zip(failing, repaired, strict=True):
        for counter in _counters(draft, result):
            counter.repair_failed += not right
            counter.verified += right
        if right:
            _keep(_make(draft, judgement, outcome), judgement, result)
    report(total, total)
    return result


def _outcome(draft: Draft, judgement: Judgement, result: Verified) -> tuple[str, str] | None:
    """(family, pattern) if the broken program fails as it should; without a code only where that is what was meant."""
    code, outcome = judgement.primary_code, None
    if judgement.primary_name in (draft.expected_code, *(name for name, _, _ in draft.outcomes)):
        code = judgement.primary_name
    single = len(judgement.diagnostics) <= MAX_DIAGNOSTICS and len(judgement.codes) <= 2
    if judgement.verdict is Verdict.NOT_COMPILED and code is not None and single:
        outcome = classify(draft, code)
    for counter in _counters(draft, result):
        counter.drafts += 1
        counter.compiles += judgement.verdict is Verdict.PASSED
        counter.other_code += judgement.verdict is not Verdict.PASSED and outcome is None
    return outcome


def _repaired(drafts: Sequence[Draft], judge: Compiler, report: Callable[[int], None]) -> list[bool]:
    """Does each draft's repair pass? A repair that many mutants share is judged once."""
    repairs = list(dict.fromkeys((draft.fixed, draft.tests, draft.edition) for draft in drafts))
    programs = [Program(fixed, tests, fixed, edition) for fixed, tests, edition in repairs]
    judged: list[Judgement] = []
    for start in range(0, len(programs), CHUNK):
        report(start)
        judged += judge.judge(programs[start : start + CHUNK])
    refuse_unscored(judged, "repairs of drafts")
    passed = {key for key, one in zip(repairs, judged, strict=True) if one.verdict is Verdict.PASSED}
    return [(draft.fixed, draft.tests, draft.edition) in passed for draft in drafts]


def _keep(row: Row, judgement: Judgement, result: Verified) -> None:
    result.rows.append(row)
    if row.error_code == judgement.primary_code and not all(error.code for error in judgement.diagnostics):
        return  # an error that nobody meant to make
    result.codes[row.id] = judgement.names


def classify(draft: Draft, code: str) -> tuple[str, str] | None:
    """(family, pattern) of a draft that fails with this code; None if that is not what it is to show."""
    for outcome, family, pattern in draft.outcomes:
        if outcome == code:
            return family, pattern
    if draft.outcomes:
        return None if draft.strict else (family_of_code(code), draft.pattern)
    return (draft.family, draft.pattern) if draft.expected_code in {None, code} else None


def _counters(draft: Draft, result: Verified) -> tuple[Yield, Yield]:
    name = f"{draft.source}:{draft.pattern}"
    return result.yields.setdefault(draft.source, Yield()), result.yields.setdefault(name, Yield())


def _make(draft: Draft, judgement: Judgement, outcome: tuple[str, str]) -> Row:
    digest = row_digest(draft.broken, draft.fixed, draft.tests)
    return Row(
        id=_id(draft.source, digest),
        source=draft.source,
        family=outcome[0],
        pattern=outcome[1],
        error_code=str(judgement.primary_name),
        broken=draft.broken,
        fixed=draft.fixed,
        diagnostic=render(judgement.diagnostics, draft.broken),
        provenance=draft.provenance,
        group=draft.group,
        tests=draft.tests,
        edition=draft.edition,
        digest=digest,
    )


def row_id(draft: Draft) -> str:
    """Id of the row that a draft becomes, if rustc confirms it."""
    return _id(draft.source, row_digest(draft.broken, draft.fixed, draft.tests))


def _id(source: str, digest: str) -> str:
    return f"{source}-{digest[:16]}"


@lru_cache(maxsize=16384)
def _normalised(code: str) -> str:
    """Repairs and tests are shared by many rows."""
    return normalise(code)


def row_digest(broken: str, fixed: str, tests: str | None) -> str:
    """SHA-256 over the normalised programs: layout and comments do not make a row another one."""
    parts = (normalise(broken), _normalised(fixed), _normalised(tests or ""))
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()
