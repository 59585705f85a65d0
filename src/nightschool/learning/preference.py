"""Phase prefer: the candidate learns from judged repairs of corpus rows, with TRL's trainers.

`dpo` raises what passed over what failed, with a likelihood term that holds on to what passed; `list` does so over all
candidates of a row at once (`preference_lists`); `kto` needs no pairs;
`rejection` is supervised training on verified answers; `grpo` answers anew at each step, and the judge
rewards. Covered: one time limit for all, the reference is the adapter that training started from (asserted), a stop
when the chosen answers lose likelihood, resuming after a kill, a sealed adapter. Not covered: making pairs (`pairing`).
Sources: DPO (2305.18290), NLL term of Iterative RPO (2404.19733), KTO (2402.01306), GRPO (2402.03300), TRL 1.16.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import IntegrityError
from nightschool.learning.align import train, with_adapter
from nightschool.learning.callbacks import Log
from nightschool.learning.checkpoints import Progress, last_complete
from nightschool.learning.movement import Snapshot
from nightschool.learning.plan import dev_batches
from nightschool.learning.preference_lists import REFERENCE, mixed_lists
from nightschool.learning.preference_trainers import (
    BATCH,
    Lessons,
    make_preference_trainer,
    nothing,
    own_rows,
    rate_of,
)
from nightschool.learning.preference_watch import Limits, make_watch
from nightschool.learning.result import TrainResult, finish, finished_result
from nightschool.learning.rollouts import GROUPS
from nightschool.learning.seen import read_seen
from nightschool.learning.trainer import dev_loss
from nightschool.leaving import saving
from nightschool.modeling.loading import Loaded, load_model
from nightschool.modeling.store import BaseModelFiles, ensure_model
from nightschool.types import Row


def prefer(
    config: Config,
    lessons: Lessons,
    output: Path,
    start_adapter: Path,
    log: Log = lambda metrics, step: None,
    base: BaseModelFiles | None = None,
) -> TrainResult:
    """Train on from `start_adapter` by `config.prefer.method`; called again after a kill, it goes on.

    Where dpo has no pairs, or list no row of both kinds, since all answers passed or all failed, kto learns from them.
    A finished output is returned as it is.

    Raises CorpusError when there is nothing to learn from, IntegrityError when an adapter is not what it must be.
    """
    config = _fitting(config, lessons)
    if config.prefer.method == "rejection":
        return rejection(config, lessons, output, start_adapter, log, base)
    if finished := finished_result(output):
        return finished
    loaded = load_model(base or ensure_model(config.model, config.var), config.model)
    model = with_adapter(loaded, config, start_adapter)
    checkpoint, progress = last_complete(output / "checkpoints") or (None, Progress())
    before = Snapshot(model)
    watch = make_watch(limits(config, lessons.chosen_tokens(config.prefer.method)), progress, log)
    trainer = make_preference_trainer(config, loaded, model, lessons, output / "checkpoints", watch)
    assert_reference(trainer.model)
    with saving():
        trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    result = _result(config, loaded, trainer, progress, output, lessons.dev_rows)
    result = replace(result, movement=before.compared(trainer.model, trainer.state.log_history))
    return finish(trainer.model, loaded.files.digest, config, output, result, read_seen(start_adapter))


def _fitting(config: Config, lessons: Lessons) -> Config:
    """The config with the method that these lessons allow."""
    there = {"dpo": lessons.pairs, "list": mixed_lists(lessons.tried, config.prefer.list_size)}
    if there.get(config.prefer.method, True) or not lessons.tried:
        return config
    print("No answer that passed stands beside one that failed: kto learns from single answers.", flush=True)
    return config.model_copy(update={"prefer": config.prefer.model_copy(update={"method": "kto"})})


def limits(config: Config, chosen_tokens: float = 1.0) -> Limits:
    """Time for every method; a collapse is the danger of dpo and list, which compare answers with one another."""
    settings = config.prefer
    collapse = settings.collapse if settings.method in ("dpo", "list") else float("inf")
    return Limits(60 * settings.train_minutes, collapse, settings.beta, chosen_tokens)


def rejection(
    config: Config,
    lessons: Lessons,
    output: Path,
    start_adapter: Path,
    log: Log = lambda metrics, step: None,
    base: BaseModelFiles | None = None,
) -> TrainResult:
    """Supervised training on verified answers (rejection sampling, RFT)."""
    rows = own_rows(lessons.tried, config.prefer.per_koan)
    if not rows:
        raise nothing("verified answers")
    settings = config.train.model_copy(
        update={
            "max_minutes": config.prefer.train_minutes,
            "learning_rate": rate_of(config),
            "fresh_first": False,
        }
    )
    learner = config.model_copy(update={"train": settings})
    return train(learner, rows, lessons.dev_rows, output, start_adapter, log, base)


def assert_reference(model: Any) -> None:
    """Raise IntegrityError unless the reference is a frozen copy of the adapter training starts from."""
    parameters = dict(model.named_parameters())
    ours = {name: value for name, value in parameters.items() if ".default." in name}
    for name, value in ours.items():
        copy = parameters.get(name.replace(".default.", f".{REFERENCE}."))
        if copy is None or copy.requires_grad or not bool((copy.detach() == value.detach()).all()):
            raise IntegrityError(
                f"The reference model is not the adapter that training starts from (at {name}): TRL {_trl()} has "
                "made another one. Pin trl to the version in pyproject.toml."
            )
    if not ours or not any(value.requires_grad for value in ours.values()):
        raise IntegrityError("The adapter `default` is not there to be trained. Train align again.")


def _result(
    config: Config, loaded: Loaded, trainer: Any, progress: Progress, output: Path, dev_rows: Sequence[Row]
) -> TrainResult:
    model = trainer.model
    if REFERENCE in model.peft_config:
        model.delete_adapter(REFERENCE)
    dev = dev_batches(loaded, dev_rows, config)
    loss = dev_loss(model, dev, loaded.tokenizer.pad_token_id) if dev else None
    history = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
    tail = history[-max(1, len(history) // 10) :]
    a_step = GROUPS if config.prefer.method == "grpo" else BATCH
    return TrainResult(
        adapter=output / "adapter", digest="", steps=progress.step, tokens=progress.tokens,
        rows_seen=min(len(trainer.train_dataset), progress.step * a_step), seconds=progress.seconds,
        stopped_because=progress.stopped_because or "finished",
        final_loss=sum(tail) / len(tail) if tail else float("nan"), dev_loss=loss,
    )  # fmt: skip


def _trl() -> str:
    from importlib.metadata import version

    return version("trl")
