"""`nightschool fix` in a workspace: each kind of target broken once and repaired, and what is only said."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.phases.crate.fix import Asked
from nightschool.phases.decided import Answer
from tests.cargo.made import copied, edit, fixed, learnt

pytestmark = pytest.mark.integration
OFFLINE = ("--offline",)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    return learnt(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for all tests, so that cargo builds its dependencies once; each test mends what it breaks."""
    return copied(tmp_path_factory.mktemp("fix"))


@pytest.fixture
def folder(built: Path):
    before = {file: file.read_bytes() for file in built.rglob("*") if file.is_file() and "target" not in file.parts}
    yield built
    for file, data in before.items():
        if file.read_bytes() != data:
            file.write_bytes(data)


KINDS = [
    ("library", "core/src/store.rs", "let mut names = Vec::new()", "let names = Vec::new()", "library core_parts"),
    ("binary", "app/src/main.rs", "words::joined(&given)", "words::joined(given)", "binary app"),
    ("module", "app/src/words.rs", 'words.join(" ")', "words.join(' ')", "binary app"),
    (
        "tests",
        "core/src/store.rs",
        "assert_eq!(store.count(), 1)",
        "assert_eq!(store.cuont(), 1)",
        "library core_parts",
    ),
    ("test", "core/tests/round_trip.rs", 'size("medium"), Some(25)', 'sise("medium"), Some(25)', "test round_trip"),
    ("example", "core/examples/shop.rs", "let mut store", "let store", "example shop"),
    ("build script", "core/build.rs", "rows.len(), rows", "rows.lne(), rows", "build script of core-parts"),
    ("no_std", "units/src/lib.rs", "iter().copied().max()", "iter().max()", "library units"),
    ("macros", "macros/src/lib.rs", "let mut words", "let words", "procedural macros macros"),
]


@pytest.mark.parametrize(("file", "old", "new", "target"), [one[1:] for one in KINDS], ids=[one[0] for one in KINDS])
def test_an_error_of_each_kind_of_target_is_repaired_and_written(config, folder, file, old, new, target) -> None:
    edit(folder / file, old, new)
    found = fixed(config, Asked(folder, OFFLINE, write=True))
    (attempt,) = found.attempts
    assert attempt.error.startswith(f"{file}:")
    assert attempt.error.endswith(f"({target})")
    assert found.written == [Path(file)], attempt.message
    assert "passes: 7 targets" in found.words[0]  # units, build script, macros, core_parts, app, round_trip, shop
    assert found.fine
    done = subprocess.run(["cargo", "check", "-q", "--offline", "--all-targets"], cwd=folder, check=False)
    assert done.returncode == 0


def test_a_diff_is_taken_by_git_apply_and_the_file_stays_as_it_was(config, folder, tmp_path) -> None:
    edit(folder / "core/src/store.rs", "let mut names", "let names")
    broken = (folder / "core/src/store.rs").read_text()
    found = fixed(config, Asked(folder / "core", OFFLINE, test=True))
    assert (folder / "core/src/store.rs").read_text() == broken
    assert found.written == []
    assert "in a copy with the repair in place passes" in found.words[0]
    assert "3 passed, 0 failed, 0 ignored" in found.words[1]  # counts, and two of round_trip
    patch = tmp_path / "repair.diff"
    patch.write_text(f"{found.attempts[0].shown[0].diff}\n")
    subprocess.run(["git", "apply", "--unsafe-paths", f"--directory={folder}", str(patch)], cwd="/", check=True)
    assert "let mut names" in (folder / "core/src/store.rs").read_text()


def test_a_copy_leaves_nothing_that_cargo_takes_for_the_users(config, folder) -> None:
    edit(folder / "units/src/lib.rs", "lengths.iter().copied()", "lengths.iter().copeid()")
    assert fixed(config, Asked(folder, OFFLINE)).fine
    again = fixed(config, Asked(folder, OFFLINE))
    assert "copeid" in again.attempts[0].error
    done = subprocess.run(["cargo", "check", "-q", "--offline"], cwd=folder, capture_output=True, check=False)
    assert b"copeid" in done.stderr


