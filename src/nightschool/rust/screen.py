"""Verdicts on many near-equal programs that mostly fail, as a search for repairs makes them.

`screen_programs` says of every program what `batch.compile_programs` says, several times as fast. What makes that one
slow on such programs are the diagnostics: rustc words some of them otherwise in company, and whoever they belong to is
compiled again alone. Here the caller says whose diagnostics it needs. All others get an *outline*: each error's
code, line and message, the message without what company changes in it, so that it never depends on the other programs.

Covered: verdicts equal to `compile`'s; diagnostics equal to `compile`'s where asked for, outlines elsewhere.
Not covered: tests, forbidden constructs, the cache.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from nightschool.config import JudgeConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.rust.batch import compile_alone
from nightschool.rust.compiler import Compiler, Outcome, Run
from nightschool.rust.gates import settled
from nightschool.rust.isolation import needs_own_crate
from nightschool.types import Diagnostic, Judgement, Program, Verdict

BATCH = 256
"""Most programs of one compiler run: starting rustc takes as long as some 25 of them."""
SMALLEST = 24
"""Programs below which a batch of its own costs more than it saves."""
MANY = 6
"""Programs from which on it pays to look in company for the one that hides the others' errors."""
_PLACE = re.compile(r"\b(?:\w+::)+(?=\w)|\b(?:lib|ns__k\d+)\.rs(?=:)")
"""What rustc writes before a name depends on who else has a namesake."""
Progress = Callable[[int], None]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Job:
    """Programs of one edition for one compiler run."""

    edition: str
    sources: list[str]
    exact: list[bool]
    """Of each, whether its diagnostics are asked for."""
    alone: bool = False

    def part(self, places: Sequence[int]) -> _Job:
        """Some of the programs."""
        return _Job(self.edition, [self.sources[at] for at in places], [self.exact[at] for at in places])


def screen_programs(
    compiler: Compiler, programs: Sequence[Program], diagnose: Sequence[bool], progress: Progress | None = None
) -> list[Judgement]:
    """One judgement per program, `PASSED` meaning that it compiles; duplicates are compiled once."""
    wanted: dict[Key, list[int]] = defaultdict(list)
    for index, program in enumerate(programs):
        wanted[program.edition, program.source].append(index)
    exact = {key: any(diagnose[index] for index in places) for key, places in wanted.items()}
    results: dict[int, Judgement] = {}
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        for job, judged in pool.map(lambda job: (job, _finish(compiler, job)), _jobs(exact, compiler.config.judge)):
            places = [wanted[job.edition, source] for source in job.sources]
            for indices, judgement in zip(places, judged, strict=True):
                results |= dict.fromkeys(indices, judgement)
            if progress:
                progress(sum(map(len, places)))
    return [results[index] for index in range(len(programs))]


def outline(judgement: Judgement) -> Judgement:
    """The judgement with the outlines of its diagnostics: what `screen_programs` gives who is not to be diagnosed."""
    return Judgement(judgement.verdict, _outlines(judgement.diagnostics), judgement.detail)


def _outlines(errors: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In an order of their own, since rustc's is not the same in every crate."""
    found = [Diagnostic(error.code, _PLACE.sub("", error.message), error.line) for error in errors]
    return tuple(sorted(found, key=lambda one: (one.line, one.code or "", one.message)))


def _jobs(exact: dict[Key, bool], config: JudgeConfig) -> list[_Job]:
    """Batches of one edition, and those that need a crate of their own one by one.

    Neighbours go to different batches: near-equal programs of one crate cost rustc time that grows with their square,
    as it looks through all of them for what an unknown name or method may have meant.
    """
    shared: dict[str, list[str]] = defaultdict(list)
    jobs: list[_Job] = []
    for edition, source in exact:
        if needs_own_crate(source, edition, wording=False):
            jobs.append(_Job(edition, [source], [exact[edition, source]], alone=True))
        else:
            shared[edition].append(source)
    for edition, sources in shared.items():
        count = _batches(len(sources), config)
        parts = [sources[at::count] for at in range(count)]
        jobs += [_Job(edition, part, [exact[edition, source] for source in part]) for part in parts]
    return jobs


def _batches(programs: int, config: JudgeConfig) -> int:
    """Of equal size, as many as keep all workers busy."""
    rounds = max(1, -(-programs // (config.workers * BATCH)))
    return max(1, min(config.workers * rounds, programs // SMALLEST))


def _finish(compiler: Compiler, job: _Job) -> list[Judgement]:
    try:
        if job.alone:
            return [_alone(compiler, job, 0)]
        return _peel(compiler, job)
    except SandboxUnavailableError as error:
        return [Judgement(Verdict.UNSCORED, detail=str(error))] * len(job.sources)


def _peel(compiler: Compiler, job: _Job) -> list[Judgement]:
    results: dict[int, Judgement] = {}
    left = list(range(len(job.sources)))
    while left:
        present = [job.sources[index] for index in left]
        run = compiler.check(present, job.edition, compiler.patience("check", len(left)))
        if run.outcome is Outcome.CLEAN:
            results |= dict.fromkeys(left, Judgement(Verdict.PASSED))
            break
        if run.outcome is not Outcome.ERRORS or not run.errors or run.stray:
            results |= _split(compiler, job, left)
            break
        final = settled(run, present)
        for position in (position for position, errors in final.items() if errors is not None):
            results[left[position]] = _judgement(compiler, job, left[position], run, position)
        results |= _doubtful(compiler, job, run, {p: left[p] for p, errors in final.items() if errors is None})
        left = [index for index in left if index not in results]
    return [results[index] for index in range(len(job.sources))]


def _doubtful(compiler: Compiler, job: _Job, run: Run, places: dict[int, int]) -> dict[int, Judgement]:
    """Those whose errors are not known to be all: alone, or in parts where an unknown one of many hides the rest's."""
    every = list(places.values())
    if len(every) < MANY or run.complete:
        return {at: _alone(compiler, job, at) for at in every}
    suspects = [at for place, at in places.items() if any(error.code == "E0432" for error in run.errors[place])]
    rest = [at for at in every if at not in suspects]
    results: dict[int, Judgement] = {}
    for part in [suspects, rest] if suspects and rest else _quarters(every):
        results |= dict(zip(part, _peel(compiler, job.part(part)), strict=True))
    return results


def _judgement(compiler: Compiler, job: _Job, at: int, run: Run, position: int) -> Judgement:
    """Of a program that did not compile in company. Only what is its own is taken at its word."""
    errors = run.errors[position]
    if position in run.touched or (job.exact[at] and position in run.mixed):
        return _alone(compiler, job, at)
    found = tuple(errors) if job.exact[at] else _outlines(errors)
    return Judgement(Verdict.NOT_COMPILED, found)


def _alone(compiler: Compiler, job: _Job, at: int) -> Judgement:
    judged = compile_alone(compiler, job.sources[at], job.edition)
    return judged if job.exact[at] else outline(judged)


def _split(compiler: Compiler, job: _Job, left: list[int]) -> dict[int, Judgement]:
    if len(left) == 1:
        return {left[0]: _alone(compiler, job, left[0])}
    results: dict[int, Judgement] = {}
    for part in _quarters(left):
        results |= dict(zip(part, _peel(compiler, job.part(part)), strict=True))
    return results


def _quarters(places: list[int]) -> list[list[int]]:
    step = -(-len(places) // 4)
    return [places[at : at + step] for at in range(0, len(places), step)]
