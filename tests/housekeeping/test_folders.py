"""Phase folders, checkpoints and caches go when they are old, never while they are used, never by halves."""

import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from filelock import FileLock

from nightschool.errors import CycleBusyError
from nightschool.evaluation.answer_cache import AnswerCache, Said
from nightschool.housekeeping import clean, plan
from nightschool.housekeeping.trash import FOLDER, measured
from nightschool.phases.context import silent
from nightschool.phases.transaction import Outcome, key_lock, run_transaction
from nightschool.repair.remembered import Kept
from nightschool.rust.cache import VerdictCache
from nightschool.types import Judgement, Verdict
from tests.housekeeping.ageing import DAY, age, finished, left, settings


@pytest.fixture
def config(tmp_path):
    return settings(tmp_path)


def old_ones(config, *keys, days=40):
    """Finished curate phases so old, and a newer one, which stays as the latest."""
    folders = [finished(config, "curate", key) for key in keys]
    for folder in folders:
        age(folder, days)
    age(finished(config, "curate", "latest"), 35)
    return folders


def test_a_phase_that_is_found_again_is_young_again(config):
    old_ones(config, "found", "forgotten")
    run_transaction("curate", "found", config.var / "phases", lambda folder: Outcome())
    clean(config, silent)
    assert left(config, "curate") == ["found", "latest"]


def test_a_phase_that_was_taken_is_made_again(config):
    old_ones(config, "taken")
    clean(config, silent)
    made = run_transaction("curate", "taken", config.var / "phases", lambda folder: Outcome({"rows": 1.0}))
    assert (made.reused, made.metrics) == (False, {"rows": 1.0})


def test_a_phase_that_is_made_or_found_this_moment_stays(config):
    old_ones(config, "busy", "free")
    with FileLock(key_lock(config.var / "phases" / "curate" / "busy")):
        done = clean(config, silent)
    assert sorted(one.name for one in done.plan.going) == ["curate/busy", "curate/free"]
    assert [one.name for one in done.stayed] == ["curate/busy"]
    assert left(config, "curate") == ["busy", "latest"]


def test_what_was_used_after_it_was_chosen_stays(config):
    (folder,) = old_ones(config, "chosen")
    (item,) = plan(config).going
    run_transaction("curate", "chosen", config.var / "phases", lambda folder: Outcome())
    assert item.take() is False
    assert folder.is_dir()


def test_half_made_folders_go_like_finished_ones(config):
    """A killed training's; one that trains now writes into its folder."""
    home = config.var / "phases" / "align"
    for key in ("dead.partial", "alive.partial", "dead.fetched"):
        (home / key / "checkpoints" / "checkpoint-20").mkdir(parents=True)
    age(home, 40)
    (home / "alive.partial" / "checkpoints" / "checkpoint-40").mkdir()
    clean(config, silent)
    assert left(config, "align") == ["alive.partial"]


def test_checkpoints_of_finished_phases_go_first_and_are_no_use_of_the_phase(config):
    files = ("adapter/weights", "checkpoints/checkpoint-20/optimizer.pt")
    done = finished(config, "align", "done", files)
    torn = finished(config, "examine", "torn", files, outcome="incomplete")
    age(config.var / "phases", 8)
    before = measured(done).changed
    clean(config, silent)
    assert (done / "adapter" / "weights").exists()
    assert not (done / "checkpoints").exists()
    assert (torn / "checkpoints").exists()
    assert measured(done).changed == before


def test_checkpoints_and_their_phase_may_go_at_once(config):
    folder = finished(config, "align", "old", ("checkpoints/checkpoint-20/optimizer.pt",))
    finished(config, "align", "new")
    age(folder, 40)
    done = clean(config, silent)
    assert (sorted(one.kind for one in done.plan.going), done.stayed) == (["checkpoints", "phases"], [])
    assert left(config, "align") == ["new"]


