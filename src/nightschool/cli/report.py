"""The command that tells of one night: report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, read_config
from nightschool.config import Config
from nightschool.errors import IntegrityError, UsageError
from nightschool.files import folder_name, write_atomic


@app.command()
def report(
    cycle: Annotated[str | None, typer.Argument(help="Cycle; the latest published one by default.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print report.md.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print report.json: all of the night, for programs.")] = False,
    output: Annotated[
        Path | None, typer.Option(help="Write the page, or what --markdown or --json print, here.")
    ] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """A night as one HTML page: verdict, what was taught, learnt and lost, arms, evidence; in short, printed."""
    if markdown and json_:
        raise UsageError("--markdown and --json are two forms; ask for one.")
    if output is not None and not output.absolute().parent.is_dir():
        raise UsageError(f"--output is {str(output)!r}, but {str(output.parent)!r} is no folder; make it first.")
    pointer = _published(read_config(config, set_), cycle)
    with _readable(pointer):
        folder = Path(json.loads(pointer.read_text(encoding="utf-8"))["output"])
        text = (folder / ("report.md" if markdown else "report.json")).read_text(encoding="utf-8")
        if markdown or json_:
            return _give(text, output)
        told = json.loads(text)
        page = _page(pointer, folder, told)
    if output is not None:
        return _give(page.read_text(encoding="utf-8"), output)
    return _print(told, page)


def _published(settings: Config, cycle: str | None) -> Path:
    """The pointer of the night that was asked for."""
    found = sorted((settings.var / "cycles").glob("*/publish.json"), key=lambda path: path.stat().st_mtime)
    chosen = [path for path in found if cycle is None or path.parent.name == folder_name(cycle)]
    if not chosen:
        wanted = "any cycle" if cycle is None else repr(cycle)
        known = f"; there are {', '.join(path.parent.name for path in found[-5:])}" if found else ""
        raise UsageError(f"No report of {wanted} below {settings.var / 'cycles'}{known}; `make cycle` makes one.")
    return chosen[-1]


@contextmanager
def _readable(pointer: Path) -> Iterator[None]:
    """Turns what a store says that lost or spoilt the report into one clear error."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError) as error:
        cycle = pointer.parent.name
        raise IntegrityError(
            f"The report of {cycle} that {pointer} names is not there, or damaged ({type(error).__name__}: {error}); "
            f"publish it anew from what is left of the night: `nightschool run publish --cycle {cycle}`."
        ) from error


def _page(pointer: Path, folder: Path, told: dict[str, Any]) -> Path:
    """The published page; one made now, beside the pointer, for a night that was published before there were pages."""
    from nightschool.report import PAGE, page, pictures_in

    if (folder / PAGE).exists():
        return folder / PAGE
    made = pointer.with_name(PAGE)
    write_atomic(made, page(told, pictures_in(folder)))
    return made


def _print(told: dict[str, Any], page: Path) -> None:
    from nightschool.report import ending

    print("\n".join(ending(told)))
    print(f"\nPage: {page.resolve().as_uri()}")


def _give(text: str, output: Path | None) -> None:
    if output is None:
        print(text, end="" if text.endswith("\n") else "\n")
        return
    write_atomic(output, text)
    print(f"Written to {output}.")
