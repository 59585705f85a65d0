"""Bodies of methods that are put together from several parts of a type.

Covered: a number field with a method of the same type, what a type remembers given back into a parameter. Not covered:
bodies of one field or one call (`body_facts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import NUMBER, Field, Local, generic_args, has_self, parameters, return_type
from nightschool.repair.operators.item_facts import last_name, methods
from nightschool.repair.place import Place


def with_methods(place: Place, function: Node, kind: str, returned: str, own: list[Field]) -> Iterator[str]:
    """A number field and a method of the type that give the returned type, added or multiplied."""
    numbers = [one.name for one in own if one.type == returned and NUMBER.fullmatch(returned)]
    readers = [one for one in methods(place.syntax, kind) if has_self(place, one) and not parameters(place, one)]
    named = [place.syntax.name(one) for one in readers if return_type(place, one) == returned]
    for name in named if len(named) * len(numbers) <= 3 else ():
        if name != place.syntax.name(function):
            for mark in ("+", "*"):
                yield from (f"self.{one} {mark} self.{name}()" for one in numbers)


def given_back(own: list[Field], given: list[Local]) -> Iterator[str]:
    """What a field remembers goes back into a `&mut` parameter: `if let Some(old) = self.old.take() { *x = old; }`."""
    for local in given:
        found = re.fullmatch(r"&\s*mut\s+(.+)", local.type)
        for one in own if found else ():
            head, args = generic_args(one.type)
            name = "last" if last_name(one.type) == "Vec" else one.name
            call = {"Option": "take", "Vec": "pop", "VecDeque": "pop_back"}.get(head)
            if found and call and args == (found[1],):
                yield f"if let Some({name}) = self.{one.name}.{call}() {{\n        *{local.name} = {name};\n    }}"
            elif found and one.type == found[1]:
                yield f"*{local.name} = self.{one.name}.clone();"
                yield f"std::mem::swap({local.name}, &mut self.{one.name});"