KILLS = [("rename", n) for n in (1, 2, 3)] + [("rmtree", n) for n in (1, 2, 3)] + [("unlink", 1)]


@pytest.mark.parametrize(("step", "number"), KILLS)
def test_killed_at_any_step_nothing_is_left_by_halves_and_the_next_one_finishes(config, monkeypatch, step, number):
    """A kill is an exception that nobody catches: at the n-th rename, before or in the middle of the n-th deletion."""
    old_ones(config, "a", "b", "c")
    (config.var / "cache" / "answers").mkdir(parents=True)
    (config.var / "cache" / "answers" / "old.jsonl").write_text("x")
    age(config.var / "cache", 90)
    calls, real = [], {"rename": Path.rename, "unlink": Path.unlink, "rmtree": shutil.rmtree}[step]

    def killed(path, *args, **kwargs):
        if FOLDER in f"{path}{args}" and calls.append(path) is None and len(calls) == number:
            if step == "rmtree":
                next(iter(Path(path).glob("*.txt"))).unlink()
            raise KeyboardInterrupt
        return real(path, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(shutil if step == "rmtree" else Path, step, killed)
        with pytest.raises(KeyboardInterrupt):
            clean(config, silent)
    for folder in (config.var / "phases" / "curate").glob("[!.]*"):
        assert {path.name for path in folder.iterdir()} == {"made.txt", "result.json"}
    clean(config, silent)
    assert left(config, "curate") == ["latest"]
    assert not any((config.var / "phases" / FOLDER).iterdir())
    assert not any((config.var / "cache" / "answers").iterdir())


def test_of_two_at_once_the_second_leaves_with_one_line(config):
    old_ones(config, "old")
    with FileLock(config.var / "housekeeping.lock"), pytest.raises(CycleBusyError, match="Another housekeeping is at"):
        clean(config, silent)
    assert left(config, "curate") == ["latest", "old"]


def test_a_link_goes_and_what_it_points_at_stays(config, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").write_text("x")
    (link,) = [config.var / "cache" / "lots" / "link"]
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elsewhere")
    age(link.parent, 90)
    clean(config, silent)
    assert not link.is_symlink()
    assert (tmp_path / "elsewhere" / "precious").exists()


def test_answers_and_searches_that_are_opened_are_young_again(config):
    cache = config.var / "cache"
    for name in ("used", "unused"):
        AnswerCache(cache / "answers", name).put("q", Said("a", 1, True, 0.1))
        Kept(cache / "repair", name).put("q", 1)
    age(cache, 90)
    assert AnswerCache(cache / "answers", "used").get("q")
    Kept(cache / "repair", "used")
    clean(config, silent)
    assert [path.name for path in (cache / "answers").iterdir()] == ["used.jsonl"]
    assert [path.name for path in (cache / "repair").iterdir()] == [Kept(cache / "repair", "used").path.name]


def test_verdicts_that_nights_ask_for_stay_and_others_go(config):
    path = config.var / "cache" / "verdicts.sqlite"
    cache, passed = VerdictCache(path), Judgement(Verdict.PASSED, (), "")
    cache.put([("asked", passed), ("not asked", passed)])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verdicts SET used = used - 61")
    assert list(cache.get(["asked"])) == ["asked"]
    done = clean(config, silent)
    assert [one.name for one in done.plan.going] == ["1 verdicts"]
    assert done.stayed == []
    assert list(cache.get(["asked", "not asked"])) == ["asked"]


def test_verdicts_of_an_older_file_count_from_the_day_it_is_opened(config, tmp_path):
    path = tmp_path / "verdicts.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE verdicts (key TEXT PRIMARY KEY, value TEXT)")
        connection.execute("INSERT INTO verdicts VALUES ('k', 'v')")
    today = int(time.time() // DAY)
    assert VerdictCache(path).unused(today)[0] == 0
    assert VerdictCache(path).unused(today + 1)[0] == 1
