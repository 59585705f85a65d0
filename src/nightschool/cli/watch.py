"""The command that runs cargo after each change: watch."""

from __future__ import annotations

import typer

from nightschool.cli.app import app
from nightschool.cli.fix_crate import WithCargoArguments, cargo_arguments


@app.command(cls=WithCargoArguments, options_metavar="[-- CARGO ARGUMENTS]")
def watch(ctx: typer.Context) -> None:
    """Run your cargo (`check`, or what follows `--`) now and after each change, as `cargo nightschool` does.

    One run at a time; failures are kept where `nightschool episodes enable` was called. Ctrl-C and SIGTERM end it (0).
    """
    from nightschool.cargo.workspace import cargo_program
    from nightschool.episodes.watching.watch import watch as run

    run(cargo_arguments(ctx), cargo_program())
