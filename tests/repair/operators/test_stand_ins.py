"""Claims of operators that find in the program what stands in for a missing value."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

PRICES = """use std::collections::HashMap;
const LIMIT: u32 = 9;
const USUAL_PRICE: u32 = 5;
struct Prices { standard: u32, by_name: HashMap<String, u32> }
impl Prices {
    fn price(&self, name: &str) -> u32 {
        self.by_name.get(name).copied()
    }
}
"""
GROWN = "fn grown(n: u64, by: u32) -> u64 {\n    let all: u64 = n.checked_pow(by);\n    all.min(900)\n}\n"
LOOK = """#[derive(Default)]
struct Look { width: usize, title: String }
fn width(text: &str) -> Option<usize> { text.parse().ok() }
fn look(text: &str) -> Look {
    let usual = Look::default();
    Look { width: width(text), title: text.to_string() }
}
"""
ROOM = """struct Guest { name: String }
impl Guest {
    fn tag(&self) -> String { self.name.clone() }
}
struct Room { guest: Option<Guest> }
impl Room {
    /// The tag on the door, such as `anna`;
    /// a room without a guest shows `free`.
    fn door(&self) -> String {
        self.guest.tag()
    }
}
"""
LEAGUE = """use std::collections::BTreeMap;
struct League { goals: BTreeMap<String, Vec<u32>> }
impl League {
    fn score(&mut self, team: &str, minute: u32) {
        self.goals.get_mut(team).push(minute);
    }
}
"""
LIFT = """struct Floor { open: bool }
impl Floor {
    fn stops(&self) -> bool { self.open }
}
struct Lift { floors: Vec<Floor>, ground: usize, calls: Vec<usize> }
impl Lift {
    fn halts(&self) -> bool {
        let at = self.calls.last().copied();
        at.and_then(|at| self.floors.get(at)).stops()
    }
}
"""
CHAIN = """fn links(next: &[Option<usize>], from: usize) -> usize {
    let mut count = 0;
    let mut at = from;
    loop {
        at = *next.get(at)?;
        count += 1;
    }
}
"""
ROWS = """struct Rows { left: Vec<String> }
impl Iterator for Rows {
    type Item = Result<u32, std::num::ParseIntError>;
    fn next(&mut self) -> Option<Self::Item> {
        let row = self.left.pop()?;
        let number = row.parse()?;
        Some(Ok(number))
    }
}
"""
PAIR = """struct Pair { left: u32, right: Option<u32> }
fn number(word: &str) -> Result<u32, String> { word.parse().map_err(|_| word.to_string()) }
fn pair(left: &str, right: Option<&str>) -> Result<Pair, String> {
    let left = number(left)?;
    let right = match right {
        Some(word) => Some(number(word)),
        None => None,
    };
    Ok(Pair { left, right })
}
"""
LISTED = """fn lengths(words: Option<&Vec<String>>) -> Vec<usize> {
    words.iter().map(|word| word.len_utf8()).collect()
}
"""
NO_METHOD = "no method named `m` found for enum `Option<T>` in the current scope"


def test_an_own_field_and_constants_stand_in_those_named_like_defaults_first() -> None:
    words = "expected `u32`, found `Option<u32>`"
    found = proposed("default-at-hand", PRICES, "E0308", "mismatched types", ("  ^self.by_name", words))
    values = ["self.standard", "USUAL_PRICE", "LIMIT"]
    assert found == [PRICES.replace("copied()", f"copied().unwrap_or({one})") for one in values]


def test_a_number_that_ran_over_is_the_largest() -> None:
    words = "expected `u64`, found `Option<u64>`"
    found = proposed("default-at-hand", GROWN, "E0308", "mismatched types", ("= ^n.checked", words))
    assert found == [GROWN.replace("pow(by)", "pow(by).unwrap_or(u64::MAX)")]


def test_the_same_field_of_another_value_stands_in() -> None:
    words = "expected `usize`, found `Option<usize>`"
    found = proposed("default-at-hand", LOOK, "E0308", "mismatched types", ("Look { width: ^width", words))
    assert found[0] == LOOK.replace("width(text),", "width(text).unwrap_or(usual.width),")


@pytest.mark.parametrize("expected", ["Option<u32>", "Result<u32, String>"])
def test_where_a_wrapped_value_is_wanted_nothing_stands_in(expected: str) -> None:
    words = f"expected `{expected}`, found `Option<u32>`"
    assert proposed("default-at-hand", PRICES, "E0308", "mismatched types", ("  ^self.by_name", words)) == []


def test_the_comment_tells_what_is_shown_for_nothing() -> None:
    found = proposed(
        "default-for-method", ROOM, "E0599", NO_METHOD, ("guest.^tag", "method not found in `Option<Guest>`")
    )
    mapped = 'self.guest.as_ref().map_or_else(|| "free".to_string(), |guest| guest.tag())'
    assert found[0] == ROOM.replace("self.guest.tag()", mapped)


def test_methods_of_other_types_are_left_alone() -> None:
    message = "no method named `tag` found for struct `Room` in the current scope"
    assert proposed("default-for-method", ROOM, "E0599", message, ("guest.^tag", "method not found")) == []


def test_a_method_of_what_get_mut_gives_is_asked_of_an_entry() -> None:
    words = "method not found in `Option<&mut Vec<u32>>`"
    found = proposed("entry-for-look-up", LEAGUE, "E0599", NO_METHOD, (".^push(minute", words))
    assert found[0] == LEAGUE.replace("get_mut(team)", "entry(team.to_string()).or_default()")
    assert proposed("entry-for-look-up", LEAGUE, "E0599", NO_METHOD, (".^push(minute", "")) == []


def test_what_is_none_at_first_starts_from_a_field_that_nothing_reads() -> None:
    words = "method not found in `Option<&Floor>`"
    found = proposed("start-from-field", LIFT, "E0599", NO_METHOD, (".^stops()", words))
    started = LIFT.replace("last().copied();", "last().copied().or(Some(self.ground));")
    assert found == [started.replace(".stops()", ".is_some_and(|value| value.stops())")]


def test_fields_that_are_read_start_nothing() -> None:
    source = LIFT + "fn low(lift: &Lift) -> usize { lift.ground }\n"
    words = "method not found in `Option<&Floor>`"
    assert proposed("start-from-field", source, "E0599", NO_METHOD, (".^stops()", words)) == []


def test_a_missing_value_ends_the_function_with_a_constant() -> None:
    source = PRICES.replace(
        "        self.by_name.get(name).copied()", "        let p: u32 = self.by_name.get(name);\n        p"
    )
    words = "expected `u32`, found `Option<&u32>`"
    found = proposed("let-else-for-bare", source, "E0308", "mismatched types", ("= ^self.by_name", words))
    assert "let Some(&p) = self.by_name.get(name) else { return USUAL_PRICE; };" in found[1]


def test_a_loop_that_cannot_go_on_gives_what_it_has() -> None:
    words = "cannot use the `?` operator in a function that returns `usize`"
    found = proposed("let-else-for-assigned", CHAIN, "E0277", "the `?` operator", ("get(at)^?", words))
    assert "let Some(&next) = next.get(at) else { return count; };\n        at = next;" in found[0]


def test_an_error_is_an_item_of_its_own() -> None:
    message = "the `?` operator can only be used on `Option`s, not `Result`s, in a method that returns `Option`"
    found = proposed("error-as-item", ROWS, "E0277", message, ("row.parse()^?", "use `.ok()?`"))
    assert "Err(error) => return Some(Err(error))," in found[0]
    plain = ROWS.replace("Result<u32, std::num::ParseIntError>", "u32")
    assert proposed("error-as-item", plain, "E0277", message, ("row.parse()^?", "use `.ok()?`")) == []


def test_a_result_in_some_is_asked_where_it_is_made() -> None:
    words = "expected `Option<u32>`, found `Option<Result<u32, String>>`"
    found = proposed("question-inside", PAIR, "E0308", "mismatched types", ("left, ^right })", words))
    assert found[0] == PAIR.replace("Some(number(word))", "Some(number(word)?)")
    assert found[1] == PAIR.replace("left, right })", "left, right: right.transpose()? })")


def test_an_optional_list_is_gone_through_as_the_list() -> None:
    message = "no method named `len_utf8` found for reference `&&Vec<String>` in the current scope"
    found = proposed("through-optional-list", LISTED, "E0599", message, ("word.^len", ""))
    assert found[0] == LISTED.replace("words.iter()", "words.into_iter().flatten()")
    assert proposed("through-optional-list", LISTED, "E0599", NO_METHOD, ("word.^len", "")) == []
