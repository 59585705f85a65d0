"""A key-value cache that is reserved once per batch.

transformers' DynamicCache concatenates at every token, which copies the whole cache each time: for a small
model on a CPU that is as much memory traffic as reading the weights. This one writes in place and hands
out views. Covered: full attention. Not covered: sliding windows, which keep transformers' own cache.
"""

from __future__ import annotations

from typing import Any

import torch  # noqa: TID253 - the class below needs its base; this module is imported when a batch starts
from transformers.cache_utils import Cache, DynamicCache, DynamicLayer  # noqa: TID253


class ReservedLayer(DynamicLayer):  # type: ignore[misc]
    """One layer's keys and values, shape (batch, heads, reserved length, head size); `used` positions hold."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length, self.used = length, 0

    def update(
        self, key_states: torch.Tensor, value_states: torch.Tensor, *args: Any, **kwargs: Any
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Write the new positions and return everything so far."""
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
            batch, heads, _, size = key_states.shape
            self.keys = key_states.new_empty(batch, heads, self.length, size)
            self.values = value_states.new_empty(batch, heads, self.length, value_states.shape[-1])
        end = self.used + key_states.shape[-2]
        self.keys[:, :, self.used : end] = key_states
        self.values[:, :, self.used : end] = value_states
        self.used = end
        return self.keys[:, :, :end], self.values[:, :, :end]

    def get_seq_length(self) -> int:
        """Positions written."""
        return self.used

    def forget(self, count: int) -> None:
        """Drop the last positions of all rows."""
        self.used -= count

    def keep(self, index_BT: torch.Tensor) -> None:
        """Only those positions of each row, in that order."""
        self.used = index_BT.shape[1]
        for held in (self.keys, self.values):
            index_BHTD = index_BT[:, None, :, None].expand(-1, held.shape[1], -1, held.shape[3])
            held[:, :, : self.used] = held.gather(2, index_BHTD)


def reserved_cache(config: Any, length: int) -> Any:
    """A cache for `length` positions; transformers' own where the model is not plain full attention."""
    if not attends_to_all(config):
        return DynamicCache(config=config)
    return Cache(layers=[ReservedLayer(length) for _ in range(config.get_text_config().num_hidden_layers)])


def attends_to_all(config: Any) -> bool:
    """Whether every layer of the model is plain full attention."""
    text = config.get_text_config()
    kinds = set(getattr(text, "layer_types", None) or ())
    return not (kinds - {"full_attention"} or getattr(text, "sliding_window", None))


def can_forget(cache: Any) -> bool:
    """Whether positions that were written can be taken back."""
    return all(isinstance(layer, ReservedLayer) for layer in cache.layers)
