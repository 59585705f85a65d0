"""After housekeeping of all that may go, the next night finds what it looks for, and readers find every night."""

import os
import shutil
import time

import pytest

from nightschool.errors import UsageError
from nightschool.housekeeping import clean, plan
from nightschool.nights import NightIndex
from nightschool.phases import Context, run_phase
from nightschool.phases.context import silent
from nightschool.phases.controls import find_corpus
from nightschool.phases.in_use import latest_policy
from nightschool.phases.nights import nights
from nightschool.phases.start import looked_at, start
from tests.housekeeping.ageing import DAY, STRICT, age, finished, left, night, settings
from tests.nights.making import make_night


@pytest.fixture
def config(tmp_path):
    return settings(tmp_path, *STRICT, "housekeeping.total_gb=0.000001")


def tonight(config):
    """A context like those of `night`, of a cycle that has not begun."""
    context = night(config, "made-for-its-parts", days=1)
    shutil.rmtree(context.folder)
    return context


def test_training_goes_on_from_the_same_candidate_with_the_same_policy_and_corpus(config):
    night(config, "monday", "pppf", 100)
    night(config, "tuesday", "pfff", 99)
    context = tonight(config)
    before = start(context), latest_policy(context), find_corpus(context)
    shutil.rmtree(context.folder)  # the choice is made anew
    assert before[0] is not None
    assert before[0].origin == "monday"
    clean(config, silent)
    assert (start(context), latest_policy(context), find_corpus(context)) == before
    assert left(config, "curate") == ["curate-made-for-its-parts"]
    assert "align-monday" in left(config, "align")


def test_only_candidates_that_no_night_looks_at_any_more_go(config, monkeypatch):
    """Of five nights the next one looks at the latest three: the candidates of the first two go."""
    monkeypatch.setattr("nightschool.phases.start.NIGHTS", 3)
    for n in range(5):
        night(config, f"night-{n}", days=100 - n)
    looked = [cycle.cycle for cycle in looked_at(Context(config, "next"))]
    clean(config, silent)
    assert left(config, "align") == ["align-night-2", "align-night-3", "align-night-4"]
    assert looked == ["night-4", "night-3", "night-2"]


def test_lists_that_are_carried_from_night_to_night_stay(config):
    lists = config.var / "cache" / "lists.jsonl"
    lists.parent.mkdir(parents=True)
    lists.write_text("a list\n")
    for other in ("answers/a.jsonl", "repair/b.jsonl", "lots/k/000.json"):
        (lists.parent / other).parent.mkdir(exist_ok=True, parents=True)
        (lists.parent / other).write_text("x")
    age(lists.parent, 500)
    done = clean(config, silent)
    assert lists.read_text() == "a list\n"
    assert sorted(one.name for one in done.plan.going) == ["answers/a.jsonl", "lots/k", "repair/b.jsonl"]


def test_every_nights_line_stays_on_the_page_and_in_the_history(config):
    """Also where the index was lost, and nights are read from their own folders."""
    letters = {("policy", "dev"): "ppff", ("search", "dev"): "pfff", ("policy", "shadow"): "pfff"}
    for n in range(3):
        make_night(config, f"manual__2026-01-0{n + 1}T02:00:00+00:00", letters)
    age(config.var, 300)
    for folder in sorted((config.var / "cycles").iterdir()):
        NightIndex(config).append(folder.name)
    before, told = NightIndex(config).nights(), nights(config)
    clean(config, silent)
    assert (len(left(config, "examine")), len(left(config, "gate"))) == (1, 3)
    assert NightIndex(config).nights() == before
    assert nights(config) == told
    (config.var / "history" / "nights.jsonl").unlink()
    assert NightIndex(config).nights() == before
    assert [one.failed for one in before] == [("frozen above the bar",)] * 3


def test_what_an_unfinished_night_points_at_stays_while_it_can_go_on(config):
    night(config, "monday", days=100)
    asked = settings(config.root, "housekeeping.total_gb=0.000001")
    night(config, "running", days=20, told=False)
    night(config, "later", days=10)
    going = {one.name for one in plan(asked).going}
    assert "curate/curate-monday" in going
    assert "curate/curate-running" not in going
    needed = {one.name: one.needed for one in plan(asked).items}
    assert needed["curate/curate-running"] == "an unfinished cycle goes on from it: running"
    assert "curate/curate-running" in {one.name for one in plan(asked, time.time() + 11 * DAY).going}


def test_what_a_running_nights_training_started_from_stays(config):
    """Its candidate is so old that no other night would look at it."""
    adapter = finished(config, "align", "align-long-ago", ("adapter/x",)) / "adapter"
    finished(config, "align", "align-newer")
    age(config.var / "phases", 50)
    os.utime(config.var / "phases" / "align" / "align-newer" / "result.json")
    running = Context(config, "running")
    running.pinned("start", lambda: {"adapter": str(adapter), "digest": "d", "origin": "long-ago"})
    clean(config, silent)
    assert left(config, "align") == ["align-long-ago", "align-newer"]


def test_by_hand_a_night_whose_phases_went_says_which_one_to_run_again(config):
    night(config, "monday", days=100)
    night(config, "tuesday", days=99)
    clean(config, silent)
    with pytest.raises(UsageError, match=r"curate-monday, which is gone: .* `nightschool run curate --cycle monday`"):
        run_phase("examine", Context(config, "monday", by_hand=True))
