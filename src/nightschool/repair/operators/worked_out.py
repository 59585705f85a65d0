"""Bodies of methods that work something out: by the arithmetic that their name says, from lists, from a limit.

Covered: `negate` and `add` of parameters, sums over a part of a list's elements, a number less a list's length, a field
where a parameter allows it. Not covered: getters and calls (`body_facts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import (
    NUMBER,
    Field,
    element,
    fields,
    functions,
    generic_args,
    has_self,
    implemented,
    parameters,
    plain,
    return_type,
    split_top,
)
from nightschool.repair.operators.item_facts import last_name, owner
from nightschool.repair.place import Place

UNARY = {"neg": "-", "negate": "-", "negated": "-", "minus": "-", "opposite": "-", "not": "!", "invert": "!"}
BINARY = {
    "add": "+", "sum": "+", "plus": "+", "sub": "-", "subtract": "-", "minus": "-", "difference": "-", "mul": "*",
    "multiply": "*", "times": "*", "product": "*", "div": "/", "divide": "/", "quotient": "/", "and": "&&", "or": "||",
}  # fmt: skip
"""Names of methods and the operators that they are."""
CHECKED = {"+": "checked_add", "-": "checked_sub", "*": "checked_mul", "/": "checked_div"}
LISTS = ("Vec", "VecDeque", "HashSet", "BTreeSet", "BinaryHeap")
COUNTED = (*LISTS, "String", "HashMap", "BTreeMap")


def by_name(place: Place, function: Node, returned: str) -> Iterator[str]:
    """The arithmetic that a method's name says, on parameters of the type that it returns."""
    said = return_type(place, function)
    given = [one.name for one in parameters(place, function) if one.type == said]
    name = place.syntax.name(function).lower()
    marks = {1: UNARY, 2: BINARY}.get(len(given), {})
    if name not in marks or not said:
        return
    mark, head = marks[name], generic_args(returned)[0]
    if head == "Option" and mark != "!":
        call = CHECKED.get(mark, "") if len(given) == 2 else "checked_neg"
        yield f"{given[0]}?.{call}({given[1] + '?' if len(given) == 2 else ''})"
        yield f"Some({f'{given[0]}? {mark} {given[1]}?' if len(given) == 2 else f'{mark}{given[0]}?'})"
    elif head == "String":
        shown = f" {mark} ".join(f"{{{one}}}" for one in given)
        yield f'format!("({shown})")' if len(given) == 2 else f'format!("{mark}{shown}")'
    else:
        yield f" {mark} ".join(given) if len(given) == 2 else f"{mark}{given[0]}"


def from_lists(place: Place, function: Node, returned: str, own: list[Field]) -> Iterator[str]:
    """Sums over a part of a list's elements, and numbers less the length of a list."""
    if not NUMBER.fullmatch(returned) or not has_self(place, function):
        return
    for one in own:
        inner = element(one.type, "&").removeprefix("&")
        yield from (f"self.{one.name}.iter().{part}.sum()" for part in _parts(place, function, returned, inner))
    lists = [one.name for one in own if generic_args(one.type)[0] in COUNTED]
    cast = "" if returned == "usize" else f" as {returned}"
    for one in own:
        if one.type == returned:
            yield from (f"self.{one.name} - self.{name}.len(){cast}" for name in lists)


def _parts(place: Place, function: Node, returned: str, inner: str) -> Iterator[str]:
    """What of an element may be summed: one of a tuple, the same method, a field, a method of that type."""
    if inner.startswith("("):
        parts = split_top(inner[1:-1])
        if parts.count(returned) == 1:
            names = ["one" if part == returned else "_" for part in parts]
            yield f"map(|({', '.join(names)})| one)"
        return
    name, kind = place.syntax.name(function), generic_args(re.sub(r"^Box<(.*)>$", r"\1", inner))[0]
    trait = owner(function)
    blocks = [one for one in place.syntax.of("impl_item") if trait is not None
              and last_name(place.syntax.field(one, "trait")) == place.syntax.name(trait)]  # fmt: skip
    dynamic = trait is not None and re.search(rf"\bdyn {re.escape(place.syntax.name(trait) or '?')}\b", inner)
    if dynamic or any(last_name(place.syntax.field(one, "type")) == kind for one in blocks):
        yield f"map(|one| one.{name}({', '.join(one.name for one in parameters(place, function))}))"
    yield from (f"map(|one| one.{one.name})" for one in fields(place, place.item(kind)) if one.type == returned)
    for one in functions(place):
        own = implemented(place, one) == kind and return_type(place, one) == returned and has_self(place, one)
        if own and not parameters(place, one) and place.syntax.name(one) != name:
            yield f"map(|one| one.{place.syntax.name(one)}())"


def within_limit(place: Place, function: Node, returned: str, own: list[Field]) -> Iterator[str]:
    """A field as an option, if a parameter of its type is below it: `(self.at > now).then_some(self.at)`."""
    head, args = generic_args(returned)
    if head != "Option" or len(args) != 1 or not NUMBER.fullmatch(plain(args[0])):
        return
    for one in own:
        for local in parameters(place, function) if one.type == args[0] else ():
            if local.type == one.type:
                yield from (f"(self.{one.name} {mark} {local.name}).then_some(self.{one.name})" for mark in (">", ">="))
