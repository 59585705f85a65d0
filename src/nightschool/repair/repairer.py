"""Carries a policy out: search, learnt patterns, choosing, and further proposals where they are called for.

Covered: one search shared by all policies (patterns have a budget of their own, so that what they add is apart), what
candidates do as features of the chooser, ranking. Not covered: asking a model (`evaluation.policy_arm`), hidden tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from nightschool.repair.chooser import Ranked, choose
from nightschool.repair.policy import Policy
from nightschool.repair.proposal import Found, Proposal
from nightschool.repair.remembered import Search, Searches
from nightschool.repair.search import Budget, Clock, Progress, search, together, verify
from nightschool.repair.watching import Watcher
from nightschool.rust.judge import Judge
from nightschool.types import Program


@dataclass(frozen=True)
class Repairer:
    """A policy at work."""

    judge: Judge
    policy: Policy
    cache: Path | None = None
    """Folder in which searches are kept; None keeps none."""
    seconds: float = float("inf")
    """Time for searching, for a person who waits; what the clock cuts short is not kept, so give no `cache` with it."""
    enough: float = float("inf")
    """Time after which what was found by then will do."""
    clock: Clock | None = None
    """One that others can stop, in place of the seconds; it runs on through the search of patterns."""

    @cached_property
    def watcher(self) -> Watcher:
        """Sees what candidates do, where something is learnt of it."""
        seconds = self.policy.settings.behaviour_s if self.policy.chooser.weights else 0.0
        return Watcher(self.judge, seconds, self.cache)

    def search(self, programs: Sequence[Program], progress: Progress | None = None) -> list[Found]:
        """What rustc and the operators find, and what learnt patterns add to it."""
        plain = [replace(program, tests=None, broken=None) for program in programs]
        budget = Budget(
            self.policy.settings.compiles, self.policy.settings.depth, seconds=self.seconds, enough=self.enough
        )
        how = partial(search, self.judge, budget=budget, clock=self.clock)
        found = self._searched("", budget, plain, how, progress)
        return self._with_patterns(plain, found) if self.policy.patterns else found

    def rank(self, found: Sequence[Found]) -> list[Ranked]:
        """The candidates of each program, best first, with the probability that the best is right."""
        extra = self.watcher.features(found)
        return [choose(one, self.policy.chooser, more) for one, more in zip(found, extra, strict=True)]

    def add(self, found: Sequence[Found], proposals: Sequence[Sequence[Proposal]]) -> list[Found]:
        """What was found with further proposals, verified."""
        return verify(self.judge, found, proposals)

    def _with_patterns(self, programs: Sequence[Program], found: Sequence[Found]) -> list[Found]:
        """Patterns are searched one deep with a budget of their own; what both find is counted once."""
        patterns, most = self.policy.patterns, self.policy.settings.pattern_compiles
        if patterns is None or not most:
            return list(found)
        budget = Budget(most, depth=1, first=1.0, seconds=self.seconds)
        how = partial(search, self.judge, proposers=(patterns,), budget=budget, clock=self.clock)
        more = self._searched(patterns.digest, budget, programs, how)
        return [together(one, other) for one, other in zip(found, more, strict=True)]

    def _searched(
        self, learnt: str, budget: Budget, programs: Sequence[Program], how: Search, progress: Progress | None = None
    ) -> list[Found]:
        """From the cache, which policies share that search with the same budget and what was learnt, or made now."""
        if self.cache is None:
            return how(programs)
        context = (learnt, f"{budget.compiles} {budget.depth}", self.judge.toolchain.digest)
        return Searches(self.cache, *context).found(self.judge, programs, how, progress)
