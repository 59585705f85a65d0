"""How weights are stored, and what of an update is lost by it.

Merged weights are computed in float32. Stored in fewer bits, base and update are rounded together, and an update that
is small beside the steps of the format goes under in them. Covered: f32, f16, bf16 and q8_0 (blocks of 32 with a common
scale, as llama.cpp has it), a share of what was lost. Not covered: what it means for answers; `benchmarks/export.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from nightschool.export.forms import Dtype


@dataclass(slots=True)
class Loss:
    """What storing does to an update, over all the weights that it touches."""

    wanted: float = 0.0
    """Squared Frobenius norm of the update as it was trained."""
    missed: float = 0.0
    """Squared norm of the difference between that and stored weight minus stored base."""
    weights: int = 0
    """Weights that the update moves."""
    unchanged: int = 0
    """Of these, such as are stored exactly as the base's."""

    def add(self, base: Any, update: Any, dtype: Dtype) -> None:
        """Count one layer: its base weight and its update, float32 arrays of one shape."""
        import numpy as np

        moved = stored(base + update, dtype) - stored(base, dtype)
        self.wanted += float(np.square(update, dtype=np.float64).sum())
        self.missed += float(np.square(moved - update, dtype=np.float64).sum())
        touched = update != 0
        self.weights += int(touched.sum())
        self.unchanged += int((touched & (moved == 0)).sum())

    @property
    def share(self) -> float | None:
        """Norm of what is missed by the norm of what was trained; None where nothing was."""
        return math.sqrt(self.missed / self.wanted) if self.wanted else None

    def __str__(self) -> str:
        """One line for a person."""
        if self.share is None:
            return "the adapter moves nothing"
        same = f"{self.unchanged:,} of the {self.weights:,} weights it moves are stored as the base's"
        return f"the stored update misses the trained one by {self.share:.2%} of its norm; {same}"


def stored(weights: Any, dtype: Dtype) -> Any:
    """Float32 weights as they are read back from storage, as float32."""
    from gguf.quants import dequantize, quantize

    kind = kind_of(weights, dtype)
    return dequantize(quantize(weights, kind), kind)


def kind_of(weights: Any, dtype: Dtype) -> Any:
    """The GGUF type for a matrix; rows that blocks of 32 do not divide stay f16, as llama.cpp's own converter does."""
    from gguf import GGML_QUANT_SIZES, GGMLQuantizationType

    kind = GGMLQuantizationType[dtype.name]
    return kind if weights.shape[-1] % GGML_QUANT_SIZES[kind][0] == 0 else GGMLQuantizationType.F16
