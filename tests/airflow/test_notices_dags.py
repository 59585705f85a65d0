"""The DAGs as they are, by Airflow's `dag.test()`, notifiers configured: what people are told, what assets say."""

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool_airflow.notices import tell_night
from tests.airflow.conftest import ROOT, STAND_IN
from tests.airflow.fleet import free_port
from tests.airflow.receivers import connections, mail_server, text_of, web_server
from tests.airflow.test_release_dags import run as run_with_answer

pytestmark = pytest.mark.integration
RELEASE = Path(__file__).with_name("release_stand_in.py")


@pytest.fixture
def school(airflow_home, tmp_path, monkeypatch):
    """DAGs parsed with both channels configured, in a project folder of their own; no task is tried twice.

    Without a deadline: `dag.test()` of Airflow 3.3.2 ends with an AttributeError where a DAG has one.
    """
    from airflow.dag_processing.dagbag import DagBag

    shutil.copytree(ROOT / "conf", tmp_path / "conf")
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {STAND_IN} {tmp_path}")
    monkeypatch.setenv("NIGHTSCHOOL_LATE_AFTER", "0")
    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "http://127.0.0.1:8080")
    with web_server() as (url, posted), mail_server() as (port, mails):
        for name, value in connections(url, port).items():
            monkeypatch.setenv(name, value)
        bag = DagBag(str(ROOT / "dags"))
        assert bag.import_errors == {}
        for task in bag.dags["nightly_cycle"].tasks:
            monkeypatch.setattr(task, "retries", 0)
        yield SimpleNamespace(dags=bag.dags, posted=posted, mails=mails, folder=tmp_path)


def events(name):
    """Extras of the asset's events, the latest last, with the task that updated it."""
    from airflow.models.asset import AssetEvent, AssetModel
    from airflow.utils.session import create_session

    with create_session() as session:
        found = session.query(AssetEvent).join(AssetModel, AssetModel.id == AssetEvent.asset_id)
        found = found.filter(AssetModel.name == name).order_by(AssetEvent.id).all()
        return [(one.source_dag_id, one.source_task_id, dict(one.extra)) for one in found]


def night(school, auto_promote=False, **plans):
    for phase, plan in plans.items():
        (school.folder / f"{phase}.plan").write_text(plan)
    result = school.dags["nightly_cycle"].test(
        run_conf={"phases": ["align"], "auto_promote": auto_promote}, use_executor=False
    )
    return result.run_id, str(result.state), {t.task_id: str(t.state) for t in result.get_task_instances()}


def test_a_refused_night_is_told_with_values_and_its_page_and_names_corpus_and_candidate(school):
    run_id, state, tasks = night(school, gate="outcome refused")
    assert (state, tasks["notify"], tasks["fail_the_night"]) == ("success", "success", "skipped")
    ((_, _, posted),) = school.posted
    assert (posted["event"], posted["verdict"], posted["failed_tasks"]) == ("night_finished", "refused", [])
    assert "- above the bar: 3/30 (wanted: above 76.7%)" in posted["text"]
    assert posted["url"].startswith("http://127.0.0.1:8080/nightschool/nights/manual__")
    assert "above the bar: 3/30" in text_of(school.mails[0][1])
    corpus, candidate = events("nightschool://corpus")[-1], events("nightschool://candidate")[-1]
    assert corpus[:2] == ("nightly_cycle", "prepare.validate_corpus")
    assert {"cycle": run_id, "digest": "c0"}.items() <= corpus[2].items()
    assert candidate[:2] == ("nightly_cycle", "learn.examine")
    assert {"cycle": run_id, "digest": "a0", "policy": "p0"}.items() <= candidate[2].items()


def test_a_night_that_promotes_names_the_champion_though_channels_are_dead_and_notify_dies_of_it(school, monkeypatch):
    monkeypatch.setenv(
        "AIRFLOW_CONN_HOOK", json.dumps({"conn_type": "http", "host": f"http://127.0.0.1:{free_port()}"})
    )
    monkeypatch.setenv("NIGHTSCHOOL_NOTIFY_MAIL", "no_such_connection")
    notify = school.dags["nightly_cycle"].get_task("notify")
    monkeypatch.setattr(notify, "python_callable", lambda ti=None: 1 / len(tell_night(ti)))
    before = len(events("nightschool://champion"))
    run_id, state, tasks = night(school, auto_promote=True, gate="outcome passed")
    assert (state, tasks["notify"], school.posted, school.mails) == ("success", "failed", [], [])
    (champion,) = events("nightschool://champion")[before:]
    assert champion[:2] == ("nightly_cycle", "promote")
    assert {"cycle": run_id, "version": 7, "digest": "a0", "policy": "p0"}.items() <= champion[2].items()


def test_a_failed_night_is_told_and_stays_red_and_names_no_candidate(school):
    before = len(events("nightschool://candidate"))
    _, state, tasks = night(school, align="exit 1")
    assert (state, tasks["notify"], tasks["publish"]) == ("failed", "success", "success")
    ((_, _, posted),) = school.posted
    assert (posted["event"], posted["failed_tasks"]) == ("night_failed", ["learn.align"])
    assert len(events("nightschool://candidate")) == before


def test_who_waits_for_an_approval_is_told_where_and_the_champion_is_named_after_it(school, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {RELEASE} {school.folder}")
    before = len(events("nightschool://champion"))
    state, _, _ = run_with_answer(school.dags["promote"], {"version": 7, "reason": "{{ 7 * 7 }} better"}, "Approve")
    assert state == "success"
    ((_, _, posted),) = school.posted
    assert posted["event"] == "approval_waits"
    assert "Make version 7 champion? Reason given: {{ 7 * 7 }} better" in posted["text"]
    assert "| shadow | 120/200 | 100/200 |" in posted["text"]
    assert posted["url"].startswith("http://127.0.0.1:8080/dags/promote/runs/manual__")
    assert posted["url"].endswith("/tasks/approve/required_actions")
    assert events("nightschool://champion")[before:] == [
        ("promote", "promote", {"version": 7, "digest": "a0", "policy": "p0"})
    ]


def test_the_watch_names_a_champion_that_is_news_and_once(school, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"{sys.executable} {RELEASE} {school.folder}")
    before = len(events("nightschool://champion"))
    watch = school.dags["watch_registry"]
    for version, named in (("8", 1), ("8", 1), (None, 2), (None, 2)):
        (school.folder / "champion").write_text(json.dumps({"version": version, "digest": version, "policy": version}))
        assert str(watch.test(use_executor=False).state) == "success"
        assert len(events("nightschool://champion")) - before == named
    assert [extra["version"] for _, _, extra in events("nightschool://champion")[before:]] == [8, None]
