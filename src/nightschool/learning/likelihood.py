"""How likely a model finds answers: mean negative log-likelihood per answer token.

Low-perplexity targets are forgotten least (arXiv 2501.14315), so of several verified answers the one that is
likeliest under the base is kept. Not covered: batching; a few rows at a time are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.config import AnswerConfig
from nightschool.learning.encoding import collate, encode_rows
from nightschool.learning.trainer import answer_loss
from nightschool.modeling.loading import Loaded
from nightschool.types import Row


def answer_nll(loaded: Loaded, rows: Sequence[Row], config: AnswerConfig) -> list[float]:
    """Nats per token of each row's target given its prompt; infinite for one too long to be learnt."""
    import torch

    losses: list[float] = []
    with torch.inference_mode():
        for row in encode_rows(loaded.tokenizer, rows, config):
            if row is None:
                losses.append(float("inf"))
                continue
            batch = collate([row], loaded.tokenizer.pad_token_id)
            nll, _, tokens = answer_loss(loaded.model, {k: v.to(loaded.model.device) for k, v in batch.items()})
            losses.append(float(nll) / tokens)
    return losses
