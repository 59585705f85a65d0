"""Verdicts on many near-equal programs that mostly fail, as a search for repairs makes them.

What makes `batch.compile_programs` slow on such programs are the diagnostics: rustc words some of them otherwise in
company, and whoever they belong to is compiled again alone. Here they are *outlined*: each error's code, line and
message, the message without what company changes in it. All programs are first compiled up to borrow checking, where
most of them end, near-equal ones packed together (`kinship`, `variants`). The rest are compiled to the end as they are.

Covered: verdicts equal to `compile`'s, whatever the order and the company; outlines equal to those of `compile`'s
diagnostics. Not covered: tests, forbidden constructs, the cache.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import NamedTuple

from nightschool.config import JudgeConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.rust.batch import compile_alone
from nightschool.rust.compiler import Compiler, Outcome, Run
from nightschool.rust.gates import likely_spoils, settled, unhidden
from nightschool.rust.kinship import Kinship
from nightschool.rust.names import MARK
from nightschool.rust.outlines import in_order, outline, outlined_run
from nightschool.rust.variants import Module, plain_modules
from nightschool.types import Judgement, Program, Verdict

BATCH = 320
"""Most programs of one compiler run: starting rustc takes as long as some 25 of them."""
SMALLEST = 40
"""Programs below which a batch of its own costs more than it saves."""
MANY = 6
"""Programs from which on it pays to look in company for the one that hides the others' errors."""
SCREENED_SOURCE = b"pub fn sing(note: String) { drop(note); drop(note); }\n"
"""The canary of a run that is to end with borrow checking: an error of that phase, whatever the lint levels are."""
NAMED_STYLE = re.compile(r"\b(?:warnings|nonstandard_style|non_snake_case)\b")
"""Lints that dislike the names of modules here."""
Progress = Callable[[int], None]
Key = tuple[str, str]
"""Edition and source."""
Found = dict[Key, Judgement]
SOUND = Judgement(Verdict.PASSED)
__all__ = ["outline", "screen_programs"]


class Batch(NamedTuple):
    """Programs of one edition for one compiler run."""

    edition: str
    sources: list[str]
    kinship: Kinship

    @property
    def keys(self) -> list[Key]:
        """One a program."""
        return [(self.edition, source) for source in self.sources]

    def of(self, keys: Sequence[Key]) -> Batch:
        """These programs."""
        return self._replace(sources=[source for _, source in keys])

    def part(self, places: Sequence[int]) -> Batch:
        """Some of the programs."""
        return self._replace(sources=[self.sources[place] for place in places])

    def without(self, found: Found) -> Batch | None:
        """Those that nothing is known of; None if there are none."""
        left = [source for source in self.sources if (self.edition, source) not in found]
        return self._replace(sources=left) if left else None


Work = Callable[[Compiler, Batch], Found]


def screen_programs(
    compiler: Compiler, programs: Sequence[Program], progress: Progress | None = None
) -> list[Judgement]:
    """One judgement per program, `PASSED` meaning that it compiles; duplicates are compiled once."""
    keys = [(program.edition, program.source) for program in programs]
    counts = Counter(keys)
    kinship = {edition: Kinship(edition) for edition in {program.edition for program in programs}}
    own = {key for key in counts if not kinship[key[0]].add(key[1])}
    config = compiler.config.judge
    found: Found = {}
    with ThreadPoolExecutor(config.workers) as pool:

        def work(how: Work, batches: list[Batch]) -> None:
            for judged in pool.map(lambda batch: _safely(how, compiler, batch), batches):
                found.update(judged)
                if progress:
                    progress(sum(counts[key] for key, one in judged.items() if one is not SOUND))

        shared = [
            Batch(one, [key[1] for key in counts if key[0] == one and key not in own], kinship[one]) for one in kinship
        ]
        work(_alone, [Batch(edition, [source], kinship[edition]) for edition, source in own])
        work(_sift, [part for batch in shared for group in _groups(batch) for part in _batches(group, config)])
        sound = [batch.of([key for key in batch.keys if found[key] is SOUND]) for batch in shared]
        work(_confirm, [part for batch in sound for part in _batches(batch, config)])
    return [found[key] for key in keys]


