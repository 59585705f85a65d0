"""Fixing a developer's file: verified, shown, and written only when asked."""

import subprocess
import sys

import pytest

from nightschool.config import Config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import UsageError
from nightschool.phases import Context
from nightschool.phases import repair as repair_module
from nightschool.phases.repair import repair
from nightschool.rust.rendering import render
from nightschool.types import Program, Row, Verdict

BROKEN = """pub fn longest(words: &[String]) -> usize {
    let best = 0;
    for word in words {
        best = best.max(word.len());
    }
    best
}
"""


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    return Context(Config(root=tmp_path_factory.mktemp("project")), "fix")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lib.rs"
    path.write_text(BROKEN)
    return path


@pytest.mark.integration
def test_without_a_champion_rustcs_suggestions_are_tried_and_what_was_verified_is_said(context, file):
    found = repair(context, file)
    assert found.verified
    assert "+    let mut best = 0;" in found.diff
    assert "compiles as a library in the sandbox" in found.message
    assert file.read_text() == BROKEN


@pytest.mark.integration
def test_where_rustc_proposes_nothing_the_nearest_fix_of_the_latest_corpus_is_tried(tmp_path, file):
    broken = "pub fn pick(names: &Vec<String>) -> String {\n    let first = names[0];\n    first\n}\n"
    taught = broken.replace("pick", "take").replace("names", "words")
    context = Context(Config(root=tmp_path), "fix")
    said = render(context.judge.compile([Program(taught)])[0].diagnostics, taught)
    fixed = taught.replace("words[0]", "words[0].clone()")
    row = Row("r", "aligned", "borrow_checker", "move-out-of-borrow", "E0507", taught, fixed, said, "t", "g")
    write_corpus(tmp_path / "var" / "phases" / "curate" / "k", [row], {})
    file.write_text(broken.replace("pub fn", "// a comment moves every line\npub fn"))
    tried = [name for name, _ in repair_module._arms(context)]
    assert tried == ["rustc's suggestions", "the nearest verified fix of the corpus"]
    arm = repair_module._arms(context)[1][1]
    koan = repair_module._koan(file, file.read_text(), context.judge.compile([Program(broken)])[0], "2021")
    answer = arm.answer([koan])[0]
    assert answer.program is not None
    assert "names[0].clone()" in answer.program


@pytest.mark.integration
def test_a_file_that_compiles_is_left_alone(context, file):
    file.write_text("pub fn one() -> u8 {\n    1\n}\n")
    found = repair(context, file)
    assert (found.program, found.verified) == (None, True)


@pytest.mark.integration
def test_a_file_without_a_verified_fix_says_what_was_tried(context, file):
    file.write_text("pub fn one() -> u8 {\n    no_such_thing_anywhere()\n}\n")
    found = repair(context, file)
    assert not found.verified
    assert "E0425" in found.message
    assert "rustc's suggestions" in found.message


SINCE_2024 = """pub fn total(items: Box<[i32]>) -> i32 {
    let sum: i32 = items.into_iter().map(|n| n.abs()).sum();
    sum + items.len() as i32
}
"""
"""`into_iter` moves the items out of a boxed slice in edition 2024 and borrows them before."""


@pytest.mark.integration
def test_a_file_is_judged_and_its_fix_verified_in_the_edition_of_its_package(context, file):
    (file.parent / "Cargo.toml").write_text('[package]\nname = "x"\nedition = "2024"\n')
    file.write_text(SINCE_2024)
    found = repair(context, file)
    assert "fixes E0382" in found.message
    assert "(edition 2024)" in found.message
    fixed = context.judge.compile([Program(found.program, edition="2024")])[0]
    assert fixed.verdict is Verdict.PASSED
    assert "compiles already (edition 2021)" in repair(context, file, "2021").message


def test_an_edition_that_there_is_not_is_refused(context, file):
    with pytest.raises(UsageError, match="--edition names edition '2027'; known are 2015, 2018, 2021, 2024"):
        repair(context, file, "2027")


@pytest.mark.parametrize(
    ("data", "message"), [(b"\xff\xfe", "not UTF-8"), (b"x" * 300_000, "300000 bytes"), (None, "Cannot read")]
)
def test_what_is_not_rust_text_is_refused(context, tmp_path, data, message):
    path = tmp_path / "x.rs"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=message):
        repair(context, path)


@pytest.mark.integration
def test_the_command_writes_only_with_write(file, tmp_path):
    command = [sys.executable, "-m", "nightschool", "fix", str(file)]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (shown.returncode, file.read_text()) == (0, BROKEN), shown.stderr
    subprocess.run([*command, "--write"], cwd=tmp_path, check=True, capture_output=True)
    assert "let mut best" in file.read_text()
    refused = subprocess.run([*command, "--edition", "2027"], cwd=tmp_path, capture_output=True, text=True)
    assert refused.returncode == 2, refused.stderr
