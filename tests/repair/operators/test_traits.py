"""Claims of operators on impls of traits: what they lack, and what they say in another form than their trait."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed


def lacking(source: str, name: str) -> list[str]:
    """Programs for an item that the last impl of a program lacks."""
    at = "impl" + source.rpartition("impl")[2][:12]
    return proposed("missing-items", source, "E0046", f"not all trait items implemented, missing: `{name}`", (at, ""))


def mismatch(operator: str, source: str, at: str) -> list[str]:
    return proposed(operator, source, "E0053", "method `m` has an incompatible type for trait", (at, ""))


def test_an_associated_type_is_told_by_the_signatures() -> None:
    source = """trait Space { type Spot; fn around(&self, spot: Self::Spot) -> Vec<Self::Spot>; }
struct Line;
impl Space for Line { fn around(&self, (x, y): (i8, i8)) -> Vec<(i8, i8)> { vec![(x, y)] } }
"""
    assert "    type Spot = (i8, i8);\n" in lacking(source, "Spot")[0]
    std = "struct Odd(u8);\nimpl Iterator for Odd { fn next(&mut self) -> Option<(u8, bool)> { None } }\n"
    assert "    type Item = (u8, bool);\n" in lacking(std, "Item")[0]


def test_an_iterator_hands_out_elements_of_the_list_that_it_borrows() -> None:
    source = """struct Page; struct Book { pages: Vec<Page> }
struct Pages<'b> { book: &'b Book, at: usize }
impl<'b> Iterator for Pages<'b> { fn next(&mut self) -> Option<Self::Item> { self.book.pages.get(self.at) } }
"""
    assert "    type Item = &'b Page;\n" in lacking(source, "Item")[0]


def test_a_method_of_the_type_that_does_the_same_is_called() -> None:
    source = """struct Dice(u8);
impl Dice { fn peek(&self) -> Option<u8> { None } fn roll(&mut self) -> Option<u8> { Some(4) } }
impl Iterator for Dice { type Item = u8; }
"""
    assert "        self.roll()\n" in lacking(source, "next")[0]


@pytest.mark.parametrize(
    ("trait", "impl", "body"),
    [
        ("fn times(&self, a: i32, b: i32) -> i32;", "struct S;", "a * b"),
        ("fn negate(&self, a: Option<i8>) -> Option<i8>;", "struct S;", "a?.checked_neg()"),
        ("fn minus(&self, a: String) -> String;", "struct S;", 'format!("-{a}")'),
        ("fn weight(&self) -> u32;", "struct S { all: Vec<(u32, bool)> }", "self.all.iter().map(|(one, _)| one).sum()"),
        ("fn weight(&self) -> u32;", "struct S { all: Vec<Box<dyn T>> }",
         "self.all.iter().map(|one| one.weight()).sum()"),
        ("fn free(&self) -> usize;", "struct S { room: usize, all: Vec<u8> }", "self.room - self.all.len()"),
        ("fn after(&self, t: u64) -> Option<u64>;", "struct S { due: u64 }", "(self.due > t).then_some(self.due)"),
    ],
)  # fmt: skip
def test_a_missing_method_works_something_out(trait: str, impl: str, body: str) -> None:
    source = f"trait T {{ {trait} }}\n{impl}\nimpl T for S {{}}\n"
    found = lacking(source, trait.split("(")[0].removeprefix("fn "))
    assert any(f"        {body}\n" in one or f"    {body}\n" in one for one in found[:12])


def test_a_type_without_fields_compares_the_other_way_round() -> None:
    source = """trait Rule { fn best(&self, all: &[u8]) -> usize; }
struct Most; struct Least;
impl Rule for Most { fn best(&self, all: &[u8]) -> usize { all.iter().filter(|one| **one > 3).count() } }
impl Rule for Least {}
"""
    assert "all.iter().filter(|one| **one < 3).count()" in lacking(source, "best")[0]


def test_an_option_becomes_the_traits_result_with_an_error_that_nobody_makes_yet() -> None:
    source = """enum Bad { Full, Gone }
trait Take { fn take(&mut self) -> Result<u8, Bad>; }
struct Bag(Vec<u8>);
fn check() -> Result<(), Bad> { Err(Bad::Full) }
impl Take for Bag { fn take(&mut self) -> Option<u8> { check().ok()?; let one = self.0.pop()?; Some(one) } }
"""
    body = "{ check()?; let one = self.0.pop().ok_or(Bad::Gone)?; Ok(one) }"
    assert f"-> Result<u8, Bad> {body}" in mismatch("follow-result", source, "Option<u8>")[0]


def test_an_option_becomes_the_traits_bool() -> None:
    source = """trait Drop1 { fn m(&mut self) -> bool; }
struct Bag(Vec<u8>, u32);
impl Drop1 for Bag { fn m(&mut self) -> Option<u8> { let one = self.0.pop()?; self.1 += 1; Some(one) } }
"""
    body = "{ if self.0.pop().is_none() { return false; } self.1 += 1; true }"
    assert mismatch("follow-result", source, "Option<u8>") == [
        source.replace("Option<u8> { let one = self.0.pop()?; self.1 += 1; Some(one) }", f"bool {body}")
    ]
    deep = source.replace("let one = self.0.pop()?;", "let one = self.0.pop()? + 1;")
    assert mismatch("follow-result", deep, "Option<u8>") == []


def test_values_leave_their_option_and_borrowed_ones_are_owned() -> None:
    source = (
        "struct P(u8);\nimpl Ord for P { fn cmp(&self, o: &Self) -> Option<Ordering> { Some(self.0.cmp(&o.0)) } }\n"
    )
    assert "-> Ordering { self.0.cmp(&o.0) }" in mismatch("follow-result", source, "Option<Ordering>")[0]
    lent = """trait Ask { fn m(&self) -> Option<String>; }
struct S(Vec<String>);
impl Ask for S { fn m(&self) -> Option<&str> { if odd() { return None; } self.0.first().map(String::as_str) } }
"""
    body = "-> Option<String> { if odd() { return None; } self.0.first().cloned() }"
    assert body in mismatch("follow-result", lent, "Option<&str>")[0]


def test_parameters_take_the_traits_types_and_their_uses_follow() -> None:
    source = """trait Add { fn m(&mut self, name: &str, room: &str); }
struct S { name: String, all: Vec<String> }
impl Add for S { fn m(&mut self, name: String, room: String) { if known(&name) { self.all.push(room); } } }
"""
    after = "name: &str, room: &str) { if known(name) { self.all.push(room.to_string()); } }"
    found = mismatch("follow-parameters", source, "String, room: String")
    assert len(found) == 1
    assert after in found[0]
    short = source.replace("{ if known(&name) { self.all.push(room); } }", "{ keep(S { name, all: vec![] }) }")
    assert "S { name: name.to_string(), all" in mismatch("follow-parameters", short, "String, room: String")[0]


def test_all_bytes_of_a_wider_number_are_written_in_the_order_that_a_comment_says() -> None:
    source = """/// Numbers go out high byte first.
trait Out { fn m(&mut self, n: u32); }
impl Out for Vec8 { fn m(&mut self, n: u8) { self.0.push(n); } }
"""
    found = mismatch("follow-parameters", source, "n: ^u8")
    assert [one.split("n: u32) { ")[1].split(";")[0] for one in found] == [
        "self.0.extend(n.to_be_bytes())",
        "self.0.extend(n.to_le_bytes())",
        "self.0.push(n as u8)",
    ]
