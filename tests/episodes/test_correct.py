"""`nightschool correct`: a person's repair takes the other one's place, if the compiler takes it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.episodes.correcting import NotCorrectedError, by_judge, corrected, unit_arguments
from nightschool.episodes.episode import Episode
from nightschool.episodes.store import Store
from nightschool.errors import UsageError
from nightschool.rust.judge import open_judge
from tests.episodes.conftest import MANIFEST, Shop
from tests.episodes.failures import FAILURE

SOURCES = {"src/lib.rs": "pub mod a;\npub mod b;\n", "src/a.rs": 'pub fn one() -> u8 { "1" }\n', "src/b.rs": "\n"}
EPISODE = Episode("0123456789ab", "shop", 0.0, 1, None, replace(FAILURE, sources=SOURCES))
RIGHT = "pub fn one() -> u8 { 1 }\n"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_file_finds_its_place_by_its_name_or_as_told(tmp_path: Path) -> None:
    named, odd = written(tmp_path / "src" / "a.rs", RIGHT), written(tmp_path / "mine.rs", RIGHT)
    for fixed in (corrected(EPISODE, [named]), corrected(EPISODE, [odd], "src/a.rs")):
        assert fixed == {**SOURCES, "src/a.rs": RIGHT}
    with pytest.raises(UsageError, match=r"may stand for any of src/lib.rs, src/a.rs, src/b.rs; say which with --at"):
        corrected(EPISODE, [odd])
    with pytest.raises(UsageError, match="is no file of the episode"):
        corrected(EPISODE, [odd], "src/c.rs")


def test_what_changes_nothing_is_no_repair_and_secrets_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing differs"):
        corrected(EPISODE, [written(tmp_path / "a.rs", SOURCES["src/a.rs"])])
    secret = written(tmp_path / "a.rs", f'{RIGHT}const KEY: &str = "AKIAQWERTYUIOPASDFGH";\n')
    assert "AKIA" not in corrected(EPISODE, [secret])["src/a.rs"]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("lib", ["--lib"]), ("bin", ["--bin", "shop"]), ("test-lib", ["--lib", "--profile", "test"]),
        ("integration-test", ["--test", "shop"]), ("build-script", []),
    ],
)  # fmt: skip
def test_cargo_is_asked_for_the_unit(kind: str, more: list[str]) -> None:
    arguments = unit_arguments(replace(FAILURE, kind=kind))
    assert arguments == ["check", "--message-format=json", "--package", "shop", *more]


def test_a_correction_replaces_a_repair_and_is_new_for_intake_and_reduction(tmp_path: Path) -> None:
    """Repaired: serial 1; taken up to it; corrected: serial 2, above the watermark."""
    with Store(tmp_path / "episodes.db") as store:
        store.enable("k", "shop", True, 30)
        identity = store.add("k", FAILURE)
        assert identity is not None
        store.repair(identity, {"src/lib.rs": "a"})
        store.taken({identity: ("x.rs", "")}, 1)
        store.reduced(identity, "lesson")
        assert (store.arrivals(9), store.unreduced()) == ([], [])
        store.correct(identity, {"src/lib.rs": "b"})
        ((serial, kept),) = store.arrivals(9)
        assert (serial, kept.fixed, kept.corrected) == (2, {"src/lib.rs": "b"}, kept.repaired)
        assert [one.id for one in store.unreduced()] == [identity]


def test_paths_below_the_workspace_are_masked_wherever_that_is(tmp_path: Path) -> None:
    """`/shop/of ann` is no place that is taken for one of a person's; what is below it is masked as capture does it."""
    text = f'{RIGHT}const AT: &str = "/shop/of ann/prices";\n'
    masked = f'{RIGHT}const AT: &str = "/xxxx/xx xxx/xxxxxx";\n'
    file = written(tmp_path / "a.rs", text)
    assert corrected(EPISODE, [file], root=Path("/shop/of ann"))["src/a.rs"] == masked
    assert corrected(EPISODE, [file], root=Path("/elsewhere"))["src/a.rs"] == text


