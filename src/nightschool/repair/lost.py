"""Changes that nobody sees: made to a copy that goes no further, or to a value whose copy was already stored.

Many repairs of a borrow error compile because they change another value than was meant. Covered, in one function: which
names hold copies, where a name is changed, whether it goes on from there; values read before they change. Not covered:
types, aliases and other functions' bodies, so these are counts for a chooser to weigh, not verdicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from nightschool.rust.tree import Syntax

COPIES = frozenset({"clone", "to_string", "to_owned", "to_vec", "cloned", "copied", "into_owned"})
TAKES = frozenset({"take", "replace"})
CHANGES = frozenset(
    {
        "push", "push_str", "push_back", "push_front", "pop", "pop_back", "pop_front", "insert", "remove", "extend",
        "append", "clear", "sort", "sort_by", "sort_by_key", "sort_unstable", "reverse", "retain", "truncate", "drain",
        "dedup", "swap", "resize", "fill", "rotate_left", "rotate_right", "swap_remove", "entry", "get_mut", "iter_mut",
        "as_mut", "take", "replace", "set", "into_inner", "get_or_insert_with", "extend_from_slice", "first_mut",
        "last_mut", "values_mut", "make_ascii_uppercase", "make_ascii_lowercase", "next", "next_back", "nth", "by_ref",
        "write_str", "write_all", "write_char", "get_or_insert", "peek",
    }
)  # fmt: skip
"""Methods that change what they are called on, or take it out; so do those whose names end in `_mut`."""
ADDS = frozenset({"push", "push_str", "push_back", "push_front", "insert", "extend", "append", "entry"})
"""Those whose change would be lost in a value that was taken out and goes no further."""
LOOPS = ("while_expression", "for_expression", "loop_expression")
ASSIGNMENTS = ("assignment_expression", "compound_assignment_expr")
THROUGH = ("field_expression", "index_expression", "try_expression", "parenthesized_expression", "reference_expression")


@dataclass(frozen=True, slots=True)
class _Held:
    """Names that a copy was bound to, and the statements in which they stand."""

    names: tuple[str, ...]
    region: tuple[Node, ...]


class Flow:
    """What one program does with copies."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    @cached_property
    def mutators(self) -> frozenset[str]:
        """Methods of this program that take `&mut self`, and no others of that name."""
        changing: set[str] = set()
        others: set[str] = set()
        for node in self.syntax.of("function_item", "function_signature_item"):
            head = self.syntax.field(node, "parameters").split(",")[0].split(")")[0].replace(" ", "")
            (changing if head.startswith("(&") and "mutself" in head else others).add(self.syntax.name(node))
        return frozenset(changing - others)

    @cached_property
    def changed_copies(self) -> int:
        """Changes to a fresh copy itself: `x.clone().push(1)`, and `&mut` of what a call answers."""
        calls = sum(self._changes_copy(node) for node in self.syntax.of("call_expression"))
        return calls + sum(self._lends_answer(node) for node in self.syntax.of("reference_expression"))

    @cached_property
    def unseen(self) -> int:
        """Copies that are bound, changed, and then go nowhere."""
        return sum(self._is_unseen(name, held.region) for held in self._copies for name in held.names)

    @cached_property
    def stale(self) -> int:
        """Values that are changed after a copy of them was given away, and then go nowhere."""
        return sum(self._is_stale(node) for node in self.syntax.of("call_expression"))

    @cached_property
    def early(self) -> int:
        """Values that are read into a name, and changed before that name is used."""
        return sum(self._is_early(node) for node in self.syntax.of("let_declaration"))

    @cached_property
    def outrun(self) -> int:
        """Values that are read into a name once, and used in a loop that changes them."""
        return sum(self._is_outrun(node) for node in self.syntax.of("let_declaration"))

    @cached_property
    def _copies(self) -> list[_Held]:
        lets = [self._of_let(node) for node in self.syntax.of("let_declaration")]
        conditions = [self._of_condition(node) for node in self.syntax.of("let_condition")]
        return [held for held in (*lets, *conditions, *map(self._of_loop, self.syntax.of("for_expression"))) if held]

    def _of_let(self, node: Node) -> _Held | None:
        return self._held(node, node.child_by_field_name("value"), _later(node))

    def _of_condition(self, node: Node) -> _Held | None:
        above = node.parent
        while above is not None and above.type not in ("if_expression", "while_expression"):
            above = above.parent
        body = above and (above.child_by_field_name("consequence") or above.child_by_field_name("body"))
        return self._held(node, node.child_by_field_name("value"), [body] if body else [])

    def _of_loop(self, node: Node) -> _Held | None:
        body = node.child_by_field_name("body")
        return self._held(node, node.child_by_field_name("value"), [body] if body else [])

    def _held(self, node: Node, value: Node | None, region: Sequence[Node]) -> _Held | None:
        pattern = node.child_by_field_name("pattern")
        if pattern is None or value is None or not self._is_copy(value):
            return None
        names = [self.syntax.text(one) for one in _below(pattern, "identifier")]
        return _Held(tuple(name for name in names if name[:1].islower()), tuple(region))

    def _is_copy(self, node: Node | None) -> bool:
        """Whether a chain of methods makes a copy somewhere and hands it on."""
        while node is not None:
            if node.type == "call_expression":
                called = node.child_by_field_name("function")
                if callee(self.syntax, node) in COPIES | TAKES:
                    return True
                node = called.child_by_field_name("value") if called and called.type == "field_expression" else None
            elif node.type in THROUGH:
                node = node.named_children[0] if node.named_children else None
            else:
                return False
        return False

    def _is_unseen(self, name: str, region: Sequence[Node]) -> bool:
        changes = self._changes(name, region)
        return bool(changes) and not self._goes_on(name, region, min(changes))

    def _changes(self, name: str, region: Sequence[Node]) -> list[int]:
        """Where a name's value is changed: assignments below it, methods that change, `&mut`."""
        found = [self._target(node, name) for node in _all(region, *ASSIGNMENTS)]
        found += [self._receiver(node, name) for node in _all(region, "call_expression")]
        found += [self._lent(node, name) for node in _all(region, "reference_expression")]
        return [at for at in found if at >= 0]

    def _target(self, node: Node, name: str) -> int:
        left = node.child_by_field_name("left")
        whole = left is not None and left.type == "identifier" and node.type == ASSIGNMENTS[0]
        return node.start_byte if left is not None and not whole and self._root(left) == name else -1

    def _receiver(self, node: Node, name: str) -> int:
        called = node.child_by_field_name("function")
        if called is None or called.type != "field_expression" or not self._is_change(callee(self.syntax, node)):
            return -1
        return node.start_byte if self._root(called.child_by_field_name("value")) == name else -1

    def _is_change(self, method: str) -> bool:
        return method in CHANGES or method in self.mutators or method.endswith("_mut")

    def _lent(self, node: Node, name: str) -> int:
        mutable = any(one.type == "mutable_specifier" for one in node.children)
        return node.start_byte if mutable and self._root(node.child_by_field_name("value")) == name else -1

    def _root(self, node: Node | None) -> str:
        """The name at which a place expression begins; `self.x` begins at `self`."""
        while node is not None and node.type in (*THROUGH, "unary_expression"):
            node = node.named_children[0] if node.named_children else None
        return self.syntax.text(node) if node is not None and node.type in ("identifier", "self") else ""

    def _goes_on(self, name: str, region: Sequence[Node], since: int) -> bool:
        """Whether the whole value is given on after a point: returned, stored, passed, lent, but not dropped."""
        uses = [one for one in _all(region, "identifier", "shorthand_field_initializer") if one.end_byte > since]
        return any(self.syntax.text(one) == name and _is_whole(one) and not self._is_dropped(one) for one in uses)

    def _is_dropped(self, node: Node) -> bool:
        call = node.parent.parent if node.parent is not None and node.parent.type == "arguments" else None
        return call is not None and callee(self.syntax, call) == "drop"

    def _is_stale(self, node: Node) -> bool:
        called = node.child_by_field_name("function")
        value = called.child_by_field_name("value") if called and called.type == "field_expression" else None
        if value is None or value.type != "identifier" or callee(self.syntax, node) not in COPIES:
            return False
        above, given = node, False
        while above.parent is not None and above.parent.type != "block":
            above = above.parent
            given = given or above.type in ("arguments", "field_initializer")
        return given and self._is_unseen(self.syntax.text(value), _later(above))

    def _is_early(self, node: Node) -> bool:
        name, read, later = self._read_into(node)
        used = next((one.start_byte for one in _in_order(later) if self.syntax.text(one) == name), -1)
        return any(at < used for root in read for at in self._changes(root, later))

    def _is_outrun(self, node: Node) -> bool:
        """A closure before the loop may make the change. What a `for` runs over is read once, as it should be."""
        name, read, later = self._read_into(node)
        if any(_below(node, "mutable_specifier")):
            return False
        turns = [_each_turn(loop) for loop in _all(later, *LOOPS)]
        used = [parts for parts in turns if name in map(self.syntax.text, _in_order(parts))]
        changed = [at for root in read for at in self._changes(root, later)]
        return any(at < parts[-1].end_byte for parts in used for at in changed)

    def _read_into(self, node: Node) -> tuple[str, set[str], list[Node]]:
        """The name that a `let` binds, the values that are read for it, and the statements after it."""
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        if pattern is None or pattern.type != "identifier" or value is None or _all([value], "closure_expression"):
            return "", set(), []
        return self.syntax.text(pattern), self._read(value), _later(node)

    def _read(self, value: Node) -> set[str]:
        roots = {self.syntax.text(one) for one in _all([value], "identifier", "self") if not _is_name_only(one)}
        return {root for root in roots if root == "self" or root[:1].islower()}

    def _changes_copy(self, node: Node) -> bool:
        called = node.child_by_field_name("function")
        if called is None or called.type != "field_expression":
            return False
        if not self._is_change(callee(self.syntax, node)):
            return False
        value = called.child_by_field_name("value")
        if value is None or value.type != "call_expression":
            return False
        made, changed = callee(self.syntax, value), callee(self.syntax, node)
        return made in COPIES or (made in TAKES and (changed in ADDS or changed.endswith("_mut")))

    def _lends_answer(self, node: Node) -> bool:
        value = node.child_by_field_name("value")
        mutable = any(one.type == "mutable_specifier" for one in node.children)
        return mutable and value is not None and value.type == "call_expression"


