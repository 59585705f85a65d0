"""Operators on a missing arm whose text the program tells elsewhere: in an inverse mapping, or by how others are named.

Covered: one arm for each variant that is missing (`told_facts`). Not covered: what only a person knows (`matching`
proposes likely bodies).
"""

from __future__ import annotations

from collections.abc import Iterator

from nightschool.repair.operators.matching import missing_patterns, named_matches, new_arm, variant_names, written
from nightschool.repair.operators.register import Proposed, repairs
from nightschool.repair.operators.told_facts import told_bodies
from nightschool.repair.operators.value_positions import arms
from nightschool.repair.place import Place


@repairs("E0004", late=200)
def told_arm(place: Place) -> Iterator[Proposed]:
    """`Paused => "paused"` where `"paused" => Paused` stands elsewhere, or all neighbours give their names so."""
    missing, names = missing_patterns(place), variant_names(place)
    for cost, match in named_matches(place)[:3]:
        group = arms(match)
        heads = [written(place, match, one)[-1] for one in missing]
        for rank, bodies in enumerate(told_bodies(place, group, names)):
            yield cost + rank * 0.3, (new_arm(place, group[-1], list(zip(heads, bodies, strict=True))),)
