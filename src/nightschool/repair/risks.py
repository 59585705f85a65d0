"""What tells of a repair that compiles by doing less: by counting, before and after.

Covered: calls, arguments, statements, match arms and items that are gone; errors that are dropped; constants that came
in; copies and panics that were added; public signatures that changed. Not covered: whether that is wrong here; a
chooser learns what it is worth.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from tree_sitter import Node

from nightschool.repair.captured import changed_captures
from nightschool.repair.lost import COPIES, Flow, callee
from nightschool.rust.tree import Syntax

CALLS = ("call_expression", "macro_invocation")
STATEMENTS = ("let_declaration", "expression_statement")
NUMBERS = ("integer_literal", "float_literal")
TEXTS = ("string_literal", "raw_string_literal", "char_literal")
ITEMS = (
    "struct_item", "enum_item", "trait_item", "impl_item", "function_item", "const_item", "static_item",
    "use_declaration",
)  # fmt: skip
NAMES = ("identifier", "field_identifier")
SWALLOWS = frozenset({"ok", "unwrap_or_default", "unwrap_or", "unwrap_or_else", "filter_map", "flatten", "map_or"})
PANICS = frozenset({"unwrap", "expect", "panic", "unreachable"})
EMPTY = frozenset({"new", "default", "with_capacity"})
HARMLESS = (
    COPIES
    | PANICS
    | frozenset(
        {"iter", "iter_mut", "into_iter", "chars", "bytes", "as_ref", "as_mut", "as_str", "as_bytes", "as_slice"}
    )
    | frozenset({"as_deref", "borrow", "borrow_mut", "into", "from", "Some", "Ok", "Err", "collect", "for_each"})
)
"""Calls that come and go with how a value is held, not with what is done."""

TOLD: Mapping[str, str] = {
    "call_gone": "a call is gone",
    "argument_gone": "an argument is gone",
    "statement_gone": "a statement is gone",
    "arm_gone": "a match arm is gone",
    "item_gone": "an item is gone",
    "unused": "a value that was used is not any more",
    "swallowed": "an error is dropped",
    "repeated": "a call is given the same value twice",
    "tied": "arguments must live as long as the result",
    "constant": "a constant stands in a value's place",
    "copied": "a value is copied",
    "copy_changed": "a copy, or a value taken out, is changed and goes no further",
    "unseen": "a copy is changed and then dropped",
    "captured": "a closure changes its copy of a value, and the value itself is used after it",
    "stale": "the value changes after its copy was stored",
    "early": "a value is read before it changes",
    "outrun": "a value is read once before a loop that changes it",
    "unlent": "a result can no longer be changed in its place",
    "narrowed": "a whole impl asks for more",
    "exposed": "something private is public",
    "cause_gone": "an error is replaced without a look at it",
    "invented": "a field gets a default value that nobody chose",
    "lumped": "a case joins an arm, where each case had its own",
    "panics": "it may panic where it did not",
    "signature": "a public signature changed",
    "cast": "a value is cast",
}
"""Names of risks, and how to tell them to a person."""


class Shape:
    """What is counted of one program."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    @cached_property
    def callees(self) -> Counter[str]:
        """Calls by the last name of what is called; macros too."""
        return Counter(callee(self.syntax, node) for node in self.syntax.of(*CALLS))

    @cached_property
    def arguments(self) -> Counter[str]:
        """Arguments by what is called."""
        found: Counter[str] = Counter()
        for node in self.syntax.of("call_expression"):
            given = node.child_by_field_name("arguments")
            found[callee(self.syntax, node)] += given.named_child_count if given is not None else 0
        return found

    @cached_property
    def names(self) -> Counter[str]:
        """Names of values and fields, by how often they stand there."""
        return Counter(self.syntax.text(node) for node in self.syntax.of(*NAMES))

    @cached_property
    def public(self) -> Counter[str]:
        """Heads of public functions, `mut` left out."""
        heads: Counter[str] = Counter()
        for node in self.syntax.of("function_item"):
            if any(one.type == "visibility_modifier" for one in node.children):
                heads[self._head(node)] += 1
        return heads

    @cached_property
    def ignored(self) -> int:
        """Values bound to `_`, and arms `_ => {}`."""
        lets = sum(self.syntax.field(node, "pattern") == "_" for node in self.syntax.of("let_declaration"))
        return lets + sum(self._is_idle(node) for node in self.syntax.of("match_arm"))

    @cached_property
    def left_early(self) -> int:
        """`let ... else` that go on with a plain result where a value is missing: no error, no panic, no next turn."""
        return sum(self._leaves_well(node) for node in self.syntax.of("let_declaration"))

    @cached_property
    def copyable(self) -> int:
        """Types that derive `Copy`: what moved out of a place before stays in it, too."""
        marks = [self.syntax.text(node) for node in self.syntax.of("attribute_item")]
        return sum("derive" in mark and bool(re.search(r"\bCopy\b", mark)) for mark in marks)

    @cached_property
    def repeated(self) -> int:
        """Arguments that stand in a call before, as they are; literals are not counted."""
        return sum(self._repeats(node) for node in self.syntax.of("arguments"))

    @cached_property
    def tied(self) -> int:
        """References among the parameters of functions that have a named lifetime."""
        return sum(self._is_tied(node) for node in self.syntax.of("reference_type"))

    @cached_property
    def flow(self) -> Flow:
        """What becomes of copies."""
        return Flow(self.syntax)

    @cached_property
    def lends(self) -> int:
        """Functions whose result can be changed in its place."""
        results = (node.child_by_field_name("return_type") for node in self.syntax.of("function_item"))
        return sum(bool(re.search(r"&\s*('\w+\s*)?mut\b", self.syntax.text(one))) for one in results)

    @cached_property
    def impl_bounds(self) -> int:
        """Bounds in the heads of impls, which hold for all their functions."""
        bounds = self.syntax.of("trait_bounds")
        return sum(one.named_child_count for one in bounds if not _in_function(one))

    @cached_property
    def exposed(self) -> int:
        """Marks of visibility."""
        return len(self.syntax.of("visibility_modifier"))

    @cached_property
    def causes_gone(self) -> int:
        """Closures that put another error in an error's place without a look at it."""
        return sum("map_err(|_" in self.syntax.text(node) for node in self.syntax.of("call_expression"))

    @cached_property
    def invented(self) -> int:
        """Fields that are given `Default::default()`."""
        given = (self.syntax.field(node, "value") for node in self.syntax.of("field_initializer"))
        return sum(bool(re.fullmatch(r"[\w:<>]*\bdefault\(\)", one)) for one in given)

    @cached_property
    def joined(self) -> int:
        """Alternatives of match arms beyond the first."""
        return self.count("or_pattern")

    @cached_property
    def own_arms(self) -> bool:
        """Whether some match has at least three arms, all with values of their own."""
        return any(_all_differ(self.syntax, node) for node in self.syntax.of("match_block"))

    def count(self, *kinds: str) -> int:
        """Nodes of these types."""
        return len(self.syntax.of(*kinds))

    def called(self, names: frozenset[str]) -> int:
        """Calls of one of these names."""
        return sum(count for name, count in self.callees.items() if name in names)

    @cached_property
    def constants(self) -> int:
        """Literals, empty values and `None`."""
        nones = sum(self.syntax.text(node) == "None" for node in self.syntax.of("identifier"))
        return self.count(*NUMBERS, *TEXTS, "boolean_literal") + self.called(EMPTY) + nones

    def _leaves_well(self, node: Node) -> bool:
        other = node.child_by_field_name("alternative")
        text = self.syntax.text(other) if other is not None else ""
        return "return" in text and not re.search(r"\bErr\b|\w!", text)

    def _repeats(self, node: Node) -> int:
        given = [self.syntax.text(one) for one in node.named_children if "literal" not in one.type]
        return len(given) - len(set(given))

    def _is_tied(self, node: Node) -> bool:
        mark = next((self.syntax.text(one) for one in node.named_children if one.type == "lifetime"), "'_")
        return mark not in ("'_", "'static") and node.parent is not None and node.parent.type == "parameter"

    def _head(self, node: Node) -> str:
        body = node.child_by_field_name("body")
        end = body.start_byte if body is not None else node.end_byte
        return " ".join(self.syntax.data[node.start_byte : end].decode(errors="replace").replace("mut ", "").split())

    def _is_idle(self, node: Node) -> bool:
        return self.syntax.field(node, "pattern") == "_" and self.syntax.field(node, "value") in ("{}", "()")


