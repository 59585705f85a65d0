"""A broken program with what rustc says of it: what repair operators look at.

Covered: which lines and points rustc names, and how far from them a node is (its cost); the names it quotes; the
expressions, functions and types around. Not covered: which edits to propose (`operators`), and anything that needs
types: rustc has the last word on every proposal.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from tree_sitter import Node

from nightschool.rust.tree import Syntax, enclosing, with_macros_as_calls
from nightschool.types import Diagnostic

DEFINES = 4
"""Cost of a line that defines a name which a named line uses."""
EXPRESSIONS = frozenset(
    {
        "identifier", "self", "scoped_identifier", "field_expression", "call_expression", "index_expression",
        "try_expression", "await_expression", "parenthesized_expression", "macro_invocation", "string_literal",
        "raw_string_literal", "integer_literal", "float_literal", "char_literal", "boolean_literal",
        "reference_expression", "unary_expression", "binary_expression", "closure_expression", "tuple_expression",
        "array_expression", "struct_expression", "type_cast_expression", "range_expression", "generic_function",
        "match_expression",
        "if_expression", "block", "unit_expression",
    }
)  # fmt: skip
"""Node types that stand for a value."""
POSTFIX = frozenset(
    {
        "identifier", "self", "scoped_identifier", "field_expression", "call_expression", "index_expression",
        "try_expression", "await_expression", "parenthesized_expression", "macro_invocation", "string_literal",
        "raw_string_literal", "integer_literal", "float_literal", "char_literal", "tuple_expression",
        "array_expression", "struct_expression", "generic_function", "match_expression", "if_expression", "block",
    }
)  # fmt: skip
"""Values that `.method()`, `?` and `as` can follow as they stand."""
_QUOTED = re.compile(r"`([^`]+)`")
_NAME = re.compile(r"[A-Za-z_]\w*")


class Place:
    """A program and its diagnostics. Offsets are bytes; costs are 0 at what rustc names first, larger further off."""

    def __init__(self, source: str, diagnostics: Sequence[Diagnostic], macros_as_calls: bool = False) -> None:
        self.source, self.diagnostics = source, tuple(diagnostics)
        self.syntax = Syntax(source, with_macros_as_calls(source) if macros_as_calls else None)
        self.data = self.syntax.data
        self.codes = frozenset(name for one in diagnostics for name in (one.code or "none", one.lint) if name)
        self.message = "\n".join(_words(self.diagnostics))
        self.quoted = tuple(dict.fromkeys(_QUOTED.findall(self.message)))
        self.names = frozenset(text for text in self.quoted if _NAME.fullmatch(text))
        self._starts = [0, *(at + 1 for at, byte in enumerate(self.data) if byte == 10)]
        self.points: dict[int, int] = {}
        self.lines: dict[int, int] = {}
        self._locate()

    def _locate(self) -> None:
        """Costs of the points and lines that labels name, then of lines that define what named lines use."""
        for number, diagnostic in enumerate(self.diagnostics):
            for label in diagnostic.labels:
                cost = (0 if label.primary else 1) + min(number, 2)
                point = self.offset(label.line, label.column)
                self.points[point] = min(cost, self.points.get(point, cost))
                self.lines[label.line] = min(cost, self.lines.get(label.line, cost))
            if diagnostic.line:
                self.lines.setdefault(diagnostic.line, min(number, 2))
        used = {word for line, cost in self.lines.items() if cost < 2 for word in _NAME.findall(self.line_text(line))}
        for node in self.syntax.of("let_declaration", "for_expression", "parameter"):
            pattern = node.child_by_field_name("pattern")
            if pattern is not None and used & set(_NAME.findall(self.text(pattern))):
                self.lines.setdefault(self.line(node.start_byte), DEFINES)

    @cached_property
    def opened(self) -> Place | None:
        """The same with the arguments of macros as expressions, if rustc names a point in one; None otherwise."""
        macros = self.syntax.of("macro_invocation")
        if any(node.start_byte <= point < node.end_byte for node in macros for point in self.points):
            return Place(self.source, self.diagnostics, macros_as_calls=True)
        return None

    def offset(self, line: int, column: int) -> int:
        """Byte offset of a 1-based line and column; columns count characters."""
        start = self._starts[min(max(line, 1), len(self._starts)) - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.data)
        text = self.data[start:end].decode(errors="replace")
        return start + len(text[: max(column - 1, 0)].encode())

    def line(self, offset: int) -> int:
        """1-based line of a byte offset."""
        return bisect_right(self._starts, offset)

    def line_start(self, line: int) -> int:
        """Byte offset at which a 1-based line starts."""
        return self._starts[min(max(line, 1), len(self._starts)) - 1]

    def line_text(self, line: int) -> str:
        """Text of a 1-based line without its end."""
        start = self.line_start(line)
        end = self._starts[line] if line < len(self._starts) else len(self.data)
        return self.data[start:end].decode(errors="replace").rstrip("\r\n")

    def text(self, node: Node | None) -> str:
        """Source text of a node; empty for None."""
        return self.syntax.text(node)

    def cost(self, offset: int) -> int | None:
        """How far an offset is from what rustc names: a point's cost, its line's and one more, or None."""
        if offset in self.points:
            return self.points[offset]
        line = self.lines.get(self.line(offset))
        return None if line is None else line + 1

    def near(self, node: Node) -> int | None:
        """The least cost in a node: of a point inside, or of its first or last line; None if rustc names none."""
        inside = [cost for point, cost in self.points.items() if node.start_byte <= point < max(node.end_byte, 1)]
        found = [
            *inside,
            *(c for c in (self.cost(node.start_byte), self.cost(max(node.end_byte - 1, 0))) if c is not None),
        ]
        return min(found, default=None)

    @cached_property
    def values(self) -> tuple[tuple[int, Node], ...]:
        """Expressions near what rustc names with their cost: cheapest first, the smaller before the larger."""
        found = [(cost, node) for node in self._expressions() if (cost := self._value_cost(node)) is not None]
        return tuple(sorted(found, key=lambda one: (one[0], one[1].end_byte - one[1].start_byte, one[1].start_byte)))

    def postfix(self) -> Iterator[tuple[int, Node]]:
        """Those values that a method call or `?` can follow."""
        return ((cost, node) for cost, node in self.values if node.type in POSTFIX)

    def _expressions(self) -> Iterator[Node]:
        for node in self.syntax.of(*EXPRESSIONS):
            if not is_no_value(node):
                yield node

    def _value_cost(self, node: Node) -> int | None:
        """A point inside counts only for what starts there or is not much more than what stands there."""
        if node.start_byte in self.points:
            return self.points[node.start_byte]
        return self.near(node)

    @cached_property
    def function(self) -> Node | None:
        """The innermost function at the cheapest named place."""
        for line, _ in sorted(self.lines.items(), key=lambda one: one[1]):
            found = self.function_at(
                self.line_start(line) + len(self.line_text(line)) - len(self.line_text(line).lstrip())
            )
            if found is not None:
                return found
        return None

    def function_at(self, offset: int) -> Node | None:
        """The innermost function around an offset."""
        node = self.syntax.root.descendant_for_byte_range(offset, offset)
        if node is None or node.type in ("function_item", "function_signature_item"):
            return node
        return enclosing(node, "function_item", "function_signature_item")

    def item(self, name: str, *types: str) -> Node | None:
        """The struct or enum (or item of these types) of that name."""
        wanted = types or ("struct_item", "enum_item")
        return next((node for node in self.syntax.of(*wanted) if self.syntax.name(node) == name), None)

    def touches(self, node: Node) -> bool:
        """Whether rustc names a line of the node."""
        return any(self.line(node.start_byte) <= line <= self.line(node.end_byte) for line in self.lines)


def is_no_value(node: Node) -> bool:
    """Names in patterns, types, paths, imports, field names of literals and attributes are no values."""
    parent = node.parent
    if parent is None or parent.type in _NO_VALUES:
        return True
    fields = _NOT_FIELDS.get(parent.type, ())
    return any(parent.child_by_field_name(name) == node for name in fields)


_NO_VALUES = frozenset(
    {
        "use_declaration", "use_list", "use_as_clause", "scoped_use_list", "use_wildcard", "attribute",
        "attribute_item",
        "token_tree", "tuple_struct_pattern", "tuple_pattern", "struct_pattern", "field_pattern", "slice_pattern",
        "or_pattern", "ref_pattern", "mut_pattern", "captured_pattern", "reference_pattern", "match_pattern",
        "scoped_type_identifier", "closure_parameters", "enum_variant", "visibility_modifier", "mod_item",
        "range_pattern",
        "lifetime", "label", "parameters", "macro_definition",
    }
)  # fmt: skip
_NOT_FIELDS = {
    "let_declaration": ("pattern", "type"),
    "for_expression": ("pattern", "body"),
    "let_condition": ("pattern",),
    "parameter": ("pattern", "type"),
    "function_item": ("name", "body"),
    "function_signature_item": ("name",),
    "const_item": ("name",),
    "static_item": ("name",),
    "scoped_identifier": ("path", "name"),
    "macro_invocation": ("macro",),
    "field_expression": ("field",),
    "generic_function": ("function",),
    "struct_expression": ("name",),
    "while_expression": ("body",),
    "loop_expression": ("body",),
    "if_expression": ("consequence",),
    "match_arm": ("pattern",),
    "shorthand_field_initializer": ("name",),
    "const_parameter": ("name",),
    "type_cast_expression": ("type",),
}


def _words(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    for diagnostic in diagnostics:
        yield diagnostic.message
        yield from (label.text for label in diagnostic.labels if label.text)
        yield from diagnostic.helps
        yield from (suggestion.message for suggestion in diagnostic.suggestions)
