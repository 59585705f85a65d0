"""Claims of operators for what other languages have: the exact text they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed


def test_text_is_reversed_by_its_characters() -> None:
    source = "fn f(s: &str) -> String { s.reverse() }"
    found = proposed("chain-for-method", source, "E0599", "no method named `reverse` found", ("s.^reverse", ""))
    assert found[0] == source.replace("s.reverse()", "s.chars().rev().collect::<String>()")


def test_floats_are_sorted_by_total_cmp_also_by_a_key() -> None:
    message = "the trait bound `f64: Ord` is not satisfied"
    source = "fn f(v: &mut Vec<f64>) { v.sort(); }"
    found = proposed("order-of-floats", source, "E0277", message, ("sort", ""))
    assert found[0] == source.replace("sort()", "sort_by(|a, b| a.total_cmp(b))")
    keyed = "fn f(v: &mut Vec<P>) { v.sort_by_key(|p| p.x); }"
    found = proposed("order-of-floats", keyed, "E0277", message, ("sort", ""))
    assert found == [keyed.replace("sort_by_key(|p| p.x)", "sort_by(|a, b| a.x.total_cmp(&b.x))")]


def test_the_list_in_a_struct_is_indexed() -> None:
    source = "struct S { list: Vec<u8> }\nfn f(s: &S) -> u8 { s[0] }"
    found = proposed("indexed-holder", source, "E0608", "cannot index into a value of type `&S`", ("s[0]", ""))
    assert found[0] == source.replace("s[0]", "s.list[0]")


def test_elements_are_summed_in_the_wanted_type() -> None:
    source = "fn f(v: &[u32]) -> u64 { v.iter().copied().sum() }"
    message = "a value of type `u64` cannot be made by summing an iterator over elements of type `u32`"
    found = proposed("elements-as", source, "E0277", message, ("sum", ""))
    assert source.replace(".sum()", ".map(u64::from).sum()") in found[:3]
