"""TRL's DPO, KTO and GRPO trainers, and our own over lists, on our own token ids.

Prompts and answers are encoded apart, as in training and evaluation, so that no token spans their border. Covered:
examples of each method, a checkpoint every few steps. Not covered: when to stop (`preference_watch`).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import CorpusError
from nightschool.learning.attempts import Judge, Tried
from nightschool.learning.rollouts import (
    GROUPS,
    TEMPERATURE,
    learnable_rows,
    make_reward,
    make_rollout,
    prompts_of,
)
from nightschool.learning.trainer import checkpoints_activations
from nightschool.modeling.answers import answer_format
from nightschool.modeling.loading import Loaded, pick_device, pick_dtype
from nightschool.modeling.prompts import build_prompt, encode, encode_answer
from nightschool.modeling.quantized import adapter_as_it_is
from nightschool.types import PreferencePair, Row

BATCH = 4
"""Examples (pairs, lists, answers) per optimiser step: a night makes few."""
RATES = {"dpo": 1 / 15, "list": 1 / 15, "kto": 1 / 15, "grpo": 1 / 15, "rejection": 1 / 5}
"""Learning rate as a share of align's, which fits the base model; rejection's is that of rehearsal."""
EPOCHS = 8
"""Times that grpo may ask a row again; its time ends it before."""
SAVE_STEPS = 4
"""Steps between checkpoints: the most that a kill costs."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What there is to learn from."""

    pairs: Sequence[PreferencePair]
    tried: Sequence[Tried]
    """Judged answers to corpus rows."""
    dev_rows: Sequence[Row] = ()
    judge: Judge | None = None
    """Who rewards new answers; grpo."""

    def chosen_tokens(self, method: str) -> float:
        """Mean length of a chosen answer: those of pairs, or for `list` all that passed."""
        passed = [one.tokens for one in self.tried if one.verified] if method == "list" else []
        lengths = passed or [pair.chosen_tokens for pair in self.pairs]
        return sum(lengths) / len(lengths) if lengths else 1.0


def rate_of(config: Config) -> float:
    """The learning rate of the configured method."""
    return config.prefer.learning_rate or RATES[config.prefer.method] * config.train.learning_rate


def nothing(what: str) -> CorpusError:
    """The error for a phase with nothing to learn from."""
    return CorpusError(
        f"There are no {what} to learn from. Raise repair.list_minutes or repair.list_compiles and run "
        "`nightschool run pair` again."
    )


def own_rows(tried: Sequence[Tried], most: int) -> list[Row]:
    """Corpus rows with the model's own verified answers in place of the corpus's repair, at most `most` of each."""
    verified: dict[str, dict[str, Tried]] = defaultdict(dict)
    for one in tried:
        if one.verified and len(verified[one.row.id]) < most:
            verified[one.row.id].setdefault(one.program, one)
    return [
        replace(one.row, id=f"{name}-own{number}", fixed=one.program, digest="")
        for name, answers in verified.items()
        for number, one in enumerate(answers.values())
    ]


def dpo_records(loaded: Loaded, pairs: Sequence[PreferencePair], config: Config) -> list[dict[str, Any]]:
    """prompt_ids, chosen_ids, rejected_ids of each pair. Raises CorpusError without pairs."""
    form = answer_format(config.answer)
    return [
        {
            "prompt_ids": encode(loaded.tokenizer, build_prompt(loaded.tokenizer, p.broken, p.diagnostic, form)),
            "chosen_ids": encode_answer(loaded.tokenizer, p.chosen),
            "rejected_ids": encode_answer(loaded.tokenizer, p.rejected),
        }
        for p in pairs
    ] or _refuse("preference pairs")


def kto_records(loaded: Loaded, tried: Sequence[Tried], config: Config) -> list[dict[str, Any]]:
    """prompt_ids, completion_ids, label, and another batch member's completion for the KL term; batches are mixed.

    As many passes as failures, since both weigh one; where there are only passes, or only failures, all of them.
    Raises CorpusError where nothing was judged.
    """
    form = answer_format(config.answer)
    passed, failed = [t for t in tried if t.verified], [t for t in tried if not t.verified]
    rng = random.Random(config.seed)
    count = min(len(passed), len(failed)) or len(passed) or len(failed)
    chosen = [*rng.sample(passed, min(count, len(passed))), *rng.sample(failed, min(count, len(failed)))]
    rng.shuffle(chosen)
    records: list[dict[str, Any]] = [
        {
            "prompt_ids": encode(
                loaded.tokenizer, build_prompt(loaded.tokenizer, t.row.broken, t.row.diagnostic, form)
            ),
            "completion_ids": encode_answer(loaded.tokenizer, t.text),
            "label": t.verified,
        }
        for t in chosen
    ]
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        for record, other in zip(batch, [batch[-1], *batch[:-1]], strict=True):
            record["KL_completion_ids"] = other["completion_ids"]
    return records or _refuse("judged answers")


