"""What `examine` measured beside pass rates, for the gate and for the night's report.

Covered: reading what is there; a night that did not open frozen has less. Not covered: measuring, and deciding.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from nightschool.phases.context import Context
from nightschool.phases.opening import FILE as OPENING
from nightschool.phases.opening import Opening, count_looks
from nightschool.phases.reliability import NOISE, SAMPLES


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the greedy verdicts of a night can be trusted."""

    looks: int
    """How often a candidate has been measured on frozen, tonight included."""
    unstable: frozenset[str]
    """Koans whose greedy verdict depended on the batch, of frozen and of those of dev that were asked again."""
    samples: dict[str, dict[str, tuple[int, int]]]
    """Arm -> frozen koan that the reference passes greedily -> (passes, scored samples); empty if not opened."""


def examined_trust(context: Context) -> Trust:
    """What the cycle's examination found out about itself."""
    noise = _read(context, NOISE)
    samples = {arm: {k: (p, n) for k, (p, n) in found.items()} for arm, found in _read(context, SAMPLES).items()}
    unstable = frozenset(koan for one in noise.values() for koan in one["flipped"])
    return Trust(count_looks(context), unstable, samples)


def examination_notes(context: Context) -> dict[str, str]:
    """Lines of the report about tonight's examination, by name."""
    trust, opening = examined_trust(context), Opening(**_read(context, OPENING))
    curated = context.result("curate")
    shadow = f"rotation {curated.metrics['rotation']:.0f}, digest {curated.digests['shadow'][:12]}"
    frozen = f"{opening}; candidates were measured on it {trust.looks} times so far"
    notes = {"shadow": shadow, "frozen": frozen}
    for name, one in _read(context, NOISE).items():
        named = f": {', '.join(one['unstable'])}" if one["unstable"] else ""
        notes[f"unstable on {name}"] = (
            f"{len(one['unstable'])} of {one['koans']} asked again, {len(one['flipped'])} with another verdict{named}"
        )
    for arm, found in trust.samples.items():
        passed, drawn = sum(p for p, _ in found.values()), sum(n for _, n in found.values())
        notes[f"samples of {arm} on frozen"] = f"{passed} of {drawn} pass, {len(found)} koans the reference passes"
    return notes


def _read(context: Context, name: str) -> dict[str, Any]:
    """One file of the examination; empty if it was not made."""
    path = context.output("examine") / name
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return data
