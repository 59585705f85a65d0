"""What `nightschool fix` says in a Cargo package.

Covered: arguments after `--`, which are cargo's; printing. Not covered: the repairs (`phases.crate`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from nightschool.cli.app import console, progress

if TYPE_CHECKING:
    from nightschool.config import Config
    from nightschool.phases.crate.attempt import Attempt
    from nightschool.phases.crate.fix import Asked

CARGO = "nightschool.cargo"


class WithCargoArguments(TyperCommand):
    """A command whose arguments after `--` are kept apart for cargo."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before `--`."""
        at = args.index("--") if "--" in args else len(args)
        ctx.meta[CARGO] = tuple(args[at + 1 :])
        return super().parse_args(ctx, args[:at])


def cargo_arguments(ctx: typer.Context) -> tuple[str, ...]:
    """What stood after `--`."""
    given: tuple[str, ...] = ctx.meta.get(CARGO, ())
    return given


def fix_crate(config: Config, asked: Asked) -> None:
    """Repair what cargo finds wrong, print it, exit 0 if all is fine, else 1."""
    from nightschool.phases import Context
    from nightschool.phases.crate import fix_workspace

    found = fix_workspace(Context(config, "fix"), asked, _show, progress())
    for one in found.elsewhere:
        _say(f"Not edited: {one}")
    for path in found.written:
        _say(f"Written to {path}.")
    if asked.write and len(found.written) < len(found.attempts):
        _say("What is not sure was not written: apply one of these with `git apply`, or edit.")
    for word in found.words:
        _say(word)
    raise typer.Exit(0 if found.fine else 1)


def _show(attempt: Attempt | str) -> None:
    if isinstance(attempt, str):
        _say(attempt)
        return
    _say(f"\n{attempt.error}\n{attempt.message}")
    for number, one in enumerate(attempt.shown, start=1):
        notes = f" ({'; '.join(one.notes)})" if one.notes else ""
        _say(f"\n{number}. {one.by}{notes}")
        print(one.diff, flush=True)
    print(flush=True)


def _say(text: str) -> None:
    console.print(text, markup=False, soft_wrap=True)
