"""Several tasks of one layer in one pair of bases, with a bound on what a merge may cost.

Covered: the smallest k that keeps every task within its bound, counted in the space of updates: losses in B
and A multiply, so explained variance alone decides nothing. Not covered: files and whole models (`bank`).

Both bases are orthonormal and hold every stacked column, so in their coordinates a task is M = eb ea^T of
shape (K, K), and keeping k directions keeps the block M[:k, :k]:  e(k)^2 = 1 - ||M[:k, :k]||^2 / ||M||^2,
which never rises with k and is 0 at K.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import torch  # noqa: TID253 - this module is imported when there are tensors to work on
from torch import Tensor  # noqa: TID253

from nightschool.modeling.share.factors import Factors, basis, gauge_fix, rank_for, reduce, relative_error

TAU = 0.95
"""Explained variance that k starts from; the bounds below decide."""
OLD, NEW = 0.05, 0.1
"""Largest relative error of an update that a merge may cost an old and a new task."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Bases of shape (n, k) and (d, k), and each task's coefficients (k, p) for B and for A^T."""

    beta_nk: Tensor
    alpha_dk: Tensor
    coefficients: Mapping[str, tuple[Tensor, Tensor]] = field(default_factory=dict)

    def factors(self, task: str) -> Factors:
        """The task's update: B = beta eb, A = (alpha ea)^T, rank p."""
        eb_kp, ea_kp = self.coefficients[task]
        return Factors(self.beta_nk @ eb_kp, (self.alpha_dk @ ea_kp).T)

    @property
    def parameters(self) -> int:
        """Numbers stored: k (n + d) + 2 N k p."""
        own = sum(eb.numel() + ea.numel() for eb, ea in self.coefficients.values())
        return self.beta_nk.numel() + self.alpha_dk.numel() + own


def merge(
    old: Layer | None, new: Mapping[str, Factors], tau: float = TAU, bounds: tuple[float, float] = (OLD, NEW)
) -> tuple[Layer, dict[str, float]]:
    """A layer that holds the old tasks and the new, and the relative error it cost each.

    Old tasks are compared with what the old layer made of them; a new task that has an old one's name
    replaces it. k is the smallest that explains `tau` of both stacks and keeps every bound.
    """
    kept = {name: old.factors(name) for name in old.coefficients if name not in new} if old else {}
    tasks = {name: gauge_fix(one) for name, one in {**kept, **new}.items()}
    beta_nk, energy_b = basis([one.b_nr for one in tasks.values()])
    alpha_dk, energy_a = basis([one.a_rd.T for one in tasks.values()])
    whole = {name: (beta_nk.T @ one.b_nr, alpha_dk.T @ one.a_rd.T) for name, one in tasks.items()}
    k = max(rank_for(energy_b, tau), rank_for(energy_a, tau))
    for name, (eb_kr, ea_kr) in whole.items():
        k = max(k, _needed(eb_kr, ea_kr, bounds[0] if name in kept else bounds[1]))
    cut = {name: (eb_kr[:k], ea_kr[:k]) for name, (eb_kr, ea_kr) in whole.items()}
    layer = Layer(beta_nk[:, :k], alpha_dk[:, :k], cut)
    return layer, {name: relative_error(tasks[name], layer.factors(name)) for name in tasks}


def _needed(eb_kr: Tensor, ea_kr: Tensor, bound: float) -> int:
    """Smallest k with e(k) <= bound."""
    energy_kk = (eb_kr @ ea_kr.T) ** 2
    size = min(energy_kk.shape)
    block_k = energy_kk.cumsum(0).cumsum(1).diagonal()
    total = energy_kk.sum()
    if total <= 0:
        return 1
    within = torch.clamp(1 - block_k / total, min=0).sqrt() <= max(bound, 1e-7)
    return int(within.nonzero()[0, 0]) + 1 if bool(within.any()) else max(size, *energy_kk.shape)


def reduced(layer: Layer, p: int) -> Layer:
    """Every task at rank p or less."""
    return Layer(layer.beta_nk, layer.alpha_dk, {name: reduce(*both, p) for name, both in layer.coefficients.items()})
