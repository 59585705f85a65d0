"""Answering koans: ours against the `model.generate` call a user would write.

    python benchmarks/generation.py SUITE [--adapter DIR] [--whole DIR] [--lookup 8] [--n 48]
        [--json out.json]

Same model, batch size and koans in one run; greedy; every answer is judged, since koans answered a second count at
equal quality only. The plain way takes the prompts as they come, pads each batch and decodes until its last row ends.
Ours, on the same prompts, sorts and guesses, reserves its cache and reads a batch in each thread; it is measured to the
end of each answer, and with hopeless answers stopped early.

With --whole, an adapter that was trained with `answer.format=program`, the plain way is also measured on what a user
would ask without us: the whole program in the prompt, the whole repaired program as the answer. With --lookup,
prompt-lookup decoding, which transformers has for one prompt at a time, is measured beside the same without it. Loading
is not timed; one small batch is run before as a warm-up.

Not covered: quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import koan_rows
from nightschool.evaluation.answer import Answer
from nightschool.evaluation.verdicts import examined
from nightschool.koans import load_suite
from nightschool.metrics import wilson
from nightschool.modeling import (
    Decoding,
    Loaded,
    Request,
    answer_format,
    build_prompt,
    ensure_model,
    generate,
    load_model,
)  # fmt: skip
from nightschool.modeling.answers import AnswerFormat, ProgramFormat
from nightschool.modeling.prompts import encode
from nightschool.report import show_rate
from nightschool.rust import open_judge
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Row, Verdict


@dataclass(frozen=True)
class Measured:
    """One way of answering."""

    way: str
    answers: int
    seconds: float
    tokens: int
    """Tokens generated for answers, padding after an end left out."""
    passed: int
    """Koans whose answer passes the judge."""
    same: float
    """Share of repaired programs equal to those of the plain way."""


@dataclass(frozen=True)
class Said:
    """What one way answered."""

    way: str
    seconds: float
    tokens: int
    programs: list[str | None]


Generation = Callable[[], tuple[list[str], int]]


def main() -> None:
    """Measure, print, write."""
    options = arguments()
    config = load_config(options.config)
    judge = open_judge(config)
    koans = chosen(options.suite, options.n)
    rows = koan_rows(koans, judge)
    said = by_edits(opened(config, options.adapter), config, rows, options.lookup)
    if options.whole:
        said.append(by_programs(opened(config, options.whole), config, rows))
    measured = [judged(one, said[0], koans, judge) for one in said]
    show(measured)
    if options.json:
        options.json.write_text(json.dumps([asdict(m) for m in measured], indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--whole", type=Path)
    parser.add_argument("--lookup", type=int, default=0)
    parser.add_argument("--n", type=int, default=48)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def chosen(folder: Path, n: int) -> list[Koan]:
    """n koans spread over the suite."""
    koans = load_suite(folder).koans
    return list(koans[:: max(1, len(koans) // n)][:n])


def opened(config: Config, adapter: Path | None) -> Loaded:
    loaded = load_model(ensure_model(config.model, config.var), config.model, adapter)
    plain_generate(loaded, ["fn main() {", "use std"], 2, [4])
    return loaded


def by_edits(loaded: Loaded, config: Config, rows: Sequence[Row], lookup: int) -> list[Said]:
    """The plain way and ours, on our prompts; `lookup` tokens are guessed from the prompt, one prompt at a time."""
    answer = config.answer
    form = answer_format(answer)
    prompts = [build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form) for row in rows]
    decoding = Decoding(answer.batch_size)
    whole = [Request(prompt, answer.max_new_tokens) for prompt in prompts]
    cut = [Request(prompt, answer.max_new_tokens, form.hopeless) for prompt in prompts]

    def ours(requests: Sequence[Request]) -> tuple[list[str], int]:
        said = generate(loaded, requests, decoding)
        return [s.text for s in said], sum(s.tokens for s in said)

    limits = [answer.max_new_tokens] * len(prompts)
    ways: dict[str, Generation] = {
        "model.generate": lambda: plain_generate(loaded, prompts, answer.batch_size, limits),
        "ours, to the end": lambda: ours(whole),
        "ours": lambda: ours(cut),
    }
    if lookup:
        ways["model.generate, one at a time"] = lambda: plain_generate(loaded, prompts, 1, limits)
        guess = {"prompt_lookup_num_tokens": lookup}
        ways["model.generate, prompt lookup"] = lambda: plain_generate(loaded, prompts, 1, limits, guess)
    return [timed(way, run, form, rows) for way, run in ways.items()]


def by_programs(loaded: Loaded, config: Config, rows: Sequence[Row]) -> Said:
    """The plain way, with whole programs as questions and answers."""
    form = ProgramFormat()
    prompts = [build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form) for row in rows]
    limits = [config.answer.max_new_tokens + len(encode(loaded.tokenizer, prompt)) for prompt in prompts]
    run = lambda: plain_generate(loaded, prompts, config.answer.batch_size, limits)  # noqa: E731
    return timed("model.generate, whole programs", run, form, rows)


def timed(way: str, run: Generation, form: AnswerFormat, rows: Sequence[Row]) -> Said:
    started = time.perf_counter()
    texts, tokens = run()
    seconds = time.perf_counter() - started
    return Said(way, seconds, tokens, [form.apply(row.broken, text) for row, text in zip(rows, texts, strict=True)])


def judged(one: Said, plain: Said, koans: Sequence[Koan], judge: Judge) -> Measured:
    """How many koans pass, and how many programs are those of the plain way."""
    answers = [Answer(koan.id, "", program) for koan, program in zip(koans, one.programs, strict=True)]
    passed = sum(found.verdict is Verdict.PASSED for found in examined(judge, koans, answers))
    equal = sum(a == b for a, b in zip(one.programs, plain.programs, strict=True)) / len(koans)
    return Measured(one.way, len(koans), one.seconds, one.tokens, passed, equal)


def plain_generate(
    loaded: Loaded, prompts: Sequence[str], batch_size: int, limits: Sequence[int], more: Mapping[str, Any] = {}
) -> tuple[list[str], int]:
    """What the documentation of transformers shows; a batch may write as much as the longest of its limits."""
    import torch

    texts: list[str] = []
    tokens = 0
    for start in range(0, len(prompts), batch_size):
        batch: Any = loaded.tokenizer(
            list(prompts[start : start + batch_size]), return_tensors="pt", padding=True, add_special_tokens=False
        ).to(loaded.model.device)
        with torch.inference_mode():
            out = loaded.model.generate(
                **batch, max_new_tokens=max(limits[start : start + batch_size]), do_sample=False, **more
            )
        new = out[:, batch["input_ids"].shape[1] :]
        texts += loaded.tokenizer.batch_decode(new, skip_special_tokens=True)
        tokens += int((new != loaded.tokenizer.pad_token_id).sum()) + len(new)
    return texts, tokens


def show(measured: Sequence[Measured]) -> None:
    table = Table(
        "way", "answers", "seconds", "s/answer", "tokens", "ratio to the first", "passed", "same as the first"
    )
    for one in measured:
        table.add_row(
            one.way, str(one.answers), f"{one.seconds:.1f}", f"{one.seconds / one.answers:.2f}", str(one.tokens),
            f"{measured[0].seconds / one.seconds:.2f}", show_rate(wilson(one.passed, one.answers)),
            f"{one.same:.0%}",
        )  # fmt: skip
    Console().print(table)


if __name__ == "__main__":
    main()