@pytest.mark.integration
def test_a_repair_in_the_workspace_is_cleaned_by_it_although_the_command_runs_elsewhere(
    shop: Shop, tmp_path: Path
) -> None:
    """The workspace's path has a blank in it, at which a path that is not known to be one would end."""
    shop.folder = tmp_path / "shop of ann"
    shop.write({"Cargo.toml": MANIFEST, "src/lib.rs": "pub mod till;\n", "src/till.rs": 'pub fn sum() -> u8 { "2" }\n'})
    shop.enable()
    assert shop.cargo("nightschool", "check").returncode == 101
    (kept,) = shop.episodes()
    shop.write({"src/till.rs": f'pub fn sum() -> u8 {{ 2 }}\npub const AT: &str = "{shop.folder}/tills";\n'})
    command = [sys.executable, "-m", "nightschool", "correct", kept.id, str(shop.folder / "src/till.rs")]
    done = subprocess.run(command, cwd=tmp_path, env=shop.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "type-checks alone in the sandbox" in " ".join(done.stdout.split())
    (now,) = shop.episodes()
    assert "ann" not in now.fixed["src/till.rs"]
    assert now.fixed["src/till.rs"].endswith('xxxx xx xxx/xxxxx";\n')


@pytest.mark.integration
def test_the_judge_takes_a_repair_refuses_none_and_says_what_it_cannot_check(tmp_path: Path) -> None:
    judge = open_judge(Config(root=tmp_path))
    assert by_judge(EPISODE, {**SOURCES, "src/a.rs": RIGHT}, judge) == "type-checks alone in the sandbox"
    with pytest.raises(NotCorrectedError, match="still does not compile: E0425"):
        by_judge(EPISODE, {**SOURCES, "src/a.rs": "pub fn one() -> u8 { two }\n"}, judge)
    foreign = replace(EPISODE, failure=replace(EPISODE.failure, sources={**SOURCES, "src/b.rs": "use serde::Value;\n"}))
    with pytest.raises(NotCorrectedError, match=r"does not fail with E0308 as it did.*in a folder of its workspace"):
        by_judge(foreign, {**SOURCES, "src/a.rs": RIGHT}, judge)


@pytest.mark.integration
def test_in_the_workspace_the_user_s_cargo_checks_the_unit_in_a_copy(shop: Shop, tmp_path: Path) -> None:
    """From capture to correction, with a wrong repair between; the workspace itself stays as it is."""
    shop.enable()
    shop.write({"src/till.rs": 'pub fn sum() -> u8 { "2" }\n'})
    assert shop.cargo("nightschool", "check").returncode == 101
    (kept,) = shop.episodes()

    def correct(text: str) -> subprocess.CompletedProcess[str]:
        file = written(tmp_path / "till.rs", text)
        command = [sys.executable, "-m", "nightschool", "correct", kept.id[:6], str(file)]
        return subprocess.run(command, cwd=shop.folder, env=shop.environment, capture_output=True, text=True)

    wrong = correct("pub fn sum() -> u8 { two }\n")
    assert (wrong.returncode, "still fails: cannot find value `two`" in wrong.stderr) == (1, True), wrong.stderr
    right = correct("pub fn sum() -> u8 { 2 }\n")
    assert "in place of its src/till.rs: " in right.stdout
    assert right.returncode == 0, right.stderr
    said = "`cargo check --message-format=json --package shop --lib` passes in a copy of the workspace"
    assert said in " ".join(right.stdout.split())
    (now,) = shop.episodes()
    assert (now.fixed["src/till.rs"], now.corrected is not None) == ("pub fn sum() -> u8 { 2 }\n", True)
    assert (shop.folder / "src/till.rs").read_text() == 'pub fn sum() -> u8 { "2" }\n'
