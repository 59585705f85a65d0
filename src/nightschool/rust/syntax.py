"""Reads Rust text into tokens, syntax subtrees and pieces, in one walk over tree-sitter's tree.

Covered: any text; what does not parse is read as far as tree-sitter recovers, and nesting of any depth.
Comments are left out, a literal or lifetime is one token, commas that layout decides are dropped.
Not covered: comparing what was read; `canonical` does that. Macro arguments are flat token runs here, as
they are to tree-sitter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

import tree_sitter
import tree_sitter_rust

_PIECES = frozenset(
    {
        "function_item",
        "function_signature_item",
        "struct_item",
        "enum_item",
        "union_item",
        "const_item",
        "static_item",
        "type_item",
        "macro_definition",
    }
)
_COMMENTS = frozenset({"line_comment", "block_comment"})
LITERALS = {
    "string_literal": '""',
    "raw_string_literal": '""',
    "char_literal": "''",
    "integer_literal": "0",
    "float_literal": "0.0",
    "boolean_literal": "true",
}
NAMES = frozenset({"identifier", "type_identifier", "field_identifier", "shorthand_field_identifier"})
_TYPE_NAMES = frozenset({"type_identifier", "primitive_type"})
_DEEPEST = 64
"""Longest path kept; hostile nesting would make paths quadratic."""
_TUPLES = frozenset({"tuple_expression", "tuple_type", "tuple_pattern", "token_tree"})
_OPENERS = {"(": ")", "[": "]", "{": "}"}
_CLOSERS = frozenset({")", "]", "}", ">", "|"})


class Token(NamedTuple):
    """One leaf of the syntax tree; a literal or a lifetime is one token. A tuple, as there are millions."""

    text: str
    kind: str
    """tree-sitter's node kind."""
    path: tuple[str, ...]
    """Kinds of the enclosing nodes, outermost first."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A program, or one item of it."""

    tokens: tuple[Token, ...]
    subtrees: tuple[int, ...]
    """Hashes of the node-kind subtrees of depth two and three under every inner node."""
    pieces: tuple[Parsed, ...] = ()
    """Innermost items of a program; a method is a piece, its `impl` is not."""
    kind: str = "source_file"
    name: str = ""


@dataclass(slots=True)
class _Frame:
    """An inner node on the way down: what its children have shown so far."""

    kind: str
    kind_id: int
    token_start: int
    subtree_start: int
    children: list[int] = field(default_factory=list)
    grandchildren: list[int] = field(default_factory=list)
    attribute_start: tuple[int, int] | None = None
    """Where the attributes before the next item begin (tokens, subtrees)."""
    name: str = ""
    path: tuple[str, ...] = ()
    in_function: bool = False


_LANGUAGE = tree_sitter.Language(tree_sitter_rust.language())


def parse(source: bytes) -> tree_sitter.Tree:
    """tree-sitter's own tree; for any thread."""
    return tree_sitter.Parser(_LANGUAGE).parse(source)


def read(code: str) -> Parsed:
    """Read a program."""
    return _Reader(code).read()


def lex(code: str) -> list[Token]:
    """Every token, the commas that layout decides included."""
    reader = _Reader(code)
    reader.read()
    return reader.tokens


