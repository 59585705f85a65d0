"""The suite `own`: held-out workspaces never train, and their episodes become koans or are counted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from nightschool.config import Config
from nightschool.curriculum import corpus
from nightschool.curriculum.corpus import Build
from nightschool.curriculum.own import LEFT_OUT, own_record
from nightschool.curriculum.sources import gather
from nightschool.curriculum.workspaces import WORKSPACES, divided, is_held_out
from nightschool.errors import CorpusError
from nightschool.koans import Suite, load_suite
from nightschool.phases.context import Context
from nightschool.phases.recipes_data import curate_inputs, rotated
from nightschool.rust.judge import open_judge

SUM = """pub fn total(words: &[String]) -> usize {{
    let mut n = 0;
    for word in words {{
        if word.len() > 3 {{
            n += word.len();
        }}
    }}
    {last}
}}
"""
TINY = "pub fn two() -> u8 {{\n    {last}\n}}\n"
COUNT = SUM.replace("total", "longest").replace("n += word.len()", "n = n.max(word.len())")
TESTS = '#[test]\nfn counts() {\n    assert_eq!(longest(&["abcd".to_string(), "ab".to_string()]), 4);\n}\n'


def lesson(root: Path, number: int, place: Sequence[str] | None, text: str = SUM, tests: str = "") -> str:
    """A lesson in `var/episodes` of a workspace (name, key); None: nobody knows which. Its path."""
    folder = root / "var" / "episodes"
    name = f"type_mismatch/literal/episode-{number:012x}.rs"
    broken, fixed = ("n.to_string()", "n") if text is not TINY else ('"2"', "2")
    path = folder / "lessons" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"---\ncode: E0308\n---\n{text.format(last=broken)}==== fixed\n{text.format(last=fixed)}"
    path.write_text(f"{head}==== tests\n{tests}")
    known = json.loads((folder / WORKSPACES).read_text()) if (folder / WORKSPACES).exists() else {}
    (folder / WORKSPACES).write_text(json.dumps(known | ({path.stem: place} if place else {})))
    return name


def config(root: Path, held_out: Any, **curriculum: Any) -> Config:
    settings = {"rows": 20, "shares": {"episodes": 1.0}} | curriculum
    return Config.model_validate({"root": root, "episodes": {"held_out": held_out}, "curriculum": settings})


NO_LESSON = "no lesson is of a held-out workspace"
SHOP, TILL = ("shop", "k1"), ("till", "k2")


def test_a_workspace_is_held_out_by_name_by_key_or_by_a_share_that_only_grows() -> None:
    """Of 1,000 keys about 200 are below 0.2 (sd 12.6), and all of them below 0.5 too; 0 holds out none, 1 all."""
    assert [is_held_out("shop", "k1", held) for held in (("shop",), ("k1",), ("till",), ())] == [
        True,
        True,
        False,
        False,
    ]
    keys = [f"{number:064x}" for number in range(1000)]
    fifth, half = ({key for key in keys if is_held_out("any", key, share)} for share in (0.2, 0.5))
    assert 150 < len(fifth) < 250
    assert fifth < half
    assert [sum(is_held_out("any", key, share) for key in keys) for share in (0.0, 1.0)] == [0, 1000]


@pytest.mark.parametrize(("said", "meant"), [("shop", ("shop",)), (["a", "b"], ("a", "b")), (0.2, 0.2), (0, 0.0)])
def test_the_setting_takes_a_name_names_or_a_share(said: Any, meant: Any) -> None:
    assert config(Path(), said).episodes.held_out == meant


@pytest.mark.parametrize("wrong", [1.5, -0.1, True])
def test_a_share_is_one(wrong: Any) -> None:
    with pytest.raises(ValidationError, match="neither names"):
        config(Path(), wrong)


def test_each_workspace_lies_on_one_side_and_what_nobody_knows_on_neither(tmp_path: Path) -> None:
    a, b, c = (lesson(tmp_path, n, place) for n, place in enumerate((SHOP, TILL, None)))
    found = divided(config(tmp_path, ["shop", "shpo"]))
    assert (found.own, dict(found.train), found.unknown) == ((a,), {b: 1}, (c,))
    assert (found.workspaces, found.unmatched) == (("shop",), ("shpo",))
    assert dict(divided(config(tmp_path, ())).train) == {a: 1, b: 1, c: 1}
    (tmp_path / "var" / "episodes" / WORKSPACES).write_text("[1]")
    with pytest.raises(CorpusError, match=r"workspaces\.json.*nightschool episodes intake"):
        divided(config(tmp_path, 0.5))


def test_a_held_out_lesson_trains_neither_as_it_is_nor_as_a_copy_among_the_lessons(tmp_path: Path) -> None:
    held, free = lesson(tmp_path, 1, SHOP), lesson(tmp_path, 2, TILL)
    lesson(tmp_path, 4, None)
    shutil.copytree(tmp_path / "var" / "episodes" / "lessons", tmp_path / "ours")
    (tmp_path / "ours" / free).with_name("episode-reduced.rs").write_text((tmp_path / "ours" / free).read_text())
    (tmp_path / "ours" / free).with_name("by-hand.rs").write_text((tmp_path / "ours" / free).read_text())
    settings = config(tmp_path, ["shop"], lessons=["ours"], shares={"episodes": 0.5, "lessons": 0.5})
    supply = gather(settings, toolchain=None)  # type: ignore[arg-type]
    used = [draft.provenance for drafts in supply.drafts.values() for draft in drafts]
    trained = [draft.provenance for draft in supply.drafts["corpus"] if "episode-" in draft.provenance]
    assert trained == [free, free]
    assert sum("episode-" in name for name in used) == 3  # and the one that is held out, as a koan
    assert any(name.endswith("/by-hand.rs") for name in used)
    assert [draft.provenance for draft in supply.drafts["own"]] == [held]
    open_ = gather(settings.model_copy(update={"episodes": config(tmp_path, ()).episodes}), toolchain=None)  # type: ignore[arg-type]
    assert "own" not in open_.drafts
    assert sum("episode-" in draft.provenance for draft in open_.all()) == 7  # three lessons, each twice, and the copy


def test_a_cycle_keeps_to_the_sides_of_its_beginning(tmp_path: Path) -> None:
    held, free = lesson(tmp_path, 1, SHOP), lesson(tmp_path, 2, TILL)
    context = Context(config(tmp_path, ["shop"]), "n-2026-11-23")
    for _ in range(2):
        settled = rotated(context).curriculum
        assert (settled.own, settled.episodes) == ((held,), {free: 1})
        later = lesson(tmp_path, 3, SHOP)
    settled = rotated(Context(config(tmp_path, ["shop"]), "n-2026-11-24")).curriculum
    assert (settled.own, settled.episodes) == ((held, later), {free: 1})


def build(settings: Config, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """A real build, but for the suites `dev` and `shadow`, which take minutes and are not looked at."""
    monkeypatch.setattr(corpus, "_held_out", lambda bench, side, rows, verified: Suite(side, (), side))
    return corpus.build_corpus(settings, open_judge(settings), Suite("frozen", (), "s"), folder)


@pytest.mark.integration
def test_held_out_episodes_become_koans_and_rows_too_near_to_one_are_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the shop: a sum without tests, one like it but in names, one with tests, one of one line (hard-coding passes),
    one that compiles. Of the till: the shop's sum once more with a line for itself, and one of its own."""
    lesson(tmp_path, 1, SHOP)
    lesson(tmp_path, 2, SHOP, SUM.replace("total", "letters"))
    lesson(tmp_path, 3, SHOP, COUNT, TESTS)
    lesson(tmp_path, 4, SHOP, TINY)
    whole = tmp_path / "var" / "episodes" / "lessons" / lesson(tmp_path, 5, SHOP)
    whole.write_text("---\ncode: E0308\n---\npub fn a() {}\n==== fixed\npub fn a() {}\n")
    lesson(tmp_path, 6, TILL, SUM.replace("total", "near") + "pub fn more(n: u8) -> u8 {{\n    n\n}}\n")
    lesson(
        tmp_path,
        7,
        TILL,
        "pub struct Till(pub u64);\nimpl Till {{ pub fn open(&self) -> u64 {{ let n = self.0; {last} }} }}\n",
    )
    made = build(config(tmp_path, ["shop"]), tmp_path / "out", monkeypatch)
    assert made.own is not None
    assert sorted(bool(koan.tests) for koan in made.own.koans) == [False, True]
    assert load_suite(tmp_path / "out" / "own") == made.own
    assert {row.provenance[-4] for row in made.corpus.rows} == {"7"}
    record = own_record(tmp_path / "out")
    assert record["left_out"] == dict.fromkeys((LEFT_OUT[0], LEFT_OUT[2], LEFT_OUT[3]), 1)
    told = "2 koans of shop: 1 judged by tests, 1 by compiling with every item in place; left out of 5 lessons: "
    assert record["line"].startswith(told)
    assert f"Suite 'own': {told}" in capsys.readouterr().out
    dropped = made.corpus.record["dropped"]
    assert dropped["leaks own"] + dropped.get("held out", 0) >= 1
    assert made.corpus.record["suites"]["own"] == {"digest": made.own.digest, "koans": 2}


