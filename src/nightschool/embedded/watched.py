"""Watching a run to its end, also when the command that started Airflow for it ends first.

Covered: that command was interrupted (its Airflow ends with it: it is started again here, and the run goes on from its
finished phases) or killed (its Airflow runs on, and is this command's from then on). Not covered: `make down`, which
ends a night for all who watch it; a service that died by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from nightschool.embedded.api import AirflowApi, RunState
from nightschool.embedded.follow import Follower
from nightschool.embedded.records import Identity, identity
from nightschool.embedded.services import SCHEDULER, Services
from nightschool.errors import EnvironmentMissingError

Tell = Callable[[str], None]
PATIENCE = 5
"""How often a server that runs may fail to answer."""
PAUSE_S = 0.5
"""Between two looks whether a command has ended, in seconds."""


def watched(services: Services, follower: Follower, tell: Tell) -> RunState:
    """Follow until the run ends. Raises EnvironmentMissingError where Airflow ends for another reason."""
    watch = _Watch(services, tell)
    follower.serving = watch.serving
    while True:
        try:
            return follower.follow()
        except EnvironmentMissingError as error:
            watch.take_over(error)
            follower.api = AirflowApi(services.settings, follower.dag)


class _Watch:
    """The services under a run, and the command that owned them last."""

    def __init__(self, services: Services, tell: Tell) -> None:
        self.services, self.tell = services, tell
        self.owner: Identity | None = None
        self.patience = PATIENCE
        self.serving()

    def serving(self) -> bool:
        """Whether all of Airflow runs; what a killed command left becomes this one's."""
        record = self.services.record(SCHEDULER)
        if record is not None:
            self.owner = record.owner
        if record is not None and record.owner is not None and not record.owner.alive:
            self.tell("The command that started Airflow was killed; this one ends it.")
            self.services.up(Services.AIRFLOW, identity())
            self.owner = identity()
        return self._complete()

    def _complete(self) -> bool:
        return all(self.services.pid(name) is not None for name in Services.AIRFLOW)

    def take_over(self, error: EnvironmentMissingError) -> None:
        """Start Airflow again once the command that owned it has ended; raise `error` where it is not that."""
        if told := self.services.ended_by():
            raise EnvironmentMissingError(f"Airflow was stopped with `make down` by {told}") from error
        if self._complete() and self.patience:
            self.patience -= 1  # a machine that is busy: the server answers late
            return
        if self.owner in (None, identity()) or self._complete():
            raise error
        self.tell("The command that started Airflow was ended; the cycle goes on here, from its finished phases.")
        while self.owner is not None and self.owner.alive:
            time.sleep(PAUSE_S)
        self.services.up(Services.AIRFLOW, identity())
        self.owner = identity()
