"""Commands that keep an installation in one file, and bring it back: backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config

if TYPE_CHECKING:
    from nightschool.backup.check import Checked


@app.command()
def backup(
    destination: Annotated[Path, typer.Argument(help="A new file, or a folder in which it gets a name by time.")],
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Write databases, artifacts, ledger and var into one archive, also while a night runs (docs/howto-backup.md)."""
    from nightschool.backup import backup as take

    made = take(read_config(config, set_), destination, progress())
    console.print(f"{made.path}: {_told(made.files, made.size)}", markup=False, soft_wrap=True)
    print("It holds passwords and secrets of this installation; keep it as you keep those.")


@app.command()
def restore(
    archive: Annotated[Path, typer.Argument(help="What `nightschool backup` wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Delete what is there and restore in its place.")] = False,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Bring an installation back from an archive, verified before anything is written; services must be down."""
    from nightschool.backup import check
    from nightschool.backup import restore as bring

    settings = read_config(config, set_)
    done = bring(settings, archive, replace, progress())
    held = check(settings)
    console.print(f"Restored as of {done.made}: {_told(done.files, done.size)}", markup=False, soft_wrap=True)
    print(told_check(held))


def told_check(held: Checked) -> str:
    """What holds, in a line."""
    champion = f"version {held.champion}, verified" if held.champion else "none"
    return f"ledger: {held.entries} entries, its chain holds; champion: {champion}"


def _told(files: int, size: int) -> str:
    from nightschool.housekeeping import told_bytes

    return f"{files} files, {told_bytes(size)}"
