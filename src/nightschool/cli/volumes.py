"""`nightschool volumes`: what `make compose-backup` and `make compose-restore` run where a team's volumes are mounted.

Archives and dumps go through standard input and output, so that no folder of the host is mounted.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, progress, read_config

HELD, GO = "nightschool: the registries are held", b"go\n"
"""Said while no registry changes, and the answer, after which the dumps come (containers/backup.py)."""
volumes = typer.Typer(no_args_is_help=True, help="A team's volumes, for `make compose-backup` and `compose-restore`.")
app.add_typer(volumes, name="volumes")


@volumes.command()
def take(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Write the archive to standard output; dumps come in on standard input after the word that is asked for."""
    from nightschool.backup import volumes as team
    from nightschool.housekeeping import told_bytes

    out = sys.stdout.buffer
    with redirect_stdout(sys.stderr):  # people are told there
        made = team.take(read_config(config, set_), out, sys.stdin.buffer, _asked, progress())
        print(f"{made.files} files, {told_bytes(made.size)}")


@volumes.command()
def unpack(
    digest: Annotated[str, typer.Argument(help="SHA-256 of the archive's manifest.")],
    replace: Annotated[bool, typer.Option("--replace", help="What is there may be deleted.")] = False,
    filled: Annotated[list[str] | None, typer.Option(help="Something else that is not empty.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Verify the archive on standard input and unpack it beside what is there."""
    from nightschool.backup import volumes as team
    from nightschool.housekeeping import told_bytes

    wanted = team.Wanted(digest, replace, tuple(filled or ()))
    done = team.unpack(read_config(config, set_), sys.stdin.buffer, wanted, progress())
    print(f"Verified, of {done.made}: {done.files} files, {told_bytes(done.size)}")


@volumes.command()
def finish(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Put what was unpacked in the place of what is there."""
    from nightschool.backup import volumes as team

    team.finish(read_config(config, set_))


@volumes.command()
def check(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Say whether ledger and champion hold, of the installation and of each team; needs MLflow's server."""
    from nightschool.backup import check as held_of
    from nightschool.cli.backup import told_check
    from nightschool.teams import everybody

    for one in everybody(read_config(config, set_).root.resolve()):
        print(f"{one.name}: " * bool(one.name) + told_check(held_of(one.config)))


def _asked() -> None:
    """Say that the registries are held, and wait for the answer. Raises CycleBusyError where none comes."""
    from nightschool.errors import CycleBusyError

    print(HELD, file=sys.stderr, flush=True)
    if sys.stdin.buffer.readline() != GO:
        raise CycleBusyError("Whoever began this backup has gone; no backup was made.")
