"""Training that is asked to leave saves the step it is in, ends with its code, and goes on to the same end."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from nightschool.learning import train
from nightschool.learning.checkpoints import last_complete
from nightschool.leaving import LEFT, leaves_when_asked
from tests.learning.test_processes import config
from tests.learning.toy import toy_rows
from tests.tiny_model import tiny_model

pytestmark = pytest.mark.integration


def test_it_goes_on_from_the_step_after_the_one_in_which_it_was_asked(tmp_path: Path) -> None:
    """Checkpoints are fifty steps apart, so the one of step 4 was made for leaving."""
    base = tiny_model(tmp_path / "model")
    settings = config(base, 1, "train.checkpoint_steps=50")
    whole = train(settings, toy_rows(), [], tmp_path / "whole", None, base=base)

    def ask(metrics: dict[str, float], step: int) -> None:
        if step == 3 and "train.loss" in metrics:
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(SystemExit) as left, leaves_when_asked():
        train(settings, toy_rows(), [], tmp_path / "left", None, ask, base)
    assert left.value.code == LEFT
    found = last_complete(tmp_path / "left" / "checkpoints")
    assert found is not None
    assert (found[0].name, found[1].stopped_because) == ("checkpoint-4", "")
    seen: list[int] = []
    result = train(settings, toy_rows(), [], tmp_path / "left", None, lambda _, step: seen.append(step), base)
    assert seen[0] == 5
    assert (result.steps, result.tokens, result.rows_seen) == (whole.steps, whole.tokens, whole.rows_seen)
    assert result.final_loss == pytest.approx(whole.final_loss, rel=1e-3)
