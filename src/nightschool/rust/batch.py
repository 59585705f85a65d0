"""Finds for each of many programs what rustc says of it alone, in few compiler runs.

All programs that may share a crate are compiled together. Those with errors are taken out and the rest
compiled again until the crate is clean: what is left has been proven to compile. A run that ends in a limit,
a crash or an error that belongs to nobody is split until the culprit is alone. A program whose errors mention
another one is compiled alone, so what is reported never depends on the company.

Not covered: tests (`trials`), the cache and the verdict's order of things (`judge`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from nightschool.config import JudgeConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.rust.compiler import Compiler, Outcome, Run
from nightschool.rust.gates import settled
from nightschool.rust.isolation import needs_own_crate
from nightschool.types import Judgement, Program, Verdict

MAX_SOURCE = 256 * 1024
"""Bytes of source above which a program is refused unread."""

SMALLEST = 16
"""Programs below which a batch of its own costs more than it saves."""
Progress = Callable[[int], None]
Item = TypeVar("Item")


def compile_programs(
    compiler: Compiler, programs: Sequence[Program], progress: Progress | None = None
) -> list[Judgement]:
    """One judgement per program, `PASSED` meaning that it compiles; duplicates are compiled once."""
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, program in enumerate(programs):
        wanted[program.edition, program.source].append(index)
    results: dict[int, Judgement] = {}
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        for found in pool.map(lambda job: _finish(compiler, *job), _jobs(wanted, compiler)):
            for key, judgement in found:
                results |= dict.fromkeys(wanted[key], judgement)
            if progress:
                progress(sum(len(wanted[key]) for key, _ in found))
    return [results[index] for index in range(len(programs))]


def _jobs(wanted: dict[tuple[str, str], list[int]], compiler: Compiler) -> list[tuple[str, list[str], bool]]:
    """Batches of one edition, and every program that needs a crate of its own as a batch of one."""
    shared: dict[str, list[str]] = defaultdict(list)
    jobs: list[tuple[str, list[str], bool]] = []
    for edition, source in wanted:
        if needs_own_crate(source, edition):
            jobs.append((edition, [source], True))
        else:
            shared[edition].append(source)
    for edition, sources in shared.items():
        jobs += [(edition, part, False) for part in chunks(sources, compiler.config.judge)]
    return jobs


def chunks(items: Sequence[Item], config: JudgeConfig) -> list[list[Item]]:
    """Batches of equal size, as many as keep all workers busy, none above `batch_size`."""
    rounds = max(1, -(-len(items) // (config.workers * config.batch_size)))
    size = max(SMALLEST, -(-len(items) // (config.workers * rounds)))
    return [list(items[at : at + size]) for at in range(0, len(items), size)]


Found = list[tuple[tuple[str, str], Judgement]]


def _finish(compiler: Compiler, edition: str, sources: list[str], alone: bool) -> Found:
    try:
        judged = [compile_alone(compiler, sources[0], edition)] if alone else _peel(compiler, sources, edition)
    except SandboxUnavailableError as error:
        judged = [Judgement(Verdict.UNSCORED, detail=str(error))] * len(sources)
    return [((edition, source), one) for source, one in zip(sources, judged, strict=True)]


def _peel(compiler: Compiler, sources: list[str], edition: str) -> list[Judgement]:
    results: dict[int, Judgement] = {}
    left = list(range(len(sources)))
    while left:
        run = compiler.check([sources[index] for index in left], edition, compiler.patience("check", len(left)))
        if run.outcome is Outcome.CLEAN:
            results |= dict.fromkeys(left, Judgement(Verdict.PASSED))
            break
        if run.outcome is not Outcome.ERRORS or not run.errors or run.stray:
            results |= _split(compiler, sources, left, edition)
            break
        for position, errors in settled(run).items():
            if errors is None or position in run.mixed:
                results[left[position]] = compile_alone(compiler, sources[left[position]], edition)
            else:
                results[left[position]] = Judgement(Verdict.NOT_COMPILED, tuple(errors))
        left = [index for index in left if index not in results]
    return [results[index] for index in range(len(sources))]


def _split(compiler: Compiler, sources: list[str], left: list[int], edition: str) -> dict[int, Judgement]:
    if len(left) == 1:
        return {left[0]: compile_alone(compiler, sources[left[0]], edition)}
    results: dict[int, Judgement] = {}
    step = -(-len(left) // 4)
    for at in range(0, len(left), step):
        part = left[at : at + step]
        results |= dict(zip(part, _peel(compiler, [sources[index] for index in part], edition), strict=True))
    return results


def compile_alone(compiler: Compiler, source: str, edition: str) -> Judgement:
    """What rustc says of this program in a crate of its own."""
    return verdict_of(compiler.check_alone(source, edition))


def verdict_of(run: Run) -> Judgement:
    """What a run says of its only program."""
    match run.outcome:
        case Outcome.CLEAN:
            return Judgement(Verdict.PASSED)
        case Outcome.LIMIT:
            return Judgement(Verdict.TIMED_OUT, detail=run.detail)
        case _:
            return Judgement(Verdict.NOT_COMPILED, tuple(run.errors.get(0, ())), detail=run.detail)


def compile_one_by_one(
    compiler: Compiler, programs: Sequence[Program], progress: Progress | None = None
) -> list[Judgement]:
    """What rustc says of each program in a crate of its own; `progress` is told at the end."""
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        judged = list(pool.map(lambda one: compile_alone(compiler, one.source, one.edition), programs))
    if progress:
        progress(len(programs))
    return judged
