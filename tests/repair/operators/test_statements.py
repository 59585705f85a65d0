"""Claims of operators on the order of statements and on new names: the exact text that they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

TRANSFER = """fn f(store: &mut Store) {
    let one = store.row(1);
    let two = store.row(2);
    one.n -= 1;
    two.n += 1;
}
"""
LABELS = (
    ("two = ^store", "second mutable borrow occurs here"),
    ("one = ^store", "first mutable borrow occurs here"),
    ("one.n", "first borrow later used here"),
)
ASKED = ("E0499", "cannot borrow `*store` as mutable more than once at a time", *LABELS)


def test_a_use_comes_before_the_next_borrow() -> None:
    wanted = "    one.n -= 1;\n    let two = store.row(2);\n"
    found = proposed("reorder-labelled", TRANSFER, *ASKED)
    assert TRANSFER.replace("    let two = store.row(2);\n    one.n -= 1;\n", wanted) in found[:4]


def test_the_tail_of_a_block_stays_its_tail() -> None:
    source = "fn f(v: &mut Vec<u32>) -> u32 {\n    let a = &v[0];\n    v.push(1);\n    *a\n}\n"
    labels = (
        ("v.push", "mutable borrow occurs here"),
        ("&^v[0]", "immutable borrow occurs here"),
        ("*a", "used here"),
    )
    for program in proposed("reorder", source, "E0502", "cannot borrow `*v` as mutable", *labels):
        assert program.rstrip().endswith("*a\n}")


def test_a_statement_leaves_the_loop() -> None:
    source = "fn f(log: Log) {\n    for n in 0..3 {\n        keep(log);\n    }\n}\n"
    label = ("(^log)", "value moved here, in previous iteration of loop")
    found = proposed("leave-loop", source, "E0382", "use of moved value: `log`", label)
    assert found == [
        "fn f(log: Log) {\n    for n in 0..3 {\n    }\n    keep(log);\n}\n",
        "fn f(log: Log) {\n    keep(log);\n    for n in 0..3 {\n    }\n}\n",
    ]


def test_a_value_of_an_inner_block_is_made_before_it() -> None:
    source = "fn f() {\n    let r;\n    {\n        let x = 5;\n        r = &x;\n    }\n    show(r);\n}\n"
    labels = (("&^x", "borrowed value does not live long enough"), ("let ^x", "binding declared here"))
    found = proposed("leave-block", source, "E0597", "`x` does not live long enough", *labels)
    assert "fn f() {\n    let r;\n    let x = 5;\n    {\n        r = &x;\n    }\n    show(r);\n}\n" in found


def test_a_guard_ends_with_a_block_before_the_await() -> None:
    source = "async fn f(l: &L) {\n    let g = l.lock();\n    let n = g.len();\n    drop(g);\n    save(n).await;\n}\n"
    found = proposed("value-through-block", source, None, "future cannot be sent between threads safely", ("save", ""))
    block = "    let n = {\n        let g = l.lock();\n        g.len()\n    };\n"
    assert found == ["async fn f(l: &L) {\n" + block + "    save(n).await;\n}\n"]


def test_an_argument_is_named_before_the_call() -> None:
    source = "fn f(s: &mut S) {\n    s.entry().push(s.size());\n}\n"
    label = ("push(^s.size", "immutable borrow occurs here")
    found = proposed("bind-part", source, "E0502", "cannot borrow `*s` as immutable", label)
    assert found[0] == "fn f(s: &mut S) {\n    let size = s.size();\n    s.entry().push(size);\n}\n"


def test_what_is_read_after_a_move_is_read_before_it() -> None:
    source = 'fn f(v: Vec<u32>) {\n    keep(v);\n    println!("{}", v.len());\n}\n'
    labels = ((", ^v.len", "value borrowed here after move"), ("(^v)", "value moved here"))
    found = proposed("bind-read-in-macro", source, "E0382", "borrow of moved value: `v`", *labels)
    assert found[0] == 'fn f(v: Vec<u32>) {\n    let len = v.len();\n    keep(v);\n    println!("{}", len);\n}\n'


def test_a_borrowed_element_is_copied() -> None:
    source = "fn f(v: &mut Vec<u32>) {\n    let a = &v[0];\n    v.push(1);\n    show(a);\n}\n"
    labels = (("v.push", "mutable borrow occurs here"), ("&^v[0]", "immutable borrow occurs here"))
    found = proposed("copy-borrowed-value", source, "E0502", "cannot borrow `*v` as mutable", *labels)
    assert source.replace("&v[0]", "v[0].clone()") in found
    assert source.replace("&v[0]", "v[0]") in found


def test_a_borrow_used_for_one_field_takes_that_field() -> None:
    source = "fn f(s: &mut S) {\n    let a = s.find(1);\n    let b = s.find(2);\n    b.n += a.n;\n}\n"
    label = ("b = ^s.find", "second mutable borrow occurs here")
    first = ("a = ^s.find", "first mutable borrow occurs here")
    found = proposed("copy-what-is-used", source, "E0499", "cannot borrow `*s`", label, first)
    assert source.replace("s.find(1)", "s.find(1).n").replace("+= a.n", "+= a") in found


def test_a_temporary_gets_a_name() -> None:
    source = "fn f() {\n    let s = make().trim();\n    show(s);\n}\n"
    label = ("make()", "creates a temporary value which is freed while still in use")
    found = proposed("own-temporary", source, "E0716", "temporary value dropped while borrowed", label)
    assert found[0] == "fn f() {\n    let whole = make();\n    let s = whole.trim();\n    show(s);\n}\n"


def test_a_temporary_lives_as_long_as_the_variable_that_keeps_it() -> None:
    source = (
        "fn f(a: &mut V) {\n    let mut to = a;\n    if odd() {\n        to = &mut Vec::new();\n    }\n    go(to);\n}\n"
    )
    label = ("Vec::new", "creates a temporary value which is freed while still in use")
    found = proposed("keep-temporary-longer", source, "E0716", "temporary value dropped while borrowed", label)
    head = "    let mut spare = Vec::new();\n    let mut to = a;\n"
    assert found == [source.replace("    let mut to = a;\n", head).replace("&mut Vec::new()", "&mut spare")]


def test_lines_stay_apart_where_they_end_in_carriage_returns() -> None:
    found = proposed("reorder-labelled", TRANSFER.replace("\n", "\r\n"), *ASKED)
    wanted = "    one.n -= 1;\n    let two = store.row(2);\n"
    assert any(wanted in program.replace("\r", "") for program in found)


def test_keys_are_collected_before_the_loop_that_removes_them() -> None:
    source = "fn f(m: &mut M) {\n    let old = m.iter().map(|(k, _)| k);\n"
    source += "    for k in old {\n        m.remove(k);\n    }\n}\n"
    label = ("m.remove", "mutable borrow occurs here")
    found = proposed("collect-before-loop", source, "E0502", "cannot borrow `*m` as mutable", label)
    wanted = source.replace("| k);", "| k).cloned().collect::<Vec<_>>();").replace("remove(k)", "remove(&k)")
    assert found[0] == wanted
