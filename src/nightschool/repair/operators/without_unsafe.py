"""Operators on what asks for `unsafe`: a safe way instead.

Covered: `static mut`, unchecked calls, `unsafe fn` of the file that need not be, variables of a started command. Not
covered: writing `unsafe`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER
from nightschool.repair.operators.item_facts import disjoint, newline
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit, method_calls

ATOMICS = {
    "bool": "AtomicBool", "u32": "AtomicU32", "i32": "AtomicI32", "u64": "AtomicU64", "i64": "AtomicI64",
    "usize": "AtomicUsize", "isize": "AtomicIsize", "u8": "AtomicU8",
}  # fmt: skip


@repairs("E0133 E0594 E0596 none", late=150)
def static_without_unsafe(place: Place) -> Iterator[Proposed]:
    """`static mut N: u32` becomes an atomic or a `Mutex`, and its reads and writes with it."""
    for node in place.syntax.of("static_item") if "static" in place.message else ():
        mark = child(node, "mutable_specifier")
        kind, value = node.child_by_field_name("type"), node.child_by_field_name("value")
        if kind is None or value is None:
            continue
        name, text = place.syntax.name(node), place.text(kind)
        head = [Edit(mark.start_byte, mark.end_byte + 1, "")] if mark is not None else []
        if text in ATOMICS:
            path = f"std::sync::atomic::{ATOMICS[text]}"
            edits = [*head, *swapped(kind, path), *swapped(value, f"{path}::new({place.text(value)})")]
            reads = [*_accesses(place, name, node, "{}.load(std::sync::atomic::Ordering::SeqCst)", True)]
            if disjoint([*edits, *reads]):
                yield 0, (*edits, *reads)
        lock = "std::sync::Mutex"
        made = [*head, *swapped(kind, f"{lock}<{text}>"), *swapped(value, f"{lock}::new({place.text(value)})")]
        form = "{}.lock().unwrap()" if not NUMBER.fullmatch(text) else "(*{}.lock().unwrap())"
        yield 0.5, (*made, *_accesses(place, name, node, form, False))


def _accesses(place: Place, name: str, declared: Node, read: str, atomic: bool) -> Iterator[Edit]:
    """Every use of a static through its atomic or lock."""
    order = "std::sync::atomic::Ordering::SeqCst"
    methods = {"=": "store", "+=": "fetch_add", "-=": "fetch_sub"}
    for node in place.syntax.of("identifier"):
        holder = node.parent
        if place.text(node) != name or holder is None or declared.start_byte <= node.start_byte < declared.end_byte:
            continue
        changed = "assignment" in holder.type and holder.child_by_field_name("left") == node
        mark = place.syntax.field(holder, "operator") or "="
        if atomic and changed and mark in methods:
            right = place.syntax.field(holder, "right")
            yield Edit(holder.start_byte, holder.end_byte, f"{name}.{methods[mark]}({right}, {order})")
        elif changed and not atomic:
            yield Edit(node.start_byte, node.end_byte, f"*{name}.lock().unwrap()")
        else:
            yield Edit(node.start_byte, node.end_byte, read.format(name))


@repairs("E0133", late=150)
def safe_call(place: Place) -> Iterator[Proposed]:
    """A call that needs `unsafe` becomes its safe sibling; a function of the file that needs none loses `unsafe`."""
    for node in place.syntax.of("function_item"):
        modifiers = child(node, "function_modifiers")
        if modifiers is not None and "unsafe" in place.text(modifiers) and place.syntax.name(node) in place.message:
            rest = re.sub(r"\bunsafe\s*", "", place.text(modifiers))
            end = modifiers.end_byte + (1 if not rest else 0)
            yield 0.3, (Edit(modifiers.start_byte, end, rest),)
    for call, value, name in method_calls(place.syntax, "get_unchecked", "get_unchecked_mut", "unwrap_unchecked"):
        arguments = place.syntax.field(call, "arguments")
        text = f"{place.text(value)}[{arguments[1:-1]}]" if name.startswith("get") else f"{place.text(value)}.unwrap()"
        mark = {"get_unchecked": "&", "get_unchecked_mut": "&mut "}.get(name, "")
        yield 0, swapped(call, f"{mark}{text}")
        yield 0.3, swapped(call, text)
    for node in place.syntax.of("identifier"):
        safe = {"from_utf8_unchecked": "from_utf8", "from_u32_unchecked": "from_u32"}.get(place.text(node))
        holder = enclosing(node, "call_expression")
        if safe and holder is not None:
            yield 0, (*swapped(node, safe), insert(holder.end_byte, ".unwrap()"))
            yield 0.5, (*swapped(node, safe), insert(holder.end_byte, ".unwrap_or_default()"))


@repairs("E0133", late=150)
def variables_of_command(place: Place) -> Iterator[Proposed]:
    """`env::set_var(k, v)` becomes `command.env(k, v)` where the function starts that command, made before."""
    for made in place.syntax.of("let_declaration"):
        value, pattern = place.syntax.field(made, "value"), place.syntax.field(made, "pattern")
        function = enclosing(made, "function_item")
        if "Command::new" not in value or function is None or made.parent is None:
            continue
        calls = [one for one in place.syntax.of("call_expression")
                 if function.start_byte <= one.start_byte < function.end_byte
                 and re.search(r"\b(set_var|remove_var)$", place.syntax.field(one, "function"))]  # fmt: skip
        edits = [edit for one in calls if (edit := _on_command(place, one, pattern)) is not None]
        first = next((one for one in made.parent.named_children
                      if any(one.start_byte <= call.start_byte < one.end_byte for call in calls)), None)  # fmt: skip
        if first is not None and edits and first.start_byte < made.start_byte:
            rest = place.data[made.end_byte :]
            gone = Edit(made.start_byte, made.end_byte + len(rest) - len(rest.lstrip()), "")
            text = f"{place.text(made)}{newline(place)}{place.syntax.indent(first)}"
            yield 0, (insert(first.start_byte, text), *edits, gone)
        elif edits:
            yield 0, tuple(edits)


def _on_command(place: Place, call: Node, command: str) -> Edit | None:
    function = call.child_by_field_name("function")
    name = place.text(function).split("::")[-1]
    if function is None:
        return None
    return Edit(function.start_byte, function.end_byte, f"{command}.{'env' if name == 'set_var' else 'env_remove'}")
