"""Claims about certification: every planted defect is named by koan, and a sound koan has none."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from nightschool.errors import SandboxUnavailableError
from nightschool.files import digest_json
from nightschool.koans import Certificate, Suite, certificate_table, certify, suite_digest, write_suite
from nightschool.rust.judge import Judge
from nightschool.types import Judgement, Koan, Program, Verdict

from .conftest import BROKEN, FIXED, make_koan

NOTHING_TESTED = "#[test]\nfn arithmetic_holds() {\n    assert_eq!(2 + 2, 4);\n}\n"
RESULT_BROKEN = "pub fn parse(text: &str) -> Result<u32, std::num::ParseIntError> {\n    text.trim()\n}\n"
RESULT_FIXED = RESULT_BROKEN.replace("text.trim()", "text.trim().parse()")


def of_result(id: str, tests: str) -> Koan:
    return make_koan(id, broken=RESULT_BROKEN, fixed=RESULT_FIXED, tests=f"#[test]\nfn t() {{ {tests} }}\n")


def of_two_codes(id: str, *codes: str) -> Koan:
    """rustc reports E0308 on line 2 and E0599 on line 5."""
    good = "pub fn a() -> u32 {\n    1\n}\npub fn b(t: &str) -> usize {\n    t.len()\n}\n"
    bad = good.replace("    1\n", '    "1"\n').replace("len", "length_of")
    tests = '#[test]\nfn t() { assert_eq!((a(), b("xy"), b("")), (1, 2, 0)); }\n'
    return make_koan(id, broken=bad, fixed=good, tests=tests, error_codes=codes)


PLANTED: list[tuple[Koan, str]] = [
    (make_koan("compiles", broken=FIXED), "broken.rs compiles"),
    (make_koan("compiles", broken=FIXED), "the trivial answer 'unchanged' passes"),
    (make_koan("wrong-code", error_codes=("E0382",)), "does not report E0382; rustc says E0308"),
    (of_two_codes("wrong-primary", "E0599", "E0308"), "reports E0308 first; declared primary is E0599"),
    (of_two_codes("extra-code", "E0308"), "also reports E0599; declared is E0308"),
    (make_koan("syntax", broken="pub fn longest( {"), "rustc says none"),
    (make_koan("fixed-broken", fixed=BROKEN), "fixed.rs does not compile with its tests: E0308"),
    (make_koan("fixed-wrong", fixed=FIXED.replace("() > best", "() < best")), "fixed.rs fails its tests"),
    (make_koan("fixed-unsafe", fixed=FIXED + "pub unsafe fn x() {}\n"), "fixed.rs is forbidden"),
    (make_koan("fixed-hangs", fixed=FIXED.replace("    word.to", "    loop {}\n    word.to")), "fixed.rs is timed_out"),
    (make_koan("no-tests", tests=""), "tests.rs has no #[test] that runs"),
    (make_koan("ignored", tests="#[test]\n#[ignore]\nfn t() {}\n"), "tests.rs has no #[test] that runs"),
    (make_koan("nothing-tested", tests=NOTHING_TESTED), "the trivial answer 'empty file' passes"),
    (make_koan("nothing-tested", tests=NOTHING_TESTED), "the trivial answer 'fn main() {}' passes"),
    (
        make_koan("other-tested", tests='#[test]\nfn t() { assert_eq!(shout("a"), "A"); }\n'),
        "the trivial answer 'failing item deleted' passes",
    ),
    (of_result("only-named", "let _ = parse;"), "the trivial answer 'every body todo!() (broken)' passes"),
    (
        make_koan("only-none", tests='#[test]\nfn t() { assert!(longest(&[]).is_none() && shout("").is_empty()); }\n'),
        "the trivial answer 'every body a default (broken)' passes",
    ),
    (
        of_result("only-ok", 'assert!(parse("4").is_ok());'),
        "the trivial answer 'fn parse hard-coded as Ok(Default::default())' passes",
    ),
    (make_koan("too-long", broken="\n" * 29 + BROKEN), "broken.rs has 42 lines; the suite wants 3 to 40"),
    (make_koan("too-short", broken='pub fn a() -> u8 { "" }\n'), "broken.rs has 1 lines; the suite wants 3 to 40"),
]


def suite_of(*koans: Koan) -> Suite:
    return Suite("planted", koans, suite_digest(koans), lines=(3, 40))


@pytest.fixture(scope="module")
def certificate(judge: Judge) -> Certificate:
    koans = {koan.id: koan for koan, _ in PLANTED} | {"sound": make_koan()}
    two = of_two_codes("two-codes", "E0308", "E0599")
    return certify(suite_of(*koans.values(), two), judge)


@pytest.mark.parametrize(("koan", "defect"), PLANTED, ids=lambda value: getattr(value, "id", None))
def test_a_planted_defect_is_named_by_koan(certificate: Certificate, koan: Koan, defect: str) -> None:
    found = [one.defect for one in certificate.defects if one.koan == koan.id]
    assert any(defect in text for text in found), found
    assert not certificate.ok


@pytest.mark.parametrize("koan", ["sound", "two-codes"])
def test_a_sound_koan_among_bad_ones_has_no_defect(certificate: Certificate, koan: str) -> None:
    assert [one.defect for one in certificate.defects if one.koan == koan] == []
    assert [row.ok for row in certificate.rows if row.koan == koan] == [True]


def test_one_defect_does_not_hide_another(certificate: Certificate) -> None:
    found = {one.defect for one in certificate.defects if one.koan == "compiles"}
    assert found == {"broken.rs compiles", "the trivial answer 'unchanged' passes"}


def test_the_certificate_carries_what_it_speaks_of(certificate: Certificate, judge: Judge) -> None:
    assert certificate.toolchain == judge.toolchain.version
    assert len(certificate.digest) == 64
    row = next(row for row in certificate.rows if row.koan == "two-codes")
    assert (row.declared, row.reported) == (("E0308", "E0599"), ("E0308", "E0599"))
    assert (row.lines, row.tests) == (6, 1)
    assert row.trivial >= 8


def test_the_table_shows_every_defect(certificate: Certificate) -> None:
    console = Console(width=200, file=StringIO())
    console.print(certificate_table(certificate))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert f"NOT certified, {len(certificate.rows)} koans" in text
    assert all(row.koan in text for row in certificate.rows)
    assert "broken.rs reports E0308 first; declared primary is E0599" in text


class StubJudge(Judge):
    """Says the same of everything and counts how often it is asked."""

    def __init__(self, real: Judge, verdict: Verdict) -> None:
        self.toolchain = real.toolchain
        self.verdict = verdict
        self.calls: list[int] = []

    def compile(self, programs: object, progress: object = None) -> list[Judgement]:
        assert isinstance(programs, list)
        return [Judgement(self.verdict, detail="the sandbox is gone")] * len(programs)

    def judge(self, programs: object, progress: object = None) -> list[Judgement]:
        assert isinstance(programs, list)
        assert all(isinstance(program, Program) for program in programs)
        self.calls.append(len(programs))
        return [Judgement(self.verdict, detail="the sandbox is gone")] * len(programs)


def test_a_dead_sandbox_is_no_defect_of_a_koan(judge: Judge) -> None:
    with pytest.raises(SandboxUnavailableError, match=r"programs of suite 'planted' .*the sandbox is gone"):
        certify(suite_of(make_koan()), StubJudge(judge, Verdict.UNSCORED))


def test_all_tests_of_a_suite_are_judged_in_one_call(judge: Judge) -> None:
    stub = StubJudge(judge, Verdict.PASSED)
    certify(suite_of(*(make_koan(f"k{n}") for n in range(20))), stub)
    assert len(stub.calls) == 1
    # 20 koans share their tests and sources: 20 fixes and 20 times every trivial answer.
    assert stub.calls[0] % 20 == 0


def test_a_suite_without_koans_is_not_certified(judge: Judge) -> None:
    assert not certify(suite_of(), StubJudge(judge, Verdict.PASSED)).ok


DROPPED = """#![deny(unused_must_use)]

