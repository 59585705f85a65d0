"""The typer application and the options that all commands share."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, ClassVar

import typer
from rich.console import Console
from typer.core import TyperGroup

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.types import Progress


class _ByModule(TyperGroup):
    """Lists commands in the order of their modules, whichever of these was imported first."""

    places: ClassVar[dict[str, int]] = {}

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # typer keeps its own base
        return sorted(self.commands, key=self._place)

    def _place(self, name: str) -> int:
        return self.places.get(getattr(self.commands[name].callback, "__module__", ""), len(self.places))


app = typer.Typer(
    cls=_ByModule,
    no_args_is_help=True,
    add_completion=False,
    help="Night School: nightly continual learning for code models.",
    pretty_exceptions_enable=False,
)
console = Console(emoji=False)

ConfigOption = Annotated[
    Path | None, typer.Option("--config", "-c", help="YAML file; conf/default.yaml if it is there.")
]
SetOption = Annotated[list[str] | None, typer.Option("--set", "-s", help="Override, e.g. train.max_minutes=5.")]
EVERY_S = 2.0


def read_config(path: Path | None, overrides: list[str] | None) -> Config:
    """The config a command was given, or the default one."""
    default = Path("conf/default.yaml")
    if path is None and default.exists():
        path = default
    return load_config(path, overrides or [])


def with_phase(config: Config, phase: str) -> Config:
    """The config with a learning phase among its phases, where a command asks for that phase by name."""
    return Config.model_validate({**config.model_dump(), "phases": [*config.phases, phase]})


def progress() -> Progress:
    """Report progress in lines, at most one every two seconds: they read well in a terminal and in a task log.

    A total of 0 is one that nobody knows. `5 of 30 done`, since `5/30` is how a suite's result is told.
    """
    shown: dict[str, float] = {}

    def show(stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total > 0 or now - shown.get(stage, 0.0) >= EVERY_S:
            shown[stage] = now
            print(f"  {stage}: {done} of {total} done" if total else f"  {stage}: {done} done", flush=True)

    return show


def _register() -> None:
    """Load all commands; help lists those of the day first, then those about nights, then upkeep."""
    from nightschool.cli import (
        backup,
        compare,
        correct,
        data,
        doctor,
        editor,
        episodes,
        export,
        fix,
        housekeeping,
        judge_service,
        learn,
        metrics,
        night,
        promotion,
        release,
        report,
        serve,
        twins,
        volumes,
        watch,
    )

    nights = (night, report, release, promotion, learn, data, compare, twins, export)
    by_day = (fix, watch, correct, episodes, editor)
    kept_up = (doctor, serve, housekeeping, backup, volumes, metrics, judge_service)
    _ByModule.places.update({one.__name__: place for place, one in enumerate((*by_day, *nights, *kept_up))})


_register()
