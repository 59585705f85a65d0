"""Claims of operators on calls: the exact text they propose for arguments, fields and functions."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

AREA = "fn area(width: u32, height: u32) -> u32 { width * height }\n"


def test_a_missing_argument_has_the_name_of_its_parameter() -> None:
    source = AREA + "fn f(width: u32, height: u32) -> u32 { area(width) }"
    found = proposed("missing-argument", source, "E0061", "this function takes 2 arguments but 1 argument was supplied",
                     ("^area(width) }", ""))  # fmt: skip
    assert found[0] == source.replace("area(width) }", "area(width, height) }")


def test_every_argument_may_be_the_one_too_many() -> None:
    source = AREA + "fn f(a: u32, b: u32) -> u32 { area(1, a, b) }"
    found = proposed("extra-argument", source, "E0061", "this function takes 2 arguments but 3 arguments were supplied",
                     ("^area(1", ""))  # fmt: skip
    calls = {program.split("{ ")[-1] for program in found}
    assert calls == {"area(1, a) }", "area(1, b) }", "area(a, b) }"}


def test_two_arguments_are_exchanged() -> None:
    source = AREA + "fn f(a: u32, b: u32) -> u32 { area(b, a) }"
    found = proposed("swapped-arguments", source, "E0308", "arguments to this function are incorrect", ("^area(b", ""))
    assert found == [source.replace("area(b, a)", "area(a, b)")]


def test_a_field_is_called_and_a_call_becomes_a_field() -> None:
    source = "struct P { x: u8 }\nimpl P { fn y(&self) -> u8 { 1 } }\nfn f(p: P) -> u8 { p.x() + p.y }"
    found = proposed("call-or-field", source, "E0599", "no method named `x`", ("p.^x()", ""), ("p.^y", ""))
    assert source.replace("p.x()", "p.x") in found
    assert source.replace("p.y }", "p.y() }") in found


def test_a_function_of_an_impl_is_called_by_its_path() -> None:
    source = "struct P;\nimpl P { fn one() -> u8 { 1 } fn two(&self) -> u8 { self.one() } }"
    found = proposed("method-or-function", source, "E0599", "no method named `one`", ("self.^one", ""))
    assert source.replace("self.one()", "Self::one()") in found
