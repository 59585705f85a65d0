"""Claims of operators on types that must be said, generic methods of objects, foreign types, and unused variables."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

PAIRS = """struct Pairs<'a> { list: &'a [u8], at: usize }
impl<'a> Iterator for Pairs<'a> {
    type Item = u8;
    fn next(&mut self) -> Option<Self::Item> { self.list.get(self.at) }
}
"""
LOAD = "fn load<K, T: Load>(key: K) -> Result<T, u8> { T::load() }\nfn f() -> Result<(), u8> { load(1)?; Ok(()) }\n"
PART = """trait Part {
    fn walk<F: FnMut(u8)>(&self, seen: F);
    fn name(&self, to: &mut impl Write);
}
struct Leaf;
impl Part for Leaf {
    fn walk<F>(&self, seen: F) where F: FnMut(u8) { seen(1) }
    fn name(&self, to: &mut impl Write) {}
}
struct Tree(Vec<Box<dyn Part>>);
impl Part for Tree {
    fn walk<F: FnMut(u8)>(&self, seen: F) { for one in &self.0 { one.walk(seen); } }
    fn name(&self, to: &mut impl Write) {}
}
fn all(tree: &Tree) { tree.walk(|n| print(n)); }
"""
STEPS = """struct Step(u8);
impl Display for Vec<Step> {
    fn fmt(&self, f: &mut Formatter) -> Result { for one in self.iter() { show(one)?; } Ok(()) }
}
fn f(steps: Vec<Step>, more: &Vec<Step>) -> String { format!("{steps} {}", more) }
"""
TRIM = 'fn f(line: &str) -> String {\n    let plain = line.trim();\n    format!("{line}: {}", line.len())\n}\n'


def test_an_associated_type_follows_what_the_method_gives() -> None:
    found = proposed("given-type", PAIRS, "E0308", "mismatched types",
                     ("self.list.get", "expected `Option<u8>`, found `Option<&u8>`"))  # fmt: skip
    assert found == [PAIRS.replace("type Item = u8", "type Item = &'a u8")]


def test_a_type_that_no_program_can_write_is_left_alone() -> None:
    label = ("self.list.get", "expected `u8`, found `{closure@src/lib.rs:4:5}`")
    assert proposed("given-type", PAIRS, "E0308", "mismatched types", label) == []


def test_the_unit_type_is_said_where_nothing_tells_it() -> None:
    message = "the trait bound `!: Load` is not satisfied"
    found = proposed("unit-type", LOAD, "E0277", message, ("{ ^load(1)", ""))
    assert found[0] == LOAD.replace("load(1)?", "load::<_, ()>(1)?")
    assert LOAD.replace("load(1)?", "let () = load(1)?") in found
    assert proposed("unit-type", LOAD, "E0277", "the trait bound `u8: Load`", ("{ ^load(1)", "")) == []


def test_a_generic_method_of_an_object_takes_objects_with_its_impls_and_calls() -> None:
    found = proposed("object-parameter", PART, "E0038", "the trait `Part` is not dyn compatible", ("dyn Part", ""))
    assert "fn walk(&self, seen: &mut dyn FnMut(u8));" in found[0]
    assert "fn walk(&self, seen: &mut dyn FnMut(u8)) { seen(1) }" in found[0]
    assert "one.walk(seen)" in found[0]
    assert "tree.walk(&mut |n| print(n))" in found[0]
    assert found[0].count("fn name(&self, to: &mut dyn Write)") == 3
    assert "tree.walk(Box::new(|n| print(n)))" in found[2]


def test_a_foreign_type_is_shown_by_one_of_the_files_own() -> None:
    message = "only traits defined in the current crate can be implemented"
    found = proposed("newtype", STEPS, "E0117", message, ("impl Display", ""), ("Vec<Step> {", "`Vec` is not defined"))
    assert "struct Steps<'a>(&'a Vec<Step>);\n\nimpl Display for Steps<'_> {" in found[0]
    assert "for one in self.0.iter()" in found[0]
    assert 'format!("{steps} {}", Steps(more), steps = Steps(&steps))' in found[0]


def test_a_variable_that_should_be_used_is() -> None:
    found = proposed("use-variable", TRIM, None, "unused variable: `plain`", ("plain", ""))
    assert found[0] == TRIM.replace('"{line}: {}", line.len()', '"{plain}: {}", plain.len()')
    assert found[1] == TRIM.replace("let plain", "let line")


def test_a_closure_is_told_the_error_of_a_parse_that_is_yet_to_be_inferred() -> None:
    source = "fn f(text: &str) -> Result<f64, String> {\n    let value: f64 = text.parse()?;\n    Ok(value)\n}\n"
    message = "`?` couldn't convert the error to `String`"
    label = ("?;", "this can't be annotated with `?` because it has type `Result<_, ParseFloatError>`")
    found = proposed("error-before-question", source, "E0277", message, label)
    assert any("text.parse::<f64>().map_err(|e| e.to_string())?;" in one for one in found)
    bare = source.replace(": f64 =", " =")
    found = proposed("error-before-question", bare, "E0277", message, label)
    assert any("text.parse().map_err(|e: std::num::ParseFloatError| e.to_string())?;" in one for one in found)
