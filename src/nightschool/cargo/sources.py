"""Copies of sources: of one package for the sandbox, of a whole workspace for a last check.

Covered: everything but build outputs, hidden folders (cargo's own stays) and large files; the copies are new, so that
cargo takes nothing built from the originals for theirs. Not covered: links to folders, which are left out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

LARGEST = 8 << 20
"""Bytes of a file that a package's sources may need."""
KEPT = frozenset({".cargo"})
LEFT_OUT = frozenset({"node_modules"})


def copy_package(base: Path, root: Path, copy: Path, others: Sequence[Path], target: Path) -> None:
    """Copy the package at `root` to its place below `copy`, which stands for `base`.

    `others`: folders of other packages, left out where they lie inside.
    """
    inner = {one for one in others if one != root and not root.is_relative_to(one)}
    for file in files(root, inner | {target}):
        if file.stat().st_size <= LARGEST:
            put(file, copy / file.relative_to(base))


def copy_tree(root: Path, copy: Path, target: Path) -> None:
    """Copy a workspace or a package outside of it."""
    for file in files(root, {target}):
        put(file, copy / file.relative_to(root))


def files(root: Path, without: set[Path]) -> Iterator[Path]:
    """The regular files below a folder, sorted by folder."""
    for name, folders, names in os.walk(root):
        folder = Path(name)
        folders[:] = sorted(one for one in folders if _wanted(folder / one, without))
        yield from (file for one in sorted(names) if (file := folder / one).is_file())


def put(file: Path, place: Path) -> None:
    """Copy one file, readable for the user that a sandbox runs as; the copy's time is now."""
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
    place.chmod(0o755 if os.access(file, os.X_OK) else 0o644)


def _wanted(folder: Path, without: set[Path]) -> bool:
    hidden = folder.name.startswith(".") and folder.name not in KEPT
    built = (folder / "CACHEDIR.TAG").exists()
    return not (hidden or built or folder in without or folder.name in LEFT_OUT)
