import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.rust.edits import edit_pattern


@pytest.mark.parametrize(
    ("key", "broken", "fixed"),
    [
        ("+mut @let", "fn f() { let v = g(); v.push(2); }", "fn f() { let mut v = g(); v.push(2); }"),
        ("+mut @self", "fn f(&self) { self.x += 1 }", "fn f(&mut self) { self.x += 1 }"),
        ("+.clone", "fn f(v: Vec<u8>) { g(v); h(v) }", "fn f(v: Vec<u8>) { g(v.clone()); h(v) }"),
        ("+&", "fn f(v: Vec<u8>) { g(v); h(v) }", "fn f(v: Vec<u8>) { g(&v); h(v) }"),
        ("+derive", "struct A { x: u8 }", "#[derive(Hash)]\nstruct A { x: u8 }"),
        ("+bound", "fn f<T>(a: T) -> bool { a == a }", "fn f<T: PartialEq>(a: T) -> bool { a == a }"),
        ("+lifetime", "fn f(a: &str, b: &str) -> &str { a }", "fn f<'a>(a: &'a str, b: &str) -> &'a str { a }"),
        ("+Ok", "fn f() -> Result<u8, ()> { a + 1 }", "fn f() -> Result<u8, ()> { Ok(a + 1) }"),
        ("? -> .unwrap", "fn f() { let x = g()?; }", "fn f() { let x = g().unwrap(); }"),
        ("+.map_err", "fn f() { g()?; }", "fn f() { g().map_err(|e| e.to_string())?; }"),
        ("+match_arm", "fn f() { match x { Some(y) => y } }", "fn f() { match x { Some(y) => y, None => 0 } }"),
        ("+move", "fn f() { spawn(|| x) }", "fn f() { spawn(move || x) }"),
        ("+fn", "impl A for B {}", "impl A for B { fn x(&self) { y() } }"),
        ("+Box @parameter", "fn f(a: dyn A) {}", "fn f(a: Box<dyn A>) {}"),
        ("Rc -> Arc", "fn f(x: Rc<u8>) {}", "fn f(x: Arc<u8>) {}"),
        ("reorder", "fn f() { a(x); b(&x); }", "fn f() { b(&x); a(x); }"),
        ("+statement", "fn f() { a(); }", "fn f() { a(); b(); }"),
        ("+as T", "fn f(x: i32) -> i64 { x }", "fn f(x: i32) -> i64 { x as i64 }"),
        ("none", "fn f() {}", "fn f() { } // layout only"),
    ],
)
def test_a_repair_has_this_key(key: str, broken: str, fixed: str) -> None:
    assert edit_pattern(broken, fixed) == key


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            ("struct A;", "#[derive(Hash, Eq)] struct A;"),
            ("#[derive(Debug)] enum B { C }", "#[derive(Debug, Clone)] enum B { C }"),
        ),
        (
            ("fn f<T>(t: T) {}", "fn f<T>(t: T) where T: Copy {}"),
            ("fn g<K: Eq>(k: K) {}", "fn g<K: Eq + Hash>(k: K) {}"),
        ),
        (
            ("fn f() { a(name) }", "fn f() { a(name.clone()) }"),
            ("fn g() { let x = y[0]; }", "fn g() { let x = y[0].to_owned(); }"),
        ),
    ],
)
def test_like_repairs_of_unlike_programs_share_a_key(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert edit_pattern(*one) == edit_pattern(*two)


def test_unlike_repairs_of_one_program_have_unlike_keys() -> None:
    broken = "fn f(v: Vec<u8>) { g(v); h(v); }"
    fixes = [
        "fn f(v: Vec<u8>) { g(v.clone()); h(v); }",
        "fn f(v: Vec<u8>) { g(&v); h(v); }",
        "fn f(v: Vec<u8>) { h(v); g(v); }",
    ]
    # the last one swaps g and h: the same tokens in another order
    assert len({edit_pattern(broken, fixed) for fixed in fixes}) == 3


def test_names_and_literals_do_not_matter() -> None:
    assert edit_pattern("fn f() { a(1) }", "fn f() { a(Some(1)) }") == edit_pattern(
        'fn g() { b("x") }', 'fn g() { b(Some("x")) }'
    )


def test_a_key_is_short_whatever_the_edit() -> None:
    broken = "fn f() { " + " ".join(f"let a{i} = b{i};" for i in range(50)) + " }"
    fixed = "struct S; impl S { fn g() { " + " ".join(f"h{i}(&mut c).unwrap();" for i in range(60)) + " } }"
    assert len(edit_pattern(broken, fixed)) <= 120


def test_megabytes_are_a_rewrite_not_a_wait() -> None:
    assert edit_pattern("a; " * 30_000, "b, " * 30_000) == "rewrite"


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60)
def test_no_pair_of_texts_raises(broken: str, fixed: str) -> None:
    assert edit_pattern(broken, fixed) == edit_pattern(broken, fixed)
