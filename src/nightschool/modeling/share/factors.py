"""The arithmetic of LoRA factors: gauge, basis, projection, rank. Pure; tensors in, tensors out.

An update is delta W = B A with B of shape (n, r) and A of shape (r, d), scale folded into B. Shapes are the
suffixes of names: n outputs, d inputs, r rank, k directions of a basis, p rank of coefficients.
Covered: everything that one layer needs. Not covered: files (`adapters`) and several tasks (`layer`).
Source: Share (2602.06043), in the form of the project's recipe: no centring (the mean is what adapters share),
and factors in one gauge before they are stacked (B R and R^-1 A are the same update for any R).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch  # noqa: TID253 - this module is imported when there are tensors to work on
from torch import Tensor  # noqa: TID253


@dataclass(frozen=True, slots=True)
class Factors:
    """One layer's update B A."""

    b_nr: Tensor
    a_rd: Tensor

    @property
    def delta_nd(self) -> Tensor:
        """The update itself, shape (n, d)."""
        return self.b_nr @ self.a_rd

    @property
    def parameters(self) -> int:
        """Numbers stored: r (n + d)."""
        return self.b_nr.numel() + self.a_rd.numel()


def gauge_fix(factors: Factors, scale: float = 1.0) -> Factors:
    """The same update times `scale` in its one balanced form: both factors carry sqrt(S), columns by energy."""
    qb_nr, rb_rr = torch.linalg.qr(factors.b_nr.double() * scale)
    qa_dr, ra_rr = torch.linalg.qr(factors.a_rd.double().T)
    u_rr, s_r, vt_rr = torch.linalg.svd(rb_rr @ ra_rr.T, full_matrices=False)
    root_r = s_r.sqrt()
    return Factors(qb_nr @ (u_rr * root_r), (qa_dr @ (vt_rr.T * root_r)).T)


def rank_for(energy_k: Tensor, share: float) -> int:
    """Fewest leading directions that hold `share` of the energy; `energy_k` are squared singular values."""
    total = energy_k.sum()
    if total <= 0:
        return 1
    reached = energy_k.cumsum(0) >= share * total * (1 - 1e-12)
    return int(reached.nonzero()[0, 0]) + 1


def basis(columns: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Orthonormal directions of all columns of (n, r) matrices, by energy: (n, K) and the K energies; no centring."""
    u_nk, s_k, _ = torch.linalg.svd(torch.cat([c.double() for c in columns], dim=1), full_matrices=False)
    return u_nk, s_k**2


def reduce(eb_kr: Tensor, ea_kr: Tensor, p: int) -> tuple[Tensor, Tensor]:
    """The best rank-p coefficients for eb ea^T (Eckart and Young), balanced; never the first p columns."""
    u_kk, s_k, vt_kk = torch.linalg.svd(eb_kr @ ea_kr.T, full_matrices=False)
    root_p = s_k[:p].sqrt()
    return u_kk[:, :p] * root_p, vt_kk[:p].T * root_p


def relative_error(before: Factors, after: Factors) -> float:
    """||after - before||_F / ||before||_F of the updates, without forming them; 0 where both are nothing."""
    difference = Factors(
        torch.cat([after.b_nr, -before.b_nr], dim=1).double(), torch.cat([after.a_rd, before.a_rd]).double()
    )
    size, gap = norm(before), norm(difference)
    return gap / size if size > 0 else float(gap > 0)


def norm(factors: Factors) -> float:
    """Frobenius norm of B A, from the triangular parts of both factors."""
    rb_rr = torch.linalg.qr(factors.b_nr.double()).R
    ra_rr = torch.linalg.qr(factors.a_rd.double().T).R
    return float(torch.linalg.matrix_norm(rb_rr @ ra_rr.T))


def mean(several: Sequence[Factors]) -> Factors:
    """The plain mean of updates, exact: factors side by side, rank the sum of ranks."""
    b_nr = torch.cat([one.b_nr.double() / len(several) for one in several], dim=1)
    return Factors(b_nr, torch.cat([one.a_rd.double() for one in several]))
