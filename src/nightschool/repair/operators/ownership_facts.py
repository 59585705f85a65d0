"""What operators on ownership share: labels and what stands there, statements and blocks, bindings, new names.

Covered: the nodes that rustc's labels point at, by the words of the label; the statement, loop or closure around a node
and the edits that put a line before it; where a name is bound. Not covered: types (`facts`), and which edits to make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from nightschool.repair.operators.register import insert
from nightschool.repair.place import Place
from nightschool.rust.tree import child, enclosing
from nightschool.rust.tree_edits import Edit

SKIPPED = frozenset({"line_comment", "block_comment", "attribute_item", "inner_attribute_item", "label"})
"""Children of a block that are no statements."""
LOOPS = ("for_expression", "while_expression", "loop_expression")
FUNCTIONS = ("function_item", "closure_expression", "async_block")
NAME = re.compile(r"[a-z_]\w*")
CHANGING = re.compile(
    r"push\w*|pop\w*|insert\w*|remove\w*|swap\w*|clear|extend\w*|append|truncate|retain|drain|sort\w*|dedup\w*|entry|take|"
    r"replace|get_mut|iter_mut|get_or_insert\w*|\w+_mut|split_off|reverse|rotate_\w+|resize|fill|write_\w+"
)
"""Methods of the standard library that change what they are called on."""


def labelled(place: Place, *words: str) -> Iterator[tuple[int, Node]]:
    """(offset, smallest node there) of labels whose text has one of the words; of the primary ones if none is given."""
    for diagnostic in place.diagnostics:
        for label in diagnostic.labels:
            if label.primary if not words else any(word in label.text for word in words):
                offset = place.offset(label.line, label.column)
                node = place.syntax.root.descendant_for_byte_range(offset, offset)
                if node is not None:
                    yield offset, node


def starting(node: Node, *types: str) -> Node | None:
    """The largest ancestor (or the node itself) that starts where the node starts and is of these types."""
    found = node if node.type in types else None
    parent = node.parent
    while parent is not None and parent.start_byte == node.start_byte:
        if parent.type in types:
            found = parent
        parent = parent.parent
    return found


def statements(block: Node) -> list[Node]:
    """The statements of a block with its tail."""
    return [node for node in block.named_children if node.type not in SKIPPED]


def statement(node: Node | None) -> Node | None:
    """The innermost statement or tail of a block around a node, or the node itself."""
    while node is not None and (node.parent is None or node.parent.type != "block"):
        node = node.parent
    return node


def outer_statements(node: Node | None) -> Iterator[Node]:
    """The statements around a node, from the innermost outwards, within its function."""
    found = statement(node)
    while found is not None:
        yield found
        if found.type == "function_item":
            return
        found = statement(found.parent)


def line_before(place: Place, node: Node, text: str) -> tuple[Edit, ...]:
    """Put a line before the statement, arm's value or closure's body that a node belongs to."""
    while node.parent is not None and node.parent.type != "block":
        if _is_body(node):
            return insert(node.start_byte, f"{{ {text} "), insert(node.end_byte, " }")
        node = node.parent
    if node.parent is None:
        return ()
    return (insert(node.start_byte, f"{text}\n{place.syntax.indent(node)}"),)


def _is_body(node: Node) -> bool:
    parent = node.parent
    if parent is None or node.type == "block":
        return False
    if parent.type == "match_arm":
        return parent.child_by_field_name("value") == node
    return parent.type == "closure_expression" and parent.child_by_field_name("body") == node


def cut(place: Place, node: Node) -> Edit:
    """Take a statement out, with its line if nothing else stands there."""
    start, end = node.start_byte, node.end_byte
    left = start - len(place.syntax.indent(node).encode())
    alone = place.data[:left].endswith(b"\n") or left == 0
    rest = re.match(rb"[ \t]*\r?\n", place.data[end:])
    return Edit(left, end + rest.end(), "") if alone and rest else Edit(start, end, "")


def bindings(place: Place, name: str, offset: int) -> list[Node]:
    """Identifiers in patterns, parameters and closure parameters that bind a name before an offset, nearest first."""
    scope = place.function_at(offset)
    before = place.syntax.between(scope.start_byte if scope is not None else 0, offset + 1, "identifier")
    found = [node for node in before if place.text(node) == name and binds(node)]
    return sorted(found, key=lambda node: -node.start_byte)


def binds(node: Node) -> bool:
    """Whether an identifier stands in a binding position."""
    inner, parent = node, node.parent
    while parent is not None and parent.type in _PATTERNS:
        if parent.type in ("tuple_struct_pattern",) and parent.child_by_field_name("type") == inner:
            return False
        if parent.type == "match_pattern" and parent.child_by_field_name("condition") == inner:
            return False
        inner, parent = parent, parent.parent
    if parent is None:
        return False
    if parent.type == "closure_parameters":
        return True
    holders = ("let_declaration", "parameter", "for_expression", "let_condition", "match_arm")
    return parent.type in holders and parent.child_by_field_name("pattern") == inner


_PATTERNS = frozenset(
    {
        "tuple_pattern", "tuple_struct_pattern", "struct_pattern", "field_pattern", "mut_pattern", "ref_pattern",
        "reference_pattern", "slice_pattern", "or_pattern", "captured_pattern", "match_pattern",
    }
)  # fmt: skip


def made_mut(place: Place, name: str, offset: int) -> tuple[Edit, ...]:
    """The binding of a name becomes `mut`; nothing if it is, or if none is found."""
    for node in bindings(place, name, offset)[:1]:
        if node.parent is not None and child(node.parent, "mutable_specifier") is None:
            return (insert(node.start_byte, "mut "),)
    return ()


def declaration(place: Place, name: str, offset: int) -> Node | None:
    """The `let`, parameter, loop or closure that binds a name, the nearest before an offset."""
    holders = ("let_declaration", "parameter", "for_expression", "closure_expression", "let_condition", "match_arm")
    found = next(iter(bindings(place, name, offset)), None)
    return enclosing(found, *holders) if found is not None else None


def uses(place: Place, name: str, within: Node) -> list[Node]:
    """Identifiers of that name inside a node, in macros too, that are not bindings."""
    found = place.syntax.between(within.start_byte, within.end_byte, "identifier", "self")
    return [node for node in found if place.text(node) == name and not binds(node)]


def within(node: Node, holder: Node) -> bool:
    """Whether a node lies inside another one."""
    return holder.start_byte <= node.start_byte and node.end_byte <= holder.end_byte


def is_changed(node: Node) -> bool:
    """Whether a value is changed where it stands: a copy of it would be changed in its place, and lost."""
    while node.parent is not None and node.parent.type in ("field_expression", "index_expression"):
        called = node.parent.parent
        if called is not None and called.type == "call_expression" and node.parent.type == "field_expression":
            return called.parent is not None and called.parent.type == "expression_statement"
        node = node.parent
    parent = node.parent
    if parent is None:
        return False
    if parent.type in ("assignment_expression", "compound_assignment_expr"):
        return parent.child_by_field_name("left") == node
    return parent.type == "reference_expression" and child(parent, "mutable_specifier") is not None


def fresh(place: Place, *wanted: str) -> str:
    """The first of these names that no variable or function has, else one with a number."""
    taken = _taken(place)
    found = [name for name in wanted if name and NAME.fullmatch(name) and name not in taken]
    return found[0] if found else next(f"value{n}" for n in range(2, 1000) if f"value{n}" not in taken)


@lru_cache(maxsize=8)
def _taken(place: Place) -> frozenset[str]:
    """Names that a variable, a function or a format string of the file has."""
    named = {place.text(node) for node in place.syntax.of("identifier") if not _is_member(place, node)}
    texts = (place.text(node) for node in place.syntax.of("string_content"))
    return frozenset(named | {name for text in texts for name in re.findall(r"\{(\w+)", text)})


def _is_member(place: Place, node: Node) -> bool:
    """Whether a name in a macro is a field or method."""
    return node.prev_sibling is not None and place.text(node.prev_sibling) == "."


def function_named(place: Place, name: str) -> list[Node]:
    """Functions of the file with that name, in traits too."""
    return [
        node for node in place.syntax.of("function_item", "function_signature_item") if place.syntax.name(node) == name
    ]


def values_in_macros(place: Place) -> Iterator[tuple[int, int, int]]:
    """(cost, start, end) of names with their fields and calls as macros' arguments, near what rustc names."""
    for tree in place.syntax.of("token_tree"):
        parts = tree.children
        for at, node in enumerate(parts):
            if node.type not in ("identifier", "self") or (at and place.text(parts[at - 1]) in (".", "::")):
                continue
            cost = place.cost(node.start_byte)
            end = at
            while cost is not None and end < len(parts):
                yield cost, node.start_byte, parts[end].end_byte
                end = _longer(place, parts, end)


def _longer(place: Place, parts: list[Node], end: int) -> int:
    """Index of the last token of a chain that is one field or call longer; the number of tokens if there is none."""
    follows = [place.text(node) for node in parts[end + 1 : end + 3]]
    if len(follows) == 2 and follows[0] == "." and parts[end + 2].type in ("identifier", "integer_literal"):
        called = end + 3 < len(parts) and parts[end + 3].type == "token_tree" and place.text(parts[end + 3])[0] == "("
        return end + 3 if called else end + 2
    if end + 1 < len(parts) and parts[end + 1].type == "token_tree" and place.text(parts[end + 1])[:1] == "[":
        return end + 1
    return len(parts)