def test_all_goes_from_error_to_error_until_the_whole_compiles(config, folder) -> None:
    edit(folder / "units/src/lib.rs", "lengths.iter().copied()", "lengths.iter().copeid()")
    edit(folder / "core/src/store.rs", "let mut names", "let names")  # hidden until units compiles
    edit(folder / "app/src/words.rs", 'words.join(" ")', "words.join(' ')")
    found = fixed(config, Asked(folder, OFFLINE, every=True))
    assert [one.error.split(":")[0] for one in found.attempts] == [
        "units/src/lib.rs", "core/src/store.rs", "app/src/words.rs",
    ]  # fmt: skip
    assert found.fine, found.words


def test_a_private_item_is_opened_in_the_file_that_rustc_points_to(config, folder) -> None:
    edit(folder / "app/src/words.rs", "pub fn joined", "fn joined")
    found = fixed(config, Asked(folder, OFFLINE))
    assert found.attempts[0].error.startswith("app/src/main.rs:")
    assert any(one.path == Path("app/src/words.rs") and "+pub" in one.diff for one in found.attempts[0].shown)


def test_a_feature_is_given_to_cargo(config, folder) -> None:
    edit(folder / "units/src/lib.rs", "count * 254 / 10", "count * 254u64 / 10")
    assert fixed(config, Asked(folder / "units", OFFLINE)).fine
    found = fixed(config, Asked(folder / "units", (*OFFLINE, "--features", "imperial")))
    assert "E0308" in found.attempts[0].error
    assert found.attempts[0].shown


def test_an_error_in_generated_code_is_said_and_not_edited(config, folder) -> None:
    edit(folder / "core/build.rs", '(\\"{name}\\", {size})"', '(\\"{name}\\", \\"{size}\\")"')
    found = fixed(config, Asked(folder, OFFLINE))
    assert found.attempts == []
    assert "in generated code" in found.elsewhere[0]
    assert "the build script of core-parts writes it" in found.elsewhere[0]
    assert not found.fine


def test_arguments_that_lead_elsewhere_and_folders_without_a_package_are_refused(config, folder, tmp_path) -> None:
    with pytest.raises(UsageError, match="cannot take '--manifest-path"):
        fixed(config, Asked(folder, ("--manifest-path=x",)))
    with pytest.raises(UsageError, match="No Cargo package at"):
        fixed(config, Asked(tmp_path))
    (tmp_path / "Cargo.toml").write_text("[package")
    with pytest.raises(UsageError, match="Cargo cannot read the package at"):
        fixed(config, Asked(tmp_path))
    with pytest.raises(UsageError, match="fails without an error of rustc"):
        fixed(config, Asked(folder, (*OFFLINE, "--features", "nowhere")))


def test_code_that_cargo_would_run_while_it_builds_is_checked_in_the_whole_only_if_that_is_asked(
    config, folder
) -> None:
    with (folder / "macros/Cargo.toml").open("a") as manifest:
        manifest.write('\n[dependencies]\nunits = { path = "../units" }\n')
    edit(folder / "units/src/lib.rs", "lengths.iter().copied()", "lengths.iter().copeid()")
    found = fixed(config, Asked(folder, OFFLINE))
    assert found.attempts[0].runs_at_build
    assert found.words[0].startswith("Not checked in the whole: cargo would run the repaired code")
    assert not found.fine


BESIDE = """pub fn twice(count: u32) -> u32 {
    count * 2
}
"""


def test_a_path_dependency_beside_the_workspace_is_used_in_the_copy_and_never_edited(config, folder) -> None:
    beside = folder.parent / "beside"
    (beside / "src").mkdir(parents=True)
    (beside / "Cargo.toml").write_text('[package]\nname = "beside"\nversion = "0.1.0"\nedition = "2021"\n')
    (beside / "src/lib.rs").write_text(BESIDE)
    with (folder / "app/Cargo.toml").open("a") as manifest:
        manifest.write('beside = { path = "../../beside" }\n')
    edit(folder / "app/src/main.rs", "Part::new(&name, 12)", "Part::new(name, beside::twice(6))")
    assert fixed(config, Asked(folder, OFFLINE)).fine
    (beside / "src/lib.rs").write_text(BESIDE.replace("count * 2", "cuont * 2"))
    found = fixed(config, Asked(folder, OFFLINE))
    assert found.attempts == []
    assert "in the dependency beside" in found.elsewhere[0]


