"""Rows as token ids, and batches as tensors.

The prompt is the one of evaluation and use; the loss is on the answer only. Batches are padded on the left,
as in generation, so that all answers end together and the head is computed for the last positions only
(with 49,152 words it is a fifth of a small model's arithmetic).
Covered: rows too long are left out and counted. Not covered: packing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nightschool.config import AnswerConfig
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

    @property
    def length(self) -> int:
        """Tokens of both."""
        return len(self.prompt) + len(self.answer)


def encode_rows(tokenizer: Any, rows: Sequence[Row], config: AnswerConfig) -> list[Encoded | None]:
    """Each row's ids; None where prompt or answer is longer than evaluation would allow."""
    format = answer_format(config.format)
    encoded: list[Encoded | None] = []
    for row in rows:
        one = Encoded(
            encode(tokenizer, build_prompt(tokenizer, row.broken, row.diagnostic, format)),
            encode_answer(tokenizer, format.target(row.broken, row.fixed)),
        )
        allowed = answer_limit(config, len(one.prompt))
        fits = len(one.prompt) <= config.max_prompt_tokens and len(one.answer) <= allowed
        encoded.append(one if fits else None)
    return encoded


def answer_limit(config: AnswerConfig, prompt_tokens: int) -> int:
    """Most tokens of an answer: `program` may repeat the whole prompt besides."""
    return config.max_new_tokens + (prompt_tokens if config.format == "program" else 0)


def collate(rows: Sequence[Encoded], pad: int) -> dict[str, Any]:
    """Left-padded tensors of shape (batch, width); labels are -100 outside the answers."""
    import torch

    width = max(row.length for row in rows)
    ids, seen, labels, places = [], [], [], []
    for row in rows:
        left = width - row.length
        ids.append([pad] * left + row.prompt + row.answer)
        seen.append([0] * left + [1] * row.length)
        labels.append([IGNORED] * (left + len(row.prompt)) + row.answer)
        places.append([0] * left + list(range(row.length)))
    return {
        "input_ids": torch.tensor(ids),
        "attention_mask": torch.tensor(seen),
        "position_ids": torch.tensor(places),
        "labels": torch.tensor(labels),
    }
