"""Claims of operators on what a loop keeps of its turns, and on parameters that callees change: what they propose."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

SHORT = "borrowed value does not live long enough"


def loop(head: str, *body: str, end: str, result: str = "usize") -> str:
    """A function with a `let`, a loop of these lines and an end."""
    inner = "".join(f"        {line}\n" for line in body)
    return f"fn f(all: &[u32]) -> {result} {{\n    {head}\n    for n in all {{\n{inner}    }}\n    {end}\n}}\n"


def owned(source: str, at: str) -> list[str]:
    return proposed("own-collected", source, "E0597", "`x` does not live long enough", (at, SHORT))


def test_an_option_owns_what_it_keeps_and_is_looked_into() -> None:
    body = ("let x = make(n);", "if best.is_none_or(|b| b.n < x.n) { best = Some(&x); }")
    source = loop("let mut best: Option<&T> = None;", *body, end="best.cloned()", result="Option<T>")
    found = owned(source, "Some(&^x")
    wanted = (
        source.replace("Option<&T>", "Option<T>")
        .replace("best.is", "best.as_ref().is")
        .replace("best.cloned()", "best")
    )
    assert found == [wanted.replace("Some(&x)", "Some(x)"), wanted.replace("Some(&x)", "Some(x.clone())")]


def test_of_a_tuple_the_part_that_ends_is_owned_and_numbers_get_a_star() -> None:
    body = (
        "let x = make(n);",
        "if best.map_or(true, |(most, _)| x.len() > most) { best = Some((x.len(), x.trim())); }",
    )
    source = loop("let mut best: Option<(usize, &str)> = None;", *body, end="best.map_or(0, |(_, t)| width(t))")
    wanted = source.replace("&str", "String").replace("best.map_or(true", "best.as_ref().map_or(true")
    wanted = wanted.replace("> most", "> *most").replace("x.trim()", "x.trim().to_string()")
    assert owned(source, "(), ^x.trim") == [wanted.replace("width(t)", "width(&t)")]


def test_a_plain_text_is_owned_and_lent() -> None:
    source = loop('let mut best = "";', "let x = make(n);", "best = longer(&x, best);", end="best.len()")
    wanted = source.replace('""', "String::new()").replace("longer(&x, best)", "longer(&x, &best).to_string()")
    assert owned(source, "(&^x") == [wanted]


def test_a_list_of_pairs_owns_also_what_is_put_into_it_later() -> None:
    body = ("let x = make(n);", "let (k, v) = x.parts();", "match kept.iter_mut().find(|p| p.0 == k) {")
    body = (*body, "    Some(p) => p.1 = v,", "    None => kept.push((k, v)),", "}")
    source = loop("let mut kept: Vec<(&str, &str)> = Vec::new();", *body, end="kept.len()")
    wanted = source.replace("&str", "String").replace("p.1 = v", "p.1 = v.to_string()")
    assert owned(source, "= ^x.parts") == [wanted.replace("(k, v)),", "(k.to_string(), v.to_string())),")]


def test_a_set_of_references_to_elements_is_gone_over_by_value() -> None:
    body = ("let x = make(n);", "for t in &x { kept.push(t); }")
    source = loop("let mut kept: Vec<&T> = Vec::new();", *body, end="kept.len()")
    wanted = source.replace("Vec<&T>", "Vec<T>")
    assert owned(source, "&^x {") == [wanted.replace("in &x", "in x"), wanted.replace("push(t)", "push(t.clone())")]


def test_a_collector_of_numbers_is_left_alone() -> None:
    source = loop("let mut kept: Vec<usize> = Vec::new();", "let x = make(n);", "kept.push(x.len());", end="kept.len()")
    assert owned(source, "(^x.len") == []


def made(source: str, at: str) -> list[str]:
    return proposed("make-before-loop", source, "E0597", "`x` does not live long enough", (at, SHORT))


def test_values_are_made_before_the_loop_that_lends_them() -> None:
    source = loop("let mut kept = Kept::new();", "let x = make(n);", "kept.offer(&x);", end="kept.count()")
    line = "let xs: Vec<_> = all.iter().map(|n| make(n)).collect();"
    wanted = source.replace("    for n in all", f"    {line}\n    for x in &xs").replace(
        "        let x = make(n);\n", ""
    )
    assert made(source, "(&^x") == [wanted.replace("&x)", "x)")]


def test_the_loop_keeps_what_its_body_still_needs() -> None:
    source = loop("let mut kept = Kept::new();", "let x = make(n);", "kept.offer(n, &x);", end="kept.count()")
    assert "for (n, x) in all.iter().zip(&xs) {\n        kept.offer(n, x);" in made(source, ", &^x")[0]


def test_values_that_may_leave_the_loop_are_not_made_before_it() -> None:
    source = loop("let mut kept = Kept::new();", "let x = make(n)?;", "kept.offer(&x);", end="kept.count()")
    assert made(source, "(&^x") == []


LENT = """fn step(n: u32, mut bag: Bag) -> u32 { bag.take(n) }
fn all(bag: Bag) -> Bag {
    for n in 0..3 { step(n, bag); }
    step(9, Bag::new());
    bag
}
"""
MOVED = ("n, ^bag)", "value moved here, in previous iteration of loop")


def test_what_a_function_changes_is_lent_to_it() -> None:
    found = proposed("lend-changed-parameter", LENT, "E0382", "use of moved value: `bag`", MOVED)
    wanted = (
        LENT.replace("mut bag: Bag", "bag: &mut Bag")
        .replace("all(bag", "all(mut bag")
        .replace("n, bag)", "n, &mut bag)")
    )
    assert found == [wanted.replace("Bag::new()", "&mut Bag::new()")]


def test_what_a_function_assigns_gets_a_star_and_what_it_gives_back_is_left_alone() -> None:
    source = LENT.replace("{ bag.take(n) }", "{ bag = bag.next(); bag.n }")
    (found,) = proposed("lend-changed-parameter", source, "E0382", "use of moved value: `bag`", MOVED)
    assert "{ *bag = bag.next(); bag.n }" in found
    for other in (LENT.replace("{ bag.take(n) }", "{ bag.take(n); bag }"), LENT.replace("mut bag", "bag")):
        assert proposed("lend-changed-parameter", other, "E0382", "use of moved value: `bag`", MOVED) == []
