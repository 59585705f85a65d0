"""Operators on the shape of values: arguments, fields, patterns, calls, annotations and conditions."""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_lines, drop_listed, operator, swap
from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit, method_calls


@operator("E0061=argument-count E0107=wrong-generic-count", strict=True)
def change_argument_count(syntax: Syntax) -> Iterator[Change]:
    """A call has one argument too few, or one twice."""
    for node in syntax.of("arguments"):
        given = [part for part in node.named_children if not part.type.endswith("comment")]
        if given:
            yield drop_listed(syntax, given[-1])
            if "\n" not in syntax.text(given[-1]):
                yield Change((Edit(given[-1].end_byte, given[-1].end_byte, f", {syntax.text(given[-1])}"),))


@operator("E0063=missing-struct-field", strict=True)
def drop_field(syntax: Syntax) -> Iterator[Change]:
    """A struct literal leaves a field out."""
    for node in syntax.of("field_initializer", "shorthand_field_initializer"):
        yield drop_lines(syntax, node) if _alone(syntax, node) else drop_listed(syntax, node)


def _alone(syntax: Syntax, node: object) -> bool:
    start, end = node.start_byte, node.end_byte  # type: ignore[attr-defined]
    line_start = syntax.data.rfind(b"\n", 0, start) + 1
    line_end = syntax.data.find(b"\n", end)
    return not syntax.data[line_start:start].strip() and not syntax.data[end:line_end].strip(b" ,")


@operator("E0027=pattern-fields E0026=pattern-fields E0023=pattern-fields", strict=True)
def change_pattern(syntax: Syntax) -> Iterator[Change]:
    """A pattern has a field too few, one too many, or one that is not there."""
    for node in syntax.of("field_pattern"):
        yield drop_listed(syntax, node)
        name = node.child_by_field_name("name")
        if name is not None:
            yield swap(
                name,
                f"{syntax.text(name)}_value"
                if ":" in syntax.text(node)
                else f"{syntax.text(name)}_value: {syntax.text(name)}",
            )
    for node in syntax.of("tuple_struct_pattern"):
        parts = node.named_children
        if len(parts) > 2:
            yield drop_listed(syntax, parts[-1])
        if len(parts) >= 2:
            yield Change((Edit(parts[-1].end_byte, parts[-1].end_byte, ", _"),))
    for node in syntax.of("remaining_field_pattern"):
        yield drop_listed(syntax, node)


@operator("E0308=missing-return-value", strict=True)
def drop_tail(syntax: Syntax) -> Iterator[Change]:
    """A function's last value goes."""
    for function in syntax.of("function_item"):
        body = function.child_by_field_name("body")
        if body is not None and len(body.named_children) > 1 and function.child_by_field_name("return_type"):
            tail = body.named_children[-1]
            if "\n" not in syntax.text(tail):
                yield drop_lines(syntax, tail)


@operator("E0615=method-without-call E0599=method-without-call", strict=True)
def drop_call(syntax: Syntax) -> Iterator[Change]:
    """`x.len()` becomes `x.len`; `x.field` becomes `x.field()`."""
    for call, _, _ in method_calls(syntax):
        arguments = call.child_by_field_name("arguments")
        if arguments is not None and not arguments.named_children:
            yield drop_between(arguments.start_byte, arguments.end_byte)
    for node in syntax.of("field_expression"):
        if node.parent is not None and node.parent.type not in {
            "call_expression",
            "field_expression",
            "assignment_expression",
            "generic_function",
        }:
            yield Change((Edit(node.end_byte, node.end_byte, "()"),))


@operator("E0282=type-annotation-needed E0283=type-annotation-needed E0284=type-annotation-needed", strict=True)
def drop_annotation(syntax: Syntax) -> Iterator[Change]:
    """`let x: T =` or `collect::<T>()` loses its type."""
    for node in syntax.of("let_declaration"):
        pattern, kind = node.child_by_field_name("pattern"), node.child_by_field_name("type")
        if pattern is not None and kind is not None:
            yield drop_between(pattern.end_byte, kind.end_byte)
    for node in syntax.of("generic_function"):
        function = node.child_by_field_name("function")
        if function is not None:
            yield drop_between(function.end_byte, node.end_byte)


@operator("E0308=condition-not-bool", strict=True)
def assign_in_condition(syntax: Syntax) -> Iterator[Change]:
    """`==` becomes `=` in a condition, or the condition is a number."""
    for node in syntax.of("if_expression", "while_expression"):
        condition = node.child_by_field_name("condition")
        if condition is None or condition.type != "binary_expression":
            continue
        operation = condition.child_by_field_name("operator")
        if operation is not None and syntax.text(operation) == "==":
            yield swap(operation, "=")
