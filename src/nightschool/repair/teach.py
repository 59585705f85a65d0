"""Makes the teaching data of a chooser: searches corpus rows and judges what compiles with the rows' tests.

Covered: which rows come first (every other one that people wrote; patterns by turns, those more often whose lists
taught something before), lists kept from earlier nights, a budget in seconds. Equal rows and lists give the rows in
equal order; how far down that order the seconds reach differs. Not covered: learning (`learn`).
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from heapq import heapify, heappop, heappush
from itertools import islice, zip_longest

from nightschool.files import digest_json
from nightschool.repair.lists import Listed, list_key, listed
from nightschool.repair.proposal import Found, Proposer
from nightschool.repair.propose import PROPOSERS
from nightschool.repair.remembered import search_code
from nightschool.repair.search import ABREAST, Budget, Clock, search, together
from nightschool.rust.judge import Judge
from nightschool.types import Program, Row, Verdict

BATCH = 40
"""Rows searched together; the time is looked at between."""
COMPILES = 120
"""Programs compiled a row: what passes is mostly found early, and more rows teach more than more of one row."""
WRITTEN = frozenset({"lessons", "episodes"})
"""Sources of rows that people wrote, the likest to what people ask about: every other list is of one, while there are
any. Alone they teach less of what templates ask: 178 of 200 dev koans, with as many others some 188."""


Records = Sequence[Sequence[dict[str, float]]]
"""Further features of each candidate of each program."""
Describe = Callable[[Sequence[Found], Sequence[Sequence[int]]], tuple[Records, Records]]
"""Makes them, and those of what is left when only the candidates at some places stay."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many lists, and what may be spent on them."""

    rows: int = 2000
    """Most lists, those kept from before included."""
    seconds: float = 300.0
    """No batch is begun after this time."""
    budget: Budget = field(default_factory=lambda: Budget(COMPILES))
    patterns: Proposer | None = None
    """Learnt patterns, searched one deep on top, as a policy does."""
    pattern_compiles: int = 24
    """Programs compiled a row for these."""
    context: str = ""
    """Digest of whatever else the lists depend on, such as `describe`."""
    describe: Describe | None = None
    """Makes further features of what was searched, such as what candidates do."""


Progress = Callable[[int, int, int], None]
"""Told after each batch how many lists there are, of how many wanted, with how many pairs."""


def make_lists(
    judge: Judge,
    rows: Sequence[Row],
    proposers: Sequence[Proposer] = PROPOSERS,
    wanted: Wanted = Wanted(),
    kept: Sequence[Listed] = (),
    progress: Progress | None = None,
) -> list[Listed]:
    """Lists of these rows: those of `kept` that still hold, and new ones while the seconds last.

    Of `kept` those hold whose row is among `rows` and whose search would be the same today. Lists of these rows that
    another search made stand in, and rows without any come first; the others still say at which patterns lists teach.
    """
    deadline = time.monotonic() + wanted.seconds
    keys = {row.id: list_key(row, *_context(judge, wanted)) for row in rows}
    known = {one.key: one for one in kept}
    lists = [known[keys[row.id]] for row in rows if keys[row.id] in known][: wanted.rows]
    held = {one.key for one in lists}
    left = [row for row in rows if row.tests is not None and keys[row.id] not in held]
    older = _standing_in(left, kept)
    while len(lists) < wanted.rows and time.monotonic() < deadline:
        seen = known | {one.key: one for one in lists}
        part = list(islice(_fresh_first(left, older, list(seen.values())), min(BATCH, wanted.rows - len(lists))))
        if not part:
            break
        lists += _abreast(judge, part, proposers, wanted, keys)
        tried = {row.id for row in part}
        left = [row for row in left if row.id not in tried]
        if progress:
            progress(len(lists), wanted.rows, sum(one.pairs for one in lists))
    return [*lists, *(older[row.id] for row in left if row.id in older)][: wanted.rows]


def _standing_in(rows: Sequence[Row], kept: Sequence[Listed]) -> dict[str, Listed]:
    """By row, the first of the kept lists that is of the row as it is."""
    same = {(row.id, row.broken) for row in rows}
    return {one.row: one for one in reversed(kept) if (one.row, one.broken) in same}


def _fresh_first(rows: Sequence[Row], older: Mapping[str, Listed], known: Sequence[Listed]) -> Iterator[Row]:
    """Rows of which there is no list at all, then the others."""
    for again in (False, True):
        yield from in_order([row for row in rows if (row.id in older) is again], known)


