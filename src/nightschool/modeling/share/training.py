"""Coefficient-only training: a PEFT LoRA whose factors stay inside a bank's bases.

lora_B = beta eb + Pb xb and lora_A = (alpha ea + Pa xa)^T; the bases beta and alpha stay, the coefficients eb and ea
(k p numbers each) are trained, and so are the temporary factors Pb, Pa and their coefficients (the paper's phi; none by
default), which lead out of the bases. All are torch parametrisations, so PEFT, the trainer and its checkpoints see an
ordinary LoRA, and taking them off leaves one.
Covered: freezing into the bases, starting from a task that is known, going back to plain LoRA.
Not covered: taking what was found outside into the bases; that is a merge (`bank`).

A start with eb = ea = 0 has no gradient at all. Here ea comes from a known task (or from PEFT's own random A)
and eb and xb are zero, so that the model starts as the base; xa is not, or Pa would never move.
"""

from __future__ import annotations

from typing import Any

import torch  # noqa: TID253 - this module is imported when there are tensors to work on
from torch import Tensor, nn  # noqa: TID253
from torch.nn.utils import parametrize  # noqa: TID253

from nightschool.errors import UsageError
from nightschool.modeling.share.bank import Bank
from nightschool.modeling.share.factors import reduce

FAINT = 0.01
"""Standard deviation of xa at the start, as of fresh coefficients."""


class InBasis(nn.Module):
    """weight = basis coefficients, shapes (n, k) and (k, p); with `transposed`, weight is the transpose of that.

    With f temporary factors, P (n, f) times x (f, p) is added; P starts as the leading directions of the basis.
    """

    basis_nk: Tensor

    def __init__(self, basis_nk: Tensor, transposed: bool, phi: int = 0, p: int = 0) -> None:
        super().__init__()
        self.register_buffer("basis_nk", basis_nk, persistent=False)
        self.transposed = transposed
        self.temporary_nf = nn.Parameter(basis_nk[:, :phi].clone()) if phi else None
        start_fp = basis_nk.new_zeros(min(phi, basis_nk.shape[1]), p)
        self.mixed_fp = nn.Parameter(start_fp.normal_(std=FAINT) if transposed else start_fp) if phi else None

    def forward(self, coefficients_kp: Tensor) -> Tensor:
        """The weight that PEFT sees."""
        weight = self.basis_nk @ coefficients_kp
        if self.temporary_nf is not None and self.mixed_fp is not None:
            weight = weight + self.temporary_nf @ self.mixed_fp
        return weight.T if self.transposed else weight

    def right_inverse(self, weight: Tensor) -> Tensor:
        """Coefficients of a weight, by projection: the bases are orthonormal."""
        return self.basis_nk.T @ (weight.T if self.transposed else weight)


def into_bases(model: Any, bank: Bank, start: str | None = None, phi: int = 0, adapter: str = "default") -> int:
    """Put the model's LoRA into the bank's bases and return how many numbers remain to be trained.

    `start` names the task whose A directions are the first guess, `phi` how many temporary factors lead out.
    Raises UsageError when a LoRA layer of the model has no bases.
    """
    trained = 0
    for name, module in _lora_layers(model):
        layer = bank.layers.get(name)
        if layer is None:
            raise UsageError(f"The bank has no bases for {name!r}; it was built from adapters of other modules.")
        up, down = module.lora_B[adapter], module.lora_A[adapter]
        with torch.no_grad():
            if start is not None:
                _, ea_kp = reduce(*layer.coefficients[start], down.weight.shape[0])
                down.weight[: ea_kp.shape[1]] = (layer.alpha_dk @ ea_kp).T.to(down.weight)
            up.weight.zero_()
        for linear, basis, transposed in ((up, layer.beta_nk, False), (down, layer.alpha_dk, True)):
            rule = InBasis(basis.to(linear.weight), transposed, phi, module.r[adapter])
            parametrize.register_parametrization(linear, "weight", rule)
            trained += sum(one.numel() for one in linear.parametrizations.weight.parameters())
    return trained


def plain(model: Any) -> None:
    """Back to an ordinary LoRA with the weights it has now; nothing to do for a model that is one."""
    for module in list(model.modules()):
        if parametrize.is_parametrized(module, "weight") and isinstance(module.parametrizations.weight[0], InBasis):
            parametrize.remove_parametrizations(module, "weight", leave_parametrized=True)


def _lora_layers(model: Any) -> list[tuple[str, Any]]:
    return [(name, module) for name, module in model.named_modules() if hasattr(module, "lora_B") and module.lora_B]
