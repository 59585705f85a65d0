"""Verify: which proposals compile, for many programs at once, level by level.

What compiles is a candidate; what has other errors than before may go on to the next level. Budgets are in compiles a
program and in seconds for all. Covered: batches over all programs, distinct programs once, results that depend neither
on order nor on company (except where the seconds run out). Not covered: choosing (`chooser`), and tests,
which it never sees.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import islice, takewhile
from typing import Protocol

from nightschool.repair.joining import Errors, Tried, common, errors_of, joined
from nightschool.repair.place import Place
from nightschool.repair.proposal import Candidate, Found, Proposal, Proposer, Step
from nightschool.repair.propose import PROPOSERS, propose
from nightschool.repair.stages import Stages, note, timed
from nightschool.rust.forbidden import find_forbidden
from nightschool.rust.lexer import words
from nightschool.rust.outlines import in_order, short
from nightschool.rust.screen import outline
from nightschool.types import Judgement, Program, Stage, Verdict

Progress = Callable[[int, int], None]
"""Told how many programs of how many have been searched."""


class Screens(Protocol):
    """The part of the judge that the search uses."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        """One judgement per program, PASSED meaning that it compiles."""

    def screen(self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True) -> list[Judgement]:
        """The same verdicts, faster; without `diagnose` nothing is said of what does not compile."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much is compiled."""

    compiles: int = 200
    """Most proposals compiled a program."""
    depth: int = 2
    """Edits made one after the other."""
    width: int = 6
    """Most programs of a level that the next one goes on from."""
    first: float = 0.6
    """Part of the compiles for the first level."""
    seconds: float = float("inf")
    """Nothing is proposed and no level begun after this time."""
    enough: float = float("inf")
    """Seconds after which no level is begun any more once each program has a candidate."""


class Clock:
    """When searching ends: after its seconds, or at once when it is stopped, from any thread."""

    def __init__(self, seconds: float) -> None:
        self._start = time.monotonic()
        self._end = self._start + seconds

    def after(self, seconds: float) -> bool:
        """Whether so much time has gone by."""
        return time.monotonic() - self._start > seconds

    def over(self) -> bool:
        """Whether nothing more may be begun."""
        return time.monotonic() > self._end

    def left(self) -> float:
        """Seconds until it is over, below 0 afterwards."""
        return self._end - time.monotonic()

    def stop(self) -> None:
        """Begin nothing more: what runs already ends, the rest comes back empty."""
        self._end = float("-inf")


@dataclass(slots=True)
class _Work:
    """One program on its way through the levels."""

    program: Program
    before: Judgement
    kind: tuple[tuple[str, str, int], ...]
    """What is wrong with it, in outline."""
    worded: tuple[tuple[str, str, str], ...]
    """The same with the lines' text in place of their numbers."""
    seen: set[str]
    front: list[tuple[str, Judgement, tuple[Step, ...]]]
    good: list[tuple[str, tuple[Step, ...]]] = field(default_factory=list)
    compiles: int = 0
    stages: Stages = field(default_factory=list)


SYNTAX = re.compile(r"(un)?expected |missing `|this file contains|mismatched closing")
"""Messages of syntax errors, which have no code and keep rustc from finding others."""
EARLY = frozenset({"E0404", "E0405", "E0412", "E0425", "E0432", "E0433", "E0573", "E0574", "E0531", "E0532", "E0423"})
"""Codes of errors that are found before types are looked at."""
BATCH = 20
"""Most programs searched together: their candidates fill some compiler runs, and progress and time are looked at
between."""
ABREAST = 2
"""Batches under way at once: while rustc works on one, proposals are made for the other."""


