"""What the fields of an error are filled with where it is made: the error caught, arguments, names, places in a list.

Covered: the cause and its parts, arguments by the called function's parameters, names and own fields of the field's
name, a line counted from an `enumerate`, what a checked difference lacks, literals for `&'static str`, texts. Not
covered: which variant is meant and where it is put (`error_variants`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.repair.facts import (
    NUMBER,
    Field,
    Local,
    fields,
    functions,
    generic_args,
    has_self,
    implemented,
    parameters,
    plain,
)
from nightschool.repair.operators.value_forms import same
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at, type_of
from nightschool.rust.tree import enclosing

LINES = re.compile(r"line|row|line_?(no|number)|row_?(no|number)|no|nr|number|lineno")
"""Names of numbers that people count from 1."""
REASONS = re.compile(r"reason|message|cause|detail|details|why|msg|description|source|error")
"""Names of texts that tell what went wrong."""
LACKING = re.compile(r"missing|short|shortfall|lacking|by|excess|over|deficit|too_much")
PARTS = {
    ("Utf8Error", "usize"): "valid_up_to()", ("FromUtf8Error", "usize"): "utf8_error().valid_up_to()",
    ("ParseIntError", "IntErrorKind"): "kind().clone()", ("io::Error", "ErrorKind"): "kind()",
    ("Error", "ErrorKind"): "kind()", ("FromUtf8Error", "Utf8Error"): "utf8_error()",
}  # fmt: skip
"""What errors of std hold: (error, type) and how it is asked."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A value that may fail, in its place."""

    place: Place
    value: Node
    """The expression whose error or absence is meant."""
    kind: str
    """Type of its error; empty for an Option."""

    @property
    def names(self) -> tuple[Local, ...]:
        """Names in scope there; the call's own `let` is not one of them."""
        return locals_at(self.place, self.value.start_byte)


def field_values(here: Failure, field: Field, caught: str) -> list[str]:
    """What a field may be filled with, the likeliest first; `caught` is the name of the error at hand."""
    kind = field.type
    found = [*_caught(here, kind, caught), *_by_parameter(here, field), *_by_name(here, field)]
    found += [*_counted(here, field), *_lacking(here, field), *_parts(here, kind, caught)]
    if re.fullmatch(r"&\s*'static\s+str", kind):
        found += _literals(here)
    if kind == "String" and caught and REASONS.fullmatch(field.name):
        found.append(f"{caught}.to_string()")
    found += [*_subjects(here, kind), *_of_type(here, kind)]
    if kind == "String" and caught:
        found.append(f"{caught}.to_string()")
    return list(dict.fromkeys(found))


def _caught(here: Failure, kind: str, caught: str) -> Iterator[str]:
    """The error itself, or in a box."""
    if not caught or not here.kind:
        return
    head, args = generic_args(kind)
    if same(kind, here.kind):
        yield caught
    elif head == "Box" and args and (same(args[0], here.kind) or args[0].startswith("dyn ")):
        yield f"Box::new({caught})"


def _parts(here: Failure, kind: str, caught: str) -> Iterator[str]:
    """What the error holds: by a method of std's, by a field of the file's."""
    part = PARTS.get((here.kind, kind)) or PARTS.get((here.kind.split("::")[-1], kind))
    if part and caught:
        yield f"{caught}.{part}"
    own = fields(here.place, here.place.item(generic_args(here.kind)[0], "struct_item"))
    if caught and not same(kind, here.kind):
        yield from (f"{caught}.{one.name}" for one in own if one.type == kind)


def converted(text: str, have: str, want: str) -> str:
    """A value of one type as one of another; empty where no usual way is known."""
    bare = plain(have)
    if want == "String":
        return f"{text}.clone()" if bare == "String" else f"{text}.to_string()" if _prints(bare) else ""
    if NUMBER.fullmatch(want):
        mark = "*" if have.startswith("&") else ""
        return f"{mark}{text}" if bare in ("", want) else f"{mark}{text} as {want}" if NUMBER.fullmatch(bare) else ""
    if have == want or not have:
        return text if "'static" not in want or have else ""
    if have.startswith("&") and same(bare, want):
        return f"*{text}" if want in ("char", "bool") else f"{text}.clone()"
    return ""


def _prints(kind: str) -> bool:
    """Whether a type may be written as text: numbers, text, and what the text does not show."""
    return kind in ("", "str", "char", "bool") or bool(NUMBER.fullmatch(kind))


def calls_of(node: Node) -> Iterator[Node]:
    """The calls of a chain, from its end to its start, through `?` and `await`."""
    current: Node | None = node
    while current is not None:
        if current.type == "call_expression":
            yield current
            current = current.child_by_field_name("function")
            if current is not None and current.type == "generic_function":
                current = current.child_by_field_name("function")
        elif current.type == "field_expression":
            current = current.child_by_field_name("value")
        elif current.type in ("try_expression", "await_expression", "parenthesized_expression"):
            current = next(iter(current.named_children), None)
        else:
            return


def arguments_of(call: Node) -> list[Node]:
    """The arguments of a call."""
    listed = call.child_by_field_name("arguments")
    return [one for one in listed.named_children if "comment" not in one.type] if listed is not None else []


