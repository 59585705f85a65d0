"""Claims on the plain features of candidates."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.repair.features import features
from nightschool.repair.proposal import Found
from nightschool.repair.risks import Shape, risks, told
from nightschool.rust.tree import Syntax

from .making import BROKEN, edited, found

CAST = edited(("sum += value;", "sum += i64::from(*value);"))
ZERO = edited(("sum += value;", "sum += 0;"))
GONE = edited(("        sum += value;\n", ""))


def counted(before: str, after: str) -> dict[str, int]:
    return risks(Shape(Syntax(before)), Shape(Syntax(after)))


def test_words_brought_in_are_counted_and_cut_off_at_three() -> None:
    """`i64::from(*value)` for `value`: i64, two colons, from, two brackets and a star come in, nothing goes."""
    (one,) = features(found(CAST))
    assert {name: one[name] for name in ("in:from", "in:*", "in::", "only_in")} == {
        "in:from": 1.0, "in:*": 1.0, "in::": 2.0, "only_in": 1.0,
    }  # fmt: skip
    assert not any(name.startswith("out:") for name in one)
    (many,) = features(found(edited(("sum += value;", "sum += 0 + 0 + 0 + 0 + 0;"))))
    assert many["in:0"] == 3.0
    assert many["out:value"] == 1.0


def test_results_that_can_be_changed_bounds_of_impls_and_marks_are_counted() -> None:
    assert counted("fn f(&mut self) -> &mut T {}", "fn f(&mut self) -> T {}") == {"unlent": 1}
    assert counted("impl<T> A<T> { fn f(&self) {} }", "impl<T: Eq> A<T> { fn f(&self) {} }") == {"narrowed": 1}
    assert counted("impl<T> A<T> { fn f(&self) {} }", "impl<T> A<T> { fn f(&self) where T: Eq {} }") == {}
    assert counted("struct A { n: u8 }", "struct A { pub n: u8 }") == {"exposed": 1}
    assert counted("fn f() { g().map_err(h) }", "fn f() { g().map_err(|_| E::A) }") == {"cause_gone": 1}


def test_place_is_what_rustc_names() -> None:
    """The label points at line 4, column 16, where the edit begins: cost 0; a change of line 1 is far off."""
    near, far = features(found(CAST, edited(("-> i64", "-> i32"))))
    assert near["at:0"] == 1.0
    assert near["inside:expression_statement"] == 2.0  # one run of words before `value` and one after it
    assert "far" not in near
    assert far["far"] == 1.0


def test_operator_and_code_are_named() -> None:
    one, other = features(found(CAST, ZERO, names=("convert", "guess")))
    assert one["by:operator.convert"] == one["code:E0308>by:operator.convert"] == 1.0
    assert "by:operator.convert" not in other


def test_an_edit_that_does_more_than_another_adds_to_it() -> None:
    """The second makes the first one's edit and one more; the third shares nothing."""
    more = edited(("sum += value;", "sum += i64::from(*value);"), ("let mut sum = start", "let mut sum = start + 1"))
    first, second, third = features(found(CAST, more, ZERO))
    assert (first.get("part_of"), second.get("adds_to"), third.get("adds_to")) == (1.0, 1.0, None)


