"""Commands that look back: history, report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.errors import UsageError


@app.command()
def history(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Gate decisions, registrations, approvals and changes of the champion, from the ledger."""
    from nightschool.tracking import Registry

    table = Table("time", "event", "what")
    for entry in Registry(read_config(config, set_)).ledger.entries():
        table.add_row(entry.time, f"{entry.event} {entry.key}", _told(entry.data))
    console.print(table)


def _told(data: Mapping[str, Any]) -> str:
    """An entry in a line."""
    if "outcome" in data:
        failed = [check["name"] for check in data.get("checks", ()) if not check["ok"]]
        return ": ".join(filter(None, (data["outcome"], ", ".join(failed))))
    by = f"by {data['who']}: {data['why']}" if "who" in data else data.get("why", "")
    if "alias" in data:
        return f"{data['alias']}: {data['from']} -> {data['to']} {by}"
    return " ".join(filter(None, (f"version {data.get('version')}", by)))


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
