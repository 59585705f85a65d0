"""Koans without tests: an answer passes only if it compiles and leaves every item in place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.evaluation.answer import Answer
from nightschool.evaluation.verdicts import examined, verified
from nightschool.koans import Suite, certify, judged_in_place, load_suite, suite_digest, write_suite
from nightschool.koans.untested import OUT_OF_PLACE
from nightschool.rust.judge import Judge
from nightschool.types import Judgement, Koan, Verdict

from .conftest import BROKEN, FIXED, make_koan

PASSED = Judgement(Verdict.PASSED)
KOAN = make_koan("bare", tests="")
GONE = "pub fn shout(word: &str) -> String {\n    word.to_uppercase()\n}\n"
CALLED_OTHERWISE = FIXED.replace("words: &[String]", "words: Vec<String>")
TINY_BROKEN = 'pub fn two() -> u8 {\n    "2"\n}\n'
ADDS = make_koan("adds", fixed=f"{FIXED}pub fn new() {{}}\n", tests="")
TINY = make_koan("tiny", broken=TINY_BROKEN, fixed=TINY_BROKEN.replace('"2"', "2"), tests="")


@pytest.mark.parametrize(
    ("program", "kept"),
    [(FIXED, True), (BROKEN.replace("best = word.clone()", "best = &word"), True), (GONE, False), ("", False),
     (CALLED_OTHERWISE, False), (f"{FIXED}pub fn new() {{}}\n", False)],
)  # fmt: skip
def test_items_that_are_gone_new_or_called_otherwise_are_no_repair(program: str, kept: bool) -> None:
    assert (judged_in_place(KOAN, program, PASSED) == PASSED) is kept


def test_the_rule_is_for_koans_without_tests_and_for_what_passed() -> None:
    failed = Judgement(Verdict.NOT_COMPILED)
    assert judged_in_place(make_koan("tested"), GONE, PASSED) == PASSED
    assert judged_in_place(KOAN, GONE, failed) == failed


def test_a_suite_remembers_that_it_lets_them_in(tmp_path: Path) -> None:
    write_suite(tmp_path / "own", [KOAN], untested=True)
    write_suite(tmp_path / "other", [KOAN])
    assert [load_suite(tmp_path / name).untested for name in ("own", "other")] == [True, False]


def certified(judge: Judge, *koans: Koan, untested: bool = True) -> dict[str, list[str]]:
    suite = Suite("own", koans, suite_digest(koans), untested=untested)
    found: dict[str, list[str]] = {}
    for defect in certify(suite, judge).defects:
        found.setdefault(defect.koan, []).append(defect.defect)
    return found


@pytest.mark.integration
def test_certifying_wants_the_rule_to_refuse_every_trivial_answer(judge: Judge) -> None:
    """Emptied, deleted and hard-coded programs lose items or a tenth of their tokens, but for a function of one line:
    `{ Default::default() }` in place of its body keeps all, compiles, and repairs nothing."""
    found = certified(judge, KOAN, TINY, ADDS)
    assert found.keys() == {"tiny", "adds"}
    assert found["adds"] == [f"fixed.rs is forbidden: {OUT_OF_PLACE}"]
    assert "the trivial answer 'every body a default (broken)' passes" in found["tiny"]


@pytest.mark.integration
def test_other_suites_still_want_tests_and_a_wrong_code_is_still_a_defect(judge: Judge) -> None:
    assert certified(judge, KOAN, untested=False)["bare"][-1] == "tests.rs has no #[test] that runs"
    wrong = replace(KOAN, error_codes=("E0382",))
    assert "does not report E0382" in certified(judge, wrong)["bare"][0]
    ignored = replace(KOAN, tests="#[test]\n#[ignore]\nfn t() {}\n")
    assert "tests.rs has no #[test] that runs" in certified(judge, ignored)["bare"]


@pytest.mark.integration
def test_the_examination_follows_the_rule_and_an_arm_that_asks_only_for_a_compile_does_not(judge: Judge) -> None:
    answers = [Answer("bare", text, program=text) for text in (FIXED, GONE, BROKEN)]
    found = [one.verdict for one in examined(judge, [KOAN] * 3, answers)]
    assert found == [Verdict.PASSED, Verdict.FORBIDDEN, Verdict.NOT_COMPILED]
    asked = [one.verdict for one in verified(judge, [KOAN] * 3, answers)]
    assert asked == [Verdict.PASSED, Verdict.PASSED, Verdict.NOT_COMPILED]
