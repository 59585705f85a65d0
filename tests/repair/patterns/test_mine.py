"""Patterns say what pairs have in common, whatever their order."""

from __future__ import annotations

import random

from nightschool.repair.patterns import learn_patterns, mine
from nightschool.repair.patterns.abstract import observe
from nightschool.repair.patterns.shapes import Part, Shape
from nightschool.repair.patterns.terms import HOLE, Term, generalise
from tests.repair.patterns.fixes import row

FIRST = ("fn a(x: T) -> R {\n    x.f();\n    Ok(1)\n}\n", "fn a(x: T) -> R {\n    x.f()?;\n    Ok(1)\n}\n")
SECOND = ("fn b(y: S) -> R {\n    y.g(1);\n    Ok(2)\n}\n", "fn b(y: S) -> R {\n    y.g(1)?;\n    Ok(2)\n}\n")


def leaf(kind: str, text: str = "") -> Term:
    return Term(kind, text or kind)


def hole(what: str, number: int = -1) -> Term:
    return Term(HOLE, what, (), number)


def call(receiver: str, method: str, *arguments: Term) -> Term:
    """`receiver.method(arguments)` as tree-sitter reads it."""
    field = Term("field_expression", "", (leaf("identifier", receiver), leaf("."), leaf("field_identifier", method)))
    return Term("call_expression", "", (field, Term("arguments", "", (leaf("("), *arguments, leaf(")")))))


def test_two_calls_have_a_call_of_something_on_something_in_common() -> None:
    """x.f() and y.g(1): receivers, names and argument lists differ, so hole.hole(..) is left."""
    found = generalise([call("x", "f")], [call("y", "g", leaf("integer_literal", "1"))])
    field = Term("field_expression", "", (hole("identifier", 1000), leaf("."), hole("field_identifier", 1001)))
    assert found == (Term("call_expression", "", (field, hole("arguments", 1002))),)


def test_equal_differences_are_one_hole() -> None:
    """x + x and y + y: the pair (x, y) occurs twice, so both are hole 1000; x + x and y + z have two holes."""
    sums = [Term("binary_expression", "", (leaf("identifier", a), leaf("+"), leaf("identifier", b))) for a, b in
            (("x", "x"), ("y", "y"), ("y", "z"))]  # fmt: skip
    same = generalise([sums[0]], [sums[1]])
    other = generalise([sums[0]], [sums[2]])
    assert same is not None
    assert other is not None
    assert [one.number for one in same[0].children] == [1000, -1, 1000]
    assert [one.number for one in other[0].children] == [1000, -1, 1001]


def test_a_hole_of_two_kinds_of_values_stands_for_any_value() -> None:
    found = generalise([leaf("identifier", "x")], [leaf("integer_literal", "1")])
    assert found == (hole("value", 1000),)


def test_what_is_written_must_not_be_lost() -> None:
    """Number 0 stands inside one side only where the other side has no such node."""
    inside = Term("call_expression", "", (hole("value", 0), leaf("arguments")))
    assert generalise([inside], [leaf("identifier", "x")]) is None


def test_two_pairs_give_the_wide_shape_and_the_common_form() -> None:
    """Both write `0?`. Wide: any value. In common: call(field(?, ., ?), ?), bound as a whole to number 0."""
    patterns = mine([row(*FIRST, group="a"), row(*SECOND, group="b")])
    both = [one for one in patterns if one.rows == 2]
    written = {one.shape.written for one in both}
    terms = {one.shape.parts[0].before[0] for one in both}
    field = Term("field_expression", "", (hole("identifier"), leaf("."), hole("field_identifier")))
    assert written == {((0, "?"),)}
    assert {hole("value", 0), hole("call_expression", 0)} <= terms
    assert Term("call_expression", "", (field, hole("arguments")), 0) in terms
    assert all(one.groups == 2 and one.codes == {"E0308": 2} and not one.far for one in both)


def test_the_order_of_rows_does_not_matter() -> None:
    pairs = [row(*FIRST, group="a"), row(*SECOND, group="b")]
    pairs += [row(f"fn f(n: u32) {{ g(n{n}); }}\n", f"fn f(n: u32) {{ g(&n{n}); }}\n", group="c") for n in range(6)]
    pairs += [row("fn f() { let a = 1; a = 2; }\n", "fn f() { let mut a = 1; a = 2; }\n", "E0384", group="d")]
    expected = learn_patterns(pairs)
    for seed in range(3):
        random.Random(seed).shuffle(pairs)
        assert learn_patterns(pairs).digest == expected.digest
    assert learn_patterns(pairs[1:]).digest != expected.digest


def test_names_of_the_file_are_holes_and_names_of_the_library_stay() -> None:
    """`n` is a local, `len` and `max` are not made by the file; `n` stands on both sides, so it is bound."""
    broken = "fn f(v: &[u8]) -> usize {\n    let n = 2;\n    v.len().max(n)\n}\n"
    (seen,) = observe(broken, broken.replace("max(n)", "max(&n)"), "error: x\nline 3: here")
    exact = seen.shape("exact")
    assert exact is not None
    assert exact.parts == (Part("arguments", (hole("identifier", 0),), None, None, ("&", 0), 0),)


def test_several_places_share_their_holes() -> None:
    broken = "fn f(x: &str) -> String {\n    g(x)\n}\n"
    fixed = "fn f(x: String) -> String {\n    g(&x)\n}\n"
    (seen,) = observe(broken, fixed, "error: x\nline 2: here")
    assert len(seen.changes) == 2
    assert seen.near == (False, True)


def test_shapes_survive_json() -> None:
    for pattern in mine([row(*FIRST), row(*SECOND)]):
        assert Shape.from_json(pattern.shape.to_json()) == pattern.shape


def test_a_rewrite_is_no_pattern() -> None:
    broken = "".join(f"fn f{n}(a: u8) -> u8 {{ a + {n} }}\n" for n in range(9))
    assert mine([row(broken, broken.replace("a +", "1 + a +"))]) == ()
