"""One error of a package: found, searched, told.

Covered: the repairs that compile, best first, as diffs that `git apply` takes; what is said where there are none. Not
covered: which error comes next (`fix`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.cargo.graph import graph
from nightschool.cargo.tree import Tree
from nightschool.cargo.unit_copy import Ready, repeated
from nightschool.cargo.views import primary_file
from nightschool.cargo.where import Located
from nightschool.phases.crate.diff import diff
from nightschool.phases.crate.search import SECONDS, Choice, Choices, choices

if TYPE_CHECKING:
    from nightschool.phases.context import Context
    from nightschool.repair.policy import Policy
    from nightschool.repair.search import Clock

SHOWN = 3
"""Repairs shown where the policy is not sure."""
Tried = Callable[[int], None]


@dataclass(frozen=True)
class Shown:
    """One repair."""

    path: Path
    """Of the changed file, relative to the workspace."""
    program: str
    diff: str
    by: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Attempt:
    """What was found for one error."""

    error: str
    """Where and what: `core/src/lib.rs:12: E0308: mismatched types (library core-parts)`."""
    message: str
    shown: tuple[Shown, ...] = ()
    sure: bool = False
    runs_at_build: bool = False
    """Cargo would run the repaired code while it builds."""


def attempt(
    context: Context, tree: Tree, located: Located, policy: Policy, tried: Tried, clock: Clock | None = None
) -> Attempt:
    """Look for repairs of one error; changes nothing. `clock`: one that another thread can stop."""
    from nightschool.repair.search import Clock

    clock = clock or Clock(SECONDS)
    said = heading(tree, located)
    with repeated(tree.workspace, context.judge.compiler, located) as ready:
        if isinstance(ready, str):
            return Attempt(said, f"Not searched: {ready}. Its environment or sources may not be repeatable there.")
        found = choices(ready, policy, lambda file: _editable(tree, file), tried, clock)
        return _told(tree, located, ready, found, said)


def heading(tree: Tree, located: Located) -> str:
    """The error in a line."""
    message = located.error.message
    code = (message.get("code") or {}).get("code")
    what = f"{code}: {message['message']}" if code else message["message"]
    return f"{located.file.relative_to(tree.workspace.root)}:{located.line}: {what} ({located.error.target.told})"


def _editable(tree: Tree, file: Path) -> bool:
    inside = file.is_file() and not file.is_relative_to(tree.workspace.target)
    return inside and tree.workspace.owner(file) is not None


def _told(tree: Tree, located: Located, ready: Ready, found: Choices, said: str) -> Attempt:
    further = sum(primary_file(one) == primary_file(ready.error) for one in ready.errors) - 1
    said += f" and {further} more in this file" if further else ""
    late = f" ({found.late} more had no time)" if found.late else ""
    if not found.best:
        return Attempt(said, f"No repair compiles: {found.compiles - found.late} proposals were compiled{late}.")
    count, unit = len(found.best), _unit(located, ready)
    verified = f"Verified in the sandbox: {unit} type-checks, as cargo calls rustc, metadata only."
    if left := found.best[0].left:
        verified = f"Verified in the sandbox: nothing is wrong with this file; {unit} has {len(left)} errors elsewhere."
    if found.certain:
        head = f"Sure of the repair ({found.sure:.0%}). {verified}"
    else:
        head = f"Not sure: {count} {'repair compiles' if count == 1 else 'repairs compile'} ({found.sure:.0%} for "
        head += f"the first; {found.compiles - found.late} proposals were compiled{late}). {verified}"
    best = found.best[:1] if found.certain else found.best[:SHOWN]
    shown = tuple(_shown(tree, ready, one) for one in best)
    return Attempt(said, head, shown, found.certain, ready.unit.runs_at_build or _used_at_build(tree, located))


def _used_at_build(tree: Tree, located: Located) -> bool:
    """The repaired library is a part of a build script or of procedural macros."""
    target = located.error.target
    library = not {"bin", "test", "example", "bench"} & set(target.kinds)
    return library and target.package in graph(tree.folder, tree.environment, ("--offline",)).at_build


def _unit(located: Located, ready: Ready) -> str:
    as_tests = ready.unit.call.test and "test" not in located.error.target.kinds
    return f"{located.error.target.told}{' built as tests' if as_tests else ''}"


def _shown(tree: Tree, ready: Ready, choice: Choice) -> Shown:
    from nightschool.evaluation.policy_arm import told as by
    from nightschool.repair.risks import told as risks

    path = (ready.unit.base / choice.file).relative_to(tree.workspace.root)
    notes = tuple(risks(choice.before, choice.after))
    lines = diff(path.as_posix(), choice.before, choice.after)
    return Shown(path, choice.after, lines, by(choice.candidate), notes)
