"""Finds the verdict of the tests for many programs that compile, in few test programs.

What does not build with the others is built alone; a test program that dies or cannot isolate its koans is
run once per koan, in a sandbox of its own each. Built and run in parallel on `judge.workers`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from nightschool.errors import SandboxUnavailableError
from nightschool.rust import trials
from nightschool.rust.batch import chunks
from nightschool.rust.compiler import Compiler, Outcome, Run
from nightschool.rust.isolation import needs_own_crate
from nightschool.rust.rendering import render
from nightschool.rust.trials import Built, Trial
from nightschool.types import Judgement, Program, Verdict

Job = tuple[str, list[int], bool]


def examine(
    compiler: Compiler, programs: Sequence[Program], progress: Callable[[int], None] | None = None
) -> list[Judgement]:
    """One judgement per program: passed, tests_failed, timed_out or unscored (or not_compiled, see `_not_built`)."""
    results: dict[int, Judgement] = {}
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        for found in pool.map(lambda job: _examine_job(compiler, programs, *job), _jobs(compiler, programs)):
            results |= found
            if progress:
                progress(len(found))
    return [results[index] for index in range(len(programs))]


def _jobs(compiler: Compiler, programs: Sequence[Program]) -> list[Job]:
    shared: dict[str, list[int]] = defaultdict(list)
    jobs: list[Job] = []
    for index, program in enumerate(programs):
        if needs_own_crate(program.source, program.edition):
            jobs.append((program.edition, [index], True))
        else:
            shared[program.edition].append(index)
    for edition, members in shared.items():
        jobs += [(edition, part, False) for part in chunks(members, compiler.config.judge)]
    return jobs


def _examine_job(
    compiler: Compiler, programs: Sequence[Program], edition: str, members: list[int], alone: bool
) -> dict[int, Judgement]:
    found = [Trial.of(programs[index]) for index in members]
    try:
        judged = _alone(compiler, found[0], edition) if alone else _together(compiler, found, edition)
    except SandboxUnavailableError as error:
        judged = dict.fromkeys(range(len(members)), Judgement(Verdict.UNSCORED, detail=str(error)))
    return {members[position]: judgement for position, judgement in judged.items()}


def _alone(compiler: Compiler, trial: Trial, edition: str) -> dict[int, Judgement]:
    built = trials.build_alone(compiler, trial, edition, compiler.config.judge.compile_timeout_s)
    if built.run.outcome is not Outcome.CLEAN:
        return {0: _not_built(built.run, trial)}
    return _run(compiler, built, 1)


def _together(compiler: Compiler, found: list[Trial], edition: str) -> dict[int, Judgement]:
    """Build all, taking out what does not build; then run all."""
    results: dict[int, Judgement] = {}
    left = list(range(len(found)))
    while left:
        patience = compiler.patience("build", len(left))
        built = trials.build(compiler, [found[index] for index in left], edition, patience)
        if built.run.outcome is Outcome.CLEAN:
            judged = _run(compiler, built, len(left))
            return results | {left[position]: one for position, one in judged.items()}
        if built.run.outcome is not Outcome.ERRORS or not built.run.errors or built.run.stray:
            return results | _halved(compiler, found, left, edition)
        for position in built.run.errors:
            results |= {left[position]: _alone(compiler, found[left[position]], edition)[0]}
        left = [index for index in left if index not in results]
    return results


def _halved(compiler: Compiler, found: list[Trial], left: list[int], edition: str) -> dict[int, Judgement]:
    if len(left) == 1:
        return {left[0]: _alone(compiler, found[left[0]], edition)[0]}
    results: dict[int, Judgement] = {}
    step = -(-len(left) // 4)
    for at in range(0, len(left), step):
        part = left[at : at + step]
        judged = _together(compiler, [found[index] for index in part], edition)
        results |= {part[position]: one for position, one in judged.items()}
    return results


def _run(compiler: Compiler, built: Built, count: int) -> dict[int, Judgement]:
    """Run every koan; those the batch said nothing of get a sandbox of their own."""
    results = trials.run(compiler, built.binary, count)
    for index in range(count):
        if index not in results:
            again = trials.run(compiler, built.binary, count, only=index)
            died = Judgement(Verdict.TESTS_FAILED, detail="the tests ended the test program")
            results[index] = again.get(index, died)
    return results


def _not_built(run: Run, trial: Trial) -> Judgement:
    if run.outcome is Outcome.LIMIT:
        return Judgement(Verdict.TIMED_OUT, detail=run.detail)
    errors = tuple(run.errors.get(0, ()))
    if run.in_tests:
        said = render([replace(errors[0], suggestions=())], trial.tests).split("\n")[0]
        return Judgement(Verdict.TESTS_FAILED, detail=f"the tests do not compile against it: {said}")
    return Judgement(Verdict.NOT_COMPILED, errors, detail=run.detail or "found when code was generated")
