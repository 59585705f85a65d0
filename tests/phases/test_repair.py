"""Fixing a developer's file: written where the policy is sure, shown best first where it is not."""

import subprocess
import sys

import pytest

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.files import write_json
from nightschool.phases import Context
from nightschool.phases.beyond import hinted
from nightschool.phases.measured import CHOSEN
from nightschool.phases.repair import latest_policy, policy_in_use, repair
from nightschool.repair.chooser import Chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import REPORT, read_policy, write_policy
from nightschool.repair.search import Clock
from nightschool.repair.surety import Surety
from nightschool.types import Program, Verdict

BROKEN = """pub fn longest(words: &[String]) -> usize {
    let best = 0;
    for word in words {
        best = best.max(word.len());
    }
    best
}
"""
FARE = """fn fare(zones: u32, riders: u32) -> u32 {
    zones * 100 + riders
}

pub fn price(line: u32, zones: u32, riders: u32) -> u32 {
    fare(line, zones, riders)
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


def learnt(root, bias):
    """A chooser that prefers small edits, and is sure of everything or of nothing."""
    folder = root / "var" / "phases" / "choose" / "key" / CHOSEN
    write_policy(folder, Chooser({"distance": -1.0}, Surety({"one": bias}, 0.5)), learn_patterns([]))
    return folder


@pytest.mark.integration
def test_before_the_first_night_the_built_in_chooser_is_sure_of_what_is_plain(context, file):
    found = repair(context, file)
    assert (found.fine, "the built-in chooser" in found.message) == (True, True)
    assert "    let mut best = 0;" in found.program
    assert found.probability > 0.8
    assert file.read_text() == BROKEN


@pytest.mark.integration
@pytest.mark.parametrize(
    ("lists", "whose"),
    [(20, "the built-in chooser with the latest night's patterns"), (9000, "the latest night's chooser")],
)
def test_a_night_of_few_lists_brings_its_patterns_and_not_its_chooser(tmp_path, file, lists, whose):
    """A small night's chooser is sure of nothing here; after it `fix` is as sure as it was before."""
    context = Context(Config(root=tmp_path), "fix")
    folder = learnt(tmp_path, -5.0)
    write_json(folder.parent / REPORT, {"lists": lists})
    name, arm = policy_in_use(context)
    patterns = read_policy(folder, context.config.repair).patterns
    assert (name, arm.policy.patterns.digest) == (whose, patterns.digest)
    assert repair(context, file).fine is (lists == 20)


@pytest.mark.integration
def test_repairs_that_do_different_things_are_told_apart_by_a_call_and_by_what_is_gone(context, file):
    """Three arguments where two are wanted: whichever goes, all is well typed, and `price` gives another value."""
    file.write_text(FARE)
    found = repair(context, file)
    assert len(found.shown) == 3
    assert all("an argument is gone" in one.notes for one in found.shown)
    assert all(one.notes[-1].startswith("price(") and ": here " in one.notes[-1] for one in found.shown[1:])
    assert len({one.program for one in repair(context, file, most=None).shown}) >= 3


@pytest.mark.integration
def test_what_the_latest_night_learnt_is_used_and_written_only_where_it_is_sure(tmp_path, file):
    for bias, fine in ((5.0, True), (-5.0, False)):
        context = Context(Config(root=tmp_path / str(bias)), "fix")
        assert latest_policy(context) is None
        folder = learnt(context.config.root, bias)
        assert latest_policy(context) == folder
        found = repair(context, file)
        assert (found.fine, found.program is not None) == (fine, fine)
        assert "the latest night's chooser" in found.message
    assert "let mut best" in repair(Context(Config(root=tmp_path / "5.0"), "fix"), file).program


@pytest.mark.integration
def test_a_file_that_compiles_is_left_alone(context, file):
    file.write_text("pub fn one() -> u8 {\n    1\n}\n")
    found = repair(context, file)
    assert (found.program, found.shown, found.fine) == (None, (), True)


@pytest.mark.integration
def test_a_file_that_nothing_repairs_says_how_much_was_tried(context, file):
    file.write_text(
        "pub fn one() -> u8 {\n    no_such_thing_anywhere()\n}\n\npub fn two() -> Missing {\n    absent\n}\n"
    )
    found = repair(context, file, clock=Clock(600.0))
    assert not found.fine
    assert "E0425" in found.message
    assert found.message.endswith("proposals.")


@pytest.mark.integration
def test_a_search_that_ran_out_of_time_does_not_pass_for_one_that_found_nothing(context, file):
    file.write_text("pub fn one(words: Vec<String>) -> usize {\n    drop(words);\n    words.len()\n}\n")
    found = repair(context, file, clock=Clock(0.0))
    assert "tried 0 proposals. Then its 30 s were over" in found.message
    assert repair(context, file).shown


@pytest.mark.integration
@pytest.mark.parametrize(
    ("written", "place"),
    [("pub mod report;", "report.rs"), ("#[allow(dead_code)] pub(crate) mod r#report;", "report/mod.rs")],
)
def test_a_file_with_modules_in_others_is_left_to_its_package_and_no_module_is_taken_away(
    context, file, written, place
):
    (file.parent / "Cargo.toml").write_text('[package]\nname = "x"\n')
    (file.parent / place).parent.mkdir(exist_ok=True)
    (file.parent / place).write_text("pub fn one() -> u8 {\n    1\n}\n")
    file.write_text(f"{written}\n\npub fn two() -> u8 {{\n    2\n}}\n")
    found = repair(context, file)
    assert (found.fine, found.shown, found.tried) == (False, (), 0)
    assert "modules in other files (report), and one file is judged alone; nothing was tried. " in found.message
    assert found.message.endswith(f"run `nightschool fix {file.parent}`.")


