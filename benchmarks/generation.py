"""Answering koans: ours against the `model.generate` call a user would write.

    python benchmarks/generation.py SUITE [--adapter DIR] [--n 48] [--json out.json]

Same model, prompts, batch size and limit in one run; greedy. The plain way takes the prompts as they come,
pads each batch and decodes until its last row ends. Ours is measured three times: sorted, compacted and with a reserved
cache, all threads on one batch after the other; with a batch for each thread (the answers of both must be the same, the
share is shown); and with hopeless answers stopped early (the repaired programs must be the same). Loading is not timed;
one batch is run before as a warm-up.

Not covered: verdicts; and quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import koan_rows
from nightschool.koans import load_suite
from nightschool.modeling import (
    Decoding,
    Generated,
    Loaded,
    Request,
    answer_format,
    build_prompt,
    ensure_model,
    generate,
    load_model,
)  # fmt: skip
from nightschool.rust import open_judge
from nightschool.types import Row


@dataclass(frozen=True)
class Measured:
    """One way of answering."""

    way: str
    answers: int
    seconds: float
    tokens: int
    """Tokens generated for answers, padding after an end left out."""
    same: float
    """Share of answers equal to the plain way's (of repaired programs where answers are cut short)."""


def main() -> None:
    """Measure, print, write."""
    options = arguments()
    config = load_config(options.config)
    rows = questions(config, options.suite, options.n)
    loaded = load_model(ensure_model(config.model, config.var), config.model, options.adapter)
    measured = measure(loaded, config, rows)
    show(measured)
    if options.json:
        options.json.write_text(json.dumps([asdict(m) for m in measured], indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--n", type=int, default=48)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def questions(config: Config, folder: Path, n: int) -> list[Row]:
    """n koans spread over the suite."""
    koans = load_suite(folder).koans
    return koan_rows(koans[:: max(1, len(koans) // n)][:n], open_judge(config))


def measure(loaded: Loaded, config: Config, rows: Sequence[Row]) -> list[Measured]:
    form, answer = answer_format(config.answer), config.answer
    prompts = [build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form) for row in rows]
    decoding = Decoding(answer.batch_size)
    whole = [Request(prompt, answer.max_new_tokens) for prompt in prompts]
    cut = [Request(prompt, answer.max_new_tokens, form.hopeless) for prompt in prompts]
    plain_generate(loaded, prompts[:2], 2, 4)

    def ours(requests: Sequence[Request]) -> tuple[list[str], int]:
        said = generate(loaded, requests, decoding)
        return [s.text for s in said], sum(s.tokens for s in said)

    def in_turn(requests: Sequence[Request]) -> tuple[list[str], int]:
        said: dict[int, Generated] = {}
        batches = -(-len(requests) // decoding.batch_size)
        for part in range(batches):
            generate(loaded, requests, decoding, said.__setitem__, (part, batches))
        return [said[index].text for index in range(len(requests))], sum(s.tokens for s in said.values())

    plain, first = timed(
        "model.generate", lambda: plain_generate(loaded, prompts, answer.batch_size, answer.max_new_tokens)
    )
    single, second = timed("ours, to the end, a batch at a time", lambda: in_turn(whole))
    mine, third = timed("ours, to the end", lambda: ours(whole))
    early, fourth = timed("ours", lambda: ours(cut))
    fixed = [[form.apply(row.broken, text) for row, text in zip(rows, texts, strict=True)] for texts in (plain, early)]
    return [first(1.0), second(share(plain, single)), third(share(plain, mine)), fourth(share(*fixed))]


def timed(way: str, run: Callable[[], tuple[list[str], int]]) -> tuple[list[str], Callable[[float], Measured]]:
    """The texts, and what turns the share of equal ones into a measurement."""
    started = time.perf_counter()
    texts, tokens = run()
    seconds = time.perf_counter() - started
    return texts, lambda same: Measured(way, len(texts), seconds, tokens, same)


def plain_generate(loaded: Loaded, prompts: Sequence[str], batch_size: int, limit: int) -> tuple[list[str], int]:
    """What the documentation of transformers shows."""
    import torch

    texts: list[str] = []
    tokens = 0
    for start in range(0, len(prompts), batch_size):
        batch: Any = loaded.tokenizer(
            list(prompts[start : start + batch_size]), return_tensors="pt", padding=True, add_special_tokens=False
        ).to(loaded.model.device)
        with torch.inference_mode():
            out = loaded.model.generate(**batch, max_new_tokens=limit, do_sample=False)
        new = out[:, batch["input_ids"].shape[1] :]
        texts += loaded.tokenizer.batch_decode(new, skip_special_tokens=True)
        tokens += int((new != loaded.tokenizer.pad_token_id).sum()) + len(new)
    return texts, tokens


def share(a: Sequence[object], b: Sequence[object]) -> float:
    return sum(x == y for x, y in zip(a, b, strict=True)) / max(1, len(a))


def show(measured: Sequence[Measured]) -> None:
    table = Table("way", "answers", "seconds", "s/answer", "tokens", "times faster", "same as plain")
    for one in measured:
        faster = measured[0].seconds / one.seconds
        table.add_row(
            one.way, str(one.answers), f"{one.seconds:.1f}", f"{one.seconds / one.answers:.2f}", str(one.tokens),
            f"{faster:.2f}", f"{one.same:.0%}",
        )  # fmt: skip
    Console().print(table)


if __name__ == "__main__":
    main()
