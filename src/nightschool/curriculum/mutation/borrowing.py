"""Operators on mutability and borrows that remove or change tokens.

Covered: E0596, E0594, E0384, E0507, E0382, E0373, E0499 and E0502 by taking away `mut`, `&`, `.clone()`,
`move` and the like. Operators that plant statements are in `planted_moves.py` and `planted_borrows.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_method, drop_with_space, operator, swap
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit, method_calls


@operator("E0596=missing-mut E0594=missing-mut E0384=reassign-immutable")
def drop_mut(syntax: Syntax) -> Iterator[Change]:
    """`let mut x` becomes `let x`."""
    for node in syntax.of("let_declaration", "parameter"):
        if marker := child(node, "mutable_specifier"):
            yield drop_with_space(syntax, marker)


@operator("E0596=missing-mut E0594=assign-through-shared")
def shared_reference_type(syntax: Syntax) -> Iterator[Change]:
    """`&mut T` in a type becomes `&T`."""
    for node in syntax.of("reference_type"):
        if marker := child(node, "mutable_specifier"):
            yield drop_with_space(syntax, marker)


@operator("E0594=assign-through-shared E0596=missing-mut")
def shared_self(syntax: Syntax) -> Iterator[Change]:
    """`&mut self` becomes `&self`."""
    for node in syntax.of("self_parameter"):
        marker = child(node, "mutable_specifier")
        if marker and child(node, "&"):
            yield drop_with_space(syntax, marker)


@operator("E0596=missing-mut E0594=assign-through-shared")
def shared_reference(syntax: Syntax) -> Iterator[Change]:
    """`&mut x` becomes `&x`."""
    for node in syntax.of("reference_expression"):
        if marker := child(node, "mutable_specifier"):
            yield drop_with_space(syntax, marker)


@operator("E0382=use-after-move E0507=move-out-of-borrow", strict=True, weight=3)
def drop_clone(syntax: Syntax) -> Iterator[Change]:
    """`x.clone()` becomes `x`, and `x` is used later."""
    for call, _, _ in method_calls(syntax, "clone", "to_vec", "to_owned", "cloned"):
        yield drop_method(call)


@operator("E0382=use-after-move E0507=move-out-of-borrow", strict=True, weight=4)
def iterate_by_value(syntax: Syntax) -> Iterator[Change]:
    """`for a in &x` or `x.iter()` takes `x` by value, and `x` is used later."""
    for loop in syntax.of("for_expression"):
        value = loop.child_by_field_name("value")
        if value is not None and value.type == "reference_expression":
            inner = value.child_by_field_name("value")
            if inner is not None:
                yield drop_between(value.start_byte, inner.start_byte)
    for call, receiver, _ in method_calls(syntax, "iter", "iter_mut"):
        yield Change((Edit(receiver.end_byte, call.end_byte, ".into_iter()"),))


@operator("E0382=use-after-move E0507=move-out-of-borrow", strict=True, weight=3)
def capture_by_value(syntax: Syntax) -> Iterator[Change]:
    """`|a| ...` becomes `move |a| ...`, and what it captures is used later."""
    for node in syntax.of("closure_expression"):
        if not child(node, "move"):
            yield Change((Edit(node.start_byte, node.start_byte, "move "),))


@operator("E0382=borrow-of-moved-self E0507=move-out-of-borrow", strict=True, weight=5)
def self_by_value(syntax: Syntax) -> Iterator[Change]:
    """`&self` becomes `self`, and the value is used after the call."""
    for node in syntax.of("self_parameter"):
        if child(node, "&"):
            yield swap(node, "self")


@operator("E0507=take-from-option-field E0382=use-after-move", strict=True, weight=2)
def unwrap_field(syntax: Syntax) -> Iterator[Change]:
    """`.as_ref()`, `.as_mut()`, `.as_deref()` or `.take()` before an unwrap is left out."""
    for call, _, _ in method_calls(syntax, "as_ref", "as_mut", "as_deref", "as_deref_mut", "take"):
        yield drop_method(call)


@operator("E0373=closure-outlives-capture E0597=dangling-inner-scope", strict=True)
def drop_move(syntax: Syntax) -> Iterator[Change]:
    """`move ||` becomes `||`."""
    for node in syntax.of("closure_expression", "async_block"):
        if marker := child(node, "move"):
            yield drop_with_space(syntax, marker)


@operator("E0507=move-out-of-borrow E0382=partial-move", strict=True)
def drop_ref_pattern(syntax: Syntax) -> Iterator[Change]:
    """`ref x` in a pattern becomes `x`."""
    for node in syntax.of("ref_pattern", "let_declaration", "field_pattern"):
        if marker := child(node, "ref"):
            yield drop_with_space(syntax, marker)


BORROWS = (
    "E0382=use-after-move E0499=two-mutable-borrows E0502=mutate-while-borrowed E0505=move-while-borrowed "
    "E0506=assign-while-borrowed E0597=dangling-inner-scope E0716=temporary-dropped"
)


@operator(BORROWS, strict=True)
def swap_statements(syntax: Syntax) -> Iterator[Change]:
    """A statement comes before the one it should follow."""
    for block in syntax.of("block"):
        statements = [node for node in block.named_children if node.type in {"let_declaration", "expression_statement"}]
        for first, second in pairwise(statements):
            one, two = syntax.text(first), syntax.text(second)
            if one.count("\n") + two.count("\n") <= 1 and first.next_named_sibling == second:
                yield Change(
                    (Edit(first.start_byte, first.end_byte, two), Edit(second.start_byte, second.end_byte, one))
                )


@operator(
    "E0499=two-mutable-borrows E0502=mutate-while-borrowed E0505=move-while-borrowed E0506=assign-while-borrowed",
    strict=True,
)
def widen_scope(syntax: Syntax) -> Iterator[Change]:
    """An inner block that ended a borrow loses its braces."""
    for block in syntax.of("block"):
        outer = enclosing(block, "block")
        holder = block.parent
        if outer is None or holder is None or holder.type not in {"block", "expression_statement"}:
            continue
        opening, closing = child(block, "{"), block.children[-1]
        if opening is not None and closing.type == "}":
            yield Change((Edit(opening.start_byte, opening.end_byte), Edit(closing.start_byte, closing.end_byte)))


@operator("E0382=use-after-move E0507=move-out-of-borrow", strict=True)
def drop_explicit_reborrow(syntax: Syntax) -> Iterator[Change]:
    """`Rc::clone(&x)` or `Arc::clone(&x)` becomes `x`."""
    for call in syntax.of("call_expression"):
        arguments = call.child_by_field_name("arguments")
        if syntax.field(call, "function") in {"Rc::clone", "Arc::clone"} and arguments is not None:
            inner = arguments.named_children
            if len(inner) == 1 and inner[0].type == "reference_expression":
                yield swap(call, syntax.text(inner[0]).lstrip("&"))


@operator("E0384=reassign-immutable E0596=missing-mut E0594=missing-mut", strict=True)
def drop_mut_pattern(syntax: Syntax) -> Iterator[Change]:
    """`mut` in a pattern, such as `for mut x` or `Some(mut x)`, goes."""
    for node in syntax.of("mut_pattern"):
        if marker := child(node, "mutable_specifier"):
            yield drop_with_space(syntax, marker)


@operator("E0596=missing-mut E0594=assign-through-shared")
def iter_for_iter_mut(syntax: Syntax) -> Iterator[Change]:
    """`.iter_mut()`, `.get_mut()` and their like lose their `_mut`."""
    for call, _, name in method_calls(syntax):
        function = call.child_by_field_name("function")
        field = function.child_by_field_name("field") if function is not None else None
        if name.endswith("_mut") and field is not None:
            yield drop_between(field.end_byte - 4, field.end_byte)
