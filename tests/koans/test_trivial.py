"""Claims about the answers that repair nothing."""

from __future__ import annotations

from nightschool.koans.trivial import count_tests, trivial_answers

from .conftest import BROKEN, FIXED


def sources(broken: str, fixed: str, lines: list[int]) -> dict[str, str]:
    return {answer.name: answer.source for answer in trivial_answers(broken, fixed, lines)}


def test_every_kind_is_built() -> None:
    answers = sources(BROKEN, FIXED, [5])
    assert list(answers) == [
        "unchanged",
        "empty file",
        "fn main() {}",
        "every body todo!() (broken)",
        "every body a default (broken)",
        "failing item deleted",
        "fn longest hard-coded as Default::default()",
        "fn longest hard-coded as Ok(Default::default())",
        "fn longest hard-coded as Some(Default::default())",
    ]
    assert answers["every body todo!() (broken)"].count("todo!()") == 2
    deleted = answers["failing item deleted"]
    assert "longest" not in deleted
    assert "shout" in deleted
    assert "Some(Default::default()) }\n\npub fn shout" in answers["fn longest hard-coded as Some(Default::default())"]


def test_the_smallest_item_goes_with_its_attributes() -> None:
    code = "struct A;\nimpl A {\n  fn keep() {}\n  /// Doc.\n  #[inline]\n  fn gone() -> u8 {\n    1\n  }\n}\n"
    deleted = sources(code, code, [7])["failing item deleted"]
    assert deleted.split() == ["struct", "A;", "impl", "A", "{", "fn", "keep()", "{}", "}"]


def test_errors_in_several_items_delete_them_all() -> None:
    code = "fn a() {\n}\nfn b() {\n}\nfn c() {\n}\n"
    answers = sources(code, code, [3, 1, 3])
    assert answers["failing item deleted"].split() == ["fn", "a()", "{", "}", "fn", "c()", "{", "}"]
    assert answers["all failing items deleted"].split() == ["fn", "c()", "{", "}"]


def test_a_repair_outside_functions_hard_codes_the_blamed_one() -> None:
    fixed = "#[derive(Clone)]\nstruct A;\nfn f() -> u8 { 3 }\nfn g() {}\n"
    names = sources(fixed.replace("#[derive(Clone)]\n", ""), fixed, [2])
    assert "fn f hard-coded as Default::default()" in names
    assert not any("fn g hard" in name for name in names)


def test_code_that_does_not_parse_still_gives_answers() -> None:
    assert "unchanged" in sources("fn (", "]]]", [1, 99])


def test_only_tests_that_run_are_counted() -> None:
    assert count_tests("") == 0
    assert count_tests("fn helper() {}") == 0
    assert count_tests('#[test]\nfn a() {}\n\n#[test]\n#[should_panic(expected = "x")]\nfn b() {}') == 2
    assert count_tests('#[test]\n#[ignore]\nfn a() {}\n#[ignore = "slow"]\n#[test]\nfn b() {}') == 0
    assert count_tests("// #[test]\nfn a() {}") == 0
