"""One night by hand: start what is needed, trigger the real DAG, follow it, stop what was started.

Covered: `nightschool cycle`. A second cycle waits for the first, or refuses; Ctrl-C stops the services that
this command started, and the same command run again follows the same cycle on from its finished phases.
"""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nightschool.embedded.api import AirflowApi
from nightschool.embedded.follow import Follower
from nightschool.embedded.services import PATIENCE_S, Services
from nightschool.errors import CycleBusyError, EnvironmentMissingError

Tell = Callable[[str], None]


def run_night(services: Services, conf: Mapping[str, Any], wait: bool, tell: Tell) -> bool:
    """Run one cycle through Airflow; True if the DAG run succeeded (a refusal does).

    Raises CycleBusyError when another cycle is active and `wait` is off.
    """
    with _for_the_duration(services, tell):
        api = open_api(services)
        run_id = _turn(api, dict(conf), wait, "scheduler" in services.started, tell)
        tell(f"Page: {services.settings.airflow_url}/dags/nightly_cycle/runs/{run_id}")
        ended_well = Follower(api, services.settings.home / "logs", run_id, tell).follow()
    _show_report(services.settings.root, run_id, tell)
    return ended_well


@contextmanager
def _for_the_duration(services: Services, tell: Tell) -> Any:
    """Services up while the body runs; only those started here are stopped. SIGTERM counts as Ctrl-C."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        tell("Starting Airflow (api-server, scheduler, dag-processor); a minute at most.")
        services.up(Services.AIRFLOW)
        yield
    finally:
        services.down(services.started)
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def open_api(services: Services) -> AirflowApi:
    """Log in, wait until the DAG has been parsed, unpause it."""
    api = AirflowApi(services.settings)
    end = time.monotonic() + PATIENCE_S
    while not api.known():
        if time.monotonic() > end:
            raise EnvironmentMissingError("Airflow does not show the DAG nightly_cycle; see var/run/dag-processor.log.")
        time.sleep(1)
    api.unpause()
    return api


def _turn(api: AirflowApi, conf: dict[str, Any], wait: bool, nobody_ran: bool, tell: Tell) -> str:
    """The id of the run to follow: a new one, or one like it that was cut off when its scheduler was stopped.

    `nobody_ran`: there was no scheduler until now, so that whatever is active was cut off. Alike means the same
    command and, by the digest in `conf`, the same settings: a config file may have been edited since.
    """
    active = api.active()
    cut_off = [run.run_id for run in active if nobody_ran and run.conf == conf]
    if cut_off:
        tell(f"Cycle {cut_off[0]} was interrupted; it goes on from its finished phases.")
        return cut_off[0]
    if active and not wait:
        busy = active[0].run_id
        raise CycleBusyError(f"Cycle {busy!r} is running; wait for it, or leave --no-wait out to queue behind it.")
    run_id = f"manual__{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}"
    api.trigger(run_id, conf)
    tell(f"Cycle {run_id} triggered" + (f", queued behind {active[0].run_id!r}." if active else "."))
    return run_id


def _show_report(root: Path, run_id: str, tell: Tell) -> None:
    pointer = root / "var" / "cycles" / run_id / "publish.json"
    if not pointer.exists():
        tell(f"Cycle {run_id} left no report; see var/airflow/logs and the Airflow page.")
        return
    output = Path(json.loads(pointer.read_text(encoding="utf-8"))["output"])
    tell((output / "report.txt").read_text(encoding="utf-8"))
    tell(f"Report with pictures: {output}. All pages: `make up`. History: `nightschool history`.")
