"""Observes candidates: plans their calls, builds them together, runs them, and sorts what was seen.

Covered: candidates of one broken program or of many at once in shared crates, a budget in seconds, equal programs
observed once. The result for one broken program does not depend on the order of its candidates. Not covered: choosing.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from nightschool.errors import SandboxUnavailableError
from nightschool.repair.behaviour import crate, probe
from nightschool.repair.behaviour.crate import Driver
from nightschool.repair.behaviour.driver import Block, blocks_of
from nightschool.repair.behaviour.inputs import Inputs
from nightschool.repair.behaviour.literals import read_literals
from nightschool.repair.behaviour.observed import Observed, Seen
from nightschool.repair.behaviour.plan import Plan, make_plan
from nightschool.repair.behaviour.probe import Outcome, Report
from nightschool.repair.behaviour.reader import read_interface
from nightschool.repair.behaviour.signatures import Interface
from nightschool.rust.isolation import needs_own_crate
from nightschool.rust.judge import Judge
from nightschool.rust.tree import Syntax

RUNS, CHANCY_RUNS = 2, 6
"""How often a candidate is observed, and one that could do something else each time."""
CHANCY = re.compile(r"Hash(Map|Set)|RandomState|thread|Instant|SystemTime|Atomic|env::|\{:p\}")
BATCH = 48
"""Candidates of one crate."""
SMALLEST = 12
LEAST_S = 1.0
"""Below this a compiler run is not begun."""


@dataclass(frozen=True, slots=True)
class Question:
    """One broken program and its candidates."""

    broken: str
    candidates: tuple[str, ...]
    edition: str = "2021"


@dataclass(slots=True)
class _Job:
    question: int
    source: str
    edition: str
    driver: Driver
    alone: bool
    seen: Seen


def observe(judge: Judge, broken: str, candidates: Sequence[str], edition: str, budget_s: float) -> Observed:
    """What each candidate of a broken program does, and which of them do the same."""
    return observe_many(judge, [Question(broken, tuple(candidates), edition)], budget_s)[0]


def observe_many(judge: Judge, questions: Sequence[Question], budget_s: float) -> list[Observed]:
    """As `observe` for each question, in shared compiler runs; what the budget does not suffice for is unobserved."""
    started = time.monotonic()
    jobs = [job for at, question in enumerate(questions) for job in _jobs(at, question)]
    lots = _lots(jobs, judge.config.judge.workers)
    with ThreadPoolExecutor(judge.config.judge.workers) as pool:
        list(pool.map(lambda lot: _observe_lot(judge, lot, started + budget_s), lots))
    found = {(job.question, job.source): job.seen for job in jobs}
    seconds = (time.monotonic() - started) / max(1, len(questions))
    seen = [tuple(found[at, source] for source in question.candidates) for at, question in enumerate(questions)]
    asked = [_signatures(read_interface(question.broken)) for question in questions]
    return [Observed(each, seconds, signatures) for each, signatures in zip(seen, asked, strict=True)]


def _signatures(broken: Interface) -> dict[str, str]:
    return {one.path: one.signature for one in broken.offered()}


def _jobs(at: int, question: Question) -> list[_Job]:
    """One job for each distinct candidate, in an order that does not depend on the given one."""
    broken, literals = read_interface(question.broken), read_literals(Syntax(question.broken))
    wanted = set(_signatures(broken)) or None
    plans: dict[str, tuple[Plan, list[Block]]] = {}
    jobs = []
    for source in sorted(set(question.candidates)):
        interface = read_interface(source)
        key = repr(interface)
        if key not in plans:
            plan = make_plan(Inputs(interface, literals), wanted)
            plans[key] = plan, blocks_of(plan, interface, broken)
        jobs.append(_job(at, source, question.edition, *plans[key]))
    return jobs


def _job(at: int, source: str, edition: str, plan: Plan, blocks: list[Block]) -> _Job:
    driver = Driver(source, plan, blocks, CHANCY_RUNS if CHANCY.search(source) else RUNS)
    seen = Seen(plan.signatures, observed=not plan.entries, skipped=plan.skipped)
    return _Job(at, source, edition, driver, needs_own_crate(source, edition, outlined=True), seen)


def _lots(jobs: Sequence[_Job], workers: int) -> list[list[_Job]]:
    """Jobs that share a crate; those without a call need none."""
    shared: dict[str, list[_Job]] = defaultdict(list)
    lots: list[list[_Job]] = []
    for job in jobs:
        if not job.driver.plan.entries:
            continue
        if job.alone:
            lots.append([job])
        else:
            shared[job.edition].append(job)
    for members in shared.values():
        rounds = max(1, -(-len(members) // (workers * BATCH)))
        size = max(SMALLEST, -(-len(members) // (workers * rounds)))
        lots += [members[at : at + size] for at in range(0, len(members), size)]
    return lots


def _observe_lot(judge: Judge, lot: list[_Job], deadline: float) -> None:
    """Build and run one lot; what cannot share its crate is tried alone, until the time is over."""
    try:
        rest = lot if lot[0].alone else _together(judge, lot, deadline)
        for job in rest:
            _alone(judge, job, deadline)
    except SandboxUnavailableError:
        return


def _together(judge: Judge, lot: list[_Job], deadline: float) -> list[_Job]:
    """Observe the jobs that build together; the others. A crate that nothing can be said of is halved."""
    wall_s = _patience(judge, len(lot), deadline)
    if wall_s < LEAST_S:
        return []
    binary, inside = crate.build(judge.compiler, [job.driver for job in lot], lot[0].edition, wall_s)
    if not binary and len(lot) > 1:
        half = len(lot) // 2
        return _together(judge, lot[:half], deadline) + _together(judge, lot[half:], deadline)
    if binary:
        reports = probe.run(judge.compiler, binary, len(inside), max(LEAST_S, deadline - time.monotonic()))
        for at, report in zip(inside, reports, strict=True):
            lot[at].seen = _seen(lot[at], report)
    return [job for at, job in enumerate(lot) if at not in inside]


def _alone(judge: Judge, job: _Job, deadline: float) -> None:
    job.driver.without.clear()
    wall_s = _patience(judge, 1, deadline)
    if wall_s < LEAST_S:
        return
    binary = crate.build_alone(judge.compiler, job.driver, job.edition, wall_s)
    if binary:
        job.seen = _seen(job, probe.run(judge.compiler, binary, 1, max(LEAST_S, deadline - time.monotonic()))[0])


def _patience(judge: Judge, programs: int, deadline: float) -> float:
    """Seconds for one compiler run."""
    return min(judge.config.judge.compile_timeout_s + programs / 4, deadline - time.monotonic())


def _seen(job: _Job, report: Report) -> Seen:
    """Outcomes by call instead of by place."""
    plan, kept = job.driver.plan, job.driver.entries
    calls = {
        (position, number, step): call
        for position, entry in enumerate(kept)
        for number, steps in enumerate(plan.entries[entry].calls)
        for step, call in enumerate(steps)
    }
    unreached = Outcome("skipped")
    outcomes = {call: report.outcomes.get(place, unreached) for place, call in calls.items()}
    unknown = set(calls) - set(report.outcomes) if report.stopped else set()
    varying = frozenset(calls[place] for place in report.varying | unknown if place in calls)
    missing = [entry for at, entry in enumerate(plan.entries) if at not in kept]
    unbuilt = frozenset(method.function.path for entry in missing for method in entry.methods)
    return Seen(plan.signatures, outcomes, varying, unbuilt, report.complete, plan.skipped)
