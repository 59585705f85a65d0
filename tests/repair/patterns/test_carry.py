"""A fix is carried over under the names of the other place, or not at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.repair.patterns.carry import carry_over, fix_of

BROKEN = """fn total(items: &[u32]) -> u32 {
    let sum = 0;
    for item in items {
        sum += item;
    }
    sum
}
"""
FIXED = BROKEN.replace("let sum", "let mut sum")


def test_an_edit_goes_to_the_place_with_the_same_surroundings_under_its_names() -> None:
    other = (
        "fn longest(words: &[&str]) -> usize {\n    let best = 1;\n    for word in words {\n        best += 2;\n    }\n"
    )
    assert carry_over(fix_of(BROKEN, FIXED), other) == other.replace("let best", "let mut best")


def test_inserted_names_are_renamed_and_new_names_stay() -> None:
    fix = fix_of("fn f(a: T) { g(a); h(a); }", "fn f(a: T) { g(a.clone()); h(a); }")
    assert carry_over(fix, "fn k(data: T) { use_it(data); keep(data); }") == (
        "fn k(data: T) { use_it(data.clone()); keep(data); }"
    )


def test_all_hunks_are_made_under_one_renaming() -> None:
    fix = fix_of("fn f(x: &str) -> &str { x }", "fn f<'a>(x: &'a str) -> &'a str { x }")
    assert carry_over(fix, "fn first(line: &str) -> &str { line }") == "fn first<'a>(line: &'a str) -> &'a str { line }"


def test_what_fits_nowhere_is_not_forced() -> None:
    fix = fix_of("fn f() { a.push(1)?; }", "fn f() { a.push(1); }")
    assert carry_over(fix, "struct S;") is None


def test_a_place_is_changed_once() -> None:
    fix = fix_of("fn f(v: S) { g(v.a.b.c, v.a.b.c); }", "fn f(v: S) { g(v.c, v.c); }")
    assert carry_over(fix, "fn k(w: S) { g(w.a.b.c, w.a.b.c); }") == "fn k(w: S) { g(w.c, w.c); }"
    assert carry_over(fix, "fn k(w: S) { g(w.a.b.a.b.c); }") is None  # the second change would begin in the first


@settings(max_examples=50)
@given(st.sampled_from([BROKEN, "fn f(a: T) { g(a); }\n"]), st.text(max_size=40))
def test_any_text_may_be_asked_for_and_the_row_itself_gets_its_own_fix(broken: str, other: str) -> None:
    fixed = broken.replace("let sum", "let mut sum").replace("g(a)", "g(&a)")
    assert carry_over(fix_of(broken, fixed), broken) == fixed
    carry_over(fix_of(broken, fixed), other)
    carry_over(fix_of(other, broken), broken)
