"""What a file that is judged alone needs of its package: modules in other files, and paths into it.

Covered: E0583 for a module whose file is there, unresolved imports and paths in a file of a package. Not covered:
`#[path]`, packages of which the file is no part although it lies in their folder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.phases.repaired import Repair
from nightschool.rust.edition import package_of
from nightschool.types import Diagnostic

_MODULE = re.compile(r"^[^\S\n]*(?:#\[[^\]]*\]\s*)*(?:pub(?:\s*\([^)]*\))?\s+)?mod\s+(?:r#)?(\w+)\s*;", re.MULTILINE)
_ROOTS = ("lib.rs", "main.rs", "mod.rs")
_PATHS = {"E0432", "E0433"}


def modules_beside(file: Path, text: str) -> list[str]:
    """Modules that the text declares and whose files are there."""
    return [name for name in dict.fromkeys(_MODULE.findall(text)) if _is_there(file, name)]


def in_other_files(file: Path, text: str, errors: Sequence[Diagnostic]) -> str:
    """Why the file cannot be judged alone, and what to run instead; empty if no module that is there is missing."""
    there = modules_beside(file, text) if any(one.code == "E0583" for one in errors) else []
    if not there:
        return ""
    said = f"{file} has modules in other files ({', '.join(there)}), and one file is judged alone; nothing was tried."
    return f"{said}{_instead(file)}"


def hinted(found: Repair) -> Repair:
    """With what to run instead, where nothing was found for a file of a package whose paths lead nowhere."""
    lost = not found.fine and not found.shown and _PATHS & {one.code for one in found.before.diagnostics}
    hint = _instead(found.job.file) if lost else ""
    return found if hint in found.message else replace(found, message=f"{found.message}{hint}")


def _instead(file: Path) -> str:
    package = package_of(file)
    return f" Your cargo knows the rest of its package: run `nightschool fix {package}`." if package else ""


def _is_there(file: Path, name: str) -> bool:
    """Whether a module has its file: beside the root of a crate, as a test or binary is one, or below its parent."""
    folder = file.parent if file.name in _ROOTS else file.parent / file.stem
    return any(one.is_file() for base in (folder, file.parent) for one in (base / f"{name}.rs", base / name / "mod.rs"))
