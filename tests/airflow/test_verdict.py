"""The verdict where people look: a note on the run, links from its tasks."""

import shutil
from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.files import write_json
from tests.airflow.conftest import ROOT
from tests.nights.making import decide, make_night, output, record

RUN = "scheduled__2026-11-22T02:00:00+00:00"
MEASURED = {("policy", "dev"): "pf"}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    shutil.copytree(ROOT / "conf", tmp_path / "conf")
    return tmp_path


def run(note=None, dag="nightly_cycle"):
    return SimpleNamespace(dag_id=dag, run_id=RUN, note=note)


def test_a_refusal_stands_in_the_runs_note(root):
    from nightschool_airflow.notes import leave_note

    make_night(Config(root=root), RUN, MEASURED)
    leave_note(noted := run())
    assert noted.note == "**refused**: frozen above the bar: 5/30"
    leave_note(noted)
    assert noted.note == "**refused**: frozen above the bar: 5/30", "told once"


def test_a_registered_version_stands_there_too_and_a_persons_note_stays(root):
    from nightschool_airflow.notes import leave_note

    context, _ = make_night(Config(root=root), RUN, MEASURED, "passed", ())
    record(context, "register", {"version": 3.0}, 1.0)
    leave_note(noted := run("mine"))
    assert noted.note == "**passed**: registered as version 3\n\nmine"


@pytest.mark.parametrize("dag", ["nightly_cycle", "other"])
def test_without_a_verdict_or_for_another_dag_there_is_no_note(root, dag):
    from nightschool_airflow.notes import leave_note

    if dag == "other":
        make_night(Config(root=root), RUN, MEASURED)
    leave_note(noted := run(dag=dag))
    assert noted.note is None


@pytest.mark.parametrize("note", [None, "mine\nand **bold**: stays", "**todo**: look again"])
@pytest.mark.parametrize("before", ["refused", "not_enough_evidence"])
def test_after_a_cleared_run_passes_its_old_verdict_is_gone(root, note, before):
    from nightschool_airflow.notes import leave_note

    context, _ = make_night(Config(root=root), RUN, MEASURED, before)
    leave_note(noted := run(note))
    assert noted.note.startswith(f"**{before.replace('_', ' ')}**: frozen")
    decide(context, "gate", "passed")
    record(context, "register", {"version": 3.0}, 1.0)
    leave_note(noted)
    assert noted.note == "\n\n".join(filter(None, ("**passed**: registered as version 3", note)))
    leave_note(noted)
    assert noted.note.count("**passed**") == 1


@pytest.mark.parametrize("written", [500, 940, 990, 1000])
def test_nothing_is_cut_of_what_a_person_wrote(root, written):
    """Airflow keeps 1,000 characters; the verdict, 900 of them here, gets what is left, or no line below 40."""
    from nightschool_airflow.notes import leave_note

    make_night(Config(root=root), RUN, MEASURED, failed=("x" * 2_000,))
    leave_note(noted := run("m" * written))
    assert noted.note.endswith("m" * written)
    assert len(noted.note) == (1_000 if written < 950 else written)
    before = noted.note
    leave_note(noted)
    assert noted.note == before, "told once, whatever its length"


def test_a_verdict_below_what_a_person_wrote_is_replaced_too(root):
    from nightschool_airflow.notes import leave_note

    make_night(Config(root=root), RUN, MEASURED, failed=("frozen above\nthe bar",))
    leave_note(noted := run("mine\n\n**passed**: registered as version 2\n\nand more"))
    assert noted.note == "**refused**: frozen above the bar: 5/30\n\nmine\n\nand more"


def test_a_verdict_is_known_again_whatever_the_gate_decides():
    from nightschool.decisions import NOT_ENOUGH_EVIDENCE, PASSED, REFUSED
    from nightschool_airflow.notes import OUTCOMES

    assert set(OUTCOMES) == {word.replace("_", " ") for word in (PASSED, REFUSED, NOT_ENOUGH_EVIDENCE)}


