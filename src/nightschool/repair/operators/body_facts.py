"""Bodies that a method may sensibly have: from the fields, methods and functions of its type, by its return type.

Covered: getters, calls that pass on, sums, literals, names of types, comparisons, formats. Not covered: which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import (
    NUMBER,
    Field,
    Local,
    fields,
    generic_args,
    parameters,
    return_type,
    shape,
    variants,
)
from nightschool.repair.likely import likely_values, plain_values
from nightschool.repair.operators.alike_bodies import alike
from nightschool.repair.operators.body_parts import given_back, with_methods
from nightschool.repair.operators.item_facts import last_name, owner, receiver
from nightschool.repair.operators.worked_out import by_name, from_lists, within_limit
from nightschool.repair.place import Place

COPIED = re.compile(r"[iuf](?:8|16|32|64|128|size)|bool|char|&.*|Option<[iuf]\d+>")
SEPARATORS = (" ", ": ", ", ", "-", "/", "x", ":")


def bodies(place: Place, function: Node, kind: str, returned: str) -> list[str]:
    """Bodies for a function of a trait, written for the type `kind`; the likely first."""
    item = place.item(kind)
    own = list(fields(place, item)) if item is not None and item.type == "struct_item" else []
    given = list(parameters(place, function))
    returned = returned.strip().replace("Self", kind) if returned.strip() != "Self" else kind
    found = [*alike(place, function, kind, own), *by_name(place, function, returned)]
    found += _getters(own, returned) if receiver(place.syntax, function) else ()
    found += _calls(place, function, kind, returned, own, given)
    found += with_methods(place, function, kind, returned, own)
    found += [*from_lists(place, function, returned, own), *within_limit(place, function, returned, own)]
    found += _by_variant(place, item, returned)
    found += _texts(kind, own, given, returned)
    if returned == kind:
        found += _constructed(place, item, kind, own, given)
    if not returned:
        found += [*_effects(own, given), *given_back(own, given)]
    names = [*given, *(Local(f"self.{one.name}", one.type) for one in own)]
    found += [*likely_values(place, returned, names), *plain_values(place, returned)] if returned else [""]
    return list(dict.fromkeys(one for one in found if "Self::Self" not in one))


def _getters(own: list[Field], returned: str) -> Iterator[str]:
    """Fields of the returned type, borrowed, cloned, wrapped, counted or combined."""
    for one in own:
        if one.type == returned:
            yield f"self.{one.name}" if COPIED.fullmatch(one.type) else f"self.{one.name}.clone()"
        head, args = generic_args(one.type)
        lent = returned.startswith("&") and last_name(returned)
        if f"&{one.type}" == returned or (lent == "str" and one.type == "String"):
            yield f"&self.{one.name}"
        elif args and returned in (f"&[{args[0]}]", f"&mut {one.type}"):
            yield f"&mut self.{one.name}" if "mut" in returned else f"&self.{one.name}"
        elif returned == f"Option<&{one.type}>":
            yield f"Some(&self.{one.name})"
        if returned == f"Option<{one.type}>":
            yield f"Some(self.{one.name})" if COPIED.fullmatch(one.type) else f"Some(self.{one.name}.clone())"
        yield from _from_collection(one, head, args, returned)
    numbers = [one.name for one in own if one.type == returned and NUMBER.fullmatch(returned)]
    if len(numbers) > 1:
        yield " * ".join(f"self.{name}" for name in numbers)
        yield " + ".join(f"self.{name}" for name in numbers)
        yield f"2{'.0' if returned[0] == 'f' else ''} * (self.{numbers[0]} + self.{numbers[1]})"
        yield f"self.{numbers[0]} - self.{numbers[1]}"
    elif numbers and returned[0] == "f":
        yield f"std::{returned}::consts::PI * self.{numbers[0]} * self.{numbers[0]}"
        yield f"2.0 * std::{returned}::consts::PI * self.{numbers[0]}"
        yield f"self.{numbers[0]} * self.{numbers[0]}"
        yield f"4.0 * self.{numbers[0]}"


def _from_collection(one: Field, head: str, args: tuple[str, ...], returned: str) -> Iterator[str]:
    if head in ("Vec", "VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "String"):
        if returned == "usize":
            yield f"self.{one.name}.len()"
        elif NUMBER.fullmatch(returned):
            yield f"self.{one.name}.iter().sum()" if args[:1] == (returned,) else f"self.{one.name}.len() as {returned}"
        elif returned == "bool":
            yield f"self.{one.name}.is_empty()"
        elif args and returned == f"Option<{args[0]}>":
            yield f"self.{one.name}.pop()"
            yield f"self.{one.name}.pop_front()"
            yield f"self.{one.name}.first().cloned()"
        elif args and returned == f"Option<&{args[0]}>":
            yield f"self.{one.name}.first()"
            yield f"self.{one.name}.last()"
    elif NUMBER.fullmatch(one.type) and NUMBER.fullmatch(returned) and one.type != returned:
        yield f"self.{one.name} as {returned}"
    elif head == "Option" and returned == "bool":
        yield f"self.{one.name}.is_some()"
    elif returned.startswith("Option<") and "next" not in one.name:
        yield f"self.{one.name}.next()"


def _calls(
    place: Place, function: Node, kind: str, returned: str, own: list[Field], given: list[Local]
) -> Iterator[str]:
    """Calls of the file's functions and of the type's methods that return the type, their arguments at hand."""
    at_hand = [*given, *(Local(f"self.{one.name}", one.type) for one in own)]
    for other in place.syntax.of("function_item", "function_signature_item"):
        holder, name = owner(other), place.syntax.name(other)
        inside = last_name(place.syntax.field(holder, "type")) if holder is not None else ""
        if name == place.syntax.name(function) or return_type(place, other).replace("Self", kind) != returned:
            continue
        if holder is not None and inside != kind and holder.type != "trait_item":
            continue
        values = [_at_hand(one, at_hand, kind) for one in parameters(place, other)]
        if not values and not receiver(place.syntax, other):
            continue
        if None in values or (receiver(place.syntax, other) and not receiver(place.syntax, function)):
            continue
        path = f"self.{name}" if receiver(place.syntax, other) else f"Self::{name}" if holder is not None else name
        yield f"{path}({', '.join(str(one) for one in values)})"


def _at_hand(wanted: Local, names: list[Local], kind: str) -> str | None:
    """An argument of the parameter's type, borrowed where it must be."""
    for one in names:
        if one.type == wanted.type:
            return one.name
        if f"&{one.type}" == wanted.type or (wanted.type == "&str" and one.type == "String"):
            return f"&{one.name}"
    if last_name(wanted.type) in (kind, "Self") and wanted.type.startswith("&"):
        return "self"
    return None


