"""The arithmetic of docs/scaling.md, by hand."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks" / "night_cost.py"


def test_the_measured_night_costs_what_was_measured():
    made = runpy.run_path(str(SCRIPT))
    assert made["cost"](made["NIGHTS"][0]).hours == pytest.approx(42.6 / 60)
    # 2,556 s, less 365 + 99 + 392 + 481 + 750 = 2,087
    assert made["REST"] == pytest.approx(469)


def test_a_night_on_paper_by_hand():
    made = runpy.run_path(str(SCRIPT))
    # Twice the rows, ten times the koans, half of the rows learnt, four times the weights, two workers at five times
    # the speed: the model's work is 4 / 5 / 2 = 0.4 a koan and row.
    night = made["Night"]("by hand", 11_000, 5_300, 307, 4 * 134.5e6, 2, 5.0)
    found = made["cost"](night)
    assert found.curate == pytest.approx(365)  # twice the rows over two workers
    assert found.validate == pytest.approx(198)  # twice the rows, one machine
    assert found.answer == pytest.approx(3_492)  # 873 s times ten times 0.4
    assert found.learn == pytest.approx(150)  # 750 s times a half times 0.4
    assert found.hours == pytest.approx((365 + 198 + 3_492 + 150 + 469) / 3600)


def test_the_page_holds_the_table_that_the_command_prints():
    printed = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True).stdout
    assert printed.strip() in (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
