"""The learning phases."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from nightschool.config.section import Section


class TrainConfig(Section):
    """LoRA fine-tuning (phase align)."""

    rank: int = Field(16, ge=1)
    """LoRA's rank r: columns of each adapter matrix."""
    alpha: int = Field(32, ge=1)
    """LoRA's alpha; updates are scaled by alpha / rank."""
    dropout: float = Field(0.0, ge=0, lt=1)
    """LoRA's dropout, a share of the adapter's inputs."""
    target_modules: str | tuple[str, ...] = "all-linear"
    """PEFT target modules."""
    top_layers: int | None = Field(15, ge=1)
    """Only this many layers, counted from the output, get an adapter: the backward pass ends below them. None: all."""
    learning_rate: float = Field(1.5e-3, gt=0)
    """Largest learning rate, reached after warm-up."""
    loss: Literal["all", "changed"] = "all"
    """all: every token of an answer; changed: only those that do not repeat the broken program (`learning.changed`)."""
    epochs: float = Field(1.0, gt=0)
    """Passes over the rows, if the time allows."""
    batch_tokens: int = Field(768, ge=64)
    """Tokens per optimiser step, padding included; rows are grouped by length. Where a GPU's memory runs out, half as
    many are tried, until they fit."""
    gradient_checkpointing: Literal["auto"] | bool = "auto"
    """Whether the backward pass computes activations again instead of keeping them: less memory, a second forward pass
    of the layers trained. `on`, `off`; `auto` does it everywhere but on the CPU."""
    warmup_ratio: float = Field(0.05, ge=0, le=1)
    """Share of the steps in which the learning rate rises from 0."""
    weight_decay: float = Field(0.0, ge=0)
    """AdamW's weight decay."""
    start: Literal["latest", "champion", "base"] = "latest"
    """latest: from the champion, and before there is one from the best candidate of earlier nights; champion: from
    the champion or the base model; base: anew every night."""
    own_weight: float = Field(1.0, gt=0)
    """How much more often rows come whose repair the prompt does not show as a suggestion of rustc."""
    kl_weight: float = Field(1.0, ge=0)
    """Weight, in the loss, of how far the adapter is from the base model on plain Rust (`learning.general`)."""
    kl_tokens: int = Field(256, ge=0)
    """Tokens of plain Rust an optimiser step, whole programs of documentation as text."""
    fresh_first: bool = True
    """Rows learnt least on the way to the adapter that training starts from come first."""
    max_minutes: float = Field(6.0, gt=0)
    """Training stops here; the learning rate is scheduled to end by then."""
    processes: int = Field(1, ge=1)
    """Training processes, started by `accelerate launch` (DDP): one a GPU, or several on the CPU. They divide each
    optimiser step among them; preference learning (dpo, kto) stays in one."""
    max_rows: int = Field(0, ge=0)
    """Rows drawn from the corpus; 0 takes all that fit the time."""
    checkpoint_steps: int = Field(20, ge=1)
    """Optimiser steps between checkpoints; a killed training goes on from the last one."""
    eval_steps: int = Field(60, ge=1)
    """Steps between looks at the dev loss."""
    patience: int = Field(3, ge=1)
    """Looks without a better dev loss before training stops early."""


class RehearseConfig(Section):
    """Self-synthesized rehearsal (phases synthesise and rehearse)."""

    rows: int = Field(500, ge=1)
    """Verified rehearsal rows wanted at least, over all patterns of the corpus."""
    variants: int = Field(10, ge=1)
    """Rows wanted of each pattern at least; more where there are too few patterns for `rows`."""
    samples: int = Field(8, ge=1)
    """Answers drawn from the latest model for each new program; the likeliest under the base is kept."""
    minutes: float = Field(4.0, gt=0)
    """Writing and answering stop here."""
    share_new: float = Field(0.5, ge=0)
    """Part of tonight's own rows in what is trained on; the three shares need not add up to one."""
    share_rehearsed: float = Field(0.4, gt=0)
    """Part of synthesised rows; their number decides the size of the whole."""
    share_general: float = Field(0.1, ge=0)
    """Part of rows from documentation, which no template made."""
    learning_rate: float = Field(3e-4, gt=0)
    """Below that of align: the adapter has learnt already."""
    train_minutes: float = Field(2.0, gt=0)
    """Training of this phase stops here."""


class PreferConfig(Section):
    """Learning from judged repairs of corpus rows (phases pair and prefer)."""

    method: Literal["dpo", "list", "kto", "rejection", "grpo"] = "dpo"
    """dpo: pairs; list: all candidates of a row at once; kto: passes and failures unpaired; rejection: verified ones;
    grpo: new answers, judged as it learns."""
    samples: int = Field(8, ge=2)
    """Answers to each row; grpo."""
    per_koan: int = Field(4, ge=1)
    """Most pairs of one row."""
    list_size: int = Field(12, ge=2)
    """Most candidates of one row, passing and failing by turns; list."""
    code_share: float = Field(0.2, gt=0, le=1)
    """Largest share of one error code among the pairs."""
    decided: tuple[Literal["accepted", "edited", "action", "written"], ...] = ("accepted", "edited", "action")
    """Which decisions of developers make pairs: accepted or edited in `fix --interactive`, a code action. Left out is
    `written`, of `fix --write`: the policy was sure and nobody looked, so it would learn from itself."""
    decided_share: float = Field(0.5, ge=0, le=1)
    """Largest share of such pairs among all."""
    beta: float = Field(0.1, gt=0)
    """Weight of the distance from the reference; not of rejection."""
    nll_weight: float = Field(0.5, ge=0)
    """Weight of the chosen answers' own likelihood beside the preference; dpo and list."""
    collapse: float = Field(0.1, gt=0)
    """Training stops when chosen answers have lost this many nats per token against the reference; dpo
    and list."""
    learning_rate: float | None = Field(None, gt=0)
    """None: a share of `train.learning_rate` that fits the method (`learning.preference_trainers.RATES`)."""
    train_minutes: float = Field(3.0, gt=0)
    """Training of this phase stops here."""
