"""The files whose change is worth a run of cargo, and which of them have changed since the last look.

A file has changed if its text has: saving the same again, or a build script that writes what was there, is no change.
Covered: Rust files, manifests, cargo's and the toolchain's settings below the workspace's root and below the folders
that its manifests name outside of it. Not covered: what only a build script or `include_str!` reads; folders that begin
with a dot (but `.cargo`) or are marked as a cache (`CACHEDIR.TAG`), as cargo's target folder is.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from nightschool.episodes.workspaces import MANIFEST

LOCK = "Cargo.lock"
_NAMES = frozenset({LOCK, "rust-toolchain"})
_ENDS = (".rs", ".toml")
_MARK = "CACHEDIR.TAG"
_DEPENDENCIES = ("dependencies", "dev-dependencies", "build-dependencies", "patch", "replace", "target", "workspace")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file at the last look."""

    stamp: tuple[int, int, int]
    digest: bytes


class Sources:
    """The sources of one workspace, as they were at the last look."""

    def __init__(self, root: Path) -> None:
        """`root`: the workspace's folder."""
        self.root = root
        self.folders: frozenset[Path] = frozenset()
        """Those that hold or may come to hold sources."""
        self._seen: dict[Path, _Seen] = {}
        self.changed()

    def __len__(self) -> int:
        return len(self._seen)

    def changed(self) -> list[Path]:
        """What is new, gone or another text since the last look, in order."""
        before, files = self._seen, self._found()
        now = {path: one for path in files if (one := _look(path, before.get(path))) is not None}
        self._seen = now
        either = before.keys() | now.keys()
        return sorted(path for path in either if _digest(before.get(path)) != _digest(now.get(path)))

    def _found(self) -> list[Path]:
        files: list[Path] = []
        folders: set[Path] = set()
        ahead = [self.root]
        while ahead:
            top = ahead.pop()
            for folder, inside in _below(top, folders):
                folders.add(folder)
                files += inside
                if folder / MANIFEST in inside:
                    ahead += [other for other in _named(folder / MANIFEST) if other not in folders]
        self.folders = frozenset(folders)
        return files


def _below(top: Path, done: set[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """Folders from `top` on that are not done yet, each with its sources."""
    for folder, inner, names in os.walk(top):
        if Path(folder) in done or (_MARK in names and Path(folder) != top):
            inner.clear()
            continue
        inner[:] = [name for name in inner if not name.startswith(".") or name == ".cargo"]
        yield Path(folder), [Path(folder, name) for name in names if name in _NAMES or name.endswith(_ENDS)]


def _look(path: Path, before: _Seen | None) -> _Seen | None:
    """A file now; None if it has gone."""
    try:
        about = path.stat()
        stamp = about.st_mtime_ns, about.st_size, about.st_ino
        if before is not None and before.stamp == stamp:
            return before
        return _Seen(stamp, sha256(path.read_bytes()).digest())
    except OSError:
        return None


def _digest(one: _Seen | None) -> bytes:
    return one.digest if one is not None else b""


def _named(manifest: Path) -> Iterator[Path]:
    """Folders of other packages that a manifest names by a path; none while it cannot be read."""
    try:
        said = tomllib.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    members = [one for one in said.get("workspace", {}).get("members", []) if isinstance(one, str) and "*" not in one]
    for name in (*members, *_paths({key: said[key] for key in _DEPENDENCIES if key in said})):
        folder = (manifest.parent / name).resolve()
        if (folder / MANIFEST).is_file():
            yield folder


def _paths(table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        if key == "path" and isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _paths(value)
