"""Bodies of a missing method of a trait of `std` that pass on to a method which the type has already.

Covered: own methods with the same parameters and result, whatever their name: `next` by `fn step(&mut self) ->
Option<T>`. Not covered: traits of the file (`body_facts`), methods that need a conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import parameters, return_type
from nightschool.repair.operators.impl_facts import STANDARD
from nightschool.repair.operators.item_facts import implementations, items, receiver
from nightschool.repair.place import Place

HEAD = re.compile(r"fn \w+(?:<.*>)?\((&mut self|&self|self|)(?:, )?(.*)\) -> (.+)")


def own_calls(place: Place, block: Node, kind: str, name: str) -> Iterator[str]:
    """Calls of the type's own methods that take and give what a method of a trait of `std` does."""
    head = HEAD.fullmatch(STANDARD.get(name, ""))
    if head is None:
        return
    given = [one.split(": ", 1) for one in head[2].split(", ") if ": " in one]
    wanted = (*(_written(place, block, kind, text) for _, text in given), _written(place, block, kind, head[3]))
    for own in implementations(place.syntax, kind):
        for method in items(own, "function_item") if not place.syntax.field(own, "trait") else ():
            said = [*(one.type for one in parameters(place, method)), return_type(place, method)]
            if receiver(place.syntax, method).removeprefix("mut ") != head[1]:
                continue
            if tuple(_written(place, block, kind, text) for text in said) == wanted:
                path = f"{'self.' if head[1] else 'Self::'}{place.syntax.name(method)}"
                yield f"{path}({', '.join(one for one, _ in given)})"


def _written(place: Place, block: Node, kind: str, text: str) -> str:
    """A type with the impl's argument, its associated types and `Self` written out, without layout and paths."""
    argument = re.search(r"<(.+)>$", place.syntax.field(block, "trait"), re.DOTALL)
    text = text.replace("ARGUMENT", argument[1] if argument else "Self")
    for one in items(block, "type_item"):
        text = text.replace(f"Self::{place.syntax.name(one)}", place.syntax.field(one, "type"))
    return re.sub(r"\s+|\w+::", "", re.sub(r"\bSelf\b(?!::)", kind, text))