def search(
    judge: Screens,
    programs: Sequence[Program],
    proposers: Sequence[Proposer] = PROPOSERS,
    budget: Budget = Budget(),
    progress: Progress | None = None,
    clock: Clock | None = None,
) -> list[Found]:
    """The distinct candidates of each program in the fixed order, and what was compiled for it.

    `clock`: one that others can stop, in place of the budget's seconds.
    """
    clock = clock or Clock(budget.seconds)
    size = -(-len(programs) // max(-(-len(programs) // BATCH), 1))
    batches = [programs[at : at + size] for at in range(0, len(programs), max(size, 1))]
    found: list[Found] = []
    with ThreadPoolExecutor(ABREAST) as pool:
        try:
            for one in pool.map(lambda batch: _search(judge, batch, proposers, budget, clock), batches):
                found += one
                if progress:
                    progress(len(found), len(programs))
        except BaseException:
            clock.stop()
            raise
    return found


def _search(
    judge: Screens, programs: Sequence[Program], proposers: Sequence[Proposer], budget: Budget, clock: Clock
) -> list[Found]:
    stages: list[Stages] = [[] for _ in programs]
    with timed("diagnose", [(one, 1) for one in stages]):
        before = judge.compile(programs)
    works = [_begun(*one) for one in zip(programs, before, stages, strict=True)]
    for level in range(budget.depth):
        if clock.over() or (clock.after(budget.enough) and all(work.good for work in works)):
            break
        last = level + 1 == budget.depth
        jobs = [(work, *job) for work in works for job in _proposed(work, proposers, budget, last, clock)]
        judged = _screened(judge, [(work, proposal.program) for work, proposal, _ in jobs])
        _sort_out(works, jobs, judged, budget.width)
        if not last:
            _join(judge, works, jobs, judged, budget)
            _diagnose(judge, works)
    return [_found(work) for work in works]


def _begun(program: Program, judgement: Judgement, stages: Stages) -> _Work:
    front = [(program.source, judgement, ())] if judgement.verdict is Verdict.NOT_COMPILED else []
    told = outline(judgement)
    kinds = _kind(told), _worded(told, program.source)
    return _Work(program, judgement, *kinds, {program.source}, list(front), stages=stages)


def _screened(judge: Screens, asked: Sequence[tuple[_Work, str]]) -> list[Judgement]:
    """Which of the programs compile; the seconds are shared out."""
    each = Counter(id(work) for work, _ in asked)
    programs = [replace(work.program, source=source, tests=None) for work, source in asked]
    with timed("compile", [(work.stages, each[id(work)]) for work in {id(one): one for one, _ in asked}.values()]):
        return judge.screen(programs, diagnose=False)


def _diagnose(judge: Screens, works: Sequence[_Work]) -> None:
    """Ask what rustc says of the programs that the next level goes on from; screening gave outlines only."""
    asked = [replace(work.program, source=source, tests=None) for work in works for source, _, _ in work.front]
    with timed("diagnose", [(work.stages, len(work.front)) for work in works]):
        said = iter(judge.compile(asked))
    for work in works:
        work.front = [(source, next(said), steps) for source, _, steps in work.front]


def _proposed(
    work: _Work, proposers: Sequence[Proposer], budget: Budget, last: bool, clock: Clock
) -> list[tuple[Proposal, tuple[Step, ...]]]:
    """The next proposals of one program, timed."""
    started = time.perf_counter()
    made = list(_jobs(work, proposers, budget, last, clock))
    if work.front:
        note(work.stages, Stage("propose", time.perf_counter() - started, len(made)))
    return made


def _jobs(
    work: _Work, proposers: Sequence[Proposer], budget: Budget, last: bool, clock: Clock
) -> Iterator[tuple[Proposal, tuple[Step, ...]]]:
    """The next proposals of one program, its share of the budget spread evenly over the front, while there is time."""
    left = budget.compiles - work.compiles
    share = left if last else min(left, max(1, int(left * budget.first)))
    for number, (source, judgement, steps) in enumerate(work.front):
        each = share // (len(work.front) - number)
        made = propose(Place(source, judgement.diagnostics), proposers)
        queue = takewhile(lambda _: not clock.over(), made)
        for proposal in islice((one for one in queue if one.program not in work.seen), each):
            work.seen.add(proposal.program)
            work.compiles += 1
            share -= 1
            yield proposal, (*steps, proposal.step)


def _sort_out(
    works: Sequence[_Work],
    jobs: Sequence[tuple[_Work, Proposal, tuple[Step, ...]]],
    judged: Sequence[Judgement],
    width: int,
) -> None:
    """Keep what compiles, and what the next level goes on from."""
    onward: dict[int, list[tuple[str, Judgement, tuple[Step, ...]]]] = defaultdict(list)
    for (work, proposal, steps), judgement in zip(jobs, judged, strict=True):
        if judgement.verdict is Verdict.UNSCORED:
            work.before = judgement
        elif judgement.verdict is Verdict.PASSED:
            work.good.append((proposal.program, steps))
        elif judgement.diagnostics and not _same(work, proposal.program, judgement):
            onward[id(work)].append((proposal.program, judgement, steps))
    for work in works:
        work.front = _widest(work, onward[id(work)], width)


def _join(
    judge: Screens,
    works: Sequence[_Work],
    jobs: Sequence[tuple[_Work, Proposal, tuple[Step, ...]]],
    judged: Sequence[Judgement],
    budget: Budget,
) -> None:
    """Try edits together that each repair another error; what is left of those goes on first."""
    tried: dict[int, list[Tried]] = defaultdict(list)
    for place, ((work, proposal, _), judgement) in enumerate(zip(jobs, judged, strict=True)):
        if judgement.diagnostics:
            tried[id(work)].append(Tried(proposal.program, judgement.diagnostics, place))
    made = [(work, *one) for work in works for one in _joined(work, tried[id(work)], budget.compiles)]
    judged = _screened(judge, [(work, source) for work, source, _ in made])
    left: dict[int, list[tuple[str, Judgement, tuple[Step, ...]]]] = defaultdict(list)
    for (work, source, places), judgement in zip(made, judged, strict=True):
        steps = tuple(step for place in places for step in jobs[place][2])
        if judgement.verdict is Verdict.UNSCORED:
            work.before = judgement
        elif judgement.verdict is Verdict.PASSED:
            work.good.append((source, steps))
        elif judgement.diagnostics:
            left[id(work)].append((source, judgement, steps))
    for work in works:
        first = sorted(left[id(work)], key=lambda one: len(one[1].diagnostics))[: budget.width // 2]
        work.front = [*first, *work.front][: budget.width]


def _joined(work: _Work, tried: Sequence[Tried], most: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Programs of several edits, for at most half of the compiles that are left."""
    said = [replace(one, message=short(one.message), helps=(), suggestions=()) for one in work.before.diagnostics]
    errors = in_order(said)  # as outlines, which what was tried has, with columns
    most = work.compiles + (most - work.compiles) // 2
    for source, places in joined(work.program.source, errors, tried) if len(errors) > 1 else ():
        if source not in work.seen and work.compiles < most:
            work.seen.add(source)
            work.compiles += 1
            yield source, places


def _widest(
    work: _Work, onward: list[tuple[str, Judgement, tuple[Step, ...]]], width: int
) -> list[tuple[str, Judgement, tuple[Step, ...]]]:
    """The programs with the fewest errors, one of each kind of errors; syntax errors hide the rest and are left out."""
    kept: dict[tuple[tuple[str, str, int], ...], tuple[str, Judgement, tuple[Step, ...]]] = {}
    known = errors_of(outline(work.before))
    for one in sorted(onward, key=lambda one: (_hides(one[1], known), len(one[1].diagnostics))):
        if all(error.code is None and SYNTAX.match(error.message) for error in one[1].diagnostics):
            continue
        if len(kept) < width:
            kept.setdefault(_kind(one[1]), one)
    return list(kept.values())


def _hides(judgement: Judgement, known: Errors) -> bool:
    """Whether the edit brought an error that keeps rustc from looking further: fewer errors are then no progress."""
    return any(
        error.code in EARLY and (error.code or "", error.message) not in known for error in judgement.diagnostics
    )


def _same(work: _Work, source: str, judgement: Judgement) -> bool:
    """Whether nothing was gained: the errors of before, on the same lines or on the same ones further down."""
    return _kind(judgement) == work.kind or _worded(judgement, source) == work.worded


def _kind(judgement: Judgement) -> tuple[tuple[str, str, int], ...]:
    return tuple(sorted((d.code or "", d.message, d.line) for d in judgement.diagnostics))


def _worded(judgement: Judgement, source: str) -> tuple[tuple[str, str, str], ...]:
    lines = ["", *source.split("\n")]
    said = ((d.code or "", d.message, d.line) for d in judgement.diagnostics)
    return tuple(sorted((code, message, "".join(lines[at : at + 1]).strip()) for code, message, at in said))


def _found(work: _Work) -> Found:
    """Few programs compile, so that it is cheaper to look for forbidden constructs in these than in all proposals."""
    source = work.program.source
    allowed = [one for one in work.good if find_forbidden(one[0], source) is None]
    return Found(work.program, work.before, ordered(source, allowed), work.compiles, tuple(work.stages))


def ordered(source: str, good: Sequence[tuple[str, tuple[Step, ...]]]) -> tuple[Candidate, ...]:
    """Candidates in the fixed order: what rustc calls machine-applicable, then the smallest edit, then the cheapest."""
    sized = [(_machine(steps), distance(source, program), program, steps) for program, steps in good]
    ranked = sorted(sized, key=lambda one: (not one[0], one[1], sum(step.cost for step in one[3]), one[2]))
    return tuple(Candidate(program, steps, order, size) for order, (_, size, program, steps) in enumerate(ranked))


def verify(judge: Screens, found: Sequence[Found], proposals: Sequence[Sequence[Proposal]]) -> list[Found]:
    """What was found with further proposals for each program: a model's answers, say. Those known are not compiled."""
    new = [_new(one, more) for one, more in zip(found, proposals, strict=True)]
    asked = [
        replace(one.program, source=p.program, tests=None) for one, more in zip(found, new, strict=True) for p in more
    ]
    stages = [list(one.stages) for one in found]
    with timed("compile", [(one, len(more)) for one, more in zip(stages, new, strict=True)]):
        judged = iter(judge.screen(asked, diagnose=False) if asked else [])
    added = [_with(one, [(p, next(judged)) for p in more]) for one, more in zip(found, new, strict=True)]
    return [replace(one, stages=tuple(spent)) for one, spent in zip(added, stages, strict=True)]


def _new(found: Found, proposals: Sequence[Proposal]) -> list[Proposal]:
    source = found.program.source
    known = {source, *(candidate.program for candidate in found.candidates)}
    distinct = {proposal.program: proposal for proposal in reversed(proposals) if proposal.program not in known}
    return [one for one in reversed(list(distinct.values())) if find_forbidden(one.program, source) is None]


def _with(found: Found, judged: Sequence[tuple[Proposal, Judgement]]) -> Found:
    good = [(candidate.program, candidate.steps) for candidate in found.candidates]
    good += [(proposal.program, (proposal.step,)) for proposal, one in judged if one.verdict is Verdict.PASSED]
    before = next((one for _, one in judged if one.verdict is Verdict.UNSCORED), found.before)
    candidates = ordered(found.program.source, good)
    return Found(found.program, before, candidates, found.compiles + len(judged))


def together(found: Found, other: Found) -> Found:
    """Two searches of one program as one; a candidate that both have keeps the steps of the first."""
    good = {candidate.program: candidate.steps for candidate in (*other.candidates, *found.candidates)}
    candidates = ordered(found.program.source, list(good.items()))
    before = other.before if other.before.verdict is Verdict.UNSCORED else found.before
    return Found(found.program, before, candidates, found.compiles + other.compiles, found.stages + other.stages)


def _machine(steps: Sequence[Step]) -> bool:
    return all(step.name in ("MachineApplicable", "together") and step.source == "rustc" for step in steps)


def distance(before: str, after: str) -> int:
    """Words taken out and put in; equal words at both ends are left out first, as most of a long file is."""
    old, new = words(before), words(after)
    first = common(old, new)
    last = common(old[first:][::-1], new[first:][::-1])
    matcher = SequenceMatcher(None, old[first : len(old) - last], new[first : len(new) - last], autojunk=False)
    return sum((i2 - i1) + (j2 - j1) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal")
