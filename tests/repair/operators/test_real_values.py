"""Claims of operators on values, numbers and closures of everyday programs: the text they propose."""

from __future__ import annotations

from nightschool.repair.pointless import pointless
from tests.repair.operators.samples import proposed

MISMATCHED = "mismatched types"


def test_boxes_of_a_tuple_are_matched_by_what_they_hold() -> None:
    source = "fn f(l: Box<E>, r: Box<E>) { match (&l, &r) { (N(a), N(b)) => g(a, b), _ => {} } }"
    labels = (("N(a)", "expected `Box<E>`, found `E`"), ("(&l, &r)", "this expression has type `(&Box<E>, &Box<E>)`"))
    found = proposed("match-inside-box", source, "E0308", MISMATCHED, *labels)
    assert found[0] == source.replace("(&l, &r)", "(&*l, &*r)")
    assert source.replace("(&l, &r)", "(&**l, &**r)") in found


def test_a_box_behind_a_reference_is_matched_through_both() -> None:
    source = "fn f(l: &Box<E>) { match l { N(a) => g(a), _ => {} } }"
    labels = (("N(a)", "expected `Box<E>`, found `E`"), ("l {", "this expression has type `&Box<E>`"))
    found = proposed("match-inside-box", source, "E0308", MISMATCHED, *labels)
    assert found == [source.replace("match l", "match &*l"), source.replace("match l", "match &**l")] or (
        source.replace("match l", "match &**l") in found
    )


def test_a_constant_too_large_for_its_type_gets_a_wider_one() -> None:
    source = "const MOST: u32 = 6 << 30;\nfn f() -> u64 { u64::from(MOST) }\nfn g() -> u32 { MOST }\n"
    message = "attempt to compute `6291456_u32 * 1024_u32`, which would overflow"
    found = proposed("wider-constant", source, "E0080", message, ("6 << 30", "evaluation of `MOST` failed here"))
    assert found[0] == source.replace("MOST: u32", "MOST: u64")
    assert "fn g() -> u32 { (MOST as u32) }" in found[1]
    assert "u64::from(MOST)" in found[1]
    assert proposed("wider-constant", source, "E0080", "index out of bounds", ("6 << 30", "")) == []


def test_a_signed_step_may_go_back() -> None:
    source = "fn f(at: usize, by: i32) -> usize { at.saturating_add(by) }"
    label = ("by) }", "expected `usize`, found `i32`")
    (found,) = proposed("add-signed-step", source, "E0308", MISMATCHED, label)
    assert found == source.replace("saturating_add(by)", "saturating_add_signed(by as isize)")
    source = "fn f(mut at: u32, by: i32) -> u32 { at += by - 1; at }"
    (found,) = proposed("add-signed-step", source, "E0308", MISMATCHED, ("by - 1", "expected `u32`, found `i32`"))
    assert found == source.replace("at += by - 1", "at = at.saturating_add_signed(by - 1)")


def test_a_slice_becomes_an_array_where_one_is_wanted() -> None:
    source = "fn f(b: &[u8]) -> u32 { u32::from_le_bytes(&b[4..8]) }"
    label = ("&b[4..8]", "expected `[u8; 4]`, found `&[u8]`")
    found = proposed("array-from-slice", source, "E0308", MISMATCHED, label)
    assert found[0] == source.replace("&b[4..8]", "b[4..8].try_into().unwrap()")
    other = ("&b[4..8]", "expected `[u8; 4]`, found `u32`")
    assert proposed("array-from-slice", source, "E0308", MISMATCHED, other) == []


def test_an_adapter_of_values_gets_copies() -> None:
    source = "fn f(b: &[u8]) -> u16 {\n    let pairs = Pairs::new(b.iter());\n    pairs.sum()\n}\n"
    message = (
        "the method `sum` exists for struct `Pairs<std::slice::Iter<'_, u8>>`, but its trait bounds were not satisfied"
    )
    found = proposed("items-by-value", source, "E0599", message, ("sum", "unsatisfied trait bounds"))
    assert found[0] == source.replace("b.iter()", "b.iter().copied()")
    assert proposed("items-by-value", source, "E0599", "no method named `sum` found", ("sum", "")) == []


def test_kept_closures_may_change_what_they_captured() -> None:
    source = (
        "struct Bus<'a> { all: Vec<Box<dyn Fn(u8) + 'a>> }\nimpl<'a> Bus<'a> {\n"
        "    fn add(&mut self, f: impl Fn(u8) + 'a) { self.all.push(Box::new(f)); }\n"
        "    fn send(&self, x: u8) { for f in &self.all { f(x); } }\n}\n"
        "fn g(bus: &mut Bus) { let mut n = 0; bus.add(|x| n += x); }\n"
    )
    message = "cannot assign to `n`, as it is a captured variable in a `Fn` closure"
    (found,) = proposed("closures-may-change", source, "E0594", message, ("n += x", "cannot assign"))
    assert found.count("FnMut(u8)") == 2
    assert "dyn Fn(" not in found
    assert "fn send(&mut self, x: u8) { for f in &mut self.all { f(x); } }" in found


def test_a_closure_that_is_called_as_a_parameter_is_mutable() -> None:
    source = "fn each(f: impl Fn(u8)) { f(1); f(2); }\nfn g() { let mut n = 0; each(|x| n += x); }\n"
    message = "cannot assign to `n`, as it is a captured variable in a `Fn` closure"
    (found,) = proposed("closures-may-change", source, "E0594", message, ("n += x", "cannot assign"))
    assert "fn each(mut f: impl FnMut(u8))" in found


def test_a_reversed_float_key_is_compared_the_other_way() -> None:
    message = "the trait bound `f64: Ord` is not satisfied"
    source = "fn f(v: &mut Vec<P>) { v.sort_by_key(|p| Reverse(p.x)); }"
    found = proposed("order-of-floats", source, "E0277", message, ("sort", ""))
    assert found == [source.replace("sort_by_key(|p| Reverse(p.x))", "sort_by(|a, b| b.x.total_cmp(&a.x))")]
    source = "struct P { x: f64, name: String }\nfn f(v: &mut Vec<P>) { v.sort_by_key(|p| (Reverse(p.x), p.name)); }"
    (found,) = proposed("order-of-floats", source, "E0277", message, ("sort", ""))
    assert "sort_by(|a, b| b.x.total_cmp(&a.x).then_with(|| a.name.cmp(&b.name)))" in found


def test_all_dropped_steps_of_a_builder_are_assigned_back_together() -> None:
    source = "fn f(n: bool) -> R {\n    let r = R::new();\n    if n { r.head(1); }\n    r.tail(2);\n    r.build()\n}\n"
    labels = (("r.tail", "value used here after move"), ("r = R", "move occurs because `r` has type `R`"))
    found = proposed("assign-back", source, "E0382", "use of moved value: `r`", *labels)
    whole = source.replace("let r", "let mut r").replace("r.head", "r = r.head").replace("    r.tail", "    r = r.tail")
    assert whole in found[:2]


def test_a_lazy_iterator_that_is_put_aside_is_pointless() -> None:
    source = "fn f(v: &mut [W]) {\n    v.iter_mut().map(|w| w.tell(1));\n}\n"
    assert pointless(source, source.replace("    v.", "    let _ = v."))
    assert not pointless(source, source.replace("    v.", "    let _ = v.").replace("1))", "1)).count()"))
    plain = source.replace(".iter_mut()", ".first()")
    assert not pointless(plain, plain.replace("    v.", "    let _ = v."))
