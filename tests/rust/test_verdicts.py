"""Every verdict, on small programs whose fate is plain."""

from __future__ import annotations

import pytest

from nightschool.config import Config
from nightschool.errors import SandboxUnavailableError
from nightschool.rust import Judge, find_toolchain, open_judge
from nightschool.rust.batch import MAX_SOURCE
from nightschool.sandbox import Command, Completed, Reason
from nightschool.types import Judgement, Program, Verdict

ADD = "pub fn add(a: i32, b: i32) -> i32 { a + b }\n"
TESTS = "#[test]\nfn adds() { assert_eq!(add(1, 2), 3); }\n"

CASES: dict[str, tuple[Program, Verdict, str]] = {
    "right": (Program(ADD, TESTS), Verdict.PASSED, "1 tests"),
    "without tests a compile is a pass": (Program(ADD), Verdict.PASSED, ""),
    "wrong": (Program(ADD.replace("+", "-"), TESTS), Verdict.TESTS_FAILED, "adds: assertion"),
    "mistyped": (Program(ADD.replace("a + b", '"x"'), TESTS), Verdict.NOT_COMPILED, ""),
    "deleted": (Program("fn main() {}", TESTS), Verdict.TESTS_FAILED, "do not compile against it: error[E0425]"),
    "empty": (Program("", TESTS), Verdict.TESTS_FAILED, "do not compile against it"),
    "todo": (Program("pub fn add(a: i32, b: i32) -> i32 { todo!() }", TESTS), Verdict.FORBIDDEN, "todo!"),
    "endless": (Program("pub fn add(a: i32, b: i32) -> i32 { loop {} }", TESTS), Verdict.TIMED_OUT, "in adds"),
    "panicking": (Program("pub fn add(a: i32, b: i32) -> i32 { panic!(\"no\") }", TESTS), Verdict.TESTS_FAILED, "no"),
    "no test at all": (Program(ADD, "fn helper() {}"), Verdict.TESTS_FAILED, "there are no tests"),
    "an ignored test is run": (
        Program(ADD, "#[test]\n#[ignore]\nfn t() { panic!(\"ran\") }"),
        Verdict.TESTS_FAILED,
        "ran",
    ),
    "own crate, right": (Program("#![allow(dead_code)]\n" + ADD + "fn main() {}", TESTS, "#![allow(dead_code)]"),
                         Verdict.PASSED, "1 tests"),
    "own crate, wrong": (
        Program("pub mod m { pub fn one() -> i32 { crate::add(1, 0) } }\n" + ADD.replace("+", "*"), TESTS),
        Verdict.TESTS_FAILED,
        "adds",
    ),
    "found in code generation": (
        Program("pub fn add<const N: i32>(a: i32, b: i32) -> i32 { const { assert!(N > 1) }; a + b }",
                "#[test]\nfn adds() { assert_eq!(add::<0>(1, 2), 3); }"),
        Verdict.NOT_COMPILED,
        "",
    ),
    "own tests do not count": (
        Program(ADD.replace("+", "-") + "#[test]\nfn mine() { assert!(true); }", TESTS),
        Verdict.TESTS_FAILED,
        "adds",
    ),
    "2018": (Program("pub fn add(a: i32, b: i32) -> i32 { let dyn_ = a; dyn_ + b }", TESTS, None, "2018"),
             Verdict.PASSED, ""),
    "too large": (Program("//" + "x" * MAX_SOURCE, TESTS), Verdict.NOT_COMPILED, "the most that is compiled"),
    "a megabyte": (Program("fn f() {}\n" * 100_000), Verdict.NOT_COMPILED, "1000000 bytes"),
    "NUL": (Program("pub fn f() {}\0"), Verdict.NOT_COMPILED, "NUL byte"),
    "deeply nested": (Program("pub fn f() -> i32 { " + "(" * 20_000 + "1" + ")" * 20_000 + " }"),
                      Verdict.NOT_COMPILED, ""),
    "lone surrogate": (Program("pub fn f() {} // \ud800"), Verdict.NOT_COMPILED, "not valid Unicode"),
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts(judge: Judge) -> dict[str, Judgement]:
    return dict(zip(CASES, judge.judge([program for program, _, _ in CASES.values()]), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_verdict(name: str, verdicts: dict[str, Judgement]) -> None:
    _, verdict, detail = CASES[name]
    assert verdicts[name].verdict is verdict, verdicts[name]
    assert detail in verdicts[name].detail


def test_kinds_of_tests_are_understood(judge: Judge) -> None:
    right = """
#[cfg(test)]
mod tests {
    use super::*;
    fn helper() -> i32 { 3 }
    #[test]
    fn adds() { assert_eq!(add(1, 2), helper()); }
    #[test]
    #[should_panic(expected = "overflow")]
    fn panics() { add(i32::MAX, 1); }
    #[test]
    fn returns() -> Result<(), Box<dyn std::error::Error>> { let _: i32 = "1".parse()?; Ok(()) }
    mod inner { #[test] pub(super) fn deep() { assert_eq!(super::add(2, 2), 4); } }
}
"""
    wrong = {
        "another panic": '#[test]\n#[should_panic(expected = "other")]\nfn t() { add(i32::MAX, 1); }',
        "no panic": "#[test]\n#[should_panic]\nfn t() { add(1, 1); }",
        "an error": '#[test]\nfn t() -> Result<(), String> { Err("bad".into()) }',
        "the second": "#[test]\nfn a() {}\n#[test]\nfn b() { assert!(add(1, 1) == 3) }",
    }
    found = judge.judge([Program(ADD, right), *(Program(ADD, tests) for tests in wrong.values())])
    assert found[0] == Judgement(Verdict.PASSED, detail="4 tests")
    assert [one.verdict for one in found[1:]] == [Verdict.TESTS_FAILED] * 4
    assert [one.detail.split(":")[0] for one in found[1:]] == ["t", "t", "t", "b"]


def test_progress_counts_every_program_once(judge: Judge) -> None:
    counted: list[int] = []
    programs = [CASES[name][0] for name in ("right", "wrong", "mistyped", "todo", "own crate, right")]
    judge.judge([*programs, Program(ADD)], counted.append)
    assert sum(counted) == 6


class DeadSandbox:
    """Works for a number of runs, then never again."""

    name = "dead"

    def run(self, command: Command) -> Completed:
        raise SandboxUnavailableError("the sandbox is gone")

    def probe(self) -> None:
        """Promises what it does not hold."""


def test_a_dead_sandbox_leaves_answers_unscored_and_never_fails_them() -> None:
    config = Config.model_validate({"judge": {"cache": False}})
    judge = Judge(config, find_toolchain(), DeadSandbox())
    found = judge.judge([Program(ADD, TESTS), Program("fn f( {"), Program("unsafe fn f() {}")])
    assert [one.verdict for one in found] == [Verdict.UNSCORED, Verdict.UNSCORED, Verdict.FORBIDDEN]
    assert found[0].detail == "the sandbox is gone"


class WithoutRunner:
    """The real sandbox on a machine where programs cannot make namespaces."""

    name = "bubblewrap"

    def __init__(self, judge: Judge) -> None:
        self.real = judge.compiler.sandbox

    def run(self, command: Command) -> Completed:
        if command.runner:
            return Completed(1, b"", b"no namespaces", Reason.EXITED, 0.0)
        return self.real.run(command)

    def probe(self) -> None:
        self.real.probe()


def test_without_inner_namespaces_each_koan_has_a_sandbox_of_its_own(judge: Judge) -> None:
    names = ("right", "wrong", "endless", "panicking")
    other = Judge(judge.config, judge.toolchain, WithoutRunner(judge))
    found = other.judge([CASES[name][0] for name in names])
    assert [one.verdict for one in found] == [CASES[name][1] for name in names]


def test_verdicts_are_the_same_without_isolation() -> None:
    settings = {"sandbox": {"backend": "none"}, "judge": {"cache": False, "test_timeout_s": 1.0}}
    names = ("right", "wrong", "mistyped", "endless", "own crate, right")
    found = open_judge(Config.model_validate(settings)).judge([CASES[name][0] for name in names])
    assert [one.verdict for one in found] == [CASES[name][1] for name in names]
