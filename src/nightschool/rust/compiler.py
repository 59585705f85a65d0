"""One rustc run over several programs, each a module in a file of its own, inside the sandbox.

Covered: the crate's layout, the flags, the attribution of errors to programs, what became of the run.
Not covered: who may share a crate (`isolation`), what to do when something fails (`batch`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum

from nightschool.config import Config
from nightschool.rust.diagnostics import FileError, parse_errors
from nightschool.rust.names import MARK, Neighbourhood, about_another, order_depends_on_crate
from nightschool.rust.toolchain import Toolchain
from nightschool.sandbox import Command, Completed, Limits, Reason, Sandbox
from nightschool.types import Diagnostic, Target

TESTS = "ns__tests"
_OWNER = re.compile(rf"(?:{MARK}(\d+)/)?{TESTS}\.rs|{MARK}(\d+)\.rs")
_NAMED = re.compile(rf"\b{MARK}(\d+)()::")
CANARY = "canary"
CANARY_SOURCE = b"pub fn sing() { let mut note = 1; drop(note); }\n"
"""Last module of every crate. rustc warns of its `mut` at the end of borrow checking, so the warning proves
that no error of an earlier phase kept the compiler from finding all errors up to there in all programs."""
WITH_CANARY = ("--force-warn", "unused_mut")
MB = 1024
START = 12
"""Programs' worth of time that starting rustc takes."""
METADATA = "--emit=metadata=out.rmeta"
"""Flag of a type check: no code is made."""
OBJECT = ("--crate-type", "lib", "--emit=obj=out.o")
"""Flags of a library's build: all code is made, and what only that finds is found."""
TEST_OBJECT = ("--test", "--emit=obj=out.o")
"""Flags of a build with tests that is not linked."""
COMMON = ("--crate-name", "koan", "-A", "warnings", "--error-format=json", "-C", "debuginfo=0")


class Outcome(StrEnum):
    """What became of one compiler run."""

    CLEAN = "clean"
    ERRORS = "errors"
    LIMIT = "limit"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Run:
    """One compiler run: per program its errors, and whether any of them is touched by another program."""

    outcome: Outcome
    errors: dict[int, list[Diagnostic]] = field(default_factory=dict)
    mixed: frozenset[int] = frozenset()
    """Programs whose errors read as they do because of another program."""
    touched: frozenset[int] = frozenset()
    """Those of them with an error that is itself about another program, not only worded otherwise."""
    in_tests: frozenset[int] = frozenset()
    """Programs with an error in the file of their tests."""
    stray: bool = False
    """Some error belongs to no program."""
    complete: bool = True
    """The canary was heard: every program's errors up to borrow checking are known."""
    detail: str = ""

    @property
    def finished(self) -> bool:
        """rustc said all it had to say."""
        return self.outcome in (Outcome.CLEAN, Outcome.ERRORS)


