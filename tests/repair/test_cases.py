"""Real faults of Rust developers (tests/cases, each with its source): does search find a right repair of each?

The faults were not written for the operators; a right repair is one that passes the case's tests. What search does not
find is listed with its reason, and a case that it begins to find fails here until it leaves the list.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.repair import Found, search
from nightschool.rust.judge import open_judge
from nightschool.types import Program, Verdict

CASES = sorted(path.parent for path in (Path(__file__).parents[1] / "cases").glob("*/case.toml"))
NOT_FOUND = {
    "20-main-error-without-debug": "an error of a binary; it compiles as a library",
    "32-test-module-set-var-2024": "an error of the file's own tests; it compiles without them",
    "36-three-independent-errors": "its borrow error needs two statements written anew",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Found, list[bool]]]:
    """Of each case what search finds, and which of it passes the tests."""
    judge = open_judge(Config(root=tmp_path_factory.mktemp("cases")))
    about = [tomllib.loads((case / "case.toml").read_text(encoding="utf-8")) for case in CASES]
    texts: list[dict[str, Any]] = [
        {name: (case / f"{name}.rs").read_bytes().decode() for name in ("broken", "tests")} for case in CASES
    ]
    programs = [Program(t["broken"], edition=a["edition"]) for t, a in zip(texts, about, strict=True)]
    searched = search(judge, programs)
    right = []
    for one, text in zip(searched, texts, strict=True):
        asked = [Program(c.program, text["tests"], text["broken"], one.program.edition) for c in one.candidates]
        right.append([judged.verdict is Verdict.PASSED for judged in judge.judge(asked)])
    return {case.name: pair for case, *pair in zip(CASES, searched, right, strict=True)}  # type: ignore[misc]


@pytest.mark.integration
@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_search_finds_a_right_repair(found: dict[str, tuple[Found, list[bool]]], name: str) -> None:
    search_found, right = found[name]
    assert any(right) is (name not in NOT_FOUND), f"{sum(right)} of {len(right)} candidates pass: {search_found.before}"


@pytest.mark.integration
def test_a_right_repair_is_among_the_first_three_of_the_fixed_order(
    found: dict[str, tuple[Found, list[bool]]],
) -> None:
    """Nothing learnt chooses here; a chooser does better. Fifteen of 24 are wanted of what is shown."""
    assert sum(any(right[:3]) for _, right in found.values()) >= 15
