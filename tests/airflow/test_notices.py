"""Who is told what: real notifiers of Airflow to real servers on loopback, and silence where nothing is configured."""

import json
from types import SimpleNamespace

import pytest

from nightschool_airflow.notices import channels, late
from nightschool_airflow.notices.message import Message
from nightschool_airflow.notices.night import ApprovalWaits, EndedEarly, tell_night
from nightschool_airflow.notices.words import night_message
from tests.airflow.fleet import free_port
from tests.airflow.receivers import connections, mail_server, text_of, web_server

CHECK = {"name": "frozen above the bar", "observed": "5/30", "wanted": "24/30"}
MESSAGE = Message(
    "night_finished", "Night School: refused,\nBcc: eve@example.org", ("<b>{{ 7 * 7 }}</b>", "x" * 20_000), "http://a/b?c&d",
    {"cycle": "c", "failed_checks": [CHECK]},
)  # fmt: skip


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    for name in (channels.WEBHOOK, channels.MAIL, channels.TO, late.LATE_AFTER):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def told(monkeypatch):
    """Both channels configured; what was posted and mailed."""
    with web_server() as (url, posted), mail_server() as (port, mails):
        for name, value in connections(url, port).items():
            monkeypatch.setenv(name, value)
        yield SimpleNamespace(posted=posted, mails=mails)


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    return tmp_path


def gate(root, outcome="refused", version=None, promoted=False):
    """What the phases of cycle `run` left."""
    folder = root / "var" / "cycles" / "run"
    folder.mkdir(parents=True)
    checks = [{**CHECK, "ok": outcome == "passed"}, {"name": "leakage", "ok": True, "observed": "0", "wanted": "0"}]
    (root / "gate").mkdir()
    (root / "gate" / "decision.json").write_text(json.dumps({"outcome": outcome, "checks": checks}))
    (folder / "gate.json").write_text(json.dumps({"output": "gate"}))
    if version is not None:
        (folder / "register.json").write_text(json.dumps({"metrics": {"version": version}}))
    if promoted:
        (folder / "promote.json").write_text("{}")


@pytest.mark.integration
def test_a_webhook_and_mail_get_the_same_words_and_nothing_in_them_is_rendered(told):
    assert len(channels.send(MESSAGE)) == 2
    ((path, kind, posted),) = told.posted
    assert (path, kind) == ("/hooks/night", "application/json")
    assert posted["event"] == "night_finished"
    assert posted["text"].startswith("Night School: refused, Bcc: eve@example.org\n\n<b>{{ 7 * 7 }}</b>\nxxx")
    assert posted["failed_checks"] == [CHECK]
    ((to, mail),) = told.mails
    assert sorted(to) == ["ada@example.org", "grace@example.org"], "a line break in a title is no header"
    assert (mail["From"], mail["Subject"]) == ("school@example.org", "Night School: refused, Bcc: eve@example.org")
    html = text_of(mail)
    assert "&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt;" in html
    assert '<a href="http://a/b?c&amp;d">' in html
    assert "x" * 10_001 not in html + posted["text"], "cut"


@pytest.mark.integration
def test_a_channel_that_fails_is_said_and_stops_no_other(told, monkeypatch, caplog):
    monkeypatch.setenv(
        "AIRFLOW_CONN_HOOK", json.dumps({"conn_type": "http", "host": f"http://127.0.0.1:{free_port()}"})
    )
    assert channels.send(MESSAGE) == ["mail (connection 'post')"]
    assert "Nobody was told by webhook (connection 'hook')" in caplog.text
    assert len(told.mails) == 1


@pytest.mark.integration
def test_a_webhook_that_refuses_and_a_connection_that_is_missing_are_said(monkeypatch, caplog):
    with web_server(answer=500) as (url, posted):
        for name, value in connections(url, free_port()).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv(channels.MAIL, "no_such_connection")
        assert channels.send(MESSAGE) == []
    assert len(posted) == 1
    assert "Nobody was told by webhook" in caplog.text
    assert "Nobody was told by mail (connection 'no_such_connection')" in caplog.text


@pytest.mark.integration
def test_mail_to_nobody_names_the_setting(told, monkeypatch, caplog):
    monkeypatch.delenv(channels.TO)
    assert channels.send(MESSAGE) == ["webhook (connection 'hook')"]
    assert "NIGHTSCHOOL_NOTIFY_TO nobody" in caplog.text


def test_without_connections_nothing_is_sent_and_nothing_is_added_to_dags(caplog):
    from nightschool_airflow import notices

    caplog.set_level("INFO")
    assert (channels.configured(), channels.send(MESSAGE)) == (False, [])
    assert "Nobody is told: neither NIGHTSCHOOL_NOTIFY_WEBHOOK nor NIGHTSCHOOL_NOTIFY_MAIL" in caplog.text
    assert (notices.deadline(), notices.approval_notifiers(), notices.run_notifiers()) == (None, [], [])


