"""Repairs of one document: as `nightschool fix --stdin` finds them, or in its Cargo package.

Covered: the text as it stands in the editor, by itself; a document that is saved and unchanged in its package, by the
user's cargo. Not covered: unsaved texts in a package: cargo reads files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nightschool.editor.records import Document, Outcome, Proposed
from nightschool.episodes.deciding import Decided
from nightschool.errors import NightSchoolError
from nightschool.phases.decided import Answer, keep_of_file, keep_of_package

if TYPE_CHECKING:
    from nightschool.cargo.runner import Ran
    from nightschool.cargo.tree import Tree
    from nightschool.cargo.where import Located
    from nightschool.phases import Context
    from nightschool.phases.crate.attempt import Attempt, Shown
    from nightschool.repair.search import Clock

MARK = "\ufeff"
Tried = Callable[[int], None]
One = TypeVar("One")


def look(context: Context, document: Document, clock: Clock, tried: Tried) -> Outcome:
    """What can be repaired; never raises what this package raises on purpose: that is a failed outcome."""
    try:
        if in_package(document.path) and unchanged(document):
            return _in_package(context, document, clock, tried)
        return _by_itself(context, document, clock)
    except NightSchoolError as error:
        return Outcome(f"{type(error).__name__}: {error}", failed=True)


def in_package(path: Path) -> bool:
    """Whether there is a Cargo manifest above the file."""
    return any((folder / "Cargo.toml").is_file() for folder in path.parents)


def unchanged(document: Document) -> bool:
    """Whether the document is what the file holds; editors leave a byte-order mark out."""
    try:
        data = document.path.read_bytes()
    except OSError:
        return False
    return data.decode("utf-8", errors="replace").removeprefix(MARK) == document.text.removeprefix(MARK)


def _by_itself(context: Context, document: Document, clock: Clock) -> Outcome:
    from nightschool.phases.repair import SHOWN, repair
    from nightschool.serving.client import repaired_by_server

    data = document.text.encode("utf-8", "surrogatepass")
    asked = (context, document.path, None, SHOWN, data, clock)
    found = repaired_by_server(*asked) or repair(*asked)
    sure = found.program is not None
    proposed = [Proposed(document.path, document.text, one.program, one.by, one.notes, sure) for one in found.shown]
    names = ", ".join("an error without a code" if name == "none" else name for name in sorted(found.before.names))
    message = found.message
    if not proposed and in_package(document.path) and not found.fine:
        message += " It was searched by itself; save it to search it in its package."
    return Outcome(
        message,
        names,
        found.tried,
        tuple(proposed),
        lambda number: keep_of_file(context, found, _above(found.shown, number)),
    )


def _in_package(context: Context, document: Document, clock: Clock, tried: Tried) -> Outcome:
    from nightschool.cargo import find_workspace
    from nightschool.cargo.tree import Tree
    from nightschool.phases.crate.arguments import check_arguments, told

    folder = document.path.parent
    tree = Tree(find_workspace(folder), folder)
    if tree.workspace.owner(document.path) is None:
        return _by_itself(context, document, clock)
    ran = tree.check(check_arguments((), keep_going=True))
    if ran.exit_code == 0:
        return Outcome(f"`{told(ran.arguments)}` passes; nothing to fix.")
    located = _nearest(tree, document, ran)
    if located is None:
        return Outcome(f"`{told(ran.arguments)}` fails, but with no error in this file that can be edited.")
    outcome, found = _attempted(context, tree, document, located, clock, tried)
    return replace(
        outcome,
        keep=lambda number: keep_of_package(
            context, tree, located, ran.errors, found.policy, _above(found.shown, number)
        ),
    )


def _above(shown: Sequence[One], number: int) -> Answer[One]:
    """One was carried out, and those above it in the list of actions were not."""
    return Answer(shown[number], tuple(shown[:number]), Decided.ACTION)


def _nearest(tree: Tree, document: Document, ran: Ran) -> Located | None:
    """The error of this file that is next to where repairs were asked for."""
    from nightschool.cargo.where import Located, locate_all

    places = locate_all(tree.workspace, ran.errors, ran.calls)
    path = document.path.resolve()
    here = [one for one in places if isinstance(one, Located) and one.file.resolve() == path]
    return min(here, key=lambda one: abs(one.line - 1 - document.line), default=None)


def _attempted(
    context: Context, tree: Tree, document: Document, located: Located, clock: Clock, tried: Tried
) -> tuple[Outcome, Attempt]:
    from nightschool.phases.crate.attempt import attempt
    from nightschool.phases.repair import policy_in_use

    counts = [0]

    def counted(done: int) -> None:
        counts[0] = done
        tried(done)

    found = attempt(context, tree, located, policy_in_use(context)[1].policy, counted, clock=clock)
    proposed = (_proposed(tree.workspace.root, one, found.sure) for one in found.shown)
    code = (located.error.message.get("code") or {}).get("code") or "an error without a code"
    return Outcome(found.message, code, counts[0], tuple(_as_open(document, one) for one in proposed)), found


def _proposed(root: Path, one: Shown, sure: bool) -> Proposed:
    also: Proposed | None = None
    for change in one.changes:
        also = Proposed(root / change.file, change.before, change.after, one.by, one.notes, sure, also)
    assert also is not None
    return also


def _as_open(document: Document, one: Proposed) -> Proposed:
    """The repair as a change of the document: without a byte-order mark if the editor has left it out."""
    path = document.path
    one = replace(one, also=_as_open(document, one.also) if one.also else None)
    if one.path.resolve() != path.resolve():
        return one
    marked = document.text.startswith(MARK)
    after = one.after if marked else one.after.removeprefix(MARK)
    return replace(one, path=path, before=document.text, after=after)
