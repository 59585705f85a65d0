"""What `nightschool fix` says in a Cargo package.

Covered: arguments after `--`, which are cargo's; printing. Not covered: the repairs (`phases.crate`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from nightschool.cli.app import console, progress
from nightschool.cli.diffs import print_diff

if TYPE_CHECKING:
    from nightschool.config import Config
    from nightschool.phases.crate.attempt import Attempt, Shown
    from nightschool.phases.crate.fix import Asked, Fixed
    from nightschool.phases.decided import Answer

CARGO = "nightschool.cargo"


class WithCargoArguments(TyperCommand):
    """A command whose arguments after `--` are kept apart for cargo."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What stands after the command's name in its usage line."""
        return [*super().collect_usage_pieces(ctx), "[-- CARGO ARGUMENTS]"]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before `--`."""
        at = args.index("--") if "--" in args else len(args)
        ctx.meta[CARGO] = tuple(args[at + 1 :])
        return super().parse_args(ctx, args[:at])


def cargo_arguments(ctx: typer.Context) -> tuple[str, ...]:
    """What stood after `--`."""
    given: tuple[str, ...] = ctx.meta.get(CARGO, ())
    return given


def fix_crate(config: Config, asked: Asked, *, json_: bool = False, interactive: bool = False) -> None:
    """Repair what cargo finds wrong, print it, exit 0 if all is fine, else 1."""
    from nightschool.phases import Context
    from nightschool.phases.context import silent
    from nightschool.phases.crate import fix_workspace

    context = Context(config, "fix")
    if json_:
        found = fix_workspace(context, asked, lambda _: None, silent)
        _print_json(found, asked)
    elif interactive:
        found = fix_workspace(context, replace(asked, choose=_choose), _head, progress())
        _say_end(found, asked)
    else:
        found = fix_workspace(context, asked, _show, progress())
        _say_end(found, asked)
    raise typer.Exit(0 if found.fine else 1)


def _print_json(found: Fixed, asked: Asked) -> None:
    from nightschool.phases.crate.told import to_json

    print_json(to_json(found, asked.folder))


def print_json(data: Mapping[str, Any]) -> None:
    """One object as UTF-8, as JSON is whatever the locale; a byte of a name that is none becomes an escape of JSON."""
    sys.stdout.buffer.write(f"{json.dumps(data, ensure_ascii=False)}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _say_end(found: Fixed, asked: Asked) -> None:
    for one in found.elsewhere:
        _say(f"Not edited: {one}")
    for path in found.written:
        _say(f"Written to {path}.")
    if asked.write and len(found.written) < len(found.attempts):
        _say("What is not sure was not written: apply one of these with `git apply`, or edit.")
    for word in found.words:
        _say(word)


def _show(attempt: Attempt | str) -> None:
    if isinstance(attempt, str):
        _say(attempt)
        return
    _head(attempt)
    for number, one in enumerate(attempt.shown):
        _show_one(number, one)
    print(flush=True)


def _head(attempt: Attempt | str) -> None:
    _say(attempt if isinstance(attempt, str) else f"\n{attempt.error}\n{attempt.message}")


def _show_one(number: int, one: Shown) -> None:
    notes = f" ({'; '.join(one.notes)})" if one.notes else ""
    _say(f"\n{number + 1}. {one.by}{notes}")
    print_diff(one.diff, alternative=number > 0)


def _choose(attempt: Attempt, verify: Callable[[Shown, str], Shown | str]) -> Answer[Shown] | None:
    """Ask about each repair of one error."""
    from nightschool.cli.choosing import chosen

    answer = chosen(attempt.shown, _show_one, lambda shown: shown.program, verify)
    _say(f"Accepted for {_names(answer.taken)}." if answer else "Skipped: nothing was written for this error.")
    return answer


def _names(one: Shown) -> str:
    return ", ".join(str(each.file) for each in one.changes)


def _say(text: str) -> None:
    console.print(text, markup=False, soft_wrap=True)
