"""One parsed Rust program, indexed by node type, with the look-ups that mutation operators share.

Covered: text, enclosing nodes, statements of a block, later uses of a variable, which variables own heap
data as far as their initialiser shows. Not covered: types and name resolution; rustc has the last word on
every mutant.
Source: the tree-sitter-rust grammar.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import tree_sitter_rust
from tree_sitter import Language, Node, Parser

_LANGUAGE = Language(tree_sitter_rust.language())

VALUE_MACROS = frozenset(
    {
        "format", "print", "println", "eprint", "eprintln", "write", "writeln", "panic", "assert", "assert_eq",
        "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne", "dbg", "unreachable", "format_args",
    }
)  # fmt: skip
"""Macros whose arguments are values, as a call's are."""
OWNING_VALUE = re.compile(
    r"^(String::|vec!|Vec::|format!|Box::new|Rc::new|Arc::new|Mutex::new|RefCell::new|(Hash|BTree)(Map|Set)::|VecDeque::|BinaryHeap::)"
    r"|\.(to_string|to_owned|to_vec|to_uppercase|to_lowercase|collect|collect::<\w.*>)\(\)$"
)
OWNING_TYPE = re.compile(r"^(String|Vec<|Box<|HashMap<|HashSet<|BTreeMap<|BTreeSet<|VecDeque<|Option<(String|Vec|Box))")


@dataclass(frozen=True, slots=True)
class Variable:
    """A `let` binding of a plain name, with the statements of the same block that follow it."""

    name: str
    declaration: Node
    later: tuple[Node, ...]
    mutable: bool
    value: str
    """Text of the initialiser."""
    owns: bool
    """The initialiser or type shows that it owns heap data, so that it moves."""


