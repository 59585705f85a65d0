"""The last word on a repair in a package: the user's cargo over the whole workspace, and their tests if they ask.

Covered: what was checked and what is left, said exactly. Not covered: putting the repair in its place (`cargo.tree`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nightschool.cargo.runner import Ran
from nightschool.cargo.tree import Tree
from nightschool.phases.crate.arguments import check_arguments, told, whole

RESULT = re.compile(r"^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored", re.MULTILINE)
LISTED = 8
"""Targets that are named."""


@dataclass(frozen=True)
class Word:
    """What cargo said."""

    fine: bool
    text: str


def checked(tree: Tree, arguments: Sequence[str]) -> tuple[Word, Ran]:
    """One `cargo check` of the whole."""
    ran = tree.check(check_arguments(whole(arguments), keep_going=True))
    command, where = told(ran.arguments[len(tree.configs) :]), _where(tree)
    if ran.exit_code == 0:
        return Word(True, f"`{command}` {where} passes: {_targets(ran)}."), ran
    left = ran.errors
    if not left:
        return Word(False, f"`{command}` {where} fails without an error of rustc: {tail(ran.stderr)}"), ran
    places = Counter(one.target.told for one in left)
    named = ", ".join(f"{count} in {name}" for name, count in places.items())
    first = left[0].message
    which = f"first {(first.get('code') or {}).get('code') or 'error'}: {first['message']}"
    more = f"{len(left)} {'error is' if len(left) == 1 else 'errors are'} left"
    return Word(False, f"`{command}` {where}: {more} ({named}; {which})."), ran


def tested(tree: Tree, arguments: Sequence[str]) -> Word:
    """The user's own tests, run by their cargo."""
    given = ("--no-fail-fast", *whole(arguments))
    ran = tree.test(given)
    command, where = told(["test", *given]), _where(tree)
    counts = [tuple(map(int, one)) for one in RESULT.findall(ran.stdout)]
    passed, failed, ignored = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    said = f"{passed} passed, {failed} failed, {ignored} ignored"
    if ran.exit_code and not failed:
        said += f"; it ended with {ran.exit_code}: {tail(ran.stderr)}"
    return Word(ran.exit_code == 0, f"`{command}` {where}: {said}.")


def tail(stderr: str) -> str:
    """Cargo's last words."""
    return " ".join(line.strip() for line in stderr.split("\n") if line.strip())[-600:]


def _where(tree: Tree) -> str:
    return "in a copy with the repair in place" if tree.copy else "with the repair written"


def _targets(ran: Ran) -> str:
    """The targets of the workspace that were checked, the first ones by name."""
    own = [one for one in ran.artifacts if one.target.package.startswith("path+")]
    names = list(dict.fromkeys(one.target.told for one in own))
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    built = sum(one.test for one in own)
    return f"{_count(len(names), 'target')} ({', '.join(names[:LISTED])}{more}); {_count(built, 'unit')} as tests"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
