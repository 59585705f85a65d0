"""Claims of operators on arithmetic: signed with unsigned numbers, chars, lists as arrays."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

RING = """struct Ring { songs: Vec<String>, at: usize }
impl Ring {
    fn skip(&mut self, step: i64) {
        let count = self.songs.len();
        self.at = (self.at + step) % count;
    }
}
"""
SHIFT = """fn shift(letter: char, by: u8) -> char {
    (letter - 'a' + by) % 26 + 'a'
}
fn index(letter: char) -> usize { (letter - 'a') as usize }
fn far(letter: char, by: u32) -> char { letter + by }
"""


def test_a_ring_is_walked_signed_and_its_remainder_is_not_negative() -> None:
    message = "no implementation for `usize + i64`"
    found = proposed("signed-sum", RING, "E0277", "cannot add `i64` to `usize`", ("+ step", message))
    assert found[0] == RING.replace(
        "(self.at + step) % count", "(self.at as i64 + step).rem_euclid(count as i64) as usize"
    )
    assert RING.replace("(self.at + step) % count", "((self.at as i64 + step) % count as i64) as usize") in found


def test_an_unsigned_field_moves_by_a_signed_step() -> None:
    source = "struct Pen { x: u32 }\nimpl Pen { fn by(&mut self, step: i32) { self.x += step; } }\n"
    message = "no implementation for `u32 += i32`"
    found = proposed("signed-sum", source, "E0277", "cannot add-assign `i32` to `u32`", ("+= step", message))
    assert source.replace("self.x += step", "self.x = (self.x as i32 + step) as u32") == found[0]
    assert source.replace("self.x += step", "self.x = self.x.saturating_add_signed(step)") in found


def test_a_sum_may_leave_a_function_that_may_give_nothing() -> None:
    source = "fn at(cells: &[u8], x: usize, by: isize) -> Option<&u8> {\n    cells.get(x + by)\n}\n"
    found = proposed("signed-sum", source, "E0277", "no", ("+ by", "no implementation for `usize + isize`"))
    assert source.replace("x + by", "x.checked_add_signed(by)?") in found


def test_letters_are_counted_as_bytes_and_made_letters_again() -> None:
    message = "cannot subtract `char` from `char`"
    found = proposed("letter-sum", SHIFT, "E0369", message, ("letter ^-", ""), ("letter - ", "char"), ("'a'", "char"))
    assert found[0] == SHIFT.replace(
        "(letter - 'a' + by) % 26 + 'a'", "((letter as u8 - b'a' + by) % 26 + b'a') as char"
    )


def test_a_cast_that_is_there_stays_and_other_numbers_give_their_type() -> None:
    cast = SHIFT[SHIFT.index("fn index") :]
    found = proposed("letter-sum", cast, "E0369", "cannot subtract", ("letter ^-", ""), ("letter -", "char"))
    assert found[0] == cast.replace("(letter - 'a')", "(letter as u8 - b'a')")
    far = SHIFT[SHIFT.index("fn far") :]
    found = proposed("letter-sum", far, "E0369", "cannot add", ("letter ^+", ""), ("letter +", "char"))
    assert found[0] == far.replace("letter + by", "(letter as u32 + by) as u8 as char")


def test_a_slice_becomes_an_array() -> None:
    source = "fn f(a: [u8; 4]) {}\nfn g(x: &[u8]) { f(x) }\n"
    found = proposed("convert", source, "E0308", "mismatched types", ("x) }", "expected `[u8; 4]`, found `&[u8]`"))
    assert found[0] == source.replace("f(x)", "f(x.try_into().unwrap())")
