"""Commands that run the embedded Airflow and MLflow: cycle, up, down."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import app
from nightschool.config import Config
from nightschool.embedded import Services, Settings
from nightschool.embedded.settings import USER
from nightschool.errors import UsageError
from nightschool.teams import Team, read_teams

AirflowPort = Annotated[
    int, typer.Option(help="Port of the Airflow page on 127.0.0.1.", envvar="NIGHTSCHOOL_AIRFLOW_PORT")
]
MlflowPort = Annotated[
    int, typer.Option(help="Port of the MLflow page on 127.0.0.1.", envvar="NIGHTSCHOOL_MLFLOW_PORT")
]


def _services(airflow_port: int = 8080, mlflow_port: int = 5000) -> Services:
    return Services(Settings(Path.cwd(), airflow_port, mlflow_port))


@app.command()
def cycle(  # noqa: PLR0913 - a command's options
    name: Annotated[str | None, typer.Argument(metavar="CYCLE", help="With --stop: the cycle to end.")] = None,
    config: Annotated[Path, typer.Option("--config", "-c", help="YAML file of settings.")] = Path("conf/default.yaml"),
    set_: Annotated[list[str] | None, typer.Option("--set", "-s", help="Override, e.g. train.max_minutes=5.")] = None,
    wait: Annotated[bool, typer.Option(help="Queue behind a cycle of other settings instead of refusing.")] = True,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Every check; outside a terminal every line.")
    ] = False,
    stop: Annotated[bool, typer.Option("--stop", help="End CYCLE, else the oldest that runs; nothing else.")] = False,
    airflow_port: AirflowPort = 8080,
) -> None:
    """Run one nightly cycle through the embedded Airflow, or follow the one that runs, and show its verdict.

    Exit 1 if the cycle failed, or if there was none to stop; 3, with nothing started, without a toolchain or sandbox.
    """
    from nightschool.config_file import load_config
    from nightschool.embedded.night import Wishes, run_night
    from nightschool.embedded.stopping import stop_night

    if stop:
        whose = load_config(config).team.name
        raise typer.Exit(0 if stop_night(_services(airflow_port), print, name, whose) else 1)
    if name is not None:
        raise UsageError(
            f"A cycle that is to run has no name, {name!r} was given; `cycle --stop {name}` ends that one."
        )
    settings = load_config(config, set_ or [])
    _require(settings)
    wishes = Wishes(wait, verbose, _team(settings, config))
    conf = {"config": wishes.file or str(config), "set": set_ or [], "settings": settings.digest()}
    services = Services(Settings(Path.cwd(), airflow_port, mlflow=False, scheduled=False))
    ended_well = run_night(services, conf, wishes, lambda line: print(line, flush=True))
    raise typer.Exit(0 if ended_well else 1)


def _team(settings: Config, file: Path) -> Team | None:
    """Whose night these settings are; None without a team. Raises ConfigError for a team that has no DAG."""
    if not settings.team.name:
        return None
    teams = read_teams(Path.cwd())
    for team in teams.sound:
        if team.name == settings.team.name:
            return team
    teams.require_sound()
    raise UsageError(f"Team {settings.team.name!r} of {file} has no DAG: its file belongs into conf/teams/.")


def _require(settings: Config) -> None:
    """Raise for what the first phases would miss, before anything is started; another service may have the compiler."""
    from nightschool.cli.doctor import probed_sandbox
    from nightschool.curriculum.lessons import require_folders

    require_folders(settings)
    elsewhere = os.environ.get("NIGHTSCHOOL_EXECUTION", "local") not in ("", "local")
    if settings.model.quantization != "none" and not elsewhere:
        _require_quantizer(settings)
    if settings.sandbox.backend != "service" and not elsewhere:
        probed_sandbox(settings)


def _require_quantizer(settings: Config) -> None:
    from nightschool.modeling.loading import pick_device
    from nightschool.modeling.quantized import require_quantizer

    require_quantizer(settings.model, pick_device(settings.model))


@app.command()
def up(airflow_port: AirflowPort = 8080, mlflow_port: MlflowPort = 5000) -> None:
    """Serve the Airflow and MLflow pages on loopback, with a login; the nightly DAG is scheduled and triggerable."""
    from nightschool.embedded.night import open_api

    services = _services(airflow_port, mlflow_port)
    print("Starting Airflow and MLflow; a minute at most.", flush=True)
    services.up((*Services.AIRFLOW, "mlflow"))
    open_api(services)
    settings = services.settings
    print(f"Airflow: {settings.airflow_url}\nMLflow:  {settings.mlflow_url}")
    print(f"Login:   {USER} / {settings.password()}\nStop:    make down")


@app.command()
def down() -> None:
    """Stop what `up` started, and nothing else."""
    stopped = _services().down()
    print(f"Stopped {', '.join(stopped)}." if stopped else "Nothing was running.")
