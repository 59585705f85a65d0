"""The examination is examined first: finds every koan that would measure something other than repair.

Covered: broken fails with exactly the declared codes and the right primary one; fixed passes its own tests
and uses nothing forbidden; no trivial answer passes; there are tests, or the suite lets in koans without (`untested`);
the length, where the suite limits it.
Everything of a suite is judged together: a few calls tell which broken programs and which trivial
answers with their tests compile at all, one runs the tests of what is left and of the fixes.
Not covered: whether a koan is fair or instructive; overlap with a corpus (`curriculum.overlap`).
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nightschool.koans.scored import refuse_unscored
from nightschool.koans.suite import Suite
from nightschool.koans.trivial import BODIES, Trivial, count_tests, trivial_answers
from nightschool.koans.untested import judged_in_place
from nightschool.rust.judge import Judge
from nightschool.rust.written import lines_without_ends
from nightschool.types import Judgement, Koan, Program, Verdict

Progress = Callable[[int], None]
_TEST = re.compile(r"#\[test\]")
_RULED_OUT = Judgement(Verdict.NOT_COMPILED, detail="does not compile with the tests")


@dataclass(frozen=True, slots=True)
class Defect:
    """One reason why a koan cannot be used."""

    koan: str
    defect: str


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """What was found of one koan."""

    koan: str
    family: str
    pattern: str
    declared: tuple[str, ...]
    reported: tuple[str, ...]
    """Codes rustc reports for broken.rs, the primary one first."""
    lines: int
    """Lines of broken.rs."""
    tests: int
    trivial: int
    """Trivial answers tried; a good koan refuses every one."""
    ok: bool


@dataclass(frozen=True, slots=True)
class Certificate:
    """The finding on a suite."""

    suite: str
    digest: str
    """The suite's digest."""
    toolchain: str
    ok: bool
    defects: tuple[Defect, ...]
    rows: tuple[CertificateRow, ...]
    seconds: float
    made_at: str
    """UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """One trivial answer as the judge sees it."""

    answer: Trivial
    program: Program


@dataclass(frozen=True, slots=True)
class _Case:
    """One koan with what is to be judged of it."""

    koan: Koan
    broken: Judgement
    trivial: tuple[Trivial, ...]

    @property
    def fixed(self) -> Program:
        """The reference fix with its tests."""
        return self.koan.program(self.koan.fixed, self.koan.tests or None, self.koan.broken)

    @property
    def trials(self) -> list[_Trial]:
        """The trivial answers with the tests.

        Each counts as its own broken program: what refuses `todo!()` here must be the tests, not the list of
        forbidden constructs. Without tests it is that list.
        """
        koan, tests = self.koan, self.koan.tests or None
        return [_Trial(a, koan.program(a.source, tests, a.source if tests else koan.broken)) for a in self.trivial]


def certify(suite: Suite, judge: Judge, progress: Progress | None = None) -> Certificate:
    """Judge every koan of the suite and its trivial answers; `progress` is told how many programs are done.

    Raises SandboxUnavailableError if a program could not be judged: that is no defect of a koan.
    """
    began = time.monotonic()
    broken = judge.compile([koan.program(koan.broken) for koan in suite.koans])
    cases = [_case(koan, judgement) for koan, judgement in zip(suite.koans, broken, strict=True)]
    trials = [trial for case in cases for trial in case.trials]
    ruled_out = _cannot_pass(judge, trials)
    open_ = [trial.program for trial in trials if trial.program not in ruled_out]
    judged = judge.judge([case.fixed for case in cases] + open_, progress)
    refuse_unscored((*broken, *judged), f"programs of suite {suite.name!r}")
    verdicts = dict(zip(open_, judged[len(cases) :], strict=True))
    rows, defects = [], []
    for case, fixed in zip(cases, judged, strict=False):
        trivial = [
            judged_in_place(case.koan, trial.answer.source, verdicts.get(trial.program, _RULED_OUT))
            for trial in case.trials
        ]
        found = _defects(case, fixed, trivial, suite)
        defects += [Defect(case.koan.id, text) for text in found]
        rows.append(_row(case, ok=not found))
    if not rows:
        defects.append(Defect("(suite)", "holds no koans"))
    return Certificate(
        suite.name,
        suite.digest,
        judge.toolchain.version,
        not defects,
        tuple(defects),
        tuple(rows),
        round(time.monotonic() - began, 3),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _cannot_pass(judge: Judge, trials: Sequence[_Trial]) -> set[Program]:
    """Those that lost names their tests use, found in batches instead of by one build of each.

    Answers of one kind go together: where no neighbour has the names that are missing, rustc proposes none of a
    neighbour's, and the judge need not compile the program once more by itself.
    """
    kinds: dict[str, list[Program]] = defaultdict(list)
    for trial in trials:
        if trial.answer.kind != BODIES and trial.program.tests:
            kinds[trial.answer.kind].append(trial.program)
    ruled_out: set[Program] = set()
    for programs in kinds.values():
        found = judge.compile([_joined(program) for program in programs])
        ruled_out |= {p for p, one in zip(programs, found, strict=True) if one.verdict is Verdict.NOT_COMPILED}
    return ruled_out


def _joined(program: Program) -> Program:
    tests = _TEST.sub("", program.tests or "")
    source = f"{program.source}\nmod ns_tests {{ use super::*;\n{tests}\n}}\n"
    return replace(program, source=source, tests=None, broken=None)


def _case(koan: Koan, broken: Judgement) -> _Case:
    lines = [diagnostic.line for diagnostic in broken.diagnostics if diagnostic.line]
    return _Case(koan, broken, trivial_answers(koan.broken, koan.fixed, lines))


def _row(case: _Case, ok: bool) -> CertificateRow:
    koan = case.koan
    return CertificateRow(
        koan.id,
        koan.family,
        koan.pattern,
        koan.error_codes,
        _reported(case.broken),
        _lines(koan),
        count_tests(koan.tests),
        len(case.trivial),
        ok,
    )


def _defects(case: _Case, fixed: Judgement, trivial: Sequence[Judgement], suite: Suite) -> list[str]:
    found = _broken_defects(case.koan, case.broken)
    found += _fixed_defects(judged_in_place(case.koan, case.koan.fixed, fixed))
    found += _trivial_defects(case.trivial, trivial)
    lines = suite.lines
    if not count_tests(case.koan.tests) and not (suite.untested and not case.koan.tests):
        found.append("tests.rs has no #[test] that runs")
    if lines and not lines[0] <= _lines(case.koan) <= lines[1]:
        found.append(f"broken.rs has {_lines(case.koan)} lines; the suite wants {lines[0]} to {lines[1]}")
    return found


def _broken_defects(koan: Koan, judgement: Judgement) -> list[str]:
    if judgement.verdict is Verdict.PASSED:
        return ["broken.rs compiles"]
    if judgement.verdict is not Verdict.NOT_COMPILED:
        return [f"broken.rs is {judgement.verdict}: {judgement.detail}"]
    reported, declared = _reported(judgement), koan.error_codes
    found = []
    if missing := sorted(set(declared) - set(reported)):
        found.append(f"broken.rs does not report {', '.join(missing)}; rustc says {_list(reported)}")
    if extra := sorted(set(reported) - set(declared)):
        found.append(f"broken.rs also reports {', '.join(extra)}; declared is {_list(declared)}")
    if not found and reported[0] != declared[0]:
        found.append(f"broken.rs reports {reported[0]} first; declared primary is {declared[0]}")
    return found


def _fixed_defects(judgement: Judgement) -> list[str]:
    match judgement.verdict:
        case Verdict.PASSED:
            return []
        case Verdict.NOT_COMPILED:
            first = judgement.diagnostics[0].message if judgement.diagnostics else judgement.detail
            return [f"fixed.rs does not compile with its tests: {_list(_reported(judgement))} {first}".strip()]
        case Verdict.TESTS_FAILED:
            return [f"fixed.rs fails its tests: {judgement.detail}"]
        case _:
            return [f"fixed.rs is {judgement.verdict}: {judgement.detail}"]


def _trivial_defects(answers: Sequence[Trivial], judgements: Sequence[Judgement]) -> list[str]:
    found = []
    for answer, judgement in zip(answers, judgements, strict=True):
        if judgement.verdict is Verdict.PASSED:
            found.append(f"the trivial answer '{answer.name}' passes")
    return found


def _reported(judgement: Judgement) -> tuple[str, ...]:
    """What rustc reports, as a koan declares it."""
    return judgement.names


def _lines(koan: Koan) -> int:
    return len(lines_without_ends(koan.broken))


def _list(codes: Sequence[str]) -> str:
    return ", ".join(codes) or "nothing"
