"""Real faults of Rust developers, before any night: what the built-in policy writes, and what it shows.

The counts are those that a first night is asked for: at least 12 of 24 written and right, at most one written and
wrong, a right one among those shown for at least 15. `benchmarks/fix.py` prints them case by case.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.fix import fixed

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.repair import policy_in_use

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/case.toml"))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_half_of_the_real_faults_are_written_and_hardly_one_wrong(tmp_path: Path) -> None:
    context = Context(Config(root=tmp_path), "fix")
    assert policy_in_use(context)[0] == "the built-in chooser"
    rows = [fixed(context, case) for case in CASES]
    right = sum(written and first for written, first, _, _ in rows)
    wrong = sum(written and not first for written, first, _, _ in rows)
    assert (len(rows), right >= 12, wrong <= 1) == (24, True, True), (right, wrong)
    assert sum(shown for *_, shown, _ in rows) >= 15
