"""Where MLflow keeps things: one client bound to the configured store, and the cycle's runs in it.

Covered: one run a cycle with one nested run a phase, each found again by its tags, so that a rerun goes on
with the same runs; what killed cycles left running; a server with a login, whose refusal is one clear error. Not
covered: autologging and pyfunc models, which are never used here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from nightschool.config import Config
from nightschool.errors import EnvironmentMissingError
from nightschool.quiet import be_quiet

CYCLE_TAG = "nightschool.cycle"
PHASE_TAG = "nightschool.phase"
ENDED_TAG = "nightschool.ended_by"
"""Of a run that was ended as KILLED: the cycle that found it, and why."""
PARENT_TAG = "mlflow.parentRunId"
NAME_TAG = "mlflow.runName"
NOTE_TAG = "mlflow.note.content"
"""A run's or an experiment's description on its page, in Markdown."""
ABOUT = "Nights of Night School. *GenAI* shows answers as traces and evaluation runs, *Model training* nights as runs."
"""Description of the experiment; MLflow's pages have two modes, which share nothing but it."""


def resolve_uri(config: Config) -> str:
    """The tracking URI with a relative SQLite path made absolute from the project's root."""
    prefix = "sqlite:///"
    uri = config.tracking.uri
    if uri.startswith(prefix) and not uri.startswith(prefix + "/"):
        path = (config.root / uri.removeprefix(prefix)).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        return f"{prefix}{path}"
    return uri


def is_server(config: Config) -> bool:
    """Whether MLflow is asked through its server, which keeps the artifacts as well."""
    return config.tracking.uri.startswith(("http://", "https://"))


def open_client(config: Config) -> Any:
    """An `mlflow.MlflowClient` for the configured tracking and registry store.

    Raises EnvironmentMissingError when a server cannot be reached or refuses the login.
    """
    be_quiet()
    import mlflow

    uri = resolve_uri(config)
    mlflow.set_tracking_uri(uri)
    client = mlflow.MlflowClient(tracking_uri=uri, registry_uri=uri)
    if is_server(config):
        _greet(client, config)
    return client


def _greet(client: Any, config: Config) -> None:
    """Ask one question, so that a wrong address or login is told at once and not in the middle of a night."""
    from mlflow.exceptions import MlflowException

    try:
        client.get_experiment_by_name(config.tracking.experiment)
    except MlflowException as error:
        server, user = urlparse(config.tracking.uri), os.environ.get("MLFLOW_TRACKING_USERNAME")
        host = server.netloc.rpartition("@")[2]
        why = str(error).splitlines()[0][:300].replace(server.netloc, host)
        raise EnvironmentMissingError(
            f"MLflow at {server.scheme}://{host} does not answer {f'user {user!r}' if user else 'without a login'}: "
            f"{why} Set tracking.uri, and MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD in the environment; "
            "`nightschool doctor` tries again."
        ) from error


