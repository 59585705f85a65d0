"""The candidate is the adapter of the last learning phase that ran on tonight's line and was kept."""

from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.phases import Context
from nightschool.phases.kept import candidate, last_supervised
from nightschool.phases.learnt import not_run
from nightschool.types import PhaseResult

ALL = ("align", "rehearse", "prefer")


def night(tmp_path: Path, phases: tuple[str, ...] = ALL, **outcomes: tuple[str, str, str]) -> Context:
    """A cycle whose phases ended with (outcome, adapter, adapter it started from)."""
    context = Context(Config(root=tmp_path, phases=phases), "night")
    for phase, (outcome, adapter, start) in outcomes.items():
        digests = {"adapter": adapter, "start": start}
        context.record(PhaseResult(phase, f"key-{phase}", str(tmp_path / phase), {}, digests, outcome))
    return context


ALIGNED = ("gained", "a", "")


def test_the_last_kept_phase_is_the_candidate(tmp_path: Path) -> None:
    context = night(tmp_path, align=ALIGNED, rehearse=("kept", "r", "a"), prefer=("kept", "p", "r"))
    assert (candidate(context).phase, candidate(context).digest) == ("prefer", "p")
    assert candidate(context).adapter == tmp_path / "prefer" / "adapter"
    assert candidate(context, "prefer").digest == "r"
    assert candidate(context, "rehearse").digest == "a"


def test_a_phase_that_was_not_kept_leaves_the_earlier_adapter(tmp_path: Path) -> None:
    context = night(tmp_path, align=ALIGNED, rehearse=("not_kept", "r", "a"), prefer=("kept", "p", "a"))
    assert candidate(context).digest == "p"
    assert candidate(context, "prefer").digest == "a"
    worse = night(tmp_path / "2", align=ALIGNED, rehearse=("kept", "r", "a"), prefer=("not_kept", "p", "r"))
    assert candidate(worse).report == tmp_path / "2" / "rehearse" / "policy-dev.json"
    assert candidate(worse).asked_once == tmp_path / "2" / "rehearse" / "candidate-dev.json"


def test_a_skipped_phase_is_not_asked_and_a_leftover_of_another_candidate_does_not_count(tmp_path: Path) -> None:
    context = night(tmp_path, align=ALIGNED, prefer=("kept", "p", "a"))
    assert candidate(context).digest == "p"
    leftover = night(tmp_path / "2", align=("gained", "b", ""), rehearse=("kept", "r", "a"))
    assert candidate(leftover).digest == "b"
    assert last_supervised(leftover).phase == "align"
    unasked = night(tmp_path / "3", ("align",), align=ALIGNED, rehearse=("kept", "r", "a"))
    assert candidate(unasked).digest == "a"


def test_the_last_supervised_phase_counts_kept_or_not(tmp_path: Path) -> None:
    context = night(tmp_path, align=ALIGNED, rehearse=("not_kept", "r", "a"), prefer=("kept", "p", "a"))
    assert last_supervised(context).phase == "rehearse"


def test_a_phase_with_nothing_to_learn_from_hands_its_start_on(tmp_path: Path) -> None:
    context = night(tmp_path, align=ALIGNED)
    outcome = not_run("rehearse", candidate(context), "no rows")
    context.record(PhaseResult("rehearse", "k", "", {}, outcome.digests, outcome.outcome))
    assert candidate(context).digest == "a"
    assert last_supervised(context).phase == "align"  # whose dev report the plateau is decided from


def test_without_align_there_is_no_candidate(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nightschool run align"):
        candidate(night(tmp_path))
