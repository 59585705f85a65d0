"""The evidence on shadow for the candidate's policy: better than all it must beat, no harm done, sure where it says so.

Covered: better than the search that has learnt nothing and than the champion's policy, each at the whole of tonight's
alpha: all must hold, so the chance that a policy that is no better than one of them passes stays at alpha
(intersection-union, Berger 1982). No slice worse than the reference's, the adapter no worse than none (policy against
`chooser`), what is sure is right. A comparison that cannot be made (a report missing, incomplete, or of another
suite) is no look and spends no alpha. Not covered: opening frozen, which waits for these checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nightschool.config import GateConfig
from nightschool.decisions.checks import Check
from nightschool.decisions.inferiority import no_worse, slices
from nightschool.decisions.pairs import comparable, paired
from nightschool.decisions.power import koans_needed
from nightschool.decisions.superiority import bootstrap_interval, discordance, exact_p, template_gains
from nightschool.decisions.surety import sure_and_right
from nightschool.types import EvaluationReport

POLICY, SEARCH, CHOOSER, CHAMPION = "policy", "search", "chooser", "policy_champion"
"""Arms of the evidence: the candidate's policy, and what stands beside it."""


@dataclass(frozen=True, slots=True)
class ShadowEvidence:
    """The checks in order and their numbers. Frozen may be opened if `ok`."""

    checks: tuple[Check, ...]
    numbers: dict[str, float]

    @property
    def ok(self) -> bool:
        """Whether every check holds."""
        return all(check.ok for check in self.checks)


def rivals(champion: bool) -> tuple[str, ...]:
    """Arms that the policy must be better than, the reference first."""
    return (CHAMPION, SEARCH) if champion else (SEARCH,)


def shadow_evidence(
    arms: Mapping[str, EvaluationReport], champion: bool, alpha: float, config: GateConfig
) -> ShadowEvidence:
    """Compare shadow reports, by arm, at tonight's `alpha`; without all of them nothing is shown and none is spent."""
    policy = arms.get(POLICY)
    wanted = (*rivals(champion), CHOOSER)
    missing = [name for name in wanted if name not in arms or policy is None or not comparable(arms[name], policy)]
    if policy is None or missing:
        told = f"no two complete reports of one suite: {', '.join((POLICY, *missing))}"
        return ShadowEvidence((Check("shadow better", False, told, "a comparison"),), {"alpha_spent": 0.0})
    against = {name: _better(name, arms[name], policy, alpha, config) for name in rivals(champion)}
    better = [check for checks, _ in against.values() for check in checks]
    reference = rivals(champion)[0]
    sliced = slices(arms[reference], policy, config)
    adapter = paired(arms[CHOOSER], policy)
    harmless = no_worse("the adapter does no harm", adapter, config.harm_margin)
    sure, sureness = sure_and_right(policy, config)
    numbers = _numbers({name: found for name, (_, found) in against.items()}, reference) | adapter.evidence("adapter")
    spent = {"alpha_spent": alpha, "shadow_slices": float(len(sliced))}
    return ShadowEvidence((*better, harmless, sure, *sliced), numbers | sureness | spent)


def _numbers(against: Mapping[str, Mapping[str, float]], reference: str) -> dict[str, float]:
    """Those against the reference as `shadow_...`, others with the arm's name in theirs."""
    prefix = {name: "shadow_" if name == reference else f"shadow_{name}_" for name in against}
    return {f"{prefix[name]}{key}": value for name, found in against.items() for key, value in found.items()}


def _better(
    name: str, reference: EvaluationReport, policy: EvaluationReport, alpha: float, config: GateConfig
) -> tuple[tuple[Check, Check], dict[str, float]]:
    pair = paired(reference, policy)
    gains, sizes = template_gains(reference, policy)
    p, (low, high), seen = exact_p(gains), bootstrap_interval(gains, sizes), discordance(gains, sizes)
    needed = koans_needed(max(pair.gain, config.min_gain), seen, alpha)
    moves = f"{len(pair.fixed)} fixed, {len(pair.lost)} lost in {len(sizes)} templates"
    significant, above = alpha > 0 and p <= alpha, low > 0
    checks = (
        Check(f"shadow better than {name}", significant, f"p = {p:.2g}; {moves}",
              f"p at most {alpha:.2g}, tonight's share", not significant and high >= 0, 0 if significant else needed),
        Check(f"shadow gain over {name}", above,
              f"{pair.gain:+.3f} [{low:+.3f}, {high:+.3f}] (bootstrap over templates), n={pair.n}",
              "an interval above zero", not above and high >= 0, 0 if above else needed),
    )  # fmt: skip
    evidence = {key.removeprefix("pair_"): value for key, value in pair.evidence("pair").items()}
    return checks, evidence | {"p": p, "boot_low": low, "boot_high": high, "discordance": seen}
