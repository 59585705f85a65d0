"""Koans of several routes: adapters mixed in one batch against one merged adapter after another.

    python benchmarks/routing.py SUITE [--adapters 6] [--n 32] [--tokens 24]

Same base model, koans, limit and batch size in one run; greedy. The adapters are random LoRAs of the configured shape,
so that answers run on and every route has as many tokens to write; koans are dealt to them in turns, and every last
place of a round goes to the base model. Loading is timed: merging one after another loads the base model each time.

Not covered: verdicts; and quiet machines: CPU seconds of the process are shown beside the clock.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import koan_rows
from nightschool.koans import load_suite
from nightschool.learning.align import with_adapter
from nightschool.learning.result import TrainResult, finish
from nightschool.modeling import BaseModelFiles, Decoding, Request, answer_format, build_prompt, ensure_model, generate
from nightschool.modeling import load_model as load
from nightschool.modeling.routing import NOBODY, load_routed
from nightschool.rust import open_judge

Result = TypeVar("Result")


@dataclass(frozen=True)
class Measured:
    """One way of answering."""

    way: str
    loading: float
    """CPU seconds until the weights are ready, all models together."""
    answering: float
    """CPU seconds of answering."""
    clock: float
    texts: list[str]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--adapters", type=int, default=6)
    parser.add_argument("--n", type=int, default=32)
    parser.add_argument("--tokens", type=int, default=24)
    options = parser.parse_args()
    config = load_config()
    base = ensure_model(config.model, config.var)
    with tempfile.TemporaryDirectory() as folder:
        adapters = {f"a{k}": random_adapter(config, base, Path(folder) / str(k), k) for k in range(options.adapters)}
        requests = questions(config, base, options.suite, options.n, options.tokens, [*adapters, NOBODY])
        show([mixed(config, base, adapters, requests), in_turn(config, base, adapters, requests)])


def random_adapter(config: Config, base: BaseModelFiles, folder: Path, seed: int) -> Path:
    """A LoRA of the configured shape with random factors, sealed."""
    import torch

    model = with_adapter(load(base, config.model), config.model_copy(update={"seed": seed}), None)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.01)
    result = TrainResult(folder / "adapter", "", 0, 0, 0, 0.0, "random", float("nan"), None)
    return finish(model, base.digest, config, folder, result, {}).adapter


def questions(
    config: Config, base: BaseModelFiles, suite: Path, n: int, tokens: int, names: Sequence[str]
) -> list[Request]:
    """Prompts of the suite's first koans, the names dealt in turns."""
    form = answer_format(config.answer)
    tokenizer = load(base, config.model).tokenizer
    rows = koan_rows(load_suite(suite).koans[:n], open_judge(config))
    prompts = [build_prompt(tokenizer, row.broken, row.diagnostic, form) for row in rows]
    return [Request(prompt, tokens, adapter=names[i % len(names)]) for i, prompt in enumerate(prompts)]


def mixed(config: Config, base: BaseModelFiles, adapters: dict[str, Path], requests: Sequence[Request]) -> Measured:
    """All at once."""
    clock = time.perf_counter()
    loaded, loading = timed(partial(load_routed, base, config.model, adapters))
    said, answering = timed(partial(generate, loaded, requests, Decoding(config.answer.batch_size)))
    return Measured("mixed in one batch", loading, answering, time.perf_counter() - clock, [one.text for one in said])


def in_turn(config: Config, base: BaseModelFiles, adapters: dict[str, Path], requests: Sequence[Request]) -> Measured:
    """Each adapter merged, its own koans together."""
    clock, loading, answering = time.perf_counter(), 0.0, 0.0
    texts: dict[int, str] = {}
    for name in (*adapters, NOBODY):
        indices = [i for i, request in enumerate(requests) if request.adapter == name]
        plain = [Request(requests[i].prompt, requests[i].max_new_tokens) for i in indices]
        loaded, more = timed(partial(load, base, config.model, adapters.get(name)))
        said, spent = timed(partial(generate, loaded, plain, Decoding(config.answer.batch_size)))
        texts |= {i: one.text for i, one in zip(indices, said, strict=True)}
        loading, answering = loading + more, answering + spent
    return Measured(
        "merged, one after another", loading, answering, time.perf_counter() - clock,
        [texts[i] for i in range(len(requests))],
    )  # fmt: skip


def timed(run: Callable[[], Result]) -> tuple[Result, float]:
    """What it gives, and the CPU seconds it took."""
    started = time.process_time()
    return run(), time.process_time() - started


def show(measured: Sequence[Measured]) -> None:
    """The table."""
    table = Table("way", "loading, CPU s", "answering, CPU s", "sum", "clock s", "same answers")
    for one in measured:
        same = sum(a == b for a, b in zip(one.texts, measured[-1].texts, strict=True))
        table.add_row(
            one.way, f"{one.loading:.1f}", f"{one.answering:.1f}", f"{one.loading + one.answering:.1f}",
            f"{one.clock:.1f}", f"{same}/{len(one.texts)}",
        )  # fmt: skip
    Console().print(table)


if __name__ == "__main__":
    main()
