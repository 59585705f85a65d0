"""The controls' adapters, made when they are first measured and found again afterwards.

Covered: `zero-delta` in seconds; `shuffled`, which is a training of its own (train.max_minutes).
Not covered: what the controls are for (`learning.controls`).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from nightschool.errors import UsageError
from nightschool.files import digest_file, digest_json
from nightschool.phases.context import Context, code_digest
from nightschool.phases.transaction import Outcome, run_transaction

CONTROLS = ("zero-delta", "shuffled")


def control_adapter(context: Context, name: str) -> Path:
    """Folder of a control's sealed adapter. Raises UsageError where `shuffled` has no corpus to learn from."""
    config = context.config
    corpus = latest_corpus(context) if name == "shuffled" else None
    inputs = {
        "name": name, "base": context.base.digest, "train": config.train.model_dump(mode="json"), "seed": config.seed,
        "answer": config.answer.model_dump(mode="json"), "corpus": digest_file(corpus) if corpus else "",
        "toolchain": context.judge.toolchain.digest if corpus else "",
        "code": code_digest("learning", "modeling", "rust"),
    }  # fmt: skip
    recipe = partial(_make, context, corpus)
    done = run_transaction("control", digest_json(inputs)[:24], config.var / "phases", recipe)
    return Path(done.output) / "adapter"


def _make(context: Context, corpus: Path | None, folder: Path) -> Outcome:
    """Train on what a night would teach, shuffled, or without a corpus export an adapter that changes nothing."""
    from nightschool.curriculum.corpus_file import read_corpus
    from nightschool.learning import prefer_suggestions, shuffled, train, zero_delta

    if corpus is None:
        result = zero_delta(context.config, context.base, folder)
    else:
        taught = prefer_suggestions(read_corpus(corpus).rows, context.judge)
        result = train(context.config, shuffled(taught, context.config), [], folder, base=context.base)
    return Outcome({"steps": float(result.steps)}, {"adapter": result.digest}, "made")


def find_corpus(context: Context) -> Path | None:
    """corpus.jsonl of `nightschool generate`, or else of the last night's curate phase; None where there is none."""
    var = context.config.var
    made = sorted((var / "phases" / "curate").glob("*/corpus.jsonl"), key=lambda path: path.stat().st_mtime)
    return next((path for path in (var / "corpus" / "corpus.jsonl", *reversed(made)) if path.exists()), None)


def latest_corpus(context: Context) -> Path:
    """As `find_corpus`; UsageError where there is none."""
    found = find_corpus(context)
    if found is None:
        raise UsageError(f"No corpus below {str(context.config.var)!r}; `nightschool generate` makes one.")
    return found