def test_risks_tell_what_a_repair_leaves_out() -> None:
    assert counted(BROKEN, GONE) == {"statement_gone": 1, "unused": 1}  # `value` of the loop
    assert counted(BROKEN, ZERO) == {"constant": 1, "unused": 1}
    assert counted(BROKEN, CAST) == {}
    assert counted("fn f() { g(a, b); }", "fn f() { g(a); }") == {"argument_gone": 1}
    assert "call_gone" not in counted("fn f() { a.for_each(|x| g(x)) }", "fn f() { for x in a { g(x) } }")
    assert counted("fn f() { g(h(a)); }", "fn f() { g(a); }") == {"call_gone": 1}
    assert counted("fn f() { g(a.into_iter()) }", "fn f() { g(a) }") == {}
    assert counted("fn f() { g(a)?; }", "fn f() { g(a).ok(); }") == {"swallowed": 1}
    assert counted("fn f() { g(a)?; }", "fn f() { let _ = g(a); }") == {"swallowed": 1}
    assert counted("fn f() { g(a) }", "fn f() { g(a).unwrap() }") == {"panics": 1}
    assert counted("fn f() { g(a) }", "fn f() { g(a.clone()) }") == {"copied": 1}
    assert counted("fn f() { g.push(1) }", "fn f() { g.clone().push(1) }") == {"copied": 1, "copy_changed": 1}
    assert counted("fn f() { *g(a) += 1 }", "fn f() { *&mut g(a) += 1 }") == {"copy_changed": 1}
    assert counted("pub fn f(a: &str) {}", "pub fn f(a: String) {}") == {"signature": 1}
    assert counted("#[derive(Debug)] struct S;", "#[derive(Debug, Clone, Copy)] struct S;") == {"copied": 1}
    left = "fn f() { let Some(v) = g() else { return %s }; }"
    assert counted("fn f() { let v = g()?; }", left % "Ok(())") == {"swallowed": 1}
    assert counted("fn f() { let v = g()?; }", left % "Err(A)") == {}
    assert counted("fn f() { g(a, b, 1, 1) }", "fn f() { g(a, a, 1, 1) }") == {"repeated": 1}  # literals may be equal
    assert counted("pub fn f(a: &str) {}", "pub fn f(mut a: &str) {}") == {}


def test_a_field_that_gets_a_default_is_invented() -> None:
    assert counted("fn f() { g(a) }", "fn f() { g(S { at: Default::default(), a }) }") == {"constant": 1, "invented": 1}
    assert counted("fn f() { g(a) }", "fn f() { g(S { at, a }) }") == {}


def test_a_case_that_joins_an_arm_is_lumped_where_each_had_its_own() -> None:
    """Three arms with three values; where two are equal anyway, one more is no sign."""
    own, lumped = "fn f() { match a { A => 1, B => 2, C => 3 } }", "fn f() { match a { A => 1, B | D => 2, C => 3 } }"
    assert counted(own, lumped) == {"lumped": 1}
    assert counted(own.replace("3", "2"), lumped.replace("3", "2")) == {}


def test_a_wide_signature_ties_more_arguments_than_a_tight_one() -> None:
    """`b` need not live as long as the result; `'static` and what has no name tie nothing."""
    head = "fn f%s(a: &%sstr, b: &%sstr) -> &%sstr { a }"
    before = head % ("", "", "", "")
    assert counted(before, head % ("<'a>", "'a ", "", "'a ")) == {"tied": 1}
    assert counted(before, head % ("<'a>", "'a ", "'a ", "'a ")) == {"tied": 2}
    assert counted(before, head % ("", "'_ ", "'static ", "'static ")) == {}


def test_risks_are_told_in_words() -> None:
    assert told("fn f() { g(h(a))?; }", "fn f() { g(a).ok(); }") == ["a call is gone", "an error is dropped"]
    assert told("fn f() { g(a, b); }", "fn f() { g(0); }") == [
        "an argument is gone",
        "a constant stands in a value's place",
    ]


def test_other_koans_and_earlier_calls_change_nothing() -> None:
    before = features(found(CAST, ZERO))
    features(found(GONE))
    assert features(found(CAST, ZERO)) == before


def test_order_of_candidates_changes_only_ranks() -> None:
    """Handed over in reverse with their places kept, each candidate has the same features."""
    straight = found(CAST, ZERO, GONE)
    turned = replace(straight, candidates=straight.candidates[::-1])
    assert features(turned) == features(straight)[::-1]


def test_no_candidates_have_no_features() -> None:
    assert features(found()) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_has_features(broken: str, program: str) -> None:
    """Nothing raises, and every number is finite and at most six in size."""
    searched: Found = found(program, broken=broken)
    (one,) = features(searched)
    assert all(-6.0 <= value <= 6.0 for value in one.values())
