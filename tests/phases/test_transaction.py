"""A phase is whole or not there, whatever kills it."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor

import pytest

from nightschool.errors import EnvironmentMissingError, IntegrityError
from nightschool.phases import transaction
from nightschool.phases.transaction import Outcome, run_transaction


def write_one(folder):
    (folder / "made.txt").write_text("made")
    return Outcome({"n": 1.0}, {"made": "abc"}, "ok")


def test_a_finished_phase_is_found_not_redone(tmp_path):
    calls = []

    def recipe(folder):
        calls.append(folder)
        return write_one(folder)

    first, second = (run_transaction("curate", "k1", tmp_path, recipe) for _ in range(2))
    assert len(calls) == 1
    assert (first.reused, second.reused) == (False, True)
    assert first.metrics == second.metrics == {"n": 1.0}


def test_an_incomplete_result_is_used_once_and_made_again_from_what_it_left(tmp_path):
    outcomes = ["incomplete", "measured"]

    def recipe(folder):
        with (folder / "made.txt").open("a") as file:
            file.write("+")
        return Outcome(outcome=outcomes.pop(0))

    results = [run_transaction("examine", "k1", tmp_path, recipe) for _ in range(3)]
    assert [(r.outcome, r.reused) for r in results] == [("incomplete", False), ("measured", False), ("measured", True)]
    assert (tmp_path / "examine" / "k1" / "made.txt").read_text() == "++"


def test_other_inputs_are_another_folder(tmp_path):
    one, two = (run_transaction("curate", key, tmp_path, write_one) for key in ("k1", "k2"))
    assert one.output != two.output


def test_a_failed_recipe_leaves_no_result_and_the_next_run_goes_on_in_its_folder(tmp_path):
    def fails(folder):
        (folder / "checkpoint").write_text("7")
        raise RuntimeError("boom")

    with pytest.raises(RuntimeError, match="boom"):
        run_transaction("align", "k", tmp_path, fails)
    assert not (tmp_path / "align" / "k").exists()
    seen = []
    run_transaction(
        "align", "k", tmp_path, lambda folder: (seen.append((folder / "checkpoint").read_text()), Outcome())[1]
    )
    assert seen == ["7"]


def test_kill_9_in_mid_phase_loses_only_that_phase(tmp_path):
    script = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from nightschool.phases.transaction import Outcome, run_transaction
        def slow(folder):
            (folder / "checkpoint").write_text("half")
            print("in", flush=True)
            time.sleep(60)
        run_transaction("certify", "done", Path(sys.argv[1]), lambda folder: Outcome())
        run_transaction("align", "k", Path(sys.argv[1]), slow)
    """)
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "in\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert run_transaction("certify", "done", tmp_path, lambda folder: pytest.fail("redone")).reused
    result = run_transaction(
        "align", "k", tmp_path, lambda folder: Outcome(outcome=(folder / "checkpoint").read_text())
    )
    assert result.outcome == "half"


def test_two_at_once_make_it_once(tmp_path):
    calls = []

    def recipe(folder):
        calls.append(1)
        return write_one(folder)

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: run_transaction("curate", "k", tmp_path, recipe), range(4)))
    assert len(calls) == 1
    assert {r.output for r in results} == {str(tmp_path / "curate" / "k")}


def test_a_full_disk_is_one_clear_error(tmp_path):
    def full(folder):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(EnvironmentMissingError, match="Disk full while phase 'curate'"):
        run_transaction("curate", "k", tmp_path, full)


def test_too_little_room_is_told_before_anything_starts(tmp_path, monkeypatch):
    monkeypatch.setattr(transaction, "FREE_MB", 10**9)
    with pytest.raises(EnvironmentMissingError, match="MiB are needed"):
        run_transaction("curate", "k", tmp_path, lambda folder: pytest.fail("started"))


def test_a_corrupted_result_is_named(tmp_path):
    folder = tmp_path / "curate" / "k"
    folder.mkdir(parents=True)
    (folder / "result.json").write_text("{")
    with pytest.raises(IntegrityError, match=r"is not a phase result; remove the folder"):
        run_transaction("curate", "k", tmp_path, write_one)
