"""Claims of operators that repair a mistake wherever a file makes it: the text they propose, what they leave alone."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

COUNT = """struct Count { at: u8 }
impl Count {
    pub fn next(&mut self) -> Option<u8> { Some(self.at) }
}
fn f(c: Count) -> Vec<u8> { c.filter(|n| *n > 1).collect() }
"""
NO_ITERATOR = "`Count` is not an iterator"


def test_methods_of_a_trait_make_an_impl_of_it() -> None:
    (found,) = proposed("methods-of-trait", COUNT, "E0599", NO_ITERATOR, ("filter", NO_ITERATOR))
    assert "impl Iterator for Count {\n    type Item = u8;\n\n    fn next(&mut self)" in found


def test_other_methods_stay_with_the_type() -> None:
    source = COUNT.replace("    pub fn next", "    fn new() -> Self { Count { at: 0 } }\n\n    pub fn next")
    (found,) = proposed("methods-of-trait", source, "E0599", NO_ITERATOR, ("filter", NO_ITERATOR))
    assert "    fn new() -> Self { Count { at: 0 } }\n}\n\nimpl Iterator for Count {\n    type Item = u8;\n\n" in found
    assert "\n    fn next(&mut self) -> Option<u8> { Some(self.at) }\n}\nfn f(" in found


def test_a_method_of_an_operator_names_the_other_side_only_where_it_differs() -> None:
    source = (
        "struct P(u8);\nimpl P {\n    fn add(self, o: P) -> P { P(self.0 + o.0) }\n}\nfn f(a: P) -> P { a + P(1) }\n"
    )
    label = ("+ P(1)", "")
    found = proposed("methods-of-trait", source, "E0369", "cannot add `P` to `P`", label)
    assert "impl std::ops::Add for P {\n    type Output = P;\n" in found[0]
    scaled = source.replace("o: P", "o: u8").replace("o.0", "o")
    found = proposed("methods-of-trait", scaled, "E0369", "cannot add `u8` to `P`", label)
    assert "impl std::ops::Add<u8> for P {" in found[0]


def test_a_type_that_has_the_trait_is_left_alone() -> None:
    source = COUNT + "impl Iterator for Count { type Item = u8; fn next(&mut self) -> Option<u8> { None } }\n"
    assert proposed("methods-of-trait", source, "E0599", NO_ITERATOR, ("filter", NO_ITERATOR)) == []


def test_a_value_where_a_closure_is_asked_for_is_made_by_one() -> None:
    source = "fn f() -> &'static M { C.get_or_init(M::new(1)) }\nfn g(o: Option<u8>) -> u8 { o.unwrap_or_else(0) }\n"
    message = "expected a `FnOnce()` closure, found `M`"
    found = proposed("lazy-argument", source, "E0277", message, ("M::new(1)", ""))
    assert found[0] == source.replace("M::new(1)", "|| M::new(1)")
    message = "expected a `FnOnce()` closure, found `{integer}`"
    found = proposed("lazy-argument", source, "E0277", message, ("0)", ""))
    assert source.replace("unwrap_or_else", "unwrap_or") in found
    message = "expected a `FnMut(u8)` closure, found `u8`"
    assert "(|_| 0)" in proposed("lazy-argument", source, "E0277", message, ("0)", ""))[0]


def test_every_arm_fits_the_option_that_is_returned() -> None:
    source = "fn f(m: &M, k: &str) -> Option<String> {\n    match m.get(k) {\n        Some(v) => v,\n"
    source += "        None => m.all.get(k),\n    }\n}\n"
    label = ("^v,", "expected `Option<String>`, found `&String`")
    found = proposed("fit-every-result", source, "E0308", "mismatched types", label)
    assert found[0] == source.replace("=> v,", "=> Some(v.clone()),").replace("all.get(k)", "all.get(k).cloned()")
    alone = source.replace("m.all.get(k)", "None")
    assert proposed("fit-every-result", alone, "E0308", "mismatched types", label) == []


def test_all_orders_of_floats_are_written_at_once() -> None:
    source = "fn f(mut v: Vec<f64>, w: &mut Vec<(u8, f64)>) {\n    v.sort();\n    w.sort_by(|a, b| b.1.cmp(&a.1));\n}\n"
    message = "the trait bound `f64: Ord` is not satisfied\n`f64` is not an iterator"
    found = proposed("compare-floats", source, "E0599", message, ("cmp", ""), ("sort();", ""))
    both = source.replace(".sort()", ".sort_by(|a, b| a.total_cmp(b))").replace("b.1.cmp", "b.1.total_cmp")
    assert found[0] == both
    assert source.replace("b.1.cmp", "b.1.total_cmp") in found


def test_a_recursive_type_is_boxed_in_every_option_and_where_it_is_made() -> None:
    source = "struct N<T> { v: T, left: Option<N<T>> }\nstruct L<T> { top: Option<N<T>> }\n"
    source += "fn f(l: &mut L<u8>) { l.top = Some(N { v: 1, left: None }); }\nfn g(n: Option<&N<u8>>) {}\n"
    found = proposed("box-recursion", source, "E0072", "recursive type `N` has infinite size", ("struct N", ""))
    boxed = source.replace("Option<N<T>>", "Option<Box<N<T>>>")
    assert boxed.replace("Some(N { v: 1, left: None })", "Some(Box::new(N { v: 1, left: None }))") in found


def test_a_given_error_goes_into_the_variant_that_holds_it() -> None:
    source = "enum E { Missing(&'static str), Odd(String), Far(u8) }\n"
    source += 'fn f(o: Option<u8>) -> Result<u8, E> { Ok(o.ok_or("n")?) }\n'
    message = "`?` couldn't convert the error to `E`"
    label = ("?)", "the trait `From<&str>` is not implemented for `E`")
    found = proposed("given-error-in-variant", source, "E0277", message, label)
    assert found == [source.replace('"n"', 'E::Missing("n")'), source.replace('"n"', 'E::Odd("n".to_string())')]


def test_others_than_the_known_values_are_errors() -> None:
    source = "fn f(c: char) -> Result<u8, String> {\n    let n = match c {\n        'a' => 1,\n    };\n    Ok(n)\n}\n"
    message = "non-exhaustive patterns: `'b'..='\\u{10ffff}'` not covered"
    found = proposed("error-for-others", source, "E0004", message, ("match ^c", ""))
    assert "'a' => 1,\n        other => return Err(format!(\"unexpected {other:?}\"))," in found[0]
    named = "enum P { Unknown(char), Late }\n" + source.replace("String", "P")
    found = proposed("error-for-others", named, "E0004", message, ("match ^c", ""))
    assert len(found) == 1
    assert "other => return Err(P::Unknown(other))," in found[0]
    whole = source.replace("    let n = match", "    match").replace("1,\n    };\n    Ok(n)", "Ok(1),\n    }")
    assert (
        'other => Err(format!("unexpected' in proposed("error-for-others", whole, "E0004", message, ("match ^c", ""))[0]
    )
    plain = source.replace("Result<u8, String>", "u8")
    assert proposed("error-for-others", plain, "E0004", message, ("match ^c", "")) == []


def test_the_first_of_a_set_is_asked_for_where_an_option_is_returned() -> None:
    source = "fn f(s: &BTreeSet<u8>) -> Option<u8> { let a = s[0]; Some(*a) }\n"
    message = "cannot index into a value of type `BTreeSet<u8>`"
    assert proposed("indexed-holder", source, "E0608", message, ("s[0]", ""))[0] == source.replace(
        "s[0]", "s.iter().next()?"
    )


def test_a_float_without_a_type_is_the_files_float() -> None:
    source = "fn f(x: f64) -> f64 { 2.0.ln() * x }\n"
    message = "can't call method `ln` on ambiguous numeric type `{float}`"
    assert proposed("literal", source, "E0689", message, ("ln", ""))[0] == source.replace("2.0", "2.0_f64")


def test_functions_that_take_a_type_with_a_lifetime_give_it_on() -> None:
    source = "struct W { rest: &str }\nimpl W { fn word(&mut self) -> Option<&str> { None } }\n"
    source += "fn two(w: &mut W) -> Option<(&str, &str)> { Some((w.word()?, w.word()?)) }\n"
    found = proposed("give-type-lifetime", source, "E0106", "missing lifetime specifier", ("&str }", ""))
    assert any("fn two<'a>(w: &mut W<'a>) -> Option<(&'a str, &'a str)>" in one for one in found)


def test_a_char_tells_the_text_of_a_missing_arm() -> None:
    source = "enum T { Plus, Minus, Open }\nfn t(t: T) -> &str {\n    match t {\n"
    source += '        T::Plus => "+",\n        T::Open => "(",\n    }\n}\n'
    source += "fn u(c: char) -> T { match c { '+' => T::Plus, '-' => T::Minus, _ => T::Open } }\n"
    message = "non-exhaustive patterns: `T::Minus` not covered"
    assert 'T::Minus => "-",' in proposed("told-arm", source, "E0004", message, ("match ^t", ""))[0]


def test_an_arm_that_is_hidden_goes_before_the_one_that_takes_its_values() -> None:
    source = "fn f(n: u8) -> u8 {\n    match n {\n        1 => 9,\n        _ => 7,\n        0 => 5,\n    }\n}\n"
    labels = (("0 =>", "no value can reach this"), ("_ =>", "matches any value"))
    (found,) = proposed("hidden-arm-first", source, None, "unreachable pattern", *labels)
    assert found == source.replace("        _ => 7,\n        0 => 5,\n", "        0 => 5,\n        _ => 7,\n")


def test_a_record_gets_a_base() -> None:
    source = "impl Q { fn new(t: u8) -> Q { Q { t, .. } } }\n"
    found = proposed("base-of-record", source, "E0797", "base expression required after `..`", ("..^ }", ""))
    assert found[0] == source.replace(".. }", "..Default::default() }")


def test_what_a_call_gives_back_is_assigned_to_what_it_took() -> None:
    source = (
        "fn f() {\n    let mut g = q.lock();\n    match g.pop() { Some(v) => s(v), None => r.wait(g).unwrap(), }\n}\n"
    )
    label = ("r.wait", "expected `()`, found `Guard<u8>`")
    (found,) = proposed("assign-what-comes-back", source, "E0308", "mismatched types", label)
    assert found == source.replace("r.wait", "g = r.wait")
    fixed = source.replace("let mut g", "let g")
    assert proposed("assign-what-comes-back", fixed, "E0308", "mismatched types", label) == []


def test_several_values_extend_and_a_text_gives_a_character_or_none() -> None:
    source = "fn f(s: &str, c: char, t: &mut String) -> Option<char> { t.push(c.to_lowercase()); Some(s[0]) }\n"
    label = ("c.to_lower", "expected `char`, found `ToLowercase`")
    assert proposed("extend-for-push", source, "E0308", "mismatched types", label) == [source.replace("push", "extend")]
    message = "the type `str` cannot be indexed by `{integer}`"
    (found,) = proposed("character-or-none", source, "E0277", message, ("0]", "string indices are ranges of `usize`"))
    assert found == source.replace("Some(s[0])", "s.chars().next()")
