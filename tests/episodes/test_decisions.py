"""From a choice in `nightschool fix` to a pair that `prefer` learns from, with the real compiler and sandbox."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.decided import read_decided
from nightschool.curriculum.validation_pairs import pair_records
from nightschool.episodes.deciding import REJECTED
from nightschool.episodes.watched import key_of
from nightschool.learning.decided import decided_pairs
from nightschool.modeling.answers import answer_format
from nightschool.phases.measured import CHOSEN
from nightschool.repair.chooser import Chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import write_policy
from nightschool.repair.surety import Surety
from nightschool.rust.judge import open_judge
from tests.episodes.conftest import Shop

pytestmark = pytest.mark.integration

BROKEN = """\
pub fn next(number: u32) -> u64 {
    let after = number + 1;
    after
}

pub fn untouched() -> u8 { 7 }
"""
"""Among its repairs are `after.into()` and, as long, `after as u64`."""


def nightschool(shop: Shop, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nightschool", *arguments]
    return subprocess.run(
        command, cwd=shop.folder, env=shop.environment, input=said, capture_output=True, text=True, check=False
    )


def taken_in(shop: Shop) -> Path:
    """Where intake leaves things, in a checkout of its own."""
    checkout = shop.folder.parent / "checkout"
    checkout.mkdir()
    (checkout / "expectations").symlink_to(Path(__file__).parents[2] / "expectations")
    done = nightschool(replace(shop, folder=checkout), "episodes", "intake")
    assert done.returncode == 0, done.stderr
    assert "taken in" in done.stdout, done.stdout
    return checkout / "var" / "episodes"


@pytest.mark.parametrize(("arguments", "before"), [(("src/till.rs",), 6), ((), 1)])
def test_what_was_passed_over_before_one_was_accepted_becomes_a_pair_for_preference(
    shop: Shop, arguments: tuple[str, ...], before: int
) -> None:
    """A file by itself, whose seventh repair is the cast, and the same file in its package, whose second one is: in the
    fixed order, of which nobody is sure."""
    folder = shop.folder / "var" / "phases" / "choose" / "key" / CHOSEN
    write_policy(folder, Chooser({"order": -1.0}, Surety({"one": -5.0}, 0.5)), learn_patterns([]))
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    done = nightschool(shop, "fix", *arguments, "--interactive", said="n\n" * before + "a\n")
    assert done.returncode == 0, done.stdout + done.stderr
    (episode,) = shop.episodes()
    kept = episode.preferences[0]
    assert len(episode.preferences) == min(before, REJECTED)
    assert (kept.decided, kept.path, episode.failure.code) == ("accepted", "src/till.rs", "E0308")
    assert (
        kept.chosen == (shop.folder / "src/till.rs").read_text() == BROKEN.replace("    after\n", "    after as u64\n")
    )
    assert kept.rejected == BROKEN.replace("    after\n", "    after.into()\n")
    assert (len(kept.policy), kept.toolchain[:8]) == (64, "rustc 1.")
    shown = nightschool(shop, "episodes", "show", episode.id).stdout
    assert f"Preferred (accepted, pair {kept.id}; intake: not yet)" in shown
    pair = next(one for one in read_decided(taken_in(shop)) if one.id == kept.id)
    assert (pair.workspace, pair.error_code, pair.policy) == ("shop", "E0308", kept.policy)
    assert pair.key == key_of(shop.folder)
    assert "untouched" not in pair.broken
    config = load_config(None)
    judge, form = open_judge(config), answer_format(config.answer)
    (made,) = decided_pairs([pair], judge, form, len)
    assert (made.provenance, made.row) == ("accepted", kept.id)
    (record,) = pair_records([made], judge, [])
    assert [record[name] for name in ("chosen_fault", "rejected_fault", "difference", "leak")] == ["", "", "", ""]
    assert decided_pairs([replace(pair, chosen=pair.broken)], judge, form, len) == []


def test_a_skipped_repair_and_a_workspace_that_did_not_ask_leave_nothing(shop: Shop) -> None:
    shop.write({"src/till.rs": BROKEN})
    assert nightschool(shop, "fix", "src/till.rs", "-i", said="n\na\n").returncode == 0
    assert not shop.store.exists()
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    assert nightschool(shop, "fix", "src/till.rs", "-i", said="n\ns\n").returncode == 1
    assert shop.episodes() == []


def test_what_write_writes_is_kept_as_nobody_s_choice(shop: Shop) -> None:
    """A policy that is sure of everything: its first repair is written, three next ones are what it is preferred to."""
    folder = shop.folder / "var" / "phases" / "choose" / "key" / CHOSEN
    write_policy(folder, Chooser({"distance": -1.0}, Surety({"one": 5.0}, 0.5)), learn_patterns([]))
    shop.enable()
    for arguments in (("src/till.rs",), ()):
        shop.write({"src/till.rs": BROKEN})
        done = nightschool(shop, "fix", *arguments, "--write")
        assert done.returncode == 0, done.stdout + done.stderr
        written = (shop.folder / "src/till.rs").read_text()
        kept = [one for episode in shop.episodes() for one in episode.preferences if one.chosen == written]
        assert {one.decided for one in kept} == {"written"}
        assert written not in {one.rejected for one in kept}
