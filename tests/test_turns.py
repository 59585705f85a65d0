"""Which run `nightschool cycle` follows; the real interruption is in airflow/test_following.py."""

import pytest

from nightschool.embedded.api import ActiveRun, RunState, TaskState
from nightschool.embedded.follow import Follower
from nightschool.embedded.night import Wishes, _left, _turn
from nightschool.embedded.screens import Lines
from nightschool.embedded.stopping import _end
from nightschool.embedded.watched import watched
from nightschool.errors import CycleBusyError, EnvironmentMissingError

CONF = {"config": "conf/default.yaml", "set": [], "settings": "5f0c"}
OTHER = {**CONF, "set": ["seed=1"]}
EDITED = {**CONF, "settings": "77aa"}


class Api:
    """Stands in for Airflow's REST API: runs that are active, runs that were triggered."""

    def __init__(self, *active: ActiveRun) -> None:
        self.runs = list(active)
        self.triggered: list[str] = []
        self.ended: list[str] = []

    def active(self) -> list[ActiveRun]:
        return self.runs

    def trigger(self, run_id: str, conf: dict) -> None:
        self.triggered.append(run_id)

    def end(self, run_id: str, by: str) -> None:
        self.ended.append(run_id)


def turn(api: Api, wait: bool = True, nobody_ran: bool = False, conf: dict = CONF) -> tuple[str, str]:
    told: list[str] = []
    return _turn(api, conf, Wishes(wait), nobody_ran, told.append), "\n".join(told)


def test_a_cycle_that_was_cut_off_is_followed_and_not_triggered_again():
    api = Api(ActiveRun("manual__1", CONF))
    run_id, told = turn(api, nobody_ran=True)
    assert (run_id, api.triggered) == ("manual__1", [])
    assert "goes on from its finished phases" in told


def test_a_cycle_that_runs_elsewhere_is_followed_and_says_how_to_stop_it():
    api = Api(ActiveRun("manual__1", OTHER), ActiveRun("manual__2", CONF))
    run_id, told = turn(api)
    assert (run_id, api.triggered) == ("manual__2", [])
    assert "is running already and is followed; `nightschool cycle --stop manual__2` ends it" in told
    assert end(api, "manual__2")[0]
    assert api.ended == ["manual__2"], "mine and not the oldest"


def end(api: Api, name: str | None) -> tuple[bool, str]:
    told: list[str] = []
    return _end(api, name, told.append), "\n".join(told)


@pytest.mark.parametrize(
    ("name", "ended"),
    [
        ("manual__2", "manual__2"),
        ("scheduled__2026-11-22T02_00_00_00_00", "scheduled__2026-11-22T02:00:00+00:00"),
        (None, "manual__1"),
    ],
    ids=["id", "folder", "oldest"],
)
def test_of_several_cycles_the_one_that_is_named_is_ended(name, ended):
    ids = ("manual__1", "manual__2", "scheduled__2026-11-22T02:00:00+00:00")
    api = Api(*(ActiveRun(run_id, CONF) for run_id in ids))
    done, told = end(api, name)
    assert (done, api.ended) == (True, [ended])
    assert told.startswith(f"Cycle {ended} is stopped")
    assert "2 more active" in told


def test_a_cycle_that_does_not_run_is_not_ended_and_those_that_do_are_named():
    api = Api(ActiveRun("manual__1", CONF))
    assert end(api, "manual__7") == (False, "No cycle 'manual__7' is running. There is manual__1.")
    assert api.ended == []
    assert end(Api(), None) == (False, "No cycle is running.")


def test_a_cycle_that_goes_on_without_its_watcher_says_how_to_stop_it_by_name():
    assert "Stop it: `nightschool cycle --stop manual__2`" in _left("manual__2", False)


FORM = {"config": "conf/default.yaml", "base_model": None, "rows": None, "phases": [], "seed": None, "set": None}


@pytest.mark.parametrize("conf", [{}, FORM, {**FORM, "config": ""}], ids=["scheduled", "form", "form left empty"])
def test_a_scheduled_run_and_an_empty_form_are_the_same_night_as_the_default(conf):
    assert turn(Api(ActiveRun("scheduled__1", conf)))[0] == "scheduled__1"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [(CONF, OTHER), (CONF, EDITED), ({**FORM, "rows": 9}, CONF), ({"config": "conf/smoke.yaml"}, CONF)],
    ids=["override", "edited file", "form", "file"],
)
@pytest.mark.parametrize("nobody_ran", [True, False])
def test_behind_a_cycle_of_other_settings_a_new_one_is_queued(theirs, ours, nobody_ran):
    api = Api(ActiveRun("manual__1", theirs))
    run_id, told = turn(api, nobody_ran=nobody_ran, conf=ours)
    assert api.triggered == [run_id] != ["manual__1"]
    assert "queued behind 'manual__1', which has other settings" in told
    assert "`nightschool cycle --stop manual__1` ends that one" in told


