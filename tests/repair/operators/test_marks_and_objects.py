"""Claims of operators on trait objects, lints, marks and async code: the exact text they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

SHAPES = "trait Shape {}\nstruct Sq;\nfn pick() -> dyn Shape { Sq }\n"
AREAS = "trait Shape {}\nfn total(shapes: &[Shape]) -> usize { shapes.len() }\n"
GUARD = """async fn f(log: Arc<Mutex<Vec<usize>>>) -> usize {
    let guard = log.lock().unwrap();
    let before = guard.len();
    drop(guard);
    save().await + before
}
"""


def test_a_returned_object_is_boxed_with_its_value() -> None:
    message = "return type cannot be a trait object without pointer indirection"
    found = proposed("box-type", SHAPES, "E0746", message, ("dyn Shape", ""))
    assert SHAPES.replace("dyn Shape { Sq }", "Box<dyn Shape> { Box::new(Sq) }") in found[:3]


def test_a_trait_as_a_type_becomes_an_object_or_a_parameter() -> None:
    found = proposed("trait-as-type", AREAS, "E0782", "expected a type, found a trait", ("&[^Shape", ""))
    assert {AREAS.replace("[Shape]", f"[{form}]") for form in ("impl Shape", "Box<dyn Shape>", "&dyn Shape")} <= {
        *found
    }


def test_an_object_says_its_item() -> None:
    source = "fn f(v: Vec<u16>) -> Box<dyn Iterator> { Box::new(v.into_iter()) }\n"
    message = "the value of the associated type `Item` in `Iterator` must be specified"
    found = proposed("associated-types", source, "E0191", message, ("Iterator", ""))
    assert found[0] == source.replace("dyn Iterator", "dyn Iterator<Item = u16>")


def test_an_object_that_is_sent_says_so() -> None:
    source = "fn f(job: Box<dyn Fn()>) {}\n"
    found = proposed("object-bounds", source, "E0277", "`dyn Fn()` cannot be sent between threads safely", ("dyn", ""))
    assert found[0] == source.replace("dyn Fn()", "dyn Fn() + Send")


def test_a_dropped_result_is_passed_on_where_the_function_can_fail() -> None:
    source = "fn f(o: &mut File) -> io::Result<()> {\n    o.flush();\n    Ok(())\n}\n"
    found = proposed("use-result", source, None, "unused `Result` that must be used", ("o.flush", ""))
    assert found[0] == source.replace("flush();", "flush()?;")
    assert source.replace("flush();\n    Ok(())", "flush()") in found


def test_a_lazy_chain_is_run() -> None:
    source = "fn f(v: &[u8]) {\n    v.iter().map(|x| show(x));\n}\n"
    found = proposed("use-result", source, None, "unused `Map` that must be used: iterators are lazy", ("v.iter", ""))
    assert found[0] == source.replace(".map(", ".for_each(")


def test_a_reserved_word_becomes_a_raw_name_everywhere() -> None:
    source = "fn gen(n: u32) -> u32 { n }\nfn f() -> u32 { gen(3) }\n"
    found = proposed("reserved-name", source, None, "expected identifier, found reserved keyword `gen`", ("gen", ""))
    assert found[0] == source.replace("gen", "r#gen")


def test_a_prefix_of_another_language_becomes_format() -> None:
    source = 'fn f(n: u8) -> String { f"no. {n}" }\n'
    found = proposed("reserved-prefix", source, None, "prefix `f` is unknown", ('f"no', ""))
    assert found[0] == 'fn f(n: u8) -> String { format!("no. {n}") }\n'


def test_the_mark_that_rustc_expects_is_put_before_the_place() -> None:
    source = "fn f() -> u32 {\n    let n = 3\n    n\n}\n"
    found = proposed("mark", source, None, "expected `;`, found `n`", ("3\n    ^n", ""))
    assert found[0] == source.replace("= 3", "= 3;")


def test_a_guard_is_kept_to_a_block_before_an_await() -> None:
    found = proposed("release-before-await", GUARD, None, "future cannot be sent between threads safely", ("guard", ""))
    inner = "        let guard = log.lock().unwrap();\n        let before = guard.len();\n        before\n"
    start = GUARD.index("    let guard")
    end = GUARD.index("    save()")
    assert found == [f"{GUARD[:start]}    let before = {{\n{inner}    }};\n{GUARD[end:]}"]


def test_an_async_function_calls_itself_in_a_box() -> None:
    source = "async fn f(n: u64) -> u64 { f(n - 1).await }\n"
    found = proposed("boxed-recursion", source, "E0733", "recursion in an async fn requires boxing", ("async", ""))
    assert found == [source.replace("f(n - 1).await", "Box::pin(f(n - 1)).await")]


def test_variables_of_a_process_go_to_the_command_that_it_starts() -> None:
    source = 'fn f() -> Command {\n    env::set_var("A", "1");\n    let mut c = Command::new("x");\n    c\n}\n'
    found = proposed("variables-of-command", source, "E0133", "call to unsafe function `set_var`", ("env::set", ""))
    assert found == ['fn f() -> Command {\n    let mut c = Command::new("x");\n    c.env("A", "1");\n    c\n}\n']
