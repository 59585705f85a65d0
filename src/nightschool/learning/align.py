"""Phase align: LoRA fine-tuning on verified rows, from the base model or from the champion's adapter.

Covered: the same rows, batches and learning rates for the same inputs, planned once and kept in `plan.json`
(the number of steps that fit is measured on this machine before the first one); resuming after a kill;
an early stop on dev with its reason; proof that the adapter moved; a sealed safetensors adapter named `default`;
several processes (`launch`).
Not covered: judging the result; that is evaluation's. Sources: LoRA (2106.09685), TRL's SFTTrainer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import ConfigError
from nightschool.learning.callbacks import Log, Watch, make_callback
from nightschool.learning.checkpoints import Progress, last_complete
from nightschool.learning.general import plain_rust
from nightschool.learning.launch import Work, launched
from nightschool.learning.movement import Snapshot
from nightschool.learning.open_rows import NONE_SEARCHED, OpenRows
from nightschool.learning.plan import dev_batches, learnable, planned
from nightschool.learning.result import TrainResult, finish, finished_result, read_result
from nightschool.learning.seen import read_seen
from nightschool.learning.trainer import checkpoints_activations, dev_loss, make_trainer, training_arguments
from nightschool.leaving import saving
from nightschool.modeling.adapter import verify_adapter
from nightschool.modeling.loading import Loaded, load_model, pick_device, pick_dtype
from nightschool.modeling.quantized import ready_for_lora
from nightschool.modeling.store import BaseModelFiles, ensure_model
from nightschool.types import Row


def train(  # noqa: PLR0913 - what a run is made of, and where its numbers go
    config: Config,
    rows: Sequence[Row],
    dev_rows: Sequence[Row],
    output: Path,
    start_adapter: Path | None = None,
    log: Log = lambda metrics, step: None,
    base: BaseModelFiles | None = None,
    prepare: Callable[[Any], object] | None = None,
    open_: OpenRows = NONE_SEARCHED,
) -> TrainResult:
    """Train in `output`; called again there after a kill, it goes on, or returns what was finished.

    `open_`: rows that search leaves open, which are learnt first. `prepare` may put the fresh LoRA into a form of its
    own (`modeling.share.training`); it ends as a plain one.
    Raises CorpusError when no row can be learnt, IntegrityError when `start_adapter` is not trustworthy.
    """
    finished = finished_result(output)
    if finished:
        return finished
    files = base or ensure_model(config.model, config.var)
    work = Work(config, tuple(rows), tuple(dev_rows), output, start_adapter, files, open_)
    if config.train.processes == 1:
        train_here(work, log, prepare)
        return read_result(output)
    if prepare is not None:
        raise ConfigError("An adapter of a form of its own is trained in one process; set train.processes to 1.")
    return launched(work, log)


def train_here(work: Work, log: Log, prepare: Callable[[Any], object] | None = None) -> None:
    """Train in this process, or as one of `train.processes` that run this at once; the first leaves the result."""
    config, output = work.config, work.output
    arguments = _arguments(config, output / "checkpoints")
    loaded = load_model(work.base, config.model)
    model = with_adapter(loaded, config, work.start_adapter)
    if prepare is not None:
        prepare(model)
    before = Snapshot(model)
    seen = read_seen(work.start_adapter)
    encoded = learnable(loaded, work.rows, config, seen, work.open_)
    with arguments.main_process_first(local=False):
        [piece] = plain_rust(loaded.tokenizer, work.rows, 1, config)
        batches = planned(model, loaded, encoded, _at_once(config), output, piece)
        checkpoint, progress = last_complete(output / "checkpoints") or (None, Progress())
    dev = dev_batches(loaded, work.dev_rows, config)
    watch = Watch(config.train, log, dev, loaded.tokenizer.pad_token_id, output / "best", len(batches))
    general = plain_rust(loaded.tokenizer, work.rows, len(batches), config)
    calls = [make_callback(watch, progress)]
    trainer = make_trainer(loaded, model, batches, general, arguments, calls, config.train.kl_weight)
    if not progress.stopped_because:
        with saving():
            trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    elif checkpoint:
        _put_back(trainer.model, checkpoint)  # it had stopped when it was killed
    if not trainer.is_world_process_zero():
        return
    loss = _keep_best(trainer.model, watch, progress)
    movement = before.compared(trainer.model, trainer.state.log_history)
    if prepare is not None:
        from nightschool.modeling.share.training import plain

        plain(trainer.model)
    learnt = [row.row for batch in batches[: progress.step] for row in batch]
    done = progress.stopped_because or ("finished" if len(learnt) >= len(encoded) else "time")
    result = TrainResult(
        adapter=output / "adapter", digest="", steps=progress.step, tokens=progress.tokens, rows_seen=len(learnt),
        seconds=progress.seconds, stopped_because=done, final_loss=_final_loss(trainer), dev_loss=loss,
        movement=movement,
    )  # fmt: skip
    finish(trainer.model, loaded.files.digest, config, output, result, seen + Counter(learnt))


def _arguments(config: Config, folder: Path) -> Any:
    """The trainer's arguments; making them joins the group of processes and chooses this one's device."""
    device = pick_device(config.model)
    arguments = training_arguments(config.train, folder, config.seed, device, pick_dtype(config.model, device))
    if arguments.world_size != config.train.processes:
        raise ConfigError(
            f"train.processes is {config.train.processes}, but torch sees a group of {arguments.world_size} on "
            f"{device!r}. Several processes need CUDA or the CPU; set model.device or train.processes."
        )
    return arguments


def _at_once(config: Config) -> Config:
    """The config with the time of all processes: the plan's pace is measured in one."""
    minutes = config.train.max_minutes * config.train.processes
    return config.model_copy(update={"train": config.train.model_copy(update={"max_minutes": minutes})})