def _context(judge: Judge, wanted: Wanted) -> tuple[str, str, str, str]:
    budgets = digest_json([asdict(wanted.budget), wanted.pattern_compiles])
    return search_code(), judge.toolchain.digest, budgets, wanted.context


def in_order(rows: Sequence[Row], known: Sequence[Listed]) -> Iterator[Row]:
    """Rows that people wrote and others one about the other, each kind in turns; then what is left of one kind."""
    kinds = [in_turns([row for row in rows if (row.source in WRITTEN) is written], known) for written in (True, False)]
    for pair in zip_longest(*kinds):
        yield from (row for row in pair if row is not None)


def in_turns(rows: Sequence[Row], known: Sequence[Listed]) -> Iterator[Row]:
    """Rows, patterns by turns: a pattern's n-th list, known ones counted, waits n^2 / (its share of mixed lists).

    The share of a pattern with m mixed of k known lists is (m + 1) / (k + 2): one that is always mixed has some three
    times the lists of one that never is. Rows of a pattern keep their order.
    """
    waiting: Mapping[str, list[Row]] = defaultdict(list)
    for row in rows:
        waiting[row.pattern].append(row)
    seen = Counter(one.pattern for one in known)
    mixed = Counter(one.pattern for one in known if one.mixed)
    slow = {pattern: (seen[pattern] + 2) / (mixed[pattern] + 1) for pattern in waiting}
    queue = [((seen[pattern] + 1) ** 2 * slow[pattern], pattern, 0) for pattern in waiting]
    heapify(queue)
    while queue:
        _, pattern, at = heappop(queue)
        yield waiting[pattern][at]
        if at + 1 < len(waiting[pattern]):
            heappush(queue, ((seen[pattern] + at + 2) ** 2 * slow[pattern], pattern, at + 1))


def _abreast(
    judge: Judge, rows: Sequence[Row], proposers: Sequence[Proposer], wanted: Wanted, keys: Mapping[str, str]
) -> list[Listed]:
    """Two halves of a batch at once: while rustc works on one, proposals are made for the other."""
    clock = Clock(wanted.budget.seconds)
    work = lambda part: _searched(judge, part, proposers, wanted, keys, clock)  # noqa: E731
    with ThreadPoolExecutor(ABREAST) as pool:
        try:
            return [one for half in pool.map(work, (rows[::2], rows[1::2])) for one in half]
        except BaseException:
            clock.stop()
            raise


def _searched(
    judge: Judge,
    rows: Sequence[Row],
    proposers: Sequence[Proposer],
    wanted: Wanted,
    keys: Mapping[str, str],
    clock: Clock,
) -> list[Listed]:
    """Search and test a batch; rows of which a candidate could not be judged are left out."""
    programs = [Program(row.broken, edition=row.edition) for row in rows]
    found = search(judge, programs, proposers, wanted.budget, clock=clock)
    if wanted.patterns is not None and wanted.pattern_compiles:
        budget = Budget(wanted.pattern_compiles, depth=1, first=1.0)
        more = search(judge, programs, (wanted.patterns,), budget, clock=clock)
        found = [together(one, other) for one, other in zip(found, more, strict=True)]
    asked = [(n, _tested(rows[n], one.program)) for n, each in enumerate(found) for one in each.candidates]
    verdicts: dict[int, list[Verdict]] = defaultdict(list)
    for (n, _), judgement in zip(asked, judge.judge([program for _, program in asked]), strict=True):
        verdicts[n].append(judgement.verdict)
    made = [
        listed(row, found[n], [one is Verdict.PASSED for one in verdicts[n]], keys[row.id])
        for n, row in enumerate(rows)
        if _usable(found[n], verdicts[n])
    ]
    return _described(made, wanted.describe) if wanted.describe else made


def _described(lists: Sequence[Listed], describe: Describe) -> list[Listed]:
    """The lists with further features, also of what is left of mixed ones without what passes."""
    failing = [[n for n, ok in enumerate(one.passed) if not ok and one.mixed] for one in lists]
    full, bare = describe([one.found for one in lists], failing)
    return [
        replace(one, extra=tuple(each), bare_extra=tuple(left) if one.mixed else ())
        for one, each, left in zip(lists, full, bare, strict=True)
    ]


def _usable(found: Found, verdicts: Sequence[Verdict]) -> bool:
    return found.before.verdict is Verdict.NOT_COMPILED and Verdict.UNSCORED not in verdicts


def _tested(row: Row, program: str) -> Program:
    return Program(program, row.tests, row.broken, row.edition)
