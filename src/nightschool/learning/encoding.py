"""Rows as token ids, and batches as tensors.

The prompt is the one of evaluation and use; the loss is on the answer only. Batches are padded on the right
and come without a mask: no token ever looks at the padding behind it, and the causal attention kernel, which
skips half of the work, takes only batches without one.
Covered: rows too long are left out and counted. Not covered: packing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nightschool.config import AnswerConfig
from nightschool.learning.changed import telling
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import build_prompt, encode, encode_answer
from nightschool.types import Row

IGNORED = -100
"""Label of positions without loss (torch's convention)."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One row: prompt and answer ids."""

    prompt: list[int]
    answer: list[int]
    row: str = ""
    """Id of the row."""
    told: tuple[bool, ...] = ()
    """Of each token of the answer whether it is learnt; empty: all are."""

    @property
    def length(self) -> int:
        """Tokens of both."""
        return len(self.prompt) + len(self.answer)

    @property
    def labels(self) -> list[int]:
        """The answer, without what is not learnt."""
        told = self.told or (True,) * len(self.answer)
        return [token if wanted else IGNORED for token, wanted in zip(self.answer, told, strict=True)]

    @property
    def learnt(self) -> int:
        """Tokens with a loss."""
        return sum(self.told) if self.told else len(self.answer)


def encode_rows(
    tokenizer: Any, rows: Sequence[Row], config: AnswerConfig, loss: Literal["all", "changed"] = "all"
) -> list[Encoded | None]:
    """Each row's ids; None where prompt or answer is longer than evaluation would allow. `loss` as `train.loss`."""
    format = answer_format(config)
    encoded: list[Encoded | None] = []
    for row in rows:
        target = format.target(row.broken, row.fixed)
        one = Encoded(
            encode(tokenizer, build_prompt(tokenizer, row.broken, row.diagnostic, format)),
            encode_answer(tokenizer, target),
            row.id,
            tuple(telling(tokenizer, format.name, row.broken, target)) if loss == "changed" else (),
        )
        allowed = answer_limit(config, len(one.prompt))
        fits = len(one.prompt) <= config.max_prompt_tokens and len(one.answer) <= allowed
        encoded.append(one if fits else None)
    return encoded


def answer_limit(config: AnswerConfig, prompt_tokens: int) -> int:
    """Most tokens of an answer: `program` may repeat the whole prompt besides."""
    return config.max_new_tokens + (prompt_tokens if config.format == "program" else 0)


def collate(rows: Sequence[Encoded], pad: int) -> dict[str, Any]:
    """Right-padded tensors of shape (batch, width); labels are -100 outside of what is learnt."""
    import torch

    width = max(row.length for row in rows)
    ids, labels = [], []
    for row in rows:
        right = width - row.length
        ids.append(row.prompt + row.answer + [pad] * right)
        labels.append([IGNORED] * len(row.prompt) + row.labels + [IGNORED] * right)
    return {"input_ids": torch.tensor(ids), "labels": torch.tensor(labels)}
