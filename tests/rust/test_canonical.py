import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.rust.canonical import alpha, containment, form, jaccard, ngrams, normalise, tree_similarity

STOCK = """
/// Units in store.
pub struct Stock { items: Vec<String>, limit: usize, }

impl Stock {
    pub fn add(&mut self, item: String) -> bool {
        if self.items.len() >= self.limit { return false; } // full
        self.items.push(item);
        true
    }
}
"""


def test_comments_layout_and_trailing_commas_do_not_count() -> None:
    assert normalise("fn f(a: u8,) { /* x */ g(a,) } // y") == normalise("fn f(a: u8)\n{\n    g(a)\n}")


def test_a_comma_that_separates_counts() -> None:
    assert normalise("g(a, b)") != normalise("g(a b)")


def test_match_arms_are_equal_with_and_without_their_commas() -> None:
    assert normalise("match x { A => {}, B => y, }") == normalise("match x { A => {} B => y }")


def test_renamed_and_reliteralled_twins_are_alpha_equal() -> None:
    twin = STOCK.replace("Stock", "Shelf").replace("items", "books").replace("item", "book")
    twin = twin.replace("limit", "width").replace("add", "place")
    assert normalise(twin) != normalise(STOCK)
    assert alpha(twin) == alpha(STOCK)
    assert alpha('f("a", 1, 2.0)') == alpha('f("b", 7, 3.5)')


def test_lifetimes_are_renamed_but_static_is_not() -> None:
    assert alpha("fn f<'a>(x: &'a str) -> &'a str { x }") == alpha("fn f<'s>(x: &'s str) -> &'s str { x }")
    assert alpha("fn f(x: &'a str)") != alpha("fn f(x: &'static str)")


def test_different_use_of_the_same_names_is_another_program() -> None:
    assert alpha("fn f(a: u8, b: u8) { g(a, b) }") != alpha("fn f(a: u8, b: u8) { g(b, a) }")


def test_a_mut_more_is_another_program() -> None:
    assert alpha("let v = w;") != alpha("let mut v = w;")


def test_pieces_are_the_same_whatever_wraps_them() -> None:
    free = form("fn total(xs: &[u8]) -> u8 { xs.iter().sum() }").pieces
    inside = form("mod a { impl B { fn total(xs: &[u8]) -> u8 { xs.iter().sum() } } }").pieces
    assert [piece.normal for piece in free] == [piece.normal for piece in inside]
    assert free[0].parsed.name == "total"


def test_a_piece_has_its_attributes() -> None:
    (piece,) = form("#[derive(Debug)]\n#[repr(C)]\nstruct A { x: u8 }").pieces
    assert normalise("#[derive(Debug)] #[repr(C)] struct A { x: u8 }") == " ".join(piece.normal)


def test_a_function_inside_a_function_is_part_of_it() -> None:
    assert len(form("fn f() { fn g() {} g() }").pieces) == 1


def test_ngrams_of_a_short_text_are_the_text() -> None:
    assert ngrams(["a", "b"]) == {("a", "b")}
    assert ngrams([]) == form("").abstract_grams == form("").shape == frozenset()
    assert len(ngrams([str(i) for i in range(10)])) == 3  # 10 - 8 + 1


def test_an_inserted_name_changes_only_the_ngrams_around_it() -> None:
    before = form("fn f(a: u8) { " + "g(a); " * 5 + "h(b, c, d, e); k(a); m(a, b); }").abstract_grams
    after = form("fn f(a: u8) { let z = y; " + "g(a); " * 5 + "h(b, c, d, e); k(a); m(a, b); }").abstract_grams
    assert len(before - after) <= 8  # the grams that span the place of insertion


def test_similarities_have_their_arithmetic() -> None:
    a, b = frozenset({1, 2, 3}), frozenset({2, 3, 4, 5})
    assert jaccard(a, b) == pytest.approx(2 / 5)
    assert containment(a, b) == pytest.approx(2 / 3)
    assert tree_similarity(a, b) == pytest.approx(4 / 7)
    assert (
        jaccard(frozenset(), frozenset())
        == containment(frozenset(), a)
        == tree_similarity(frozenset(), frozenset())
        == 0
    )


def test_shapes_ignore_names_and_see_structure() -> None:
    one, two = form("fn f(a: u8) { g(a); }").shape, form("fn h(b: String) { k(b); }").shape
    assert tree_similarity(one, two) == 1
    assert tree_similarity(one, form("fn f(a: u8) { if a > 1 { g(a) } }").shape) < 0.9


@pytest.mark.parametrize("code", ["", "(" * 100_000, "fn f(((", "}" * 50, '"unclosed', "\x00\ud800é", "fn f(){" * 5000])
def test_broken_text_is_read_as_far_as_it_goes(code: str) -> None:
    assert isinstance(normalise(code), str)
    assert isinstance(alpha(code), str)


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_no_text_raises(code: str) -> None:
    form(code).abstract_grams, form(code).shape, form(code).alpha, form(code).pieces


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("let a = (1,);", "let a = (1);", False),
        ("let a = (1, 2,);", "let a = (1, 2);", True),
        ("let (a,) = b;", "let (a) = b;", False),
        ("let a: (Pair<A, B>,) = c;", "let a: (Pair<A, B>) = c;", False),
        ("g(1,);", "g(1);", True),
        ("g((1,),);", "g((1,));", True),
        ("g((1,));", "g((1));", False),
        ("let Pair(a,) = b;", "let Pair(a) = b;", True),
        ("assert_eq!((1,), x);", "assert_eq!((1), x);", False),
        ("assert_eq!(g(1,), x,);", "assert_eq!(g(1), x);", True),
        ("let a = ((1, 2),);", "let a = ((1, 2));", False),
    ],
)
def test_a_comma_that_makes_a_tuple_is_no_layout(one: str, other: str, same: bool) -> None:
    assert (normalise(f"fn f() {{ {one} }}") == normalise(f"fn f() {{ {other} }}")) is same
    assert (form(f"fn f() {{ {one} }}").alpha == form(f"fn f() {{ {other} }}").alpha) is same


def test_hostile_nesting_of_tuples_is_read_in_one_pass() -> None:
    """20,000 tuples in one another: their 20,000 commas stay."""
    assert normalise("(" * 20_000 + "1" + ",)" * 20_000).count(",") == 20_000
