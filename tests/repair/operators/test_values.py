"""Claims of operators on values of a wrong type: the exact text they propose for a short program."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

MISMATCHED = "mismatched types"


@pytest.mark.parametrize(
    ("source", "at", "words", "wanted"),
    [
        ("fn f(n: &str) -> String { n }", "{ ^n", "expected `String`, found `&str`", "{ n.to_string() }"),
        ("fn f(n: &String) -> String { n }", "{ ^n", "expected `String`, found `&String`", "{ n.clone() }"),
        ("fn f(n: &u32) -> u32 { n }", "{ ^n", "expected `u32`, found `&u32`", "{ *n }"),
        ("fn f(n: u32) -> u64 { n }", "{ ^n", "expected `u64`, found `u32`", "{ u64::from(n) }"),
        ("fn f(n: u64) -> u32 { n }", "{ ^n", "expected `u32`, found `u64`", "{ n as u32 }"),
        ("fn f(n: u32) -> Option<u32> { n }", "{ ^n", "expected `Option<u32>`, found `u32`", "{ Some(n) }"),
        ("fn f(n: Option<u8>) -> u8 { n }", "{ ^n", "expected `u8`, found `Option<u8>`", "{ n.unwrap_or(0) }"),
        (
            "fn f(n: Option<&u8>) -> Option<u8> { n }",
            "{ ^n",
            "expected `Option<u8>`, found `Option<&u8>`",
            "{ n.copied() }",
        ),
        ("fn f(n: A) -> Box<dyn T> { n }", "{ ^n", "expected `Box<dyn T>`, found `A`", "{ Box::new(n) }"),
        ("fn f(n: Vec<u8>) { g(n) }", "g(^n", "expected `&[u8]`, found `Vec<u8>`", "g(&n)"),
    ],
)
def test_a_value_is_converted_to_the_expected_type(source: str, at: str, words: str, wanted: str) -> None:
    found = proposed("convert", source, "E0308", MISMATCHED, (at, words))
    assert any(wanted in program for program in found[:3])


def test_a_question_comes_first_where_the_function_returns_the_same_wrapper() -> None:
    source = "fn f(n: Option<u8>) -> Option<u8> { let a: u8 = n; Some(a) }"
    found = proposed("convert", source, "E0308", MISMATCHED, ("= ^n", "expected `u8`, found `Option<u8>`"))
    assert found[0] == source.replace("= n;", "= n?;")


def test_an_error_value_is_taken_from_the_file_where_an_option_meets_a_result() -> None:
    source = (
        "fn g() -> Result<u8, E> { Err(E::Lost) }\nenum E { Empty, Lost }\n"
        "fn f(n: Option<u8>) -> Result<u8, E> { let a: u8 = n; Ok(a) }"
    )
    found = proposed("convert", source, "E0308", MISMATCHED, ("u8 = ^n", "expected `u8`, found `Option<u8>`"))
    assert source.replace("= n;", "= n.ok_or(E::Lost)?;") == found[0]


def test_like_mismatches_are_converted_together() -> None:
    source = 'fn f() -> Vec<String> { vec() ; g("a", "b") }'
    label = "expected `String`, found `&str`"
    found = proposed("convert-all", source, "E0308", MISMATCHED, ('"a"', label), ('"b"', label))
    assert source.replace('"a", "b"', '"a".to_string(), "b".to_string()') in found


def test_an_operand_takes_the_type_of_the_other() -> None:
    source = "fn f(a: f64, b: u32) -> f64 { a * b }"
    found = proposed("convert-operand", source, "E0277", "cannot multiply `f64` by `u32`",
                     ("a ^* b", "no implementation for `f64 * u32`"))  # fmt: skip
    assert source.replace("* b", "* f64::from(b)") in found[:2]


def test_an_index_is_cast_to_usize() -> None:
    source = "fn f(a: &[u8], i: u32) -> u8 { a[i] }"
    found = proposed("index-as-usize", source, "E0277", "the type `[u8]` cannot be indexed by `u32`", ("a[^i]", ""))
    assert found[0] == source.replace("a[i]", "a[i as usize]")


def test_a_value_of_the_wrong_kind_is_named_after_its_pattern() -> None:
    source = "fn f(a: Option<u8>) -> String { match a { Some(x) => x.to_string(), None => None } }"
    found = proposed("replace-value", source, "E0308", MISMATCHED,
                     ("=> ^None", "expected `String`, found `Option<_>`"))  # fmt: skip
    assert found[0] == source.replace("=> None", '=> "none".to_string()')


def test_the_let_of_a_refused_name_is_converted() -> None:
    source = "fn f() -> Rc<u32> { let x = 3; g(&x) }"
    found = proposed("convert-definition", source, "E0308", MISMATCHED,
                     ("g(^&x", "expected `&Rc<u32>`, found `&u32`"))  # fmt: skip
    assert source.replace("= 3", "= Rc::new(3)") in found


def test_a_character_becomes_a_text_and_back() -> None:
    source = "fn f(a: &str) -> bool { a == 'x' }"
    found = proposed("quotes", source, "E0277", "can't compare `str` with `char`", ("a ^==", "no implementation"))
    assert found[0] == source.replace("'x'", '"x"')


def test_texts_are_joined_by_format() -> None:
    source = "fn f(a: &str, b: &str) -> String { a + b }"
    found = proposed("concatenate", source, "E0369", "cannot add `&str` to `&str`", ("a ^+ b", ""), ("{ ^a", "&str"))
    assert source.replace("a + b", 'format!("{}{}", a, b)') in found
    assert source.replace("a + b", "a.to_string() + b") in found


def test_a_sum_is_annotated_with_a_type_of_the_message() -> None:
    source = "fn f(a: &[u32]) { let b = a.iter().sum(); }"
    found = proposed("annotate-call", source, "E0283", "type annotations needed: cannot satisfy `_: Sum<&'a u32>`",
                     ("sum", "cannot infer type"))  # fmt: skip
    assert found[0] == source.replace("sum()", "sum::<u32>()")
