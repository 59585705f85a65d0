"""Claims about reading, writing, digesting and recording suites."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.errors import IntegrityError, SuiteError
from nightschool.koans import load_suite, record_suite, suite_digest, write_suite
from nightschool.koans.suite import SOURCES

from .conftest import make_koan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_suite(tmp_path / "suite", [make_koan()])
    return tmp_path / "suite"


def home(folder: Path) -> Path:
    return folder / "result_handling" / "some-pattern"


def suites_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_dir()]


def test_what_is_written_is_read_back_with_the_same_digest(tmp_path: Path) -> None:
    koans = [
        make_koan("b", title='quo"ted \\ back\nslash \x7f é', group="template-7"),
        make_koan("a", broken="fn a() {\r\n}\r\n"),
        make_koan("c", pattern="other", error_codes=("E0277", "E0308"), edition="2024"),
    ]
    written = write_suite(tmp_path / "dev", koans, lines=(1, 9))
    assert written == load_suite(tmp_path / "dev")
    assert written.koans == tuple(sorted(koans, key=lambda koan: koan.id))
    assert (written.name, written.lines, written.digest) == ("dev", (1, 9), suite_digest(koans))


def test_a_pattern_with_one_koan_has_no_folder_below_it(tmp_path: Path) -> None:
    suite = write_suite(tmp_path / "s", [make_koan("a"), make_koan("b"), make_koan("c", pattern="other")])
    assert suite.folder is not None
    places = sorted(path.parent.relative_to(suite.folder).as_posix() for path in suite.folder.rglob("koan.toml"))
    assert places == ["result_handling/other", "result_handling/some-pattern/a", "result_handling/some-pattern/b"]


def test_digest_ignores_order_and_sees_every_field() -> None:
    a, b = make_koan("a"), make_koan("b")
    assert suite_digest([a, b]) == suite_digest([b, a])
    changed = [
        replace(a, **{field: getattr(a, field) + " "})
        for field in ("id", "family", "pattern", "broken", "fixed", "tests", "title", "edition", "group")
    ]
    changed.append(replace(a, error_codes=("E0308", "E0277")))
    assert len({suite_digest([koan, b]) for koan in [a, *changed]}) == 11


def test_writing_again_replaces_the_whole_suite(folder: Path) -> None:
    write_suite(folder, [make_koan("new", pattern="other")])
    assert [koan.id for koan in load_suite(folder).koans] == ["new"]
    assert suites_in(folder.parent) == ["suite"]


def test_a_suite_that_cannot_be_written_leaves_the_old_one(folder: Path) -> None:
    before = load_suite(folder)
    with pytest.raises(SuiteError, match="used twice"):
        write_suite(folder, [make_koan("x", pattern="one"), make_koan("x", pattern="two")])
    with pytest.raises(SuiteError, match="id is 'Not A Name'"):
        write_suite(folder, [make_koan("Not A Name")])
    assert load_suite(folder) == before
    assert suites_in(folder.parent) == ["suite"]


def test_a_writer_killed_between_its_renames_leaves_the_old_suite_to_be_read_and_replaced(folder: Path) -> None:
    before = load_suite(folder)
    folder.rename(folder.with_name(".suite.old"))  # the first of two renames was done
    assert load_suite(folder).koans == before.koans
    assert load_suite(folder).name == "suite"
    write_suite(folder, [make_koan("new", pattern="other")])
    assert [koan.id for koan in load_suite(folder).koans] == ["new"]
    assert suites_in(folder.parent) == ["suite"]


def test_a_writer_killed_before_it_cleaned_up_leaves_the_new_suite(folder: Path, tmp_path: Path) -> None:
    write_suite(tmp_path / "other", [make_koan("gone")]).folder.rename(folder.with_name(".suite.old"))  # type: ignore[union-attr]
    assert [koan.id for koan in load_suite(folder).koans] == ["sound"]
    write_suite(folder, [make_koan("new")])
    assert suites_in(folder.parent) == ["suite"]


@pytest.mark.parametrize("file", [*(f"{source}.rs" for source in SOURCES), "koan.toml"])
def test_a_changed_koan_is_refused_with_both_digests(folder: Path, file: str) -> None:
    recorded = load_suite(folder).digest
    path = home(folder) / file
    path.write_text(path.read_text().replace("ongest", "onger"))
    with pytest.raises(IntegrityError) as error:
        load_suite(folder)
    now = load_suite(folder, verify=False).digest
    assert recorded != now
    assert recorded in str(error.value)
    assert now in str(error.value)


def test_recording_accepts_the_koans_as_they_stand(folder: Path) -> None:
    (home(folder) / "tests.rs").write_text("#[test] fn t() {}\n")
    digest = record_suite(folder, lines=(2, 30))
    assert load_suite(folder).digest == digest
    assert record_suite(folder) == digest
    assert load_suite(folder).lines == (2, 30)


def test_a_suite_without_record_is_read(folder: Path) -> None:
    (folder / "suite.json").unlink()
    assert len(load_suite(folder).koans) == 1


@pytest.mark.parametrize("file", ["koan.toml", "broken.rs", "fixed.rs", "tests.rs"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (home(folder) / file).unlink()
    koan = "result_handling/some-pattern" if file == "koan.toml" else "sound"
    with pytest.raises(SuiteError, match=rf"Koan '{koan}' has no {file} in .*some-pattern"):
        load_suite(folder)


@pytest.mark.parametrize("file", ["koan.toml", "broken.rs", "fixed.rs", "tests.rs"])
def test_text_that_is_not_utf8_is_named_with_its_place(folder: Path, file: str) -> None:
    (home(folder) / file).write_bytes(b"// caf\xe9\n")
    with pytest.raises(SuiteError, match=rf"(sound|some-pattern).*{file}' is not UTF-8 \(.* at byte 6\)"):
        load_suite(folder)


def test_an_id_used_twice_is_named_with_both_places(folder: Path) -> None:
    other = home(folder).with_name("other")
    other.mkdir()
    for path in home(folder).iterdir():
        (other / path.name).write_text(path.read_text().replace("some-pattern", "other"))
    with pytest.raises(SuiteError, match=r"'sound' is used twice: '.*/other' and '.*/some-pattern'"):
        load_suite(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title =", "hint = 'clone it'\ntitle =", "unknown key 'hint'"),
        ('edition = "2021"\n', "", "missing key 'edition'"),
        ('"2021"', '"2022"', "edition is '2022'"),
        ('["E0308"]', "[]", r"error_codes is \[\]"),
        ('["E0308"]', '["308"]', r"error_codes is \['308'\]"),
        ('["E0308"]', '["Unused"]', r"error_codes is \['Unused'\]"),
        ("title =", 'targets = ["exe"]\ntitle =', r"targets is \['exe'\]"),
        ("title =", "targets = []\ntitle =", r"targets is \[\]"),
        ('["E0308"]', '"E0308"', "error_codes is 'E0308'"),
        ('"sound"', '"../sound"', "id is '../sound'"),
        ('"sound"', '"sound', "not valid TOML"),
        ('"Longest word"', "7", "title is 7"),
        ('"some-pattern"', '"else"', "folder must be <family>/<pattern>"),
    ],
)
def test_a_wrong_manifest_says_what_is_wrong(folder: Path, old: str, new: str, said: str) -> None:
    path = home(folder) / "koan.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises(SuiteError, match=said):
        load_suite(folder)


def test_no_folder_and_no_koans_are_different_errors(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match="No suite folder"):
        load_suite(tmp_path / "nowhere")
    with pytest.raises(SuiteError, match="has no koans"):
        load_suite(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"digest": 1}', '{"digest": "a", "surprise": 2}'])
def test_a_damaged_record_is_named(folder: Path, text: str) -> None:
    (folder / "suite.json").write_text(text)
    with pytest.raises(SuiteError, match=r"suite\.json' is no suite record"):
        load_suite(folder)


def test_the_record_counts_the_koans(folder: Path) -> None:
    record = json.loads((folder / "suite.json").read_text())
    assert record == {"digest": load_suite(folder).digest, "koans": 1}
