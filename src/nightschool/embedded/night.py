"""One night by hand: start what is needed, trigger the real DAG, follow it, stop what was started.

Covered: `nightschool cycle`. A cycle like it that is active is followed, whoever triggered it; another one is waited
for, or refused. Ctrl-C, SIGTERM and a closed terminal stop the services that this command started, and
say what goes on. Not covered: a starter that ends (`watched`), stopping a cycle (`stopping`).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import Any

from rich.console import Console

from nightschool.config.team import working
from nightschool.embedded.api import ActiveRun, AirflowApi
from nightschool.embedded.follow import Follower, Screen
from nightschool.embedded.interrupts import interruptible, undisturbed
from nightschool.embedded.live import LiveTable
from nightschool.embedded.records import identity
from nightschool.embedded.screens import Lines
from nightschool.embedded.services import PATIENCE_S, SCHEDULER, Services
from nightschool.embedded.settings import USER
from nightschool.embedded.watched import watched
from nightschool.errors import CycleBusyError, CycleLeftError, EnvironmentMissingError
from nightschool.files import folder_name
from nightschool.report import PAGE, ending
from nightschool.report.ending import program
from nightschool.teams import Team, dag_id

Tell = Callable[[str], None]
CONFIG = "conf/default.yaml"
"""The DAG's own default."""


@dataclass(frozen=True)
class Wishes:
    """How a person wants to see a night."""

    wait: bool = True
    """Queue behind another cycle instead of refusing."""
    verbose: bool = False
    """Every check at the end; without a terminal every line of the phases, too."""
    team: Team | None = None
    """Whose night it is; None: the installation's own."""

    @property
    def dag(self) -> str:
        """Its DAG."""
        return dag_id("nightly_cycle", self.team.name if self.team else "")

    @property
    def file(self) -> str:
        """The only config file of a team's DAG; empty without a team."""
        return self.team.file if self.team else ""


def run_night(services: Services, conf: Mapping[str, Any], wishes: Wishes, tell: Tell) -> bool:
    """Run one cycle through Airflow; True if the DAG run succeeded (a refusal does).

    Raises CycleBusyError when another cycle is active and is not to be waited for, CycleLeftError when interrupted.
    """
    nobody_ran = services.pid(SCHEDULER) is None
    with _for_the_duration(services, tell):
        api = open_api(services, wishes.dag)
        run_id = _turn(api, dict(conf), wishes, nobody_ran, tell)
        tell(f"Login: {USER}, password in {services.settings.passwords.relative_to(services.settings.root)}")
        tell(f"Page: {services.settings.airflow_url}/dags/{wishes.dag}/runs/{run_id}")
        try:
            with _screen(wishes, tell) as screen:
                ended = watched(
                    services, Follower(api, services.settings.home / "logs", run_id, screen, dag=wishes.dag), tell
                )
        except KeyboardInterrupt as interrupt:
            raise CycleLeftError(_left(run_id, SCHEDULER in services.started, wishes.file)) from interrupt
        if ended.stopped:
            tell(f"Cycle {run_id} was stopped: {ended.note} What it finished is found by the next one.")
    if not ended.stopped:
        _show_report(services.settings.root, run_id, wishes, tell)
    return ended.state == "success"


@contextmanager
def _for_the_duration(services: Services, tell: Tell) -> Iterator[None]:
    """Services up while the body runs; only those started here, or left by a command that was killed, are stopped."""
    with interruptible():
        try:
            if any(services.pid(name) is None for name in Services.AIRFLOW):
                tell("Starting Airflow (api-server, scheduler, dag-processor); a minute at most.")
            services.up(Services.AIRFLOW, identity())
            yield
        finally:
            with undisturbed():
                if services.started:
                    with suppress(OSError):  # nobody reads any more; they are to end all the same
                        tell(f"Stopping Airflow, up to {services.longest_end(services.started)} s; phases end first.")
                    services.down(services.started)


