"""Looks at shadow and what they cost: tonight's alpha, the gate's ledger entry, and what tonight could detect.

Covered: a look at the very same answers again (a phase run twice) is one look; other answers of the same cycle are
another. Not covered: the arithmetic (`decisions.budget`, `decisions.power`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from nightschool.decisions import alpha_share, detectable_gain
from nightschool.files import digest_json
from nightschool.phases.context import OWN, Context
from nightschool.tracking import Entry, spends
from nightschool.types import EvaluationReport

TOLD = ("pass_rate", "n", "unscored")
"""What the ledger says of an arm on `own`."""


def shadow_digest(reports: Mapping[str, EvaluationReport]) -> str:
    """Digest of the verdicts on shadow, by name of the side; names a look."""
    return digest_json({side: {a.koan: a.verdict.value for a in r.attempts} for side, r in reports.items()})


def tonights_alpha(context: Context, look: str, promises: bool) -> float:
    """The share of the alpha budget for the look with this digest; the same again when it is taken again.

    `promises`: whether dev finds the candidate better (`decisions.promising`).
    """
    others = [entry for entry in _gates(context) if entry.data.get("shadow_digest") != look]
    return alpha_share(spends(others), datetime.now(UTC), context.config.gate, promises)


def own_told(context: Context) -> dict[str, Any]:
    """What the arms did on `own`, from the phases' metrics; empty where tonight has no such suite.

    It stands in the ledger beside the decision, which has not seen it.
    """
    curated = context.find("curate")
    if curated is None or OWN not in curated.digests:
        return {}
    found: dict[str, dict[str, float]] = {}
    for result in filter(None, map(context.find, ("baseline", "examine"))):
        for name, value in result.metrics.items():
            arm, _, what = name.partition(f".{OWN}.")
            if what in TOLD:
                found.setdefault(arm, {})[what] = value
    about = {"digest": curated.digests[OWN], "tested": curated.metrics.get(f"{OWN}.tested", 0.0)}
    return {OWN: {**about, "arms": found}}


def record_gate(context: Context, data: Mapping[str, Any], look: str, beside: Mapping[str, Any]) -> Entry:
    """Write the gate's decision and its spend into the ledger, once for each decision of the cycle.

    `beside` stands with it and is no part of the evidence.
    The cycle's first decision stands under its name, any other under `cycle#digest`.
    """
    digest = digest_json(data)
    first = next((entry for entry in _gates(context) if entry.key == context.cycle), None)
    taken = first is not None and first.data["evidence_digest"] != digest
    key = f"{context.cycle}#{digest[:12]}" if taken else context.cycle
    return context.registry.ledger.append(
        "gate", key, {**beside, **data, "cycle": context.cycle, "evidence_digest": digest, "shadow_digest": look}
    )


def power_line(context: Context) -> str:
    """What tonight's shadow could detect at the discordance that the latest earlier night saw; empty without one."""
    earlier = [entry for entry in _gates(context) if entry.data.get("cycle") != context.cycle]
    seen = [e.data["evidence"]["shadow_discordance"] for e in earlier if "shadow_discordance" in e.data["evidence"]]
    if not seen:
        return ""
    n = context.config.curriculum.shadow_koans
    alpha = alpha_share(spends(earlier), datetime.now(UTC), context.config.gate, promises=True)
    gain = detectable_gain(n, seen[-1], alpha)
    found = f"a gain of {gain:+.1%} or more" if gain else "no gain"
    known = (
        f"a koan's variance {seen[-1]:.2f} as last measured over templates, alpha {alpha:.2g} if dev promises a gain"
    )
    return f"Power: {n} shadow koans ({known}) find {found} in 8 of 10 nights."


def _gates(context: Context) -> list[Entry]:
    return [entry for entry in context.registry.ledger.entries() if entry.event == "gate"]
