"""Claims of operators that say that something failed: checked forms, `let .. else`, errors mapped, values wrapped."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

MEAN = "fn mean(sum: u32, n: u32) -> Option<u32> {\n    sum / n\n}\n"
PACK = """enum PackError { Empty, TooLong(usize) }
fn pack(text: &[u8]) -> Result<u8, PackError> {
    Ok(text.len())
}
"""
READ = """enum Shape { Dot, Line(u32) }
enum ShapeError { Unknown(String) }
fn read(text: &str) -> Result<Shape, ShapeError> {
    match text {
        "dot" => Shape::Dot,
        "line" => text.parse().map(Shape::Line).map_err(|_| ShapeError::Unknown(text.to_string())),
        other => ShapeError::Unknown(other.to_string()),
    }
}
"""
LISTENER = """fn hear(text: &str, refused: &mut u32) {
    if text.is_empty() {
        *refused += 1;
        return;
    }
    let number: u32 = text.parse()?;
    println!("{number}");
}
"""
BOUND = """enum E { Missing }
fn f(v: &[u32]) -> Result<u32, E> {
    let first = v.first().copied();
    Ok(first + 1)
}
"""


def test_arithmetic_is_checked_where_an_option_is_wanted() -> None:
    found = proposed(
        "checked-arithmetic", MEAN, "E0308", "mismatched types", ("    ^sum /", "expected `Option<u32>`, found `u32`")
    )
    assert found == [MEAN.replace("sum / n", "sum.checked_div(n)")]


def test_a_number_without_a_type_has_no_checked_form() -> None:
    source = "fn f(n: u32) -> Option<u32> {\n    9 - n\n}\n"
    assert proposed("checked-arithmetic", source, "E0308", "", ("9", "expected `Option<u32>`, found `u32`")) == []


def test_an_integer_is_narrowed_with_an_error_that_holds_it() -> None:
    found = proposed(
        "checked-narrowing", PACK, "E0308", "mismatched types", ("Ok(^text", "expected `u8`, found `usize`")
    )
    wanted = "u8::try_from(text.len()).map_err(|_| PackError::TooLong(text.len()))?"
    assert PACK.replace("Ok(text.len())", f"Ok({wanted})") in found[:4]


def test_values_are_wrapped_as_they_fit_together() -> None:
    found = proposed(
        "wrap-fitting", READ, "E0308", "mismatched types",
        ("=> ^Shape::Dot", "expected `Result<Shape, ShapeError>`, found `Shape`"),
    )  # fmt: skip
    wanted = READ.replace("=> Shape::Dot", "=> Ok(Shape::Dot)")
    assert found[0] == wanted.replace(
        "ShapeError::Unknown(other.to_string()),", "Err(ShapeError::Unknown(other.to_string())),"
    )


def test_nothing_and_something_are_wrapped_twice() -> None:
    source = "fn f(a: u8) -> Result<Option<u8>, String> { if a > 1 { None } else { a } }"
    found = proposed("wrap-fitting", source, "E0308", "mismatched types", ("{ ^None", ""))
    assert found[0] == source.replace("None", "Ok(None)").replace("{ a }", "{ Ok(Some(a)) }")


def test_a_function_leaves_as_it_does_elsewhere() -> None:
    found = proposed("let-else-for-question", LISTENER, "E0277", "the `?` operator", ("()^?", "cannot use the `?`"))
    lines = "let Ok(number) = text.parse::<u32>() else { *refused += 1; return; };"
    assert found[0] == LISTENER.replace("let number: u32 = text.parse()?;", lines)


def test_a_value_behind_a_star_is_bound_by_reference() -> None:
    source = "fn f(v: &[u8]) -> Result<Option<u8>, String> { let x = *v.get(0)?; Ok(Some(x)) }"
    found = proposed("let-else-for-question", source, "E0277", "`?` on `Option`s", ("^?", "use `.ok_or(...)?`"))
    assert source.replace("let x = *v.get(0)?;", "let Some(&x) = v.get(0) else { return Ok(None); };") in found[:2]


def test_an_error_in_a_branch_is_returned() -> None:
    source = "fn f(a: Option<u8>) -> Result<u8, u8> { let b = match a { Some(c) => c, None => Err(1) }; Ok(b) }"
    found = proposed(
        "return-error", source, "E0308", "mismatched types", ("Err", "expected `u8`, found `Result<_, _>`")
    )
    assert found == [source.replace("Err(1)", "return Err(1)")]


def test_an_inferred_error_is_mapped() -> None:
    source = "enum E { Number }\nfn f(t: &str) -> Result<u8, E> { t.parse() }\n"
    found = proposed("map-inferred-error", source, "E0271", "type mismatch resolving `<u8 as FromStr>::Err == E`",
                     ("t.^parse", "expected `E`, found `ParseIntError`"))  # fmt: skip
    assert found == [source.replace("parse()", "parse().map_err(|_| E::Number)")]


@pytest.mark.parametrize(
    "line", ["let first = v.first().copied().ok_or(E::Missing)?;",
             "let Some(first) = v.first().copied() else { return Err(E::Missing); };"],
)  # fmt: skip
def test_a_name_is_taken_out_of_its_wrapper_where_it_is_bound(line: str) -> None:
    found = proposed("taken-out-where-bound", BOUND, "E0369", "cannot add `{integer}` to `Option<u32>`",
                     ("first ^+ 1", ""), ("Ok(^first", "`Option<u32>`"), ("+ ^1", "`{integer}`"))  # fmt: skip
    assert BOUND.replace("let first = v.first().copied();", line) in found[:4]


def test_a_type_is_asked_for_what_its_field_may_lack() -> None:
    source = """struct P { nick: Option<String>, name: String }
impl P {
    fn shown(&self) -> &str { &self.name }
    fn width(&self) -> usize { self.nick.len() }
}
"""
    found = proposed("own-accessor", source, "E0599", "no method named `len` found for enum `Option<T>`",
                     ("nick.^len", "method not found in `Option<String>`"))  # fmt: skip
    assert found == [source.replace("self.nick.len", "self.shown().len")]


def test_results_of_a_chain_are_gathered_with_the_error_of_the_function() -> None:
    source = """enum E { Number(String) }
fn f(t: &str) -> Result<u32, E> {
    let all: Vec<u32> = t.split(',').map(|p| p.parse::<u32>()).collect();
    Ok(all[0])
}
"""
    words = (
        "a value of type `Vec<u32>` cannot be built from an iterator over elements of type `Result<u32, ParseIntError>`"
    )
    found = proposed("gather-mapped", source, "E0277", words, ("^collect", "value of type"))
    mapped = "p.parse::<u32>().map_err(|_| E::Number(p.to_string()))).collect::<Result<Vec<u32>, _>>()?"
    assert source.replace("p.parse::<u32>()).collect()", mapped) in found[:2]
