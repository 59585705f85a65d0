"""`nightschool storage`: the formula, and a bank beside it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.errors import IntegrityError
from nightschool.modeling.share.bank import Bank
from tests.share.test_bank import axis
from tests.tiny import tiny_base

pytestmark = pytest.mark.integration


def test_a_bank_that_was_built_is_measured_beside_the_formula_if_it_is_named(tmp_path: Path) -> None:
    tiny_base(tmp_path / "model")
    Bank().add({"loud": {"m": axis(0, 100)}, "faint": {"m": axis(1, 1)}}).save(tmp_path / "bank")
    settings = ["--rank", "1", "--picture", str(tmp_path / "s.png")]
    settings += ["--set", f"root={tmp_path}", "--set", f"model.base_model={tmp_path / 'model'}"]
    plain = CliRunner().invoke(app, ["storage", *settings])
    measured = CliRunner().invoke(app, ["storage", *settings, "--bank", str(tmp_path / "bank")])
    assert (plain.exit_code, measured.exit_code) == (0, 0), (plain.output, measured.output)
    assert "This bank" not in plain.output
    # 24 numbers of float32 against 16: 0.67 times as much.
    assert "This bank: 2 tasks, k = 2 on average" in measured.output
    assert (tmp_path / "s.png").stat().st_size > 1000


def test_a_bank_that_is_not_there_is_said_before_anything_is_drawn(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["storage", "--bank", str(tmp_path), "--picture", str(tmp_path / "s.png")])
    assert isinstance(done.exception, IntegrityError)
    assert "`nightschool compare --strategies share` makes one" in str(done.exception)
    assert not (tmp_path / "s.png").exists()
