"""Plain Rust on which the adapter is held to what the base model says, lest it forgets what no repair asks for.

Covered: whole programs of rows made of documentation, as text without a chat, cut into one piece for each optimiser
step; how far the model with its adapter is from the one without it there. They are rows' own repaired programs, so what
keeps rows apart from suites keeps these apart too. Not covered: what the model still knows; the suite `retention` asks
that. Source: Learning without Forgetting, Li and Hoiem 2016 (arXiv 1606.09282), section 3, whose old answers are those
of the base model; here on text of their own instead of the new task's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.mixture import GENERAL
from nightschool.files import digest_text
from nightschool.modeling.control import parted
from nightschool.modeling.prompts import encode
from nightschool.types import Row

BEFORE, AFTER = "```rust\n", "\n```\n"
MOST_TOKENS = 160
"""Of one program; the rest is left out, so that a piece is made of several."""


def plain_rust(tokenizer: Any, rows: Sequence[Row], count: int, config: Config) -> list[list[int]]:
    """`count` pieces as `train` asks for them, one for each optimiser step; empty ones without a weight."""
    return pieces(tokenizer, rows, count, config.train.kl_tokens if config.train.kl_weight else 0, config.seed)


def pieces(tokenizer: Any, rows: Sequence[Row], count: int, tokens: int, seed: int) -> list[list[int]]:
    """`count` pieces of `tokens` ids, each beginning with a program; empty ones where there is nothing to read.

    All programs come once, in a seeded order, before one comes again.
    """
    programs = sorted({row.fixed for row in rows if row.source in GENERAL}, key=lambda one: digest_text(str(seed), one))
    if not programs or not tokens:
        return [[] for _ in range(count)]
    texts = cycle(programs)
    return [_piece(tokenizer, texts, tokens) for _ in range(count)]


def divergence(model: Any, piece_1T: Any) -> Any:
    """Mean over a piece, of shape (1, T), of KL(base || with adapter) of the next token, in nats.

    Its gradient reaches the adapter of `model`, a PEFT model, alone.
    """
    import torch
    from torch.nn.functional import kl_div, log_softmax

    with torch.no_grad(), model.disable_adapter():
        base_TV = log_softmax(model(input_ids=piece_1T, use_cache=False).logits[0].float(), -1)
    now_TV = log_softmax(model(input_ids=piece_1T, use_cache=False).logits[0].float(), -1)
    return kl_div(now_TV, base_TV, reduction="batchmean", log_target=True)


def _piece(tokenizer: Any, texts: Iterator[str], tokens: int) -> list[int]:
    piece: list[int] = []
    while len(piece) < tokens:
        piece += encode(tokenizer, BEFORE + parted(tokenizer, next(texts).strip("\n")) + AFTER)[:MOST_TOKENS]
    return piece[:tokens]