class _Reader:
    """One walk over the syntax tree; iterative, since hostile nesting would overflow recursion."""

    def __init__(self, code: str) -> None:
        self.source = code.encode("utf-8", errors="replace")
        self.cursor = tree_sitter.Parser(_LANGUAGE).parse(self.source).walk()
        self.tokens: list[Token] = []
        self.subtrees: list[int] = []
        self.pieces: list[Parsed] = []
        self.frames: list[_Frame] = []

    def read(self) -> Parsed:
        """Walk the whole tree."""
        cursor = self.cursor
        while True:
            if self._enter():
                cursor.goto_first_child()
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return Parsed(_untrailed(self.tokens), tuple(self.subtrees), tuple(self.pieces))
                self._leave()

    def _enter(self) -> bool:
        """Take the cursor's node; True if its children are to be visited."""
        node = self.cursor.node
        assert node is not None
        kind = node.type
        if kind in _COMMENTS or node.is_missing:
            return False
        if not node.child_count or kind in LITERALS or kind == "lifetime":
            self._token(node, kind)
            return False
        frame = _Frame(kind, node.kind_id, len(self.tokens), len(self.subtrees))
        parent = self.frames[-1] if self.frames else None
        path = parent.path if parent else ()
        frame.path = (*path, kind) if len(path) < _DEEPEST else path
        if parent is not None:
            frame.in_function = parent.in_function or parent.kind == "function_item"
            self._note_attributes(parent, frame)
        self.frames.append(frame)
        return True

    @staticmethod
    def _note_attributes(parent: _Frame, frame: _Frame) -> None:
        if frame.kind == "attribute_item":
            if parent.attribute_start is None:
                parent.attribute_start = (frame.token_start, frame.subtree_start)
        elif parent.attribute_start is not None:
            frame.token_start, frame.subtree_start = parent.attribute_start
            parent.attribute_start = None

    def _token(self, node: tree_sitter.Node, kind: str) -> None:
        text = self.source[node.start_byte : node.end_byte].decode("utf-8", errors="replace")
        if not text.strip():
            return
        parent = self.frames[-1] if self.frames else None
        if parent is not None:
            if kind in NAMES and not parent.name and parent.kind in _PIECES:
                parent.name = text
            parent.children.append(0 if kind in _TYPE_NAMES else node.kind_id)
            parent.grandchildren.append(parent.children[-1])
        self.tokens.append(Token(text, kind, parent.path if parent else ()))

    def _leave(self) -> None:
        frame = self.frames.pop()
        shallow = hash((frame.kind_id, *frame.children))
        self.subtrees += (shallow, hash((frame.kind_id, *frame.grandchildren)))
        if self.frames:
            self.frames[-1].children.append(frame.kind_id)
            self.frames[-1].grandchildren.append(shallow)
        if frame.kind in _PIECES and not frame.in_function:
            self.pieces.append(
                Parsed(
                    _untrailed(self.tokens[frame.token_start :]),
                    tuple(self.subtrees[frame.subtree_start :]),
                    kind=frame.kind,
                    name=frame.name,
                )
            )


def _untrailed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Drop commas before a closing bracket, and after the arms of a `match`, where layout decides them.

    The comma of `(1,)` stays: `(1)` is no tuple.
    """
    kept = _commas_of_tuples(tokens)
    return tuple(
        token
        for at, (token, after) in enumerate(zip_longest(tokens, tokens[1:]))
        if token.text != ","
        or at in kept
        or not (token.path[-1:] == ("match_arm",) or after is None or after.text in _CLOSERS)
    )


def _commas_of_tuples(tokens: Sequence[Token]) -> set[int]:
    """Places of commas that alone make a tuple of what is in brackets."""
    kept: set[int] = set()
    open_: list[tuple[int, list[int]]] = []
    for at, token in enumerate(tokens):
        if token.text in _OPENERS:
            open_.append((at, []))
        elif token.text == "," and open_ and token.path[-1:] and token.path[-1] in _TUPLES:
            open_[-1][1].append(at)
        elif token.text in _OPENERS.values() and open_:
            start, commas = open_.pop()
            if token.text == ")" and commas == [at - 1] and start < at - 2 and not _called(tokens, start, at - 1):
                kept.add(at - 1)
    return kept


def _called(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether brackets in a macro's arguments are a call's, by what stands before them; elsewhere the tree knows."""
    if tokens[comma].path[-1] != "token_tree":
        return False
    before = tokens[start - 1] if start else None
    return before is None or before.kind in NAMES or before.text in {"!", ")", "]", ">"}
