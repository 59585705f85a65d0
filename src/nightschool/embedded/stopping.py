"""Ending a cycle that runs: what `nightschool cycle --stop` does.

Covered: the run's note says who ended it and when, for everybody who follows it. Not covered: stopping services.
"""

from __future__ import annotations

from collections.abc import Callable

from nightschool.embedded.api import AirflowApi
from nightschool.embedded.records import who_and_when
from nightschool.embedded.services import Services
from nightschool.files import folder_name
from nightschool.teams import dag_id

Tell = Callable[[str], None]


def stop_night(services: Services, tell: Tell, name: str | None = None, team: str = "") -> bool:
    """End the cycle of that name, else the team's oldest that is active, here or in the scheduler of `make up`.

    False if there is none.
    """
    if not services.pid("api-server"):
        tell("No cycle is running.")
        return False
    return _end(AirflowApi(services.settings, dag_id("nightly_cycle", team)), name, tell)


def _end(api: AirflowApi, name: str | None, tell: Tell) -> bool:
    """`name` is a run's id, or its folder as `nightschool report` takes it."""
    active = [run.run_id for run in api.active()]
    ours = [run_id for run_id in active if name is None or name in (run_id, folder_name(run_id))]
    if not ours:
        which = "No cycle" if name is None else f"No cycle {name!r}"
        tell(f"{which} is running." + (f" There is {', '.join(active)}." if active else ""))
        return False
    api.end(ours[0], who_and_when())
    tell(f"Cycle {ours[0]} is stopped; what it finished is found by the next one.")
    if others := [run_id for run_id in active if run_id != ours[0]]:
        tell(f"{len(others)} more active: {', '.join(others)}.")
    return True
