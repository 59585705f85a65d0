"""The arm that is a policy: search, choose, and ask a model where search leaves a program open or has little to show.

`search` has nothing learnt, `chooser` tonight's chooser and patterns, `policy` and its kin a model besides. The same
code carries out `nightschool fix`, so what is examined is what is used. A model's answers are chosen where nothing that
search proposed compiles; else they stand behind its best, for the chooser has learnt from search's candidates alone.
Covered: what it cost (programs compiled, answers of the model, seconds by stage), what compiled and was not chosen,
whether it would write the repair without asking. Not covered: hidden tests; they never choose.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from nightschool.evaluation.answer import Answer, Progress
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.unchosen import told, unchosen
from nightschool.files import digest_text
from nightschool.repair.chooser import Ranked
from nightschool.repair.policy import SHOWN, Policy
from nightschool.repair.proposal import Found, Proposal, Step
from nightschool.repair.remembered import search_code
from nightschool.repair.repairer import Repairer
from nightschool.repair.search import Clock
from nightschool.repair.stages import Stages, note, timed
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Verdict

TEMPERATURE = 0.8
"""Of the answers that are drawn after the greedy one."""
SAID_FIRST = 0.0
"""Cost of a model's greedy answer as a step; drawn ones follow one by one."""


class PolicyArm:
    """A policy answering koans."""

    def __init__(
        self, name: str, judge: Judge, policy: Policy, model: ModelArm | None = None, cache: Path | None = None
    ) -> None:
        self.name, self.judge, self.policy, self.model = name, judge, policy, model
        self.repairer = Repairer(judge, policy, cache)
        asked = model.digest if model else ""
        self.digest = digest_text(policy.digest, search_code(), asked, judge.toolchain.digest)

    def within(self, seconds: float, enough: float = float("inf"), clock: Clock | None = None) -> PolicyArm:
        """The same policy for a person who waits: searching ends after this time or by a clock, and is not remembered.

        After `enough` seconds it ends with the level that it is at, if something compiles.
        """
        other = copy(self)
        other.repairer = Repairer(self.judge, self.policy, None, seconds, enough, clock)
        return other

    def judged_by(self, judge: Judge) -> PolicyArm:
        """The same policy, whose search asks another judge of the same toolchain."""
        other = copy(self)
        other.judge, other.repairer = judge, replace(self.repairer, judge=judge)
        return other

    def of_compiles(self, most: int) -> PolicyArm:
        """The same policy with at most so many proposals of rustc and of the operators compiled."""
        settings = self.policy.settings
        other = copy(self)
        fewer = settings.model_copy(update={"compiles": min(most, settings.compiles)})
        other.policy = replace(self.policy, settings=fewer)
        other.repairer = replace(self.repairer, policy=other.policy)
        return other

    def facts(self) -> dict[str, str]:
        """The model's, and digests of what else decides a repair."""
        patterns = self.policy.patterns.digest if self.policy.patterns else ""
        learnt = {"chooser": self.policy.chooser.digest, "patterns": patterns, "budgets": self.policy.budgets}
        return {**(self.model.facts() if self.model else {}), **learnt, "policy": self.digest}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """The chosen repair of each koan; without one, no answer."""
        return [
            _answer(koan, found, ranked, answers)
            for koan, (found, ranked, answers) in zip(koans, self.repair(koans, progress), strict=True)
        ]

    def repair(
        self, koans: Sequence[Koan], progress: Progress | None = None
    ) -> list[tuple[Found, Ranked, Sequence[Answer]]]:
        """Of each koan: what was found, the candidates best first, and what the model answered if it was asked."""
        programs = [koan.program(koan.broken) for koan in koans]
        started = time.monotonic()
        found = self.repairer.search(programs, progress)
        share = (time.monotonic() - started) / max(1, len(koans))
        stages = [list(one.stages) for one in found]
        ranked = self._ranked(found, stages)
        said: list[list[Answer]] = [[Answer(koan.id, "", None, seconds=share)] for koan in koans]
        open_ = [n for n, one in enumerate(ranked) if _asks(found[n], one)]
        if self.model is not None and open_:
            given = self.model.several([koans[n] for n in open_], self.policy.settings.drawn, TEMPERATURE)
            spent = [stages[n] for n in open_]
            more = self._added([found[n] for n in open_], given, spent)
            again = self._ranked(more, spent)
            for n, answers, one, choice in zip(open_, given, more, again, strict=True):
                found[n], ranked[n] = one, _behind(ranked[n], choice)
                said[n] += answers
        measured = [replace(one, stages=tuple(spent)) for one, spent in zip(found, stages, strict=True)]
        return list(zip(measured, ranked, said, strict=True))

    def _added(
        self, found: Sequence[Found], given: Sequence[Sequence[Answer]], stages: Sequence[Stages]
    ) -> list[Found]:
        """What was found with the model's answers, and the seconds of asking and compiling them."""
        proposed = [list(map(_proposal, *_numbered(answers))) for answers in given]
        more = self.repairer.add([replace(one, stages=()) for one in found], proposed)
        for answers, one, spent in zip(given, more, stages, strict=True):
            for stage in (*(stage for answer in answers for stage in answer.stages), *one.stages):
                note(spent, stage)
        return more

    def _ranked(self, found: Sequence[Found], stages: Sequence[Stages]) -> list[Ranked]:
        """The candidates of each, best first; the seconds go to those that have any."""
        with timed("choose", [(spent, len(one.candidates)) for spent, one in zip(stages, found, strict=True)]):
            return self.repairer.rank(found)


