"""One operator for all phases: it runs `nightschool run PHASE` in its own process, with live logs; its base runs any.

A refused check (exit 1) and bad usage (exit 2) are not healed by a retry and fail at once; a missing
environment (exit 3), an unforeseen fault (exit 70) and a killed process are retried, and the phase goes on where it
was; one that was asked to leave (exit 75: its worker is stopped) is queued again at once and costs no retry. XCom
carries the phase's URIs, digests and metrics.
"""

from __future__ import annotations

import json
import os
import tempfile
from abc import abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowRescheduleException

from nightschool.errors import NightSchoolError
from nightschool.leaving import LEFT
from nightschool_airflow.assets import made_by, update
from nightschool_airflow.command import PhaseProcess, cycle_of, phase_command, project_root
from nightschool_airflow.container import contained_phase
from nightschool_airflow.links import DataDocsLink, MlflowLink, NightLink
from nightschool_airflow.owners import require_within

if TYPE_CHECKING:
    from airflow.sdk import Context

FINAL = {1: "a check failed or was refused", 2: "the parameters or the config are wrong"}
"""Exit codes that a retry cannot heal, and what they mean."""


class CommandOperator(BaseOperator):  # type: ignore[misc]  # airflow is not followed by mypy
    """Runs one `nightschool` command with live logs and returns the result it leaves, if any."""

    _running: PhaseProcess | None = None

    @property
    @abstractmethod
    def what(self) -> str:
        """Name of what runs, for messages."""

    @abstractmethod
    def process(self, context: Context, result: Path) -> PhaseProcess:
        """The process to run; it may leave its result as JSON in the file `result`."""

    def execute(self, context: Context) -> dict[str, Any] | None:
        """Run the command and return its result as plain data."""
        self._require_within(context)
        with tempfile.TemporaryDirectory(prefix="nightschool-") as folder:
            result = Path(folder) / "result.json"
            self._running = self.process(context, result)
            self.log.info("Running %s", self._running.arguments)
            self._check(self._running.run(self.log.info))
            found = json.loads(result.read_text(encoding="utf-8")) if result.exists() else None
        if found is not None and self.outlets:
            update(context, self.outlets, self.extra(context, found), self.inlets)
        return found

    @abstractmethod
    def extra(self, context: Context, result: Mapping[str, Any]) -> dict[str, Any]:
        """What the events of this task's assets say."""

    def on_kill(self) -> None:
        """End the command's process group when the task is cleared, timed out or killed."""
        if self._running is not None:
            self._running.stop()

    def _require_within(self, context: Context) -> None:
        try:
            require_within(str(getattr(context.get("dag_run"), "dag_id", "")), dict(context.get("params") or {}))
        except NightSchoolError as error:
            raise AirflowFailException(f"{self.what}: {error}") from error

    def _check(self, code: int) -> None:
        if code in FINAL:
            raise AirflowFailException(f"{self.what}: {FINAL[code]}; the reason is the last line above.")
        if code == LEFT:
            self.log.info("%s was asked to leave; it is queued again and goes on where it was.", self.what)
            raise AirflowRescheduleException(datetime.now(UTC))
        if code != 0:
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            raise AirflowException(f"{self.what} ended with {how}; a retry resumes it.")


class PhaseOperator(CommandOperator):
    """Runs one phase of the cycle that this DAG run is.

    :param phase: name of the phase, as in `nightschool run`.
    :param shard: only this share of the phase's questions to models, e.g. `1/2`; mapped tasks have one each.
    :param execution: `local`: as a process beside Airflow's; `docker`: in a container of the trainer's image. Left out:
        NIGHTSCHOOL_EXECUTION in the worker's environment, else `local`.
    """

    ui_color = "#dbe8f4"
    operator_extra_links = (NightLink(), MlflowLink(), DataDocsLink())

    def __init__(self, *, phase: str, shard: str = "", execution: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.phase, self.shard, self.execution = phase, shard, execution

    @property
    def what(self) -> str:
        """Name of the phase, for messages."""
        return f"Phase {self.phase!r}"

    def process(self, context: Context, result: Path) -> PhaseProcess:
        """`nightschool run PHASE`, with the trigger form's parameters."""
        execution = self.execution or os.environ.get("NIGHTSCHOOL_EXECUTION") or "local"
        if execution not in EXECUTIONS:
            raise AirflowFailException(f"{self.what}: execution {execution!r} is none of {', '.join(EXECUTIONS)}.")
        try:
            return EXECUTIONS[execution](self.phase, cycle_name(context), dict(context["params"]), result, self.shard)
        except NightSchoolError as error:
            raise AirflowFailException(f"{self.what}: {error}") from error

    def extra(self, context: Context, result: Mapping[str, Any]) -> dict[str, Any]:
        """Cycle, folder and digests of what the phase made."""
        return made_by(result, cycle_name(context))


def local_phase(phase: str, cycle: str, params: Mapping[str, Any], result: Path, shard: str = "") -> PhaseProcess:
    """The phase as a process of this machine."""
    return PhaseProcess(phase_command(phase, cycle, params, result, shard), project_root())


EXECUTIONS = {"local": local_phase, "docker": contained_phase}
"""Where a phase may run."""


def cycle_name(context: Context) -> str:
    """The DAG run's id, made safe for folder names: `manual__2026-11-22T02:00:00+00:00` keeps its meaning."""
    return cycle_of(str(getattr(context["dag_run"], "run_id", "manual")))
