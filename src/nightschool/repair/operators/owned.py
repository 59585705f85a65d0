"""Operators that make owned what is borrowed from something too short-lived: results and elements.

Covered: a result's type with all values of the function, collected elements, views that go through `map` instead of a
copy. Not covered: what is stored (`stored`), fields (`type_lifetimes`), closures (`captures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.lifetimes import heads
from nightschool.repair.operators.ownership_facts import bindings, labelled, outer_statements, uses
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.type_lifetimes import owned_type
from nightschool.repair.operators.value_positions import leaves, results
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit, method_calls

WRAPPERS = ("Some", "Ok")
CALLS = {
    "String": ((".to_string()", ".to_string()"), (".to_owned()", ".to_owned()"), ("", "")),
    "Vec": ((".to_vec()", ".to_vec()"), ("", ""), (".clone()", ".clone()")),
    "Option": ((".cloned()", ".clone()"), (".copied()", ""), (".map(str::to_string)", ".to_string()")),
    "Result": ((".cloned()", ".clone()"), (".map(str::to_string)", ".to_string()"), ("", "")),
}
"""By the result's head: calls that own a value of its type, and a value inside its wrapper."""
UNKNOWN = (("", ""), (".clone()", ".clone()"), (".to_string()", ".to_string()"))


@repairs("E0515 E0106 E0597 E0716 E0505 E0308 none", late=60)
def return_owned(place: Place) -> Iterator[Proposed]:
    """`-> &str` becomes `-> String`, `-> Vec<&T>` becomes `-> Vec<T>`, with every value that the function gives."""
    for far, function in heads(place):
        kind = function.child_by_field_name("return_type")
        owned = owned_type(place.text(kind))
        if kind is None or owned == place.text(kind) or "dyn " in owned or "impl " in owned:
            continue
        head = owned.split("<")[0]
        ends = results(place, function)
        values = [(part, part in ends) for leaf in ends for part in _parts(place, leaf)]
        for turn, (outer, inner) in enumerate(CALLS.get(head, UNKNOWN)):
            edits = [edit for node, end in values for edit in _owned(place, function, node, outer if end else inner)]
            yield far + turn * 0.4, (*swapped(kind, owned), *edits)
        yield far + 1.0, swapped(kind, owned)


def _parts(place: Place, node: Node) -> list[Node]:
    """The values inside `Some(..)`, `Ok(..)`, tuples and arrays, or the value itself; none for `None` and `Err`."""
    if node.type == "call_expression" and place.syntax.field(node, "function") in WRAPPERS:
        arguments = node.child_by_field_name("arguments")
        inner = arguments.named_children if arguments is not None else []
        return [part for one in inner for part in leaves(one) for part in _parts(place, part)]
    if node.type == "tuple_expression":
        return [part for one in node.named_children for part in _parts(place, one)]
    if re.match(r"(None|Err\b|Vec::new|vec!\[\]|String::new)", place.text(node)):
        return []
    return [node]


def _owned(place: Place, function: Node, node: Node, call: str) -> Iterator[Edit]:
    """A value owned: its `&` or its view goes; else it gets the call, as does each element collected or pushed."""
    text = place.text(node)
    inner = node.child_by_field_name("value") if node.type == "reference_expression" else None
    view = re.search(r"(?<=[\w)\]])\.(as_str|as_slice|as_ref|as_deref|as_bytes|iter)\(\)$", text)
    if inner is not None and inner.type in ("identifier", "macro_invocation", "call_expression"):
        yield Edit(node.start_byte, inner.start_byte)
    elif inner is not None:
        yield Edit(node.start_byte, inner.start_byte)
        if call:
            yield insert(
                node.end_byte, call if call != ".to_vec()" or inner.type != "index_expression" else ".to_vec()"
            )
    elif view:
        yield Edit(node.end_byte - len(view[0].encode()), node.end_byte)
    elif (collect := re.search(r"\.collect(::<[^()]*>)?\(\)$", text)) and call:
        at = node.end_byte - len(collect[0].encode())
        yield insert(at, ".map(|item| item.to_string())" if call != ".clone()" else ".cloned()")
    elif node.type == "identifier" and (pushed := list(_pushed(place, function, text))):
        yield from (insert(value.end_byte, call or ".to_string()") for value in pushed)
    elif call and node.type not in ("integer_literal", "boolean_literal", "self"):
        yield insert(node.end_byte, call)


def _pushed(place: Place, function: Node, name: str) -> Iterator[Node]:
    """Values pushed into a container of that name."""
    for call, receiver, _ in method_calls(place.syntax, "push", "push_back", "insert"):
        arguments = call.child_by_field_name("arguments")
        inside = function.start_byte <= call.start_byte < function.end_byte
        if inside and place.text(receiver) == name and arguments is not None and arguments.named_children:
            yield arguments.named_children[-1]


MAPPED = (
    ".map(String::as_str)", ".map(|value| value.as_str())", ".map(Vec::as_slice)", "", ".map(|value| value.as_ref())",
    ".as_deref()", ".as_ref()", ".map(AsRef::as_ref)", ".copied()", ".map(|value| &**value)",
)  # fmt: skip
COPYING = ("cloned", "clone", "copied", "to_owned", "to_string", "to_vec")