def _final_loss(trainer: Any) -> float:
    """Mean training loss over the last tenth of the steps, at least one."""
    losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    tail = losses[-max(1, len(losses) // 10) :]
    return sum(tail) / len(tail) if tail else float("nan")


def with_adapter(loaded: Loaded, config: Config, start: Path | None) -> Any:
    """The base model with a fresh LoRA, or with the champion's, to be trained on."""
    from peft import LoraConfig, PeftModel, get_peft_model
    from transformers import set_seed

    set_seed(config.seed)
    base = ready_for_lora(loaded.model)
    if checkpoints_activations(config.train, base.device.type):
        base.gradient_checkpointing_enable()  # the trainers would do it later, but the plan's pace is measured before
    if start is not None:
        verify_adapter(start, loaded.files.digest)
        return PeftModel.from_pretrained(base, start, is_trainable=True)
    lora = LoraConfig(
        r=config.train.rank,
        lora_alpha=config.train.alpha,
        lora_dropout=config.train.dropout,
        target_modules=target_modules(base, config),
        layers_to_transform=_top_layers(base, config.train.top_layers),
        task_type="CAUSAL_LM",
    )
    return get_peft_model(base, lora)


def target_modules(model: Any, config: Config) -> str | list[str]:
    """PEFT's target modules; `all-linear` by name, since PEFT restricts only named modules to layers."""
    from torch.nn import Linear

    modules = config.train.target_modules
    if modules != "all-linear" or config.train.top_layers is None:
        return modules if isinstance(modules, str) else list(modules)
    head = model.get_output_embeddings()
    return sorted({n.rpartition(".")[2] for n, m in model.named_modules() if isinstance(m, Linear) and m is not head})


def _top_layers(model: Any, number: int | None) -> list[int] | None:
    layers: int = model.config.get_text_config().num_hidden_layers
    return None if number is None else list(range(max(0, layers - number), layers))


def _keep_best(model: Any, watch: Watch, progress: Progress) -> float | None:
    """Dev loss of the final adapter, or of an earlier one that was better, which is put back."""
    if not watch.dev:
        return None
    loss = dev_loss(model, watch.dev, watch.pad)
    watch.log({"dev.loss": loss}, progress.step)
    if progress.best_loss is None or loss <= progress.best_loss or not watch.best.is_dir():
        return loss
    _put_back(model, watch.best)
    return progress.best_loss


def _put_back(model: Any, folder: Path) -> None:
    """Load the adapter that was saved in a folder."""
    from peft import load_peft_weights, set_peft_model_state_dict

    set_peft_model_state_dict(model, load_peft_weights(str(folder), device="cpu"))
