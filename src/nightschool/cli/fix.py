"""The command that repairs a developer's file or package: fix."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.cli.diffs import print_diff
from nightschool.cli.fix_crate import WithCargoArguments, cargo_arguments, fix_crate, print_json
from nightschool.errors import UsageError

if TYPE_CHECKING:
    from nightschool.phases.context import Context
    from nightschool.phases.repaired import Repair, Shown

EXITS = (
    "Exit codes of a file: 0 it compiles already, or the repair is sure (with --interactive: one was accepted); 1 no "
    "repair is sure, nothing was written. Of a package: 0 nothing to fix, or all repairs are sure (with --interactive: "
    "accepted) and cargo has nothing against the whole; 1 anything else. Of both: 2 bad usage: no UTF-8 text, no "
    "package, unknown edition, a file that is read-only or has changed meanwhile; 3 rustc, cargo or the sandbox is "
    "missing; 70 a fault of ours; 130 interrupted."
)


@app.command(cls=WithCargoArguments, options_metavar="[OPTIONS]", epilog=EXITS)
def fix(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(help="A Rust file that does not compile, or a folder of a Cargo package; else this folder."),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the repair into the file, if it is sure.")] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Show one repair after the other: accept, next, edit, skip.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object (docs/fix.md), nothing else.")] = False,
    stdin: Annotated[
        bool,
        typer.Option(
            "--stdin", help="Read the text from standard input; FILE only names it. With --write it is a filter."
        ),
    ] = False,
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
    """Repair a file, or a package, by search, rustc and what was learnt, verified as a build of what it is."""
    _refuse_odd(stdin=stdin, interactive=interactive, json_=json_, write=write)
    if not stdin and (file is None or file.is_dir()):
        from nightschool.phases.crate.fix import Asked

        asked = Asked(file or Path(), cargo_arguments(ctx), every=all_, write=write, test=test)
        fix_crate(read_config(config, set_), asked, json_=json_, interactive=interactive)
        return
    if test or cargo_arguments(ctx):
        raise UsageError("--test and cargo's arguments are for a package: leave out FILE, or name its folder.")
    from nightschool.phases import Context
    from nightschool.phases.rust_file import refuse_unwritable

    path = file or Path("stdin.rs")
    if (write or interactive) and not stdin:
        refuse_unwritable(path)
    context = Context(read_config(config, set_), "fix")
    data = sys.stdin.buffer.read() if stdin else None
    found = _found(context, path, edition, data, every=all_ or interactive)
    if interactive:
        from nightschool.cli.fix_by_hand import by_hand

        raise typer.Exit(0 if by_hand(context, found) else 1)
    written = write and not stdin and _write(context, found)
    if json_:
        print_json(found.to_json(written))
    elif stdin and write:
        _filter(found)
    else:
        _show(found, write, written)
    raise typer.Exit(0 if found.fine else 1)


def _found(context: Context, path: Path, edition: str | None, data: bytes | None, *, every: bool) -> Repair:
    """What the server finds, if one runs, else this process: only then is everything loaded that proposes repairs."""
    from nightschool.phases.beyond import hinted
    from nightschool.serving.client import repaired_by_server

    most: dict[str, Any] = {"most": None} if every else {}
    if (found := repaired_by_server(context, path, edition, data=data, **most)) is not None:
        return hinted(found)
    from nightschool.phases.repair import repair

    return hinted(repair(context, path, edition, data=data, **most))


def _refuse_odd(*, stdin: bool, interactive: bool, json_: bool, write: bool) -> None:
    if interactive and (stdin or json_ or write):
        raise UsageError(
            "--interactive asks a person and writes what is accepted: leave out --stdin, --json and --write."
        )
    if stdin and json_ and write:
        raise UsageError("--stdin --write prints the repaired text, --json an object that holds it: give one of them.")


def _write(context: Context, found: Repair) -> bool:
    """Write what is sure; whether it was."""
    if found.program is None:
        return False
    from nightschool.episodes.deciding import Decided
    from nightschool.phases.decided import Answer, keep_of_file
    from nightschool.phases.writing import write_repair

    write_repair(found.job, found.program)
    keep_of_file(context, found, Answer(found.shown[0], found.others, Decided.WRITTEN))
    return True


def _filter(found: Repair) -> None:
    """The text with the repair if it is sure, else as it came; what there is to say goes to standard error."""
    print(found.message, file=sys.stderr)
    sys.stdout.buffer.write((found.program or found.job.written.text).encode())
    sys.stdout.buffer.flush()


def _show(found: Repair, write: bool, written: bool) -> None:
    console.print(found.message, markup=False, soft_wrap=True)
    for number, one in enumerate(found.shown):
        show_one(number, one)
    if written:
        console.print(f"Written to {found.job.file}.", markup=False)
    elif write and found.shown:
        console.print(
            "Nothing was written: apply one of these with `git apply`, or choose with --interactive.", markup=False
        )


def show_one(number: int, one: Shown) -> None:
    """One repair: who proposed it, what to look at, its diff."""
    notes = f" ({'; '.join(one.notes)})" if one.notes else ""
    console.print(f"\n{number + 1}. {one.by}{notes}", markup=False, soft_wrap=True)
    print_diff(one.diff, alternative=number > 0)
