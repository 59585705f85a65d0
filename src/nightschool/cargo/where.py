"""Where an error lies: in a file that may be edited, or in what is only said.

Covered: members of the workspace, generated code (below the target folder or `OUT_DIR`), dependencies, code that a
macro made (the call counts). Not covered: whether it can be repaired.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nightschool.cargo.calls import Call
from nightschool.cargo.messages import CargoError, Json, package_name
from nightschool.cargo.workspace import Workspace


@dataclass(frozen=True)
class Located:
    """One error of the workspace's own code."""

    error: CargoError
    file: Path
    line: int
    calls: tuple[Call, ...]
    """Of its target's units, the plain one before the one that is built as tests."""
    beside: tuple[Json, ...] = ()
    """All errors that cargo reports of this target, this one among them."""


@dataclass(frozen=True)
class Elsewhere:
    """One error that nothing here edits."""

    error: CargoError
    reason: str


def locate_all(workspace: Workspace, errors: Sequence[CargoError], calls: Sequence[Call]) -> list[Located | Elsewhere]:
    """Where each error of one cargo run lies; `calls` are those that were recorded with them."""
    return [_locate(workspace, one, calls, errors) for one in errors]


def _locate(
    workspace: Workspace, error: CargoError, calls: Sequence[Call], errors: Sequence[CargoError]
) -> Located | Elsewhere:
    target = error.target
    if target.package not in {one.id for one in workspace.packages}:
        name = package_name(target.package)
        return Elsewhere(error, f"in the dependency {name} ({target.source}), which is not of this workspace")
    own = sorted((one for one in calls if one.source == target.source), key=lambda one: one.test)
    if not own:
        return Elsewhere(error, f"in {target.told}, of which no rustc call was recorded")
    spans = error.spans
    if not spans:
        return Elsewhere(error, f"in {target.told}, without a place in a file")
    place = next((span for span in spans if _own(workspace, own[0], _path(own[0], span["file_name"]))), None)
    first = _path(own[0], spans[0]["file_name"])
    if first.is_file() and not _own(workspace, own[0], first):
        return Elsewhere(error, _why(workspace, own[0], first))
    if place is None:
        return Elsewhere(error, f"in {spans[0]['file_name']}, which is no file of this workspace")
    beside = tuple(one.message for one in errors if one.target == target)
    return Located(error, _path(own[0], place["file_name"]), place["line_start"], tuple(own), beside)


def _path(call: Call, name: str) -> Path:
    return Path(call.cwd / name)


def _out(call: Call) -> Path:
    return Path(call.environment.get("OUT_DIR", "/nowhere"))


def _own(workspace: Workspace, call: Call, file: Path) -> bool:
    built = file.is_relative_to(workspace.target) or file.is_relative_to(_out(call))
    return file.is_file() and not built and workspace.owner(file) is not None


def _why(workspace: Workspace, call: Call, file: Path) -> str:
    if file.is_relative_to(_out(call)):
        owner = call.environment.get("CARGO_PKG_NAME", "the package")
        return f"in generated code, {file}; the build script of {owner} writes it"
    if file.is_relative_to(workspace.target):
        return f"in generated code below the target folder, {file}"
    return f"in {file}, outside of the workspace"
