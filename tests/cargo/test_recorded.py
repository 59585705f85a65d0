"""The user's own cargo, run with a recording wrapper: which calls it made, what it says, who else is called."""

import os
from pathlib import Path

import pytest

from nightschool.cargo import CHECK, find_workspace, recorded
from tests.cargo.made import copied, edit

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("recorded"))


def test_every_unit_of_the_workspace_is_recorded_once(folder: Path) -> None:
    ran = recorded(find_workspace(folder), folder, [*CHECK, "--offline"])
    assert ran.exit_code == 0, ran.stderr
    called = sorted((call.crate, call.test) for call in ran.calls)
    units = ["app", "core_parts", "macros", "units"]  # each as such and as tests
    more = [("build_script_build", False), ("macros", False), ("round_trip", True), ("shop", False)]
    # the macros a third time, linked, since they are loaded
    assert called == sorted([(name, test) for name in units for test in (False, True)] + more)
    (core,) = [call for call in ran.calls if call.crate == "core_parts" and not call.test]
    assert core.source == folder / "core/src/lib.rs"
    assert core.environment["CARGO_PKG_NAME"] == "core-parts"
    assert "OUT_DIR" in core.environment
    assert "HOME" not in core.environment
    assert "NIGHTSCHOOL_CALLS" not in core.environment


def test_an_error_names_its_target_and_its_call_is_there(folder: Path) -> None:
    edit(folder / "core/tests/round_trip.rs", 'size("medium")', 'sized("medium")')
    ran = recorded(find_workspace(folder), folder / "app", [*CHECK, "--offline", "--workspace"])
    (error,) = ran.errors
    assert (error.target.name, error.target.kinds) == ("round_trip", ("test",))
    assert error.message["code"]["code"] == "E0425"
    assert [call.crate for call in ran.calls] == ["round_trip"]
    edit(folder / "core/tests/round_trip.rs", 'sized("medium")', 'size("medium")')


def test_the_wrapper_of_the_user_goes_on_working(folder: Path, tmp_path: Path) -> None:
    theirs, heard = tmp_path / "theirs", tmp_path / "heard"
    theirs.write_text(f'#!/bin/sh\necho called >> {heard}\nexec "$@"\n')
    theirs.chmod(0o755)
    (folder / "units/src/lib.rs").touch()
    ran = recorded(find_workspace(folder), folder, [*CHECK, "--offline", "-p", "units"], {
        **os.environ, "RUSTC_WORKSPACE_WRAPPER": str(theirs),
    })  # fmt: skip
    assert ran.exit_code == 0, ran.stderr
    assert [call.crate for call in ran.calls] == ["units", "units"]
    assert heard.read_text().count("called") >= 2


def test_a_secret_that_cargo_was_given_is_not_kept(folder: Path) -> None:
    (folder / "units/src/lib.rs").touch()
    given = {**os.environ, "CARGO_REGISTRY_TOKEN": "s3cret", "OTHER": "kept from records"}
    ran = recorded(find_workspace(folder), folder, [*CHECK, "--offline", "-p", "units"], given)
    assert ran.calls
    assert all("s3cret" not in call.environment.values() for call in ran.calls)
    assert all("OTHER" not in call.environment for call in ran.calls)
