"""`nightschool fix` where one file is not enough: each repair is one diff of two files, taken by git and by cargo."""

import shutil
import subprocess
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.phases.crate import search
from nightschool.phases.crate.fix import Asked
from nightschool.phases.crate.told import to_json
from nightschool.phases.decided import Answer, Decided
from tests.cargo.made import edit, fixed, learnt

pytestmark = pytest.mark.integration
BOOKS = Path(__file__).parent / "two_files"
OFFLINE = ("--offline",)
NOT_IMPORTED = [
    ("report.rs", "record, total, Ledger", "record, Ledger"),
    ("ledger.rs", "pub fn total", "fn total"),
]
CASES = {
    "private there and not imported here": NOT_IMPORTED,
    "a private module with a private function": [
        ("shelf/mod.rs", "pub(crate) mod label", "mod label"),
        ("shelf/label.rs", "pub fn label", "fn label"),
    ],
    "a derive that needs another one": [
        ("entry.rs", "#[derive(Clone, Debug)]", "#[derive(Clone)]"),
        ("amount.rs", "Clone, Copy, Debug, PartialEq", "Clone, Copy, PartialEq"),
    ],
    "a signature and its call": [
        ("ledger.rs", "entries: &mut Vec<Entry>", "entries: &Vec<Entry>"),
        ("report.rs", "record(&mut ledger.entries", "record(&ledger.entries"),
    ],
    "a parameter that the trait and its other impl lack": [
        ("render.rs", "&self, width: usize", "&self"),
        ("shelf/mod.rs", "&self, _width: usize", "&self"),
    ],
}
ELSEWHERE = {
    "a private field": ("amount.rs", "pub(crate) cents", "cents"),
    "a derive": ("amount.rs", "Clone, Copy, Debug, PartialEq", "Clone, Copy, PartialEq"),
    "a parameter that the trait lacks": ("render.rs", "&self, width: usize", "&self"),
}

FAST = ("a signature and its call", "a private field", "a parameter that the trait lacks")


def slow(name: str):
    return [] if name in FAST else [pytest.mark.slow]


@pytest.fixture(scope="module")
def config(tmp_path_factory) -> Config:
    """A policy that is sure of nothing: of what it is sure in one file no second one is looked at."""
    return learnt(tmp_path_factory.mktemp("project"), bias=-9.0)


@pytest.fixture(autouse=True)
def few(monkeypatch) -> None:
    """Half of the compiles, as these errors have their repairs early; and time, however busy the machine is."""
    monkeypatch.setattr(search, "COMPILES", 30)
    monkeypatch.setattr("nightschool.phases.crate.attempt.SECONDS", 1200.0)


@pytest.fixture
def books(tmp_path):
    """A copy of the package."""
    return Path(shutil.copytree(BOOKS, tmp_path / "books", ignore=shutil.ignore_patterns("target")))


def check(folder: Path) -> int:
    return subprocess.run(["cargo", "check", "-q", *OFFLINE], cwd=folder, capture_output=True, check=False).returncode


def pair_of(attempt):
    return next(shown for shown in attempt.shown if len(shown.changes) == 2)


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name, marks=slow(name)) for name, edits in CASES.items()])
def test_a_repair_of_two_files_is_one_diff_that_git_and_cargo_take(config, books, tmp_path, edits) -> None:
    for file, old, new in edits:
        edit(books / "src" / file, old, new)
    found = fixed(config, Asked(books, OFFLINE, write=True))
    (attempt,) = found.attempts
    assert attempt.shown, attempt.message
    first = pair_of(attempt)
    assert {str(one.file) for one in first.changes} == {f"src/{file}" for file, _, _ in edits}
    assert (attempt.sure, found.written) == (False, []), "the policy was not taught on two files"
    patch = tmp_path / "repair.diff"
    patch.write_text(f"{first.diff}\n")
    assert check(books) != 0
    subprocess.run(["git", "apply", "--unsafe-paths", f"--directory={books}", str(patch)], cwd="/", check=True)
    assert check(books) == 0


@pytest.mark.parametrize("case", [pytest.param(case, id=name, marks=slow(name)) for name, case in ELSEWHERE.items()])
def test_one_file_that_is_not_the_errors_is_repaired_alone(config, books, case) -> None:
    file, old, new = case
    edit(books / "src" / file, old, new)
    found = fixed(config, Asked(books, OFFLINE))
    (attempt,) = found.attempts
    assert attempt.file != Path("src", file)
    changed = [[str(one.file) for one in shown.changes] for shown in attempt.shown]
    assert [f"src/{file}"] in changed, attempt.message


@pytest.mark.slow
def test_an_impl_gets_the_parameter_that_its_trait_has_in_another_file(config, books) -> None:
    edit(books / "src/shelf/mod.rs", "&self, _width: usize", "&self")
    found = fixed(config, Asked(books, OFFLINE))
    (attempt,) = found.attempts
    assert attempt.file == Path("src/shelf/mod.rs")
    programs = [shown.program for shown in attempt.shown]
    assert any("fn line(&self, width: usize) -> String" in one for one in programs), attempt.message
    assert any("fn line(&self, _width: usize) -> String" in one for one in programs)


@pytest.mark.slow
def test_a_person_accepts_both_files_and_tools_are_told_both(config, books) -> None:
    for file, old, new in NOT_IMPORTED:
        edit(books / "src" / file, old, new)

    def accept(attempt, verify):
        shown = pair_of(attempt)
        assert verify(shown, shown.program + "// mine\n").program.endswith("// mine\n"), "with the other file's change"
        assert isinstance(verify(shown, shown.before), str), "half of it does not compile"
        return Answer(shown, (), Decided.ACCEPTED)

    found = fixed(config, Asked(books, OFFLINE, choose=accept))
    assert sorted(map(str, found.written)) == ["src/ledger.rs", "src/report.rs"]
    assert (check(books), found.fine) == (0, True)
    told = next(one for one in to_json(found, books)["attempts"][0]["candidates"] if one["also"])
    files = {told["file"]: told["program"], **{one["file"]: one["program"] for one in told["also"]}}
    assert files == {name: (books / name).read_text() for name in ("src/ledger.rs", "src/report.rs")}
