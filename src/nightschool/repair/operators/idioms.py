"""Operators for what other languages have: methods Rust spells as chains, floats in order, sets and structs by index.

Covered: reversed and joined text, `max` and `sort` of floats, sums in another number type, indexing of what holds the
list, elements of a tuple or list for a field. Not covered: plain misspellings (`naming`), neighbours (`options`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import fields, generic_args, plain, return_type, split_top
from nightschool.repair.operators.collecting import ending_calls
from nightschool.repair.operators.mismatch_facts import wrong_receivers
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree_edits import Edit, method_calls

CHAINS = {
    "reverse": (".chars().rev().collect::<String>()", ".iter().rev()"), "rev": (".chars().rev()", ".iter().rev()"),
    "join": (".collect::<Vec<_>>().join({})", ".collect::<Vec<String>>().join({})", ".collect::<String>()"),
    "char_at": (".chars().nth({}).unwrap()", ".chars().nth({})"), "length": (".len()",), "size": (".len()",),
    "sort": (".collect::<Vec<_>>()",), "sum": (".iter().sum()",), "max": (".iter().max()",), "min": (".iter().min()",),
    "average": (".iter().sum::<f64>()",), "to_int": (".parse::<i32>()",), "concat": (".collect::<String>()",),
    "len": (".count()", ".chars().count()"), "is_empty": (".next().is_none()",), "format": (".to_string()",),
    "contains": (".any(|one| one == {})", ".iter().any(|one| one == {})", ".contains_key({})"), "first": (".next()",),
    "last": (".next_back()",), "index_of": (".find({})", ".iter().position(|one| one == {})"), "equals": (".eq(&{})",),
    "push": (".push_str(&{})", ".insert({})", ".push_back({})"), "pop": (".pop_front()", ".pop_back()", ".next()"),
    "append": (".push({})", ".push_str({})", ".extend({})"), "to_lower": (".to_lowercase()",), "keys": (".iter()",),
    "to_upper": (".to_uppercase()",), "upper": (".to_uppercase()",), "lower": (".to_lowercase()",),
    "strip": (".trim()",),
}  # fmt: skip
"""What a method that a receiver lacks is spelt like; `{}` stands for its arguments."""
ORDERED = {
    "max": ("max_by(|a, b| a.total_cmp(b))", "copied().fold(f64::NEG_INFINITY, f64::max)", "fold(f64::MIN, f64::max)"),
    "min": ("min_by(|a, b| a.total_cmp(b))", "copied().fold(f64::INFINITY, f64::min)", "fold(f64::MAX, f64::min)"),
    "sort": ("sort_by(|a, b| a.total_cmp(b))", "sort_by(|a, b| a.partial_cmp(b).unwrap())"),
    "sort_unstable": ("sort_unstable_by(|a, b| a.total_cmp(b))",),
}  # fmt: skip
STEPS = (
    ".map({0}::from)", ".copied().map({0}::from)", ".map(|&one| {0}::from(one))", ".map(|one| *one as {0})",
    ".map(|one| one as {0})",
)  # fmt: skip
"""Steps that turn elements into another number type."""


@repairs("E0599", late=80)
def chain_for_method(place: Place) -> Iterator[Proposed]:
    """A method that the receiver lacks as the chain that does it."""
    for cost, access, receiver, name in wrong_receivers(place):
        arguments = access.child_by_field_name("arguments")
        given = place.text(arguments)[1:-1] if arguments is not None else ""
        for turn, text in enumerate(CHAINS.get(place.text(name), ())):
            yield cost + turn * 0.5, (Edit(receiver.end_byte, access.end_byte, text.format(given)),)


@repairs("E0277", late=80)
def order_of_floats(place: Place) -> Iterator[Proposed]:
    """`max`, `min` and `sort` of floats by `total_cmp`; a key by a comparison, `Reverse(key)` by the reverse one."""
    if not re.search(r"`f(32|64)`?: (?:std::cmp::)?(Ord|Eq)|f(32|64): Ord", place.message):
        return
    for call, receiver, name in method_calls(place.syntax, *ORDERED):
        cost = place.near(call)
        for turn, text in enumerate(ORDERED[name] if cost is not None else ()):
            yield (cost or 0) + turn * 0.5, (Edit(receiver.end_byte, call.end_byte, f".{text}"),)
    for call, receiver, name in method_calls(place.syntax, "sort_by_key", "max_by_key", "min_by_key"):
        closure = re.search(r"\|&?\(?(\w+)[^|]*\|\s*(.*)\)$", place.text(call)[len(place.text(receiver)) :], re.DOTALL)
        if closure and place.near(call) is not None:
            text = f".{name.removesuffix('_key')}(|a, b| {_compared(place, closure[1], closure[2])})"
            yield 0, (Edit(receiver.end_byte, call.end_byte, text),)


def _compared(place: Place, name: str, key: str) -> str:
    """The comparison of `a` and `b` by a key of `name`: parts of a tuple in turn, `Reverse` the other way round."""
    parts = split_top(key[1:-1]) if key.startswith("(") and key.endswith(")") else [key.strip()]
    found = []
    for rank, part in enumerate(parts):
        turned = re.fullmatch(r"(?:(?:std::)?cmp::)?Reverse\((.*)\)", part, re.DOTALL)
        plain, ends = turned[1] if turned else part, ("b", "a") if turned else ("a", "b")
        left, right = (re.sub(rf"(?<![.\w]){name}\b", one, plain) for one in ends)
        text = f"{left}.{_comparison(place, plain)}(&{right})"
        found.append(f".then_with(|| {text})" if rank else text)
    return "".join(found)


def _comparison(place: Place, part: str) -> str:
    """`cmp` for a field that is no float anywhere in the file."""
    field = re.search(r"\.(\w+)$", part)
    declared = [one for one in place.syntax.of("field_declaration") if field and place.syntax.name(one) == field[1]]
    kinds = [place.syntax.field(one, "type") for one in declared]
    return "cmp" if kinds and not any(kind.startswith("f") for kind in kinds) else "total_cmp"


@repairs("E0277 E0271 E0308", late=60)
def elements_as(place: Place) -> Iterator[Proposed]:
    """Elements of a chain in the number type that is wanted: `.map(u64::from)`, `.map(|one| *one as u64)`."""
    named = re.findall(r"(?:type|expected|yields|for) `(?:&)?([iuf]\w+)`|sum::<([iuf]\w+)>", place.message)
    kinds = list(dict.fromkeys(a or b for a, b in named))[:3]
    ends = [
        (c, receiver.end_byte) for c, _, receiver, _ in ending_calls(place, "sum", "product", "collect", "max", "min")
    ]
    ends += [(cost + 1, node.end_byte) for cost, node in place.postfix() if node.type == "call_expression"][:4]
    for cost, end in ends[:6]:
        for turn, kind in enumerate(kinds):
            for more, text in enumerate(STEPS):
                yield cost + turn * 0.5 + more * 0.3, (insert(end, text.format(kind)),)


@repairs("E0608", late=80)
def indexed_holder(place: Place) -> Iterator[Proposed]:
    """`s[i]` of a struct: `s.list[i]`; of a set or iterator: `.contains(i)`, `.nth(i)?`; of a tuple: `.0`."""
    for node in place.syntax.of("index_expression"):
        cost, parts = place.near(node), node.named_children
        if cost is None or len(parts) != 2:
            continue
        text = place.text(parts[1])
        item = place.item(generic_args(plain(type_of(place, parts[0])))[0])
        own = [f".{field.name}[{text}]" for field in fields(place, item)]
        forms: tuple[str, ...] = (
            f".contains({text})",
            f".nth({text}).unwrap()",
            f".iter().nth({text}).unwrap()",
            f".get({text})",
            f".{text}",
        )
        if return_type(place, place.function_at(node.start_byte)).startswith("Option<"):
            asked = (f".iter().nth({text})?", f".nth({text})?")
            forms = (".iter().next()?", *asked, *forms) if text == "0" else (*asked, *forms)
        for turn, after in enumerate([*own, *forms, f".unwrap()[{text}]", f"?[{text}]"]):
            yield cost + turn * 0.4, (Edit(parts[0].end_byte, node.end_byte, after),)


@repairs("E0609 E0599", late=80)
def element_of(place: Place) -> Iterator[Proposed]:
    """A field or method of a list's elements: `v[0].f`; a tuple's other elements; `.0` of what wraps."""
    for cost, access, receiver, name in wrong_receivers(place):
        if access.type == "field_expression" and place.text(name).isdigit():
            for turn in range(3):
                yield cost + turn * 0.3, (Edit(name.start_byte, name.end_byte, str(turn)),)
        for turn, text in enumerate(("[0]", ".0", ".1", ".first().unwrap()")):
            yield cost + 1 + turn * 0.4, (insert(receiver.end_byte, text),)
        item = place.item(generic_args(plain(type_of(place, receiver)))[0])
        for turn, field in enumerate(fields(place, item)):
            yield cost + 0.5 + turn * 0.4, (insert(receiver.end_byte, f".{field.name}"),)
