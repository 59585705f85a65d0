"""Claims of operators on bodies that others suggest, converted parameters and results, and keys of whole values."""

from __future__ import annotations

from nightschool.repair.operators import OPERATORS
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import apply_edits
from tests.repair.operators.samples import diagnostic, proposed

STORE = """trait Store { fn get(&mut self, key: u32) -> u32; fn put(&mut self, key: u32, value: u32) -> bool; }
struct Counted<S: Store> { inner: S, calls: u32 }
impl<S: Store> Store for Counted<S> {
    fn get(&mut self, key: u32) -> u32 { self.calls += 1; self.inner.get(key) }
}
"""
SIGNS = """trait Sign { fn text(&self) -> String; fn big(&self) -> bool; }
struct Road { name: String, size: u32 }
struct Shop { name: String, size: u32 }
impl Sign for Road { fn text(&self) -> String { format!("-> {}", self.name) } fn big(&self) -> bool { self.size > 9 } }
impl Sign for Shop { fn text(&self) -> String { self.name.clone() } }
"""
STEPS = "struct Steps { at: u32, end: u32, by: u32 }\nimpl Iterator for Steps {\n    type Item = u32;\n}\n"
PRINTER = """enum Fault { Jam(String), Empty }
trait Printer { fn print(&self, text: &str) -> Result<u32, Fault>; fn name(&self) -> &str; }
struct Old { name: String }
impl Printer for Old {
    fn print(&self, text: String) -> Result<u32, String> { send(text) }
    fn name(&self) -> String { self.name.clone() }
}
"""
EVENTS = """struct Event { at: u64, price: u32 }
fn later(a: &Event, b: &Event) -> bool { a > b }
fn cost(list: &[Event]) -> u32 { let mut sum = 0u32; for one in list { sum += one; } sum }
"""
HOSTS = """#[derive(Clone)]
struct Host { name: String, port: u16 }
impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool { self.port == other.port && self.name.eq_ignore_ascii_case(&other.name) }
}
fn f(h: HashSet<Host>) {}
"""


def test_a_missing_method_is_passed_on_as_its_siblings_are() -> None:
    message = "not all trait items implemented, missing: `put`"
    found = proposed("missing-items", STORE, "E0046", message, ("impl<S: Store> Store", ""))
    assert "bool {\n        self.calls += 1; self.inner.put(key, value)\n    }" in found[0]
    assert "bool {\n        self.inner.put(key, value)\n    }" in found[1]


def test_a_missing_method_does_as_another_type_with_the_same_fields() -> None:
    message = "not all trait items implemented, missing: `big`"
    found = proposed("missing-items", SIGNS, "E0046", message, ("impl Sign for Shop", ""))
    assert "bool {\n        self.size > 9\n    }" in found[0]


def test_an_iterator_counts_up_to_its_end_by_its_step() -> None:
    message = "not all trait items implemented, missing: `next`"
    found = proposed("missing-items", STEPS, "E0046", message, ("impl Iterator", ""))
    assert "let value = self.at; self.at += self.by; Some(value)" in found[0]
    assert "if self.at >= self.end { return None; }" in found[0]


def test_a_parameter_and_a_result_are_converted_to_the_traits_types() -> None:
    found = proposed("convert-parameter", PRINTER, "E0053", "method `print`", ("text: String", ""))
    assert "text: &str) -> Result<u32, String> {\n        let text = text.to_string();" in found[0]
    found = proposed("convert-result", PRINTER, "E0053", "method `print`", ("Result<u32, String>", ""))
    assert "-> Result<u32, Fault> { send(text).map_err(Fault::Jam) }" in found[0]
    assert "-> Result<u32, Fault> { send(text).map_err(|_| Fault::Empty) }" in found[1]
    found = proposed("convert-result", PRINTER, "E0053", "method `name`", ("String { self.name", ""))
    assert "fn name(&self) -> &str { &self.name }" in found[0]


def test_whole_values_are_compared_and_added_by_a_field() -> None:
    message = "binary operation `>` cannot be applied to type `&Event`"
    found = proposed("compare-by-key", EVENTS, "E0369", message, ("a > b", ""))
    assert found[0] == EVENTS.replace("a > b", "a.at > b.at")
    message = "cannot add-assign `&Event` to `u32`"
    found = proposed("add-by-key", EVENTS, "E0277", message, ("sum += one", ""))
    assert found == [EVENTS.replace("sum += one", "sum += one.price")]


def test_a_hash_follows_an_eq_by_hand() -> None:
    found = proposed("hash-like-eq", HOSTS, "E0277", "the trait bound `Host: Hash` is not satisfied", ("h: ", ""))
    assert len(found) == 1
    assert "impl Eq for Host {}" in found[0]
    assert "std::hash::Hash::hash(&self.port, state);" in found[0]
    assert "std::hash::Hash::hash(&self.name.to_ascii_lowercase(), state);" in found[0]


def test_a_displayed_list_is_joined() -> None:
    source = 'fn f(v: Vec<u32>) -> String { format!("{}", v) }\n'
    message = "`Vec<u32>` doesn't implement `std::fmt::Display`"
    opened = Place(source, [diagnostic(source, "E0277", message, ("v) }", ""))]).opened
    assert opened is not None
    found = [apply_edits(opened.data, edits) for _, edits in OPERATORS["display-list"].find(opened)]
    joined = 'v.iter().map(|one| one.to_string()).collect::<Vec<_>>().join(", ")'
    assert found[0] == source.replace("v) }", f"{joined}) }}")


def test_a_cell_that_threads_share_is_an_atomic_or_behind_a_lock_that_is_taken_once() -> None:
    source = """use std::cell::Cell;
use std::sync::Arc;
struct C { n: Arc<Cell<u32>> }
impl C { fn up(&self) { self.n.set(self.n.get() + 1); } fn twice(&self) { self.n.set(2 * self.n.get()); } }
"""
    message = "`Cell<u32>` cannot be shared between threads safely"
    atomic = proposed("atomic-cell", source, "E0277", message, ("struct", ""))[0]
    assert "struct C { n: Arc<std::sync::atomic::AtomicU32> }" in atomic
    assert "self.n.fetch_add(1, std::sync::atomic::Ordering::SeqCst);" in atomic
    locked = proposed("shared-across-threads", source, "E0277", message, ("struct", ""))[0]
    assert "*self.n.lock().unwrap() += 1;" in locked
    assert "let value = 2 * *self.n.lock().unwrap();\n*self.n.lock().unwrap() = value;" in locked
