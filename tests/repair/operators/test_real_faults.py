"""Claims of operators on faults of everyday programs: the text they propose, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.repair.operators.samples import proposed

SHARED = "cannot assign to data in an `Rc`"


def test_a_field_that_is_set_behind_rc_becomes_a_cell_in_the_whole_file() -> None:
    source = (
        "use std::cell::RefCell;\nstruct Node { up: Weak<Node>, name: String }\n"
        "fn new(up: Weak<Node>) -> Node { Node { up, name: String::new() } }\n"
        "fn adopt(node: Rc<Node>, up: &Rc<Node>) { node.up = Rc::downgrade(up); }\n"
        "fn above(node: &Node) -> Option<Rc<Node>> { node.up.upgrade() }\n"
    )
    (found,) = proposed("counted-cell", source, "E0594", SHARED, ("node.up = ", "cannot assign"))
    assert "up: RefCell<Weak<Node>>, name" in found
    assert "Node { up: RefCell::new(up), name" in found
    assert "*node.up.borrow_mut() = Rc::downgrade(up);" in found
    assert "node.up.borrow().upgrade()" in found


def test_a_number_behind_rc_is_a_plain_cell_and_one_behind_arc_a_mutex() -> None:
    source = "struct N { n: u32 }\nfn f(x: Rc<N>) -> u32 { x.n += 1; x.n }\nfn g() -> N { N { n: 0 } }\n"
    found = proposed("counted-cell", source, "E0594", SHARED, ("x.n += ", "cannot assign"))
    assert "x.n.set(x.n.get() + 1); x.n.get()" in found[0]
    assert "n: std::cell::Cell<u32>" in found[0]
    assert "N { n: std::cell::Cell::new(0) }" in found[0]
    assert "*x.n.borrow_mut() += 1; *x.n.borrow()" in found[1]
    (locked,) = proposed("counted-cell", source, "E0594", SHARED.replace("Rc", "Arc"), ("x.n += ", "cannot assign"))
    assert "*x.n.lock().unwrap() += 1" in locked
    assert "std::sync::Mutex<u32>" in locked


def test_a_field_that_two_structs_have_is_left_alone() -> None:
    source = "struct A { n: u32 }\nstruct B { n: u32 }\nfn f(x: Rc<A>) { x.n = 1; }\n"
    assert proposed("counted-cell", source, "E0594", SHARED, ("x.n = ", "cannot assign")) == []


FOR = "cannot use `for` loop on `std::ops::Range<usize>` in constant functions"


def test_nested_loops_of_a_const_fn_count_by_themselves() -> None:
    source = (
        "const fn f() -> u32 {\n    let mut sum = 0;\n    for x in 0..9 {\n        for _ in 1..=3 {\n"
        "            sum += x;\n        }\n    }\n    sum\n}\n"
    )
    labels = (("0..9", ""), ("1..=3", ""))
    (found,) = proposed("while-for-const", source, "E0015", FOR, *labels)
    assert "let mut x = 0;\n    while x < 9 {" in found
    assert "let mut at = 1;\n        while at <= 3 {\n            sum += x;\n            at += 1;\n        }" in found
    assert "        x += 1;\n    }\n    sum" in found


def test_a_round_that_is_left_early_is_counted_at_its_start() -> None:
    source = "const fn f() {\n    for x in 0..9 {\n        if x == 3 { continue; }\n        g(x);\n    }\n}\n"
    (found,) = proposed("while-for-const", source, "E0015", FOR, ("0..9", ""))
    assert "while at < 9 {\n        let x = at;\n        at += 1;\n        if x == 3 { continue; }\n" in found


@pytest.mark.parametrize(
    ("over", "taken"),
    [("&list", "let x = &list[at];"), ("list.iter()", "let x = &list[at];"), ("list", "let x = list[at];")],
)
def test_elements_are_taken_by_their_index(over: str, taken: str) -> None:
    source = f"const fn f(list: [u8; 4]) {{\n    for x in {over} {{\n        g(x);\n    }}\n}}\n"
    (found,) = proposed("while-for-const", source, "E0015", FOR, (f"in ^{over}", ""))
    assert f"while at < list.len() {{\n        {taken}\n        g(x);\n        at += 1;\n" in found


def test_loops_of_plain_functions_and_of_other_iterators_stay() -> None:
    plain = "fn f() { for x in 0..9 { g(x); } }"
    assert proposed("while-for-const", plain, "E0015", FOR, ("0..9", "")) == []
    chars = "const fn f(s: &str) { for x in s.chars() { g(x); } }"
    assert proposed("while-for-const", chars, "E0015", FOR, ("s.chars", "")) == []


TAKES = "type alias takes 0 generic arguments but 2 generic arguments were supplied"


def test_an_import_that_hides_the_preludes_result_goes() -> None:
    source = (
        "use std::fmt::{Display, Formatter, Result};\nimpl Display for S {\n"
        "    fn fmt(&self, f: &mut Formatter<'_>) -> Result { Ok(()) }\n}\nfn g() -> Result<u8, E> { Ok(1) }\n"
    )
    found = proposed("show-prelude", source, "E0107", TAKES, ("Result<u8", "expected 0 generic arguments"))
    assert found[0].startswith("use std::fmt::{self, Display, Formatter};\n")
    assert "-> fmt::Result { Ok(()) }" in found[0]
    assert "fn g() -> Result<u8, E>" in found[0]
    assert "-> std::result::Result<u8, E>" in found[1]
    assert ", Result};" in found[1]


def test_a_module_that_is_named_already_is_not_named_twice() -> None:
    source = "use std::io;\nuse std::io::Result;\nfn f() -> Result<u8> { g() }\nfn g() -> Result<u8, E> { h() }\n"
    found = proposed("show-prelude", source, "E0107", TAKES, ("Result<u8, E>", ""))
    assert found[0] == "use std::io;\nfn f() -> io::Result<u8> { g() }\nfn g() -> Result<u8, E> { h() }\n"


MISSING = "non-exhaustive patterns: `&Mode::SlowDown` not covered"


def arms(*lines: str, more: str = "") -> str:
    """A match on an enum, and what stands after it."""
    inner = "".join(f"        {line}\n" for line in lines)
    return f"fn f(m: &Mode) -> &str {{\n    match m {{\n{inner}    }}\n}}\n{more}"


def test_an_arm_is_told_by_the_inverse_mapping() -> None:
    known = '"st" => Some(Mode::Stop), "sd" => Some(Mode::SlowDown), _ => None'
    inverse = f"fn g(s: &str) -> Option<Mode> {{ match s {{ {known} }} }}"
    source = arms('Mode::Stop => "st",', 'Mode::Go => "go",', more=inverse)
    (found,) = proposed("told-arm", source, "E0004", MISSING, ("m {", "pattern not covered"))
    assert '        Mode::SlowDown => "sd",\n' in found
    others = proposed("missing-arms", source, "E0004", MISSING, ("m {", "pattern not covered"))
    assert not [one for one in others if 'SlowDown => "st"' in one or 'SlowDown => "go"' in one]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("full_stop", "go", "slow_down"), ("full-stop", "go", "slow-down"), ("FullStop", "Go", "SlowDown")],
)
def test_an_arm_is_told_by_how_the_others_are_named(first: str, second: str, told: str) -> None:
    source = arms(f'Mode::FullStop => write("{first}"),', f'Mode::Go => write("{second}"),')
    (found,) = proposed("told-arm", source, "E0004", MISSING, ("m {", "pattern not covered"))
    assert f'Mode::SlowDown => write("{told}"),' in found


def test_a_style_that_the_others_leave_open_is_tried_in_each_way() -> None:
    source = arms('Mode::Stop => "stop",', 'Mode::Go => "go",')
    found = proposed("told-arm", source, "E0004", MISSING, ("m {", "pattern not covered"))
    texts = ["slow_down", "slow-down", "slow down", "slowdown"]
    assert [text for one in found for text in texts if f'"{text}"' in one] == texts


def test_an_arm_that_nothing_tells_is_left_to_others() -> None:
    source = arms('Mode::Stop => "halt",', 'Mode::Go => "go",')
    assert proposed("told-arm", source, "E0004", MISSING, ("m {", "pattern not covered")) == []
