"""When frozen is opened for a candidate, and how often it has been.

Thirty koans that are looked at every night wear out: choosing by them fits them. So dev and shadow come first,
frozen is opened only for a policy for which shadow shows all that the gate asks of it, and every opening is an entry in
the ledger.
Covered: nights, and adapters that are measured by hand; a resumed night counts once. Not covered: arms that no
training made (the base model, rustc's suggestions), which are measured on frozen without choosing anything.
Source: Dwork et al. (2015), Science 349: a holdout is worn out by how often it is asked, not by how long it is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from nightschool.decisions import POLICY, paired, promising, rivals, shadow_evidence
from nightschool.files import write_json
from nightschool.phases.context import Context
from nightschool.phases.looks import shadow_digest, tonights_alpha
from nightschool.types import EvaluationReport

LOOK = "look"
"""Event of the ledger: one candidate was measured on frozen."""
FILE = "opening.json"
Arms = Mapping[str, Mapping[str, EvaluationReport]]
"""Reports by arm and suite."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether frozen was opened tonight, and what shadow said."""

    opened: bool
    reference: str
    gain: float
    """Of the policy over the reference on shadow, with its 95 % interval."""
    low: float
    high: float
    n: int
    failed: Sequence[str] = ()
    """Conditions on shadow that do not hold."""

    def __str__(self) -> str:
        gain = f"{self.gain:+.3f} [{self.low:+.3f}, {self.high:+.3f}] (paired)"
        seen = f"gain over {self.reference} on shadow {gain}, n={self.n}"
        why = f"; not shown: {', '.join(self.failed)}" if self.failed else ""
        return f"{'opened' if self.opened else 'not opened'}: {seen}{why}"


def decide_opening(context: Context, folder: Path, arms: Arms) -> Opening:
    """Open frozen if the gate's evidence on shadow holds at tonight's alpha; keep and print what was decided.

    Reports of dev, which decides how much alpha tonight has, and of shadow, by arm.
    """
    reference = rivals(context.champion is not None)[0]
    shadow = on(arms, "shadow")
    promises = promising(*(on(arms, "dev")[arm] for arm in (reference, POLICY)))
    alpha = tonights_alpha(context, shadow_digest(shadow), promises)
    evidence = shadow_evidence(shadow, context.champion is not None, alpha, context.config.gate)
    pair = paired(shadow[reference], shadow[POLICY])
    failed = [check.name for check in evidence.checks if not check.ok]
    opening = Opening(evidence.ok, reference, pair.gain, pair.low, pair.high, pair.n, failed)
    write_json(folder / FILE, asdict(opening))
    print(f"frozen {opening}", flush=True)
    return opening


def on(arms: Arms, suite: str) -> dict[str, EvaluationReport]:
    """The reports of one suite by arm."""
    return {arm: reports[suite] for arm, reports in arms.items() if suite in reports}


def record_look(context: Context, arm: str, adapter: str, suite_digest: str) -> None:
    """Write into the ledger that `arm`, made of the adapter of that digest, is now measured on frozen.

    One cycle's arm of one adapter counts once, however often it is resumed.
    """
    data = {"cycle": context.cycle, "arm": arm, "adapter": adapter, "suite": suite_digest}
    context.registry.ledger.append(LOOK, f"{context.cycle}:{arm}:{adapter[:16]}", data)


def count_looks(context: Context) -> int:
    """For how many candidates frozen has been measured, tonight included: policy and single answer are one look."""
    looks = (entry.data for entry in context.registry.ledger.entries() if entry.event == LOOK)
    return len({(look["cycle"], look["adapter"]) for look in looks})
