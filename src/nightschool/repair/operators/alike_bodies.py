"""Bodies of a missing trait method that others of the program suggest.

Covered: the same method of a field, a sibling method of the same impl under the missing name, the same method in the
impl of another type whose fields are there too or, without fields, turned round; the next item of a counter or a list.
Not covered: bodies by the return type alone (`body_facts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, Field, generic_args, parameters
from nightschool.repair.operators.item_facts import has_impl, implementations, items, last_name, receiver
from nightschool.repair.place import Place

POINTERS = ("Box", "Rc", "Arc", "Option")
COUNTS = re.compile(r"at|next|now|pos|position|index|current|cur|cursor|i|n|from|start|lo|low")
ENDS = re.compile(r"end|stop|limit|last|to|until|max|len|hi|high|upper|count|total")


def alike(place: Place, function: Node, kind: str, own: list[Field]) -> Iterator[str]:
    """Bodies for a trait's method in the impl for a type: of siblings, passed on to a field, of neighbours."""
    trait = function.parent.parent if function.parent is not None else None
    path = place.syntax.name(trait) if trait is not None else ""
    blocks = [one for one in place.syntax.of("impl_item") if last_name(place.syntax.field(one, "trait")) == path]
    mine = [one for one in blocks if last_name(place.syntax.field(one, "type")) == kind]
    yield from (text for block in mine for text in _of_siblings(place, function, block))
    yield from _passed_on(place, function, path, kind, own)
    yield from (text for block in blocks if block not in mine for text in _of_neighbour(place, function, block, own))


def _of_siblings(place: Place, function: Node, block: Node) -> Iterator[str]:
    """The body of a method of the same impl that calls itself on a field, with the missing name and parameters."""
    name, given = place.syntax.name(function), [one.name for one in parameters(place, function)]
    for other in items(block, "function_item"):
        old, text = place.syntax.name(other), _inside(place, other)
        called = re.search(rf"\.{re.escape(old)}\(", text)
        had = [one.name for one in parameters(place, other)]
        if not called or receiver(place.syntax, other) != receiver(place.syntax, function):
            continue
        text = re.sub(rf"\.{re.escape(old)}\([^()]*\)", f".{name}({', '.join(given)})", text)
        if not set(had) - set(given) & set(re.findall(r"\w+", text)):
            yield text


def _passed_on(place: Place, function: Node, trait: str, kind: str, own: list[Field]) -> Iterator[str]:
    """The call of the same method on a field that has the trait."""
    given = ", ".join(one.name for one in parameters(place, function))
    item = place.item(kind)
    heads = [*implementations(place.syntax, kind), *([item] if item is not None else [])]
    bounds = "".join(place.syntax.field(one, "type_parameters") for one in heads)
    for one in own if receiver(place.syntax, function) else ():
        head, args = generic_args(one.type)
        inner = args[0] if head in POINTERS and args else one.type
        has = has_impl(place.syntax, trait, last_name(inner)) or re.search(rf"\bdyn {re.escape(trait)}\b", inner)
        if has or re.search(rf"\b{re.escape(inner)}\s*:[^,>]*\b{re.escape(trait)}\b", bounds):
            yield f"self.{one.name}.{place.syntax.name(function)}({given})"


def _of_neighbour(place: Place, function: Node, block: Node, own: list[Field]) -> Iterator[str]:
    """The body of the same method for another type, if all that it uses of `self` is a field here."""
    names = {one.name for one in own}
    for other in items(block, "function_item"):
        used = re.findall(r"\bself\.(\w+)", text := _inside(place, other))
        if place.syntax.name(other) != place.syntax.name(function):
            continue
        if used and set(used) <= names:
            new, old = [one.name for one in parameters(place, function)], parameters(place, other)
            for one, name in zip(old, new, strict=False):
                text = re.sub(rf"(?<![\w.]){re.escape(one.name)}\b", name, text)
            yield text
        elif not names and (turned := _turned(text)) != text:
            yield from (turned, text)


def _turned(text: str) -> str:
    """A body with its comparisons the other way round: another type without fields differs in something."""
    marks = {" < ": " > ", " > ": " < ", " <= ": " >= ", " >= ": " <= ", ".max(": ".min(", ".min(": ".max("}
    return re.sub(r" [<>]=? |\.(?:max|min)\(", lambda found: marks.get(found[0], found[0]), text)


def _inside(place: Place, function: Node) -> str:
    """The text of a body without its braces and outer layout."""
    return place.text(function.child_by_field_name("body")).strip()[1:-1].strip()


def next_bodies(own: list[Field]) -> Iterator[str]:
    """Bodies of `next` for types that count up to an end, by a step, or go through a list."""
    numbers = [one for one in own if NUMBER.fullmatch(one.type)]
    counts = [one for one in numbers if COUNTS.fullmatch(one.name)]
    ends = [one for one in numbers if ENDS.fullmatch(one.name) and one not in counts]
    steps = [f"self.{one.name}" for one in numbers if one not in (*counts, *ends)] or ["1"]
    for count in counts[:1]:
        at, then = f"self.{count.name}", f"self.{count.name} += {steps[0]};"
        for end in ends[:1]:
            for mark in (">=", ">"):
                yield f"if {at} {mark} self.{end.name} {{ return None; }} let value = {at}; {then} Some(value)"
        for one in own:
            if re.match(r"(?:Vec<|&(?:'\w+ )?\[)", one.type):
                get = f"self.{one.name}.get({at})"
                yield f"let value = {get}?; {then} Some(value)"
                yield f"let value = {get}.cloned()?; {then} Some(value)"
        if not ends:
            yield f"let value = {at}; {then} Some(value)"
