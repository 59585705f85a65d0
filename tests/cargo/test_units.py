"""A recorded call as the sandbox repeats it; which arguments of the user's are taken."""

from pathlib import Path

import pytest

from nightschool.cargo.calls import Call
from nightschool.cargo.sources import copy_package
from nightschool.cargo.unit import Unit
from nightschool.cargo.views import keys, pointed_at, primary_file, seen_from
from nightschool.errors import UsageError
from nightschool.phases.crate.arguments import check_arguments, known, whole
from nightschool.sandbox import Limits

LIMITS = Limits(10, 10, 100, 8, 8, 8)


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    (tmp_path / "target/debug/deps").mkdir(parents=True)
    argv = (
        "rustc", "--crate-name", "core", "--edition=2021", "core/src/lib.rs", "--error-format=json",
        "--json=diagnostic-rendered-ansi,artifacts", "--crate-type", "lib", "--emit=dep-info,metadata",
        "-C", "metadata=ab", "--out-dir", f"{tmp_path}/target/debug/deps", "-C", f"incremental={tmp_path}/target/i",
        "-L", f"dependency={tmp_path}/target/debug/deps",
        "--extern", f"units={tmp_path}/target/debug/deps/libunits.rmeta",
    )  # fmt: skip
    environment = {"CARGO_MANIFEST_DIR": f"{tmp_path}/core", "CARGO_PKG_NAME": "core", "PATH": "/evil"}
    return Unit(Call(argv, tmp_path, environment))


def test_output_and_incremental_folders_are_left_out_and_metadata_is_made(unit: Unit, tmp_path: Path) -> None:
    copy = Path("/copy")
    words = unit.command(copy, LIMITS).argv
    at = words.index("--crate-name")
    assert words[at:] == (
        "--crate-name", "core", "--edition=2021", "core/src/lib.rs", "--error-format=json", "--crate-type", "lib",
        "-C", "metadata=ab", "-L", f"dependency={tmp_path}/target/debug/deps",
        "--extern", f"units={tmp_path}/target/debug/deps/libunits.rmeta", "--emit=metadata",
    )  # fmt: skip


def test_the_package_lies_in_the_copy_and_dependencies_where_they_are(unit: Unit, tmp_path: Path) -> None:
    command = unit.command(Path("/copy"), LIMITS)
    assert command.environment == {"CARGO_MANIFEST_DIR": "/copy/core", "CARGO_PKG_NAME": "core"}
    assert command.read_only[0] == Path("/copy")
    assert tmp_path / "target/debug/deps" in command.read_only
    assert not any(tmp_path == one for one in command.read_only)  # the user's sources are not seen


def test_a_copy_holds_the_package_without_builds_hidden_folders_and_other_packages(tmp_path: Path) -> None:
    for name in (
        "p/src/lib.rs",
        "p/inner/src/lib.rs",
        "p/.git/config",
        "p/target/x.rs",
        "p/out/CACHEDIR.TAG",
        "q/a.rs",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    others = [tmp_path / one for one in ("p", "p/inner", "q")]
    copy_package(tmp_path, tmp_path / "p", tmp_path / "copy", others, tmp_path / "p/target")
    assert [str(one.relative_to(tmp_path / "copy")) for one in (tmp_path / "copy").rglob("*.rs")] == ["p/src/lib.rs"]


def _span(file: str, primary: bool = True, label: str = "") -> dict[str, object]:
    place = {"line_start": 2, "column_start": 1, "byte_start": 5, "byte_end": 6, "expansion": None}
    return {"file_name": file, "is_primary": primary, "label": label, **place}


def test_a_note_in_another_file_is_a_label_seen_from_there() -> None:
    note = {"message": "the function is defined here", "spans": [_span("src/b.rs")], "children": []}
    error = {
        "level": "error", "message": "function `f` is private", "code": {"code": "E0603"},
        "spans": [_span("src/a.rs", label="private function")], "children": [note],
    }  # fmt: skip
    assert (primary_file(error), pointed_at(error)) == ("src/a.rs", ("src/b.rs",))
    (seen,) = seen_from([error], "src/b.rs")
    assert [(one.line, one.text) for one in seen.labels] == [(2, "the function is defined here")]
    assert keys([error, error]) == {("src/a.rs", "E0603", "function `f` is private"): 2}


def test_all_targets_unless_the_user_chose_some() -> None:
    assert check_arguments(()) == ["check", "--message-format=json", "--all-targets"]
    assert check_arguments(("--lib", "-F", "x")) == ["check", "--message-format=json", "--lib", "-F", "x"]
    assert whole(("--offline",)) == ("--workspace", "--offline")
    assert whole(("-pcore",)) == ("-pcore",)


@pytest.mark.parametrize("word", ["--target-dir", "--message-format=human", "--config=x", "-C"])
def test_an_argument_that_leads_elsewhere_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="cannot take"):
        known([word])
