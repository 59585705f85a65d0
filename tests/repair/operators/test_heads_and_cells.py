"""Claims of operators on heads of impls, constants as arguments, cells behind `&self`, and displayed lists."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

GRID = """const ROWS: usize = 3;
struct Grid<T, const R: usize> { cells: [T; R] }
impl<T> Grid<T> { fn len(&self) -> usize { R } }
fn f(g: &Grid<u8>) {}
"""
SPAM = """trait Filter { fn spam(&self, text: &str) -> bool; }
struct Words { hits: u32 }
impl Filter for Words { fn spam(&mut self, text: &str) -> bool { self.hits += 1; self.hits > 3 } }
impl Words { fn new() -> Self { Words { hits: 0 } } }
"""
BOXED = """trait Printer { fn print(&self) -> Result<(), Box<dyn Error>>; }
struct Old;
impl Printer for Old { fn print(&self) -> Result<(), String> { if jam() { return Err(text()); } send() } }
"""


def test_an_impl_takes_the_parameters_and_a_use_the_constants_that_its_type_declares() -> None:
    message = "struct takes 2 generic arguments but 1 generic argument was supplied: `Grid`"
    found = proposed("impl-head", GRID, "E0107", message, ("Grid<T> {", ""))
    assert found == [GRID.replace("impl<T> Grid<T>", "impl<T, const R: usize> Grid<T, R>")]
    found = proposed("constant-arguments", GRID, "E0107", message, ("Grid<u8>", ""))
    assert found[0] == GRID.replace("Grid<u8>", "Grid<u8, ROWS>")


def test_a_field_that_changes_behind_a_shared_receiver_is_a_cell() -> None:
    message = "method `spam` has an incompatible type for trait\ntypes differ in mutability"
    found = proposed("cell-field", SPAM, "E0053", message, ("&mut self", ""))
    assert "struct Words { hits: std::cell::Cell<u32> }" in found[0]
    assert "fn spam(&self, text: &str) -> bool { self.hits.set(self.hits.get() + 1); self.hits.get() > 3 }" in found[0]
    assert "Words { hits: std::cell::Cell::new(0) }" in found[0]


def test_an_error_goes_into_the_traits_box() -> None:
    found = proposed("convert-result", BOXED, "E0053", "method `print`", ("Result<(), String>", ""))
    body = "{ if jam() { return Err(Into::into(text())); } send().map_err(Into::into) }"
    assert f"Result<(), Box<dyn Error>> {body}" in found[0]


def test_a_list_is_displayed_element_by_element() -> None:
    source = "struct Hand { cards: Vec<u8> }\nfn f(h: Hand) -> String { h.to_string() }\n"
    found = proposed("implement-display", source, "E0599", "`Hand` doesn't implement `Display`", ("to_string", ""))
    loop = 'for (number, one) in self.cards.iter().enumerate() { if number > 0 { f.write_str(" ")?; }'
    assert any(f'{loop} write!(f, "{{one}}")?; }} Ok(())' in one for one in found)


def test_a_debug_by_hand_leaves_out_what_is_secret() -> None:
    source = 'struct Login { user: String, password: String }\nfn f(l: Login) { println!("{:?}", l); }\n'
    found = proposed("implement-debug", source, "E0277", "`Login` doesn't implement `Debug`", ("l)", ""))
    assert 'f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()' in found[0]
    assert '.field("password", &"***").finish()' in found[1]
