"""Claims of operators on lifetimes and on owning instead of borrowing: the exact text that they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

LONGEST = "fn longest(a: &str, b: &str) -> &str { a }\n"
MISSING = ("E0106", "missing lifetime specifier", ("-> ^&str", "expected named lifetime parameter"))


def test_a_result_is_tied_to_one_or_all_inputs() -> None:
    found = proposed("tie-lifetime", LONGEST, *MISSING)
    assert found[0] == "fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { a }\n"
    assert "fn longest<'a>(a: &'a str, b: &str) -> &'a str { a }\n" in found


def test_a_result_is_tied_to_the_lifetime_of_the_type() -> None:
    source = "struct P<'a> { t: &'a str }\nimpl<'a> P<'a> {\n    fn word(&mut self) -> Option<&str> { None }\n}\n"
    label = ("fn word", "let's call the lifetime of this reference `'1`")
    found = proposed("tie-lifetime", source, "E0499", "cannot borrow `parser` as mutable", label)
    assert source.replace("Option<&str>", "Option<&'a str>") == found[0]


def test_a_lifetime_that_is_one_too_many_goes() -> None:
    source = "struct C<'a> { d: &'a [u8] }\nimpl<'a> C<'a> {\n    fn step(&'a mut self) -> u8 { self.d[0] }\n}\n"
    label = ("&'a mut self", "first mutable borrow occurs here")
    found = proposed("drop-lifetime", source, "E0499", "cannot borrow `c` as mutable more than once", label)
    assert found[0] == source.replace("&'a mut self", "&mut self")


def test_a_result_captures_nothing_or_a_lifetime() -> None:
    source = "impl Track {\n    fn starts(&self) -> impl Iterator<Item = usize> { 0..self.n }\n}\n"
    label = ("fn starts", "immutable borrow occurs here")
    found = proposed("captured-by-result", source, "E0502", "cannot borrow `self.samples` as mutable", label)
    assert found[0] == source.replace("usize> {", "usize> + use<> {")
    assert source.replace("usize> {", "usize> + '_ {") in found


def test_a_struct_gets_a_lifetime_with_its_impls_and_what_contains_it() -> None:
    source = "struct Row { name: &str }\nstruct Page { rows: Vec<Row> }\nimpl Page { fn f(&self) {} }\nimpl Row {}\n"
    found = proposed("give-type-lifetime", source, "E0106", "missing lifetime specifier", ("name: ^&str", "expected"))
    wanted = "struct Row<'a> { name: &'a str }\nstruct Page<'a> { rows: Vec<Row<'a>> }\n"
    assert wanted + "impl<'a> Page<'a> { fn f(&self) {} }\nimpl<'a> Row<'a> {}\n" in found


def test_an_impl_names_the_lifetime_of_its_type() -> None:
    source = "struct Row<'a> { name: &'a str }\nimpl Show for Row {}\n"
    found = proposed("impl-lifetime", source, "E0726", "implicit elided lifetime not allowed here", ("for ^Row", ""))
    assert source.replace("impl Show for Row", "impl<'a> Show for Row<'a>") in found
    assert source.replace("for Row", "for Row<'_>") in found


def test_an_undeclared_lifetime_is_declared_or_respelt() -> None:
    source = "impl<'a> P<'a> {\n    fn f(&'b self) -> &'b str { self.t }\n}\n"
    label = ("(&^'b", "undeclared lifetime")
    asked = ("E0261", "use of undeclared lifetime name `'b`", label)
    assert source.replace("fn f(", "fn f<'b>(") in proposed("declare-lifetime", source, *asked)
    assert proposed("respell-lifetime", source, *asked) == [source.replace("'b", "'a")]


def test_a_result_and_all_its_values_become_owned() -> None:
    source = 'fn f(n: u32) -> (&str, u32) {\n    let label = format!("{n}");\n    (&label, n)\n}\n'
    label = ("(^&label", "returns a value referencing data owned by the current function")
    found = proposed("return-owned", source, "E0515", "cannot return value referencing local variable `label`", label)
    assert (
        'fn f(n: u32) -> (String, u32) {\n    let label = format!("{n}");\n    (label, n.to_string())\n}\n' in found
        or (source.replace("&str", "String").replace("&label", "label") in found)
    )


def test_what_a_longer_lived_container_keeps_is_owned() -> None:
    source = "fn f(out: &mut Vec<String>, t: T) {\n    out.push(t.name());\n}\n"
    found = proposed("own-what-is-stored", source, "E0597", "`t` does not live long enough", ("t.name()", "borrowed"))
    assert found[0] == source.replace("t.name()", "t.name().to_string()")


def test_a_reference_that_is_kept_becomes_the_value() -> None:
    source = "fn f() {\n    let mut best = &String::new();\n    for w in all() {\n        best = &w;\n    }\n}\n"
    found = proposed(
        "own-what-is-assigned", source, "E0597", "`w` does not live long enough", ("best = ^&w", "borrowed")
    )
    assert source.replace("&String", "String").replace("&w", "w") in found


def test_a_view_goes_through_map_instead_of_a_copy() -> None:
    source = "fn f(m: &M) -> Option<&str> {\n    m.get(1).cloned().as_deref()\n}\n"
    label = ("m.get(1)", "returns a value referencing data owned by the current function")
    found = proposed("view-through-map", source, "E0515", "cannot return value referencing temporary value", label)
    assert found[0] == source.replace(".cloned().as_deref()", ".map(String::as_str)")


def test_a_borrowed_cow_of_a_local_is_owned() -> None:
    source = "fn f(t: &str) -> Cow<'_, str> {\n    let j = t.replace(' ', \"\");\n    Cow::Borrowed(&j)\n}\n"
    label = ("Cow::Borrowed(&j)", "returns a value referencing data owned by the current function")
    found = proposed("owned-cow", source, "E0515", "cannot return value referencing local variable `j`", label)
    assert found[0] == source.replace("Cow::Borrowed(&j)", "Cow::Owned(j)")


def test_conversions_of_what_is_owned_now_go() -> None:
    source = "fn f(out: Vec<T>) -> Vec<String> {\n    let mut all = Vec::new();\n    all.extend(t.name());\n"
    source += "    all.into_iter().map(str::to_string).collect()\n}\n"
    found = proposed("own-what-is-stored", source, "E0597", "`t` does not live long enough", ("t.name()", "borrowed"))
    wanted = source.replace(".map(str::to_string)", "").replace("t.name()", "t.name().map(str::to_string)")
    assert wanted in found


def test_an_option_of_a_local_reference_is_copied() -> None:
    source = "fn f(t: T) -> Option<&u32> {\n    let m = t.all();\n    m.get(1)\n}\n"
    label = ("m.get(1)", "returns a value referencing data owned by the current function")
    found = proposed("return-owned", source, "E0515", "cannot return value referencing local variable `m`", label)
    owned = source.replace("&u32", "u32")
    assert found[:2] == [owned.replace("get(1)", "get(1).cloned()"), owned.replace("get(1)", "get(1).copied()")]
