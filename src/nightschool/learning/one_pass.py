"""The log-likelihoods of several answers to one prompt, in one forward pass.

The answers stand behind the prompt one after the other. Each sees the prompt and itself only, and counts its positions
from the prompt's end, so that it is read as if it stood there alone; the prompt, most of the tokens, is read once.
Covered: gradients; models that do not look at all positions (sliding windows) read one answer at a time.
Not covered: several prompts at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

PROMPT = -1
"""Owner of the prompt's positions."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the tokens of prompt and answers stand; T positions."""

    ids: list[int]
    positions: list[int]
    """As if the answer of the token stood alone behind the prompt."""
    owners: list[int]
    """Number of the answer that a token belongs to, or PROMPT."""
    reads: list[list[int]]
    """Of each answer, where its tokens are predicted: the prompt's last position, then its own but for the last."""


def layout(prompt: Sequence[int], answers: Sequence[Sequence[int]]) -> Layout:
    """Prompt and answers in one line."""
    first = len(prompt)
    starts = [*accumulate((len(answer) for answer in answers), initial=first)][:-1]
    return Layout(
        ids=[*prompt, *(token for answer in answers for token in answer)],
        positions=[*range(first), *(first + k for answer in answers for k in range(len(answer)))],
        owners=[PROMPT] * first + [number for number, answer in enumerate(answers) for _ in answer],
        reads=[[first - 1, *range(start, start + len(a) - 1)] for start, a in zip(starts, answers, strict=True)],
    )


def log_likelihoods(model: Any, prompt: Sequence[int], answers: Sequence[Sequence[int]]) -> Any:
    """log p(answer | prompt) of each, in nats, shape (answers,); an answer has at least one token."""
    import torch

    from nightschool.modeling.kvcache import attends_to_all

    if len(answers) > 1 and not attends_to_all(model.config):
        return torch.cat([log_likelihoods(model, prompt, [answer]) for answer in answers])
    made = layout(prompt, answers)
    keep = sorted({place for places in made.reads for place in places})
    at = {place: index for index, place in enumerate(keep)}
    device = model.device
    logits_KV = model(
        input_ids=torch.tensor([made.ids], device=device),
        position_ids=torch.tensor([made.positions], device=device),
        attention_mask=seen(made.owners, device) if len(answers) > 1 else None,
        logits_to_keep=torch.tensor(keep, device=device),
        use_cache=False,
    ).logits[0]
    rows = [[at[place] for place in places] for places in made.reads]
    return torch.stack([_said(logits_KV[row], answer) for row, answer in zip(rows, answers, strict=True)])


def seen(owners: Sequence[int], device: Any = None) -> Any:
    """Mask of shape (1, 1, T, T): True where the token of a row sees the one of a column."""
    import torch

    owner_T = torch.tensor(owners, device=device)
    before_TT = torch.ones(len(owners), len(owners), dtype=torch.bool, device=device).tril()
    own_TT = (owner_T[:, None] == owner_T[None]) | (owner_T[None] == PROMPT)
    return (before_TT & own_TT)[None, None]


def _said(logits_AV: Any, answer: Sequence[int]) -> Any:
    """Log-likelihood of one answer."""
    import torch
    from torch.nn.functional import cross_entropy

    return -cross_entropy(logits_AV.float(), torch.tensor(answer, device=logits_AV.device), reduction="sum")
