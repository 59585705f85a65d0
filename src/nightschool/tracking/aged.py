"""MLflow's runs, their files and traces, as housekeeping sees them and takes them away: a cycle at a time.

    files of a cycle's runs     marked by a tag, taken out of the store, deleted; the runs and their numbers stay
    a cycle's runs              marked as deleted in MLflow, their files deleted, then their rows

Covered: cycles of this experiment; those of which a run or a file is behind a registered version, of any model and with
or without an alias, are named as needed; a kill at any moment: runs that are marked as deleted by us are finished by
the next housekeeping. Behind a server runs stay marked as deleted: only `mlflow gc` at the server removes rows.
Not covered: other experiments and models' own folders. Not used: `mlflow gc --run-ids`, which removes every experiment
and logged model that anybody marked as deleted along with the runs that were named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import EnvironmentMissingError
from nightschool.tracking.download import local_path
from nightschool.tracking.store import CYCLE_TAG, is_server, open_client, resolve_uri

REMOVED_TAG = "nightschool.housekeeping"
"""Of a run whose files, or which itself, was taken away: when."""
DELETED_TAG = "nightschool.housekeeping.deleted"
"""Of a run that housekeeping deletes with its rows; one that a person deleted has none and can be restored."""
PAGE = 1000
TRACES = 100
"""Traces that are deleted at once; MLflow's own bound."""
Take = Callable[[Path], bool]
"""Takes a folder of files away at once."""


@dataclass(frozen=True)
class CycleFiles:
    """All runs of one cycle."""

    cycle: str
    runs: tuple[str, ...]
    ended: float
    """When the last of them began or ended, seconds since 1970; a run that goes on has not ended."""
    folders: tuple[Path, ...]
    """Where their files are; none behind a server."""
    needed: str
    """Which version needs them."""
    bare: bool
    """Whether the files were taken before."""