def test_an_error_in_what_another_packages_macro_makes_is_searched_where_it_is_called(config, folder) -> None:
    with (folder / "core/src/lib.rs").open("a") as library:
        library.write(
            "#[macro_export]\nmacro_rules! labels {\n    ($part:expr) => {{ let l: String = $part.label(); l }};\n}\n"
        )
    edit(folder / "app/src/main.rs", "Part::new(&name, 12).label()", "core_parts::labels!(Part::nwe(&name, 12))")
    found = fixed(config, Asked(folder, OFFLINE))
    assert "Part::new(&name, 12)" in found.attempts[0].shown[0].program
    assert found.attempts[0].shown[0].path == Path("app/src/main.rs")
    edit(folder / "core/src/lib.rs", "let l: String", "let l: u32")
    edit(folder / "app/src/main.rs", "Part::nwe", "Part::new")
    found = fixed(config, Asked(folder, OFFLINE))
    assert len(found.attempts) == 1  # rustc points into the other package; no fault, whatever is found


def test_errors_of_one_file_are_repaired_together_and_what_cannot_be_is_tried_once(config, folder) -> None:
    edit(folder / "core/src/store.rs", "let mut names", "let names")
    edit(folder / "core/src/store.rs", "self.parts.len()", "self.parts.lne()")
    found = fixed(config, Asked(folder, OFFLINE, every=True))
    assert len(found.attempts) == 1
    assert found.attempts[0].error.endswith("and 1 more in this file") or "E0599" in found.attempts[0].error
    assert found.fine, found
    edit(folder / "app/src/words.rs", 'words.join(" ")', "conjure(words)?.spell(1)")
    edit(folder / "app/src/words.rs", "pub fn joined", "pub fn other() -> u8 { conjure(2) }\npub fn joined")
    edit(folder / "core/src/store.rs", "let names", "let mut names")
    edit(folder / "core/src/store.rs", "self.parts.lne()", "self.parts.len()")
    assert len(fixed(config, Asked(folder, OFFLINE, every=True)).attempts) == 1


