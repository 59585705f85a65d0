"""One rustc run over several programs, each a module in a file of its own, inside the sandbox.

Covered: the crate's layout, the flags, the attribution of errors to programs, what became of the run.
Not covered: who may share a crate (`isolation`), what to do when something fails (`batch`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from nightschool.config import Config
from nightschool.rust.diagnostics import FileError, parse_errors, rewrite, texts
from nightschool.rust.toolchain import Toolchain
from nightschool.sandbox import Command, Completed, Limits, Reason, Sandbox
from nightschool.types import Diagnostic

MARK = "ns__k"
"""Modules are called `ns__k0`, `ns__k1`, ...: a name no program uses, so any mention of one is noticed."""
TESTS = "ns__tests"
_OWNER = re.compile(rf"(?:{MARK}(\d+)/)?{TESTS}\.rs|{MARK}(\d+)\.rs")
MENTION = re.compile(rf"\b{MARK}\d+\b")
MB = 1024
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
    """Programs whose errors mention another program."""
    in_tests: frozenset[int] = frozenset()
    """Programs with an error in the file of their tests."""
    stray: bool = False
    """Some error belongs to no program."""
    detail: str = ""


class Compiler:
    """Runs rustc on whole batches."""

    def __init__(self, config: Config, toolchain: Toolchain, sandbox: Sandbox) -> None:
        self.config = config
        self.toolchain = toolchain
        self.sandbox = sandbox

    def check(self, sources: Sequence[str], edition: str, wall_s: float) -> Run:
        """Type-check and borrow-check several programs as modules of one crate."""
        files = {f"{MARK}{index}.rs": source.encode() for index, source in enumerate(sources)}
        root = "".join(f"pub mod {MARK}{index};\n" for index in range(len(sources)))
        done = self._run({"lib.rs": root.encode(), **files}, edition, wall_s)
        return batch_run(done, files)

    def check_alone(self, source: str, edition: str) -> Run:
        """Type-check and borrow-check one program as a crate of its own."""
        done = self._run({"lib.rs": source.encode()}, edition, self.config.judge.compile_timeout_s)
        errors = [found.diagnostic for found in parse_errors(_text(done.stderr), {"lib.rs": 0})]
        outcome = _outcome(done, bool(errors))
        return Run(outcome, {0: errors} if errors else {}, detail=_detail(done, outcome))

    def _run(self, files: dict[str, bytes], edition: str, wall_s: float) -> Completed:
        argv = (str(self.toolchain.rustc), "lib.rs", "--crate-type", "lib", "--edition", edition)
        argv += ("--emit=metadata=out.rmeta", *COMMON)
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


def batch_run(done: Completed, files: Mapping[str, object]) -> Run:
    """Sort the errors of a run over several programs by the program they belong to."""
    errors: dict[int, list[Diagnostic]] = {}
    mixed: set[int] = set()
    in_tests: set[int] = set()
    stray = ""
    for found in parse_errors(_text(done.stderr), files):
        owner = _OWNER.fullmatch(found.file or "")
        if owner is None:
            stray = stray or found.diagnostic.message
            continue
        index = int(owner[1] or owner[2] or 0)
        diagnostic, clean = _own_words(found, index)
        errors.setdefault(index, []).append(diagnostic)
        mixed |= set() if clean else {index}
        in_tests |= set() if owner[2] else {index}
    outcome = _outcome(done, bool(errors or stray))
    detail = _detail(done, outcome) or stray
    return Run(outcome, errors, frozenset(mixed), frozenset(in_tests), bool(stray), detail)


def _own_words(found: FileError, index: int) -> tuple[Diagnostic, bool]:
    """The diagnostic as it reads when the program is alone, and whether that could be had."""
    diagnostic = rewrite(found.diagnostic, re.compile(rf"\b{MARK}{index}::"))
    mentions = any(MENTION.search(text) for text in texts(diagnostic))
    return diagnostic, not (mentions or found.foreign)


def _outcome(done: Completed, errors: bool) -> Outcome:
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


def _detail(done: Completed, outcome: Outcome) -> str:
    if outcome is Outcome.LIMIT:
        return f"rustc hit a limit ({done.reason.value}) after {done.seconds:.1f} s"
    if outcome is Outcome.CRASHED:
        return f"rustc crashed (exit code {done.exit_code}): {_text(done.stderr)[-300:].strip()}"
    return ""


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
