"""What only a build finds in programs that type-check: as a library, as a binary, as the tests that they hold.

A type check makes no code, so that constants of generic code, panics that are certain and overflows stay unseen; it
knows nothing of `main`, and leaves out what is `cfg(test)`. Libraries are built together; a binary and tests are crates
of their own, linked where this machine has a linker; a search, which links nothing, builds those together, too.

Covered: which targets a file has (`targets_of`), the finding of the type check first and then of each target in turn,
programs whose lints would judge a library otherwise. Not covered: running what was built.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from nightschool.errors import SandboxUnavailableError
from nightschool.rust.batch import chunks, verdict_of
from nightschool.rust.compiler import Compiler, Outcome
from nightschool.rust.isolation import DENYING, needs_own_crate
from nightschool.rust.lexer import words
from nightschool.rust.mains import called, in_main
from nightschool.rust.tree import Syntax
from nightschool.types import Judgement, Program, Target, Verdict

Progress = Callable[[int], None]
Key = tuple[str, str, Target]
"""Source, edition, and what it is built as."""
_MAIN = re.compile(r"^(?:pub(?:\([^)]*\))?\s+)?(?:(?:async|const|unsafe)\s+)*fn\s+main\s*[<(]", re.MULTILINE)
_TEST = re.compile(r"\btest\b")
PASSED = Judgement(Verdict.PASSED)


class Check(Protocol):
    """A way to type-check many programs as libraries."""

    def __call__(
        self, compiler: Compiler, programs: Sequence[Program], progress: Progress | None = None
    ) -> list[Judgement]:
        """One judgement per program, PASSED meaning that it type-checks."""


def targets_of(source: str) -> tuple[Target, ...]:
    """What a file is: a binary if it has `fn main` at its top, else a library; and tests, if it holds some."""
    syntax = Syntax(source)
    if syntax.root.has_error:
        main = _MAIN.search(source) is not None
    else:
        main = any(node.type == "function_item" and syntax.name(node) == "main" for node in syntax.root.children)
    attributes = syntax.of("attribute_item", "inner_attribute_item")
    tests = any(_TEST.search(syntax.text(node)) for node in attributes)
    return ("bin" if main else "lib", *(("test",) if tests else ()))


def checked_as_library(source: str, targets: Sequence[Target]) -> bool:
    """Whether an error of the library's type check is one of the targets too.

    Not where a program that is no library denies lints: what `main` alone uses is dead code in a library.
    """
    return "lib" in targets or not targets or DENYING.isdisjoint(words(source))


def with_targets(
    compiler: Compiler,
    programs: Sequence[Program],
    check: Check,
    progress: Progress | None = None,
    outlined: bool = False,
) -> list[Judgement]:
    """The finding of the type check on each program, and where it has none, of the first target that does not build.

    `outlined`: binaries and tests share crates, too. Then nothing is linked, and some findings are outlines.
    """
    checked = [n for n, one in enumerate(programs) if checked_as_library(one.source, one.targets)]
    results = dict.fromkeys(range(len(programs)), PASSED)
    results |= _checked(compiler, programs, checked, check, progress)
    if progress and len(checked) < len(programs):
        progress(len(programs) - len(checked))
    for turn in range(max((len(one.targets) for one in programs), default=0)):
        left = [n for n, one in enumerate(programs) if results[n].verdict is Verdict.PASSED and turn < len(one.targets)]
        tests = [n for n in left if programs[n].targets[turn] == "test" and n in checked]
        results |= _checked(compiler.of_tests(), programs, tests, check)
        jobs = {
            n: (programs[n].source, programs[n].edition, programs[n].targets[turn])
            for n in left
            if results[n].verdict is Verdict.PASSED
        }
        built = _built(compiler, list(dict.fromkeys(jobs.values())), outlined)
        results |= {n: built[key] for n, key in jobs.items()}
    return [results[n] for n in range(len(programs))]


def _checked(
    compiler: Compiler,
    programs: Sequence[Program],
    places: Sequence[int],
    check: Check,
    progress: Progress | None = None,
) -> dict[int, Judgement]:
    """The type check of some of the programs, in company."""
    asked = [programs[n] for n in places]
    return dict(zip(places, check(compiler, asked, progress) if asked else [], strict=True))


def _built(compiler: Compiler, keys: Sequence[Key], outlined: bool) -> dict[Key, Judgement]:
    """Build each: libraries that may share a crate together, if `outlined` binaries and tests too, all others alone."""
    shared: dict[tuple[str, Target], list[Key]] = defaultdict(list)
    lots: list[list[Key]] = []
    for key in keys:
        if (key[2] != "lib" and not outlined) or needs_own_crate(key[0], key[1]):
            lots.append([key])
        else:
            shared[key[1:]].append(key)
    lots += [part for members in shared.values() for part in chunks(members, compiler.config.judge)]
    found: dict[Key, Judgement] = {}
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        for judged in pool.map(lambda lot: _safely(compiler, lot), lots):
            found |= judged
    return found


def _safely(compiler: Compiler, lot: Sequence[Key]) -> dict[Key, Judgement]:
    try:
        return _alone(compiler, lot) if len(lot) == 1 else _together(compiler, lot)
    except SandboxUnavailableError as error:
        return dict.fromkeys(lot, Judgement(Verdict.UNSCORED, detail=str(error)))


def _together(compiler: Compiler, lot: Sequence[Key]) -> dict[Key, Judgement]:
    """Build them as one; whoever has an error is built alone if it may not be its own, the others again without it."""
    found: dict[Key, Judgement] = {}
    left = list(lot)
    _, edition, target = lot[0]
    while left:
        sources = [called(key[0]) if target == "bin" else key[0] for key in left]
        run = compiler.build_modules(sources, edition, compiler.patience("objects", len(left)), target == "test")
        if run.outcome is Outcome.CLEAN:
            return found | dict.fromkeys(left, PASSED)
        if run.outcome is not Outcome.ERRORS or not run.errors or run.stray:
            return found | _alone(compiler, left)
        for place, errors in run.errors.items():
            own = in_main(left[place][0], errors) if target == "bin" and place not in run.touched else None
            found |= {left[place]: own} if own else _alone(compiler, [left[place]])
        left = [key for key in left if key not in found]
    return found


def _alone(compiler: Compiler, lot: Sequence[Key]) -> dict[Key, Judgement]:
    return {key: verdict_of(compiler.build_alone(*key)) for key in lot}