@pytest.mark.integration
@pytest.mark.parametrize(
    ("held_out", "line"),
    [
        ((), "none tonight, episodes.held_out names no workspace"),
        (["cafe"], f"none tonight, {NO_LESSON}; episodes.held_out names cafe, and no lesson is of it"),
        (["shop"], "none tonight; left out of 1 lessons: 1 a defect"),
    ],
)  # fmt: skip
def test_a_build_without_a_koan_of_ones_own_goes_on_and_says_why_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], held_out: Any, line: str
) -> None:
    lesson(tmp_path, 1, SHOP, TINY)
    lesson(tmp_path, 2, TILL, COUNT)
    (tmp_path / "out" / "own").mkdir(parents=True)  # of a build that was killed
    made = build(config(tmp_path, held_out), tmp_path / "out", monkeypatch)
    assert (made.own, (tmp_path / "out" / "own").exists()) == (None, False)
    assert len(made.corpus.rows) == (2 if "shop" not in held_out else 1)
    assert capsys.readouterr().out.count(f"Suite 'own': {line}\n") == 1
    assert "own" not in made.corpus.record["suites"]


@pytest.mark.integration
@pytest.mark.parametrize(("most", "over"), [(1, 1), (2, 0)])
def test_no_more_koans_than_configured_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, over: int
) -> None:
    lesson(tmp_path, 1, SHOP)
    lesson(tmp_path, 2, SHOP, COUNT)
    lesson(tmp_path, 3, TILL, TINY)
    made = build(config(tmp_path, ["shop"], own_koans=most), tmp_path / "out", monkeypatch)
    assert made.own is not None
    assert len(made.own.koans) == most
    assert own_record(tmp_path / "out")["left_out"] == ({LEFT_OUT[4]: over} if over else {})


def test_other_held_out_lessons_make_another_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(digest=name))
    lesson(tmp_path, 1, SHOP)
    lesson(tmp_path, 2, TILL)
    keys = set()
    for number, held_out in enumerate(((), ["shop"], ["till"])):
        context = Context(config(tmp_path, held_out, rotation=1), f"n{number}")
        vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
        keys.add(str(curate_inputs(context)))
    assert len(keys) == 3
