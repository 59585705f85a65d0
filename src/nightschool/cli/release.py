"""Commands about versions and nights: history, report, promote, rollback."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.config import Config
from nightschool.errors import RegistryError, UsageError


@app.command()
def history(
    suite: Annotated[str | None, typer.Argument(help="frozen, dev, ...: its koans, night by night.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Gate decisions, looks at frozen and alias changes, from the ledger; or a suite's koans over all nights."""
    from nightschool.tracking import Registry

    settings = read_config(config, set_)
    if suite is not None:
        return _koans(settings, suite)
    table = Table("time", "event", "what")
    for entry in Registry(settings).ledger.entries():
        table.add_row(entry.time, f"{entry.event} {entry.key}", _told(entry.data))
    console.print(table)
    return None


def _told(data: Mapping[str, Any]) -> str:
    """An entry's data in words."""
    if "outcome" in data:
        refusals = [check["name"] for check in data.get("checks", ()) if not check["ok"]]
        return f"{data['outcome']}" + (f": {', '.join(refusals)}" if refusals else "")
    if "alias" in data:
        return f"{data['alias']}: {data['from']} -> {data['to']} by {data['who']}: {data['why']}"
    return ", ".join(f"{name} {str(value)[:16]}" for name, value in data.items())


def _koans(settings: Config, suite: str) -> None:
    from nightschool.report import draw_history, history_table, moves
    from nightschool.tracking import KoanHistory

    history = KoanHistory(settings)
    sittings = history.sittings(suite, "candidate")
    if not sittings:
        known = ", ".join(sorted({one.suite for one in history.sittings()})) or "none; `make cycle` makes the first"
        raise UsageError(f"No night of suite {suite!r} in {history.path}; there are {known}.")
    picture = history.path.with_name(f"{suite}.png")
    draw_history(picture, sittings, f"candidates on {suite}")
    console.print(history_table(sittings))
    console.print(f"{len(sittings)} nights; {moves(sittings)}", markup=False, soft_wrap=True)
    console.print(f"Picture: {picture}", soft_wrap=True)


@app.command()
def report(
    cycle: Annotated[str | None, typer.Argument(help="Cycle; the latest published one by default.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Print a night's report: verdict, arms, every check of the gate, where to look."""
    import json
    from pathlib import Path

    settings = read_config(config, set_)
    found = sorted((settings.var / "cycles").glob("*/publish.json"), key=lambda path: path.stat().st_mtime)
    chosen = [path for path in found if cycle is None or path.parent.name == cycle]
    if not chosen:
        raise UsageError(
            f"No report of {cycle or 'any cycle'} below {settings.var / 'cycles'}; `make cycle` makes one."
        )
    output = Path(json.loads(chosen[-1].read_text(encoding="utf-8"))["output"])
    print((output / "report.txt").read_text(encoding="utf-8"))
    console.print(f"Pictures and Markdown: {output}", soft_wrap=True)


@app.command()
def promote(
    version: Annotated[str, typer.Argument(help="Registered version to make champion.")],
    reason: Annotated[str, typer.Option(help="Why; goes into the ledger.")],
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Point the alias `champion` at a verified version; the change goes into the ledger."""
    from nightschool.tracking import CHAMPION, Registry

    entry = Registry(read_config(config, set_)).set_alias(CHAMPION, version, getpass.getuser(), reason)
    console.print(f"champion: {entry.data['from']} -> {entry.data['to']}")


@app.command()
def rollback(
    reason: Annotated[str, typer.Option(help="Why; goes into the ledger.")],
    version: Annotated[
        str | None, typer.Option(help="Version to go back to; the previous champion by default.")
    ] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Point `champion` back at the previous champion, or at a named version."""
    from nightschool.tracking import CHAMPION, Registry

    registry = Registry(read_config(config, set_))
    target = version or registry.previous(CHAMPION)
    if target is None:
        raise RegistryError("The ledger knows no champion before this one; name a version with --version.")
    entry = registry.set_alias(CHAMPION, target, getpass.getuser(), f"rollback: {reason}")
    console.print(f"champion: {entry.data['from']} -> {entry.data['to']}")
