"""One unit as cargo compiles it, as a command for the sandbox: metadata only, on a copy of its sources.

Covered: the recorded arguments and environment with the copy's paths; which folders of dependencies and build outputs
are to be seen. Not covered: variables of the user's shell that a program reads with `env!`; a unit that needs one does
not repeat, and that is found (`unit_judge`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from nightschool.cargo.calls import Call
from nightschool.errors import EnvironmentMissingError
from nightschool.sandbox import Command, Limits

DROPPED = ("--emit", "--json", "--out-dir", "-o", "--color", "--diagnostic-width")
"""Options that say where and how output is written."""
_SCRIPT = 'out=$PWD; cd "$1" || exit 97; shift; exec "$@" --out-dir "$out"'
"""The private folder takes the output, the copy is read-only."""


@dataclass(frozen=True)
class Unit:
    """A unit to compile again."""

    call: Call

    @property
    def root(self) -> Path:
        """The package's folder."""
        return Path(self.call.environment.get("CARGO_MANIFEST_DIR", self.call.cwd))

    @property
    def base(self) -> Path:
        """The folder that a copy stands for: rustc's working folder, or the package's where that lies elsewhere."""
        return self.call.cwd if self.root.is_relative_to(self.call.cwd) else self.root

    @property
    def edition(self) -> str:
        """Of the unit."""
        return self.call.option("--edition") or "2015"

    @property
    def runs_at_build(self) -> bool:
        """Cargo runs what this unit makes while it builds: a build script, procedural macros."""
        kind = self.call.option("--crate-type")
        return kind == "proc-macro" or self.call.crate.startswith("build_script_")

    @cached_property
    def toolchain(self) -> tuple[Path, Path]:
        """The rustc that cargo's name stands for, and its sysroot."""
        return _toolchain(self.call.argv[0], str(self.call.cwd), self.call.environment.get("RUSTUP_TOOLCHAIN", ""))

    def command(self, copy: Path, limits: Limits) -> Command:
        """Compile the copy of `base` that lies at `copy`."""
        rustc, _ = self.toolchain
        argv = ("/bin/sh", "-c", _SCRIPT, "sh", str(copy), str(rustc), *self._arguments(copy), "--emit=metadata")
        return Command(argv, limits, read_only=(copy, *self._seen), environment=self._environment(copy))

    def _arguments(self, copy: Path) -> Iterator[str]:
        words = iter(self.call.argv[1:])
        for word in words:
            name, _, value = word.partition("=")
            if name in DROPPED:
                if not value:
                    next(words, None)
            elif word == "-C":
                following = next(words, "")
                if not following.startswith("incremental="):
                    yield from (word, following)
            else:
                yield self._moved(word, copy) if word.endswith(".rs") else word

    def _environment(self, copy: Path) -> dict[str, str]:
        moved = {"CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"}
        return {
            name: self._moved(value, copy) if name in moved else value
            for name, value in self.call.environment.items()
            if name not in ("PATH", "HOME", "TMPDIR")
        }

    def _moved(self, path: str, copy: Path) -> str:
        """A path below `base` as it is in the copy."""
        return str(copy / Path(path).relative_to(self.base)) if Path(path).is_relative_to(self.base) else path

    @cached_property
    def _seen(self) -> tuple[Path, ...]:
        """Folders of dependencies, build outputs and the compiler, the outermost of them."""
        argv = self.call.argv
        pairs = pairwise(argv)
        paths = [self.toolchain[1], self.toolchain[0].parent, Path(self.call.environment.get("OUT_DIR", "/nowhere"))]
        for option, value in pairs:
            path = Path(value.rpartition("=")[2])
            if option == "-L" or (option == "--extern" and path.is_absolute()):
                paths.append(path if option == "-L" else path.parent)
        there = sorted({self.call.cwd / path for path in paths if (self.call.cwd / path).is_dir()})
        return tuple(one for one in there if not any(one != other and one.is_relative_to(other) for other in there))


@cache
def _toolchain(rustc: str, folder: str, chosen: str) -> tuple[Path, Path]:
    environment = {**os.environ, **({"RUSTUP_TOOLCHAIN": chosen} if chosen else {})}
    asked = [rustc, "--print", "sysroot"]
    done = subprocess.run(asked, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EnvironmentMissingError(f"`{' '.join(asked)}` failed: {done.stderr.strip()}")
    sysroot = Path(done.stdout.strip()).resolve()
    inside = sysroot / "bin" / "rustc"
    return (inside if inside.is_file() else Path(shutil.which(rustc) or rustc).resolve()), sysroot