class CycleRuns:
    """The MLflow runs of one cycle."""

    def __init__(self, config: Config, cycle: str) -> None:
        self.client = open_client(config)
        self.experiment = self._experiment(config)
        self.cycle = cycle
        self.run_id = self._find_or_create({CYCLE_TAG: cycle, PHASE_TAG: "cycle"}, _short(cycle))
        if self.client.get_run(self.run_id).info.status == "KILLED":  # and is gone on with
            self.client.update_run(self.run_id, status="RUNNING")

    @contextmanager
    def phase(self, name: str) -> Iterator[PhaseRun]:
        """The nested run of a phase; marked FINISHED, or FAILED when the body raises."""
        with self._nested({PHASE_TAG: name}, name) as run:
            yield run

    @contextmanager
    def evaluation(self, arm: str, suite: str) -> Iterator[PhaseRun]:
        """The nested run of an arm's examination, one of MLflow's evaluation runs; ends as `phase` does."""
        tags = {PHASE_TAG: f"{arm} on {suite}", "mlflow.runType": "genai_evaluate", "arm": arm, "suite": suite}
        with self._nested(tags, f"{arm} on {suite} {_short(self.cycle)[:16]}") as run:
            yield run

    @contextmanager
    def _nested(self, tags: Mapping[str, str], name: str) -> Iterator[PhaseRun]:
        found = self._find_or_create({CYCLE_TAG: self.cycle, **tags, PARENT_TAG: self.run_id}, name)
        run = PhaseRun(self.client, found)
        self.client.update_run(run.run_id, status="RUNNING")
        try:
            yield run
        except BaseException:
            self.client.set_terminated(run.run_id, status="FAILED")
            raise
        self.client.set_terminated(run.run_id, status="FINISHED")

    def finish(self, status: str = "FINISHED") -> None:
        """Close the cycle's own run."""
        self.client.set_terminated(self.run_id, status=status)

    def end_dead(self, ours: Callable[[str], bool]) -> list[str]:
        """End as KILLED what other cycles have left RUNNING, and return these cycles; one that goes on runs again.

        `ours` tells by a cycle's name whether it is of this project, since several may share a server. The caller sees
        to it that nothing of them is at work.
        """
        found: set[str] = set()
        for run in self.client.search_runs([self.experiment], "attributes.status = 'RUNNING'"):
            cycle = run.data.tags.get(CYCLE_TAG, self.cycle)
            if cycle != self.cycle and ours(cycle):
                self.client.set_tag(run.info.run_id, ENDED_TAG, f"{self.cycle}: nothing of this cycle was at work")
                self.client.set_terminated(run.info.run_id, status="KILLED")
                found.add(cycle)
        return sorted(found)

    def root(self) -> PhaseRun:
        """The cycle's own run, for what belongs to the whole night."""
        return PhaseRun(self.client, self.run_id)

    def _experiment(self, config: Config) -> str:
        """Id of the experiment, made if there is none. Raises EnvironmentMissingError for one that was deleted."""
        name = config.tracking.experiment
        found = self.client.get_experiment_by_name(name)
        if found is not None and found.lifecycle_stage == "deleted":
            raise EnvironmentMissingError(_deleted(config, found))
        if found is not None:
            return str(found.experiment_id)
        folder = (config.root / config.tracking.artifacts).resolve()
        location = None if is_server(config) else folder.as_uri()
        return str(self.client.create_experiment(name, artifact_location=location, tags={NOTE_TAG: ABOUT}))

    def _find_or_create(self, tags: Mapping[str, str], name: str) -> str:
        query = " and ".join(f"tags.`{key}` = '{value}'" for key, value in tags.items())
        for run in self.client.search_runs([self.experiment], query, max_results=1):
            return str(run.info.run_id)
        run = self.client.create_run(self.experiment, tags={**tags, NAME_TAG: name})
        return str(run.info.run_id)


def mlflow_command(config: Config, command: str) -> str:
    """One of `mlflow`'s own commands against the configured store, as a person may run it; a login is not shown."""
    uri = resolve_uri(config)
    server = urlparse(uri)
    shown = uri.replace(server.netloc, server.netloc.rpartition("@")[2]) if is_server(config) else uri
    return f"MLFLOW_TRACKING_URI={shown} mlflow {command}"


def _deleted(config: Config, experiment: Any) -> str:
    restore = mlflow_command(config, f"experiments restore --experiment-id {experiment.experiment_id}")
    return (
        f"Experiment {experiment.name!r} was deleted in MLflow: it takes no runs, and its name is not free. Bring it "
        f"back with all that was in it: `{restore}`; or set tracking.experiment to another name."
    )


def _short(cycle: str) -> str:
    """Its time without `manual__` or `scheduled__`: MLflow's table cuts names after some twenty letters."""
    return cycle.rpartition("__")[2]


class PhaseRun:
    """What a phase may log; values that MLflow would refuse are made acceptable here."""

    def __init__(self, client: Any, run_id: str) -> None:
        self.client = client
        self.run_id = run_id

    def metrics(self, values: Mapping[str, float], step: int = 0) -> None:
        """Log numbers at a step, in one call."""
        from mlflow.entities import Metric
        from mlflow.utils.time import get_current_time_millis

        now = get_current_time_millis()
        self.client.log_batch(self.run_id, metrics=[Metric(k, float(v), now, step) for k, v in values.items()])

    def params(self, values: Mapping[str, object]) -> None:
        """Log parameters; one that is already there keeps its value (MLflow refuses changes)."""
        known = self.client.get_run(self.run_id).data.params
        for key, value in values.items():
            if key not in known:
                self.client.log_param(self.run_id, key, str(value)[:6000])

    def tags(self, values: Mapping[str, object]) -> None:
        """Set tags, overwriting."""
        for key, value in values.items():
            self.client.set_tag(self.run_id, key, str(value)[:5000])

    def json(self, name: str, data: Mapping[str, Any]) -> None:
        """Write data as an artifact, in place of one of that name."""
        self.client.log_dict(self.run_id, dict(data), name)

    def artifacts(self, path: Path, place: str | None = None) -> str:
        """Copy a file or folder to the run's artifacts below `place`; returns its URI."""
        if path.is_dir():
            self.client.log_artifacts(self.run_id, str(path), place)
        else:
            self.client.log_artifact(self.run_id, str(path), place)
        base = str(self.client.get_run(self.run_id).info.artifact_uri)
        return f"{base}/{place}" if place else base
