"""Of the embedded Airflow: task logs, the services' logs and old rows of its database, as items.

Covered: a run that goes on, whose rows stay; where teams share an installation, a team's housekeeping sees the logs of
its own DAGs alone, and the installation's own sees all but the teams'. Not covered: an Airflow of others, which
other DAGs use as well and whose database no task may open (docs/housekeeping.md has the commands).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from nightschool.config import Config
from nightschool.embedded.aged_rows import cutoff, database, old_rows, take_rows
from nightschool.embedded.services import Services
from nightschool.embedded.settings import Settings
from nightschool.housekeeping.items import DAY_S, Item
from nightschool.housekeeping.trash import Trash, measured
from nightschool.teams import team_of

RUN_LOGS, SERVICE_LOGS = "dag_id=*/run_id=*", ("dag_processor/[!.]*", "scheduler/[!.]*")
"""What is one item among Airflow's logs: a run's, or a day's of a service."""


def log_trash(config: Config) -> Trash:
    """Where Airflow's logs go."""
    return Trash(_settings(config).home / "logs")


def log_items(config: Config) -> Iterator[Item]:
    """Logs of our runs; of the installation also those of days, and of services that do not run."""
    trash, team = log_trash(config), config.team.name
    runs = [path for path in trash.store.glob(RUN_LOGS) if team_of(path.parent.name.removeprefix("dag_id=")) == team]
    days = [path for kind in SERVICE_LOGS for path in trash.store.glob(kind)] if not team else []
    for path in sorted(path for path in (*runs, *days) if not path.is_symlink()):  # `latest` points at a day
        yield _log_item(path, path.relative_to(trash.store).as_posix(), trash)
    if not team:
        yield from _idle_service_logs(Services(_settings(config)))


def _idle_service_logs(services: Services) -> Iterator[Item]:
    run = services.settings.run
    for path in sorted(run.glob("*.log")):
        if services.pid(path.stem) is None:
            yield _log_item(path, f"run/{path.name}", Trash(run))


def row_items(config: Config, now: float) -> Iterator[Item]:
    """One item for all rows that go, of whatever DAG; which tables they are of is in its name. None of a team."""
    settings = _settings(config)
    if config.team.name or not database(settings).exists():
        return
    wanted = datetime.fromtimestamp(now - config.housekeeping.airflow_days * DAY_S, UTC)
    before = cutoff(settings, wanted)
    if rows := old_rows(settings, before):
        told = ", ".join(f"{table} {count}" for table, count in sorted(rows.items()))
        name = f"rows before {before:%Y-%m-%d %H:%M}: {told}"
        yield Item("airflow", name, 0, before.timestamp() - 1, partial(_take_rows, settings, before), counted=False)


def _take_rows(settings: Settings, before: datetime) -> bool:
    take_rows(settings, before)
    return True


def _settings(config: Config) -> Settings:
    return Settings(config.root.resolve())


def _log_item(path: Path, name: str, trash: Trash) -> Item:
    found = measured(path)

    def take() -> bool:
        return measured(path).changed <= found.changed and trash.take(path)

    return Item("logs", name, found.size, found.changed, take)
