"""One error of a package: found, searched, told.

Covered: the repairs that compile, best first, as diffs that `git apply` takes; what is said where there are none. Not
covered: which error comes next (`fix`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.cargo.graph import graph
from nightschool.cargo.tree import Tree
from nightschool.cargo.unit_copy import Ready, repeated
from nightschool.cargo.views import primary_file
from nightschool.cargo.where import Located
from nightschool.phases.crate.choice import Change, Choice
from nightschool.phases.crate.search import SECONDS, Choices, choices
from nightschool.phases.diffs import diff_of

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

    changes: tuple[Change, ...]
    """Of one file or two; paths are relative to the workspace."""
    diff: str
    """Of all files."""
    by: str
    notes: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file that was changed last."""
        return self.changes[-1].file

    @property
    def before(self) -> str:
        """That file's text."""
        return self.changes[-1].before

    @property
    def program(self) -> str:
        """That file's text with the repair."""
        return self.changes[-1].after


@dataclass(frozen=True)
class Attempt:
    """What was found for one error."""

    error: str
    """Where and what: `core/src/lib.rs:12: E0308: mismatched types (library core-parts)`."""
    message: str
    file: Path
    """Relative to the workspace."""
    line: int
    code: str | None
    shown: tuple[Shown, ...] = ()
    sure: bool = False
    probability: float | None = None
    """That the first repair is right; None where nothing learnt can tell."""
    runs_at_build: bool = False
    """Cargo would run the repaired code while it builds."""
    policy: str = ""
    """Digest of the policy that proposed the repairs."""
    others: tuple[Shown, ...] = ()
    """Next ones to a repair that the policy is sure of, best first; they are not shown."""


def attempt(  # noqa: PLR0913 - one for each thing that decides
    context: Context,
    tree: Tree,
    located: Located,
    policy: Policy,
    tried: Tried,
    most: int | None = None,
    clock: Clock | None = None,
) -> Attempt:
    """Look for repairs of one error; changes nothing. Shows `most`, else the first if it is sure, else three.

    `clock`: one that another thread can stop.
    """
    from nightschool.repair.search import Clock

    clock = clock or Clock(SECONDS)
    code = (located.error.message.get("code") or {}).get("code")
    bare = Attempt(heading(tree, located), "", located.file.relative_to(tree.workspace.root), located.line, code)
    bare = replace(bare, policy=policy.digest)
    with repeated(tree.workspace, context.judge.compiler, located) as ready:
        if isinstance(ready, str):
            said = f"Not searched: {ready}. Its environment or sources may not be repeatable there."
            return replace(bare, message=said)
        found = choices(ready, policy, lambda file: _editable(tree, file), tried, clock)
        if policy.chooser.weights and found.best and len(found.best[0].changes) == 1:
            bare = replace(bare, probability=found.sure)
        return _told(tree, located, ready, found, bare, most)


def heading(tree: Tree, located: Located) -> str:
    """The error in a line."""
    message = located.error.message
    code = (message.get("code") or {}).get("code")
    what = f"{code}: {message['message']}" if code else message["message"]
    return f"{located.file.relative_to(tree.workspace.root)}:{located.line}: {what} ({located.error.target.told})"


def _editable(tree: Tree, file: Path) -> bool:
    inside = file.is_file() and not file.is_relative_to(tree.workspace.target)
    return inside and tree.workspace.owner(file) is not None


def _told(tree: Tree, located: Located, ready: Ready, found: Choices, bare: Attempt, most: int | None) -> Attempt:
    further = sum(primary_file(one) == primary_file(ready.error) for one in ready.errors) - 1
    bare = replace(bare, error=bare.error + (f" and {further} more in this file" if further else ""))
    late = f", {found.late} more had no time" if found.late else ""
    if not found.best:
        said = f"No repair compiles: {found.compiles - found.late} proposals were compiled{late}."
        return replace(bare, message=said)
    count, unit = len(found.best), _unit(located, ready)
    verified = f"Verified in the sandbox: {unit} type-checks, as cargo calls rustc, metadata only."
    if left := found.best[0].left:
        verified = f"Verified in the sandbox: nothing is wrong with this file; {unit} has {len(left)} errors elsewhere."
    if found.certain:
        head = f"Sure of the repair ({found.sure:.0%}). {verified}"
    else:
        share = "nothing is learnt yet" if bare.probability is None else f"{bare.probability:.0%} for the first"
        if len(found.best[0].changes) > 1:
            share = "nothing is learnt of two files"
        head = f"Not sure: {count} {'repair compiles' if count == 1 else 'repairs compile'} ({share}; "
        head += f"{found.compiles - found.late} proposals were compiled{late}). {verified}"
    best = _first(found, most or (1 if found.certain else SHOWN))
    shown = tuple(_shown(tree, ready, one) for one in best)
    others = tuple(_shown(tree, ready, one) for one in found.best[1 : 1 + SHOWN]) if found.certain else ()
    at_build = ready.unit.runs_at_build or _used_at_build(tree, located)
    return replace(bare, message=head, shown=shown, others=others, sure=found.certain, runs_at_build=at_build)


def _used_at_build(tree: Tree, located: Located) -> bool:
    """The repaired library is a part of a build script or of procedural macros."""
    target = located.error.target
    library = not {"bin", "test", "example", "bench"} & set(target.kinds)
    return library and target.package in graph(tree.folder, tree.environment, ("--offline",)).at_build


def _unit(located: Located, ready: Ready) -> str:
    as_tests = ready.unit.call.test and "test" not in located.error.target.kinds
    return f"{located.error.target.told}{' built as tests' if as_tests else ''}"


def _shown(tree: Tree, ready: Ready, choice: Choice) -> Shown:
    from nightschool.evaluation.unchosen import told as by
    from nightschool.repair.risks import told as risks

    root = tree.workspace.root
    changes = tuple(replace(one, file=(ready.unit.base / one.file).relative_to(root)) for one in choice.changes)
    notes = tuple(dict.fromkeys(note for one in changes for note in risks(one.before, one.after)))
    return Shown(changes, diff_of_all(changes), by(choice.candidate), notes)


def _first(found: Choices, most: int) -> tuple[Choice, ...]:
    """The best; of several the last is one of two files, if there is any: what compiles in one may miss the point."""
    best = found.best[:most]
    pair = next((one for one in found.best[most:] if len(one.changes) > 1), None)
    if most > 1 and pair is not None and all(len(one.changes) == 1 for one in best):
        return (*best[:-1], pair)
    return best


def diff_of_all(changes: Sequence[Change]) -> str:
    """One diff for all files."""
    return "\n".join(filter(None, (diff_of(one.file, one.before, one.after) for one in changes)))
