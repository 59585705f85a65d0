"""Promote, rollback and watch as DAGs: a person answers, and only then anything is changed."""

import json
import sys
import threading
from pathlib import Path

import pytest

from tests.airflow.conftest import ROOT

STAND_IN = Path(__file__).with_name("release_stand_in.py")


@pytest.fixture(scope="module")
def dags(airflow_home):
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(str(ROOT / "dags"))
    assert bag.import_errors == {}
    return bag.dags


@pytest.fixture
def asked(tmp_path, monkeypatch):
    """The command lines that tasks ran, without the program and its config."""
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {tmp_path}")

    def lines():
        path = tmp_path / "asked.jsonl"
        found = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
        return [[word for word in line if not word.startswith("--result=")] for line in found]

    lines.folder = tmp_path
    return lines


def respond(dag_id, option, seen, over):
    """Answer the waiting approval as Airflow's API does for the user `ada`, and note what she was shown.

    Until the run is over: `dag.test()` may write `awaiting_input` once more over the first answer.
    """
    from airflow.models.hitl import HITLDetail
    from airflow.models.taskinstance import TaskInstance
    from airflow.models.trigger import handle_event_submit
    from airflow.sdk import timezone
    from airflow.triggers.base import TriggerEvent
    from airflow.utils.session import create_session

    while not over.wait(0.5):
        with create_session() as session:
            waiting = session.query(TaskInstance).filter_by(dag_id=dag_id, state="awaiting_input").first()
            detail = session.get(HITLDetail, waiting.id) if waiting else None
            if detail is None:
                continue
            seen |= {"subject": detail.subject, "body": detail.body}
            detail.responded_by = {"id": "ada", "name": "ada"}
            detail.responded_at, detail.chosen_options = timezone.utcnow(), [option]
            handle_event_submit(TriggerEvent(detail.as_resume_event_payload()), task_instance=waiting, session=session)


def run(dag, conf, option):
    """Run the DAG with that answer; returns its state, the state of each task, and what the person saw."""
    seen, over = {}, threading.Event()
    person = threading.Thread(target=respond, args=(dag.dag_id, option, seen, over), daemon=True)
    person.start()
    try:
        result = dag.test(run_conf=conf, use_executor=False)
    finally:
        over.set()
        person.join()
    return str(result.state), {t.task_id: str(t.state) for t in result.get_task_instances()}, seen


CONFIG = ["--config", "conf/default.yaml"]


@pytest.mark.parametrize("name", ["promote", "rollback"])
def test_nothing_is_changed_but_after_the_evidence_and_a_person(dags, name):
    dag = dags[name]
    assert dag.get_task(name).upstream_task_ids == {"approve"}
    assert dag.get_task("approve").upstream_task_ids == {"show_evidence"}
    assert dag.get_task("approve").task_type == "ApprovalOperator"
    assert dag.get_task("approve").defaults == ["Reject"]


@pytest.mark.parametrize("name", ["promote", "rollback", "watch_registry", "housekeeping"])
def test_the_manual_is_shown_and_every_parameter_explains_itself(dags, name):
    dag = dags[name]
    assert "`nightschool" in dag.doc_md
    assert (dag.max_active_runs, dag.catchup) == (1, False)
    for param in map(dag.params.get_param, dag.params):
        assert param.description
        assert {"title", "type"} <= param.schema.keys()


def test_the_registry_is_watched_unless_the_schedule_is_off(dags):
    assert dags["watch_registry"].schedule == "*/10 * * * *"
    assert dags["promote"].schedule is dags["rollback"].schedule is None


@pytest.mark.integration
def test_an_approved_promotion_runs_against_the_champion_that_was_shown(dags, asked):
    reason = "--who=eve; touch /tmp/owned {{ ds }}"
    state, tasks, seen = run(dags["promote"], {"version": 7, "reason": reason}, "Approve")
    assert (state, tasks["promote"]) == ("success", "success")
    assert "| shadow | 120/200 | 100/200 |" in seen["body"]
    assert reason in seen["subject"]
    assert asked() == [
        ["evidence", "7", *CONFIG],
        ["promote", "7", f"--reason={reason}", "--who=ada", "--expect=5", *CONFIG],
    ]


@pytest.mark.integration
def test_a_rejected_promotion_is_a_green_run_that_changes_nothing(dags, asked):
    state, tasks, _ = run(dags["promote"], {"version": 7, "reason": "x"}, "Reject")
    assert (state, tasks["approve"], tasks["promote"]) == ("success", "success", "skipped")
    assert [line[0] for line in asked()] == ["evidence"]


@pytest.mark.integration
def test_a_rollback_without_a_version_goes_where_the_evidence_said(dags, asked):
    state, _, _ = run(dags["rollback"], {"reason": "worse"}, "Approve")
    assert state == "success"
    assert asked() == [
        ["evidence", *CONFIG],
        ["rollback", "--version=7", "--reason=worse", "--who=ada", "--expect=5", *CONFIG],
    ]


@pytest.mark.integration
def test_nobody_is_asked_about_a_version_without_evidence(dags, asked):
    (asked.folder / "refuse").touch()
    state = dags["promote"].test(run_conf={"version": 7, "reason": "x"}, use_executor=False).state
    assert str(state) == "failed"
    assert [line[0] for line in asked()] == ["evidence"]
