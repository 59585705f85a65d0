"""Twins: each koan once more under other names, so that knowing a koan and knowing how to repair it can be told apart.

A twin is good if the judge sees no difference: its broken program fails with the same codes and diagnostics of the
same shape (labels, helps, suggestions), its fix passes its tests. All names that a koan declares and all words are
changed together; where that fails, each is tried alone (a method that a trait asks for is not free), and those that
are free are changed together. Deterministic for a suite and a toolchain.
Covered: identifiers, lifetimes, words in strings. Not covered: numbers, and the order of what is written; a twin
is as hard as its koan to a compiler, but its words may be likelier or less likely to a model, which is why arms
are compared with the base model (`evaluation.memorisation`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nightschool.files import digest_text
from nightschool.koans.scored import refuse_unscored
from nightschool.koans.suite import Suite, suite_digest
from nightschool.rust.judge import Judge
from nightschool.rust.renaming import Renaming, fresh, names_of, rewritten, words_of
from nightschool.types import Judgement, Koan, Verdict

NAME = "twins"
VERSION = 1
"""Part of the cached suite's key; raised whenever other twins would be made."""
LEAST_CHANGED = 3
"""Names and words that must differ for a koan to count as another text."""


@dataclass(frozen=True, slots=True)
class Twins:
    """What could be made."""

    suite: Suite
    """Twins under the ids of their koans."""
    without: tuple[str, ...]
    """Ids of koans that have none."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One name or word of one koan, and what it would become."""

    koan: int
    kind: str
    old: str
    new: str


def make_twins(suite: Suite, judge: Judge) -> Twins:
    """A twin of each koan that has one; some hundred small programs are judged.

    Raises SandboxUnavailableError if one could not be: a koan would be without its twin for ever.
    """
    shapes = _shapes(judge, suite.koans)
    wanted = {number: _changes(number, koan) for number, koan in enumerate(suite.koans)}
    twins = _together(judge, suite, shapes, wanted)
    left = [change for number, changes in wanted.items() if number not in twins for change in changes]
    alone = [_twin(suite.koans[change.koan], [change]) for change in left]
    free = _unchanged(judge, alone, [shapes[change.koan] for change in left])
    kept: dict[int, list[_Change]] = defaultdict(list)
    for change, ok in zip(left, free, strict=True):
        if ok:
            kept[change.koan].append(change)
    twins |= _together(judge, suite, shapes, kept)
    made = tuple(twins[number] for number in sorted(twins))
    without = tuple(koan.id for number, koan in enumerate(suite.koans) if number not in twins)
    return Twins(Suite(NAME, made, suite_digest(made), lines=suite.lines), without)


def _together(
    judge: Judge, suite: Suite, shapes: Sequence[Any], wanted: Mapping[int, Sequence[_Change]]
) -> dict[int, Koan]:
    """The koans whose changes can be made all at once, by number."""
    made = {n: _twin(suite.koans[n], changes) for n, changes in wanted.items() if len(changes) >= LEAST_CHANGED}
    good = _unchanged(judge, list(made.values()), [shapes[number] for number in made])
    return {number: twin for (number, twin), ok in zip(made.items(), good, strict=True) if ok}


def _changes(number: int, koan: Koan) -> list[_Change]:
    salt = digest_text(koan.id)
    texts = (koan.broken, koan.fixed)
    names = fresh(_seen(names_of, (*texts, koan.tests)), salt)
    renamable = {name for text in texts for name in names_of(text)}
    words = fresh(_seen(words_of, (*texts, koan.tests)), salt)
    changes = [_Change(number, "name", old, new) for old, new in names.items() if old in renamable]
    return [*changes, *(_Change(number, "word", old, new) for old, new in words.items())]


def _seen(find: Callable[[str], list[str]], texts: Iterable[str]) -> list[str]:
    return [one for text in texts for one in find(text)]


def _twin(koan: Koan, changes: Sequence[_Change]) -> Koan:
    names = {change.old: change.new for change in changes if change.kind == "name"}
    renaming = Renaming(names, {change.old: change.new for change in changes if change.kind == "word"})
    broken, fixed, tests = (rewritten(text, renaming) for text in (koan.broken, koan.fixed, koan.tests))
    return replace(koan, broken=broken, fixed=fixed, tests=tests, group=koan.id)


def _shapes(judge: Judge, koans: Sequence[Koan]) -> list[Any]:
    found = judge.compile([koan.program(koan.broken) for koan in koans])
    refuse_unscored(found, "koans or twins")
    return [_shape(one) for one in found]


def _unchanged(judge: Judge, twins: Sequence[Koan], shapes: Sequence[Any]) -> list[bool]:
    """Whether each twin fails and is repaired as its koan; only those that fail as they should are tested."""
    same = [found == shape for found, shape in zip(_shapes(judge, twins), shapes, strict=True)]
    tried = [koan for koan, ok in zip(twins, same, strict=True) if ok]
    judged = judge.judge([koan.program(koan.fixed, koan.tests, koan.broken) for koan in tried])
    refuse_unscored(judged, "repaired twins")
    passed = {koan: one.verdict is Verdict.PASSED for koan, one in zip(tried, judged, strict=True)}
    return [passed.get(koan, False) for koan in twins]


def _shape(judgement: Judgement) -> Any:
    """What rustc says, without the words: renaming must not change it."""
    return judgement.verdict, [
        (one.code, one.line, len(one.labels), len(one.helps), [s.applicability for s in one.suggestions])
        for one in judgement.diagnostics
    ]