@pytest.mark.parametrize("left", ["{", "[]", '{"checks": 3, "outcome": "passed"}', "\x00"])
def test_a_damaged_store_stops_no_scheduler(root, caplog, left):
    from nightschool_airflow.notes import leave_note

    context, _ = make_night(Config(root=root), RUN, MEASURED)
    (output(context, "gate") / "decision.json").write_text(left)
    leave_note(noted := run())
    assert noted.note is None
    assert "No note on run" in caplog.text


@pytest.mark.integration
def test_airflow_saves_the_note_when_a_run_ends(root, airflow_home):
    from datetime import UTC, datetime

    from airflow.listeners.listener import get_listener_manager
    from airflow.models.dagrun import DagRun
    from airflow.utils.session import create_session
    from airflow.utils.state import DagRunState
    from airflow.utils.types import DagRunType

    make_night(Config(root=root), RUN, MEASURED)
    assert get_listener_manager().has_listeners
    with create_session() as session:
        ended = DagRun("nightly_cycle", RUN, run_type=DagRunType.SCHEDULED, logical_date=datetime.now(UTC))
        ended.run_after = datetime.now(UTC)
        session.add(ended)
        ended.set_state(DagRunState.SUCCESS)
        ended.notify_dagrun_state_changed(msg="success")
    with create_session() as session:
        saved = session.query(DagRun).filter_by(run_id=RUN).one()
        assert saved.note == "**refused**: frozen above the bar: 5/30"
        session.delete(saved)


def links(phase):
    from nightschool_airflow import PhaseOperator

    task = PhaseOperator(task_id=phase, phase=phase)
    return {
        link.name: link.get_link(task, ti_key=SimpleNamespace(dag_id="nightly_cycle", run_id=RUN))
        for link in task.operator_extra_links
    }


def test_a_phase_leads_to_its_mlflow_run_its_data_docs_and_the_night(root, monkeypatch):
    context, _ = make_night(Config(root=root), RUN, MEASURED)
    monkeypatch.setenv("NIGHTSCHOOL_MLFLOW_URL", "http://127.0.0.1:5000/")
    docs = output(context, "examine") / "docs" / "index.html"
    docs.parent.mkdir()
    docs.write_text("docs")
    write_json(context.folder / "pins.json", {"mlflow": {"experiment": "1", "run": "all"}, "mlflow.examine": "one"})
    name = "scheduled__2026-11-22T02_00_00_00_00"
    assert links("examine") == {
        "Night School": f"/nightschool/nights/{name}",
        "MLflow run": "http://127.0.0.1:5000/#/experiments/1/runs/one",
        "Data Docs": f"/nightschool/docs/{name}/examine/index.html",
    }
    assert links("gate")["MLflow run"].endswith("/runs/all"), "the night's own, where the phase has none"
    assert links("gate")["Data Docs"] == ""


@pytest.mark.parametrize("pins", [{"run": "all"}, {}, {"experiment": "1"}])
def test_a_run_that_is_known_in_part_has_no_link(root, monkeypatch, pins):
    context, _ = make_night(Config(root=root), RUN, MEASURED)
    monkeypatch.setenv("NIGHTSCHOOL_MLFLOW_URL", "http://127.0.0.1:5000")
    write_json(context.folder / "pins.json", {"mlflow": pins})
    assert links("examine")["MLflow run"] == ""


def test_without_an_address_of_mlflow_there_is_no_link_to_it(root, monkeypatch):
    monkeypatch.delenv("NIGHTSCHOOL_MLFLOW_URL", raising=False)
    assert links("examine")["MLflow run"] == ""


@pytest.mark.integration
def test_airflows_page_knows_the_links(cycle_dag):
    from airflow.serialization.serialized_objects import DagSerialization

    serialized = DagSerialization.to_dict(cycle_dag)
    tasks = {task["__var"]["task_id"]: task["__var"] for task in serialized["dag"]["tasks"]}
    assert set(tasks["learn.examine"]["_operator_extra_links"]) == {"Night School", "MLflow run", "Data Docs"}
