"""Lessons: rustc confirms every one of the package; a team's own folder joins them; what is none is named."""

from collections import Counter
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.lessons import lesson_drafts, load_lessons
from nightschool.curriculum.sources import gather
from nightschool.curriculum.split import side_of_lesson
from nightschool.curriculum.verify import row_id, verify_counted
from nightschool.errors import ConfigError, CorpusError
from nightschool.phases import Context
from nightschool.phases.recipes_data import certify_inputs, curate_inputs
from nightschool.repair.lists import SHIPPED, read_lists
from nightschool.rust.judge import open_judge
from nightschool.types import Program, Verdict

LESSON = """---
code: E0308
---
pub fn two() -> u8 {
    "2"
}
==== fixed
pub fn two() -> u8 {
    2
}
==== tests
#[test]
fn is_two() {
    assert_eq!(two(), 2);
}
"""


def write(folder: Path, text: str, name: str = "type_mismatch/literal/two.rs") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode())
    return path


def test_a_lesson_is_read_as_it_stands(tmp_path: Path) -> None:
    write(tmp_path, LESSON)
    (draft,) = load_lessons(tmp_path)
    assert (draft.source, draft.family, draft.pattern) == ("lessons", "type_mismatch", "literal")
    assert draft.group == "type_mismatch/literal/two"
    assert draft.broken == 'pub fn two() -> u8 {\n    "2"\n}\n'
    assert draft.fixed == "pub fn two() -> u8 {\n    2\n}\n"
    assert draft.tests is not None
    assert draft.tests.startswith("#[test]\n")
    assert (draft.expected_code, draft.edition) == ("E0308", "2021")


def test_a_lesson_without_tests_has_none(tmp_path: Path) -> None:
    write(tmp_path, LESSON.split("==== tests")[0])
    assert [draft.tests for draft in load_lessons(tmp_path)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "pub fn two() {}\n",
        LESSON.replace("code:", "kode:"),
        LESSON.replace("==== fixed", "==== repaired"),
        "---\n---\n",
    ],
)
def test_what_is_no_lesson_is_named(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(CorpusError, match="needs a YAML head") as raised:
        list(load_lessons(tmp_path))
    assert str(path) in str(raised.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"correct curriculum\.lessons"):
        list(load_lessons(tmp_path / "none"))


def test_a_folder_that_is_not_there_is_told_before_a_night_s_first_phase_and_before_drafts(tmp_path: Path) -> None:
    """There is no examination, no compiler and no documentation here, and none of them is missed before."""
    config = Config(root=tmp_path, curriculum={"lessons": ["nope"]})  # type: ignore[arg-type]
    context = Context(config, "night")
    for first in (lambda: certify_inputs(context), lambda: curate_inputs(context), lambda: gather(config, None)):  # type: ignore[arg-type]
        with pytest.raises(ConfigError, match=r"correct curriculum\.lessons") as raised:
            first()
        assert (str(tmp_path / "nope") in str(raised.value), raised.value.exit_code) == (True, 2)


def test_hard_ones_lie_in_a_folder_of_their_pattern(tmp_path: Path) -> None:
    """Same family and pattern; the group says that it is one."""
    write(tmp_path, LESSON)
    write(tmp_path, LESSON, "type_mismatch/literal/hard/three.rs")
    drafts = list(load_lessons(tmp_path))
    assert {(draft.family, draft.pattern) for draft in drafts} == {("type_mismatch", "literal")}
    assert [draft.group for draft in drafts] == ["type_mismatch/literal/hard/three", "type_mismatch/literal/two"]


def test_the_package_ships_a_list_of_each_of_its_lessons() -> None:
    """So a first night learns from all of them; `benchmarks/ship_lists.py` makes the file when lessons change."""
    shipped = {(one.broken, one.edition, one.row, one.group) for one in read_lists(SHIPPED)}
    wanted = {
        (draft.broken, draft.edition, row_id(draft), draft.group)
        for draft in lesson_drafts()
        if side_of_lesson(draft.group) == "corpus"
    }
    assert shipped == wanted


@pytest.mark.integration
def test_what_shipped_lists_say_is_so(tmp_path: Path) -> None:
    """Every 40th list: its candidates pass or fail as it says."""
    judge, by_text = open_judge(Config(root=tmp_path)), {draft.broken: draft for draft in lesson_drafts()}
    some = read_lists(SHIPPED)[::40]
    for one in (one for one in some if one.candidates):
        tests = by_text[one.broken].tests
        asked = [Program(each.program, tests, one.broken, one.edition) for each in one.candidates]
        assert [judged.verdict is Verdict.PASSED for judged in judge.judge(asked)] == list(one.passed)


def test_a_team_s_folder_joins_the_corpus(tmp_path: Path) -> None:
    write(tmp_path / "ours", LESSON)
    settings = {"rows": 10, "shares": {"lessons": 1.0}, "lessons": ["ours"]}
    supply = gather(Config(root=tmp_path, curriculum=settings), toolchain=None)  # type: ignore[arg-type]
    drafts = supply.drafts["corpus"]
    assert len(drafts) == 12  # ten rows, a fifth more for what leaks
    assert drafts[0].group == "type_mismatch/literal/two"  # a team's own come first
    assert len({draft.pattern for draft in drafts[1:]}) == 11  # then the package's, patterns by turns


def test_held_ones_are_examined_and_never_train(tmp_path: Path) -> None:
    """Every lesson of a folder `held` is on one side of the two; shadow's rest every other rotation, so that two weeks
    that follow each other share none and both together have all, about half each."""
    held = [draft.group for draft in lesson_drafts() if "/held/" in draft.group]
    sides = Counter(map(side_of_lesson, held))
    assert sides["corpus"] == 0
    assert min(sides["dev"], sides["shadow"]) > 0.4 * len(held) > 0
    settings = {"rows": 5000, "shares": {"lessons": 1.0}, "dev_koans": 1000, "shadow_koans": 1000}
    weeks = []
    for rotation in (202647, 202648):
        config = Config(root=tmp_path, curriculum=settings | {"rotation": rotation})
        supply = gather(config, toolchain=None)  # type: ignore[arg-type]
        found = {side: {draft.group for draft in drafts} & {*held} for side, drafts in supply.drafts.items()}
        assert (found["corpus"], len(found["dev"])) == (set(), sides["dev"])
        assert len(supply.drafts["corpus"]) == len(lesson_drafts()) - len(held)
        weeks.append(found["shadow"])
    assert not weeks[0] & weeks[1]
    assert weeks[0] | weeks[1] == {one for one in held if side_of_lesson(one) == "shadow"}
    assert min(map(len, weeks)) > 0.4 * sides["shadow"]


@pytest.mark.integration
def test_rustc_confirms_every_lesson_of_the_package(tmp_path: Path) -> None:
    """So a change of toolchain that makes one untrue is seen here, not as a smaller corpus."""
    drafts = lesson_drafts()
    rows = verify_counted(drafts, open_judge(Config(root=tmp_path))).rows
    assert {row.group for row in rows} == {draft.group for draft in drafts}
    assert all(row.tests for row in rows)
