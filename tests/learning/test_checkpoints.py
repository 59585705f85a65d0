"""A checkpoint is complete or it is ignored, and a finished folder is recognised."""

import signal
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config import TrainConfig
from nightschool.learning.callbacks import OVERTIME, Night, Watch
from nightschool.learning.checkpoints import Progress, last_complete, mark_complete
from nightschool.learning.preference_watch import Limits, PreferenceWatch
from nightschool.leaving import LEFT, leaves_when_asked, saving


def test_the_newest_complete_checkpoint_is_found_by_step_not_by_name(tmp_path: Path) -> None:
    for step in (50, 100):
        (tmp_path / f"checkpoint-{step}").mkdir()
        mark_complete(tmp_path / f"checkpoint-{step}", Progress(step=step, seconds=step / 2))
    found = last_complete(tmp_path)
    assert found is not None
    assert found[0].name == "checkpoint-100"
    assert found[1].seconds == 50.0


def test_half_written_checkpoints_are_removed(tmp_path: Path) -> None:
    for step, text in ((50, '{"step": 50}'), (100, None), (150, '{"step": 15')):
        folder = tmp_path / f"checkpoint-{step}"
        folder.mkdir()
        (folder / "optimizer.pt").write_bytes(b"x")
        if text:
            (folder / "progress.json").write_text(text)
    found = last_complete(tmp_path)
    assert found is not None
    assert found[1].step == 50
    assert [p.name for p in tmp_path.iterdir()] == ["checkpoint-50"]


def test_no_checkpoint_is_no_checkpoint(tmp_path: Path) -> None:
    assert last_complete(tmp_path / "nothing") is None


def night(progress: Progress, steps: int = 100) -> Night:
    config = TrainConfig(patience=2, max_minutes=1.0)
    return Night(Watch(config, lambda m, s: None, [], 0, Path("best"), steps), progress)


def test_training_stops_after_patience_looks_without_a_better_dev_loss() -> None:
    assert night(Progress(best_loss=0.5, worse_looks=1))._reason_to_stop() == ""
    assert "no better for 2 looks" in night(Progress(best_loss=0.5, worse_looks=2))._reason_to_stop()


def test_training_stops_when_the_machine_is_much_slower_than_planned() -> None:
    # One minute was planned; half as much again is allowed.
    assert night(Progress(seconds=OVERTIME * 60 - 1))._reason_to_stop() == ""
    assert "planned were 1" in night(Progress(seconds=OVERTIME * 60 + 1))._reason_to_stop()


@pytest.mark.parametrize("make", [night, lambda progress: PreferenceWatch(Limits(60.0, 0.1, 0.1), progress, print)])
def test_whoever_is_asked_to_leave_saves_this_step_and_leaves_only_then(
    make: Callable[[Progress], Night], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nightschool.learning.callbacks._as_the_first_says", lambda reason: reason)
    watch = make(Progress())
    state = SimpleNamespace(global_step=3, max_steps=48, is_world_process_zero=True)
    arguments, control = SimpleNamespace(output_dir=str(tmp_path)), SimpleNamespace(should_save=False)
    (tmp_path / "checkpoint-3").mkdir()

    def trained() -> None:
        with leaves_when_asked(30.0), saving():
            watch.on_train_begin(arguments, state, control)
            watch.on_step_end(arguments, state, control)
            assert not control.should_save
            signal.raise_signal(signal.SIGTERM)
            watch.on_step_end(arguments, state, control)
            assert control.should_save
            watch.on_save(arguments, state, control)

    with pytest.raises(SystemExit) as left:
        trained()
    assert left.value.code == LEFT
    found = last_complete(tmp_path)
    assert found is not None
    assert (found[1].step, found[1].stopped_because) == (3, "")  # it did not stop: it goes on


@pytest.mark.parametrize("watch", [night(Progress()), PreferenceWatch(Limits(60.0, 0.1, 0.1), Progress(), print)])
@pytest.mark.parametrize(
    ("step", "first", "said"),
    [
        (12, True, "Training goes on from step 12 of 48.\n"),
        (12, False, ""),  # the first of several processes has said it
        (0, True, ""),  # a fresh start
    ],
)
def test_training_that_goes_on_says_from_which_step(
    watch: Night, step: int, first: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    watch.on_train_begin(None, SimpleNamespace(global_step=step, max_steps=48, is_world_process_zero=first), None)
    assert capsys.readouterr().out == said
