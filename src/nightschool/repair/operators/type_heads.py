"""Operators on the number of generic arguments: heads of impls as the type declares them, constants as arguments.

Covered: `impl<T> Grid<T>` of a `Grid<T, const W: usize>`, constants of the file where a `const` argument is left out.
Not covered: arguments of other kinds (`generics`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.item_facts import disjoint, generics, implementations
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

MOST = 6
"""Most constants tried."""


@repairs("E0107", late=200)
def impl_head(place: Place) -> Iterator[Proposed]:
    """`impl<T> Grid<T>` becomes `impl<T, const W: usize> Grid<T, W>`, as the type declares it; one block or all."""
    for item in _lacking(place):
        before, own = generics(place.syntax, item)
        made = [edits for block in implementations(place.syntax, place.syntax.name(item))
                if (edits := _headed(place, block, before, own))]  # fmt: skip
        if len(made) > 1:
            yield 0.0, tuple(edit for edits in made for edit in edits)
        yield from ((0.1, edits) for edits in made)


def _lacking(place: Place) -> list[Node]:
    """Generic types of the file that rustc says have another number of arguments."""
    found = [place.item(name) for name in sorted(place.names)] if "E0107" in place.codes else []
    return [one for one in found if one is not None and one.child_by_field_name("type_parameters") is not None]


def _headed(place: Place, block: Node, before: str, own: str) -> tuple[Edit, ...]:
    """An impl's head with all of a type's parameters; nothing if it has them or gives other arguments."""
    kind, listed = block.child_by_field_name("type"), block.child_by_field_name("type_parameters")
    keyword = block.children[0]
    if kind is None or place.text(kind).endswith(own) or place.near(kind) is None:
        return ()
    name = re.sub(r"<.*", "", place.text(kind), flags=re.DOTALL)
    start, end = (listed.start_byte, listed.end_byte) if listed is not None else (keyword.end_byte, keyword.end_byte)
    return Edit(start, end, before), Edit(kind.start_byte, kind.end_byte, f"{name}{own}")


@repairs("E0107", late=200)
def constant_arguments(place: Place) -> Iterator[Proposed]:
    """`Grid<u8>` becomes `Grid<u8, WIDTH>` or `Grid<u8, 3>` where the type takes constants; at one place or at all."""
    for item in _lacking(place):
        wanted = [one for one in _parameters(item) if one.type == "const_parameter"]
        uses = [one for one in place.syntax.of("type_identifier") if place.text(one) == place.syntax.name(item)
                and one.parent != item and place.near(one) is not None]  # fmt: skip
        for rank, values in enumerate(_values(place, wanted, len(wanted)) if wanted else ()):
            made = [edit for one in uses if (edit := _given(one, values, len(_parameters(item)))) is not None]
            if len(made) > 1 and disjoint(made):
                yield 0.2 + rank * 0.3, tuple(made)
            yield from ((0.3 + rank * 0.3, (edit,)) for edit in made)


def _parameters(item: Node) -> list[Node]:
    listed = item.child_by_field_name("type_parameters")
    return [one for one in listed.named_children if "parameter" in one.type] if listed is not None else []


def _values(place: Place, wanted: list[Node], count: int) -> Iterator[str]:
    """Arguments for the constants: `const`s of their type in their order, then each alone, then numbers of the file."""
    kind = place.syntax.field(wanted[0], "type")
    names = [place.syntax.name(one) for one in place.syntax.of("const_item")
             if place.syntax.field(one, "type") == kind]  # fmt: skip
    numbers = list(dict.fromkeys(place.text(one) for one in place.syntax.of("integer_literal")))[:MOST]
    declared = [place.syntax.name(one) for one in wanted]
    if len(names) >= count > 1:
        yield ", ".join(names[:count])
    yield from (", ".join([one] * count) for one in [*(names[:MOST] if count == 1 else ()), *numbers])
    yield ", ".join(declared)


def _given(node: Node, values: str, count: int) -> Edit | None:
    """The insertion that gives a use the arguments that it lacks at its end."""
    holder = node.parent if node.parent is not None and node.parent.type == "generic_type" else None
    listed = holder.child_by_field_name("type_arguments") if holder is not None else None
    missing = len(values.split(", "))
    if listed is None:
        return insert(node.end_byte, f"<{values}>") if count == missing else None
    if len(listed.named_children) + missing != count or enclosing(node, "use_declaration") is not None:
        return None
    return insert(listed.end_byte - 1, f", {values}")
