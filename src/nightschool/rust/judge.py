"""The judge: what an answer is worth, by rustc and by its tests, never by reading it.

Order: forbidden constructs, the compiler, the tests. A program that hits a limit has timed out; one that could
not be judged because the sandbox died is unscored, never failed. Many programs are judged together and the
result is the same as one by one. Not covered: whether the tests are any good (`koans.certify`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from nightschool.config import Config
from nightschool.rust.batch import MAX_SOURCE, compile_one_by_one, compile_programs
from nightschool.rust.building import with_targets
from nightschool.rust.cache import VerdictCache, cache_key
from nightschool.rust.compiler import Compiler
from nightschool.rust.examination import examine
from nightschool.rust.forbidden import find_forbidden
from nightschool.rust.screen import outline, screen_programs
from nightschool.rust.toolchain import Toolchain, find_toolchain
from nightschool.rust.trials import harness
from nightschool.rust.warnings import Counts, count_warnings
from nightschool.sandbox import Sandbox, open_sandbox
from nightschool.types import Judgement, Program, Verdict

Progress = Callable[[int], None]
Work = Callable[[Sequence[Program], Progress | None], list[Judgement]]
VERSION = "5"
"""Part of every cache key; raised whenever a verdict or a diagnostic could change."""


def open_judge(config: Config) -> Judge:
    """The judge of this machine: its toolchain, the configured sandbox, the cache in `config.var`.

    Raises EnvironmentMissingError without rustc and SandboxUnavailableError without isolation.
    """
    toolchain = find_toolchain()
    sandbox = open_sandbox(config.sandbox, toolchain.read_only)
    sandbox.probe()
    return Judge(config, toolchain, sandbox)


class Judge:
    """Judges programs in batches."""

    def __init__(self, config: Config, toolchain: Toolchain, sandbox: Sandbox) -> None:
        self.config = config
        self.toolchain = toolchain
        self.compiler = Compiler(config, toolchain, sandbox)
        self._cache = VerdictCache(config.var / "cache" / "verdicts.sqlite") if config.judge.cache else None
        limits = config.judge.model_dump_json(include={"compile_timeout_s", "test_timeout_s"})
        context = (VERSION, toolchain.digest, limits, config.sandbox.model_dump_json(), harness().decode())
        self._context = context

    def compile(self, programs: Sequence[Program], progress: Progress | None = None) -> list[Judgement]:
        """Does each compile, and build as its targets? Looks at neither tests nor forbidden constructs; runs nothing.

        `progress` is called with the number of programs that were finished since its last call.
        """
        plain = [replace(program, tests=None, broken=None) for program in programs]
        return self._remembered(plain, progress, self._compile)

    def screen(
        self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True, progress: Progress | None = None
    ) -> list[Judgement]:
        """As `compile`, several times as fast for many programs that mostly fail; remembers nothing.

        Verdicts and diagnostics of those to `diagnose` are `compile`'s. The others' binaries and tests are built, not
        linked; they get each error's code, line and message without paths, sorted, and no labels, helps or suggestions.
        """
        asked = [diagnose] * len(programs) if isinstance(diagnose, bool) else diagnose
        plain = [replace(program, tests=None, broken=None) for program in programs]
        results = {index: _refusal(why) for index, one in enumerate(plain) if (why := _unreadable(one.source))}
        for how, wanted in ((compile_programs, True), (screen_programs, False)):
            part = [index for index in range(len(plain)) if index not in results and asked[index] is wanted]
            judged = with_targets(self.compiler, [plain[index] for index in part], how, progress, not wanted)
            results |= dict(zip(part, judged if wanted else map(outline, judged), strict=True))
        return [results[index] for index in range(len(plain))]

    def warnings(self, programs: Sequence[Program], lints: Sequence[str]) -> list[Counts]:
        """How often rustc warns of each of these lints in programs that compile as libraries; remembers nothing."""
        return count_warnings(self.compiler, programs, lints)

    def judge(self, programs: Sequence[Program], progress: Progress | None = None) -> list[Judgement]:
        """The verdict on each: forbidden, then compiled, then tested; without tests a pass is a compile."""
        results: dict[int, Judgement] = {}
        for index, program in enumerate(programs):
            if construct := find_forbidden(program.source, program.broken):
                results[index] = Judgement(Verdict.FORBIDDEN, detail=construct)
        if progress and results:
            progress(len(results))
        left = [index for index in range(len(programs)) if index not in results]
        results |= self._spread(programs, left, progress)
        return [results[index] for index in range(len(programs))]

    def compile_each(self, programs: Sequence[Program]) -> list[Judgement]:
        """As `compile`, each program in a compiler run of its own: the slow truth that `compile` must equal."""
        return with_targets(self.compiler, programs, compile_one_by_one)

    def _spread(self, programs: Sequence[Program], left: list[int], progress: Progress | None) -> dict[int, Judgement]:
        """Judge the allowed ones: all are compiled, those with tests are remembered by their tests too."""
        tested = [index for index in left if programs[index].tests is not None]
        plain = [index for index in left if programs[index].tests is None]
        results = dict(zip(plain, self.compile([programs[index] for index in plain], progress), strict=True))
        examined = [replace(programs[index], broken=None) for index in tested]
        return results | dict(zip(tested, self._remembered(examined, progress, self._test), strict=True))

    def _test(self, programs: Sequence[Program], progress: Progress | None) -> list[Judgement]:
        results = dict(enumerate(self.compile(programs)))
        left = [index for index, one in results.items() if one.verdict is Verdict.PASSED]
        if progress:
            progress(len(programs) - len(left))
        tested = examine(self.compiler, [programs[index] for index in left], progress)
        return list((results | dict(zip(left, tested, strict=True))).values())

    def _compile(self, programs: Sequence[Program], progress: Progress | None) -> list[Judgement]:
        results: dict[int, Judgement] = {}
        for index, program in enumerate(programs):
            if refusal := _unreadable(program.source):
                results[index] = _refusal(refusal)
        left = [index for index in range(len(programs)) if index not in results]
        judged = with_targets(self.compiler, [programs[index] for index in left], compile_programs, progress)
        results |= dict(zip(left, judged, strict=True))
        return [results[index] for index in range(len(programs))]

    def _remembered(self, programs: Sequence[Program], progress: Progress | None, work: Work) -> list[Judgement]:
        """What the cache knows, and the work for the rest."""
        if self._cache is None or not programs:
            return work(programs, progress) if programs else []
        keys = [cache_key(program, *self._context) for program in programs]
        known = self._cache.get(keys)
        if progress and known:
            progress(sum(key in known for key in keys))
        left = [index for index, key in enumerate(keys) if key not in known]
        fresh = work([programs[index] for index in left], progress)
        found = {keys[index]: judgement for index, judgement in zip(left, fresh, strict=True)}
        self._cache.put(found.items())
        return [(known | found)[key] for key in keys]


def _refusal(reason: str) -> Judgement:
    return Judgement(Verdict.NOT_COMPILED, detail=reason)


def _unreadable(source: str) -> str | None:
    try:
        size = len(source.encode())
    except UnicodeEncodeError as error:
        return f"the program is not valid Unicode: {error}"
    if size > MAX_SOURCE:
        return f"the program has {size} bytes; the most that is compiled is {MAX_SOURCE}"
    if "\0" in source:
        return "the program contains a NUL byte"
    return None