use std::fmt::Write;

pub fn greet(name: &str) -> String {
    let mut text = String::new();
    write!(text, "hello {name}");
    text
}
"""
BINARY = """#![deny(warnings)]

#[derive(PartialEq)]
enum Fault {
    Empty,
}

fn first(words: &[&str]) -> Result<usize, Fault> {
    words.first().map(|word| word.len()).ok_or(Fault::Empty)
}

fn main() -> Result<(), Fault> {
    println!("{}", first(&["abc"])?);
    Ok(())
}
"""
BINARY_TESTS = """#[test]
fn the_first_is_measured() {
    assert!(first(&["abcd"]) == Ok(4));
    assert!(first(&[]) == Err(Fault::Empty));
    main().unwrap();
}
"""


@pytest.mark.integration
def test_a_suite_may_hold_lints_errors_without_a_code_and_binaries(judge: Judge, tmp_path: Path) -> None:
    """Written, read again and certified; as a library the binary would type-check."""
    lint = make_koan(
        "lint",
        error_codes=("unused_must_use",),
        broken=DROPPED,
        fixed=DROPPED.replace('}");', '}").unwrap();'),
        tests='#[test]\nfn t() { assert_eq!((greet("you"), greet("")), ("hello you".into(), "hello ".into())); }\n',
    )
    syntax = make_koan(
        "syntax",
        pattern="none",
        error_codes=("none",),
        broken=BROKEN.replace("Some(best.clone())\n}", "Some(best.clone()\n}"),
    )
    fixed = BINARY.replace("(PartialEq)", "(Debug, PartialEq)")
    binary = make_koan(
        "binary",
        pattern="main",
        error_codes=("E0277",),
        broken=BINARY,
        fixed=fixed,
        tests=BINARY_TESTS,
        targets=("bin",),
    )
    suite = write_suite(tmp_path / "suite", [lint, syntax, binary])
    assert {koan.id: koan.targets for koan in suite.koans} == {"lint": (), "syntax": (), "binary": ("bin",)}
    found = certify(suite, judge)
    assert not found.defects
    assert {row.koan: row.reported for row in found.rows} == {
        "lint": ("unused_must_use",), "syntax": ("none",), "binary": ("E0277",),
    }  # fmt: skip


def test_a_koan_that_is_no_binary_has_the_digest_that_it_always_had() -> None:
    """SHA-256 over ten fields; the eleventh counts only where it says something."""
    koan = make_koan()
    old = [[koan.id, koan.family, koan.pattern, list(koan.error_codes), koan.broken, koan.fixed, koan.tests,
            koan.title, koan.edition, koan.group]]  # fmt: skip
    assert suite_digest([koan]) == digest_json(old) != suite_digest([replace(koan, targets=("bin",))])
