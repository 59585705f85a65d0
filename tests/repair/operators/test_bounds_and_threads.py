"""Claims of operators on bounds of single methods, boxed names of objects, borrowed data of types, and shared cells."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

SENT = "`Rc<RefCell<Vec<u8>>>` cannot be sent between threads safely"


def test_the_methods_that_call_a_trait_of_the_file_ask_for_it() -> None:
    source = """trait Heavy { fn weight(&self) -> u32; }
struct Pile<T> { all: Vec<T> }
impl<T> Pile<T> {
    fn len(&self) -> usize { self.all.len() }
    fn top(&self) -> u32 { self.all[0].weight() }
}
"""
    message = "no method named `weight` found for type parameter `T` in the current scope"
    found = proposed("own-trait-where-called", source, "E0599", message, ("weight() }", ""))
    assert found == [source.replace("-> u32 { self", "-> u32 where T: Heavy { self")]
    other = message.replace("weight", "height")
    assert proposed("own-trait-where-called", source, "E0599", other, ("weight() }", "")) == []


def test_arithmetic_on_one_parameter_gives_another() -> None:
    source = "fn gap<A, B>(x: A, y: A) -> B { x - y }\n"
    found = proposed("output-is-parameter", source, "E0369", "cannot subtract `A` from `A`", ("x - y", ""))
    assert found[0] == source.replace("-> B {", "-> B where A: std::ops::Sub<Output = B> {")
    alone = "fn gap<A>(x: A, y: A) -> A { x - y }\n"
    assert proposed("output-is-parameter", alone, "E0369", "cannot subtract `A` from `A`", ("x - y", "")) == []


def test_a_name_for_an_object_is_boxed_where_it_is_used() -> None:
    source = """type Rule = dyn Fn(u8) -> bool;
struct Gate { rule: Option<Rule>, spare: Box<Rule> }
fn open() -> Gate { let rule = |x: u8| x > 3; Gate { rule: Some(rule), spare } }
"""
    message = "the size for values of type `dyn Fn(u8) -> bool` cannot be known at compilation time"
    found = proposed("box-alias", source, "E0277", message, ("Rule>", ""), ("|x", "the found closure"))
    boxed = source.replace("rule: Option<Rule>", "rule: Option<Box<Rule>>")
    assert found[0] == boxed.replace("|x: u8| x > 3", "Box::new(|x: u8| x > 3)")
    assert boxed in found
    assert proposed("box-alias", source, "E0277", "`Rule` is not `Send`", ("Rule>", "")) == []


def test_what_a_view_gives_lives_as_long_as_what_it_borrows() -> None:
    source = """struct View { text: &str }
impl View {
    fn new(text: &str) -> Self { View { text } }
    fn text(&self) -> &str { self.text }
}
impl Iterator for View { type Item = &str; }
"""
    found = proposed("give-type-lifetime", source, "E0106", "missing lifetime specifier", ("&str }", ""))
    whole = source.replace("View {", "View<'a> {").replace("impl", "impl<'a>").replace("&str", "&'a str")
    assert whole.replace("Self { View<'a> {", "Self { View {") in found


def test_a_cell_of_lists_is_taken_and_replaced_through_its_lock() -> None:
    source = """use std::cell::RefCell;
use std::rc::Rc;
fn f() {
    let seen = Rc::new(RefCell::new(Vec::new()));
    let old = seen.replace(vec![1]);
    let name = text.replace("a", "b");
    let all = seen.take();
}
"""
    found = proposed("shared-across-threads", source, "E0277", SENT, ("seen", ""))
    wanted = next(one for one in found if "Arc::new(Mutex::new" in one)
    assert "let old = std::mem::replace(&mut *seen.lock().unwrap(), vec![1]);" in wanted
    assert 'let name = text.replace("a", "b");' in wanted
    assert "let all = std::mem::take(&mut *seen.lock().unwrap());" in wanted


def test_objects_behind_a_counted_reference_may_cross_with_it() -> None:
    source = "type Job = Rc<dyn Fn(u8) -> u8>;\nfn f(job: Job) -> Job { Rc::clone(&job) }\n"
    message = "`Rc<dyn Fn(u8) -> u8>` cannot be sent between threads safely"
    found = proposed("shared-across-threads", source, "E0277", message, ("job", ""))
    assert any("type Job = Arc<dyn Fn(u8) -> u8 + Send + Sync>;" in one for one in found)


def test_a_cell_of_a_literals_type_is_an_atomic() -> None:
    source = "fn f() {\n    let n = Rc::new(Cell::new(0u64));\n    n.set(n.get() + 2);\n    n.get()\n}\n"
    message = "`Rc<Cell<u64>>` cannot be sent between threads safely"
    found = proposed("atomic-cell", source, "E0277", message, ("n.set", ""))
    assert "n.fetch_add(2, std::sync::atomic::Ordering::SeqCst);" in found[0]


def test_a_field_is_compared_in_a_generic_type() -> None:
    source = "struct Note<T> { at: u32, what: T }\nfn f<T>(a: &Note<T>, b: &Note<T>) -> bool { a > b }\n"
    message = "binary operation `>` cannot be applied to type `&Note<T>`"
    found = proposed("compare-by-key", source, "E0369", message, ("a > b", ""))
    assert source.replace("a > b", "a.at > b.at") in found


def test_a_part_of_a_list_is_bound_as_a_copy_or_a_reference() -> None:
    source = "fn f(all: &[u8]) { let mut some = all[..2]; some.sort(); }\n"
    message = "the size for values of type `[u8]` cannot be known at compilation time"
    found = proposed("own-part", source, "E0277", message, ("some = all", ""))
    assert found == [source.replace("all[..2]", one) for one in ("all[..2].to_vec()", "&all[..2]")]
