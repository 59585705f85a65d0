"""From a choice in `nightschool fix` to a pair that `prefer` learns from: with the real programs, compiler and sandbox."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.decided import read_decided
from nightschool.curriculum.validation_pairs import pair_records
from nightschool.learning.decided import decided_pairs
from nightschool.modeling.answers import answer_format
from nightschool.rust.judge import open_judge
from tests.episodes.conftest import Shop

pytestmark = pytest.mark.integration

BROKEN = """\
pub fn label(name: String) -> String { format!("{name}!") }

pub fn greet(name: String) -> (String, usize) {
    let shown = label(name);
    (shown, name.len())
}

pub fn untouched() -> u8 { 7 }
"""


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


@pytest.mark.parametrize("arguments", [("src/till.rs",), ()])
def test_what_was_passed_over_before_one_was_accepted_becomes_a_pair_for_preference(
    shop: Shop, arguments: tuple[str, ...]
) -> None:
    """A file by itself, and the same file in its package. The first repair is refused, the second one taken."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    done = nightschool(shop, "fix", *arguments, "--interactive", said="n\na\n")
    assert done.returncode == 0, done.stdout + done.stderr
    (episode,) = shop.episodes()
    (kept,) = episode.preferences
    assert (kept.decided, kept.path, episode.failure.code) == ("accepted", "src/till.rs", "E0382")
    assert kept.chosen == (shop.folder / "src/till.rs").read_text()
    assert BROKEN not in (kept.chosen, kept.rejected)
    assert len(kept.policy) == 64
    assert kept.toolchain.startswith("rustc 1.")
    assert (
        f"Preferred (accepted, pair {kept.id}; intake: not yet)"
        in nightschool(shop, "episodes", "show", episode.id).stdout
    )
    (pair,) = read_decided(taken_in(shop))
    assert (pair.workspace, pair.error_code, pair.policy) == ("shop", "E0382", kept.policy)
    assert "untouched" not in pair.broken
    config = load_config(None)
    judge = open_judge(config)
    (made,) = decided_pairs([pair], judge, answer_format(config.answer), len)
    assert (made.provenance, made.row) == ("accepted", kept.id)
    (record,) = pair_records([made], judge, [])
    assert [record[name] for name in ("chosen_fault", "rejected_fault", "difference", "leak")] == ["", "", "", ""]
    assert decided_pairs([replace(pair, chosen=pair.broken)], judge, answer_format(config.answer), len) == []


def test_a_skipped_repair_and_a_workspace_that_did_not_ask_leave_nothing(shop: Shop) -> None:
    shop.write({"src/till.rs": BROKEN})
    assert nightschool(shop, "fix", "src/till.rs", "-i", said="n\na\n").returncode == 0
    assert not shop.store.exists()
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    assert nightschool(shop, "fix", "src/till.rs", "-i", said="n\ns\n").returncode == 1
    assert shop.episodes() == []