def callee(syntax: Syntax, node: Node) -> str:
    """The last name of what a call or a macro calls."""
    called = node.child_by_field_name("function") or node.child_by_field_name("macro")
    return syntax.text(called).split("::<")[0].rpartition(".")[2].rpartition("::")[2].strip()


def _each_turn(loop: Node) -> list[Node]:
    """What every turn of a loop reads: its body, and of a `while` its condition."""
    parts = (loop.child_by_field_name("condition"), loop.child_by_field_name("body"))
    return [one for one in parts if one is not None]


def _later(node: Node) -> list[Node]:
    return [one for one in node.parent.named_children if one.start_byte >= node.end_byte] if node.parent else []


def _below(node: Node, *kinds: str) -> Iterator[Node]:
    stack = [node]
    while stack:
        one = stack.pop()
        if one.type in kinds:
            yield one
        stack.extend(reversed(one.children))


def _all(region: Sequence[Node], *kinds: str) -> list[Node]:
    return [one for node in region for one in _below(node, *kinds)]


def _in_order(region: Sequence[Node]) -> list[Node]:
    return sorted(_all(region, "identifier", "shorthand_field_initializer"), key=lambda one: one.start_byte)


def _is_whole(node: Node) -> bool:
    """Whether a name stands for the whole value: no field of it, no call on it, no target of an assignment."""
    above = node.parent
    if above is None or _is_name_only(node):
        return False
    if above.type in ("field_expression", "index_expression"):
        return above.named_children[0].id != node.id
    return above.type not in ASSIGNMENTS or above.child_by_field_name("left") != node


def _is_name_only(node: Node) -> bool:
    above = node.parent
    if above is None:
        return False
    if above.type == "call_expression":
        return bool(above.child_by_field_name("function") == node)
    return above.type in ("scoped_identifier", "let_declaration") and above.child_by_field_name("value") != node
