"""Recipes of Share: a bank of family adapters, then coefficients of everything in its bases.

Covered: half of the budget for the bank, half for the coefficients, with the paper's settings; with temporary factors,
what was trained is merged into the bank and answers as the bank kept it (phase 3 of the paper). Not covered: the
arithmetic (`modeling.share`) and families in sequence (`sequential`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.phases.strategies.bench import Bench, Cost, Policy, cost_of
from nightschool.phases.strategies.recipes import Recipe, by_family, total

if TYPE_CHECKING:
    from nightschool.learning import TrainResult
    from nightschool.modeling.share.bank import Bank

SHARE_RANK = 3
"""Share's rank of coefficients is the LoRA rank over this (the paper's r/3)."""
PAPER: Mapping[str, object] = {"learning_rate": 4e-3, "weight_decay": 0.1, "warmup_ratio": 0.06}
"""How the published code trains coefficients; its rate falls on a plateau, ours along a cosine to a twentieth."""
PHI = 2
"""Temporary factors of the published code (`num_rank_updates`)."""
TASK = "everything"


def share(phi: int = 0) -> Recipe:
    """Coefficients in the bases of family adapters, and `phi` temporary factors beside each basis."""

    def recipe(bench: Bench, folder: Path) -> Policy:
        learnt = by_family(bench, folder, 0.5)
        bank = bank_of(bench, learnt)
        rank = max(1, bench.config.train.rank // SHARE_RANK)
        settings = {"rank": rank, "alpha": rank, **PAPER}
        prepare = _into(bank, next(iter(learnt)), phi)
        result = bench.train(bench.rows, folder / "lora", 0.5, None, settings, prepare)
        adapter, stored = result.adapter, bank.save(folder / "bank") + 4 * bank.trained(rank)
        if phi:
            adapter, stored = _merged(bench, bank, result, folder)
        before, last = total(learnt), cost_of(result)
        tokens, seconds = before.tokens + last.tokens, before.seconds + last.seconds
        return Policy({Policy.EVERY: adapter}, {}, Cost(bank.trained(rank, phi), stored, tokens, seconds))

    return recipe


def bank_of(bench: Bench, learnt: Mapping[str, Policy]) -> Bank:
    """A bank with these adapters added one after another, as they would arrive."""
    from nightschool.modeling.share.adapters import read_factors
    from nightschool.modeling.share.bank import Bank

    found = Bank()
    for family, policy in learnt.items():
        found = found.add({family: read_factors(policy.adapters[Policy.EVERY], bench.base.digest)})
    return found


def _merged(bench: Bench, bank: Bank, result: TrainResult, folder: Path) -> tuple[Path, int]:
    """What the bank keeps of the trained adapter, as an adapter, and the bytes of the whole bank."""
    from nightschool.modeling.share.adapters import read_factors, write_adapter

    whole = bank.add({TASK: read_factors(result.adapter, bench.base.digest)})
    write_adapter(folder / "kept", result.adapter, whole.factors(TASK), {"share": TASK})
    return folder / "kept", whole.save(folder / "bank")


def _into(bank: Bank, start: str, phi: int) -> Callable[[object], object]:
    def prepare(model: object) -> object:
        from nightschool.modeling.share.training import into_bases

        return into_bases(model, bank, start, phi)

    return prepare
