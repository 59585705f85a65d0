"""Verdicts on many near-equal programs that mostly fail, as a search for repairs makes them.

What makes `batch.compile_programs` slow on such programs are the diagnostics: rustc words some of them otherwise in
company, and whoever they belong to is compiled again alone. Here they are *outlined*: each error's code, line and
message, the message without what company changes in it. All programs are first compiled up to borrow checking, where
most of them end; those left are compiled together to the end.

Covered: verdicts equal to `compile`'s, whatever the order and the company; outlines equal to those of `compile`'s
diagnostics. Not covered: tests, forbidden constructs, the cache.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from nightschool.config import JudgeConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.rust.batch import compile_alone
from nightschool.rust.compiler import Compiler, Outcome, Run
from nightschool.rust.gates import settled, unhidden
from nightschool.rust.isolation import needs_own_crate
from nightschool.types import Diagnostic, Judgement, Program, Verdict

BATCH = 256
"""Most programs of one compiler run: starting rustc takes as long as some 25 of them."""
SMALLEST = 24
"""Programs below which a batch of its own costs more than it saves."""
NAMESAKES = 48
"""Most programs of one run that define a trait of the same name: rustc tries the methods of all of them."""
MANY = 6
"""Programs from which on it pays to look in company for the one that hides the others' errors."""
NAMED_STYLE = re.compile(r"\b(?:warnings|nonstandard_style|non_snake_case)\b")
"""Lints that dislike the names of modules here."""
_TRAIT = re.compile(r"\btrait\s+(\w+)")
_PLACE = re.compile(r"\b(?:\w+::)+(?=\w)|\b(?:lib|ns__k\d+)\.rs(?=:)")
"""What rustc writes before a name depends on who else has a namesake."""
Progress = Callable[[int], None]
Key = tuple[str, str]
"""Edition and source."""
Found = dict[Key, Judgement]
SOUND = Judgement(Verdict.PASSED)


class Batch(NamedTuple):
    """Programs of one edition for one compiler run."""

    edition: str
    sources: list[str]

    @property
    def keys(self) -> list[Key]:
        """One a program."""
        return [(self.edition, source) for source in self.sources]

    def part(self, places: Sequence[int]) -> Batch:
        """Some of the programs."""
        return Batch(self.edition, [self.sources[place] for place in places])

    def without(self, found: Found) -> Batch | None:
        """Those that nothing is known of; None if there are none."""
        left = [source for source in self.sources if (self.edition, source) not in found]
        return Batch(self.edition, left) if left else None


Work = Callable[[Compiler, Batch], Found]


def outline(judgement: Judgement) -> Judgement:
    """The judgement with the outlines of its diagnostics, in an order of their own."""
    return Judgement(judgement.verdict, _outlines(judgement.diagnostics), judgement.detail)


