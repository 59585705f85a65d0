from dataclasses import replace

import pytest

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.verify import Verified, classify, row_digest, verify_counted
from nightschool.errors import SandboxUnavailableError
from nightschool.rust.judge import open_judge
from nightschool.types import Diagnostic, Judgement, Verdict

FIXED = "pub fn bump() -> i32 {\n    let mut x = 1;\n    x += 1;\n    x\n}\n"
BROKEN = FIXED.replace("let mut x", "let x")
TESTS = "#[test]\nfn two() {\n    assert_eq!(bump(), 2);\n}\n"
GOOD = Draft("aligned", "borrow_checker", "reassign-immutable", BROKEN, FIXED, TESTS, "t:1", "t", "E0384")

DRAFTS = {
    "good": GOOD,
    "compiles": replace(GOOD, broken=FIXED, provenance="t:2"),
    "fails its tests": replace(GOOD, fixed=FIXED.replace("+= 1", "+= 2"), provenance="t:3"),
    "repair does not compile": replace(GOOD, fixed=BROKEN, provenance="t:4"),
    "another code": replace(GOOD, expected_code="E0382", provenance="t:5"),
    "no code at all": replace(GOOD, broken="pub fn bump( {", expected_code=None, provenance="t:6"),
    "without tests": replace(GOOD, tests=None, expected_code=None, provenance="t:7"),
}


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Verified:
    return verify_counted(list(DRAFTS.values()), open_judge(Config(root=tmp_path_factory.mktemp("judge"))))


def test_only_what_rustc_confirms_becomes_a_row(verified: Verified) -> None:
    assert [row.provenance for row in verified.rows] == ["t:1", "t:7"]


def test_yields_say_what_became_of_every_draft(verified: Verified) -> None:
    counts = verified.yields["aligned"]
    # 7 drafts = 1 that compiles + 2 that fail otherwise + 2 with a bad repair + 2 verified
    assert (counts.drafts, counts.compiles, counts.other_code, counts.repair_failed, counts.verified) == (7, 1, 2, 2, 2)


def test_a_row_carries_rustcs_own_diagnostic_and_code(verified: Verified) -> None:
    row = verified.rows[0]
    assert row.error_code == "E0384"
    assert "cannot assign twice to immutable variable" in row.diagnostic
    assert verified.codes[row.id] == ("E0384",)
    assert row.id == f"aligned-{row.digest[:16]}"


def test_layout_and_comments_do_not_make_another_row() -> None:
    other = "// bumps\n" + BROKEN.replace("\n    ", "\n\n  ")
    assert row_digest(BROKEN, FIXED, TESTS) == row_digest(other, FIXED, TESTS)
    assert row_digest(BROKEN, FIXED, TESTS) != row_digest(BROKEN.replace("x", "y"), FIXED, TESTS)


def test_the_code_found_decides_the_pattern_where_several_are_possible() -> None:
    outcomes = (("E0384", "borrow_checker", "reassign-immutable"), ("E0596", "borrow_checker", "missing-mut"))
    draft = replace(GOOD, pattern="drop-mut", outcomes=outcomes)
    assert classify(draft, "E0596") == ("borrow_checker", "missing-mut")
    assert classify(draft, "E0308") == ("type_mismatch", "drop-mut")
    assert classify(replace(draft, strict=True), "E0308") is None


class DyingJudge:
    """Finds broken programs broken; its sandbox dies before the repairs."""

    def compile(self, programs: object, progress: object = None) -> list[Judgement]:
        assert isinstance(programs, list)
        return [Judgement(Verdict.NOT_COMPILED, (Diagnostic("E0384", "assigned twice", 3),))] * len(programs)

    def judge(self, programs: object, progress: object = None) -> list[Judgement]:
        assert isinstance(programs, list)
        return [Judgement(Verdict.UNSCORED, detail="the sandbox died")] * len(programs)


def test_a_draft_is_not_dropped_for_a_sandbox_that_died() -> None:
    with pytest.raises(SandboxUnavailableError, match=r"1 repairs of drafts .*the sandbox died.*nightschool doctor"):
        verify_counted([GOOD], DyingJudge())


LINT = "#![deny(unused_mut)]\npub fn one() -> u8 {\n    let mut n = 1;\n    n\n}\n"


@pytest.mark.integration
@pytest.mark.parametrize(
    ("broken", "fixed", "expected", "code"),
    [
        (LINT, LINT.replace("mut n", "n"), "unused_mut", "unused_mut"),
        (LINT, LINT.replace("mut n", "n"), None, None),
        ("pub fn one() -> u8 {\n    1 +\n}\n", "pub fn one() -> u8 {\n    1\n}\n", "none", "none"),
    ],
)
def test_a_row_may_show_a_lint_or_an_error_without_a_code_where_that_is_meant(tmp_path, broken, fixed, expected, code):
    """What nobody meant stays out: a slip of a mutation is no lesson."""
    draft = replace(GOOD, broken=broken, fixed=fixed, tests=None, expected_code=expected)
    verified = verify_counted([draft], open_judge(Config(root=tmp_path)))
    assert [row.error_code for row in verified.rows] == ([code] if code else [])
    assert list(verified.codes.values()) == ([(code,)] if code else [])
