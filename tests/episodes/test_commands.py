"""`nightschool episodes`: each command's words and exit code, with a real store."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.episodes.conftest import Shop

pytestmark = pytest.mark.integration


def episodes(shop: Shop, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nightschool", "episodes", *arguments]
    return subprocess.run(command, cwd=shop.folder, env=shop.environment, capture_output=True, text=True)


def test_a_day_in_commands(shop: Shop) -> None:
    assert "shop: enabled for 7 days" in episodes(shop, "enable", "src", "--days", "7").stdout
    shop.write({"src/till.rs": 'pub fn sum() -> u8 { "2" }\n'})
    assert shop.cargo("nightschool", "check").returncode == 101
    (kept,) = map(json.loads, episodes(shop, "export").stdout.splitlines())
    listed = episodes(shop, "list").stdout
    assert kept["id"] in listed
    assert "shop: enabled, 7 days" in listed
    assert all(len(line.rstrip()) <= 80 for line in listed.splitlines())
    assert listed.splitlines()[1].split()[3:] == ["shop", "shop", "lib", "E0308", "no", "0", "-"]
    assert "cargo check, met once" in episodes(shop, "show", kept["id"]).stdout
    shop.write({"src/till.rs": "pub fn sum() -> u8 { 2 }\n"})
    assert shop.cargo("nightschool", "check").returncode == 0
    shown = episodes(shop, "show", kept["id"][:5]).stdout
    assert "error[E0308]: mismatched types\n  src/till.rs:1:22 expected `u8`, found `&str`" in shown
    assert '-pub fn sum() -> u8 { "2" }\n+pub fn sum() -> u8 { 2 }' in shown
    reduced = episodes(shop, "reduce", "--all", "--output", str(shop.store.parent / "lessons"))
    assert (reduced.returncode, "1 lesson" in reduced.stdout) == (0, True), reduced
    assert len(list((shop.store.parent / "lessons").glob("type_mismatch/*/*.rs"))) == 1
    assert "Deleted" in episodes(shop, "delete", kept["id"]).stdout
    assert "Removed 0 episodes" in episodes(shop, "purge").stdout
    assert "shop: disabled" in episodes(shop, "disable").stdout


def test_what_was_taken_in_goes_with_its_episode(shop: Shop) -> None:
    """Intake from a checkout of its own: one lesson, nothing new the second time, none once the episode is deleted."""
    checkout = shop.folder.parent / "checkout"
    checkout.mkdir()
    (checkout / "expectations").symlink_to(Path(__file__).parents[2] / "expectations")
    shop.enable()
    for text in ('pub fn sum() -> u8 { "2" }\n', "pub fn sum() -> u8 { 2 }\n"):
        shop.write({"src/till.rs": text})
        shop.cargo("nightschool", "check")
        (kept,) = shop.episodes()
    there = replace(shop, folder=checkout)
    first, again = (episodes(there, "intake", "--result", f"{checkout}/{n}.json") for n in (1, 2))
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    counts = [json.loads((checkout / f"{n}.json").read_text()) for n in (1, 2)]
    assert [(one["taken"], one["quarantined"]) for one in counts] == [(1, 0), (0, 0)]
    lessons = checkout / "var" / "episodes" / "lessons"
    assert [path.stem for path in lessons.glob("*/*/*.rs")] == [f"episode-{kept.id}"]
    assert "Removed 1 of their lessons, pairs and lines in quarantine." in episodes(there, "delete", kept.id).stdout
    assert list(lessons.glob("*/*/*.rs")) == []


def test_what_happened_at_a_teams_desks_teaches_that_team_alone(shop: Shop) -> None:
    """Also where the worker's NIGHTSCHOOL_EPISODES names another's store; deleted, it goes from the team's lessons."""
    checkout = shop.folder.parent / "checkout"
    (checkout / "conf" / "teams").mkdir(parents=True)
    (checkout / "expectations").symlink_to(Path(__file__).parents[2] / "expectations")
    for team, store in (("red", f", episodes: {shop.store}"), ("blue", "")):
        (checkout / "conf" / "teams" / f"{team}.yaml").write_text(f"team: {{name: {team}{store}}}\n")
    shop.enable()
    for text in ('pub fn sum() -> u8 { "2" }\n', "pub fn sum() -> u8 { 2 }\n"):
        shop.write({"src/till.rs": text})
        shop.cargo("nightschool", "check")
        (kept,) = shop.episodes()
    there = replace(shop, folder=checkout)
    for team, taken in (("blue", 0), ("red", 1)):
        file = f"conf/teams/{team}.yaml"
        done = episodes(there, "intake", "--config", file, "--result", f"{checkout}/{team}.json")
        assert done.returncode == 0, done.stderr
        assert json.loads((checkout / f"{team}.json").read_text())["taken"] == taken
    teams = checkout / "var" / "teams"
    lessons = {team: list(teams.glob(f"{team}/episodes/lessons/*/*/*.rs")) for team in ("red", "blue")}
    assert {team: len(found) for team, found in lessons.items()} == {"red": 1, "blue": 0}
    assert not (checkout / "var" / "episodes" / "lessons").exists()
    assert "Removed 1 of their lessons" in episodes(there, "delete", kept.id).stdout
    assert not lessons["red"][0].exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("show", "nothing"), 2, "nightschool episodes list"),
        (("reduce",), 2, "Name one episode or give --all"),
        (("intake", "--minutes", "0"), 2, "episodes.minutes"),
        (("enable", "/"), 2, "No Cargo.toml in '/' or above it"),
    ],
)
def test_a_wrong_call_ends_with_its_code_and_one_message(
    shop: Shop, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = episodes(shop, *arguments)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert message in done.stderr


@pytest.mark.parametrize(("arguments", "typed", "left"), [((), b"n\n", 1), ((), b"y\n", 0), (("--yes",), b"", 0)])
def test_on_a_terminal_purge_asks_first(shop: Shop, arguments: Sequence[str], typed: bytes, left: int) -> None:
    shop.enable()
    shop.write({"src/till.rs": 'pub fn sum() -> u8 { "2" }\n'})
    assert shop.cargo("nightschool", "check").returncode == 101
    assert len(shop.episodes()) == 1
    master, slave = pty.openpty()
    os.write(master, typed)
    command = [sys.executable, "-m", "nightschool", "episodes", "purge", *arguments]
    done = subprocess.run(command, cwd=shop.folder, env=shop.environment, stdin=slave, capture_output=True, text=True)
    os.close(slave)
    os.close(master)
    assert ("Remove all 1 episodes" in done.stdout) == (not arguments), done
    assert len(shop.episodes()) == left
