"""Several batches at once on a CPU, each in a thread of its own, over one model in memory.

A small model's forward pass is hundreds of short operations. Threads that share a batch wait for each other after
every one of them; threads with a batch each do not (`benchmarks/generation.py`). Covered: how many, results as they
come, an error or Ctrl-C that drops what has not begun. Not covered: GPUs, which want one large batch, and models with
several adapters or in few bits, whose hooks and layers are not made for threads; they go one batch after another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any, TypeVar

from nightschool.modeling.quantized import is_quantized

MOST = 16
"""Batches at once: bounds the memory of their caches."""

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def workers_for(model: Any, batches: int) -> int:
    """Batches that this model reads at once: one for each of torch's threads on a CPU, one elsewhere."""
    import torch

    alone = model.device.type != "cpu" or is_quantized(model)
    return 1 if alone else max(1, min(torch.get_num_threads(), batches, MOST))


def at_once(work: Callable[[Chunk], Result], chunks: Sequence[Chunk], workers: int) -> Iterator[Result]:
    """What `work` makes of each chunk, in the order in which it is done. The workers share torch's threads evenly."""
    if workers == 1:
        yield from map(work, chunks)
        return
    import torch

    threads = torch.get_num_threads()
    pool = ThreadPoolExecutor(workers, "batch", torch.set_num_threads, (max(1, threads // workers),))
    try:
        for finished in as_completed([pool.submit(work, chunk) for chunk in chunks]):
            yield finished.result()
    finally:
        pool.shutdown(cancel_futures=True)
        torch.set_num_threads(threads)  # the workers have set the default of threads to come
