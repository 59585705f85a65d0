"""The command that repairs a developer's file or package: fix."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.cli.fix_crate import WithCargoArguments, cargo_arguments, fix_crate


@app.command(cls=WithCargoArguments, options_metavar="[OPTIONS] [-- CARGO ARGUMENTS]")
def fix(  # noqa: PLR0913 - each is an option
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="A Rust file that does not compile, or a folder of a Cargo package; else here."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the repair into the file, if it is sure.")] = False,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="A file: show every repair that compiles, not only three. A package: repair every error."
        ),
    ] = False,
    test: Annotated[bool, typer.Option("--test", help="In a package: run its own tests with the repair.")] = False,
    edition: Annotated[
        str | None, typer.Option(help="2015, 2018, 2021 or 2024. By default the package's; without a package 2021.")
    ] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Repair a file, or a package, by search, rustc and what was learnt.

    Exit 0 if it is sure or there is nothing to fix, else 1.
    """
    if file is None or file.is_dir():
        from nightschool.phases.crate.fix import Asked

        asked = Asked(file or Path(), cargo_arguments(ctx), every=all_, write=write, test=test)
        fix_crate(read_config(config, set_), asked)
        return
    from nightschool.phases import Context
    from nightschool.phases.repair import SHOWN, refuse_unwritable, repair

    if write:
        refuse_unwritable(file)
    found = repair(Context(read_config(config, set_), "fix"), file, edition, None if all_ else SHOWN)
    console.print(found.message, markup=False, soft_wrap=True)
    for number, one in enumerate(found.shown, start=1):
        notes = f" ({'; '.join(one.notes)})" if one.notes else ""
        console.print(f"\n{number}. {one.by}{notes}", markup=False, soft_wrap=True)
        print(one.diff)
    if write and found.program is not None:
        from nightschool.files import write_atomic

        write_atomic(file, found.program)
        console.print(f"Written to {file}.", markup=False)
    elif write and found.shown:
        console.print("Nothing was written: apply one of these with `patch`, or edit.", markup=False)
    raise typer.Exit(0 if found.fine else 1)
