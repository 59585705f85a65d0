"""Operators on `?` in a function that cannot fail, where a list or a count of failures is there and nothing fills it.

Covered: fields of `self`, of a local or of a parameter, and locals: a list of errors or texts gets the error or what
was read, a count goes up; the loop goes on or the function ends. Not covered: what is shown in place of a bad value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, fields, generic_args, has_self, implemented, plain, return_type, variants
from nightschool.repair.operators.error_fields import Failure, arguments_of, calls_of
from nightschool.repair.operators.leaving import leaving, wrappers
from nightschool.repair.operators.register import Proposed, repairs, swapped
from nightschool.repair.operators.results import named_tries
from nightschool.repair.operators.value_forms import same
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

FAILURES = re.compile(
    r"reject|skip|fail|bad|err|refus|drop|ignor|invalid|broken|garbl|problem|warn|miss|lost|unread|damag"
)
LISTS = ("Vec", "VecDeque")
LOOPS = ("for_expression", "while_expression", "loop_expression")


@dataclass(frozen=True, slots=True)
class Collector:
    """Where failures are kept."""

    path: str
    """`self.rejected`, `report.skipped`, `failures`."""
    kind: str


@repairs("E0277", late=200)
def set_failure_aside(place: Place) -> Iterator[Proposed]:
    """`let x = f(y)?;` keeps the error in `self.rejected`, or counts it, and goes on with the next one."""
    if "cannot use the `?`" not in place.message:
        return
    marked = [(cost, node) for cost, node in named_tries(place) if node.end_byte - 1 in place.points]
    for turn, (cost, node) in enumerate(marked[:3]):
        value = node.named_children[0]
        let = _whole_let(node)
        rank = 0.0
        for one in _collectors(place, node)[:3]:
            for keep, caught in _kept(place, value, one):
                for leave in _ways_out(place, node):
                    yield cost + turn + rank, _edits(place, (let, node), keep, caught, leave)
                    rank += 0.3


def _whole_let(node: Node) -> Node | None:
    """The `let` whose whole value a `?` is."""
    holder = node.parent
    return holder if holder is not None and holder.type == "let_declaration" and _no_else(holder) else None


def _no_else(let: Node) -> bool:
    return let.child_by_field_name("alternative") is None


def _ways_out(place: Place, node: Node) -> list[str]:
    """How the place is left: on to the next of a loop, else out of the function."""
    loop = enclosing(node, *LOOPS, "closure_expression", "function_item")
    if loop is not None and loop.type in LOOPS:
        return ["continue;"]
    if loop is not None and loop.type == "closure_expression":
        return []
    return (
        ["return;"]
        if not return_type(place, place.function_at(node.start_byte))
        else leaving(place, node.start_byte, 2)
    )


def _edits(place: Place, where: tuple[Node | None, Node], keep: str, caught: str, leave: str) -> tuple[Edit, ...]:
    """`match` on the value; `let .. else` where the error itself is not kept."""
    let, node = where
    value = node.named_children[0]
    wrap = wrappers(place, value)[-1]
    pattern = place.syntax.field(let, "pattern") if let is not None else ""
    indent = place.syntax.indent(let if let is not None else node)
    plain_let = let is not None and not place.syntax.field(let, "type") and child(let, "mutable_specifier") is None
    if plain_let and let is not None and caught == "_":
        body = f"{{\n{indent}    {keep};\n{indent}    {leave}\n{indent}}}"
        return swapped(let, f"let {wrap}({pattern}) = {place.text(value)} else {body};")
    name = pattern if re.fullmatch(r"[a-z_]\w*", pattern) else "value"
    other = f"Err({caught})" if wrap == "Ok" else "None"
    arms = f"\n{indent}    {wrap}({name}) => {name},\n{indent}    {other} => {{\n{indent}        {keep};"
    return swapped(node, f"match {place.text(value)} {{{arms}\n{indent}        {leave}\n{indent}    }}\n{indent}}}")


def _kept(place: Place, value: Node, one: Collector) -> Iterator[tuple[str, str]]:
    """(statement that keeps a failure, pattern of the error)."""
    head, args = generic_args(one.kind)
    if NUMBER.fullmatch(one.kind):
        yield f"{one.path} += 1", "_"
        return
    push = "push_back" if head == "VecDeque" else "push"
    known = generic_args(type_of(place, value))[1]
    error = known[1] if len(known) == 2 else ""
    fails = wrappers(place, value)[-1] == "Ok"
    if fails and (same(args[0], error) or (not error and args[0] != "String")):
        yield f"{one.path}.{push}(err)", "err"
    if args[0] == "String":
        for subject in _subjects(place, value):
            yield f"{one.path}.{push}({subject}.to_string())", "_"
        yield from ((f"{one.path}.{push}(err{text})", "err") for text in _as_text(place, error) if fails)


def _as_text(place: Place, error: str) -> Iterator[str]:
    """How an error is told: its own text, else as it prints."""
    item = place.item(generic_args(error)[0], "struct_item")
    texts = [field.name for one in variants(place, item) for field in one.fields if field.type == "String"]
    yield from (f".{name}" for name in texts[:1])
    yield ".to_string()"


def _subjects(place: Place, value: Node) -> list[str]:
    """What was read: names that the value's calls are given or made on."""
    found = [place.text(one).lstrip("&*") for call in calls_of(value) for one in arguments_of(call)]
    found += [place.syntax.field(call.child_by_field_name("function") or call, "value") for call in calls_of(value)]
    return [one for one in dict.fromkeys(found) if re.fullmatch(r"[a-z_]\w*", one) and one != "self"][:1]


