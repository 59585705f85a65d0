"""TRL's SFTTrainer over batches that were planned beforehand.

Covered: one dataset item is one process's shard of one planned batch, in order, so that the trainer's own dealing of
items to processes gives each its shard, and resuming continues where the plan stood; loss on answer tokens, the head
computed for answers only. Everything else (optimiser, schedule, devices, checkpoints) is the trainer's own.
Not covered: packing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nightschool.config import TrainConfig
from nightschool.learning.encoding import IGNORED, Encoded, collate
from nightschool.learning.general import divergence
from nightschool.learning.order import rate_factor
from nightschool.learning.shards import shards
from nightschool.modeling.quantized import adapter_as_it_is


def make_trainer(  # noqa: PLR0913 - what a run is made of
    loaded: Any,
    model: Any,
    batches: Sequence[Sequence[Encoded]],
    general: Sequence[Sequence[int]],
    args: Any,
    callbacks: Sequence[Any],
    kl_weight: float = 1.0,
) -> Any:
    """The trainer. `loaded` gives the tokenizer, `model` the PEFT model to train.

    `general`: a piece of plain Rust, or an empty one, for each batch (`learning.general`). Every process reads all of
    it, so that the steps are the same, whatever their number.
    """
    import torch
    from datasets import Dataset

    tokenizer = loaded.tokenizer
    dealt = [shard for batch in batches for shard in shards(batch, args.world_size)]
    data = {
        "prompts": [[row.prompt for row in shard.rows] for shard in dealt],
        "answers": [[row.answer for row in shard.rows] for shard in dealt],
        "told": [[[*row.told] for row in shard.rows] for shard in dealt],
        "weight": [shard.weight for shard in dealt],
        "general": [[*piece] for piece in general for _ in range(args.world_size)],
    }

    def collate_planned(items: list[dict[str, Any]]) -> dict[str, Any]:
        [item] = items
        parts = zip(item["prompts"], item["answers"], item["told"], strict=True)
        rows = [Encoded(prompt, answer, told=tuple(told)) for prompt, answer, told in parts]
        piece = torch.tensor([item["general"]], dtype=torch.long)
        return collate(rows, tokenizer.pad_token_id) | {"weight": item["weight"], "general": piece}

    from transformers import PrinterCallback

    with adapter_as_it_is(model):
        trainer = _trainer_class()(
            kl_weight,
            model=model,
            args=args,
            train_dataset=Dataset.from_dict(data),
            data_collator=collate_planned,
            processing_class=tokenizer,
            callbacks=list(callbacks),
        )
    trainer.remove_callback(PrinterCallback)
    return trainer


def training_arguments(config: TrainConfig, folder: Path, seed: int, device: str, dtype: str) -> Any:
    """SFTConfig from ours: what is not named here is the trainer's default."""
    from trl import SFTConfig

    return SFTConfig(
        output_dir=str(folder),
        num_train_epochs=1,  # the plan holds the epochs
        per_device_train_batch_size=1,  # shard of a planned batch
        learning_rate=config.learning_rate,
        warmup_steps=config.warmup_ratio,  # a number below one is a share of all steps
        weight_decay=config.weight_decay,
        max_grad_norm=1.0,
        adam_beta2=0.99,  # a night has a few hundred steps; 0.999 would average over more than all of them
        save_strategy="steps",
        save_steps=config.checkpoint_steps,
        save_total_limit=2,
        logging_steps=1,
        train_sampling_strategy="sequential",
        dataset_kwargs={"skip_prepare_dataset": True},
        remove_unused_columns=False,
        max_length=None,
        gradient_checkpointing=checkpoints_activations(config, device),
        bf16=dtype == "bfloat16",
        fp16=False,
        use_cpu=device == "cpu",
        ddp_find_unused_parameters=False,
        dataloader_pin_memory=device == "cuda",
        seed=seed,
        data_seed=seed,
        report_to="none",
        disable_tqdm=True,
    )


