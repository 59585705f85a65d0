"""Programs that deny or forbid lints are tested as others are: their own lints count, the harness is not theirs."""

from __future__ import annotations

import pytest

from nightschool.rust.judge import Judge
from nightschool.types import Program, Verdict

TWICE = "pub fn twice(n: u32) -> u32 {\n    n * 2\n}\n"
TESTS = "#[test]\nfn doubles() {\n    assert_eq!(twice(4), 8);\n}\n"


@pytest.mark.integration
@pytest.mark.parametrize(
    "attribute",
    [
        "#![deny(warnings)]",
        "#![forbid(unsafe_code)]",
        "#![deny(nonstandard_style)]",
        "#![cfg_attr(all(), forbid(unsafe_code))]",
        "#![forbid(dead_code, unsafe_code)]",
        "#![ /* all */ deny(warnings)]",
        "#![deny(unsafe_code)]\nmod inner {\n    #![forbid(warnings)]\n}",
    ],
)
def test_a_program_that_denies_lints_can_pass_and_fail_its_tests(judge: Judge, attribute: str) -> None:
    broken = f"{attribute}\n"
    right = Program(f"{broken}{TWICE}", TESTS, broken)
    wrong = Program(f"{broken}{TWICE.replace('* 2', '* 3')}", TESTS, broken)
    assert [one.verdict for one in judge.judge([right, wrong])] == [Verdict.PASSED, Verdict.TESTS_FAILED]


@pytest.mark.integration
def test_what_a_program_denies_itself_is_still_an_error(judge: Judge) -> None:
    unused = Program(f"#![deny(unused_variables)]\n{TWICE.replace('n * 2', 'let m = 1; n * 2')}", TESTS)
    (judged,) = judge.judge([unused])
    assert judged.verdict is Verdict.NOT_COMPILED
