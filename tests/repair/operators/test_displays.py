"""Claims of operators on what a type is shown as: after examples in comments, by methods, and where it is shown."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

LACKS = "`{}` doesn't implement `std::fmt::Display`"
USED = "fn say(x: &{}) -> String {{ x.to_string() }}\n"


def displayed(source: str, kind: str) -> list[str]:
    """Bodies of `fmt` that are proposed for a type, cheapest first."""
    source += USED.format(kind)
    found = proposed("implement-display", source, "E0599", LACKS.format(kind), ("to_string", ""))
    return [one.split("std::fmt::Result {\n")[1].split("\n    }\n}")[0].strip() for one in found]


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("/// Such as `07/12`.\nstruct Slot { day: u8, lane: u8 }\n",
         'write!(f, "{:02}/{:02}", self.day, self.lane)'),
        ("/// Shown as `+4 -2` behind the name.\nstruct Score { won: u32, lost: u32 }\n",
         'write!(f, "+{} -{}", self.won, self.lost)'),
        ("/// Seats count from zero and are written `C4`.\nstruct Seat { row: u8, place: u16 }\n",
         "write!(f, \"{}{}\", (b'A' + self.row) as char, self.place + 1)"),
        ("/// `2.5` or, fixed, `2.5.1`.\nstruct Build { year: u16, month: u16, fix: u16 }\n",
         'write!(f, "{}.{}", self.year, self.month)?; if self.fix != 0 { write!(f, ".{}", self.fix)?; } Ok(())'),
        ("/// As in `3: 20`, or `3: -` where nobody answered.\nstruct Probe { id: u8, millis: Option<u32> }\n",
         'write!(f, "{}", self.id)?; if let Some(last) = &self.millis { write!(f, ": {}", last)?; } Ok(())'),
        ("/// Reads as: flag `-x` was given 3 times\nstruct Twice { flag: String, count: usize }\n",
         'write!(f, "flag `{}` was given {} times", self.flag, self.count)'),
        ("/// Cents, shown as `12.05`.\nstruct Price { cents: u32 }\n",
         'write!(f, "{}.{:02}", self.cents / 100, self.cents % 100)'),
        ("/// A temperature such as `-4.50`.\nstruct Degrees(i32);\n",
         'let sign = if self.0 < 0 { "-" } else { "" }; '
         'write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)'),
        ("/// Whole ones are written without the bar.\nstruct Part { top: i32, denominator: i32 }\n",
         'if self.denominator == 1 { write!(f, "{}", self.top) } else { '
         'write!(f, "{}/{}", self.top, self.denominator) }'),
    ],
)  # fmt: skip
def test_a_type_is_shown_after_the_example_of_its_comment(source: str, body: str) -> None:
    assert displayed(source, source.split("struct ")[1].split("(")[0].split()[0])[0] == body


def test_a_part_that_has_a_method_for_its_text_is_shown_by_it() -> None:
    source = """enum Side { Left, Right }
impl Side { fn word(self) -> &'static str { "left" } }
/// `12 left`
struct Door { number: u8, side: Side }
"""
    assert displayed(source, "Door")[0] == 'write!(f, "{} {}", self.number, self.side.word())'


def test_a_part_with_a_display_writes_its_own_mark() -> None:
    source = """enum Channel { Stable, Nightly }
impl std::fmt::Display for Channel { fn fmt(&self, f: &mut Formatter) -> Result { Ok(()) } }
/// `1.2` or `1.2-nightly`
struct Tool { version: [u8; 2], channel: Channel }
"""
    assert 'write!(f, "{}.{}{}", self.version[0], self.version[1], self.channel)' in displayed(source, "Tool")


def test_examples_of_other_shapes_say_nothing() -> None:
    source = "/// Like `a, b, c` or `17`.\nstruct Pair { left: u8, right: u8 }\n"
    assert displayed(source, "Pair")[0] == 'write!(f, "{} {}", self.left, self.right)'


def test_methods_that_give_a_sign_or_a_list_of_texts_show_a_type() -> None:
    sign = "enum Suit { Club, Heart }\nimpl Suit { fn sign(&self) -> char { 'c' } }\n"
    assert displayed(sign, "Suit")[0] == 'write!(f, "{}", self.sign())'
    groups = "struct Code { raw: String }\nimpl Code { fn groups(&self) -> Vec<&str> { vec![] } }\n"
    assert displayed(groups, "Code")[0] == 'f.write_str(&self.groups().join(" "))'


@pytest.mark.parametrize(("nearer", "followed"), [(23, True), (24, False)])
def test_the_24_texts_next_to_a_type_are_looked_at(nearer: int, followed: bool) -> None:
    close = "".join(f"// `row{number}x`\n" for number in range(nearer))
    source = "// Shown as `+4 -2`." + "\n" * 30 + close + "struct Score { won: u32, lost: u32 }\n"
    assert ('write!(f, "+{} -{}", self.won, self.lost)' in displayed(source, "Score")) is followed


def test_an_arm_has_the_mark_that_a_comment_shows() -> None:
    source = "/// `open=80`\nenum Port { Open(u16), Shut }\n"
    assert 'Self::Open(v0) => write!(f, "open={v0}")' in displayed(source, "Port")[0]


def test_a_method_shows_a_value_where_it_is_shown() -> None:
    source = """enum Suit { Club }
impl Suit { fn sign(&self) -> char { 'c' } fn rank(&self) -> u8 { 1 } }
fn f(a: Suit, b: Suit) -> String { format!("{}{}", a, b) }
"""
    found = proposed("show-by-method", source, "E0277", LACKS.format("Suit"), ("a, b)", ""), ("a, ^b)", ""))
    assert found[0] == source.replace("a, b)", "a.sign(), b.sign())")
    assert source.replace("a, b)", "a.sign(), b)") in found
    string = source.replace('format!("{}{}", a, b)', "a.to_string()")
    message = LACKS.format("Suit") + "\nthe method `to_string` exists"
    found = proposed("show-by-method", string, "E0599", message, ("a.to_string", ""))
    assert found == [string.replace("a.to_string()", "a.sign().to_string()")]
