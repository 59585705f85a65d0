"""What a client and the server must have alike for equal answers: settings, code, compiler.

Covered: told without starting rustc, in some ten milliseconds. Not covered: a compiler replaced under its name with its
date kept.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from nightschool.config import Config
from nightschool.files import digest_text

DECIDES = ("answer", "judge", "model", "repair", "sandbox", "serving", "tracking")
"""Sections of the settings that decide a repair."""


def alike(config: Config) -> str:
    """Digest of what decides a repair beside the file and the registry, for whoever runs in this folder."""
    return digest_text(config.digest(*DECIDES), str(config.root.resolve()), _code(), *compiler_choice())


@cache
def _code() -> str:
    """Names, sizes and dates of the package's own sources, as they are when first asked."""
    root = Path(str(files("nightschool")))
    found = sorted(path for path in root.rglob("*.py") if path.is_file())
    return digest_text(*(f"{one.relative_to(root)} {_dated(one)}" for one in found))


def compiler_choice() -> Iterator[str]:
    """What decides which compiler runs: environment, rustc on the path, rustup's settings, files of the folder."""
    named = os.environ.get("NIGHTSCHOOL_RUSTC", "")
    yield named
    yield os.environ.get("RUSTUP_TOOLCHAIN", "")
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    found = named or shutil.which("rustc") or str(home / "bin" / "rustc")
    yield f"{found} {_dated(Path(found))}"
    settings = Path(os.environ.get("RUSTUP_HOME", Path.home() / ".rustup")) / "settings.toml"
    yield _rustup(settings, Path.cwd())
    for folder in (Path.cwd(), *Path.cwd().parents):
        for name in ("rust-toolchain", "rust-toolchain.toml"):
            if (folder / name).is_file():
                yield (folder / name).read_text(encoding="utf-8", errors="replace")


def _rustup(settings: Path, folder: Path) -> str:
    """The default toolchain, and the one that rustup was told for this folder."""
    try:
        said = tomllib.loads(settings.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    overrides = said.get("overrides", {})
    here = next((overrides[str(one)] for one in (folder, *folder.parents) if str(one) in overrides), "")
    return f"{said.get('default_toolchain', '')} {here}"


def _dated(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_size} {found.st_mtime_ns}"
