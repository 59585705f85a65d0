"""Claims of operators on Option, Result, matches and ends of blocks: the exact text they propose."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

READ = """enum ReadError { Empty, NotANumber(String) }
fn read(text: &str) -> Result<u32, ReadError> {
    if text.is_empty() { return Err(ReadError::Empty); }
    let number = text.parse::<u32>()?;
    Ok(number)
}
"""
COLOUR = """enum Colour { Red, Green, Blue }
fn f(c: Colour) -> u8 {
    match c {
        Colour::Red => 1,
        Colour::Green => 2,
    }
}
"""
UNIT = """fn f(text: &str) {
    let number: u32 = text.parse()?;
    println!("{number}");
}
"""


def test_an_error_is_mapped_to_a_variant_that_holds_the_text_read() -> None:
    found = proposed("error-before-question", READ, "E0277", "`?` couldn't convert the error to `ReadError`",
                     ("()^?;", "the trait `From<ParseIntError>` is not implemented for `ReadError`"))  # fmt: skip
    wanted = READ.replace("()?;", "().map_err(|_| ReadError::NotANumber(text.to_string()))?;")
    assert wanted in found[:4]


def test_a_function_with_a_question_mark_returns_a_result() -> None:
    found = proposed("fallible", UNIT, "E0277", "the `?` operator can only be used in a function that returns `Result`",
                     ("parse()^?", "cannot use the `?` operator in a function that returns `()`"))  # fmt: skip
    wanted = UNIT.replace("(text: &str)", "(text: &str) -> Result<(), std::num::ParseIntError>").replace(
        '{number}");', '{number}");\n    Ok(())'
    )
    assert wanted in found[:3]


def test_callers_of_a_function_made_fallible_ask() -> None:
    source = 'fn g(t: &str) -> u8 { t.parse::<u8>()? }\nfn h() -> u8 { g("1") }\n'
    found = proposed("fallible", source, "E0277", "`?`", ("^?", "cannot use the `?` operator"))
    assert any("Ok(t.parse::<u8>()?)" in program and 'g("1")?' in program for program in found)


def test_every_value_of_a_function_is_wrapped() -> None:
    source = "fn f(a: u8) -> Option<u8> { if a > 1 { return a; } if a > 0 { a } else { None } }"
    found = proposed(
        "wrap-values", source, "E0308", "mismatched types", ("return ^a", "expected `Option<u8>`, found `u8`")
    )
    assert found[0] == source.replace("return a;", "return Some(a);").replace("{ a }", "{ Some(a) }")


def test_a_method_of_the_content_is_mapped() -> None:
    source = "fn f(a: Option<String>) -> usize { a.trim().len() }"
    found = proposed("through-wrapper", source, "E0599",
                     "no method named `trim` found for enum `Option<String>`", ("trim", ""))  # fmt: skip
    assert source.replace("a.trim()", "a.map(|value| value.trim())") in found
    assert source.replace("a.trim().len()", "a.as_ref().map(|value| value.trim().len()).unwrap_or_default()") in found


@pytest.mark.parametrize("arm", ["Colour::Blue => 2,", "Colour::Blue => 1,", "Colour::Blue => 0,", "_ => 0,"])
def test_a_missing_case_gets_an_arm_like_its_neighbours(arm: str) -> None:
    found = proposed("missing-arms", COLOUR, "E0004", "non-exhaustive patterns: `Colour::Blue` not covered",
                     ("match ^c", "pattern `Colour::Blue` not covered"))  # fmt: skip
    assert COLOUR.replace("=> 2,", f"=> 2,\n        {arm}") in found


def test_a_neighbour_takes_the_missing_case_in() -> None:
    found = proposed(
        "arm-takes-in", COLOUR, "E0004", "non-exhaustive patterns: `Colour::Blue` not covered", ("match ^c", "")
    )
    assert found[0] == COLOUR.replace("Colour::Green =>", "Colour::Green | Colour::Blue =>")


def test_an_open_range_ends_a_match_on_usize() -> None:
    source = "fn f(n: usize) -> u8 { match n { 0 => 0, 1..=9 => 1 } }"
    found = proposed(
        "arm-takes-in", source, "E0004", "non-exhaustive patterns: `usize::MAX..` not covered", ("match ^n", "")
    )
    assert source.replace("1..=9", "1..") in found


def test_a_let_that_may_fail_gets_an_else() -> None:
    source = "fn f(a: Option<u8>) -> u8 { let Some(b) = a; b }"
    found = proposed("let-else", source, "E0005", "refutable pattern in local binding", ("^Some(b)", ""))
    assert found[0] == source.replace("= a;", "= a else { return 0; };")


def test_a_text_is_matched_as_str() -> None:
    source = 'fn f(a: String) -> u8 { match a { "x" => 1, _ => 0 } }'
    found = proposed("scrutinee", source, "E0308", "mismatched types", ('"x"', "expected `String`, found `&str`"))
    assert found[0] == source.replace("match a", "match a.as_str()")


def test_elements_of_a_variant_are_counted() -> None:
    source = "enum E { P(u8, u8) }\nfn f(e: E) -> u8 { match e { E::P(a) => a } }"
    found = proposed("pattern-elements", source, "E0023", "this pattern has 1 field", ("=^> a", ""), ("{ ^E::P", ""))
    assert found[0] == source.replace("E::P(a)", "E::P(a, _)")


def test_an_if_without_else_gets_one_of_its_kind() -> None:
    source = "fn f(a: bool) -> u8 { let b: u8 = if a { 1 }; b }"
    found = proposed("missing-else", source, "E0317", "`if` may be missing an `else` clause", ("= ^if", ""))
    assert source.replace("{ 1 }", "{ 1 } else { 0 }") in found[:3]


def test_the_last_semicolon_goes() -> None:
    source = "fn f(a: u8) -> u8 { a + 1; }"
    found = proposed("semicolon", source, "E0308", "mismatched types", ("-> ^u8", "expected `u8`, found `()`"))
    assert found == [source.replace("1;", "1")]


def test_results_are_gathered_with_a_question() -> None:
    source = "fn f(a: &[&str]) -> Result<Vec<u8>, E> { let b: Vec<u8> = a.iter().map(|x| g(x)).collect(); Ok(b) }"
    found = proposed(
        "gather", source, "E0277", "a value of type `Vec<u8>` cannot be built since `Result<u8, E>`", ("collect", "")
    )
    assert found[0] == source.replace("collect()", "collect::<Result<Vec<u8>, _>>()?")


def test_for_each_with_a_question_becomes_a_loop() -> None:
    source = "fn f(a: &[u8]) -> Option<()> { a.iter().for_each(|x| { if *x > 1 { return; } g(x)?; }); Some(()) }"
    found = proposed("loop-for-each", source, "E0277", "the `?` operator can only be used in a closure", ("g(x)^?", ""))
    assert found[0] == (
        "fn f(a: &[u8]) -> Option<()> { for x in a.iter() { if *x > 1 { continue; } g(x)?; } Some(()) }"
    )