class Syntax:
    """A tree over `source`; positions are bytes. `read` is parsed in its stead: other text of the same length."""

    def __init__(self, source: str, read: bytes | None = None) -> None:
        self.source = source
        self.data = source.encode()
        self.tree = Parser(_LANGUAGE).parse(self.data if read is None else read)
        self.root = self.tree.root_node
        self._first_bytes: dict[str, list[int]] = {}

    @cached_property
    def _by_type(self) -> dict[str, list[Node]]:
        index: dict[str, list[Node]] = {}
        stack = [self.root]
        while stack:
            node = stack.pop()
            index.setdefault(node.type, []).append(node)
            stack.extend(reversed(node.children))
        return index

    def of(self, *types: str) -> list[Node]:
        """Nodes of these types in source order (per type)."""
        return [node for kind in types for node in self._by_type.get(kind, ())]

    def between(self, start: int, stop: int, *types: str) -> Iterator[Node]:
        """Nodes of these types that begin at bytes `start` to `stop - 1`, in source order (per type)."""
        for kind in types:
            nodes, starts = self._by_type.get(kind, []), self._starts(kind)
            yield from nodes[bisect_left(starts, start) : bisect_left(starts, stop)]

    def _starts(self, kind: str) -> list[int]:
        if kind not in self._first_bytes:
            self._first_bytes[kind] = [node.start_byte for node in self._by_type.get(kind, ())]
        return self._first_bytes[kind]

    @cached_property
    def imported(self) -> frozenset[str]:
        """Every word between a `use` and the next semicolon."""
        texts = re.findall(r"\buse\b[^;]*;", self.source)
        return frozenset(word for text in texts for word in re.findall(r"\w+", text))

    @cached_property
    def calls_of_methods(self) -> tuple[tuple[Node, Node, str], ...]:
        """(call, receiver, method name) of every method call, in source order."""
        return tuple(self._method_calls())

    def _method_calls(self) -> Iterator[tuple[Node, Node, str]]:
        for call in self.of("call_expression"):
            function = call.child_by_field_name("function")
            if function is not None and function.type == "generic_function":
                function = function.child_by_field_name("function")
            if function is None or function.type != "field_expression":
                continue
            receiver = function.child_by_field_name("value")
            if receiver is not None:
                yield call, receiver, self.field(function, "field")

    def text(self, node: Node | None) -> str:
        """Source text of a node; empty for None."""
        return self.data[node.start_byte : node.end_byte].decode() if node is not None else ""

    def name(self, node: Node) -> str:
        """Text of the node's `name` field."""
        return self.text(node.child_by_field_name("name"))

    def field(self, node: Node, name: str) -> str:
        """Text of a field; empty if it is absent."""
        return self.text(node.child_by_field_name(name))

    def indent(self, node: Node) -> str:
        """Leading white space of the line on which the node starts."""
        start = self.data.rfind(b"\n", 0, node.start_byte) + 1
        line = self.data[start : node.start_byte].decode()
        return line[: len(line) - len(line.lstrip())]

    @cached_property
    def variables(self) -> tuple[Variable, ...]:
        """Every `let name = value;` of the program."""
        return tuple(self._variables())

    def _variables(self) -> Iterator[Variable]:
        for node in self.of("let_declaration"):
            pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
            if pattern is None or pattern.type != "identifier" or node.parent is None:
                continue
            shown, declared = self.text(value), self.field(node, "type")
            owns = bool(OWNING_VALUE.search(shown) or OWNING_TYPE.match(declared)) or self._is_owning_struct(value)
            mutable = any(child.type == "mutable_specifier" for child in node.children)
            later = tuple(other for other in node.parent.named_children if other.start_byte >= node.end_byte)
            yield Variable(self.text(pattern), node, later, mutable, shown, owns)

    def _is_owning_struct(self, value: Node | None) -> bool:
        if value is None or value.type not in {"struct_expression", "call_expression"}:
            return False
        head = self.text(value.child_by_field_name("name") or value.child_by_field_name("function"))
        return head.split("::")[0] in self.moving_types

    @cached_property
    def moving_types(self) -> frozenset[str]:
        """Structs and enums of this program that do not derive Copy."""
        return frozenset(
            self.name(node) for node in self.of("struct_item", "enum_item") if "Copy" not in self.attributes(node)
        )

    def attributes(self, node: Node) -> str:
        """Text of the attributes directly above an item."""
        found = []
        previous = node.prev_named_sibling
        while previous is not None and previous.type == "attribute_item":
            found.append(self.text(previous))
            previous = previous.prev_named_sibling
        return "\n".join(reversed(found))

    def mentions(self, node: Node, name: str) -> bool:
        """Does `name` occur as an identifier (also inline in a format string) below this node?"""
        return re.search(rf"\b{re.escape(name)}\b", self.text(node)) is not None


def enclosing(node: Node, *types: str) -> Node | None:
    """The nearest ancestor of one of these types."""
    parent = node.parent
    while parent is not None and parent.type not in types:
        parent = parent.parent
    return parent


def child(node: Node, kind: str) -> Node | None:
    """The first direct child of this type, named or not."""
    return next((candidate for candidate in node.children if candidate.type == kind), None)


def parses(source: str) -> bool:
    """Whether tree-sitter reads the text without an error; it takes some that rustc refuses, rarely the reverse."""
    return not Parser(_LANGUAGE).parse(source.encode(errors="replace")).root_node.has_error


def with_macros_as_calls(source: str) -> bytes:
    """The source, as many bytes long, in which macros of values read as calls and `vec![..]` as an array."""
    data = bytearray(source.encode())
    for _ in range(2):  # macros in the arguments of macros show only after these are read
        stack = [Parser(_LANGUAGE).parse(bytes(data)).root_node]
        while stack:
            node = stack.pop()
            stack.extend(node.children)
            name = node.child_by_field_name("macro") if node.type == "macro_invocation" else None
            if name is not None and data[name.end_byte : name.end_byte + 1] == b"!":
                _open(data, name)
    return bytes(data)


def _open(data: bytearray, name: Node) -> None:
    text = data[name.start_byte : name.end_byte].decode(errors="replace")
    if text == "vec" and data[name.end_byte + 1 : name.end_byte + 2] == b"[":
        data[name.start_byte : name.end_byte + 1] = b"    "
    elif text in VALUE_MACROS:
        data[name.end_byte : name.end_byte + 1] = b"_"
