"""The plan of a training run: which rows, in which batches, and how many fit the time.

Covered: the plan is made once, from the pace measured on this machine and the batches that fit its memory, and kept in
`plan.json`: a resumed run follows it to the step. Not covered: training itself.
"""

from __future__ import annotations

import json
import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import CorpusError
from nightschool.files import digest_json, write_json
from nightschool.learning.encoding import Encoded, collate, encode_rows
from nightschool.learning.general import divergence
from nightschool.learning.memory import halving, tried_first
from nightschool.learning.open_rows import NONE_SEARCHED, OpenRows
from nightschool.learning.order import interleave, repeated, schedule
from nightschool.learning.seen import least_seen_first
from nightschool.learning.trainer import answer_loss
from nightschool.modeling.loading import Loaded
from nightschool.rust.line_edits import line_edits
from nightschool.rust.rendering import suggested_edits
from nightschool.types import Row

FEW = 5
"""Rows below which a pattern is not learnt on its own."""
ASIDE = 0.17
"""Share of the time that is not forward and backward: optimiser steps, looks at dev, checkpoints."""
PACED = 5
"""Batches that the pace is measured on: short rows and long ones go at different paces."""
DEV_ROWS = 32
"""Rows a look at dev takes: its error is far below the differences that matter, its cost a few steps."""


def learnable(
    loaded: Loaded, rows: Sequence[Row], config: Config, seen: Mapping[str, int], open_: OpenRows = NONE_SEARCHED
) -> list[Encoded]:
    """Encoded rows in learning order, as many as `max_rows` and `epochs` ask for."""
    order = learning_order(rows, config, open_)
    if config.train.fresh_first:
        order = least_seen_first(order, rows, seen)
    if config.train.max_rows:
        order = order[: config.train.max_rows]
    encoded = encode_rows(loaded.tokenizer, [rows[i] for i in order], config.answer, config.train.loss)
    fitting = [one for one in encoded if one is not None]
    if not fitting:
        raise CorpusError(
            f"None of {len(rows)} rows can be learnt: prompts may have {config.answer.max_prompt_tokens} tokens "
            f"and answers {config.answer.max_new_tokens}. Build a corpus with `nightschool generate`."
        )
    return [fitting[i] for i in repeated(range(len(fitting)), config.train.epochs, config.seed)]


Cell = tuple[str, str, bool]


def learning_order(rows: Sequence[Row], config: Config, open_: OpenRows = NONE_SEARCHED) -> list[int]:
    """Indices of the rows in the order they are learnt, before any is left out.

    First come rows that search leaves open, then all others, both by cell, `train.own_weight` and the share of the
    pattern's rows that search leaves open. A repair that stands in the prompt as rustc's suggestion is learnt from few
    rows: copying is one skill. All other repairs are many, and a model of a night's rows fails at these; so they come
    more often.
    """
    mine = cells(rows)
    pull: dict[Cell, list[float]] = defaultdict(list)
    for row, cell in zip(rows, mine, strict=True):
        pull[cell].append(open_.weight(row.pattern))
    own = {False: config.train.own_weight, True: 1.0}
    weights: dict[Hashable, float] = {cell: own[cell[2]] * sum(each) / len(each) for cell, each in pull.items()}
    known = frozenset(open_.ids)
    return sorted(interleave(mine, config.seed, weights), key=lambda index: rows[index].id not in known)


def cells(rows: Sequence[Row]) -> list[Cell]:
    """What each row is an example of: source, pattern, whether its repair is a suggestion that the prompt shows.

    Patterns with too few rows share a cell. Without that, a hundred patterns of one row each would come before
    everything that can be learnt.
    """
    sizes = Counter((row.source, row.pattern) for row in rows)
    return [
        (row.source, row.pattern if sizes[row.source, row.pattern] >= FEW else "few", is_suggested(row)) for row in rows
    ]


def is_suggested(row: Row) -> bool:
    """Whether the row's repair is one of the suggestions in its diagnostic."""
    return line_edits(row.broken, row.fixed) in suggested_edits(row.diagnostic)


def dev_batches(loaded: Loaded, dev_rows: Sequence[Row], config: Config) -> list[list[Encoded]]:
    """A fixed handful of dev rows, encoded and batched."""
    order = interleave([row.pattern for row in dev_rows], config.seed)[:DEV_ROWS]
    encoded = [e for e in encode_rows(loaded.tokenizer, [dev_rows[i] for i in order], config.answer) if e]
    if not encoded:
        return []
    plan = schedule([e.length for e in encoded], config.train.batch_tokens, float("inf"), config.seed)
    return [[encoded[i] for i in batch] for batch in plan.batches]


def planned(
    model: Any, loaded: Loaded, encoded: Sequence[Encoded], config: Config, output: Path, piece: Sequence[int] = ()
) -> list[list[Encoded]]:
    """The batches of this run. How many tokens fit, into the time and into a batch, is measured once and written down.

    `piece`: plain Rust that comes with every step (`learning.general`), so that its time is counted.
    Raises EnvironmentMissingError where the memory of a GPU is too small for one row.
    """
    path = output / "plan.json"
    lengths = [row.length for row in encoded]
    key = digest_json([lengths, config.train.model_dump(mode="json"), config.seed])
    plan = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if plan.get("key") != key:
        shutil.rmtree(output / "checkpoints", ignore_errors=True)
        shutil.rmtree(output / "best", ignore_errors=True)
        tokens, pace = halving(
            config.train.batch_tokens, max(lengths), lambda n: _pace(model, loaded, encoded, n, config.seed, piece)
        )
        plan = {
            "key": key,
            "batch_tokens": tokens,
            "token_limit": pace * 60 * config.train.max_minutes * (1 - ASIDE),
            "tokens_per_second": pace,
        }
        write_json(path, plan)
    return _batches(encoded, plan["batch_tokens"], plan["token_limit"], config.seed)


def _batches(encoded: Sequence[Encoded], tokens: int, limit: float, seed: int) -> list[list[Encoded]]:
    made = schedule([row.length for row in encoded], tokens, limit, seed)
    return [[encoded[i] for i in batch] for batch in made.batches]


def _pace(
    model: Any, loaded: Loaded, encoded: Sequence[Encoded], batch_tokens: int, seed: int, piece: Sequence[int]
) -> float:
    """Tokens a second, forward and backward, in batches of so many tokens; those that need most memory come before."""
    warm = tried_first(_batches(encoded, batch_tokens, float("inf"), seed), model.device.type)
    return _tokens_per_second(model, loaded, warm, _batches(encoded, batch_tokens, PACED * batch_tokens, seed), piece)


def _tokens_per_second(
    model: Any,
    loaded: Loaded,
    warm: Sequence[Sequence[Encoded]],
    batches: Sequence[Sequence[Encoded]],
    piece: Sequence[int],
) -> float:
    """Pace of forward and backward on this machine over real batches; others are learnt before, to warm up."""

    import torch

    def learn(batch: Sequence[Encoded]) -> int:
        inputs = {k: v.to(model.device) for k, v in collate(batch, loaded.tokenizer.pad_token_id).items()}
        far = divergence(model, torch.tensor([[*piece]], device=model.device)) if piece else 0.0
        loss = answer_loss(model, inputs)[0] + far
        loss.backward()
        float(loss.detach())
        model.zero_grad()
        return int(inputs["input_ids"].numel())

    model.train()
    for batch in warm:
        learn(batch)
    began = time.monotonic()
    tokens = sum(learn(batch) for batch in batches)
    return tokens / (time.monotonic() - began)
