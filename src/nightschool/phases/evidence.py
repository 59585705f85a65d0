"""What `examine` measured beside pass rates, for the gate and for the night's report.

Covered: reading what is there; a night that did not open frozen has less. Not covered: measuring, and deciding.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from nightschool.decisions import POLICY
from nightschool.phases.base_form import FILE as FORMS
from nightschool.phases.context import OWN, Context
from nightschool.phases.measured import read
from nightschool.phases.opening import FILE as OPENING
from nightschool.phases.opening import Opening, count_looks
from nightschool.phases.reliability import NOISE


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the verdicts of a night can be trusted."""

    looks: int
    """Candidates that have been measured on frozen, tonight included."""
    unstable: frozenset[str]
    """Koans whose greedy verdict depended on the batch, of frozen and of those of dev that were asked again."""


def examined_trust(context: Context) -> Trust:
    """What the cycle's examination found out about itself."""
    noise = _read(context, NOISE)
    unstable = frozenset(koan for one in noise.values() for koan in one["flipped"])
    return Trust(count_looks(context), unstable)


def examination_notes(context: Context) -> dict[str, str]:
    """Lines of the report about tonight's examination, by name."""
    trust, opening = examined_trust(context), Opening(**_read(context, OPENING))
    curated = context.result("curate")
    shadow = f"rotation {curated.metrics['rotation']:.0f}, digest {curated.digests['shadow'][:12]}"
    candidates = f"{trust.looks} candidate{'' if trust.looks == 1 else 's'}"
    frozen = f"{opening}; frozen has been measured for {candidates} so far (policy and single answer)"
    forms = _read(context, FORMS, "baseline")
    told = ", ".join(f"{form} {passed}/{n}" for form, (passed, n) in forms.items())
    notes = {"shadow": shadow, "frozen": frozen} | own_note(context)
    notes |= {"base model": f"asked in its better form: {told} of dev"} if forms else {}
    for name, one in _read(context, NOISE).items():
        named = f": {', '.join(one['unstable'])}" if one["unstable"] else ""
        notes[f"unstable on {name}"] = (
            f"{len(one['unstable'])} of {one['koans']} asked again, {len(one['flipped'])} with another verdict{named}"
        )
    return notes


def own_note(context: Context) -> dict[str, str]:
    """What `own` is tonight, and how often the policy's repair is the developer's, letter for letter but for layout:
    the least that is right: a pass without tests is none that tests would give for certain."""
    from nightschool.curriculum.own import own_record
    from nightschool.rust.canonical import normalise

    told = own_record(context.output("curate")).get("line", "")
    if context.own is None:
        return {OWN: told} if told else {}
    fixed = {koan.id: normalise(koan.fixed) for koan in context.own.koans}
    path = context.output("examine") / f"{POLICY}-{OWN}.json"
    attempts = read(path).attempts if path.exists() else ()
    same = sum(one.koan in fixed and normalise(one.program) == fixed[one.koan] for one in attempts if one.program)
    return {OWN: f"{told}; the policy repaired {same} as the developer did"}


def _read(context: Context, name: str, phase: str = "examine") -> dict[str, Any]:
    """One file of the examination, or of another phase; empty if it was not made."""
    path = context.output(phase) / name
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return data