def _refuse(what: str) -> Any:
    raise nothing(what)


def make_preference_trainer(
    config: Config, loaded: Loaded, model: Any, lessons: Lessons, folder: Path, watch: Any
) -> Any:
    """The trainer of `config.prefer.method` on a PeftModel whose adapter is called `default`."""
    from datasets import Dataset
    from transformers import PrinterCallback

    make: Callable[..., Any] = {"dpo": _dpo, "list": _list, "kto": _kto, "grpo": _grpo}[config.prefer.method]
    kind, arguments, records, *more = make(config, loaded, lessons, _common(config, folder))
    with adapter_as_it_is(model):
        trainer = kind(
            model=model, args=arguments, train_dataset=Dataset.from_list(records),
            processing_class=loaded.tokenizer, callbacks=[watch], **(more[0] if more else {}),
        )  # fmt: skip
    trainer.remove_callback(PrinterCallback)
    return trainer


def _dpo(config: Config, loaded: Loaded, lessons: Lessons, common: dict[str, Any]) -> tuple[Any, ...]:
    from trl import DPOConfig, DPOTrainer

    settings = config.prefer
    losses = {"loss_type": ["sigmoid", "sft"], "loss_weights": [1.0, settings.nll_weight]}
    arguments = DPOConfig(**common, beta=settings.beta, max_length=None, **losses)
    return _encoded(DPOTrainer), arguments, dpo_records(loaded, lessons.pairs, config)


def _list(config: Config, loaded: Loaded, lessons: Lessons, common: dict[str, Any]) -> tuple[Any, ...]:
    from transformers import TrainingArguments

    from nightschool.learning.preference_lists import list_records, list_trainer

    records = list_records(loaded, lessons.tried, config) or _refuse("rows that some repairs pass and some fail")
    return list_trainer(config.prefer.beta, config.prefer.nll_weight), TrainingArguments(**common), records


def _kto(config: Config, loaded: Loaded, lessons: Lessons, common: dict[str, Any]) -> tuple[Any, ...]:
    from trl import KTOConfig, KTOTrainer

    arguments = KTOConfig(**common, beta=config.prefer.beta, max_length=None)
    return _encoded(KTOTrainer), arguments, kto_records(loaded, lessons.tried, config)


def _grpo(config: Config, loaded: Loaded, lessons: Lessons, common: dict[str, Any]) -> tuple[Any, ...]:
    from trl import GRPOConfig, GRPOTrainer

    settings, rows = config.prefer, prompts_of(loaded, learnable_rows(lessons.tried), config)
    if not rows or lessons.judge is None:
        raise nothing("rows that were repaired at times")
    passes = common | {"num_train_epochs": EPOCHS, "per_device_train_batch_size": settings.samples}
    arguments = GRPOConfig(
        **passes, beta=settings.beta, num_generations=settings.samples, gradient_accumulation_steps=GROUPS,
        temperature=TEMPERATURE, max_completion_length=None,
    )  # fmt: skip
    asked = {"reward_funcs": [make_reward(config, lessons.judge, rows)], "rollout_func": make_rollout(config, loaded)}
    return _encoded(GRPOTrainer), arguments, [{"prompt": prompt} for prompt in rows], asked


def _common(config: Config, folder: Path) -> dict[str, Any]:
    """What all trainers are told: one short pass at a constant rate: the first step learns, and time may cut it."""
    device = pick_device(config.model)
    return {
        "output_dir": str(folder), "num_train_epochs": 1, "per_device_train_batch_size": BATCH,
        "learning_rate": rate_of(config), "lr_scheduler_type": "constant",
        "max_grad_norm": 1.0, "save_strategy": "steps", "save_steps": SAVE_STEPS, "save_total_limit": 2,
        "logging_steps": 1, "report_to": "none", "disable_tqdm": True,
        "bf16": pick_dtype(config.model, device) == "bfloat16", "use_cpu": device == "cpu",
        "gradient_checkpointing": checkpoints_activations(config.train, device),
        "dataloader_pin_memory": device == "cuda",
        "seed": config.seed, "data_seed": config.seed, "remove_unused_columns": False,
    }  # fmt: skip


def _encoded(kind: type[Any]) -> type[Any]:
    """The trainer, taking examples that are token ids already."""

    class Encoded(kind):  # type: ignore[misc]
        def _prepare_dataset(self, dataset: Any, *args: Any, **kwargs: Any) -> Any:
            return dataset

        def create_model_card(self, *args: Any, **kwargs: Any) -> None:
            """No model card in checkpoints."""

    return Encoded
