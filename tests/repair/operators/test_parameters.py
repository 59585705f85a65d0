"""Claims of the operator on parameters that a method of a trait or of an impl lacks (E0050)."""

from __future__ import annotations

import pytest

from nightschool.repair.operators.parameters import separated
from tests.repair.operators.samples import proposed

OPERATOR = "parameters-of-the-other"
MESSAGE = "method `charge` has {} but the declaration in trait `Meter::charge` has {}"
TRAIT = "pub trait Meter {{ fn charge({}) -> u64; }}\n"
IMPL = "pub struct Gas(u64);\nimpl Meter for Gas {{ fn charge({}) -> u64 {{ self.0 * hours }} }}\n"


def both(declared: str, implemented: str) -> list[str]:
    """What is proposed where trait and impl stand in one file."""
    source = TRAIT.format(declared) + IMPL.format(implemented)
    counts = [f"{text.count(':') + 1} parameters" for text in (implemented, declared)]
    places = ("Gas { fn charge(^&self", "expected"), ("Meter { fn charge(^&self", "trait requires")
    found = proposed(OPERATOR, source, "E0050", MESSAGE.format(*counts), *places)
    assert all(one != source for one in found)
    return found


def heads(programs: list[str]) -> list[tuple[str, str]]:
    """(the trait's list, the impl's list) of each program."""
    return [(one.split("charge(")[1].split(")")[0], one.split("charge(")[2].split(")")[0]) for one in programs]


def test_an_impl_gets_what_it_lacks_where_the_rest_fits() -> None:
    found = heads(both("&self, account: &str, hours: u64", "&self, hours: u64"))
    whole = "&self, account: &str, hours: u64"
    assert found[0] == (whole, whole)  # before `hours`, whose type is the same
    assert (whole, "&self, _account: &str, hours: u64") in found  # nothing warns of it
    assert ("&self, hours: u64", "&self, hours: u64") in found  # or the trait loses it
    assert found.index((whole, whole)) < found.index(("&self, hours: u64", "&self, hours: u64"))


def test_own_names_stay_and_what_a_body_uses_gets_no_underscore() -> None:
    found = heads(both("&self, hours: u64, mut rate: u64", "&self, kept: u64"))
    assert found[0][1] == "&self, kept: u64, rate: u64"  # `mut` is the body's business
    assert all("_hours" not in one for _, one in heads(both("&self, hours: u64", "&self")))


def test_a_trait_gets_what_only_its_impl_has() -> None:
    found = heads(both("&self", "&self, hours: u64"))
    assert ("&self, hours: u64", "&self, hours: u64") in found
    assert ("&self", "&self") in found


@pytest.mark.parametrize("listed", ["&self", "&self, rate: fn(u8, u8) -> u64, hours: u64"])
def test_the_other_file_is_followed_as_rustc_shows_it(listed: str) -> None:
    source = IMPL.format("&self, hours: u64")
    message = MESSAGE.format("2 parameters", 3) + f"\nelsewhere it has the parameters `{listed}`"
    found = proposed(OPERATOR, source, "E0050", message, ("charge(^&self", "expected 3 parameters, found 2"))
    assert found[0] == IMPL.format(listed)


def test_other_errors_and_other_methods_are_left_alone() -> None:
    source = TRAIT.format("&self, hours: u64") + IMPL.format("&self")
    assert proposed(OPERATOR, source, "E0053", MESSAGE.format("1 parameter", 2), ("Gas { fn charge(^&self", "")) == []
    other = MESSAGE.format("1 parameter", 2).replace("charge", "refund")
    assert proposed(OPERATOR, source, "E0050", other, ("Gas { fn charge(^&self", "")) == []


def test_commas_in_types_part_nothing() -> None:
    assert separated("&self, map: HashMap<u8, (u8, u8)>, call: fn(u8) -> [u8; 2], last: &dyn Fn(u8, u8) -> u8") == [
        "&self", "map: HashMap<u8, (u8, u8)>", "call: fn(u8) -> [u8; 2]", "last: &dyn Fn(u8, u8) -> u8",
    ]  # fmt: skip
