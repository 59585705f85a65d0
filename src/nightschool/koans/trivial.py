"""Answers that repair nothing, built mechanically: a suite whose tests let one pass measures nothing.

Covered: the program unchanged, nothing at all, an empty `main`, bodies replaced by `todo!()` or by a default
value in the broken and in the repaired program, the failing items deleted, and each repaired function
hard-coded. Not covered: cunning answers; this is a floor under the tests, no proof of their strength.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import tree_sitter
import tree_sitter_rust

_PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
_ITEMS = frozenset(
    [
        "function_item",
        "struct_item",
        "enum_item",
        "union_item",
        "impl_item",
        "trait_item",
        "const_item",
        "static_item",
        "type_item",
        "mod_item",
        "use_declaration",
        "macro_definition",
        "function_signature_item",
    ]
)
_PREFIXES = frozenset({"attribute_item", "line_comment", "block_comment"})
BODIES = "bodies"
HARD_CODED = ("Default::default()", "Ok(Default::default())", "Some(Default::default())")
MOST_FUNCTIONS = 3
"""Repaired functions of one koan that are hard-coded in turn."""

Replacement = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class Trivial:
    """One trivial answer, and what it is called in a report."""

    name: str
    source: str
    kind: str = BODIES
    """What it does to the program: `BODIES` keeps all names, the other kinds lose some."""


def trivial_answers(broken: str, fixed: str, error_lines: Sequence[int]) -> tuple[Trivial, ...]:
    """All distinct trivial answers; `error_lines` are the 1-based lines of rustc's errors, primary first."""
    answers = [
        Trivial("unchanged", broken),
        Trivial("empty file", "", "empty"),
        Trivial("fn main() {}", "fn main() {}\n", "main"),
        *_emptied("broken", broken),
        *_deleted(broken, error_lines),
        *_emptied("fixed", fixed),
        *_hard_coded(broken, fixed, error_lines),
    ]
    distinct = {answer.source: answer for answer in reversed(answers)}
    return tuple(answer for answer in answers if distinct[answer.source] is answer)


def count_tests(tests: str) -> int:
    """Functions marked `#[test]` and not `#[ignore]`."""
    source = tests.encode()
    marks = [_marks(source, node) for node in _walk(_parse(source)) if node.type == "function_item"]
    return sum("test" in names and "ignore" not in names for names in marks)


def _emptied(which: str, source: str) -> Iterator[Trivial]:
    data = source.encode()
    bodies = [body for _, body in _functions(data)]
    for name, text in (("todo!()", b"{ todo!() }"), ("a default", b"{ Default::default() }")):
        edits = [(body.start_byte, body.end_byte, text) for body in bodies]
        if edits:
            yield Trivial(f"every body {name} ({which})", _apply(data, edits))


def _deleted(broken: str, error_lines: Sequence[int]) -> Iterator[Trivial]:
    data = broken.encode()
    found = [_item_at(data, line) for line in error_lines]
    items = list(dict.fromkeys(item for item in found if item))
    for name, chosen in (("failing item deleted", items[:1]), ("all failing items deleted", items)):
        outer = [a for a in chosen if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in chosen)]
        if outer:
            yield Trivial(name, _apply(data, [(start, end, b"") for start, end in outer]), name)


def _hard_coded(broken: str, fixed: str, error_lines: Sequence[int]) -> Iterator[Trivial]:
    data = fixed.encode()
    for node, body in _repaired(broken.encode(), data, error_lines)[:MOST_FUNCTIONS]:
        for value in HARD_CODED:
            edit = (body.start_byte, body.end_byte, f"{{ {value} }}".encode())
            yield Trivial(f"fn {_name(node)} hard-coded as {value}", _apply(data, [edit]))


def _repaired(
    broken: bytes, fixed: bytes, error_lines: Sequence[int]
) -> list[tuple[tree_sitter.Node, tree_sitter.Node]]:
    """Functions of the repaired program that the repair changed, else those that rustc complained about."""
    before = {node.text for node, _ in _functions(broken)}
    functions = _functions(fixed)
    changed = [pair for pair in functions if pair[0].text not in before]
    if changed:
        return changed
    rows = {line - 1 for line in error_lines}
    blamed = {
        _name(node)
        for node, _ in _functions(broken)
        if any(node.start_point.row <= row <= node.end_point.row for row in rows)
    }
    return [pair for pair in functions if _name(pair[0]) in blamed]


def _functions(source: bytes) -> list[tuple[tree_sitter.Node, tree_sitter.Node]]:
    """Outermost functions and methods with their bodies, in order."""
    pairs = []
    enters: Callable[[tree_sitter.Node], bool] = lambda node: node.type != "function_item"  # noqa: E731
    for node in _walk(_parse(source), enters):
        body = node.child_by_field_name("body") if node.type == "function_item" else None
        if body is not None:
            pairs.append((node, body))
    return pairs


def _item_at(source: bytes, line: int) -> tuple[int, int] | None:
    """Byte range of the smallest item on a 1-based line, its attributes and comments included."""
    holding = [
        node
        for node in _walk(_parse(source))
        if node.type in _ITEMS and node.start_point.row <= line - 1 <= node.end_point.row
    ]
    if not holding:
        return None
    node = min(holding, key=lambda item: item.end_byte - item.start_byte)
    start = node
    while start.prev_sibling is not None and start.prev_sibling.type in _PREFIXES:
        start = start.prev_sibling
    return start.start_byte, node.end_byte


def _marks(source: bytes, node: tree_sitter.Node) -> set[str]:
    names, before = set(), node.prev_sibling
    while before is not None and before.type in _PREFIXES:
        names.add(source[before.start_byte : before.end_byte].decode().strip("#[] \n").split("=")[0].strip())
        before = before.prev_sibling
    return names


def _name(node: tree_sitter.Node) -> str:
    name = node.child_by_field_name("name")
    return name.text.decode() if name is not None and name.text else "?"


def _parse(source: bytes) -> tree_sitter.Node:
    return _PARSER.parse(source).root_node


def _walk(
    root: tree_sitter.Node, enters: Callable[[tree_sitter.Node], bool] = lambda _: True
) -> Iterator[tree_sitter.Node]:
    """Every node below `root` in source order, without recursion; children only of nodes it `enters`."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if enters(node):
            waiting.extend(reversed(node.children))


def _apply(source: bytes, edits: Sequence[Replacement]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source.decode()