def test_the_command_tells_what_it_verified_and_gives_cargo_what_follows(config, folder) -> None:
    edit(folder / "core/examples/shop.rs", "let mut store", "let store")
    command = [sys.executable, "-m", "nightschool", "fix", str(folder), "-s", f"root={config.root}", "--", "--offline"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Running `cargo check --all-targets --offline`." in done.stdout
    assert "core/examples/shop.rs:6: E0596" in done.stdout
    assert "example shop type-checks, as cargo calls rustc, metadata only" in done.stdout
    assert "+    let mut store = Store::default();" in done.stdout
    assert "Tests were not run" in done.stdout


def command(config, folder: Path, *arguments: str, said: str = "", editor: str = "") -> subprocess.CompletedProcess:
    words = [sys.executable, "-m", "nightschool", "fix", str(folder), *arguments, "-s", f"root={config.root}"]
    environment = {**os.environ, **({"EDITOR": editor, "VISUAL": editor} if editor else {})}
    whole = [*words, "--", *OFFLINE]
    return subprocess.run(whole, input=said, capture_output=True, text=True, check=False, env=environment)


def test_json_is_one_object_with_a_list_of_attempts(config, folder) -> None:
    """The chooser's bias is 9: 1 / (1 + exp(-9)) = 0.9999. Two packages are broken, one error each."""
    edit(folder / "core/src/store.rs", "let mut names", "let names")
    edit(folder / "app/src/words.rs", 'words.join(" ")', "words.join(' ')")
    done = command(config, folder, "--all", "--json")
    found = json.loads(done.stdout)
    assert (found["schema"], found["outcome"], found["written"]) == (1, "sure", [])
    assert (done.returncode, found["exit"]["code"]) == (0, 0)
    assert [(one["file"], one["line"] > 0, one["outcome"]) for one in found["attempts"]] == [
        ("core/src/store.rs", True, "sure"),
        ("app/src/words.rs", True, "sure"),
    ]
    assert found["attempts"][0]["code"] == "E0596"
    (first,) = found["attempts"][0]["candidates"]
    assert first["probability"] == pytest.approx(0.9999, abs=1e-4)
    assert set(first) == {"file", "diff", "probability", "by", "changes", "program", "also"}
    assert first["also"] == []
    subprocess.run(["git", "apply"], cwd=folder, input=first["diff"].encode(), check=True)
    assert (folder / "core/src/store.rs").read_text() == first["program"]


def test_a_person_is_asked_about_each_error_and_what_is_accepted_is_written(config, folder, tmp_path) -> None:
    """Of two errors the first is skipped; the second is edited to no Rust, edited again, then accepted."""
    edit(folder / "core/src/store.rs", "let mut names", "let names")
    edit(folder / "units/src/lib.rs", "lengths.iter().copied()", "lengths.iter().copeid()")
    broken = (folder / "core/src/store.rs").read_text()
    (tmp_path / "better.rs").write_text(
        (folder / "units/src/lib.rs").read_text().replace("lengths.iter().copeid()", "lengths.iter().cloned()")
    )
    script = tmp_path / "editor.sh"
    script.write_text(
        f'#!/bin/sh\nif [ -e {tmp_path}/once ]; then cat {tmp_path}/better.rs > "$1"; '
        f'else touch {tmp_path}/once; echo "fn" > "$1"; fi\n'
    )
    script.chmod(0o755)
    done = command(config, folder, "--interactive", said="e\ny\na\ns\n", editor=str(script))
    assert done.returncode == 1, done.stderr
    assert "It does not compile. Edit again?" in done.stdout
    assert "1. you" in done.stdout
    assert "Skipped: nothing was written for this error." in done.stdout
    assert (folder / "units/src/lib.rs").read_text() == (tmp_path / "better.rs").read_text()
    assert (folder / "core/src/store.rs").read_text() == broken
    again = command(config, folder, "-i", said="a\n")
    assert (again.returncode, "let mut names" in (folder / "core/src/store.rs").read_text()) == (0, True), again.stdout


def test_a_file_that_changes_while_a_person_thinks_is_not_overwritten(config, folder) -> None:
    edit(folder / "core/src/store.rs", "let mut names", "let names")
    file = folder / "core/src/store.rs"

    def meanwhile(attempt, verify):
        file.write_text(f"// mine\n{file.read_text()}")
        return Answer(attempt.shown[0], (), "accepted")

    with pytest.raises(UsageError, match="was changed while its repair was looked for"):
        fixed(config, Asked(folder, OFFLINE, choose=meanwhile))
    assert file.read_text().startswith("// mine")


BROKEN = "pub fn f() -> u8 { let x = 1; x = 2; x }\n"


def made(folder: Path, member: str, files: dict[str, str]) -> Path:
    """A workspace with one member, `p`, which lies in the folder `member`, and further files."""
    manifest = '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2021"\n'
    workspace = '[workspace]\nmembers = ["p"]\nresolver = "2"\n'
    for name, text in {"Cargo.toml": workspace, f"{member}/Cargo.toml": manifest, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_a_unit_that_needs_a_variable_of_the_shell_is_said_and_not_searched(config, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SHOP_KEY", "x")
    needs = f'pub const K: &str = env!("SHOP_KEY");\n{BROKEN}'
    (attempt,) = fixed(config, Asked(made(tmp_path, "p", {"p/src/lib.rs": needs}), OFFLINE)).attempts
    assert attempt.message.startswith("Not searched"), attempt.message
    assert "SHOP_KEY" in attempt.message


def test_modules_of_a_file_beside_the_package_are_found(config, tmp_path) -> None:
    files = {
        "p/src/lib.rs": f'#[path = "../../common/mod.rs"]\npub mod common;\n{BROKEN}',
        "common/mod.rs": "pub mod deep;\n",
        "common/deep.rs": "pub fn v() {}\n",
    }
    found = fixed(config, Asked(made(tmp_path, "p", files), OFFLINE))
    assert found.fine, found.attempts[0].message


def test_a_member_behind_a_link_costs_the_check_of_the_whole_and_not_the_repair(config, tmp_path) -> None:
    folder = made(tmp_path / "w", "../real", {"../real/src/lib.rs": BROKEN})
    (folder / "p").symlink_to("../real")
    found = fixed(config, Asked(folder, OFFLINE))
    assert found.attempts[0].shown, found.attempts[0].message
    assert not found.fine
    assert found.words == [word for word in found.words if word.startswith("Not checked in the whole: in a copy")]
