"""A small client of Airflow's REST API on loopback: log in, trigger, look, and ask again where Airflow fails."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from nightschool.embedded.settings import USER, Settings
from nightschool.errors import EnvironmentMissingError

TRIES, PAUSE_S = 5, 1.0
"""How often a question is asked that Airflow fails to answer, and the seconds between."""


class AirflowFaultError(EnvironmentMissingError):
    """Airflow answered that it failed, 500 or above."""


@dataclass(frozen=True)
class TaskState:
    """One task instance as the API tells it."""

    task: str
    state: str
    attempt: int
    seconds: float
    index: int = -1
    """Which of a mapped task's instances; -1 for a task that has one."""
    phase: bool = True
    """It carries out a phase; the others branch and join."""
    since: float = 0.0
    """When it started, in seconds since 1970; 0 before."""

    @property
    def name(self) -> str:
        """`align`, `baseline_shards[1]`: the task without its group."""
        short = self.task.rpartition(".")[2]
        return short if self.index < 0 else f"{short}[{self.index}]"


@dataclass(frozen=True)
class ActiveRun:
    """A run that is running or queued, and what it was triggered with."""

    run_id: str
    conf: dict[str, Any]


STOPPED = "Stopped by "
"""How the note of a run begins that a person ended."""


@dataclass(frozen=True)
class RunState:
    """A run as a whole."""

    state: str
    """queued, running, success or failed."""
    note: str = ""

    @property
    def active(self) -> bool:
        """Whether it goes on."""
        return self.state not in ("success", "failed")

    @property
    def stopped(self) -> bool:
        """Whether `end` ended it."""
        return self.state == "failed" and self.note.startswith(STOPPED)


class AirflowApi:
    """Logged in with the installation's own password; asks about one DAG."""

    def __init__(self, settings: Settings, dag: str = "nightly_cycle") -> None:
        self.url, self.dag = settings.airflow_url, dag
        login = {"username": USER, "password": settings.password()}
        self._token = str(self._call("POST", "/auth/token", login, token="")["access_token"])

    def known(self) -> bool:
        """Whether the DAG has been parsed and can be triggered."""
        try:
            return bool(self._call("GET", f"/api/v2/dags/{self.dag}"))
        except LookupError:
            return False

    def unpause(self) -> None:
        """Let the schedule and triggered runs go."""
        self._call("PATCH", f"/api/v2/dags/{self.dag}", {"is_paused": False})

    def active(self) -> list[ActiveRun]:
        """Runs that are running or queued, oldest first."""
        query = urllib.parse.urlencode([("state", "running"), ("state", "queued"), ("order_by", "run_after")])
        runs = self._call("GET", f"/api/v2/dags/{self.dag}/dagRuns?{query}")["dag_runs"]
        return [ActiveRun(str(run["dag_run_id"]), dict(run["conf"] or {})) for run in runs]

    def trigger(self, run_id: str, conf: dict[str, Any]) -> None:
        """Start a manual run."""
        self._call(
            "POST", f"/api/v2/dags/{self.dag}/dagRuns", {"dag_run_id": run_id, "conf": conf, "logical_date": None}
        )

    def run(self, run_id: str) -> RunState:
        """How a run is."""
        told = self._call("GET", f"/api/v2/dags/{self.dag}/dagRuns/{_quote(run_id)}")
        return RunState(str(told["state"]), str(told.get("note") or ""))

    def state(self, run_id: str) -> str:
        """queued, running, success or failed."""
        return self.run(run_id).state

    def end(self, run_id: str, by: str) -> None:
        """Fail a run: Airflow ends its running tasks and starts no others; the run's note says `by` whom and when."""
        body = {"state": "failed", "note": f"{STOPPED}{by}"}
        self._call("PATCH", f"/api/v2/dags/{self.dag}/dagRuns/{_quote(run_id)}", body)

    def tasks(self, run_id: str) -> list[TaskState]:
        """All task instances of a run."""
        found = self._call("GET", f"/api/v2/dags/{self.dag}/dagRuns/{_quote(run_id)}/taskInstances?limit=100")
        return [_task_state(one) for one in found["task_instances"]]

    def _call(self, method: str, path: str, body: Any = None, token: str | None = None) -> Any:
        """Ask, again where Airflow fails and twice does no harm: its SQLite file locks when two write at once."""
        if method == "POST":
            return self._ask(method, path, body, token)
        again = Retrying(
            retry=retry_if_exception_type(AirflowFaultError),
            stop=stop_after_attempt(TRIES),
            wait=wait_fixed(PAUSE_S),
            reraise=True,
        )
        return again(self._ask, method, path, body, token)

    def _ask(self, method: str, path: str, body: Any, token: str | None) -> Any:
        headers = {
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self._token if token is None else token}",
        }
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as reply:
                return json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as error:
            told = error.read().decode(errors="replace")[:400]
            if error.code == 404:
                raise LookupError(f"{path}: {told}") from error
            kind = AirflowFaultError if error.code >= 500 else EnvironmentMissingError
            raise kind(f"Airflow at {self.url} answered {error.code} to {method} {path}: {told}") from error
        except OSError as error:
            raise EnvironmentMissingError(
                f"Airflow at {self.url} does not answer: {error}; see var/run/api-server.log."
            ) from error


def _task_state(told: dict[str, Any]) -> TaskState:
    state, seconds = str(told["state"] or "none"), float(told["duration"] or 0.0)
    attempt, index = int(told["try_number"] or 0), int(told.get("map_index", -1))
    phase = str(told.get("operator") or "").endswith("PhaseOperator")
    return TaskState(str(told["task_id"]), state, attempt, seconds, index, phase, _time(told))


def _time(told: dict[str, Any]) -> float:
    start = told.get("start_date")
    return datetime.fromisoformat(str(start).replace("Z", "+00:00")).timestamp() if start else 0.0


def _quote(text: str) -> str:
    return urllib.parse.quote(text, safe="")
