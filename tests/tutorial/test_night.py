"""docs/tutorial-night.md: its steps and the repair that it shows; the night is run by tests of the smoke cycle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tutorial.told import agrees, normal, steps

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "tutorial-night.md"


def test_the_first_night_begins_with_one_command_and_ends_with_the_pages() -> None:
    commands = [step.command for step in steps(DOCUMENT)]
    assert commands[0] == "make cycle CONFIG=conf/smoke.yaml"
    assert commands[-2:] == ["make cycle", "make up"]


@pytest.mark.integration
def test_fix_shows_the_repair_that_the_document_shows(tmp_path: Path) -> None:
    """Before any night: exit 0, since the built-in chooser is sure of it, and the diff."""
    (step,) = [step for step in steps(DOCUMENT) if step.command.startswith("nightschool fix")]
    words = [sys.executable, "-m", "nightschool", "fix", str(ROOT / step.command.split()[-1]), "--set"]
    done = subprocess.run([*words, f"root={tmp_path}"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert agrees(step.output.strip(), normal(done.stdout))