def _collectors(place: Place, node: Node) -> list[Collector]:
    """Lists and counts in reach that nothing fills, those named after failures first."""
    found = [one for one in _reached(place, node) if not _filled(place, one)]
    named = [one for one in found if FAILURES.search(one.path.rpartition(".")[2])]
    return [*named, *(one for one in found if one not in named and not NUMBER.fullmatch(one.kind))]


def _reached(place: Place, node: Node) -> Iterator[Collector]:
    """Fields of what may be changed there, and mutable locals, that may keep failures."""
    function = place.function_at(node.start_byte)
    owners = []
    if has_self(place, function) and "mut" in _self_text(place, function):
        owners.append(("self", implemented(place, node)))
    here = Failure(place, node, "")
    mutable = set(_mutable_names(place, function))
    for one in here.names:
        if one.name in mutable or one.type.startswith("&mut"):
            kind = implemented(place, node) if plain(one.type) == "Self" else generic_args(plain(one.type))[0]
            owners.append((one.name, kind))
            if _keeps(plain(one.type)):
                yield Collector(one.name, plain(one.type))
    for name, kind in owners:
        for field in fields(place, place.item(kind, "struct_item")):
            if _keeps(field.type):
                yield Collector(f"{name}.{field.name}", field.type)


def _self_text(place: Place, function: Node | None) -> str:
    listed = function.child_by_field_name("parameters") if function is not None else None
    return place.text(child(listed, "self_parameter")) if listed is not None else ""


def _mutable_names(place: Place, function: Node | None) -> Iterator[str]:
    """Names of `let mut`s of a function."""
    for let in place.syntax.of("let_declaration"):
        inside = function is not None and function.start_byte <= let.start_byte < function.end_byte
        if inside and child(let, "mutable_specifier") is not None:
            yield place.syntax.field(let, "pattern")


def _keeps(kind: str) -> bool:
    head, args = generic_args(kind)
    whole = NUMBER.fullmatch(kind) and kind[0] != "f"
    return bool(whole) or (head in LISTS and len(args) == 1 and args[0] != "_")


def _filled(place: Place, one: Collector) -> bool:
    """Whether something in the program adds to a collector of that name."""
    name = re.escape(one.path.rpartition(".")[2])
    added = rf"\b{name}\s*(\.\s*(push|push_back|extend|insert|append)\(|\+=|=(?!=)\s*(?!0|Vec::new|vec!\[\]))"
    return re.search(rf"(?<!let mut )(?<!let ){added}", place.source) is not None
