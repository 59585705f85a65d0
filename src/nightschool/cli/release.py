"""Commands that look back: history, report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.config import Config
from nightschool.errors import UsageError


@app.command()
def history(
    suite: Annotated[str | None, typer.Argument(help="frozen, dev, ...: its koans, night by night.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Gate decisions, looks at frozen, registrations and champions, from the ledger; or a suite's koans over nights."""
    from nightschool.tracking import Registry

    settings = read_config(config, set_)
    if suite is not None:
        return _koans(settings, suite)
    table = Table("time", "event", "what")
    for entry in Registry(settings).ledger.entries():
        table.add_row(entry.time, f"{entry.event} {entry.key}", _told(entry.data))
    console.print(table)
    return None


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


@app.command()
def report(
    cycle: Annotated[str | None, typer.Argument(help="Cycle; the latest published one by default.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Print a night's report: verdict, arms, every check of the gate, where to look."""
    import json
    from pathlib import Path

    from nightschool.files import folder_name

    settings = read_config(config, set_)
    found = sorted((settings.var / "cycles").glob("*/publish.json"), key=lambda path: path.stat().st_mtime)
    chosen = [path for path in found if cycle is None or path.parent.name == folder_name(cycle)]
    if not chosen:
        raise UsageError(
            f"No report of {cycle or 'any cycle'} below {settings.var / 'cycles'}; `make cycle` makes one."
        )
    output = Path(json.loads(chosen[-1].read_text(encoding="utf-8"))["output"])
    print((output / "report.txt").read_text(encoding="utf-8"))
    console.print(f"Pictures and Markdown: {output}", soft_wrap=True)
