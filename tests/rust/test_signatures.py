"""A repair keeps what the program offers; a deletion or a redefinition is told apart."""

import pytest

from nightschool.rust.signatures import keeps_program, signatures

BROKEN = """struct Cup { n: u8 }
fn pour(cup: &Cup, by: u8) -> u8 {
    cup.n += by;
    let left = cup.n - by;
    left
}
"""


def test_a_signature_reaches_from_fn_to_the_body_without_mut() -> None:
    assert signatures("fn f(mut a: u8) -> u8 { a }") == signatures("fn f(a: u8) -> u8 { 1 }")
    assert set(signatures(BROKEN)) == {"struct Cup", "fn pour ( cup : & Cup , by : u8 ) - > u8"}


def test_a_function_pointer_is_no_function() -> None:
    assert set(signatures("struct S { f: fn(u8) -> u8 }")) == {"struct S"}


@pytest.mark.parametrize(
    ("fixed", "exact", "kept"),
    [
        (BROKEN.replace("&Cup", "&mut Cup"), True, True),  # `mut` is part of many repairs
        (BROKEN.replace("-> u8", "-> u16"), True, False),
        (BROKEN.replace("-> u8", "-> u16"), False, True),
        (BROKEN.replace("fn pour", "fn spill"), False, False),
        (BROKEN.replace("    let left = cup.n - by;\n    left\n", "    0\n"), True, False),  # 34 of 43 tokens are left
    ],
)
def test_a_repair_keeps_items_signatures_and_nine_tenths_of_the_tokens(fixed: str, exact: bool, kept: bool) -> None:
    assert keeps_program(BROKEN, fixed, exact) is kept
