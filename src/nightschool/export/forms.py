"""Forms of an export, and how their weights can be stored."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """What an export can be."""

    PEFT = "peft"
    MERGED = "merged"
    GGUF = "gguf"


class Dtype(StrEnum):
    """Number formats of exported weights, by their names in GGUF."""

    F32 = "f32"
    F16 = "f16"
    BF16 = "bf16"
    Q8_0 = "q8_0"


FORMS: dict[Form, tuple[Dtype, ...]] = {
    Form.PEFT: (),
    Form.MERGED: (Dtype.F32, Dtype.F16, Dtype.BF16),
    Form.GGUF: (Dtype.F16, Dtype.F32, Dtype.BF16, Dtype.Q8_0),
}
"""How the weights of a form can be stored; the first is the default. An adapter's are copied as they are."""
