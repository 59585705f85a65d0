"""A budget of tokens, so that strategies with different rows cost the same.

Covered: the tokens of N rows or of M minutes on this machine, and the rows that a budget buys, in learning
order, again from the start where there are too few; the preference pairs, lists and judged answers that it buys.
Not covered: padding; it differs by a few percent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.selection import turns
from nightschool.errors import CorpusError
from nightschool.learning.align import with_adapter
from nightschool.learning.attempts import Tried
from nightschool.learning.encoding import encode_rows
from nightschool.learning.general import plain_rust
from nightschool.learning.plan import learnable, learning_order, planned
from nightschool.learning.preference_lists import mixed_lists
from nightschool.modeling.answers import answer_format
from nightschool.modeling.loading import load_model
from nightschool.modeling.prompts import build_prompt, encode
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import PreferencePair, Row

CHUNK = 64
"""Rows encoded at once."""
SAMPLE = 512
"""Rows whose mean length stands for the corpus."""


def tokens_of_rows(tokenizer: Any, rows: Sequence[Row], count: int, config: Config) -> int:
    """Tokens of `count` rows of this corpus, by the mean of its first rows in learning order."""
    lengths = [length for _, length in islice(_measured(tokenizer, rows, config), SAMPLE)]
    return round(count * sum(lengths) / max(1, len(lengths)))


def tokens_of_minutes(base: BaseModelFiles, rows: Sequence[Row], minutes: float, config: Config, folder: Path) -> int:
    """Tokens that LoRA training reads in that time here; the measured pace stays in `folder`/plan.json."""
    limited = config.train.model_copy(update={"max_rows": SAMPLE, "max_minutes": minutes})
    loaded = load_model(base, config.model)
    config = config.model_copy(update={"train": limited})
    [piece] = plain_rust(loaded.tokenizer, rows, 1, config)
    planned(with_adapter(loaded, config, None), loaded, learnable(loaded, rows, config, {}), config, folder, piece)
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    return int(plan["token_limit"])


def rows_within(tokenizer: Any, rows: Sequence[Row], tokens: int, config: Config, again: bool = True) -> list[Row]:
    """Rows in learning order until their tokens are spent; too few begin `again`, or are what there is.

    Raises CorpusError when none can be learnt.
    """
    bought: list[tuple[Row, int]] = []
    left = tokens
    for row, length in _measured(tokenizer, rows, config):
        if left <= 0:
            break
        bought.append((row, length))
        left -= length
    if not bought:
        raise CorpusError(f"None of {len(rows)} rows can be learnt with {tokens} tokens. Raise the budget or the rows.")
    once, turn = list(bought), 0
    while again and left > 0:
        row, length = once[turn % len(once)]
        bought.append((replace(row, id=f"{row.id}+{turn // len(once) + 1}"), length))
        left, turn = left - length, turn + 1
    return [row for row, _ in bought]


def mixed_within(
    tokenizer: Any, first: Sequence[Row], rest: Sequence[Row], tokens: int, share: float, config: Config
) -> list[Row]:
    """Rows of `first`, each once, worth at most `share` of the tokens; rows of `rest` for all that is left."""
    some = rows_within(tokenizer, first, round(tokens * share), config, again=False)
    left = tokens - sum(length for _, length in _measured(tokenizer, some, config))
    return [*some, *rows_within(tokenizer, rest, left, config)] if left > 0 else some


def pairs_within(tokenizer: Any, pairs: Sequence[PreferencePair], tokens: int, config: Config) -> list[PreferencePair]:
    """Pairs in their order, once each, until the tokens are spent: the prompt is read with both answers."""
    form = answer_format(config.answer)
    bought: list[PreferencePair] = []
    for pair in pairs:
        if tokens <= 0:
            break
        prompt = len(encode(tokenizer, build_prompt(tokenizer, pair.broken, pair.diagnostic, form)))
        bought.append(pair)
        tokens -= 2 * prompt + pair.chosen_tokens + pair.rejected_tokens
    return bought


def lists_within(tokenizer: Any, tried: Sequence[Tried], tokens: int, config: Config) -> list[Tried]:
    """Judged answers of whole lists, until the tokens are spent: a prompt is read once with all its answers."""
    form = answer_format(config.answer)
    bought: list[Tried] = []
    for answers in mixed_lists(tried, config.prefer.list_size):
        if tokens <= 0:
            break
        row = answers[0].row
        bought += answers
        tokens -= len(encode(tokenizer, build_prompt(tokenizer, row.broken, row.diagnostic, form)))
        tokens -= sum(one.tokens for one in answers)
    return bought


def answers_within(tokenizer: Any, tried: Sequence[Tried], tokens: int, config: Config) -> list[Tried]:
    """Judged answers, a verified and a failed one by turns while there are both, until the tokens are spent."""
    form = answer_format(config.answer)
    bought: list[Tried] = []
    for one in turns(tried, lambda one: one.verified):
        if tokens <= 0:
            break
        prompt = len(encode(tokenizer, build_prompt(tokenizer, one.row.broken, one.row.diagnostic, form)))
        bought.append(one)
        tokens -= prompt + one.tokens
    return bought


def _measured(tokenizer: Any, rows: Sequence[Row], config: Config) -> Iterator[tuple[Row, int]]:
    """Rows in learning order with their tokens; those too long to learn are left out."""
    order = learning_order(rows, config)
    for start in range(0, len(order), CHUNK):
        chunk = [rows[i] for i in order[start : start + CHUNK]]
        for row, encoded in zip(chunk, encode_rows(tokenizer, chunk, config.answer), strict=True):
            if encoded is not None:
                yield row, encoded.length
