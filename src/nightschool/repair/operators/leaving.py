"""Operators that leave a function or loop where a value is missing: `let .. else`, `return` of an error in a branch.

Covered: `let x = v?;` with its type, `*v?` and `&`; ways out as the function writes them, then likely ones. Not
covered: `let`s with patterns that rustc does not take (`matching`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type
from nightschool.repair.operators.endings import return_values
from nightschool.repair.operators.mismatch_facts import function_kind, mismatches, starting_at
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.results import named_tries
from nightschool.repair.operators.value_positions import LEAVING, last
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_OPTIONS = re.compile(
    r"\.(get|get_mut|first|last|pop\w*|next|next_back|find\w*|nth|position|checked_\w+|split_once|strip_\w+)\("
)
_RESULTS = re.compile(r"\.(parse|try_into|map_err|ok_or\w*|read\w*)(::<.*>)?\(|::try_from\(|from_str\w*\(")


def leaving(place: Place, at: int, most: int = 6) -> list[str]:
    """How a developer would leave a place: `return v;` with likely values, `continue;`, `break;`."""
    function = place.function_at(at)
    node = place.syntax.root.descendant_for_byte_range(at, at)
    looped = node is not None and enclosing(node, "for_expression", "while_expression", "loop_expression") is not None
    kind = return_type(place, function)
    values = sorted(return_values(place, at, kind, most + 4), key=_unlikely_way_out)[:most] if kind else []
    out = [f"return {value};" for value in values] if kind else ["return;"]
    return ["continue;", *out, "break;"] if looped else out


def _unlikely_way_out(value: str) -> bool:
    """Who leaves early has an error or nothing to give, seldom a result."""
    return value.startswith(("Ok(", "Some(")) and value not in ("Ok(())", "Ok(None)")


def left_as_written(place: Place, at: int) -> list[str]:
    """Several short statements with which the function around leaves elsewhere: `self.refused += 1; return;`."""
    function = place.function_at(at)
    found = []
    for block in place.syntax.of("block"):
        inside = function is not None and function.start_byte <= block.start_byte < block.end_byte <= function.end_byte
        end = last(block)
        if inside and end is not None and LEAVING.match(place.text(end)) and 1 < len(block.named_children) < 4:
            text = " ".join(place.text(one) for one in block.named_children)
            found.append(text if text.endswith(";") else text + ";")
    return [one for one in dict.fromkeys(found) if "\n" not in one and "//" not in one and len(one) < 120][:2]


def wrappers(place: Place, value: Node) -> tuple[str, ...]:
    """`Some` or `Ok`, as a value shows by its type or last call; both if it does not."""
    head, text = generic_args(type_of(place, value))[0], place.text(value)
    calls = [*_OPTIONS.finditer(text), *_RESULTS.finditer(text)]
    name = max(calls, key=lambda one: one.start())[0] if calls else ""
    if head == "Option" or (head != "Result" and name and _OPTIONS.match(name)):
        return ("Some",)
    return ("Ok",) if head == "Result" or name else ("Some", "Ok")


def _named_lets(place: Place) -> list[tuple[int, Node, Node]]:
    """(cost, `let`, `?`) of lets whose value is a named `?`, behind `*` or `&` or bare."""
    found = []
    for cost, node in named_tries(place):
        holder = node.parent
        if holder is not None and holder.type in ("unary_expression", "reference_expression"):
            holder = holder.parent
        if holder is not None and holder.type == "let_declaration" and not holder.child_by_field_name("alternative"):
            found.append((cost, holder, node))
    return found


@repairs("E0277 E0271 E0308 E0005", late=40)
def let_else_for_question(place: Place) -> Iterator[Proposed]:
    """`let P = x?;` becomes `let Some(P) = x else { return v; };`, here or at all such lets of the function."""
    lets = _named_lets(place)
    for group in [[one] for one in lets] + ([lets] if len(lets) > 1 else []):
        cost, first, value = group[0]
        ways = [*left_as_written(place, first.start_byte), *leaving(place, first.start_byte)]
        for turn, leave in enumerate(ways):
            for more, wrap in enumerate(wrappers(place, value.named_children[0])):
                edits = tuple(e for _, one, of in group for e in _let_else(place, one, of, wrap, leave))
                yield cost + 1 + turn * 0.5 + more * 0.3, edits


def _let_else(place: Place, holder: Node, node: Node, wrap: str, leave: str) -> tuple[Edit, ...]:
    pattern, kind, whole = (holder.child_by_field_name(name) for name in ("pattern", "type", "value"))
    if pattern is None or whole is None:
        return ()
    mutable = next((one for one in holder.children if one.type == "mutable_specifier"), None)
    start = mutable.start_byte if mutable is not None else pattern.start_byte
    mark = {"*": "&", "&": "ref "}.get(place.text(whole)[:1], "") if whole != node else ""
    typed, after = _typed(place, node, place.text(kind), wrap) if kind is not None else ("", "")
    parsed = [Edit(node.end_byte - 3, node.end_byte, f"{after} else {{ {leave} }}")] if after else []
    ended = parsed or [Edit(node.end_byte - 1, node.end_byte, f" else {{ {leave} }}")]
    bound = Edit(pattern.end_byte, kind.end_byte if kind is not None else pattern.end_byte, f"){typed}")
    return (insert(start, f"{wrap}({mark}"), bound, Edit(whole.start_byte, node.start_byte), *ended)


def _typed(place: Place, node: Node, kind: str, wrap: str) -> tuple[str, str]:
    """Where a `let`'s type goes: (behind the pattern, in place of the `()` of `.parse()?`)."""
    if re.search(r"\.parse\(\)\?$", place.text(node)):
        return "", f"::<{kind}>()"
    return f": {f'Option<{kind}>' if wrap == 'Some' else f'Result<{kind}, _>'}", ""


@repairs("E0308", late=40)
def return_error(place: Place) -> Iterator[Proposed]:
    """`Err(e)` or `None` in a branch whose value is wanted bare becomes `return Err(e)`."""
    for one in mismatches(place):
        for node in starting_at(place, one.at)[:1]:
            text = place.text(node)
            head = "Result" if text.startswith("Err(") else "Option" if text == "None" else ""
            returns = function_kind(place, one.at) == head and generic_args(one.expected)[0] != head
            if head and returns and enclosing(node, "match_arm", "if_expression", "let_declaration") is not None:
                yield place.points.get(one.at, 1), (insert(node.start_byte, "return "),)
