"""How many tokens an optimiser step may have on this device: as many as asked for, or half as often as memory runs out.

Covered: torch.OutOfMemoryError, which a GPU raises. Not covered: a CPU, on which the system ends the process; the
optimiser's two numbers for each trained one, which come with the first step and are few for a LoRA; looks at dev, which
keep nothing for a backward pass; dpo, kto, lists and grpo, whose batches are a few examples.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from typing import TypeVar

from nightschool.errors import EnvironmentMissingError
from nightschool.learning.encoding import Encoded

Result = TypeVar("Result")


def halving(tokens: int, longest: int, attempt: Callable[[int], Result]) -> tuple[int, Result]:
    """`attempt(tokens)`, again with half of the tokens where memory runs out: with how many it went, and its result.

    `longest`: tokens of the longest row, which is alone in a batch of at most so many; fewer would change nothing, and
    EnvironmentMissingError is raised.
    """
    import torch

    while True:
        try:
            return tokens, attempt(tokens)
        except torch.OutOfMemoryError as error:
            if tokens <= longest:
                raise EnvironmentMissingError(
                    f"A batch of one row of {longest} tokens does not fit the device's memory. Set "
                    "train.gradient_checkpointing=on or model.quantization=4bit, train fewer layers "
                    "(train.top_layers), or lower answer.max_prompt_tokens."
                ) from error
        tokens //= 2  # outside of the handler: there the error still holds on to what did not fit
        print(f"Out of memory: batches of {tokens} tokens are tried.", flush=True)
        _let_go()


def tried_first(batches: Sequence[Sequence[Encoded]], device: str) -> list[Sequence[Encoded]]:
    """What warms a device up: on a GPU the batches that take most memory, elsewhere the first one.

    Activations grow with the tokens of a batch, padding included, logits with its rows times the positions of answers.
    """
    if device != "cuda":
        return [batches[0]]
    return [max(batches, key=_tokens), max(batches, key=_logits)]


def _tokens(batch: Sequence[Encoded]) -> int:
    return len(batch) * max(row.length for row in batch)


def _logits(batch: Sequence[Encoded]) -> int:
    """Rows times the stretch from where the first answer begins to where the last one ends."""
    return len(batch) * (max(row.length for row in batch) - min(len(row.prompt) for row in batch))


def _let_go() -> None:
    import torch

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
