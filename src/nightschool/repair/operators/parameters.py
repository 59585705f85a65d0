"""Operators on how many parameters a method has: the ones that its trait, or its impl, has besides (E0050).

Covered: trait and impl in one file, or in two, where rustc shows the other's parameters (`cargo.views` quotes them).
Not covered: traits of `std` (`signatures`), calls (`calls`), bodies that should do something with what came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from tree_sitter import Node

from nightschool.repair.operators.item_facts import last_name, owner
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

ELSEWHERE = re.compile(r"elsewhere it has the parameters `([^`]*)`")
NAMED = re.compile(r"`(\w+)` has \d+ parameters? but the declaration")
MOST = 9
"""Parameters of the longer list, beyond which no positions are tried."""
WAYS = 3
"""Positions tried, those first that leave equal types and names side by side."""


@repairs("E0050", late=100)
def parameters_of_the_other(place: Place) -> Iterator[Proposed]:
    """A method of a trait or an impl gets the parameters that it lacks of the other, or loses those it has besides."""
    named = set(NAMED.findall(place.message)) if "E0050" in place.codes else set()
    for method in place.syntax.of("function_item", "function_signature_item"):
        listed = method.child_by_field_name("parameters")
        if listed is None or place.syntax.name(method) not in named or not place.touches(method):
            continue
        near = 0.0 if owner(method) is not None and _in_impl(method) else 0.5
        for rank, other in enumerate(_others(place, method)):
            for more, edits in _followed(place, method, listed, other):
                yield near + rank * 0.2 + more, edits


def _in_impl(method: Node) -> bool:
    block = owner(method)
    return block is not None and block.type == "impl_item"


def _others(place: Place, method: Node) -> Iterator[list[str]]:
    """Parameters of the same method on the other side: in this file, else as rustc shows them."""
    here = [
        other
        for other in place.syntax.of("function_item", "function_signature_item")
        if place.syntax.name(other) == place.syntax.name(method) and _trait(place, other) == _trait(place, method)
        and _in_impl(other) != _in_impl(method) and place.touches(other)
    ]  # fmt: skip
    lists = [parameters_of(place, one) for one in here]
    yield from lists or [separated(text) for text in ELSEWHERE.findall(place.message)]


def _trait(place: Place, method: Node) -> str:
    block = owner(method)
    if block is None:
        return ""
    return last_name(place.syntax.field(block, "trait")) if block.type == "impl_item" else place.syntax.name(block)


def parameters_of(place: Place, method: Node) -> list[str]:
    """A method's parameters with its receiver, as they are written."""
    return [place.text(one) for one in _nodes(method)]


def _nodes(method: Node) -> list[Node]:
    listed = method.child_by_field_name("parameters")
    return [one for one in listed.named_children if one.type.endswith("parameter")] if listed is not None else []


def separated(text: str) -> list[str]:
    """The parameters of a list, cut at the commas that stand in no brackets."""
    found, depth, last = [""], 0, ""
    for sign in text:
        depth += (sign in "([{<") - (sign in ")]}" or (sign == ">" and last != "-"))
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
        last = sign
    return [one.strip() for one in found if one.strip()]


def _followed(place: Place, method: Node, listed: Node, other: Sequence[str]) -> Iterator[Proposed]:
    own = parameters_of(place, method)
    if len(own) == len(other) or max(len(own), len(other)) > MOST:
        return
    shorter, longer = sorted((own, list(other)), key=len)
    for rank, kept in enumerate(islice(_positions(shorter, longer), WAYS)):
        if len(own) > len(other):
            yield rank * 0.6, (Edit(listed.start_byte, listed.end_byte, f"({', '.join(own[at] for at in kept)})"),)
            continue
        new = {at: re.sub(r"^mut ", "", one) for at, one in enumerate(other) if at not in kept}
        yield rank * 0.6, _added(method, listed, new)
        unused = {at: _unused(place, method, one) for at, one in new.items()}
        if unused != new:
            yield rank * 0.6 + 0.2, _added(method, listed, unused)


def _positions(shorter: Sequence[str], longer: Sequence[str]) -> list[tuple[int, ...]]:
    """Where the shorter list's parameters may stand in the longer one, the best fit first."""
    every = combinations(range(len(longer)), len(shorter))
    return sorted(every, key=lambda kept: -sum(_fit(one, longer[at]) for one, at in zip(shorter, kept, strict=True)))


def _fit(one: str, other: str) -> int:
    """Equal types tell more than equal names; a receiver stands for a receiver only."""
    (name, kind), (with_name, with_kind) = _parted(one), _parted(other)
    return 2 * (kind == with_kind) + (name == with_name) - 4 * ((not kind) != (not with_kind))


def _parted(parameter: str) -> tuple[str, str]:
    """(name, type); a receiver has no type."""
    name, _, kind = parameter.partition(":")
    return name.removeprefix("mut ").lstrip("_").strip(), " ".join(kind.split())


def _unused(place: Place, method: Node, parameter: str) -> str:
    """With an underscore in front where a body does not use the name."""
    body, name = place.text(method.child_by_field_name("body")), parameter.partition(":")[0].strip()
    return parameter if not body or name.startswith("_") or re.search(rf"\b{name}\b", body) else f"_{parameter}"


def _added(method: Node, listed: Node, new: dict[int, str]) -> tuple[Edit, ...]:
    """Insertions of parameters at their places, each behind what stands before it."""
    nodes = iter(_nodes(method))
    before: Node | None = None
    edits: dict[int, list[str]] = {}
    for at in range(len(_nodes(method)) + len(new)):
        if at not in new:
            before = next(nodes)
        else:
            edits.setdefault(before.end_byte if before is not None else listed.start_byte + 1, []).append(new[at])
    first, more = listed.start_byte + 1, bool(_nodes(method))
    return tuple(
        insert(at, ", ".join(texts) + (", " if more else "")) if at == first else insert(at, f", {', '.join(texts)}")
        for at, texts in edits.items()
    )
