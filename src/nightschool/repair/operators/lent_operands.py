"""Operators on arithmetic of lent values of a type parameter: the bound is on the reference.

Covered: `for<'a> &'a T: Sub<&'a T, Output = T>` for `&a - &b`, on the function or its impl. Not covered: bounds on the
parameter itself (`bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.bound_facts import spelt
from nightschool.repair.operators.bounds import with_predicate
from nightschool.repair.operators.item_facts import type_parameters
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing

LENT = re.compile(r"cannot (add|subtract|multiply|divide) `&(\w+)` (?:to|from|by) `&(\w+)`")
TRAITS = {"add": "Add", "subtract": "Sub", "multiply": "Mul", "divide": "Div"}


@repairs("E0369", late=200)
def bound_on_reference(place: Place) -> Iterator[Proposed]:
    """A function or impl gets `where for<'a> &'a T: Sub<&'a T, Output = T>`."""
    for verb, name, other in dict.fromkeys(LENT.findall(place.message)):
        if name != other:
            continue
        full = re.sub(r"<.*", "", spelt(place, TRAITS[verb], name))
        predicate = f"for<'a> &'a {name}: {full}<&'a {name}, Output = {name}>"
        for function in place.syntax.of("function_item"):
            for rank, holder in enumerate((function, enclosing(function, "impl_item"))):
                known = [place.syntax.name(one) for one in type_parameters(holder)] if holder is not None else []
                if holder is not None and name in known and place.touches(function):
                    yield 0.3 + rank * 0.1, (with_predicate(place, holder, predicate),)
