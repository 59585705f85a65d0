"""Claims of operators on bounds of methods, order by keys, displayed values, ties by bodies and widened results."""

from __future__ import annotations

from nightschool.repair.operators import OPERATORS
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import apply_edits
from tests.repair.operators.samples import diagnostic, proposed

BOARD = "struct B<T> { t: Vec<T> }\nimpl<T> B<T> { fn has(&self, one: &T) -> bool { self.t[0] == *one } }\n"
DIVE = """pub struct Dive { pub name: String }
impl Dive { fn points(&self) -> f64 { 1.0 } fn level(&self) -> u8 { 1 } }
/// The most points first.
fn rank(dives: &mut Vec<Dive>) { dives.sort(); }
fn best(dives: Vec<Dive>) -> Option<Dive> { dives.into_iter().max() }
fn heap(dives: Vec<Dive>) -> BinaryHeap<Dive> { dives.into() }
"""
UNORDERED = "the trait bound `Dive: Ord` is not satisfied"
ROUTES = """fn rest(routes: &[String], path: &str) -> &str { let n = routes.len(); &path[n..] }
fn long(routes: &[String], path: &str) -> &str {
    let mut found = "";
    for route in routes { if route.len() > path.len() { found = route.as_str(); } }
    found
}
"""
WORDS = """type Words = Vec<&str>;
fn words(text: &str, stop: &str) -> Words { let mut w = Vec::new(); for one in text.split(stop) { w.push(one); } w }
"""
SCANNER = "struct S { rest: &str }\nimpl S { fn word(&mut self) -> Option<&str> { Some(self.rest) } }\n"
AREA = """trait Area { fn area(&self) -> u64; fn mean(&self) -> Option<f64>; fn wind(&mut self, by: i32); }
struct Lot { a: u32, b: Vec<u32> }
impl Area for Lot {
    fn area(&self) -> u32 { self.a * 2 + self.b.iter().sum::<u32>() }
    fn mean(&self) -> f64 { if self.a == 0 { return 0.0; } 1.0 }
    fn wind(&mut self, by: u32) { self.a = (self.a + by).min(9); }
}
"""
QUEUE = """use std::sync::{Arc, mpsc};
fn f() { let (s, r) = mpsc::channel(); let r = Arc::new(r); thread::spawn(move || r.recv()); }
"""
UNDO = """trait Step { fn undo(&self, text: &mut String); fn time(&self) -> u32; }
struct Put { old: Option<String>, intro: u32 }
impl Put { fn rest(&self) -> u32 { 3 } }
impl Step for Put { }
"""


def test_a_method_alone_gets_the_bound_of_its_impls_parameter() -> None:
    message = "binary operation `==` cannot be applied to type `T`"
    found = proposed("where-on-method", BOARD, "E0369", message, ("self.t[0] ==", ""))
    assert found[0] == BOARD.replace("bool {", "bool where T: PartialEq {")


def test_a_loop_over_a_parameter_asks_for_items_of_a_type_of_the_file() -> None:
    source = "struct R { most: u32 }\nfn f<D>(days: D) -> u32 { let mut n: u32 = 0; for d in days { n += d; } n }\n"
    found = proposed("bound-with-argument", source, "E0277", "`D` is not an iterator", ("days {", ""))
    assert found[0] == source.replace("<D>", "<D: IntoIterator<Item = u32>>")
    text = "fn f<S>(s: S) -> usize { s.as_ref().len() }\n"
    message = "no method named `as_ref` found for type parameter `S` in the current scope"
    assert proposed("bound-with-argument", text, "E0599", message, ("as_ref", ""))[0] == text.replace(
        "<S>", "<S: AsRef<str>>"
    )


def test_what_cannot_be_compared_is_ordered_by_a_key_that_the_comments_name() -> None:
    found = proposed("order-by-key", DIVE, "E0277", UNORDERED, ("sort", ""))
    assert found[0] == DIVE.replace("sort()", "sort_by(|a, b| a.points().total_cmp(&b.points()))")
    assert found[1] == DIVE.replace("sort()", "sort_by(|a, b| b.points().total_cmp(&a.points()))")
    found = proposed("order-by-key", DIVE, "E0277", UNORDERED, ("max", ""))
    assert DIVE.replace("max()", "max_by_key(|dive| dive.level())") in found


def test_an_order_by_hand_comes_with_what_it_needs_where_no_call_takes_a_key() -> None:
    found = proposed("order-by-hand", DIVE, "E0277", UNORDERED, ("into() }", ""))
    assert any("other.level().cmp(&self.level())\n" in one and "impl Eq for Dive {}" in one for one in found)
    assert all("#[derive(PartialEq)]\npub struct Dive" in one for one in found)
    assert proposed("order-by-hand", DIVE, "E0277", UNORDERED, ("sort", "")) == []