def _in_function(node: Node) -> bool:
    above = node.parent
    while above is not None and above.type not in ("impl_item", "trait_item", "struct_item", "enum_item"):
        if above.type in ("function_item", "function_signature_item"):
            return True
        above = above.parent
    return above is None or above.type != "impl_item"


def _all_differ(syntax: Syntax, block: Node) -> bool:
    values = [syntax.field(arm, "value").rstrip(",") for arm in block.named_children if arm.type == "match_arm"]
    return len(values) > 2 and len(set(values)) == len(values)


def _lumped(before: Shape, after: Shape) -> int:
    return after.joined - before.joined if before.own_arms else 0


def risks(before: Shape, after: Shape) -> dict[str, int]:
    """How often the candidate `after` did each thing in `TOLD` that the broken program had not; those above 0."""
    found = {
        "call_gone": sum(count for name, count in (before.callees - after.callees).items() if name not in HARMLESS),
        "argument_gone": _fewer(before, after),
        "statement_gone": before.count(*STATEMENTS) - after.count(*STATEMENTS),
        "arm_gone": before.count("match_arm") - after.count("match_arm"),
        "item_gone": before.count(*ITEMS) - after.count(*ITEMS),
        "unused": sum(count > 1 and after.names[name] < 2 for name, count in before.names.items()),
        "swallowed": _dropped(before, after),
        "repeated": after.repeated - before.repeated,
        "tied": after.tied - before.tied,
        "constant": after.constants - before.constants,
        "copied": after.called(COPIES) + after.copyable - before.called(COPIES) - before.copyable,
        "copy_changed": after.flow.changed_copies - before.flow.changed_copies,
        "unseen": after.flow.unseen - before.flow.unseen,
        "captured": changed_captures(after.syntax) - changed_captures(before.syntax),
        "stale": after.flow.stale - before.flow.stale,
        "early": after.flow.early - before.flow.early,
        "outrun": after.flow.outrun - before.flow.outrun,
        "unlent": before.lends - after.lends,
        "narrowed": after.impl_bounds - before.impl_bounds,
        "exposed": after.exposed - before.exposed,
        "cause_gone": after.causes_gone - before.causes_gone,
        "invented": after.invented - before.invented,
        "lumped": _lumped(before, after),
        "panics": after.called(PANICS) - before.called(PANICS),
        "signature": sum((before.public - after.public).values()),
        "cast": after.count("type_cast_expression") - before.count("type_cast_expression"),
    }
    return {name: count for name, count in found.items() if count > 0}


def _dropped(before: Shape, after: Shape) -> int:
    """Errors that are turned into values, ignored, or left with a plain result."""
    calls = after.called(SWALLOWS) - before.called(SWALLOWS)
    return calls + max(after.ignored - before.ignored, 0) + max(after.left_early - before.left_early, 0)


def told(broken: str, program: str) -> list[str]:
    """The risks of a repair in words for a person, in the order of `TOLD`."""
    found = risks(Shape(Syntax(broken)), Shape(Syntax(program)))
    return [words for name, words in TOLD.items() if name in found]


def _fewer(before: Shape, after: Shape) -> int:
    """Arguments gone of calls that are still there as often."""
    names = (name for name in before.arguments if after.callees[name] >= before.callees[name])
    return sum(max(before.arguments[name] - after.arguments[name], 0) for name in names)