@pytest.mark.integration
def test_a_path_into_a_package_that_nothing_repairs_leads_to_it(context, file):
    file.write_text("use crate::elsewhere::Entry;\n\npub fn one(all: &[Entry]) -> u64 {\n    all[0].cost()\n}\n")
    assert "nightschool fix" not in hinted(repair(context, file, clock=Clock(0.0))).message
    (file.parent / "Cargo.toml").write_text('[package]\nname = "x"\n')
    assert hinted(repair(context, file, clock=Clock(0.0))).message.endswith(f"run `nightschool fix {file.parent}`.")


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
    assert "E0382, edition 2024" in found.message
    compiled = context.judge.compile([Program(one.program, edition="2024") for one in found.shown])
    assert {one.verdict for one in compiled} == {Verdict.PASSED}
    assert (
        "compiles already (edition 2021): it type-checks and builds as a library"
        in repair(context, file, "2021").message
    )


DEBUGLESS = """enum Failure {
    Empty,
}

fn main() -> Result<(), Failure> {
    Err(Failure::Empty)
}
"""
TESTED = """pub struct Account {
    balance: u32,
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_empty() {
        let account = super::Account { balance: 0 };
        assert_eq!(account.balanse, 0);
    }
}
"""
INDEX = """pub fn last() -> u8 {
    let table = [1u8, 2, 3];
    table[3]
}
"""


@pytest.mark.integration
@pytest.mark.parametrize(
    ("source", "wanted", "verified"),
    [
        (DEBUGLESS, "#[derive(Debug)]", "it type-checks and builds as a binary (linked, not run)"),
        (
            TESTED,
            "account.balance, 0",
            "it type-checks, builds as a library and builds with its tests (linked, not run)",
        ),
        (INDEX, "table[2]", "it type-checks and builds as a library in"),
    ],
)
def test_what_only_a_build_finds_is_repaired_and_verified_by_a_build(context, file, source, wanted, verified):
    """As libraries without tests all three type-check: 0 errors there, 1 in the build."""
    assert context.judge.compile([Program(source)])[0].verdict is Verdict.PASSED
    file.write_text(source)
    found = repair(context, file, most=None)
    assert f"Verified{' of each' if len(found.shown) > 1 else ''}: {verified}" in found.message
    assert any(wanted in one.program for one in found.shown)
    asked = [Program(one.program, targets=found.job.program.targets) for one in found.shown]
    assert {one.verdict for one in context.judge.compile_each(asked)} == {Verdict.PASSED}


UNCODED = "pub fn one(values: &[u8]) -> u8 {\n    let first = values[0]\n    first\n}\n"
DENIED = """#![deny(unused_must_use)]
use std::fmt::Write;

pub fn greet(name: &str) -> String {
    let mut text = String::new();
    write!(text, "hello {name}");
    text
}
"""
LENT = (
    DENIED.replace("name: &str) -> String", "text: &mut impl Write, name: &str)")
    .replace("    let mut text = String::new();\n", "")
    .replace("    text\n}", "}")
)
"""Here a caller's writer may fail, so that dropping the error is not what everybody would do."""
WARNINGS = """#![deny(warnings)]

fn main() {
    let mut name = "you";
    println!("hello {name}");
}
"""


@pytest.mark.integration
@pytest.mark.parametrize(
    ("source", "named", "wanted"),
    [
        (UNCODED, "an error without a code, edition 2021", "values[0];"),
        (DENIED, "unused_must_use, edition 2021", ".unwrap();"),
        (LENT, "unused_must_use, edition 2021", ".unwrap();"),
        (WARNINGS, "unused_mut, edition 2021", 'let name = "you"'),
    ],
)
def test_errors_without_a_code_and_denied_lints_are_repaired(context, file, source, named, wanted):
    file.write_text(source)
    found = repair(context, file, most=None)
    assert named in found.message
    assert any(wanted in one.program for one in found.shown)


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
def test_the_command_writes_only_with_write_and_only_what_is_sure(file, tmp_path):
    command = [sys.executable, "-m", "nightschool", "fix", str(file)]
    learnt(tmp_path, -5.0)
    unsure = subprocess.run([*command, "--write"], cwd=tmp_path, capture_output=True, text=True)
    assert (unsure.returncode, file.read_text()) == (1, BROKEN), unsure.stderr
    assert "Nothing was written" in unsure.stdout
    assert not (tmp_path / "mlruns").exists()
    learnt(tmp_path, 5.0)
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (shown.returncode, file.read_text()) == (0, BROKEN), shown.stderr
    subprocess.run([*command, "--write"], cwd=tmp_path, check=True, capture_output=True)
    assert "let mut best" in file.read_text()
    refused = subprocess.run([*command, "--edition", "2027"], cwd=tmp_path, capture_output=True, text=True)
    assert refused.returncode == 2, refused.stderr


def test_a_read_only_file_is_refused_before_anything_is_searched(file, tmp_path):
    file.chmod(0o444)
    refused = subprocess.run(
        [sys.executable, "-m", "nightschool", "fix", str(file), "--write"], cwd=tmp_path, capture_output=True, text=True
    )
    assert refused.returncode == 2
    assert "is read-only" in refused.stderr + refused.stdout
    assert file.read_text() == BROKEN