def test_a_refused_night_is_told_with_every_failed_check_its_values_and_its_page(root, monkeypatch):
    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "http://127.0.0.1:8080/air/")
    gate(root)
    message = night_message("run", [])
    assert (message.event, message.subject) == ("night_finished", "Night School: refused, run")
    assert "- frozen above the bar: 5/30 (wanted: 24/30)" in message.text
    assert "leakage" not in message.text
    assert message.text.endswith("\nhttp://127.0.0.1:8080/air/nightschool/nights/run")
    assert json.loads(message.json)["failed_checks"] == [CHECK]


def test_without_airflows_address_there_is_no_link(root, monkeypatch):
    monkeypatch.delenv("AIRFLOW__API__BASE_URL", raising=False)
    gate(root)
    assert night_message("run", []).url == ""


@pytest.mark.parametrize(
    ("promoted", "said"),
    [(False, "version 3; nightschool promote 3 --reason ... makes it champion"), (True, "version 3; champion now")],
)
def test_a_passed_night_names_its_version_and_what_is_next(root, promoted, said):
    gate(root, "passed", 3.0, promoted)
    message = night_message("run", [])
    assert said in message.text
    assert message.facts["version"] == 3


def test_a_failed_night_names_its_red_tasks(root):
    message = night_message("run", ["learn.align"])
    assert message.event == "night_failed"
    assert "Failed: learn.align." in message.text
    assert "Clear the failed tasks" in message.text
    assert message.facts["failed_tasks"] == ["learn.align"]


def test_a_damaged_store_and_an_unreachable_airflow_are_said_and_fail_nothing(root, monkeypatch, caplog):
    gate(root)
    (root / "gate" / "decision.json").write_text("{")
    ti = SimpleNamespace(dag_id="d", run_id="run", get_task_states=lambda **_: {})
    assert tell_night(ti) == []
    assert tell_night(SimpleNamespace(dag_id="d", run_id="run")) == []
    assert caplog.text.count("Nobody was told of night run") == 2


def test_an_approval_that_cannot_be_told_still_waits(caplog):
    ApprovalWaits()({"task": None, "task_instance": None})
    assert "Nobody was told: AttributeError" in caplog.text


@pytest.mark.integration
@pytest.mark.parametrize(("reason", "told_of"), [("timed_out", 1), ("all_tasks_deadlocked", 1), ("task_failure", 0)])
def test_a_run_that_airflow_ended_is_told_of_and_one_whose_tasks_failed_is_not_told_twice(told, root, reason, told_of):
    EndedEarly()({"run_id": "run", "reason": reason})
    assert len(told.posted) == told_of
    if reason == "timed_out":
        assert "it ran longer than a night may" in told.posted[0][2]["text"]


@pytest.mark.integration
@pytest.mark.parametrize(("state", "told_of"), [("running", 1), ("queued", 1), ("failed", 0), ("success", 0)])
def test_a_late_night_is_told_of_unless_it_has_ended(told, root, state, told_of):
    gate(root)
    late.tell_late({"dag_run": {"dag_run_id": "run", "state": state}}, hours=2.5)
    assert len(told.posted) == told_of
    if told_of:
        assert told.posted[0][2]["event"] == "night_late"
        assert f"It was queued 2.5 hours ago and is {state}.\nLast finished: gate." in told.posted[0][2]["text"]


@pytest.mark.parametrize(("said", "hours"), [(None, 4.0), ("2.5", 2.5), ("0", 0.0), ("", 0.0)])
def test_hours_until_a_night_is_late(monkeypatch, said, hours):
    monkeypatch.setenv(channels.WEBHOOK, "hook")
    if said is not None:
        monkeypatch.setenv(late.LATE_AFTER, said)
    found = late.deadline()
    assert (found.interval.total_seconds() / 3600 if found else 0.0) == hours
    if found:
        assert (found.callback.path, found.callback.kwargs) == (
            "nightschool_airflow.notices.late.tell_late",
            {"hours": hours},
        )


@pytest.mark.parametrize("said", ["soon", "-1", "nan", "inf"])
def test_what_is_no_number_of_hours_is_refused(monkeypatch, said):
    monkeypatch.setenv(late.LATE_AFTER, said)
    with pytest.raises(ValueError, match="NIGHTSCHOOL_LATE_AFTER is"):
        late.deadline()


def test_there_is_no_deadline_under_an_executor_that_runs_no_callbacks(monkeypatch):
    monkeypatch.setenv(channels.WEBHOOK, "hook")
    monkeypatch.setenv("AIRFLOW__CORE__EXECUTOR", "CeleryExecutor,KubernetesExecutor")
    assert late.deadline() is None