def called(place: Place, call: Node) -> str:
    """Last name of what is called."""
    return re.split(r"::|\.", re.sub(r"::<.*>$", "", place.syntax.field(call, "function")))[-1].strip()


def _by_parameter(here: Failure, field: Field) -> Iterator[str]:
    """The argument that the called function of the file takes under the field's name."""
    for call in calls_of(here.value):
        for function in functions(here.place, called(here.place, call)):
            for one, given in zip(parameters(here.place, function), arguments_of(call), strict=False):
                text = here.place.text(given).lstrip("&*")
                if one.name == field.name and re.fullmatch(r"[^?\n]{1,40}", text):
                    yield from filter(None, [converted(text, type_of(here.place, given), field.type)])


def _by_name(here: Failure, field: Field) -> Iterator[str]:
    """A name or own field of the field's name, as the field has it."""
    counted = {item for _, item in enumerated(here)}
    for one in here.names:
        if one.name == field.name and not (one.name in counted and NUMBER.fullmatch(field.type)):
            yield from filter(None, [converted(one.name, one.type, field.type)])
    function = here.place.function_at(here.value.start_byte)
    if has_self(here.place, function):
        for own in fields(here.place, here.place.item(implemented(here.place, function))):
            if own.name == field.name and not field.name.isdigit():
                yield from filter(None, [converted(f"self.{own.name}", own.type, field.type)])


def enumerated(here: Failure) -> list[tuple[str, str]]:
    """(counter, item) of the loops and closures around that go through an `enumerate()`, the innermost first."""
    found = []
    node: Node | None = here.value
    while node is not None and node.type != "function_item":
        pattern = node.child_by_field_name("pattern") if node.type == "for_expression" else None
        if pattern is not None and "enumerate()" in here.place.syntax.field(node, "value"):
            found.append(here.place.text(pattern))
        elif node.type == "closure_expression" and "enumerate()" in here.place.text(_receiver(node)):
            found.append(here.place.syntax.field(node, "parameters").strip("|"))
        node = node.parent
    pairs = [re.fullmatch(r"\((\w+), ?(.+)\)", text, re.DOTALL) for text in found]
    return [(one[1], one[2]) for one in pairs if one is not None]


def _receiver(closure: Node) -> Node | None:
    """What the method is called on that a closure is handed to."""
    call = enclosing(closure, "call_expression")
    return call.child_by_field_name("function") if call is not None else None


def _counted(here: Failure, field: Field) -> Iterator[str]:
    """Where in a list it is: lines count from 1."""
    if NUMBER.fullmatch(field.type) and field.type[0] != "f":
        for counter, _ in enumerated(here)[:1]:
            forms = [f"{counter} + 1", counter] if LINES.fullmatch(field.name) else [counter, f"{counter} + 1"]
            cast = "" if field.type == "usize" else f" as {field.type}"
            yield from (f"({one}){cast}" if cast and " " in one else f"{one}{cast}" for one in forms)


def _lacking(here: Failure, field: Field) -> Iterator[str]:
    """`b - a` where `a.checked_sub(b)` gives nothing."""
    call = next(calls_of(here.value), None)
    if call is None or called(here.place, call) != "checked_sub" or not LACKING.fullmatch(field.name):
        return
    head = call.child_by_field_name("function")
    left = here.place.syntax.field(head, "value") if head is not None else ""
    for one in arguments_of(call)[:1]:
        yield f"{here.place.text(one)} - {left}"


def _literals(here: Failure) -> Iterator[str]:
    """Texts written in the value, then the name that it is bound to."""
    for call in calls_of(here.value):
        yield from (here.place.text(one) for one in arguments_of(call) if one.type == "string_literal")
    holder = enclosing(here.value, "let_declaration", "field_initializer")
    if holder is not None:
        name = here.place.syntax.field(holder, "pattern" if holder.type == "let_declaration" else "field")
        yield from ([f'"{name}"'] if re.fullmatch(r"\w+", name) else [])


def _subjects(here: Failure, kind: str) -> Iterator[str]:
    """What was read or looked up: arguments and receivers of the value's calls, as values of a type."""
    for call in calls_of(here.value):
        head = call.child_by_field_name("function")
        head = head.child_by_field_name("function") if head is not None and head.type == "generic_function" else head
        receiver = head.child_by_field_name("value") if head is not None and head.type == "field_expression" else None
        for node in [*arguments_of(call), *([receiver] if receiver is not None else [])]:
            text = here.place.text(node).lstrip("&*")
            if not re.fullmatch(r"[a-z_]\w*(\.\w+|\[\w+\])*", text) or text == "self":
                continue
            have = type_of(here.place, node)
            if (
                kind == "String"
                or (have and plain(have) == kind)
                or (not have and NUMBER.fullmatch(kind) and node != receiver)
            ):
                yield from filter(
                    None, [converted(text, plain(have) if node.type == "reference_expression" else have, kind)]
                )


def _of_type(here: Failure, kind: str) -> Iterator[str]:
    """Names in scope of the very type."""
    for one in here.names:
        if one.type and plain(one.type) == plain(kind) and "'static" not in kind:
            yield from filter(None, [converted(one.name, one.type, kind)])
