"""The user's own cargo: run as it always is, its JSON read, the rustc call of each workspace unit recorded.

Covered: `cargo check` and its kin with a recording `RUSTC_WORKSPACE_WRAPPER`, errors with their package and target,
one unit compiled again in the sandbox on a copy of its sources. Not covered: searching (`repair`), what a person is
told (`phases`); nothing here edits the user's files.
"""

from nightschool.cargo.calls import Call, read_calls
from nightschool.cargo.messages import Artifact, CargoError, Target, artifacts, errors, read_lines
from nightschool.cargo.runner import CHECK, Ran, recorded, run_cargo
from nightschool.cargo.workspace import Package, Workspace, find_workspace

__all__ = [
    "CHECK",
    "Artifact",
    "Call",
    "CargoError",
    "Package",
    "Ran",
    "Target",
    "Workspace",
    "artifacts",
    "errors",
    "find_workspace",
    "read_calls",
    "read_lines",
    "recorded",
    "run_cargo",
]
