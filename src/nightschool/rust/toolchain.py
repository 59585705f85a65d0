"""Finds the real rustc and its sysroot, asking rustup once instead of starting its shim for every program.

Covered: rustup's shims, distribution packages, `NIGHTSCHOOL_RUSTC` for a compiler elsewhere; version and
digest of what was found. Not covered: installing anything; choosing between several toolchains, which is
rustup's business (`rustup default`, `rust-toolchain.toml`, `RUSTUP_TOOLCHAIN`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nightschool.errors import EnvironmentMissingError

REMEDY = "Install Rust from https://rustup.rs, or set NIGHTSCHOOL_RUSTC to a rustc binary."


@dataclass(frozen=True, slots=True)
class Toolchain:
    """One Rust compiler."""

    rustc: Path
    """The compiler itself, not rustup's shim."""
    sysroot: Path
    version: str
    """First line of `rustc -vV`, such as `rustc 1.95.0 (59807616e 2026-04-14)`."""
    verbose: str
    """All of `rustc -vV`: commit, host, LLVM."""
    linker: Path | None = None
    """C compiler driver that links test programs; None if this machine has none."""

    @property
    def digest(self) -> str:
        """SHA-256 (first 16 hex digits) of everything `rustc -vV` says."""
        return hashlib.sha256(self.verbose.encode()).hexdigest()[:16]

    @property
    def read_only(self) -> tuple[Path, ...]:
        """Folders a sandbox must mount for this compiler to run."""
        return (self.sysroot,) if self.rustc.is_relative_to(self.sysroot) else (self.sysroot, self.rustc.parent)


def find_toolchain() -> Toolchain:
    """Return the active toolchain; EnvironmentMissingError says how to get one."""
    return _inspect(_shim(), os.environ.get("RUSTUP_TOOLCHAIN", ""), str(Path.cwd()))


def _shim() -> str:
    chosen = os.environ.get("NIGHTSCHOOL_RUSTC")
    if chosen:
        if not Path(chosen).is_file():
            raise EnvironmentMissingError(f"NIGHTSCHOOL_RUSTC={chosen!r} is not a file. {REMEDY}")
        return chosen
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    found = shutil.which("rustc") or shutil.which("rustc", path=str(home / "bin"))
    if not found:
        raise EnvironmentMissingError(f"No rustc on PATH or in {home / 'bin'}. {REMEDY}")
    return found


@cache
def _inspect(shim: str, _toolchain: str, _folder: str) -> Toolchain:
    # The last two only key the cache: rustup's answer depends on them.
    sysroot = Path(_ask(shim, "--print", "sysroot").strip()).resolve()
    inside = sysroot / "bin" / "rustc"
    rustc = inside if inside.is_file() else Path(shim).resolve()
    verbose = _ask(str(rustc), "-vV")
    linker = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    return Toolchain(rustc, sysroot, verbose.splitlines()[0], verbose, Path(linker) if linker else None)


def _ask(rustc: str, *arguments: str) -> str:
    try:
        done = subprocess.run([rustc, *arguments], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or error
        raise EnvironmentMissingError(f"`{rustc} {' '.join(arguments)}` failed: {said}. {REMEDY}") from error
    return done.stdout
