"""The compiler itself is found, not rustup's shim; without one the error says what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from nightschool.errors import EnvironmentMissingError
from nightschool.rust import find_toolchain


def test_the_binary_is_in_its_sysroot_and_says_the_same_version() -> None:
    toolchain = find_toolchain()
    said = subprocess.run([toolchain.rustc, "--version"], capture_output=True, text=True, check=True).stdout
    assert toolchain.version == said.strip()
    assert any(toolchain.rustc.is_relative_to(folder) for folder in toolchain.read_only)
    assert len(toolchain.digest) == 16


def test_no_rustc_is_one_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CARGO_HOME", str(tmp_path))
    monkeypatch.delenv("NIGHTSCHOOL_RUSTC", raising=False)
    with pytest.raises(EnvironmentMissingError, match=r"Install Rust from https://rustup.rs"):
        find_toolchain()


def test_a_wrong_choice_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NIGHTSCHOOL_RUSTC", str(tmp_path / "rustc"))
    with pytest.raises(EnvironmentMissingError, match=r"NIGHTSCHOOL_RUSTC=.*is not a file"):
        find_toolchain()


def test_something_that_is_not_rustc_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / "rustc"
    fake.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("NIGHTSCHOOL_RUSTC", str(fake))
    with pytest.raises(EnvironmentMissingError, match="--print sysroot` failed: broken"):
        find_toolchain()
