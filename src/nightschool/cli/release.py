"""The command that looks back over all nights: history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.config import Config
from nightschool.errors import UsageError


@app.command()
def history(
    suite: Annotated[str | None, typer.Argument(help="frozen, dev, ...: its koans, night by night.")] = None,
    ledger: Annotated[bool, typer.Option("--ledger", help="Every entry of the ledger instead of the nights.")] = False,
    last: Annotated[int, typer.Option(min=1, help="Nights shown, the latest.")] = 30,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Nights as cycle, approach, pass rate, delta and decision; or a suite's koans over nights; or the ledger."""
    settings = read_config(config, set_)
    if suite is not None:
        _koans(settings, suite)
    elif ledger:
        _entries(settings)
    else:
        _nights(settings, last)


def _nights(settings: Config, last: int) -> None:
    """The policy's rate on frozen where that was opened, else on shadow; delta to the champion's policy or search."""
    from nightschool.phases.nights import nights
    from nightschool.report import nights_table

    found = nights(settings)
    if not found:
        console.print("No night yet; `make cycle` makes the first.")
        return
    console.print(nights_table(found[-last:]))
    if len(found) > last:
        console.print(f"The latest {last} of {len(found)} nights; --last {len(found)} shows all.")
    console.print("One night: `nightschool report CYCLE`. Koan by koan: `nightschool history dev`. All: --ledger.")


def _entries(settings: Config) -> None:
    """Gate decisions, looks at frozen, registrations and champions."""
    from nightschool.report.plain import plain
    from nightschool.tracking import ledger_of

    table = Table("time", "event", "what")
    for entry in ledger_of(settings).entries():
        table.add_row(entry.time, Text(plain(f"{entry.event} {entry.key}")), Text(plain(_told(entry.data))))
    console.print(table)


def _koans(settings: Config, suite: str) -> None:
    from nightschool.report import draw_history, history_table, moves
    from nightschool.tracking import KoanHistory

    history = KoanHistory(settings)
    sittings = history.sittings(suite, "policy")
    if not sittings:
        known = ", ".join(sorted({one.suite for one in history.sittings()})) or "none; `make cycle` makes the first"
        raise UsageError(f"No night of suite {suite!r} in {history.path}; there are {known}.")
    picture = history.path.with_name(f"{suite}.png")
    draw_history(picture, sittings, f"policies on {suite}")
    console.print(history_table(sittings))
    console.print(f"{len(sittings)} nights; {moves(sittings)}", markup=False, soft_wrap=True)
    console.print(f"Picture: {picture}", soft_wrap=True)


def _told(data: Mapping[str, Any]) -> str:
    """An entry in a line."""
    if "outcome" in data:
        failed = [check["name"] for check in data.get("checks", ()) if not check["ok"]]
        return ": ".join(filter(None, (data["outcome"], ", ".join(failed))))
    by = f"by {data['who']}: {data['why']}" if "who" in data else data.get("why", "")
    if "alias" in data:
        return f"{data['alias']}: {data['from']} -> {data['to']} {by}"
    if "version" in data:
        return " ".join(filter(None, (f"version {data['version']}", by)))
    return ", ".join(f"{name} {str(value)[:16]}" for name, value in data.items())
