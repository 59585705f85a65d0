"""The command that gives out the nights' figures for Prometheus: metrics."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, read_config
from nightschool.errors import UsageError


@app.command()
def metrics(
    textfile: Annotated[
        Path | None, typer.Option(help="Write this file, which ends in .prom, for node_exporter's textfile collector.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Answer Prometheus here until interrupted; 0: a free port.")
    ] = None,
    host: Annotated[str, typer.Option(help="Where --port listens; whoever reaches it may ask.")] = "127.0.0.1",
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Print the figures of nights, champion, disk and judge in Prometheus' format, write them, or serve them."""
    from nightschool.monitoring import serve, text, write_textfile

    settings = read_config(config, set_)
    if textfile is not None and port is not None:
        raise UsageError("--textfile writes once and --port serves: give one of them.")
    if port is not None:
        serve(settings, host, port, lambda url: print(f"Metrics at {url}. Ctrl-C ends.", flush=True))
    elif textfile is not None:
        write_textfile(settings, textfile)
    else:
        print(text(settings), end="")