def _by_variant(place: Place, item: Node | None, returned: str) -> Iterator[str]:
    """`match self` with a value a variant: its name in lower case, or a plain value."""
    if item is None or item.type != "enum_item":
        return
    listed = variants(place, item)
    marks = {"": "", "(": "(..)", "{": " { .. }"}
    if last_name(returned) in ("str", "String"):
        end = ".to_string()" if last_name(returned) == "String" else ""
        for form in (str.lower, str):
            arms = " ".join(f'Self::{one.name}{marks[one.shape]} => "{form(one.name)}"{end},' for one in listed)
            yield f"match self {{ {arms} }}"
    elif NUMBER.fullmatch(returned):
        arms = " ".join(f"Self::{one.name}{marks[one.shape]} => {n}," for n, one in enumerate(listed))
        yield f"match self {{ {arms} }}"


def _texts(kind: str, own: list[Field], given: list[Local], returned: str) -> Iterator[str]:
    """Values of text types."""
    if returned == "String":
        yield from (f"self.{one.name}.to_string()" for one in own if not one.type.startswith(("Vec", "Option", "Hash")))
        if len(own) > 1:
            for mark in SEPARATORS[:3]:
                yield f'format!("{{}}{mark}{{}}", self.{own[0].name}, self.{own[1].name})'
        yield from (f'"{kind}".to_string()', f'"{kind.lower()}".to_string()')
        yield from (f"{one.name}.to_string()" for one in given)
    elif re.fullmatch(r"&('\w+ )?str", returned):
        yield from (f'"{kind}"', f'"{kind.lower()}"')


def _constructed(place: Place, item: Node | None, kind: str, own: list[Field], given: list[Local]) -> Iterator[str]:
    """The type made from parameters of its fields' types, else from what is usual for them."""
    values, left = {}, list(given)
    for one in own:
        same = next((local for local in left if local.type == one.type or local.name == one.name), None)
        if same is not None:
            left.remove(same)
        lent = same is not None and same.type.startswith("&") and not one.type.startswith("&")
        plain = (plain_values(place, one.type) or ["Default::default()"])[0]
        values[one.name] = plain if same is None else f"{same.name}.to_owned()" if lent else same.name
    for variant in variants(place, item)[:1] if item is not None and item.type == "struct_item" else ():
        yield variant.call("Self", values)
    if shape(item) == "" and item is not None and item.type == "struct_item":
        yield "Self"
    for variant in variants(place, item) if item is not None and item.type == "enum_item" else ():
        if not variant.shape:
            yield f"{kind}::{variant.name}"
    yield from (f"{kind}::new()", "Self::default()", "self.clone()", "*self")


def _effects(own: list[Field], given: list[Local]) -> Iterator[str]:
    """Statements that change a field by a parameter."""
    for one in own:
        for local in given:
            head, args = generic_args(one.type)
            value = f"{local.name}.to_string()" if local.type == "&str" and "String" in one.type else local.name
            if head == "Vec" and args and (args[0] == local.type or value != local.name):
                yield f"self.{one.name}.push({value});"
            elif one.type == "String" and "str" in local.type.lower():
                yield f"self.{one.name}.push_str({'&' if local.type == 'String' else ''}{local.name});"
                yield f"self.{one.name} = {value};"
            elif one.type == local.type:
                yield f"self.{one.name} = {local.name};"
                if NUMBER.fullmatch(one.type):
                    yield f"self.{one.name} += {local.name};"
        if NUMBER.fullmatch(one.type) and not given:
            yield f"self.{one.name} += {'1.0' if one.type[0] == 'f' else '1'};"
