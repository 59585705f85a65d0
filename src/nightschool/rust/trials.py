"""Builds one test program for many koans and runs each koan's tests in a process of its own.

Each answer is a module as in `compiler`; its tests are a child module in a file of their own; `harness.rs`
is the trusted main program (see there for how a pass is proven). An answer that needs a crate of its own
becomes a library which a main program of one line links.

Covered: tests that do not compile against the answer, errors found only when code is generated, limits,
answers that leave early, crash, hang or attack their neighbours. Not covered: an answer that uses `unsafe`
or a hole in rustc's soundness owns its own process and can forge its own pass, though not another's.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as package_files

from nightschool.rust.compiler import COMMON, TESTS, Compiler, Outcome, Run, batch_run
from nightschool.rust.discovery import TestFunction, discover
from nightschool.rust.isolation import DENYING
from nightschool.rust.lexer import words
from nightschool.rust.names import MARK
from nightschool.sandbox import Command, Limits
from nightschool.sandbox.syscalls import filter_program
from nightschool.types import Judgement, Program, Verdict

HARNESS = "ns__harness"
BUILD = ("-C", "opt-level=0", "-C", "strip=symbols")
CAPPED = ("--cap-lints", "allow")
"""The program has been compiled with its own lints by now; what it denies and forbids must not hit the harness."""


@dataclass(frozen=True, slots=True)
class Built:
    """A test program, or why there is none."""

    run: Run
    binary: bytes = b""


@dataclass(frozen=True, slots=True)
class Trial:
    """One answer with its tests made ready."""

    source: str
    tests: str
    functions: tuple[TestFunction, ...]

    @classmethod
    def of(cls, program: Program) -> Trial:
        """Make a program's tests callable."""
        tests, functions = discover(program.tests or "")
        return cls(program.source, tests, tuple(functions))


def build(compiler: Compiler, trials: Sequence[Trial], edition: str, wall_s: float) -> Built:
    """Compile and link one test program for several answers that may share a crate."""
    files = {"main.rs": _root(len(trials)), f"{HARNESS}.rs": harness()}
    for index, trial in enumerate(trials):
        files[f"{MARK}{index}.rs"] = f"{trial.source}\npub mod {TESTS};\n".encode()
        files[f"{MARK}{index}/{TESTS}.rs"] = _tests(trial)
    argv = (str(compiler.toolchain.rustc), "main.rs", "--crate-type", "bin", "--edition", edition, *COMMON)
    started = time.monotonic()
    built = _build(compiler, argv, files, wall_s)
    if built.run.outcome is Outcome.CLEAN:
        compiler.learn_pace("build", len(trials), time.monotonic() - started)
    return built


def build_alone(compiler: Compiler, trial: Trial, edition: str, wall_s: float) -> Built:
    """Compile and link a test program for one answer that is a crate of its own."""
    source = f"{trial.source}\npub mod {TESTS};\npub mod {HARNESS};\n"
    main = f"fn main() {{ koan::{HARNESS}::main(&[&koan::{TESTS}::ns__all()]) }}\n"
    files = {
        f"{MARK}0.rs": source.encode(),
        f"{TESTS}.rs": _tests(trial),
        f"{HARNESS}.rs": harness(),
        "main.rs": main.encode(),
    }
    rustc = str(compiler.toolchain.rustc)
    capped = () if DENYING.isdisjoint(words(trial.source)) else CAPPED
    kind = ("--crate-type", "rlib", "--edition", edition, "-o", "libkoan.rlib")
    library = (rustc, f"{MARK}0.rs", *kind, *COMMON, *capped)
    made = _rustc(compiler, library, files, wall_s, "libkoan.rlib")
    if made.run.outcome is not Outcome.CLEAN:
        return made
    files = {"main.rs": main.encode(), "libkoan.rlib": made.binary}
    program = (rustc, "main.rs", "--edition", "2021", "--extern", "koan=libkoan.rlib", "-A", "warnings")
    return _build(compiler, program, files, wall_s)


def _build(compiler: Compiler, argv: tuple[str, ...], files: dict[str, bytes], wall_s: float) -> Built:
    linker = ("-C", f"linker={compiler.toolchain.linker}") if compiler.toolchain.linker else ()
    return _rustc(compiler, (*argv, *BUILD, *linker, "-o", "trial"), files, wall_s, "trial")


def _rustc(compiler: Compiler, argv: tuple[str, ...], files: dict[str, bytes], wall_s: float, made: str) -> Built:
    done = compiler.sandbox.run(Command(argv, compiler.limits(wall_s), files, keep=(made,)))
    return Built(batch_run(done, files, [""] * len(files)), done.files.get(made, b""))


def _root(count: int) -> bytes:
    modules = "".join(f"pub mod {MARK}{index};\n" for index in range(count))
    tables = ", ".join(f"&{MARK}{index}::{TESTS}::ns__all()" for index in range(count))
    return f"{modules}mod {HARNESS};\nfn main() {{ {HARNESS}::main(&[{tables}]) }}\n".encode()


def _tests(trial: Trial) -> bytes:
    entries = "".join(map(_entry, trial.functions))
    table = f"pub fn ns__all() -> [crate::{HARNESS}::Test; {len(trial.functions)}] {{ [{entries}] }}"
    return f"use super::*; {trial.tests}\n{table}\n".encode()


def _entry(test: TestFunction) -> str:
    panics = "None" if test.panics is None else f"Some({test.panics})"
    call = f"|| crate::{HARNESS}::Outcome::check({test.path}())"
    return f'crate::{HARNESS}::Test {{ name: "{test.path}", panics: {panics}, run: {call} }}, '


@cache
def harness() -> bytes:
    """Source of the trusted main program."""
    return package_files("nightschool.rust").joinpath("harness.rs").read_bytes()


def run(compiler: Compiler, binary: bytes, count: int, only: int | None = None) -> dict[int, Judgement]:
    """Run the koans of a test program; those it says nothing certain of are missing from the result.

    All in one start, each walled in by the test program, or with `only` one koan in a sandbox of its own.
    """
    nonce, judge, box = secrets.token_hex(16), compiler.config.judge, compiler.config.sandbox
    walled = only is None and compiler.sandbox.name != "none"
    words = (nonce, int(judge.test_timeout_s * 1000), int(judge.test_timeout_s) + 1, box.memory_mb)
    plan = " ".join(map(str, (*words, "walled" if walled else "shared", "all" if only is None else only)))
    wall_s = 10 + judge.test_timeout_s * (count if only is None else 1)
    limits = Limits(wall_s, int(wall_s) + 1, box.memory_mb, box.processes, box.tmp_mb, 64 * 1024)
    files = {"trial": binary, "plan": plan.encode()}
    if walled and (rules := filter_program()):
        files["filter"] = rules
    done = compiler.sandbox.run(Command(("./trial",), limits, files, runner=walled))
    return _results(done.stdout.decode(errors="replace"), nonce)


def _results(output: str, nonce: str) -> dict[int, Judgement]:
    verdicts = {
        "passed": Verdict.PASSED,
        "failed": Verdict.TESTS_FAILED,
        "timed_out": Verdict.TIMED_OUT,
    }
    results: dict[int, Judgement] = {}
    for line in output.split("\n"):
        words = line.split(" ", 3)
        if len(words) == 4 and words[0] == nonce and words[1].isdigit() and words[2] in verdicts:
            results[int(words[1])] = Judgement(verdicts[words[2]], detail=words[3])
    return results
