"""Fixing what cargo finds wrong: the first error, or one after the other.

Covered: libraries, binaries, tests, examples, build scripts, members and path dependencies inside the workspace; what
is generated or foreign is said. `--write` writes what the policy is sure of; else the first repair is put into a copy,
where cargo says what it is worth to the whole. Not covered: a repair of three files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.cargo import find_workspace
from nightschool.cargo.runner import Ran
from nightschool.cargo.tree import Tree, copied
from nightschool.cargo.where import Elsewhere, Located, locate_all
from nightschool.episodes.deciding import Decided
from nightschool.errors import UsageError
from nightschool.phases.crate.arguments import check_arguments, known, told
from nightschool.phases.crate.attempt import Attempt, Shown, attempt
from nightschool.phases.crate.choice import Change
from nightschool.phases.crate.edited import edited
from nightschool.phases.crate.whole import checked, tail, tested
from nightschool.phases.decided import Answer, keep_of_package
from nightschool.phases.rust_file import refuse_unwritable
from nightschool.types import Progress

if TYPE_CHECKING:
    from nightschool.phases.context import Context
    from nightschool.repair.policy import Policy

Verify = Callable[[Shown, str], Shown | str]
Choose = Callable[[Attempt, Verify], Answer[Shown] | None]
ASKED_ABOUT = 100
"""Most repairs of an error that a person is asked about."""
MOST = 20
"""Errors repaired in one run."""


@dataclass(frozen=True)
class Asked:
    """What the user wants."""

    folder: Path
    arguments: tuple[str, ...] = ()
    """For cargo."""
    every: bool = False
    write: bool = False
    test: bool = False
    choose: Choose | None = None
    """Asks a person, error after error, and what they accept is written; given a way to verify their own text."""


@dataclass
class Fixed:
    """What came of it."""

    message: str = ""
    elsewhere: list[str] = field(default_factory=list)
    """Errors that are said and not edited."""
    attempts: list[Attempt] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What cargo says in the end."""
    fine: bool = False
    """Nothing is wrong, or the policy is sure of each repair and cargo has nothing against the whole."""


def fix_workspace(context: Context, asked: Asked, heard: Callable[[Attempt | str], None], progress: Progress) -> Fixed:
    """Repair the first error of the package or workspace around a folder, or `every` one; writes only with `write`.

    `heard` is told what goes on, and each attempt as it is made. Raises UsageError without a package, and where cargo
    fails without an error of rustc.
    """
    folder = asked.folder.resolve()
    arguments = known(asked.arguments)
    tree = Tree(find_workspace(folder), folder)
    asks = check_arguments(arguments, asked.every)
    heard(f"Running `{told(asks)}`.")
    ran = tree.check(asks)
    if ran.exit_code == 0:
        out = Fixed(f"`{told(ran.arguments)}` passes already; nothing to fix.", fine=True)
        heard(out.message)
        return out
    if not ran.errors:
        raise UsageError(f"`{told(ran.arguments)}` fails without an error of rustc: {tail(ran.stderr)}")
    with ExitStack() as stack:
        return _Run(context, asked, tree, arguments, heard, progress, stack).through(ran)