@contextmanager
def _screen(wishes: Wishes, tell: Tell) -> Iterator[Screen]:
    """A live table in a terminal, lines everywhere else."""
    console = Console(highlight=False, emoji=False)
    live = sys.stdout.isatty() and not console.is_dumb_terminal
    with LiveTable(console) if live else nullcontext(Lines(tell, wishes.verbose)) as screen:
        yield screen


def open_api(services: Services, dag: str = "nightly_cycle") -> AirflowApi:
    """Log in, wait until the DAG has been parsed, unpause it."""
    api = AirflowApi(services.settings, dag)
    end = time.monotonic() + PATIENCE_S
    while not api.known():
        if time.monotonic() > end:
            raise EnvironmentMissingError(f"Airflow does not show the DAG {dag}; see var/run/dag-processor.log.")
        time.sleep(1)
    api.unpause()
    return api


def _turn(api: AirflowApi, conf: dict[str, Any], wishes: Wishes, nobody_ran: bool, tell: Tell) -> str:
    """The id of the run to follow: one like it that is active, else a new one.

    `nobody_ran`: there was no scheduler until now, so that whatever is active was cut off.
    """
    active = api.active()
    same = next((run.run_id for run in active if alike(run.conf, conf, wishes.file or CONFIG)), None)
    if same is not None:
        cut_off = "was interrupted; it goes on from its finished phases."
        runs = f"is running already and is followed; `{_stop(same, wishes.file)}` ends it."
        tell(f"Cycle {same} {cut_off if nobody_ran else runs}")
        return same
    if active and not wishes.wait:
        busy = active[0].run_id
        raise CycleBusyError(f"Cycle {busy!r} is running; wait for it, or leave --no-wait out to queue behind it.")
    run_id = f"manual__{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}"
    api.trigger(run_id, conf)
    tell(f"Cycle {run_id} triggered" + (_behind(active[0], wishes.file) if active else "."))
    return run_id


def _behind(run: ActiveRun, file: str) -> str:
    return f", queued behind {run.run_id!r}, which has other settings; `{_stop(run.run_id, file)}` ends that one."


def _stop(run_id: str, file: str = "") -> str:
    """The command that ends this run and no other; `file` is the team's config, if it is a team's."""
    return f"{program()} cycle --stop {quote(run_id)}" + (f" --config {quote(file)}" if file else "")


def alike(theirs: Mapping[str, Any], ours: Mapping[str, Any], default: str = CONFIG) -> bool:
    """Whether a run's parameters mean the same night: file, overrides and, where both know it, the settings' digest.

    `default` is the DAG's own file: a scheduled run has no parameters, a form's has all of them and leaves most empty.
    """
    file, digest = (theirs.get("config") or default, theirs.get("settings")), ours.get("settings")
    others = [value for name, value in theirs.items() if name not in ("config", "set", "settings")]
    same = file[0] == (ours.get("config") or default) and list(theirs.get("set") or []) == list(ours.get("set") or [])
    return same and not any(value not in (None, "", []) for value in others) and file[1] in (None, digest)


def _left(run_id: str, ours: bool, file: str = "") -> str:
    """What becomes of a cycle that nobody watches any more, and how to see or stop it."""
    if ours:
        return (
            f"Cycle {run_id} is stopped, nothing half-made is left; the same command goes on from its finished phases."
        )
    return (
        f"Cycle {run_id} goes on in the scheduler of `make up`. Follow it: the same command. "
        f"Stop it: `{_stop(run_id, file)}`. Stop all: `make down`."
    )


def _show_report(root: Path, run_id: str, wishes: Wishes, tell: Tell) -> None:
    state = working(wishes.team.name if wishes.team else "")
    pointer = root / state / "cycles" / folder_name(run_id) / "publish.json"
    if not pointer.exists():
        tell(f"Cycle {run_id} left no report; see var/airflow/logs and the Airflow page.")
        return
    output = Path(json.loads(pointer.read_text(encoding="utf-8"))["output"])
    told = json.loads((root / output / "report.json").read_text(encoding="utf-8"))
    tell("\n".join(["", *ending(told, wishes.verbose), "", f"Page: {(root / output / PAGE).resolve().as_uri()}"]))
