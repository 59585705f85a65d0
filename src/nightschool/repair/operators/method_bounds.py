"""Operators on bounds of one function: on a method alone, and bounds with an argument that its use shows.

Covered: `where T: Trait` on a method whose `impl` has the parameter; `IntoIterator<Item = T>`, `Into<T>`, `AsRef<T>`.
Not covered: bounds without arguments on a head (`bounds`), `impl Trait` and `dyn Trait` (`object_types`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.operators.bound_facts import bound_groups, spelt
from nightschool.repair.operators.bounds import with_predicate
from nightschool.repair.operators.item_facts import last_name, owner, type_parameters
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import child

ITERATES = re.compile(
    r"`(next|map|filter|filter_map|flat_map|fold|zip|enumerate|sum|min|max|count|any|all|find|rev|collect|take|skip|"
    r"peekable|chain|last|nth|for_each|position|product|copied|cloned)`"
)
"""Methods that a parameter has as an iterator."""
CONVERTS = {"into": ("Into", ("String", "f64", "u64", "i64")), "as_ref": ("AsRef", ("str", "std::path::Path", "[u8]"))}
"""Methods of traits with an argument, and the usual ones."""
ARITHMETIC = ("Add", "Sub", "Mul", "Div", "Rem", "AddAssign", "SubAssign", "MulAssign")
MOST = 6
"""Most arguments tried for one bound."""


@repairs("E0277 E0599 E0369 E0382 E0507 E0508", late=80)
def where_on_method(place: Place) -> Iterator[Proposed]:
    """A method gets `where T: Trait` for a parameter of its `impl` that needs it only there."""
    groups = [(cost, group) for cost, group in bound_groups(place) if cost < 1 or cost == len(group) == 1][:4]
    groups += [(0.5, (one, "Copy")) for _, (one, *rest) in groups if one in ARITHMETIC and not rest]
    if place.codes & {"E0507", "E0508", "E0382"}:
        groups.insert(0, (0.0, ("Copy",)))
    for function in place.syntax.of("function_item"):
        holder = owner(function)
        if holder is None or holder.type != "impl_item" or not place.touches(function):
            continue
        if holder.child_by_field_name("trait") is not None:
            continue
        for name in map(place.syntax.name, type_parameters(holder)):
            if not re.search(rf"\b{re.escape(name)}\b", place.message):
                continue
            for rank, (cost, group) in enumerate(groups):
                text = " + ".join(spelt(place, one, name) for one in group)
                yield 0.1 + cost + rank * 0.5, (with_predicate(place, function, f"{name}: {text}"),)


@repairs("E0277 E0599 E0282", late=150)
def bound_with_argument(place: Place) -> Iterator[Proposed]:
    """`T` becomes `T: IntoIterator<Item = u32>`, `T: Iterator<Item = u32>`, `T: Into<String>` or `T: AsRef<str>`."""
    for function in place.syntax.of("function_item", "impl_item"):
        for parameter in type_parameters(function) if place.touches(function) else ():
            name, own = place.syntax.name(parameter), child(parameter, "trait_bounds")
            for rank, text in enumerate(_with_arguments(place, function, name)):
                if last_name(text) not in (had := place.text(own)):
                    yield rank * 0.4, (insert(parameter.end_byte, f" + {text}" if had else f": {text}"),)


def _with_arguments(place: Place, function: Node, name: str) -> Iterator[str]:
    """Bounds with an argument that the message asks of a parameter."""
    asked = re.search(rf"`(?:&(?:mut )?)?{re.escape(name)}`? (?:is not an iterator|.*Iterator)", place.message)
    lacks = re.search(rf"found for (?:type parameter|reference|mutable reference) `&?(?:mut )?{re.escape(name)}`",
                      place.message)  # fmt: skip
    if asked or (lacks and re.search(r"`into_iter`", place.message)):
        yield from (f"IntoIterator<Item = {kind}>" for kind in item_kinds(place, function))
    elif lacks and ITERATES.search(place.message):
        yield from (f"Iterator<Item = {kind}>" for kind in item_kinds(place, function))
    for method, (trait, usual) in CONVERTS.items() if lacks else ():
        if f"`{method}`" in place.message:
            kinds = item_kinds(place, function) if trait == "Into" else []
            yield from (f"{trait}<{kind}>" for kind in dict.fromkeys([*usual[:1], *kinds[:3], *usual[1:]]))


def item_kinds(place: Place, function: Node) -> list[str]:
    """Types that the items of an iterator may have: those of the function first, then of the file, owned or lent."""
    names = {place.syntax.name(one) for one in place.syntax.of("type_parameter")}
    found = Counter[str]()
    for node in place.syntax.of("primitive_type", "type_identifier"):
        text, inside = place.text(node), function.start_byte <= node.start_byte < function.end_byte
        if text not in names and text not in ("Self", "str", "Vec", "Option", "Result"):
            found[text] += 3 if inside else 1
    own = [text for text, _ in found.most_common(4)]
    texts = ["&str"] if re.search(r"&(?:'\w+ )?str\b|\"", place.text(function)) else []
    lent = [f"&{text}" for text in own[:1]]
    return list(dict.fromkeys([*own[:2], *texts, *own[2:], *lent, "&str", "String"]))[:MOST]