@dataclass
class _Run:
    """One call of `fix`."""

    context: Context
    asked: Asked
    tree: Tree
    arguments: Sequence[str]
    heard: Callable[[Attempt | str], None]
    progress: Progress
    stack: ExitStack
    out: Fixed = field(default_factory=Fixed)
    seen: set[object] = field(default_factory=set)
    """Files that were tried, with what was wrong in them: a repair must mend all of it, so no error is tried alone."""
    placed: int = 0

    def through(self, ran: Ran) -> Fixed:
        """Error after error, then the whole."""
        from nightschool.phases.repair import policy_in_use

        whose, arm = policy_in_use(self.context)
        count = len(ran.errors)
        errors = f"{count} {'error' if count == 1 else 'errors'}"
        self.out.message = f"{errors} in `{told(ran.arguments)}`; {whose} looks for repairs."
        self.heard(self.out.message)
        next_ran: Ran | None = ran
        while next_ran is not None and len(self.out.attempts) < MOST:
            next_ran = self._one(next_ran, arm.policy)
        self._end()
        return self.out

    def _one(self, ran: Ran, policy: Policy) -> Ran | None:
        """Try the next error; what cargo says after it, None if there is no further one to try."""
        located = self._next(ran)
        if located is None:
            return None
        most = ASKED_ABOUT if self.asked.choose else None
        found = attempt(self.context, self.tree, located, policy, self._tried, most)
        self.out.attempts.append(found)
        self.heard(found)
        answer = self._chosen(found, located)
        placed = self._place(found, answer.taken if answer else None)
        if placed and answer and answer.taken.path in self.out.written:
            keep_of_package(self.context, self.tree, located, ran.errors, found.policy, answer)
        if not (self.asked.every or self.asked.choose):
            return None
        return self.tree.check(check_arguments(self.arguments, keep_going=True)) if placed else ran

    def _next(self, ran: Ran) -> Located | None:
        """The first error that was not tried; those before it that are only said are noted down."""
        places = locate_all(self.tree.workspace, ran.errors, ran.calls)
        own = [one for one in places if isinstance(one, Located)]
        for found in places:
            if isinstance(found, Elsewhere):
                said = f"{found.error.message['message']}: {found.reason}"
                if said not in self.out.elsewhere:
                    self.out.elsewhere.append(said)
            elif (key := _key(self.tree, found, own)) not in self.seen:
                self.seen.add(key)
                return found
        return None

    def _tried(self, done: int) -> None:
        self.progress("candidates compiled", done, 0)

    def _chosen(self, found: Attempt, located: Located) -> Answer[Shown] | None:
        """The repair to be put in place: what a person accepts, else the first, to be written only if it is sure."""
        if self.asked.choose and found.shown:
            return self.asked.choose(found, partial(edited, self.context, self.tree, located))
        if not found.shown or (self.asked.write and not found.sure):
            return None
        return Answer(found.shown[0], found.others, Decided.WRITTEN)

    def _place(self, found: Attempt, first: Shown | None) -> bool:
        """Write the repair if that is wanted, else put it into a copy, which cargo may build; whether it was."""
        if first is None:
            return False
        writes = self.asked.write or self.asked.choose is not None
        if not writes and found.runs_at_build and not self.asked.test:
            self.out.words.append(
                "Not checked in the whole: cargo would run the repaired code while it builds. `--write` (if it is "
                "sure) or `--test` lets it."
            )
            return False
        if writes:
            for one in first.changes:
                self._refuse_changed(one)
            self.out.written += [one.file for one in first.changes]
        elif not self.tree.copy and not self._copied():
            return False
        for one in first.changes:
            self.tree.put(one.file, one.after)
        self.placed += 1
        return True

    def _copied(self) -> bool:
        """Go on in a copy; whether cargo finds the workspace there."""
        try:
            self.tree = self.stack.enter_context(copied(self.tree, self.arguments))
        except UsageError:
            self.out.words.append(
                "Not checked in the whole: in a copy, which leaves out links to folders and hidden folders, cargo does "
                "not find all members. `--write` (if it is sure) checks in the workspace."
            )
            return False
        return True

    def _refuse_changed(self, one: Change) -> None:
        file = self.tree.workspace.root / one.file
        refuse_unwritable(file)
        if file.read_bytes() != one.before.encode():
            raise UsageError(f"{str(file)!r} was changed while its repair was looked for. Run again.")

    def _end(self) -> None:
        """The whole, and the tests if they are wanted and can be built."""
        attempts = self.out.attempts
        sure = self.asked.choose is not None or all(one.sure for one in attempts)
        self.out.fine = bool(attempts) and sure and self.placed == len(attempts)
        if not self.placed:
            return
        self.heard("Running `cargo check` of the whole.")
        word, _ = checked(self.tree, self.arguments)
        self.out.words.append(word.text)
        self.out.fine &= word.fine
        if not self.asked.test:
            self.out.words.append("Tests were not run; `--test` runs them.")
        elif not word.fine:
            self.out.words.append("Tests were not run: they do not build.")
        else:
            self.heard("Running `cargo test`.")
            result = tested(self.tree, self.arguments)
            self.out.words.append(result.text)
            self.out.fine &= result.fine


def _key(tree: Tree, found: Located, own: Sequence[Located]) -> object:
    """The file, the target, and all that is wrong with the one in the other."""
    alike = [one for one in own if (one.file, one.error.target) == (found.file, found.error.target)]
    messages = frozenset(one.error.message["message"] for one in alike)
    return found.file.relative_to(tree.workspace.root), found.error.target.told, messages