def _safely(how: Work, compiler: Compiler, batch: Batch) -> Found:
    try:
        return how(compiler, batch)
    except SandboxUnavailableError as error:
        return dict.fromkeys(batch.keys, Judgement(Verdict.UNSCORED, detail=str(error)))


def _groups(batch: Batch) -> list[Batch]:
    """Programs that are likely to spoil the run for the others are kept from them."""
    spoiling = {source for source in batch.sources if likely_spoils(source)}
    groups = [[one for one in batch.sources if (one in spoiling) is spoils] for spoils in (False, True)]
    return [batch._replace(sources=group) for group in groups]


def _batches(batch: Batch, config: JudgeConfig) -> list[Batch]:
    """Parts of equal size, as many as keep all workers busy; neighbours stay together, as they are near-equal.

    Many programs are two rounds at least: one part may take far longer than another.
    """
    count = len(batch.sources)
    rounds = max(-(-count // (config.workers * BATCH)), min(2, count // (4 * config.workers * SMALLEST)), 1)
    size = max(SMALLEST, -(-count // (config.workers * rounds)))
    return [batch.part(range(at, min(at + size, count))) for at in range(0, count, size)]


def _sift(compiler: Compiler, batch: Batch) -> Found:
    """What is wrong with each program up to borrow checking; `SOUND` for those with which nothing is."""
    found: Found = {}
    while left := batch.without(found):
        run = _run(compiler, left, left.kinship.modules(left.sources), SCREENED_SOURCE)
        if run.outcome is not Outcome.ERRORS or run.stray or not (run.errors or run.complete):
            return found | _in_parts(_sift, compiler, left)
        found |= _taken(compiler, left, run)
        keys = left.keys
        found |= {keys[place]: SOUND for place in unhidden(run, len(left.sources))}
    return found


def _confirm(compiler: Compiler, batch: Batch) -> Found:
    """What is wrong with programs that are sound up to borrow checking; `PASSED` for those with which nothing is."""
    found = _each(compiler, [key for key in batch.keys if NAMED_STYLE.search(key[1])])
    while left := batch.without(found):
        run = replace(_run(compiler, left, plain_modules(left.sources), b""), complete=True)
        if run.outcome is Outcome.CLEAN:
            return found | dict.fromkeys(left.keys, Judgement(Verdict.PASSED))
        if run.outcome is not Outcome.ERRORS or run.stray:
            return found | _in_parts(_confirm, compiler, left)
        found |= _taken(compiler, left, run)
    return found


def _run(compiler: Compiler, batch: Batch, modules: Sequence[Module], canary: bytes) -> Run:
    files = {f"{MARK}{number}.rs": module.text for number, module in enumerate(modules)}
    programs = len(batch.sources)
    done = compiler.run_modules(files, batch.edition, compiler.patience("screen", programs), canary)
    run = outlined_run(done, modules)
    if run.finished:
        compiler.learn_pace("screen", programs, done.seconds)
    return run


def _taken(compiler: Compiler, batch: Batch, run: Run) -> Found:
    """The programs whose errors are known now."""
    final = settled(run)
    keys = batch.keys
    own = [place for place, errors in final.items() if errors is not None and place not in run.touched]
    doubtful = [place for place, errors in final.items() if errors is None]
    return (
        {keys[place]: Judgement(Verdict.NOT_COMPILED, in_order(run.errors[place])) for place in own}
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
        found |= how(compiler, batch._replace(sources=batch.sources[at : at + step]))
    return found


def _each(compiler: Compiler, keys: Sequence[Key]) -> Found:
    return {key: outline(compile_alone(compiler, key[1], key[0])) for key in keys}


def _alone(compiler: Compiler, batch: Batch) -> Found:
    return _each(compiler, batch.keys)
