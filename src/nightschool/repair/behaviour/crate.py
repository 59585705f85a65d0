"""Builds one observing program for many candidates, leaving out the calls that do not compile.

Covered: the crate's layout, which part of which driver an error belongs to, candidates that need a crate of their own.
Not covered: running it (`probe`). Everything is compiled in the sandbox.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files as package_files

from nightschool.repair.behaviour.driver import Block, write_driver
from nightschool.repair.behaviour.plan import Plan
from nightschool.rust.compiler import COMMON, TESTS, Compiler
from nightschool.rust.diagnostics import FileError, parse_errors
from nightschool.rust.isolation import relocated
from nightschool.rust.names import MARK
from nightschool.rust.trials import BUILD, HARNESS, harness
from nightschool.sandbox import Command, Completed

ROUNDS = 8
"""Compiler runs of a crate; each leaves out what the one before complained of."""
FLAGS = ("--cap-lints", "allow", "-C", "codegen-units=1")
"""Drivers would break the lints that some programs set for themselves; lots are built side by side already."""
PROBE = f"{HARNESS}::probe"
BINARY, LIBRARY = "trial", "libkoan.rlib"
_PLACE = re.compile(rf"(?:{MARK}(\d+)/)?{TESTS}\.rs|{MARK}(\d+)\.rs")


@dataclass(slots=True)
class Driver:
    """A candidate with its driver."""

    source: str
    plan: Plan
    blocks: Sequence[Block]
    runs: int
    """How often it is observed."""
    without: set[int] = field(default_factory=set)
    """Blocks that do not compile against this candidate."""

    @property
    def entries(self) -> list[int]:
        """Entries of the plan that are called, in order."""
        return [one.entry for at, one in enumerate(self.blocks) if one.entry is not None and at not in self.without]

    def text(self) -> tuple[str, list[int]]:
        """The driver and the block of each line."""
        return write_driver(self.blocks, self.plan, self.runs, self.without)

    def blame(self, line: int, owners: Sequence[int]) -> bool:
        """Leave out the block that has this line; False if there is none."""
        block = owners[line - 1] if 0 < line <= len(owners) else -1
        self.without |= {block} - {-1}
        return block >= 0

    def drop_debug(self) -> bool:
        """Leave out all impls of Debug; False if there were none left."""
        found = {at for at, block in enumerate(self.blocks) if block.entry is None} - self.without
        self.without |= found
        return bool(found)


def build(compiler: Compiler, drivers: Sequence[Driver], edition: str, wall_s: float) -> tuple[bytes, list[int]]:
    """A program for the drivers that may share a crate, and which of them are in it, in order."""
    left = list(range(len(drivers)))
    for _ in range(ROUNDS):
        if not left:
            break
        binary, out = _round(compiler, [drivers[at] for at in left], edition, wall_s)
        if binary:
            return binary, left
        if out is None:
            break
        left = [at for place, at in enumerate(left) if place not in out]
    return b"", []


def build_alone(compiler: Compiler, driver: Driver, edition: str, wall_s: float) -> bytes:
    """A program for one driver whose candidate is a crate; empty if it cannot be built."""
    for _ in range(ROUNDS):
        text, owners = driver.text()
        source = f"{driver.source}\npub mod {TESTS};\npub mod {HARNESS};\n"
        files = {f"{MARK}0.rs": source.encode(), f"{TESTS}.rs": text.encode(), **_helpers()}
        argv = (
            str(compiler.toolchain.rustc),
            f"{MARK}0.rs",
            "--crate-type",
            "rlib",
            "--edition",
            edition,
            "-o",
            LIBRARY,
        )
        done = _rustc(compiler, (*argv, *COMMON), files, wall_s, LIBRARY)
        if done.files:
            return _link(compiler, done.files[LIBRARY], wall_s)
        if _blamed(_errors(done, files), [driver], [owners]) != set():
            return b""
    return b""


def _round(compiler: Compiler, drivers: Sequence[Driver], edition: str, wall_s: float) -> tuple[bytes, set[int] | None]:
    """One compiler run: the program, or else the drivers that cannot be in it (None: nothing is known)."""
    texts = [driver.text() for driver in drivers]
    files = {"main.rs": _root(len(drivers)), **_helpers()}
    for at, (driver, (text, _)) in enumerate(zip(drivers, texts, strict=True)):
        source = relocated(driver.source.removeprefix("\ufeff"), f"{MARK}{at}")
        files[f"{MARK}{at}.rs"] = f"{source}\npub mod {TESTS};\n".encode()
        files[f"{MARK}{at}/{TESTS}.rs"] = text.encode()
    argv = (str(compiler.toolchain.rustc), "main.rs", "--crate-type", "bin", "--edition", edition)
    done = _rustc(compiler, (*argv, *COMMON, *BUILD, *_linker(compiler), "-o", BINARY), files, wall_s, BINARY)
    if done.files:
        return done.files[BINARY], set()
    return b"", _blamed(_errors(done, files), drivers, [owners for _, owners in texts])


def _blamed(errors: Sequence[FileError], drivers: Sequence[Driver], owners: Sequence[Sequence[int]]) -> set[int] | None:
    """Drop the blocks that errors stand in; the drivers that no block can be blamed for, None if nobody can."""
    out: set[int] = set()
    blamed = False
    for error in errors:
        place = _PLACE.fullmatch(error.file or "")
        if place is None:
            continue
        at = int(place[1] or place[2] or 0)
        own = place[2] is None
        fine = drivers[at].blame(error.diagnostic.line, owners[at]) if own else drivers[at].drop_debug()
        out |= set() if fine else {at}
        blamed = True
    return out if blamed else None


def _errors(done: Completed, files: dict[str, bytes]) -> list[FileError]:
    return list(parse_errors(done.stderr.decode(errors="replace"), files))


def _link(compiler: Compiler, library: bytes, wall_s: float) -> bytes:
    main = f"fn main() {{ koan::{PROBE}::main(&[&koan::{TESTS}::NS__PROBE]) }}\n"
    argv = (
        str(compiler.toolchain.rustc),
        "main.rs",
        "--edition",
        "2021",
        "--extern",
        f"koan={LIBRARY}",
        "-A",
        "warnings",
    )
    files = {"main.rs": main.encode(), LIBRARY: library}
    done = _rustc(compiler, (*argv, *BUILD, *_linker(compiler), "-o", BINARY), files, wall_s, BINARY)
    return done.files.get(BINARY, b"")


def _linker(compiler: Compiler) -> tuple[str, ...]:
    return ("-C", f"linker={compiler.toolchain.linker}") if compiler.toolchain.linker else ()


def _rustc(compiler: Compiler, argv: tuple[str, ...], files: dict[str, bytes], wall_s: float, made: str) -> Completed:
    return compiler.sandbox.run(Command((*argv, *FLAGS), compiler.limits(wall_s), files, keep=(made,)))


def _root(count: int) -> bytes:
    modules = "".join(f"pub mod {MARK}{at};\n" for at in range(count))
    probes = ", ".join(f"&{MARK}{at}::{TESTS}::NS__PROBE" for at in range(count))
    return f"{modules}mod {HARNESS};\nfn main() {{ {PROBE}::main(&[{probes}]) }}\n".encode()


@cache
def _helpers() -> dict[str, bytes]:
    folder = package_files("nightschool.repair.behaviour")
    own = {f"{HARNESS}/{name}.rs": folder.joinpath(f"{name}.rs").read_bytes() for name in ("probe", "shown")}
    return {f"{HARNESS}.rs": harness() + b"\npub mod probe;\npub mod shown;\n", **own}