def checkpoints_activations(config: TrainConfig, device: str) -> bool:
    """Whether the backward pass computes activations again on this device, as `train.gradient_checkpointing` says."""
    asked = config.gradient_checkpointing
    return device != "cpu" if asked == "auto" else asked


def answer_loss(model: Any, inputs: dict[str, Any]) -> tuple[Any, Any, int]:
    """Summed negative log-likelihood (nats) of the answers, correct argmax tokens, number of answer tokens.

    Logits are asked for the positions where some row of the batch has its answer (each predicts the next one):
    with a vocabulary of 49,152 the head is a fifth of a small model's arithmetic.
    """
    import torch
    from torch.nn.functional import cross_entropy

    labels_BT = inputs["labels"]
    answered_K = (labels_BT != IGNORED).any(0).nonzero()[:, 0]
    labels_BK = labels_BT[:, answered_K]
    logits_BKV = model(input_ids=inputs["input_ids"], use_cache=False, logits_to_keep=answered_K - 1).logits
    wanted = labels_BK != IGNORED
    logits_NV, labels_N = logits_BKV[wanted].float(), labels_BK[wanted]
    nll = cross_entropy(logits_NV, labels_N, reduction="sum")
    with torch.no_grad():
        correct = (logits_NV.argmax(-1) == labels_N).sum()
    return nll, correct, int(labels_N.numel())


def dev_loss(model: Any, batches: Sequence[Sequence[Encoded]], pad: int) -> float:
    """Mean negative log-likelihood per answer token (nats) over encoded rows."""
    import torch

    training = model.training
    model.eval()
    total, count = 0.0, 0
    with torch.inference_mode():
        for batch in batches:
            inputs = {name: tensor.to(model.device) for name, tensor in collate(batch, pad).items()}
            nll, _, tokens = answer_loss(model, inputs)
            total, count = total + float(nll), count + tokens
    model.train(training)
    return total / max(1, count)


def _trainer_class() -> type[Any]:
    from trl import SFTTrainer

    class AnswerTrainer(SFTTrainer):  # type: ignore[misc]
        """SFTTrainer whose loss looks at answer positions only, and holds the adapter near the base on plain Rust."""

        def __init__(self, kl_weight: float, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.kl_weight = kl_weight

        def compute_loss(
            self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
        ) -> Any:
            """This process's part of the mean over the batch's answer tokens, and the divergence from the base."""
            far = self._divergence(model, inputs["general"])
            nll, correct, tokens = answer_loss(model, inputs)
            self._count(correct.new_tensor([correct, tokens, inputs["input_ids"].numel()]) * bool(inputs["weight"]))
            loss = nll * inputs["weight"] + self.kl_weight * far
            return (loss, None) if return_outputs else loss

        def _divergence(self, model: Any, piece_1T: Any) -> Any:
            if not piece_1T.numel():
                return 0.0
            far = divergence(self.accelerator.unwrap_model(model), piece_1T)
            self._metrics["train"]["divergence"].append(float(far.detach()))
            return far

        def _count(self, counts: Any) -> None:
            """Add what all processes counted: correct tokens, answer tokens, tokens with their padding."""
            correct, tokens, width = self.accelerator.reduce(counts, "sum").tolist()
            self._metrics["train"]["token_accuracy"].append(correct / tokens)
            self._total_train_tokens += width
            self._metrics["train"]["num_tokens"] = [self._total_train_tokens]

        def create_scheduler(self, num_training_steps: int, optimizer: Any = None) -> Any:
            """Warm-up and cosine of `rate_factor`."""
            from torch.optim.lr_scheduler import LambdaLR

            warmup = self.args.warmup_steps
            self.lr_scheduler = LambdaLR(
                optimizer or self.optimizer, lambda step: rate_factor(step, num_training_steps, warmup)
            )
            self._created_lr_scheduler = True
            return self.lr_scheduler

        def create_model_card(self, *args: Any, **kwargs: Any) -> None:
            """No model card in checkpoints."""

    return AnswerTrainer
