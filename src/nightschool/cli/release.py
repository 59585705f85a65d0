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
        console.print(f"No night yet; {_first(settings)}.", markup=False, soft_wrap=True)
        return
    console.print(nights_table(found[-last:]))
    if len(found) > last:
        console.print(f"The latest {last} of {len(found)} nights; --last {len(found)} shows all.")
    console.print("One night: `nightschool report CYCLE`. Koan by koan: `nightschool history dev`. All: --ledger.")


def _entries(settings: Config) -> None:
    """Gate decisions, looks at frozen, registrations and champions."""
    from nightschool.report.plain import plain
    from nightschool.tracking import ledger_of

    table = Table("time (UTC)", "event", "what")
    for entry in ledger_of(settings).entries():
        key, what = (
            (entry.data["cycle"], _look(entry.data)) if entry.event == "look" else (entry.key, _told(entry.data))
        )
        cells = (Text(plain(one), overflow="fold") for one in (f"{entry.event} {key}", what))
        table.add_row(entry.time[:16].replace("T", " "), *cells)
    console.print(table)


def _look(data: Mapping[str, Any]) -> str:
    """Digests of adapter and suite stay in the file."""
    return f"{data['arm']} measured on frozen"


def _koans(settings: Config, suite: str) -> None:
    from nightschool.report import draw_history, history_table, over_nights
    from nightschool.tracking import KoanHistory

    history = KoanHistory(settings)
    sittings = history.sittings(suite, "policy")
    if not sittings:
        known = ", ".join(sorted({one.suite for one in history.sittings()})) or f"none; {_first(settings)}"
        raise UsageError(f"No night of suite {suite!r} in {history.path}; there are {known}.")
    picture = history.path.with_name(f"{suite}.png")
    drawn = draw_history(picture, sittings, f"policies on {suite}")
    console.print(history_table(sittings))
    console.print(over_nights(sittings), markup=False, soft_wrap=True)
    console.print(f"Picture: {picture}" if drawn else "No picture: no koan changed yet.", soft_wrap=True)


def _first(settings: Config) -> str:
    """Who makes the first night: the cycle that has begun, else the command."""
    cycles = (settings.var / "cycles").glob("*")
    begun = [one for one in cycles if one.is_dir() and not (one / "publish.json").exists()]
    if not begun:
        return "`make cycle` makes the first"
    latest = max(begun, key=lambda one: one.stat().st_mtime).name
    return f"cycle {latest} has begun and not published yet (`make cycle` follows it, or goes on with it)"


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