class Compiler:
    """Runs rustc on whole batches."""

    def __init__(self, config: Config, toolchain: Toolchain, sandbox: Sandbox) -> None:
        self.config = config
        self.toolchain = toolchain
        self.sandbox = sandbox
        self._pace: dict[str, float] = {}
        self._checks: tuple[str, ...] = ("--crate-type", "lib")

    def of_tests(self) -> Compiler:
        """The same for type checks of programs with the tests that they hold."""
        other = copy(self)
        other._checks = ("--test",)
        return other

    def patience(self, work: str, programs: int) -> float:
        """Seconds after which a batch is given up: early, since splitting it costs less than waiting.

        Ten times what such batches took lately, so that a busy machine is not mistaken for an endless program.
        """
        most = self.config.judge.compile_timeout_s + programs / 4
        pace = self._pace.get(work)
        return min(most, 10 + programs / 4 if pace is None else 1 + 10 * pace * (programs + START))

    def learn_pace(self, work: str, programs: int, seconds: float) -> None:
        """Remember how long a batch took that ran to its end."""
        pace = seconds / (programs + START)
        self._pace[work] = 0.7 * self._pace.get(work, pace) + 0.3 * pace

    def check(self, sources: Sequence[str], edition: str, wall_s: float) -> Run:
        """Type-check and borrow-check several programs as modules of one crate."""
        files = {f"{MARK}{index}.rs": source.encode() for index, source in enumerate(sources)}
        done = self.run_modules(files, edition, wall_s, CANARY_SOURCE, WITH_CANARY)
        run = batch_run(done, {**files, f"{CANARY}.rs": CANARY_SOURCE}, sources)
        if run.finished:
            self.learn_pace("check", len(sources), done.seconds)
        return run

    def run_modules(
        self, files: Mapping[str, bytes], edition: str, wall_s: float, canary: bytes, flags: tuple[str, ...] = ()
    ) -> Completed:
        """Compile a crate of these modules and the canary, each a file of its name."""
        root = "".join(f"pub mod {name.removesuffix('.rs')};\n" for name in [*files, CANARY])
        whole = {"lib.rs": root.encode(), **files, f"{CANARY}.rs": canary}
        return self._run("lib.rs", whole, edition, wall_s, (*self._checks, METADATA, *flags))

    def check_alone(self, source: str, edition: str) -> Run:
        """Type-check and borrow-check one program as a crate of its own."""
        return self._alone("lib.rs", source, edition, (*self._checks, METADATA))

    def build_alone(self, source: str, edition: str, target: Target) -> Run:
        """Build one program as a crate of its own; without a linker on this machine nothing is linked."""
        linked = self.linked
        emit = ("--emit=link=out", "-C", f"linker={self.toolchain.linker}") if linked else ("--emit=obj=out.o",)
        flags = {"lib": OBJECT, "bin": ("--crate-type", "bin", *emit), "test": ("--test", *emit)}[target]
        return self._alone("main.rs" if target == "bin" else "lib.rs", source, edition, flags)

    @property
    def linked(self) -> bool:
        """Whether binaries and tests are linked when they are built: this machine has a linker."""
        return self.toolchain.linker is not None

    def build_modules(self, sources: Sequence[str], edition: str, wall_s: float, tests: bool = False) -> Run:
        """Build several programs, which type-check, as modules of one library, or with their tests; links nothing."""
        files = {f"{MARK}{index}.rs": source.encode() for index, source in enumerate(sources)}
        root = "".join(f"pub mod {name.removesuffix('.rs')};\n" for name in files)
        done = self._run(
            "lib.rs", {"lib.rs": root.encode(), **files}, edition, wall_s, TEST_OBJECT if tests else OBJECT
        )
        return batch_run(done, files, sources)

    def _alone(self, name: str, source: str, edition: str, flags: tuple[str, ...]) -> Run:
        done = self._run(name, {name: source.encode()}, edition, self.config.judge.compile_timeout_s, flags)
        errors = [found.diagnostic for found in parse_errors(_text(done.stderr), {name: 0})]
        outcome = outcome_of(done, bool(errors))
        return Run(outcome, {0: errors} if errors else {}, detail=detail_of(done, outcome))

    def _run(
        self, root: str, files: dict[str, bytes], edition: str, wall_s: float, flags: tuple[str, ...]
    ) -> Completed:
        argv = (str(self.toolchain.rustc), root, "--edition", edition, *COMMON, *flags)
        return self.sandbox.run(Command(argv=argv, limits=self.limits(wall_s), files=files))

    def limits(self, wall_s: float) -> Limits:
        """Limits of a compiler run: the configured ones, with room for many errors' JSON."""
        box = self.config.sandbox
        return Limits(
            wall_s=wall_s,
            cpu_s=int(wall_s) + 1,
            memory_mb=box.memory_mb,
            processes=box.processes,
            file_mb=box.tmp_mb,
            output_kb=max(box.output_kb, 64 * MB),
        )


def batch_run(done: Completed, files: Mapping[str, object], sources: Sequence[str]) -> Run:
    """Sort the errors of a run over several programs by the program they belong to."""
    neighbours = Neighbourhood(sources)
    errors: dict[int, list[Diagnostic]] = {}
    mixed: set[int] = set()
    touched: set[int] = set()
    in_tests: set[int] = set()
    stray = ""
    for found in parse_errors(_text(done.stderr), files):
        owner = _owner(found)
        if owner is None:
            stray = stray or found.diagnostic.message
            continue
        diagnostic, lonely = neighbours.read(found, owner)
        errors.setdefault(owner, []).append(diagnostic)
        mixed |= set() if lonely else {owner}
        touched |= {owner} if not lonely and about_another(found, diagnostic, owner) else set()
        in_tests |= {owner} if found.file and TESTS in found.file else set()
    mixed |= {index for index, found in errors.items() if order_depends_on_crate(found)}
    outcome = outcome_of(done, bool(errors or stray))
    detail = detail_of(done, outcome) or stray
    complete = f'"{CANARY}.rs"'.encode() in done.stderr
    return Run(
        outcome, errors, frozenset(mixed), frozenset(touched), frozenset(in_tests), bool(stray), complete, detail
    )


def _owner(found: FileError) -> int | None:
    """The program that the error belongs to: by its file, or without one by the module that it names."""
    owner = _OWNER.fullmatch(found.file) if found.file else _NAMED.search(found.diagnostic.message)
    return None if owner is None else int(owner[1] or owner[2] or 0)


def outcome_of(done: Completed, errors: bool) -> Outcome:
    """What became of a run, and whether it reported errors."""
    if done.reason is Reason.EXITED and done.exit_code == 0:
        return Outcome.CLEAN
    if done.reason is Reason.EXITED and done.exit_code == 1 and errors:
        return Outcome.ERRORS
    if done.reason is Reason.OUTPUT_LIMIT and errors:
        return Outcome.ERRORS
    if done.reason in (Reason.TIMED_OUT, Reason.MEMORY_LIMIT, Reason.OUTPUT_LIMIT):
        return Outcome.LIMIT
    if done.exit_code in (128 + 9, 128 + 24, 128 + 25) or b"memory allocation of" in done.stderr:
        return Outcome.LIMIT
    return Outcome.CRASHED


def detail_of(done: Completed, outcome: Outcome) -> str:
    """Why it did not end by itself, for a person."""
    if outcome is Outcome.LIMIT:
        return f"rustc hit a limit ({done.reason.value}) after {done.seconds:.1f} s"
    if outcome is Outcome.CRASHED:
        return f"rustc crashed (exit code {done.exit_code}): {_text(done.stderr)[-300:].strip()}"
    return ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
