"""Recipes of preference: make and validate pairs from the candidate's own attempts, then learn from them.

Covered: phases `pair` and `prefer`. Not covered: whether to; the DAG asks the decision `plateaued`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.curriculum.pairs_file import PAIRS, read_pairs
from nightschool.files import digest_file
from nightschool.phases.context import Context, code_digest
from nightschool.phases.kept import candidate
from nightschool.phases.learnt import NOTHING, conclude, not_run
from nightschool.phases.measured import SUITES
from nightschool.phases.recipes_learning import dev_rows, policy_inputs
from nightschool.phases.start import start as training_start
from nightschool.phases.transaction import Outcome

NEEDED = {"dpo": "answers", "kto": "answers", "rejection": "verified", "grpo": "rows_learnable"}
"""What of a pairing each method cannot do without. Where dpo has no pairs, kto learns from the answers."""


def pair_inputs(context: Context) -> dict[str, Any]:
    """The candidate, the model before it, and the settings."""
    return {
        **policy_inputs(context), "candidate": candidate(context, "prefer").digest, "seed": context.config.seed,
        "earlier": _earlier(context)[1], "prefer": context.config.prefer.model_dump(mode="json"),
        "expectations": digest_file(context.config.root / "expectations" / "preference_pairs.json"),
        "code": code_digest("curriculum", "learning", "modeling", "rust"),
    }  # fmt: skip


def pair(context: Context, folder: Path) -> Outcome:
    """Attempt corpus rows, pair what passed with what failed, validate. Nothing to learn from is an outcome."""
    from nightschool.curriculum.validation import validate_pairs
    from nightschool.learning.pairing import Line, make_pairs, write_paired
    from nightschool.modeling.adapter import verify_adapter

    start = candidate(context, "prefer")
    verify_adapter(start.adapter, context.base.digest)
    rows = read_corpus(context.output("curate") / "corpus.jsonl").rows
    line = Line(context.base, start.adapter, _earlier(context)[0])
    koans = [koan for name in SUITES for koan in context.suite(name).koans]
    made = make_pairs(context.config, context.judge, line, rows, koans)
    write_paired(folder, made)
    if made.pairs:
        validate_pairs(made.pairs, koans, context.judge, context.config, folder / "docs")
    enough = made.metrics()[NEEDED[context.config.prefer.method]] > 0
    digests = {"pairs": digest_file(folder / PAIRS)}
    return Outcome(made.metrics(), digests, "paired" if enough else NOTHING)


def _earlier(context: Context) -> tuple[Path | None, str]:
    """What the kept candidate was trained from, and its digest: align's adapter, or align's own start (None: base)."""
    if candidate(context, "prefer").phase == "rehearse":
        aligned = candidate(context, "rehearse")
        return aligned.adapter, aligned.digest
    begun = training_start(context)
    return (begun.adapter, begun.digest) if begun else (None, "")


def prefer_inputs(context: Context) -> dict[str, Any]:
    """The pairs, the settings, and where training starts."""
    config = context.config
    return {
        **policy_inputs(context), "pair": context.result("pair").key, "seed": config.seed,
        "prefer": config.prefer.model_dump(mode="json"), "train": config.train.model_dump(mode="json"),
        "start": candidate(context, "prefer").digest, "learning": code_digest("learning"),
    }  # fmt: skip


def prefer(context: Context, folder: Path) -> Outcome:
    """Learn from own attempts by the configured method; kept if dev is no worse."""
    from nightschool.learning.pairing import read_attempts
    from nightschool.learning.preference import prefer as learn
    from nightschool.learning.preference_trainers import Lessons

    start = candidate(context, "prefer")
    if context.result("pair").outcome == NOTHING:
        return not_run("prefer", start, f"no answers to learn from by {context.config.prefer.method}")
    paired = context.output("pair")
    rows = read_corpus(context.output("curate") / "corpus.jsonl").rows
    lessons = Lessons(read_pairs(paired), read_attempts(paired, rows), dev_rows(context), context.judge)
    with context.runs.phase("prefer") as run:
        result = learn(context.config, lessons, folder, start.adapter, run.metrics, context.base)
    return conclude(context, folder, "prefer", start, result)