def test_paths_and_options_are_displayed_by_what_they_hold() -> None:
    source = 'fn f(p: &Path) -> String { let q = p; format!("{q}") }\n'
    message = "`Path` doesn't implement `std::fmt::Display`"
    found = proposed("display-path", source, "E0277", message, ("{q}", ""))
    assert found == [source.replace('{q}")', '{q}", q = q.display())'), source.replace("= p;", "= p.display();")]
    source = """struct P { nick: Option<String>, name: String }
fn f(p: &P) -> String { format!("# {}", p.nick) }
"""
    message = "`Option<String>` doesn't implement `std::fmt::Display`"
    opened = Place(source, [diagnostic(source, "E0277", message, ("p.nick", ""))]).opened
    assert opened is not None
    found = [apply_edits(opened.data, edits) for _, edits in OPERATORS["display-option"].find(opened)]
    assert found[0] == source.replace("p.nick)", "p.nick.as_deref().unwrap_or(&p.name))")


def test_each_function_is_tied_to_the_input_that_its_body_returns() -> None:
    labels = (("&str { let n", ""), ("&str {\n", ""))
    found = proposed("tie-by-body", ROUTES, "E0106", "missing lifetime specifier", *labels)
    assert "fn rest<'a>(routes: &[String], path: &'a str) -> &'a str {" in found[0]
    assert "fn long<'a>(routes: &'a [String], path: &str) -> &'a str {" in found[0]


def test_an_alias_and_a_struct_get_a_lifetime_with_what_gives_their_borrows_on() -> None:
    found = proposed("give-alias-lifetime", WORDS, "E0106", "missing lifetime specifier", ("&str>;", ""))
    wanted = WORDS.replace("type Words = Vec<&str>", "type Words<'a> = Vec<&'a str>")
    assert found == [wanted.replace("words(text: &str, stop: &str) -> Words", "words<'a>(text: &'a str, stop: &str) -> Words<'a>")]  # fmt: skip  # noqa: E501
    found = proposed("give-type-lifetime", SCANNER, "E0106", "missing lifetime specifier", ("&str }", ""))
    assert any("impl<'a> S<'a> { fn word(&mut self) -> Option<&'a str>" in one for one in found)


def test_a_result_of_the_traits_type_is_calculated_in_it() -> None:
    message = "method `area` has an incompatible type for trait"
    found = proposed("widen-result", AREA, "E0053", message, ("u32 { self", ""))
    wanted = "-> u64 { u64::from(self.a) * 2 + self.b.iter().map(|&one| u64::from(one)).sum::<u64>() }"
    assert wanted in found[0]
    found = proposed("widen-result", AREA, "E0053", "method `mean`", ("f64 { if", ""))
    assert "-> Option<f64> { if self.a == 0 { return None; } Some(1.0) }" in found[0]
    assert "-> Option<f64> { if self.a == 0 { return Some(0.0); } Some(1.0) }" in found[1]
    found = proposed("add-signed", AREA, "E0053", "method `wind`", ("by: u32", ""))
    assert "by: i32) { self.a = self.a.saturating_add_signed(by).min(9); }" in found[0]


def test_a_shared_receiver_goes_behind_a_lock() -> None:
    message = "`std::sync::mpsc::Receiver<u8>` cannot be shared between threads safely"
    found = proposed("lock-receiver", QUEUE, "E0277", message, ("move ||", ""))
    wanted = QUEUE.replace("{Arc,", "{Arc, Mutex,").replace("Arc::new(r)", "Arc::new(Mutex::new(r))")
    assert found == [wanted.replace("r.recv()", "r.lock().unwrap().recv()")]


def test_a_missing_method_gives_back_what_is_remembered_or_adds_a_field_and_a_method() -> None:
    message = "not all trait items implemented, missing: `undo`, `time`"
    found = proposed("missing-items", UNDO, "E0046", message, ("impl Step", ""))
    assert any("if let Some(old) = self.old.take() {" in one and "*text = old;" in one for one in found)
    assert any("self.intro + self.rest()" in one for one in found)


def test_arithmetic_of_lent_values_asks_for_a_bound_on_the_reference() -> None:
    source = "fn gap<T>(a: &T, b: &T) -> T { a - b }\n"
    found = proposed("bound-on-reference", source, "E0369", "cannot subtract `&T` from `&T`", ("a - b", ""))
    assert found == [source.replace("T { a", "T where for<'a> &'a T: std::ops::Sub<&'a T, Output = T> { a")]