def test_who_does_not_want_to_wait_is_refused_and_told_the_running_cycle():
    with pytest.raises(CycleBusyError, match="'manual__1' is running"):
        turn(Api(ActiveRun("manual__1", OTHER)), wait=False)


def test_on_a_free_machine_a_cycle_is_triggered():
    api = Api()
    run_id, told = turn(api)
    assert api.triggered == [run_id]
    assert "queued" not in told


def test_each_instance_of_a_mapped_task_is_told_once_with_its_own_log(tmp_path):
    logs = tmp_path / "dag_id=nightly_cycle" / "run_id=r" / "task_id=learn.baseline_shards"
    for index in (0, 1):
        log = logs / f"map_index={index}" / "attempt=1.log"
        log.parent.mkdir(parents=True)
        log.write_text(f'{{"logger": "x.operators.PhaseOperator", "event": "shard {index} asks"}}\n')

    class Night:
        states = ["running", "running", "success"]
        shards = [
            TaskState("learn.baseline_shards", "success", 1, 9.0, 0),
            TaskState("learn.baseline_shards", "running", 1, 9.0, 1),
        ]

        def run(self, run_id: str) -> RunState:
            return RunState(self.states.pop(0))

        def tasks(self, run_id: str) -> list[TaskState]:
            return self.shards

    told: list[str] = []
    assert Follower(Night(), tmp_path, "r", Lines(told.append, verbose=True), pause_s=0.0).follow().state == "success"
    name = "> learn.baseline_shards"
    assert told == ["    shard 0 asks", "    shard 1 asks", f"{name}[0] done after 9 s", f"{name}[1] started"]


class Stopped:
    """A run whose `curate` failed by itself before a person stopped it under `align`."""

    def __init__(self) -> None:
        self.looks = 0

    def run(self, run_id: str) -> RunState:
        return RunState("running") if self.looks == 1 else RunState("failed", "Stopped by anna at noon.")

    def tasks(self, run_id: str) -> list[TaskState]:
        self.looks += 1
        return [
            TaskState("curate", "failed", 1, 3.0),
            TaskState("align", "running" if self.looks == 1 else "failed", 1, 9.0),
        ]


def test_a_phase_under_which_a_person_stopped_the_run_has_not_failed(tmp_path):
    told: list[str] = []
    run = Follower(Stopped(), tmp_path, "r", Lines(told.append), pause_s=0.0).follow()
    assert (run.active, run.stopped) == (False, True)
    assert told == ["> curate FAILED after 3 s", "> align stopped after 9 s"]


def test_a_run_that_failed_by_itself_was_not_stopped_whatever_its_note_says():
    assert not RunState("failed", "looked into by anna").stopped
    assert not RunState("success", "Stopped by anna").stopped


def test_a_night_that_nothing_carries_on_is_no_endless_wait(tmp_path):
    follower = Follower(Stopped(), tmp_path, "r", Lines(print), pause_s=0.0, serving=lambda: False)
    with pytest.raises(EnvironmentMissingError, match="has ended under cycle r"):
        follower.follow()


class Serving:
    """Services that all run."""

    AIRFLOW = ("scheduler",)

    def record(self, name: str) -> None:
        return None

    def pid(self, name: str) -> int:
        return 1

    def ended_by(self) -> str:
        return ""

    settings = None


@pytest.mark.parametrize(("failures", "seen"), [(5, True), (6, False)])
def test_a_server_that_answers_late_is_asked_again_five_times(tmp_path, monkeypatch, failures, seen):
    left = [failures]

    class Late(Stopped):
        def run(self, run_id: str) -> RunState:
            left[0] -= 1
            if left[0] >= 0:
                raise EnvironmentMissingError("timed out")
            return RunState("success")

    monkeypatch.setattr("nightschool.embedded.watched.AirflowApi", lambda settings, dag: Late())
    follower = Follower(Late(), tmp_path, "r", Lines(print), pause_s=0.0)
    if seen:
        assert watched(Serving(), follower, print).state == "success"
        return
    with pytest.raises(EnvironmentMissingError, match="timed out"):
        watched(Serving(), follower, print)
