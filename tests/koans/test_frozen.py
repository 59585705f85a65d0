"""Claims about the frozen suite: what it is made of, that it is sound, and that it has not changed."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from nightschool.koans import Suite, certify, load_suite
from nightschool.repair.search import Budget, search
from nightschool.repair.suggested import suggested
from nightschool.rust.judge import Judge
from nightschool.types import Program, Verdict

from .conftest import FROZEN

DIGEST = "f82c2068c50851585ccbdc5e09de3862044da66b3b3515a9caee46170d8dc23e"
"""The examination is frozen. Whoever changes a koan makes another examination, with another name."""
REQUIRED = {
    *("E0382", "E0499", "E0502", "E0505", "E0507", "E0515", "E0596"),
    *("E0597", "E0277", "E0599", "E0308", "E0369", "E0106", "E0373"),
}


@pytest.fixture(scope="module")
def frozen() -> Suite:
    return load_suite(FROZEN)


def test_no_koan_has_changed(frozen: Suite) -> None:
    assert frozen.digest == DIGEST


def test_thirty_koans_ten_of_each_family(frozen: Suite) -> None:
    assert Counter(koan.family for koan in frozen.koans) == {
        "borrow_checker": 10,
        "trait_bounds": 10,
        "result_handling": 10,
    }


def test_patterns_and_codes_are_varied(frozen: Suite) -> None:
    assert len({koan.pattern for koan in frozen.koans}) >= 26
    codes = {code for koan in frozen.koans for code in koan.error_codes}
    assert codes >= REQUIRED
    assert len(codes) >= 14


def test_every_examined_pattern_of_the_list_is_there_with_its_code(frozen: Suite) -> None:
    text = (FROZEN.parents[1] / "docs" / "patterns.md").read_text().split("## Taught")[0]
    listed = re.findall(r"^\| (\w+) \| `([\w-]+)` \| (E\d{4}) \|", text, re.MULTILINE)
    assert sorted(listed) == sorted((koan.family, koan.pattern, koan.error_codes[0]) for koan in frozen.koans)


def test_koans_are_5_to_40_lines_with_at_least_two_tests(frozen: Suite) -> None:
    assert frozen.lines == (5, 40)
    for koan in frozen.koans:
        assert 5 <= len(koan.broken.splitlines()) <= 40, koan.id
        assert koan.tests.count("#[test]") >= 2, koan.id


def test_repairs_are_small(frozen: Suite) -> None:
    for koan in frozen.koans:
        before, after = (Counter(text.splitlines()) for text in (koan.broken, koan.fixed))
        assert (before - after).total() <= 4, koan.id


def test_code_is_library_style_and_gives_nothing_away(frozen: Suite) -> None:
    for koan in frozen.koans:
        assert "fn main" not in koan.broken, koan.id
        assert not re.search(r"(?i)\b(fix|bug|broken|error here|E0\d{3}|todo)\b", koan.broken), koan.id


def test_the_frozen_suite_is_certified(frozen: Suite, judge: Judge) -> None:
    certificate = certify(frozen, judge)
    assert certificate.defects == ()
    assert certificate.ok
    assert (len(certificate.rows), certificate.digest) == (30, DIGEST)


@pytest.mark.integration
def test_most_koans_need_more_than_rustc_suggests(frozen: Suite, judge: Judge) -> None:
    programs = [Program(koan.broken, koan.tests, koan.broken, koan.edition) for koan in frozen.koans]
    found = search(judge, programs, (suggested,), Budget(48))
    answers = [
        Program(one.candidates[0].program if one.candidates else koan.broken, koan.tests, koan.broken, koan.edition)
        for one, koan in zip(found, frozen.koans, strict=True)
    ]
    solved = [judgement.verdict is Verdict.PASSED for judgement in judge.judge(answers)]
    assert len(solved) - sum(solved) >= 15


def test_the_suite_is_read_from_any_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_suite(FROZEN).name == "frozen"
