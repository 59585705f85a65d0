"""Arguments: edge values, the program's own literals first, and always the same list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nightschool.repair.behaviour.inputs import Inputs
from nightschool.repair.behaviour.literals import quoted, read_literals
from nightschool.repair.behaviour.plan import Plan, choose_rows, make_plan
from nightschool.repair.behaviour.reader import read_interface
from nightschool.repair.behaviour.types import Type
from nightschool.rust.tree import Syntax


def inputs_of(source: str) -> Inputs:
    return Inputs(read_interface(source), read_literals(Syntax(source)))


def texts(source: str, kind: str) -> list[str]:
    """Values of a type beside the items of a program, as a person would write them."""
    probe = read_interface(f"{source} pub fn probe(a: {kind}) {{}}").functions[-1]
    return [value.text for value in inputs_of(source).of(probe.parameters[0])]


def plan_of(source: str) -> Plan:
    return make_plan(inputs_of(source), None)


def called(source: str) -> list[str]:
    return [call.text for entry in plan_of(source).entries for calls in entry.calls for call in calls]


def test_numbers_are_edges_and_the_neighbours_of_literals() -> None:
    found = texts("fn f(age: u8) -> bool { age < 18 }", "u8")
    assert {"0", "1", "2", "17", "18", "19", "u8::MAX"} <= set(found)
    assert found.index("18") < found.index("u8::MAX")
    assert {"-1", "i8::MIN", "i8::MAX"} <= set(texts("", "i8"))


def test_numbers_out_of_range_are_left_out() -> None:
    assert not {"300", "301", "-1"} & set(texts("fn f() -> u32 { 300 }", "u8"))


def test_strings_are_the_programs_own_and_put_together_from_them() -> None:
    source = "fn f(line: &str) -> bool { line.split('=').next() == Some(\"name\") }"
    found = texts(source, "&str")
    assert {'""', '"é"', '"name"'} <= set(found)
    assert any(text.startswith('"name=') for text in found)


def test_lists_are_empty_single_unsorted_and_with_duplicates() -> None:
    found = texts("", "&[i32]")
    lists = [[word for word in text[2:-1].split(", ") if word] for text in found]
    assert [] in lists
    assert any(len(one) == 1 for one in lists)
    assert any(len(set(one)) < len(one) for one in lists)
    numbers = [[int(word) for word in one] for one in lists if not any("MAX" in word or "MIN" in word for word in one)]
    assert any(one != sorted(one) for one in numbers)


def test_options_results_tuples_and_own_types() -> None:
    assert "None" in texts("", "Option<u8>")
    assert {text[:3] for text in texts("", "Result<u8, String>")} == {"Ok(", "Err"}
    assert texts("", "(bool, u8)")[0].startswith("(")
    source = "pub enum Size { Small, Big { by: u8 } } pub struct Box2 { pub size: Size, pub full: bool }"
    assert texts(source, "Size")[0].startswith("Size::Big { by: ")
    assert "Size::Small" in texts(source, "Size")
    assert texts(source, "&Box2")[0].startswith("&Box2 { size: Size::")


def test_private_fields_are_filled_by_a_constructor() -> None:
    source = "pub struct Age(u8); impl Age { pub fn new(years: u8) -> Option<Age> { Some(Age(years)) } }"
    assert texts(source, "Age")[0].startswith("Age::new(")
    assert all(text.endswith(".unwrap()") for text in texts(source, "Age"))


def test_traits_without_a_type_get_one_of_ours() -> None:
    source = "pub trait Named { fn name(&self) -> String; } pub fn greet<T: Named>(who: &T) -> String { who.name() }"
    assert called(source)[0] == "greet(&SampleNamed(1))"


def test_what_cannot_be_made_is_skipped_and_counted() -> None:
    plan = plan_of("pub fn read(file: std::fs::File) {} pub fn half(a: u8) -> u8 { a / 2 }")
    assert plan.skipped == 1
    assert [entry.methods[0].function.name for entry in plan.entries] == ["half"]


def test_state_is_reached_by_sequences_of_calls() -> None:
    source = """
        pub struct Stack { items: Vec<u8> }
        impl Stack {
            pub fn new() -> Self { Stack { items: vec![] } }
            pub fn push(&mut self, item: u8) { self.items.push(item) }
            pub fn len(&self) -> usize { self.items.len() }
            pub fn close(self) -> usize { self.items.len() }
        }
    """
    found = called(source)
    assert any(text.count("stack.push(") > 1 and text.endswith("stack.len()") for text in found)
    assert any(text.endswith("stack.close()") for text in found)
    assert not any("stack.close();" in text for text in found)


def test_each_argument_is_varied_alone() -> None:
    rows = choose_rows([4, 4], 20, "f")
    assert any(a[0] == b[0] and a[1] != b[1] for a in rows for b in rows)
    assert any(a[1] == b[1] and a[0] != b[0] for a in rows for b in rows)
    assert any(a == b for a, b in rows)


@given(st.lists(st.integers(1, 9), min_size=0, max_size=4), st.integers(1, 40), st.text(max_size=5))
def test_rows_are_distinct_within_the_pools_and_the_same_each_time(sizes: list[int], most: int, seed: str) -> None:
    rows = choose_rows(sizes, most, seed)
    assert rows == choose_rows(sizes, most, seed)
    assert 1 <= len(rows) == len(set(rows)) <= most
    assert all(0 <= at < size for row in rows for at, size in zip(row, sizes, strict=True))


def test_equal_signatures_are_called_alike_whatever_the_body() -> None:
    head = "pub fn f(a: u8, b: &[String]) -> usize"
    interface = [read_interface(f"{head} {{ {body} }}") for body in ("b.len()", "a as usize + b.len()")]
    literals = read_literals(Syntax(f"{head} {{ 3 }}"))
    one, two = (make_plan(Inputs(each, literals), None).entries[0].calls for each in interface)
    assert one == two


def test_literals_do_not_depend_on_their_order() -> None:
    one, two = 'fn f() { g(7, "b", \'x\', 2.5, "a") }', 'fn f() { g("a", 2.5, \'x\', 7, "b") }'
    assert read_literals(Syntax(one)) == read_literals(Syntax(two))


@given(st.text(alphabet='ab"\\\n\t\0é{}$', max_size=8))
def test_quoted_text_is_read_back(text: str) -> None:
    found = read_literals(Syntax(f"fn f() {{ g({quoted(text)}) }}")).strings
    assert found == ((text,) if text and not {"{", "}"} & set(text) else ())


def test_a_recursive_type_ends() -> None:
    source = "pub enum List { Nil, Cons(i32, Box<List>) } pub fn sum(list: &List) -> i32 { 0 }"
    assert "&List::Nil" in texts(source, "&List")
    assert inputs_of("pub struct Loop { pub next: Box<Loop> }").of(Type("Loop")) == ()
