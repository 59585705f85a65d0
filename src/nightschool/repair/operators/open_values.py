"""Operators on a match over characters, numbers or texts without an arm for all others, where errors can be returned.

Covered: `other => return Err(..)`, without `return` where the arms are Results themselves, with a text or a variant
that holds the value. Not covered: enums (`matching`, `told_arms`) and what else such an arm may do (`matching`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import generic_args, return_type, variants
from nightschool.repair.operators.item_facts import last_name
from nightschool.repair.operators.matching import missing_patterns, named_matches, new_arm
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.operators.value_positions import arms, results
from nightschool.repair.place import Place

OPEN = re.compile(r"_|&?_|'.*|\"?.*\"|-?\d.*|[iu](?:8|16|32|64|128|size)::.*")
"""Missing patterns of what has no names for its values."""
UNFIT = re.compile(r"Un\w+|Bad\w*|Invalid\w*|Illegal\w*|Wrong\w*|\w*Unknown\w*|\w*Unexpected\w*")


@repairs("E0004", late=200)
def error_for_others(place: Place) -> Iterator[Proposed]:
    """`other => return Err(format!("unexpected {other:?}")),` in a function that returns `Result<T, String>`."""
    missing = missing_patterns(place)
    if not missing or not all(OPEN.fullmatch(one) for one in missing):
        return
    for cost, match in named_matches(place)[:3]:
        function, group = place.function_at(match.start_byte), arms(match)
        head, args = generic_args(return_type(place, function))
        if head != "Result" or len(args) != 2 or not group or function is None:
            continue
        ends = results(place, function)
        leave = "" if any(place.syntax.field(one, "value") in map(place.text, ends) for one in group) else "return "
        for turn, (name, error) in enumerate(_errors(place, args[1])):
            yield cost + turn * 0.4, (new_arm(place, group[-1], [(name, f"{leave}Err({error})")]),)


def _errors(place: Place, wanted: str) -> Iterator[tuple[str, str]]:
    """(name of the value, error) for texts, and for variants that are named like that and hold one value or none."""
    if wanted in ("String", "Box<dyn Error>", "Box<dyn std::error::Error>"):
        yield "other", 'format!("unexpected {other:?}")' + ("" if wanted == "String" else ".into()")
    item = place.item(last_name(wanted), "enum_item")
    for one in variants(place, item):
        path = f"{last_name(wanted)}::{one.name}"
        if not UNFIT.fullmatch(one.name) or len(one.fields) > 1:
            continue
        if not one.fields:
            yield "_", path
            continue
        yield "other", one.call(path, {one.fields[0].name: "other"})
        if one.fields[0].type == "String":
            yield "other", one.call(path, {one.fields[0].name: "other.to_string()"})
