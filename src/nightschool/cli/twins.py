"""The command about memory: twins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config


@app.command()
def twins(
    arm: Annotated[list[str] | None, typer.Option(help="Arm to measure, as for `evaluate`; repeatable.")] = None,
    suite: Annotated[Path | None, typer.Option(help="Folder of koans; the frozen suite by default.")] = None,
    output: Annotated[Path | None, typer.Option(help="Folder for memorisation.json and reports.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Make the renamed twins of a suite and compare arms on both. Exit 1 if an arm has memorised koans."""
    from dataclasses import asdict

    from nightschool.evaluation import write_report
    from nightschool.files import write_json
    from nightschool.koans import load_suite
    from nightschool.memorisation import MEMORISED
    from nightschool.phases import Context
    from nightschool.phases.twins import measure, twins_of
    from nightschool.report import show_rate

    context = Context(read_config(config, set_), "twins", progress())
    folder = suite or context.config.root / context.config.frozen
    made = twins_of(context, load_suite(folder))
    console.print(f"{len(made.koans)} twins in {made.folder}, digest {made.digest[:12]}", soft_wrap=True)
    table, found = Table("arm", "koans", "twins"), {}
    for name in arm or ():
        found[name], koans, others = measure(context, name, folder)
        table.add_row(koans.arm, show_rate(koans.rate), show_rate(others.rate))
        for report in (koans, others) if output else ():
            write_report(output / f"{len(found)}-{report.arm}-{report.suite}.json", report)  # type: ignore[operator]
    if found:
        console.print(table)
    for name, one in found.items():
        console.print(f"{name}: {one}", markup=False, highlight=False, soft_wrap=True)
    if output:
        write_json(output / "memorisation.json", {n: {**asdict(m), "outcome": m.outcome} for n, m in found.items()})
    raise typer.Exit(1 if any(one.outcome == MEMORISED for one in found.values()) else 0)
