"""The judge: what an answer is worth, by rustc and by its tests, never by reading it.

Order: forbidden constructs, the compiler, the tests. A program that hits a limit has timed out; one that could
not be judged because the sandbox died is unscored, never failed. Many programs are judged together and the
result is the same as one by one. Not covered: whether the tests are any good (`koans.certify`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from nightschool.config import Config
from nightschool.rust import examination
from nightschool.rust.batch import MAX_SOURCE, compile_one_by_one, compile_programs
from nightschool.rust.compiler import Compiler
from nightschool.rust.forbidden import find_forbidden
from nightschool.rust.toolchain import Toolchain, find_toolchain
from nightschool.sandbox import Sandbox, open_sandbox
from nightschool.types import Judgement, Program, Verdict

Progress = Callable[[int], None]
VERSION = "1"
"""Part of every cache key; raised whenever a verdict or a rendering could change."""


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

    def compile(self, programs: Sequence[Program], progress: Progress | None = None) -> list[Judgement]:
        """Does each compile? Looks at neither tests nor forbidden constructs; never runs anything."""
        results: dict[int, Judgement] = {}
        for index, program in enumerate(programs):
            if refusal := _unreadable(program.source):
                results[index] = Judgement(Verdict.NOT_COMPILED, detail=refusal)
        left = [index for index in range(len(programs)) if index not in results]
        judged = compile_programs(self.compiler, [programs[index] for index in left], progress)
        results |= dict(zip(left, judged, strict=True))
        return [results[index] for index in range(len(programs))]

    def compile_each(self, programs: Sequence[Program]) -> list[Judgement]:
        """As `compile`, each program in a compiler run of its own: the slow truth that `compile` must equal."""
        return compile_one_by_one(self.compiler, programs)

    def judge(self, programs: Sequence[Program], progress: Progress | None = None) -> list[Judgement]:
        """The verdict on each: forbidden, then compiled, then tested; without tests a pass is a compile."""
        results: dict[int, Judgement] = {}
        for index, program in enumerate(programs):
            if construct := find_forbidden(program.source, program.broken):
                results[index] = Judgement(Verdict.FORBIDDEN, detail=construct)
        left = [index for index in range(len(programs)) if index not in results]
        judged = self.compile([replace(programs[index], tests=None) for index in left])
        results |= dict(zip(left, judged, strict=True))
        left = [i for i in left if results[i].verdict is Verdict.PASSED and programs[i].tests is not None]
        tested = examination.examine(self.compiler, [programs[index] for index in left])
        results |= dict(zip(left, tested, strict=True))
        if progress:
            progress(len(programs))
        return [results[index] for index in range(len(programs))]


def _unreadable(source: str) -> str | None:
    size = len(source.encode("utf-8", errors="replace"))
    if size > MAX_SOURCE:
        return f"the program has {size} bytes; the most that is compiled is {MAX_SOURCE}"
    if "\0" in source:
        return "the program contains a NUL byte"
    return None
