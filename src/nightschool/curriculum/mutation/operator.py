"""What a mutation operator is, and the register of all of them.

An operator finds every place of a program where it applies and yields one `Change` per place: the edits
that break the program and, for operators that plant a statement first, the edits that make the repaired
program (otherwise the repaired program is the original one). Whether the result really fails, and with
which code, is for rustc to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from nightschool.rust.tree import Syntax
from nightschool.rust.tree_edits import Edit
from nightschool.rust.written import lines_without_ends


@dataclass(frozen=True, slots=True)
class Change:
    """One application of an operator at one place."""

    broken: tuple[Edit, ...]
    repaired: tuple[Edit, ...] = ()
    """Edits of the original that give the repaired program; none: the original is the repair."""


Finder = Callable[[Syntax], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class Operator:
    """A named way to break a program."""

    name: str
    outcomes: tuple[tuple[str, str], ...]
    """(code, pattern) pairs it is meant to provoke."""
    find: Finder
    strict: bool
    """Mutants with any other code are discarded; otherwise the operator's name is their pattern."""
    weight: int = 1
    """How many times its share of drafts it gets, because few of them fail as meant."""


OPERATORS: dict[str, Operator] = {}


def operator(outcomes: str, strict: bool = False, weight: int = 1) -> Callable[[Finder], Finder]:
    """Register a finder under its function name with dashes; `outcomes` reads `E0382=use-after-move ...`."""

    def register(find: Finder) -> Finder:
        name = find.__name__.replace("_", "-")
        pairs = tuple((code, pattern) for code, _, pattern in (word.partition("=") for word in outcomes.split()))
        OPERATORS[name] = Operator(name, pairs, find, strict, weight)
        return find

    return register


def drop(node: Node) -> Change:
    """Remove a node."""
    return Change((Edit(node.start_byte, node.end_byte),))


def drop_between(start: int, end: int) -> Change:
    """Remove a byte range."""
    return Change((Edit(start, end),))


def swap(node: Node, text: str) -> Change:
    """Replace a node."""
    return Change((Edit(node.start_byte, node.end_byte, text),))


def drop_with_space(syntax: Syntax, node: Node) -> Change:
    """Remove a node and the blanks after it."""
    end = node.end_byte
    while syntax.data[end : end + 1] == b" ":
        end += 1
    return drop_between(node.start_byte, end)


def drop_lines(syntax: Syntax, node: Node) -> Change:
    """Remove a node that stands on lines of its own, lines and all."""
    start = syntax.data.rfind(b"\n", 0, node.start_byte) + 1
    end = syntax.data.find(b"\n", node.end_byte)
    end = len(syntax.data) if end < 0 else end + 1
    if syntax.data[start : node.start_byte].strip() or syntax.data[node.end_byte : end].strip(b" ,;\n"):
        return drop(node)
    return drop_between(start, end)


def drop_listed(syntax: Syntax, node: Node) -> Change:
    """Remove an element of a comma-separated list with one of its commas."""
    following, preceding = node.next_sibling, node.prev_sibling
    if following is not None and following.type == ",":
        end = following.end_byte
        if syntax.data[end : end + 1] == b" ":
            end += 1
        return drop_between(node.start_byte, end)
    if preceding is not None and preceding.type == ",":
        return drop_between(preceding.start_byte, node.end_byte)
    return drop(node)


def drop_method(call: Node) -> Change:
    """Remove `.method(...)` from `receiver.method(...)`."""
    function = call.child_by_field_name("function")
    assert function is not None
    receiver = function.child_by_field_name("value")
    assert receiver is not None
    return drop_between(receiver.end_byte, call.end_byte)


def before(statement: Node, syntax: Syntax, text: str) -> Edit:
    """Insert a statement on a line of its own above another."""
    start = syntax.data.rfind(b"\n", 0, statement.start_byte) + 1
    return Edit(start, start, "".join(f"{syntax.indent(statement)}{line}\n" for line in lines_without_ends(text)))


def after(statement: Node, syntax: Syntax, text: str) -> Edit:
    """Insert a statement on a line of its own below another."""
    end = syntax.data.find(b"\n", statement.end_byte)
    end = len(syntax.data) if end < 0 else end + 1
    return Edit(end, end, "".join(f"{syntax.indent(statement)}{line}\n" for line in lines_without_ends(text)))
