"""Publishing: the report follows the code that writes it; what killed cycles left in MLflow is put right."""

import os
from dataclasses import replace
from types import SimpleNamespace

import pytest

from nightschool.config import Config, GateConfig
from nightschool.errors import UsageError
from nightschool.files import write_json
from nightschool.phases import Context, recipes_examine, recipes_publish, recipes_release, run_phase
from nightschool.tracking import CycleRuns
from nightschool.types import PhaseResult
from tests.stores import migrated


@pytest.mark.parametrize(("phase", "recipes"), [("publish", recipes_publish), ("gate", recipes_release)])
def test_changed_code_reports_and_decides_anew(tmp_path, monkeypatch, phase, recipes):
    context = Context(Config(root=tmp_path), "night")
    for name in ("validate_corpus", "baseline", "examine"):
        context.record(PhaseResult(name, f"key-{name}", str(tmp_path)))
    inputs = getattr(recipes, f"{phase}_inputs")
    before = inputs(context)
    assert inputs(context) == before
    monkeypatch.setattr(recipes, "code_digest", lambda *packages: "mended")
    assert inputs(context) != before


def test_another_margin_asks_anew_whether_frozen_is_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(recipes_examine, "policy_inputs", lambda context: {})
    monkeypatch.setattr(recipes_examine, "candidate", lambda context: SimpleNamespace(digest="a"))
    context = Context(Config(root=tmp_path), "night")
    context.record(PhaseResult("baseline", "key", str(tmp_path)))
    stricter = replace(context, config=Config(root=tmp_path, gate=GateConfig(slice_margin=0.1)))
    assert recipes_examine.examine_inputs(context) != recipes_examine.examine_inputs(stricter)


def test_a_report_is_told_which_setting_ended_training_where_the_clock_did(tmp_path):
    """As training leaves it: `time` and `... minutes passed ...` are the clock; a dev loss that stays is not."""
    reasons = {"align": "time", "rehearse": "dev loss no better for 3 looks (best 1.0000)",
               "prefer": "4.1 minutes passed, planned were 3"}  # fmt: skip
    for phase, reason in reasons.items():
        write_json(tmp_path / phase / "train.json", {"stopped_because": reason})
    config = Config(root=tmp_path)
    folders = {phase: tmp_path / phase for phase in reasons}
    limits = {"align": "train.max_minutes=6", "prefer": "prefer.train_minutes=3"}
    assert recipes_publish.stopped_at(config, folders) == limits
    assert recipes_publish.stopped_at(config, {"align": tmp_path / "nothing to learn from"}) == {}


@pytest.mark.integration
def test_the_next_report_ends_what_a_killed_cycle_of_this_project_left_running(tmp_path, capsys):
    migrated(tmp_path)
    config = Config(root=tmp_path)
    killed, theirs = CycleRuns(config, "scheduled__2026-11-22T02:00:00+00:00"), CycleRuns(config, "another-machine")
    (config.var / "cycles" / "scheduled__2026-11-22T02_00_00_00_00").mkdir(parents=True)
    tonight, folder = Context(config, "tonight"), tmp_path / "publish"
    vars(tonight)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    folder.mkdir()
    assert recipes_publish.publish(tonight, folder).outcome == "incomplete"
    states = [killed.client.get_run(run.run_id).info.status for run in (killed, theirs, tonight.runs)]
    assert states == ["KILLED", "RUNNING", "FINISHED"]
    assert f"Cycle {killed.cycle} was killed" in capsys.readouterr().out


@pytest.mark.integration
def test_a_report_by_hand_ends_nothing_of_a_cycle_that_may_be_at_work(tmp_path):
    migrated(tmp_path)
    config, folder = Config(root=tmp_path), tmp_path / "publish"
    active = CycleRuns(config, "active")
    (config.var / "cycles" / "active").mkdir(parents=True)
    again = Context(config, "again", by_hand=True)
    vars(again)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    folder.mkdir()
    assert recipes_publish.publish(again, folder).outcome == "incomplete"
    assert active.client.get_run(active.run_id).info.status == "RUNNING"


@pytest.mark.parametrize("phase", ["gate", "register", "promote", "publish"])
def test_a_mistyped_cycle_is_told_with_those_there_are_and_leaves_nothing(tmp_path, phase):
    config = Config(root=tmp_path)
    for number, name in enumerate(("older", "newer")):
        Context(config, name).record(PhaseResult("certify", "k", str(tmp_path)))
        os.utime(config.var / "cycles" / name, (number, number))
    with pytest.raises(UsageError, match=r"'NOPE' has no results in .*; the latest are newer, older"):
        run_phase(phase, Context(config, "NOPE", by_hand=True))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["certify.json"] * 2 + [
        "cycles",
        "newer",
        "older",
        "var",
    ]