@repairs("E0515 E0716 E0597", late=60)
def view_through_map(place: Place) -> Iterator[Proposed]:
    """`x.get(k).cloned().as_deref()` becomes `x.get(k).map(String::as_str)`: a view of what stays, not of a copy."""
    for call, receiver, name in method_calls(
        place.syntax, "cloned", "clone", "copied", "to_owned", "to_string", "to_vec"
    ):
        if place.near(call) is None:
            continue
        end = call
        while end.parent is not None and end.parent.parent is not None and end.parent.type == "field_expression":
            if end.parent.parent.type != "call_expression":
                break
            end = end.parent.parent
        for turn, text in enumerate(MAPPED):
            yield turn * 0.3, (Edit(receiver.end_byte, end.end_byte, text),)
            if end != call and name and turn < 2:
                yield 1 + turn * 0.3, (Edit(receiver.end_byte, call.end_byte, text),)


@repairs("E0599 E0277 E0631 E0308 E0271 E0515 E0597 E0282", late=40)
def drop_map(place: Place) -> Iterator[Proposed]:
    """`.map(..)` and other adapters of a chain that changes nothing any more go, or are written as closures."""
    for call, receiver, name in method_calls(place.syntax, "map", "cloned", "copied", "as_deref", "flatten", "by_ref"):
        cost = place.near(call)
        if cost is None:
            continue
        yield cost + 0.5, (Edit(receiver.end_byte, call.end_byte),)
        path = re.fullmatch(
            r"\((?:str|String|ToString|ToOwned)::(to_string|to_owned)\)", place.syntax.field(call, "arguments")
        )
        arguments = call.child_by_field_name("arguments")
        if path and name == "map" and arguments is not None:
            yield cost, swapped(arguments, f"(|item| item.{path[1]}())")


@repairs("E0515 E0505 E0597", late=60)
def give_away_local(place: Place) -> Iterator[Proposed]:
    """`local.iter()` in a returned value becomes `local.into_iter()`, and closures over it move it."""
    for _, node in (*labelled(place, "returns a", "is borrowed here", "referencing"), *labelled(place)):
        holder = next(outer_statements(node), None)
        if holder is None:
            continue
        edits: list[Edit] = []
        for call, _, _ in method_calls(place.syntax, "iter"):
            function = call.child_by_field_name("function")
            field = function.child_by_field_name("field") if function is not None else None
            if field is not None and holder.start_byte <= call.start_byte < holder.end_byte:
                edits += swapped(field, "into_iter")
        if edits:
            yield 0.3, tuple(edits)
            yield 0.5, (*edits[:1],)


@repairs("E0515 E0597 E0308", late=60)
def owned_cow(place: Place) -> Iterator[Proposed]:
    """`Cow::Borrowed(&x)` becomes `Cow::Owned(x)`, also where it is written `x.as_str().into()`."""
    for call in place.syntax.of("call_expression"):
        head, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
        inner = arguments.named_children[0] if arguments is not None and arguments.named_children else None
        if head is None or inner is None or place.near(call) is None or not place.text(head).endswith("Cow::Borrowed"):
            continue
        owned = re.sub(r"^&|\.(as_str|as_ref|as_slice)\(\)$", "", place.text(inner))
        path = place.text(head).removesuffix("Borrowed") + "Owned"
        yield 0.0, (*swapped(head, path), *swapped(inner, owned))
        yield 0.4, (*swapped(head, path), insert(inner.end_byte, ".to_string()"))


@repairs("E0382", late=60)
def assign_back(place: Place) -> Iterator[Proposed]:
    """`x.step();`, which takes `x` and gives it back, becomes `x = x.step();` with `let mut x`; all of them at once."""
    steps: dict[int, list[Edit]] = {}
    made: dict[int, tuple[Edit, ...]] = {}
    named = set(place.points)
    for call, name, binding in _dropped_steps(place):
        back = insert(call.start_byte, f"{name} = ")
        mutable = place.text(binding.parent).startswith(("let mut", "mut"))
        steps.setdefault(binding.start_byte, []).append(back)
        made[binding.start_byte] = () if mutable else (insert(binding.start_byte, "mut "),)
        if place.near(call) is not None:
            named.add(binding.start_byte)
            yield 0.0, (*made[binding.start_byte], back)
            yield 0.5, (insert(call.start_byte, f"let {name} = "),)
    for binding_at, all_ in steps.items():
        if len(all_) > 1 and binding_at in named:
            yield 0.0, (*made[binding_at], *all_)


def _dropped_steps(place: Place) -> Iterator[tuple[Node, str, Node]]:
    """(call, name, binding) of statements that are calls on a name: near what rustc names, or on a name it quotes."""
    for call, receiver, _ in method_calls(place.syntax):
        parent = call.parent
        if parent is None or parent.type != "expression_statement":
            continue
        head = receiver
        while head.type in ("call_expression", "field_expression"):
            head = head.child_by_field_name("function") or head.child_by_field_name("value") or head.named_children[0]
        named = place.text(head) in place.names and "E0382" in place.codes
        if head.type != "identifier" or not (named or place.near(call) is not None):
            continue
        found = bindings(place, place.text(head), call.start_byte)[:1]
        if found and uses(place, place.text(head), parent):
            yield call, place.text(head), found[0]
