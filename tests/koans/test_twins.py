"""Twins: the same slip under other names, as the real judge finds it."""

from __future__ import annotations

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.overlap import Detector, leakage
from nightschool.errors import SandboxUnavailableError
from nightschool.koans import Suite, suite_digest
from nightschool.koans.twins import make_twins
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Judgement, Koan, Program, Row, Verdict

BROKEN = """use std::fmt;

pub struct Basket {
    fruits: Vec<String>,
    len: usize,
}

impl fmt::Display for Basket {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "basket of {} fruits", self.len)
    }
}

pub fn collect(names: Vec<String>) -> Basket {
    let fruits = names;
    Basket { len: names.len(), fruits }
}
"""
FIXED = BROKEN.replace("let fruits = names;", "let fruits = names.clone();")
TESTS = """#[test]
fn counts() {
    let basket = collect(vec!["pear".to_string()]);
    assert_eq!(basket.to_string(), "basket of 1 fruits");
    assert_eq!(basket.fruits[0], "pear");
}
"""
KOAN = Koan("basket", "borrow_checker", "use-after-move", ("E0382",), BROKEN, FIXED, TESTS)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(load_config(None, [f"root={tmp_path_factory.mktemp('twins')}"]))


@pytest.fixture(scope="module")
def twin(judge: Judge) -> Koan:
    made = make_twins(Suite("one", (KOAN,), suite_digest([KOAN])), judge)
    assert made.without == ()
    return made.suite.koans[0]


@pytest.mark.integration
def test_a_twin_fails_and_is_repaired_as_its_koan(judge: Judge, twin: Koan) -> None:
    (broken,) = judge.compile([Program(twin.broken)])
    (fixed,) = judge.judge([Program(twin.fixed, twin.tests, twin.broken)])
    assert (broken.codes, fixed.verdict) == (("E0382",), Verdict.PASSED)


@pytest.mark.integration
def test_own_names_and_words_are_others_and_what_rust_asks_for_stays(twin: Koan) -> None:
    for gone in ("Basket", "fruits", "names", "collect", "basket of", "pear"):
        assert gone not in twin.broken + twin.fixed + twin.tests
    for kept in ("fn fmt(&self", ".len()", "Vec<String>", "to_string()"):
        assert kept in twin.broken + twin.tests
    assert len(twin.broken) == len(BROKEN), "the layout is the same to the byte"
    assert twin.id == KOAN.id


@pytest.mark.integration
def test_a_row_that_holds_a_twin_is_a_leak_of_its_koan(twin: Koan) -> None:
    row = Row("r", "aligned", "", "", "E0382", twin.broken, twin.fixed, "", "p", "g")
    found = leakage([row], [KOAN])
    assert {o.koan for o in found.offenders} == {"basket"}
    assert Detector.RENAMED in {o.detector for o in found.offenders}


@pytest.mark.integration
def test_a_koan_without_names_of_its_own_has_no_twin(judge: Judge) -> None:
    bare = Koan("bare", "f", "p", ("E0308",), "pub fn f() -> u8 { true }\n", "pub fn f() -> u8 { 1 }\n", "")
    assert make_twins(Suite("one", (bare,), suite_digest([bare])), judge).without == ("bare",)


class DeadJudge(Judge):
    """A judge without a sandbox."""

    def __init__(self) -> None:
        pass

    def compile(self, programs: object, progress: object = None) -> list[Judgement]:
        assert isinstance(programs, list)
        return [Judgement(Verdict.UNSCORED, detail="the sandbox died")] * len(programs)


def test_a_koan_is_not_without_a_twin_because_the_sandbox_died() -> None:
    with pytest.raises(SandboxUnavailableError, match="koans or twins could not be judged"):
        make_twins(Suite("one", (KOAN,), suite_digest([KOAN])), DeadJudge())
