"""Operators that leave a function or loop where a value used bare is missing: `let Some(x) = e else { return V; };`.

Covered: `let x: T = e` with an Option or Result, `x = e?` in a loop of a function that cannot fail, a Result asked with
`?` in a function that gives `Option<Result<..>>`. Not covered: `let x = e?` (`leaving`), failures that are kept
(`set_aside`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, plain, return_type
from nightschool.repair.operators.leaving import leaving, wrappers
from nightschool.repair.operators.mismatch_facts import mismatches, starting_at
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.results import named_tries
from nightschool.repair.operators.stand_ins import stand_ins
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing

LOOPS = ("for_expression", "while_expression", "loop_expression")
STARTS = re.compile(r"-?\d[\d_]*\w*|\d[\d_.]*|String::new\(\)|Vec::new\(\)|vec!\[\]|None|false|\w+::(new|default)\(\)")


@repairs("E0308", late=200)
def let_else_for_bare(place: Place) -> Iterator[Proposed]:
    """`let x: T = e;` becomes `let Some(x) = e else { return V; };` with what the function gives instead."""
    for one in mismatches(place):
        head, args = generic_args(one.found)
        for node in starting_at(place, one.at)[:1] if head in ("Option", "Result") and args else ():
            let = node.parent
            pattern = let.child_by_field_name("pattern") if let is not None and let.type == "let_declaration" else None
            if let is None or pattern is None or let.child_by_field_name("alternative") is not None:
                continue
            mark = "&" if args[0].startswith("&") and re.fullmatch(r"&(bool|char|[iuf]\d+|[iu]size)", args[0]) else ""
            mut = "mut " if child(let, "mutable_specifier") is not None else ""
            name = f"{'Some' if head == 'Option' else 'Ok'}({mark}{mut}{place.text(pattern)})"
            for turn, leave in enumerate(_instead(place, node)[:4]):
                text = f"let {name} = {place.text(node)} else {{ {leave} }};"
                yield place.points.get(one.at, 1) + 0.3 + turn * 0.4, swapped(let, text)


def _instead(place: Place, node: Node) -> list[str]:
    """Ways out with what stands in for the function's value; those of other functions as they leave."""
    kind = return_type(place, place.function_at(node.start_byte))
    if not kind or generic_args(kind)[0] in ("Option", "Result"):
        return leaving(place, node.start_byte)
    looped = enclosing(node, *LOOPS, "function_item")
    out = [f"return {text};" for text in stand_ins(place, node, kind, 3)]
    out = ["continue;", *out] if looped is not None and looped.type in LOOPS else out
    return list(dict.fromkeys([*out, *leaving(place, node.start_byte, 2)]))


@repairs("E0277", late=200)
def let_else_for_assigned(place: Place) -> Iterator[Proposed]:
    """`x = *e?;` in a loop becomes `let Some(&next) = e else { return count; }; x = next;` where no `?` may stand."""
    for cost, node in named_tries(place)[:3] if "cannot use the `?`" in place.message else ():
        mark = node.parent is not None and node.parent.type == "unary_expression"
        holder = node.parent.parent if mark and node.parent is not None else node.parent
        loop = enclosing(node, *LOOPS, "closure_expression", "function_item")
        if holder is None or holder.type != "assignment_expression" or loop is None or loop.type not in LOOPS:
            continue
        statement, left = holder.parent, place.syntax.field(holder, "left")
        if statement is None or statement.type != "expression_statement":
            continue
        value, indent = node.named_children[0], place.syntax.indent(statement)
        wrap = wrappers(place, value)[0]
        ways = [*(f"return {one};" for one in _running(place, loop, left)), "break;"]
        for turn, leave in enumerate(ways[:4]):
            text = f"let {wrap}({'&' if mark else ''}next) = {place.text(value)} else {{ {leave} }};"
            yield cost + turn * 0.4, swapped(statement, f"{text}\n{indent}{left} = next;")


def _running(place: Place, loop: Node, left: str) -> list[str]:
    """What a loop has so far: mutable locals that start from nothing and change in it."""
    function = place.function_at(loop.start_byte)
    found = []
    for let in place.syntax.of("let_declaration") if return_type(place, function) else ():
        name, before = place.syntax.field(let, "pattern"), let.end_byte <= loop.start_byte
        changed = rf"\b{re.escape(name)}\b\s*([-+*/|&]?=(?!=)|\.(push|insert|extend|push_str)\()"
        starts = name != left and STARTS.fullmatch(place.syntax.field(let, "value"))
        if before and starts and place.function_at(let.start_byte) == function and re.search(changed, place.text(loop)):
            found.append(name)
    return found


@repairs("E0277", late=200)
def error_as_item(place: Place) -> Iterator[Proposed]:
    """`x?` on a Result in a function of `Option<Result<..>>` gives the error as its item: `return Some(Err(error))`."""
    for cost, node in named_tries(place)[:3] if "not `Result`s" in place.message else ():
        if node.end_byte - 1 not in place.points or not _gives_results(place, node):
            continue
        text, indent = place.text(node.named_children[0]), place.syntax.indent(node)
        for turn, error in enumerate(("error", "error.into()")):
            arms = f"{indent}    Ok(value) => value,\n{indent}    Err(error) => return Some(Err({error})),\n"
            yield cost + turn * 0.5, swapped(node, f"match {text} {{\n{arms}{indent}}}")


def _gives_results(place: Place, node: Node) -> bool:
    """Whether the function around gives an Option of a Result, associated types looked up."""
    head, args = generic_args(return_type(place, place.function_at(node.start_byte)))
    if head != "Option" or not args:
        return False
    if not args[0].startswith("Self::"):
        return generic_args(args[0])[0] == "Result"
    block = enclosing(node, "impl_item")
    types = [one for one in place.syntax.of("type_item") if enclosing(one, "impl_item") == block]
    own = next((one for one in types if place.syntax.name(one) == args[0][len("Self::") :]), None)
    return own is not None and generic_args(plain(place.syntax.field(own, "type")))[0] == "Result"