class AgedRuns:
    """The configured experiment."""

    def __init__(self, config: Config) -> None:
        self.client: Any = open_client(config)
        found = self.client.get_experiment_by_name(config.tracking.experiment)
        there = found is not None and found.lifecycle_stage == "active"
        self.experiment = str(found.experiment_id) if there else None
        self.server = is_server(config)
        self._uri = resolve_uri(config)

    def cycles(self) -> list[CycleFiles]:
        """Every cycle with runs here."""
        by_cycle: dict[str, list[Any]] = {}
        for run in self._runs("ACTIVE_ONLY"):
            if CYCLE_TAG in run.data.tags:
                by_cycle.setdefault(run.data.tags[CYCLE_TAG], []).append(run)
        versions = list(self._versions())
        return [_cycle_files(cycle, runs, versions) for cycle, runs in by_cycle.items()]

    def take_files(self, cycle: CycleFiles, take: Take) -> bool:
        """Take the files of a cycle's runs away; they say so. False, and nothing is done, if it went on meanwhile."""
        with _told(f"files of the runs of {cycle.cycle}"):
            if not self._unchanged(cycle):
                return False
            self._mark(cycle, REMOVED_TAG)
            for run in cycle.runs:
                self._take_files(run, take)
        return True

    def take_runs(self, cycle: CycleFiles, take: Take) -> bool:
        """Take a cycle's runs away with their files. False, and nothing is done, if it went on meanwhile."""
        with _told(f"runs of {cycle.cycle}"):
            if not self._unchanged(cycle):
                return False
            self._mark(cycle, REMOVED_TAG, DELETED_TAG)
            for run in cycle.runs:
                if self.server:
                    self._take_files(run, take)
                self.client.delete_run(run)
        self.finish(take)
        return True

    def finish(self, take: Take) -> int:
        """Remove what is left of runs that housekeeping has marked as deleted; returns how many there were.

        Behind a server that is their rows, which stay.
        """
        if self.server:
            return 0
        with _told("runs that were marked as deleted"):
            marked = [run for run in self._runs("DELETED_ONLY") if DELETED_TAG in run.data.tags]
            for run in marked:
                self._take_files(run.info.run_id, take, whole=True)
                self._drop_rows(run.info.run_id)
        return len(marked)

    def traces(self, before: float) -> int:
        """How many traces of the experiment began before that time, seconds since 1970."""
        if self.experiment is None:
            return 0
        count, token = 0, None
        while True:
            query = {"filter_string": f"trace.timestamp_ms < {int(before * 1000)}", "include_spans": False}
            page = self.client.search_traces(locations=[self.experiment], max_results=TRACES, page_token=token, **query)
            count, token = count + len(page), page.token
            if not token:
                return count

    def take_traces(self, before: float) -> int:
        """Delete them; returns how many there were."""
        taken, last = 0, int(before * 1000) - 1
        with _told("traces"):
            while self.experiment is not None:
                gone = self.client.delete_traces(self.experiment, max_timestamp_millis=last, max_traces=TRACES)
                taken += gone
                if not gone:
                    break
        return taken

    def _unchanged(self, cycle: CycleFiles) -> bool:
        """Whether it ended when it was said to, and no version is made of it yet."""
        now = _cycle_files(cycle.cycle, [self.client.get_run(run) for run in cycle.runs], list(self._versions()))
        return now.ended == cycle.ended and not now.needed

    def _mark(self, cycle: CycleFiles, *tags: str) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        for run in cycle.runs:
            for tag in tags:
                self.client.set_tag(run, tag, now)

    def _take_files(self, run: str, take: Take, whole: bool = False) -> None:
        """The run's files; `whole`: with the folder around them, which has the run's name."""
        uri = str(self.client.get_run(run).info.artifact_uri)
        folder = local_path(uri)
        if folder is None:
            from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

            get_artifact_repository(uri).delete_artifacts()
        else:
            take(folder.parent if whole and folder.parent.name == run else folder)

    def _drop_rows(self, run: str) -> None:
        """What `mlflow gc` does with a run's rows, in the store itself: a client offers no such thing."""
        from mlflow.tracking._tracking_service.utils import _get_store

        _get_store(self._uri)._hard_delete_run(run)

    def _runs(self, view: str) -> Iterator[Any]:
        from mlflow.entities import ViewType

        token = None
        while self.experiment is not None:
            page = self.client.search_runs(
                [self.experiment], run_view_type=getattr(ViewType, view), max_results=PAGE, page_token=token
            )
            yield from page
            token = page.token
            if not token:
                break

    def _versions(self) -> Iterator[tuple[str, str, str]]:
        """Name with number, run and source of every registered version in the store."""
        token = None
        while True:
            page = self.client.search_model_versions(max_results=PAGE, page_token=token)
            yield from ((f"{one.name} version {one.version}", str(one.run_id), str(one.source)) for one in page)
            token = page.token
            if not token:
                break


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Turns what MLflow raises into one clear error."""
    import mlflow.exceptions

    try:
        yield
    except mlflow.exceptions.MlflowException as error:
        raise EnvironmentMissingError(f"MLflow did not let {what} go: {str(error).splitlines()[0][:300]}") from error


def _cycle_files(cycle: str, runs: list[Any], versions: list[tuple[str, str, str]]) -> CycleFiles:
    ids, uris = {run.info.run_id for run in runs}, [str(run.info.artifact_uri) for run in runs]
    behind = [name for name, run, source in versions if run in ids or any(source.startswith(f"{uri}/") for uri in uris)]
    now = datetime.now(UTC).timestamp() * 1000
    ended = max(now if run.info.status == "RUNNING" else run.info.end_time or run.info.start_time for run in runs)
    folders = tuple(place for place in map(local_path, uris) if place is not None)
    bare = all(REMOVED_TAG in run.data.tags for run in runs) and not any(place.exists() for place in folders)
    return CycleFiles(cycle, tuple(sorted(ids)), ended / 1000, folders, f"behind {behind[0]}" if behind else "", bare)
