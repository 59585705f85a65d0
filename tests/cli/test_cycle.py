"""`nightschool cycle` before it starts anything: what a night's first phases would miss ends it at once."""

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.embedded import night
from nightschool.errors import ConfigError, EnvironmentMissingError, SandboxUnavailableError
from nightschool.modeling import quantized
from nightschool.rust.toolchain import find_toolchain


@pytest.fixture
def begin(tmp_path, monkeypatch):
    """Give the command in an empty project; nights are noted in `begun` and not run."""
    begun = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NIGHTSCHOOL_EXECUTION", raising=False)
    monkeypatch.setattr(night, "run_night", lambda *_: begun.append("night") or True)
    (tmp_path / "c.yaml").write_text("seed: 1\n")

    def given(*overrides):
        sets = [word for one in overrides for word in ("--set", one)]
        return CliRunner().invoke(app, ["cycle", "--config", "c.yaml", *sets]).exception, begun

    return given


def without_rustc(monkeypatch, tmp_path):
    monkeypatch.setenv("NIGHTSCHOOL_RUSTC", str(tmp_path / "rustc"))


def test_without_a_toolchain_nothing_is_started(begin, monkeypatch, tmp_path):
    without_rustc(monkeypatch, tmp_path)
    error, begun = begin()
    assert (type(error), begun) == (EnvironmentMissingError, [])
    assert error.exit_code == 3
    assert not (tmp_path / "var" / "airflow").exists()


def test_without_what_quantises_the_base_nothing_is_started(begin, monkeypatch):
    monkeypatch.setattr(quantized, "find_spec", lambda name: None)
    error, begun = begin("model.quantization=4bit")
    assert (type(error), begun) == (ConfigError, [])
    assert "bitsandbytes is not installed" in str(error)


@pytest.mark.integration
def test_without_a_sandbox_nothing_is_started(begin, monkeypatch, tmp_path):
    """PATH has a compiler and no docker."""
    monkeypatch.setenv("NIGHTSCHOOL_RUSTC", find_toolchain().rustc)
    monkeypatch.setenv("PATH", str(tmp_path))
    error, begun = begin("sandbox.backend=docker")
    assert (type(error), begun) == (SandboxUnavailableError, [])
    assert error.exit_code == 3


def test_a_judge_service_has_its_own(begin, monkeypatch, tmp_path):
    without_rustc(monkeypatch, tmp_path)
    error, begun = begin("sandbox.backend=service")
    assert (getattr(error, "code", 0), begun) == (0, ["night"])


def test_phases_in_containers_have_their_own(begin, monkeypatch, tmp_path):
    without_rustc(monkeypatch, tmp_path)
    monkeypatch.setenv("NIGHTSCHOOL_EXECUTION", "docker")
    assert begin()[1] == ["night"]


def test_a_folder_of_lessons_that_is_not_there_is_told_first(begin):
    error, begun = begin("curriculum.lessons=[nope]")
    assert (type(error), begun) == (ConfigError, [])
