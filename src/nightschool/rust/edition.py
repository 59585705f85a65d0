"""The edition of Rust that a file is written in, as its package says.

Covered: `edition` in the nearest Cargo.toml above it that has a `[package]`, its own or its workspace's; Cargo's 2015
where a package does not say. Not covered: targets with an edition of their own, scripts that hold their manifest.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from nightschool.errors import UsageError

EDITIONS = ("2015", "2018", "2021", "2024")
ALONE = "2021"
"""Of a file that no package holds, as of most koans; rustc's own default, 2015, is what hardly anybody writes."""
UNSAID = "2015"
"""Of a package that names none, as Cargo has it."""
MANIFEST = "Cargo.toml"


def package_of(file: Path) -> Path | None:
    """The folder of the nearest package above a file. Raises UsageError for a manifest that cannot be read."""
    return next((one for one in file.resolve().parents if _section(one / MANIFEST, "package") is not None), None)


def edition_of(file: Path) -> str:
    """The file's edition. Raises UsageError for a manifest that cannot be read or names no known edition."""
    folder = package_of(file)
    package = _section(folder / MANIFEST, "package") if folder is not None else None
    if folder is None or package is None:
        return ALONE
    return known_edition(_said(folder, package), str(folder / MANIFEST))


def known_edition(edition: object, where: str) -> str:
    """The edition if rustc has it, else UsageError naming where it stands."""
    if isinstance(edition, str) and edition in EDITIONS:
        return edition
    raise UsageError(f"{where} names edition {edition!r}; known are {', '.join(EDITIONS)}. Set one with `--edition`.")


def _said(folder: Path, package: dict[str, Any]) -> object:
    said = package.get("edition", UNSAID)
    if not isinstance(said, dict):
        return said
    start = (folder / str(package.get("workspace", "."))).resolve()
    for place in (start, *start.parents):
        workspace = _section(place / MANIFEST, "workspace")
        if workspace is not None:
            shared = workspace.get("package")
            return shared.get("edition") if isinstance(shared, dict) else None
    return None


def _section(manifest: Path, name: str) -> dict[str, Any] | None:
    """A table of a manifest; None where there is no such file or table."""
    if not manifest.is_file():
        return None
    try:
        found = tomllib.loads(manifest.read_text(encoding="utf-8")).get(name)
    except (OSError, ValueError) as error:
        raise UsageError(f"Cannot read {str(manifest)!r}: {error}. Set the edition with `--edition`.") from error
    return found if isinstance(found, dict) else None
