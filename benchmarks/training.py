"""LoRA training: ours against the plain SFTTrainer a user would write.

    python benchmarks/training.py CORPUS.jsonl [--rows 64] [--json out.json]

Same model, rows, prompts, LoRA and optimiser settings, about the same rows per step, one pass, in one run.
The plain way gives TRL prompt-completion rows and its default collator: rows as they come, padded on the
right, log-probabilities of every position. Ours plans batches of similar length and computes the head for
answers only. Shown with the loss both reach on the same rows that neither was trained on: equal quality is the
condition of the comparison.

Not covered: start-up; checkpoints and dev looks are off in both; quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import read_corpus
from nightschool.learning.encoding import Encoded, encode_rows
from nightschool.learning.order import interleave, padded_tokens, schedule
from nightschool.learning.plan import cells
from nightschool.learning.trainer import dev_loss, make_trainer, training_arguments
from nightschool.modeling import Loaded, answer_format, build_prompt, ensure_model, load_model
from nightschool.types import Row

DEV_ROWS = 16


@dataclass(frozen=True)
class Measured:
    """One way of training."""

    way: str
    rows: int
    steps: int
    tokens: int
    """Tokens of all batches, padding included."""
    seconds: float
    dev_loss: float
    """Nats per answer token on held-out rows."""


def main() -> None:
    """Measure, print, write."""
    options = arguments()
    config = load_config(options.config, ["train.checkpoint_steps=100000"])
    corpus = read_corpus(options.corpus).rows
    order = interleave(cells(corpus), config.seed)
    rows = [corpus[i] for i in order[: options.rows + DEV_ROWS]]
    measured = [way(config, rows[DEV_ROWS:], rows[:DEV_ROWS]) for way in (plain, ours)]
    show(measured)
    if options.json:
        options.json.write_text(json.dumps([asdict(m) for m in measured], indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rows", type=int, default=64)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def fresh(config: Config) -> tuple[Loaded, Any]:
    """The base model with a new LoRA, from the same seed each time."""
    from nightschool.learning.align import with_adapter

    loaded = load_model(ensure_model(config.model, config.var), config.model)
    return loaded, with_adapter(loaded, config, None)


def encoded(loaded: Loaded, rows: Sequence[Row], config: Config) -> list[Encoded]:
    return [one for one in encode_rows(loaded.tokenizer, rows, config.answer) if one is not None]


def ours(config: Config, rows: Sequence[Row], dev: Sequence[Row]) -> Measured:
    loaded, model = fresh(config)
    learnt = encoded(loaded, rows, config)
    lengths = [row.length for row in learnt]
    plan = schedule(lengths, config.train.batch_tokens, float("inf"), config.seed)
    batches = [[learnt[i] for i in batch] for batch in plan.batches]
    with tempfile.TemporaryDirectory() as folder:
        trainer = make_trainer(loaded, model, batches, settings(config, Path(folder), loaded), [])
        seconds = timed(trainer)
    return Measured("ours", len(learnt), len(batches), plan.tokens, seconds, final_loss(loaded, trainer, dev, config))


def plain(config: Config, rows: Sequence[Row], dev: Sequence[Row]) -> Measured:
    """TRL as its documentation shows it."""
    from datasets import Dataset
    from trl import SFTTrainer

    loaded, model = fresh(config)
    form = answer_format(config.answer)
    data = [
        {
            "prompt": build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form),
            "completion": form.target(row.broken, row.fixed),
        }
        for row, fits in zip(rows, encode_rows(loaded.tokenizer, rows, config.answer), strict=True)
        if fits
    ]
    lengths = [one.length for one in encoded(loaded, rows, config)]
    size = max(1, round(config.train.batch_tokens * len(lengths) / sum(lengths)))
    with tempfile.TemporaryDirectory() as folder:
        args = settings(config, Path(folder), loaded)
        args.per_device_train_batch_size = size
        args.dataset_kwargs, args.remove_unused_columns = None, True
        trainer = SFTTrainer(
            model=model, args=args, train_dataset=Dataset.from_list(data), processing_class=loaded.tokenizer
        )
        seconds = timed(trainer)
    batches = [range(k, min(k + size, len(data))) for k in range(0, len(data), size)]
    tokens = sum(padded_tokens(batch, lengths) for batch in batches)
    return Measured("SFTTrainer", len(data), len(batches), tokens, seconds, final_loss(loaded, trainer, dev, config))


def settings(config: Config, folder: Path, loaded: Loaded) -> Any:
    dtype = str(loaded.model.dtype).removeprefix("torch.")
    args = training_arguments(config.train, folder, config.seed, loaded.model.device.type, dtype)
    args.save_strategy = "no"
    return args


def timed(trainer: Any) -> float:
    started = time.perf_counter()
    trainer.train()
    return time.perf_counter() - started


def final_loss(loaded: Loaded, trainer: Any, dev: Sequence[Row], config: Config) -> float:
    batches = [[one] for one in encoded(loaded, dev, config)]
    return dev_loss(trainer.model, batches, loaded.tokenizer.pad_token_id)


def show(measured: Sequence[Measured]) -> None:
    table = Table("way", "rows", "steps", "tokens", "seconds", "rows/s", "times faster", "held-out loss")
    for one in measured:
        table.add_row(
            one.way, str(one.rows), str(one.steps), str(one.tokens), f"{one.seconds:.1f}",
            f"{one.rows / one.seconds:.2f}", f"{measured[0].seconds / one.seconds:.2f}", f"{one.dev_loss:.3f}",
        )  # fmt: skip
    Console().print(table)


if __name__ == "__main__":
    main()