def _asks(found: Found, ranked: Ranked) -> bool:
    """Whether a model is asked: the policy is not sure, and there are fewer repairs than a person is shown."""
    return found.before.verdict is Verdict.NOT_COMPILED and not ranked.certain and len(ranked.candidates) < SHOWN


def _behind(searched: Ranked, wider: Ranked) -> Ranked:
    """`wider`, of more candidates, with the best of what was searched still first and as sure as it was."""
    if not searched.candidates:
        return wider
    best = searched.candidates[0].program
    order = sorted(range(len(wider.candidates)), key=lambda n: wider.candidates[n].program != best)
    candidates, scores = tuple(wider.candidates[n] for n in order), tuple(wider.scores[n] for n in order)
    return Ranked(candidates, scores, searched.sure, searched.certain, differing_from(wider.differs, order))


def differing_from(known: Sequence[bool | None], order: Sequence[int]) -> tuple[bool | None, ...]:
    """Whether each does otherwise than the first of the new order, as far as that follows from the old first's."""
    if not known or known[order[0]] is None:
        return (None,) * len(known)
    same = known[order[0]] is False
    return tuple(n != order[0] and (known[n] if same else True if known[n] is False else None) for n in order)


def _numbered(answers: Sequence[Answer]) -> tuple[list[int], list[str]]:
    """The programs there are, with their numbers."""
    there = [(number, answer.program) for number, answer in enumerate(answers) if answer.program]
    return [number for number, _ in there], [program for _, program in there]


def _proposal(number: int, program: str) -> Proposal:
    return Proposal(program, Step("model", "drawn" if number else "greedy", SAID_FIRST + number))


def _answer(koan: Koan, found: Found, ranked: Ranked, said: Sequence[Answer]) -> Answer:
    """The best candidate with what all has cost."""
    cost = Answer(
        koan.id, "", None, sum(a.tokens for a in said), sum(a.seconds for a in said),
        compiles=found.compiles, answers=sum(a.answers for a in said), sure=False, stages=found.stages,
    )  # fmt: skip
    if found.before.verdict is Verdict.UNSCORED or any(a.unscored for a in said):
        return replace(cost, unscored=True, sure=None, detail=found.before.detail or "a question could not be put")
    if not ranked.candidates:
        return replace(cost, detail=f"none of {found.compiles} proposals compiles")
    best = ranked.candidates[0]
    detail = f"{told(best)}; first of {len(ranked.candidates)}, {ranked.sure:.0%} sure"
    cost = replace(cost, unchosen=unchosen(koan.broken, ranked), detail=detail)
    return replace(cost, text=best.program, program=best.program, sure=ranked.certain)
