"""What GRPO asks of us: answers of the model as it is being trained, and what the judge says of them.

TRL's GRPOTrainer does the rest: advantages within a group, the clipped ratio, the distance from the reference. Its own
rollouts go through `model.generate`; ours through `modeling.generation`, which stops hopeless answers and reads what
prompts share once. Covered: rows worth asking again, rollouts, the reward. Not covered: partial rewards; an answer is
verified or it is not, so that there is nothing to please but rustc and the tests.
Source: GRPO, Shao et al. 2024 (arXiv 2402.03300), TRL 1.16 `rollout_func`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from nightschool.config import Config
from nightschool.errors import SandboxUnavailableError
from nightschool.learning.attempts import Judge, Tried, judged
from nightschool.learning.encoding import answer_limit
from nightschool.modeling.answers import answer_format
from nightschool.modeling.generation import Decoding, Request, generate
from nightschool.modeling.loading import Loaded
from nightschool.modeling.prompts import build_prompt, encode, encode_answer
from nightschool.types import Row

GROUPS = 4
"""Rows per optimiser step, each with a group of answers."""

TEMPERATURE = 0.9
"""Of the answers: hot enough that a row is sometimes repaired and sometimes not."""

Rollout = Callable[[list[str], Any], dict[str, Any]]
Reward = Callable[..., list[float]]


def learnable_rows(tried: Sequence[Tried]) -> list[Row]:
    """Rows that the model repaired at times and not always: a group that all pass or all fail has no gradient."""
    by_row: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        by_row[one.row.id].append(one)
    return [group[0].row for group in by_row.values() if {one.verified for one in group} == {True, False}]


def prompts_of(loaded: Loaded, rows: Sequence[Row], config: Config) -> dict[str, Row]:
    """The prompt of each row, as it is examined."""
    form = answer_format(config.answer)
    return {build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form): row for row in rows}


def make_rollout(config: Config, loaded: Loaded) -> Rollout:
    """The function that answers a list of prompts, in which each stands as often as its group is large."""
    form = answer_format(config.answer)
    tokenizer = loaded.tokenizer

    def rollout(prompts: list[str], trainer: Any) -> dict[str, Any]:
        asked = [encode(tokenizer, prompt) for prompt in prompts]
        limits = [answer_limit(config.answer, len(one)) for one in asked]
        requests = [Request(p, limit, form.hopeless) for p, limit in zip(prompts, limits, strict=True)]
        seed = config.seed * 7_919 + trainer.state.global_step
        trainer.model.eval()
        said = generate(
            replace(loaded, model=trainer.model), requests, Decoding(config.answer.batch_size, TEMPERATURE, seed)
        )
        trainer.model.train()
        written = [(one, encode_answer(tokenizer, one.text)) for one in said]
        answers = [ids if one.finished else ids[:-1] or ids for one, ids in written]  # what was cut off has not ended
        texts = [one.text if one.finished else "" for one in said]
        return {"prompt_ids": asked, "completion_ids": answers, "logprobs": None, "answer": texts}

    return rollout


def make_reward(config: Config, judge: Judge, rows: dict[str, Row]) -> Reward:
    """1 for an answer that the judge verifies, 0 for any other. SandboxUnavailableError if one could not be judged."""

    def verified(prompts: list[str], answer: list[str], **_: Any) -> list[float]:
        asked = [rows[prompt] for prompt in prompts]
        found = judged(judge, asked, [{text: 0} for text in answer], config.answer)
        if unjudged := sum(not one for one in found):
            raise SandboxUnavailableError(
                f"{unjudged} of {len(found)} answers could not be judged. Run `nightschool doctor`, then run prefer "
                "again: it goes on from its last checkpoint."
            )
        return [float(one[0].verified) for one in found]

    return verified
