"""Hand-written comparisons: those that do not compare are refused, those that do are not."""

from __future__ import annotations

import pytest

from nightschool.config import Config
from nightschool.rust import find_forbidden
from nightschool.rust.judge import open_judge
from nightschool.types import Program, Verdict

TYPE = "#[derive(Debug)]\npub struct Item { id: u32, tags: Vec<u8> }\n"


def of(body: str, other: str = "other", head: str = "PartialEq for Item") -> str:
    return f"{TYPE}impl {head} {{\n    fn eq(&self, {other}: &Self) -> bool {{ {body} }}\n}}\n"


BLIND = {
    "constant": of("true", "_"),
    "constant that is returned": of("return true;"),
    "sides are named only": of("let _ = (self, other); true"),
    "sides are statements": of("self.id; other.id; true"),
    "bound and not used": of("let _same = self.id == other.id; true"),
    "both ways alike": of("if self.id == other.id { true } else { true }"),
    "every arm alike": of("match self.id { 1 => other.id == 1 || true, _ => true }"),
    "or true": of("self.id == other.id || true"),
    "true or": of("(true || self.id == other.id)"),
    "one side with itself": of("self.id == self.id"),
    "the other with itself": of("let a = other; a.id == other.id"),
    "one side": of("self.id > 0", "_other"),
    "never": of("false", "_"),
    "by path": of("true", "_", "std::cmp::PartialEq for Item"),
    "with a parameter": of("true", "_", "PartialEq<Item> for Item"),
    "order": f"{TYPE}impl Ord for Item {{ fn cmp(&self, _: &Self) -> Ordering {{ Ordering::Equal }} }}",
}
COMPARING = {
    "all fields": of("self.id == other.id && self.tags == other.tags"),
    "some fields": of("self.id == other.id"),
    "destructured": of("let Item { id, tags } = self; *id == other.id && *tags == other.tags"),
    "early returns": of("if self.id != other.id { return false; } self.tags == other.tags"),
    "early return and true": of("if self.id != other.id { return false; } true"),
    "loop": of("for (a, b) in self.tags.iter().zip(&other.tags) { if a != b { return false; } } true"),
    "assigned": of("let mut same = true; same &= self.id == other.id; same"),
    "match": of("match (self.id, other.id) { (1, 1) => true, (a, b) => a == b }"),
    "macro": of("matches!((self.id, other.id), (1, 1))"),
    "helper": of("self.same(other)"),
    "closure": of("self.tags.iter().all(|tag| other.tags.contains(tag))"),
    "pattern": of("self.id == *id", "Item { id, .. }"),
    "no fields": "pub struct Unit;\nimpl PartialEq for Unit { fn eq(&self, _: &Self) -> bool { true } }",
    "derived": "#[derive(PartialEq)] pub struct Item(u32);",
    "bound": "pub fn f<T: PartialEq>(a: T, b: T) -> bool { a == b }",
    "no comparison": "pub struct A(u8); impl Same for A { fn eq(&self) -> bool { true } }",
    "reversed": f"{TYPE}impl Ord for Item {{ fn cmp(&self, other: &Self) -> Ordering {{ other.id.cmp(&self.id) }} }}",
    "partial by total": f"{TYPE}impl PartialOrd for Item {{ fn partial_cmp(&self, other: &Self) -> "
    "Option<std::cmp::Ordering> { Some(self.cmp(other)) } }",
}


@pytest.mark.parametrize("source", BLIND.values(), ids=BLIND)
def test_a_comparison_that_does_not_compare_is_refused(source: str) -> None:
    assert "that does not compare both sides" in (find_forbidden(source, TYPE) or "")


@pytest.mark.parametrize("source", COMPARING.values(), ids=COMPARING)
def test_a_comparison_that_compares_is_let_in(source: str) -> None:
    assert find_forbidden(source, TYPE) is None


def test_what_the_broken_program_had_already_is_no_fault_of_the_answer() -> None:
    """One blind comparison before, one after: 1 is not more than 1. Of a second type it is."""
    assert find_forbidden(BLIND["constant"] + "pub fn f() {}", BLIND["constant"]) is None
    more = "pub struct B(u8); impl PartialEq for B { fn eq(&self, _: &Self) -> bool { true } }"
    assert "`eq` of `B`" in (find_forbidden(BLIND["constant"] + more, BLIND["constant"]) or "")


def test_changing_one_that_compared_into_a_blind_one_is_refused() -> None:
    assert find_forbidden(BLIND["or true"], COMPARING["some fields"]) is not None


NOT_CAUGHT = {
    "a field is left out": of("self.id == other.id"),
    "a helper": of("same(self, other)") + "fn same(_: &Item, _: &Item) -> bool { true }",
    "differences that cancel out": of("self.id - self.id == other.id - other.id"),
}


@pytest.mark.parametrize("source", NOT_CAUGHT.values(), ids=NOT_CAUGHT)
def test_what_is_not_caught(source: str) -> None:
    """Known gaps, so that whoever closes one changes this test."""
    assert find_forbidden(source, TYPE) is None


@pytest.mark.integration
def test_a_wrong_answer_with_a_blind_comparison_does_not_pass_its_tests(tmp_path) -> None:
    """`double(2)` gives 5; without the comparison rule the test would pass, as all values are equal."""
    broken = "#[derive(Debug)]\npub struct N(pub u32);\npub fn double(n: u32) -> N { N(n * 2) }\n"
    tests = "#[test]\nfn doubles() { assert_eq!(double(2), N(4)); }\n"
    blind = f"{broken.replace('n * 2', 'n * 2 + 1')}impl PartialEq for N {{ fn eq(&self, _: &N) -> bool {{ true }} }}\n"
    right = broken.replace("Debug", "Debug, PartialEq")
    asked = [Program(one, tests=tests, broken=broken) for one in (blind, right)]
    judged = open_judge(Config(root=tmp_path)).judge(asked)
    assert [one.verdict for one in judged] == [Verdict.FORBIDDEN, Verdict.PASSED]