def _outlines(errors: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    found = [Diagnostic(error.code, _PLACE.sub("", error.message), error.line) for error in errors]
    return tuple(sorted(found, key=lambda one: (one.line, one.code or "", one.message)))


def screen_programs(
    compiler: Compiler, programs: Sequence[Program], progress: Progress | None = None
) -> list[Judgement]:
    """One judgement per program, `PASSED` meaning that it compiles; duplicates are compiled once."""
    keys = [(program.edition, program.source) for program in programs]
    counts = Counter(keys)
    own = {key for key in counts if needs_own_crate(key[1], key[0], outlined=True)}
    config = compiler.config.judge
    found: Found = {}
    with ThreadPoolExecutor(config.workers) as pool:

        def work(how: Work, batches: list[Batch]) -> None:
            for judged in pool.map(lambda batch: _safely(how, compiler, batch), batches):
                found.update(judged)
                if progress:
                    progress(sum(counts[key] for key, one in judged.items() if one is not SOUND))

        work(_alone, [Batch(edition, [source]) for edition, source in own])
        work(_sift, _batches([key for key in counts if key not in own], config))
        work(_confirm, _batches([key for key, one in found.items() if one is SOUND], config))
    return [found[key] for key in keys]


def _safely(how: Work, compiler: Compiler, batch: Batch) -> Found:
    try:
        return how(compiler, batch)
    except SandboxUnavailableError as error:
        return dict.fromkeys(batch.keys, Judgement(Verdict.UNSCORED, detail=str(error)))


def _batches(keys: Sequence[Key], config: JudgeConfig) -> list[Batch]:
    """Of one edition and equal size, as many as keep all workers busy.

    Neighbours go to different batches: near-equal programs of one crate cost rustc time that grows with their square,
    as it looks through all of them for what an unknown name or method may have meant.
    """
    shared: dict[str, list[str]] = defaultdict(list)
    for edition, source in keys:
        shared[edition].append(source)
    found: list[Batch] = []
    for edition, sources in shared.items():
        rounds = -(-len(sources) // (config.workers * BATCH))
        count = max(1, min(config.workers * rounds, len(sources) // SMALLEST), _namesakes(sources) // NAMESAKES)
        found += [Batch(edition, sources[at::count]) for at in range(count)]
    return found


def _namesakes(sources: Sequence[str]) -> int:
    """Programs that define the trait which most of them define."""
    traits = Counter(name for source in sources if "trait" in source for name in set(_TRAIT.findall(source)))
    return max(traits.values(), default=0)


def _sift(compiler: Compiler, batch: Batch) -> Found:
    """What is wrong with each program up to borrow checking; `SOUND` for those with which nothing is."""
    found: Found = {}
    while left := batch.without(found):
        run = compiler.screen(left.sources, left.edition, compiler.patience("check", len(left.sources)), last=False)
        if run.outcome is not Outcome.ERRORS or run.stray or not (run.errors or run.complete):
            return found | _in_parts(_sift, compiler, left)
        found |= _taken(compiler, left, run)
        keys = left.keys
        found |= {keys[place]: SOUND for place in unhidden(run, left.sources)}
    return found


def _confirm(compiler: Compiler, batch: Batch) -> Found:
    """What is wrong with programs that are sound up to borrow checking; `PASSED` for those with which nothing is."""
    found = _each(compiler, [key for key in batch.keys if NAMED_STYLE.search(key[1])])
    while left := batch.without(found):
        run = compiler.screen(left.sources, left.edition, compiler.patience("check", len(left.sources)), last=True)
        if run.outcome is Outcome.CLEAN:
            return found | dict.fromkeys(left.keys, Judgement(Verdict.PASSED))
        if run.outcome is not Outcome.ERRORS or run.stray:
            return found | _in_parts(_confirm, compiler, left)
        found |= _taken(compiler, left, run)
    return found


def _taken(compiler: Compiler, batch: Batch, run: Run) -> Found:
    """The programs whose errors are known now."""
    final = settled(run, batch.sources)
    keys = batch.keys
    own = [place for place, errors in final.items() if errors is not None and place not in run.touched]
    doubtful = [place for place, errors in final.items() if errors is None]
    return (
        {keys[place]: Judgement(Verdict.NOT_COMPILED, _outlines(run.errors[place])) for place in own}
        | _each(compiler, [keys[place] for place in final if place in run.touched and place not in doubtful])
        | _doubtful(compiler, batch, run, doubtful)
    )


def _doubtful(compiler: Compiler, batch: Batch, run: Run, places: list[int]) -> Found:
    """Those whose errors are not known to be all: alone, or in parts where an unknown one of many hides the rest's."""
    if len(places) < MANY or run.complete:
        return _each(compiler, batch.part(places).keys)
    suspects = [place for place in places if any(error.code == "E0432" for error in run.errors[place])]
    rest = [place for place in places if place not in suspects]
    if not (suspects and rest):
        return _in_parts(_sift, compiler, batch.part(places))
    return _sift(compiler, batch.part(suspects)) | _sift(compiler, batch.part(rest))


def _in_parts(how: Work, compiler: Compiler, batch: Batch) -> Found:
    if len(batch.sources) == 1:
        return _alone(compiler, batch)
    found: Found = {}
    step = -(-len(batch.sources) // 4)
    for at in range(0, len(batch.sources), step):
        found |= how(compiler, Batch(batch.edition, batch.sources[at : at + step]))
    return found


def _each(compiler: Compiler, keys: Sequence[Key]) -> Found:
    found: Found = {}
    for edition, source in keys:
        found |= _alone(compiler, Batch(edition, [source]))
    return found


def _alone(compiler: Compiler, batch: Batch) -> Found:
    (source,) = batch.sources
    return {(batch.edition, source): outline(compile_alone(compiler, source, batch.edition))}
