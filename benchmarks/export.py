"""Exported GGUFs in a real llama.cpp against transformers in float32: how many greedy tokens are the same, by type.

    python benchmarks/export.py [--adapter DIR] [--suite SUITE] [--prompts 12] [--tokens 48] [--types f32 q8_0]

Each type twice: with the adapter, and the untouched base (control). Without --adapter it is a random LoRA of the
configured shape and of a night's size. Prompts are those of `export_prompts.py`, or a suite's. An answer counts
up to its first other token: what comes after a difference answers another text. Not covered: verdicts; `nightschool
evaluate` with `model.backend=openai` has them.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from export_prompts import PROMPTS
from real_llama import LlamaCpp

from nightschool.config import Config, ModelConfig
from nightschool.evaluation import koan_rows
from nightschool.export import FORMS, Dtype, Form
from nightschool.export.merged_form import updates, whole_model
from nightschool.export.order import Order
from nightschool.export.run import export
from nightschool.files import digest_folder
from nightschool.koans import load_suite
from nightschool.learning.align import with_adapter
from nightschool.learning.result import TrainResult, finish
from nightschool.modeling import BaseModelFiles, answer_format, build_prompt, encode, ensure_model, load_model
from nightschool.modeling.loading import load_tokenizer
from nightschool.repair.chooser import FIXED
from nightschool.repair.patterns import Patterns
from nightschool.repair.policy import write_policy
from nightschool.rust import open_judge
from nightschool.tracking import Registered


def main() -> None:
    """Export, ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--suite", type=Path)
    parser.add_argument("--prompts", type=int, default=len(PROMPTS))
    parser.add_argument("--tokens", type=int, default=48)
    parser.add_argument("--types", nargs="+", type=Dtype, default=list(FORMS[Form.GGUF]))
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    base = ensure_model(ModelConfig(), Path("var"))
    asked = _asked(options.suite, options.prompts)
    with tempfile.TemporaryDirectory() as place:
        order = _order(base, options.adapter, Path(place))
        print(f"{len(asked)} prompts, at most {options.tokens} tokens each, {base.name}\n")
        print("| type | MiB | update missed | prompts cut alike | answers equal | tokens equal |")
        print("|---|---|---|---|---|---|")
        for control in (False, True):
            _compare(replace(order, control=control), asked, options, Path(place))


def _compare(order: Order, asked: Sequence[str], options: argparse.Namespace, place: Path) -> None:
    """A line of the table for each type."""
    tokenizer = load_tokenizer(order.base)
    ids = [encode(tokenizer, prompt) for prompt in asked]
    wanted = _greedy(order, tokenizer, ids, options.tokens)
    for dtype in options.types:
        made = export(replace(order, dtype=dtype), place / f"{dtype}-{order.control}")
        theirs = LlamaCpp(made.folder / "model.gguf", context=2048, threads=options.threads)
        cut = sum(theirs.ids(prompt) == one for prompt, one in zip(asked, ids, strict=True))
        found = [theirs.greedy(one, options.tokens) for one in ids]
        theirs.close()
        size = (made.folder / "model.gguf").stat().st_size / 2**20
        missed = f"{made.loss.share:.2%}" if made.loss and made.loss.share is not None else "-"
        head = f"{dtype}{', control' if order.control else ''} | {size:.0f} | {missed} | {cut}/{len(asked)}"
        print(f"| {head} | {_equal(wanted, found)} |", flush=True)


def _equal(wanted: Sequence[Sequence[int]], found: Sequence[Sequence[int]]) -> str:
    """Answers that are equal, and tokens before the first that is not."""
    same = sum(list(one) == list(other) for one, other in zip(wanted, found, strict=True))
    alike = sum(_alike(one, other) for one, other in zip(wanted, found, strict=True))
    tokens = sum(map(len, wanted))
    return f"{same}/{len(wanted)} | {alike}/{tokens} = {alike / tokens:.1%}"


def _alike(one: Sequence[int], other: Sequence[int]) -> int:
    """Length of what both begin with."""
    both = list(zip(one, other, strict=False))
    return next((at for at, (mine, theirs) in enumerate(both) if mine != theirs), len(both))


def _greedy(order: Order, tokenizer: Any, ids: Sequence[Sequence[int]], limit: int) -> list[list[int]]:
    """Answers of transformers in float32, without the token that ends them."""
    import torch

    model, _ = whole_model(order)
    answers = []
    for one in ids:
        with torch.inference_mode():
            out = model.generate(torch.tensor([one]), max_new_tokens=limit, do_sample=False)[0, len(one) :].tolist()
        answers.append(out[:-1] if out[-1] == tokenizer.eos_token_id else out)
    return answers


def _asked(suite: Path | None, count: int) -> list[str]:
    """Prompts as the examination builds them."""
    config = Config()
    tokenizer, form = load_tokenizer(ensure_model(config.model, Path("var"))), answer_format(config.answer)
    rows = koan_rows(load_suite(suite).koans[:count], open_judge(config)) if suite else ()
    pairs = [(row.broken, row.diagnostic) for row in rows] if suite else list(PROMPTS[:count])
    return [build_prompt(tokenizer, program, told, form) for program, told in pairs]


def _order(base: BaseModelFiles, adapter: Path | None, place: Path) -> Order:
    """A version of that adapter, registered nowhere."""
    folder = adapter or _random(base, place / "adapter")
    write_policy(place / "policy", FIXED, Patterns((), (), 0))
    parts = (folder, digest_folder(folder), {}, place / "policy", digest_folder(place / "policy"))
    return Order("benchmark", Registered("0", *parts), base, Form.GGUF)


SHARE = 0.02
"""Norm of a random update by that of the weights it is added to; a night's is 1.4 to 3.3 %."""


def _random(base: BaseModelFiles, folder: Path) -> Path:
    """A LoRA of the configured shape with random factors, of the size that a night's has."""
    import torch

    config = Config()
    model = with_adapter(load_model(base, ModelConfig(dtype="float32")), config, None)
    torch.manual_seed(0)
    halves = [parameter for name, parameter in model.named_parameters() if "lora_B" in name]
    for half in halves:
        torch.nn.init.normal_(half, std=0.01)
    norms = [(float((weight**2).sum()), float((update**2).sum())) for weight, update in updates(model)]
    share = (sum(update for _, update in norms) / sum(weight for weight, _ in norms)) ** 0.5
    with torch.no_grad():
        for half in halves:
            half.mul_(SHARE / share)
    result = TrainResult(folder / "adapter", "", 0, 0, 0, 0.0, "random", float("nan"), None)
    return finish(model, base.digest, config, folder, result, {}).adapter


if __name__ == "__main__":
    main()
