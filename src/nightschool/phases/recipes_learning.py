"""Recipes around learning: measure what the candidate is compared with, train, see whether it still helps.

Covered: phases `baseline`, `align`, `plateaued`. Decisions are in `nightschool.decisions`; the phase only hands them
what was measured. Not covered: the examination (`recipes_examine`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nightschool.decisions import CHAMPION, POLICY, gained
from nightschool.decisions import plateaued as decide_plateau
from nightschool.files import write_json
from nightschool.phases.base_form import FILE as FORMS
from nightschool.phases.base_form import counts
from nightschool.phases.context import Context, code_digest
from nightschool.phases.kept import candidate, last_supervised
from nightschool.phases.learnt import measure_on_dev, record
from nightschool.phases.measured import OF_BASE, measure, model_before, read, suites_of
from nightschool.phases.retention import measure_retention
from nightschool.phases.start import start, start_report
from nightschool.phases.transaction import INCOMPLETE, Outcome
from nightschool.types import Row


def policy_inputs(context: Context) -> dict[str, Any]:
    """Whatever changes an arm's answers or their verdicts."""
    results = {name: context.result(name).key for name in ("curate", "certify", "choose")}
    repair = context.config.repair.model_dump(mode="json")
    code = code_digest("modeling", "evaluation", "rust", "repair")
    return {**answering_inputs(context), **results, "repair": repair, "code": code}


def answering_inputs(context: Context) -> dict[str, Any]:
    """Whatever changes a model's answers, but for code, with no cycle."""
    config = context.config
    return {
        "base": context.base.digest, "answer": config.answer.model_dump(mode="json"),
        "model": config.model.model_dump(mode="json"), "judge": config.judge.model_dump(mode="json"),
        "serving": config.served_by(),
    }  # fmt: skip


def baseline_inputs(context: Context) -> dict[str, Any]:
    """The policy, the arms and tonight's champion."""
    champion = context.champion
    return {
        **policy_inputs(context),
        "arms": measured_arms(context),
        "champion": [champion.digest, champion.policy_digest] if champion else None,
    }


def baseline(context: Context, folder: Path) -> Outcome:
    """Measure every arm on its suites in tonight's harness, and what the model before knows of Rust in general."""
    champion = context.champion
    metrics: dict[str, float] = {}
    for arm in measured_arms(context):
        adapter = champion.adapter if arm == CHAMPION and champion else None
        metrics |= measure(context, folder, arm, adapter, suites_of(context, arm))
    metrics |= measure_retention(context, folder, model_before(context), champion.adapter if champion else None)
    if any(arm in OF_BASE for arm in measured_arms(context)):
        write_json(folder / FORMS, counts(context))
    return Outcome(metrics, outcome=completeness(metrics))


def completeness(metrics: Mapping[str, float]) -> str:
    """`incomplete` if a koan is unscored: good enough for the gate to refuse, never to be found again."""
    missing = sum(value for name, value in metrics.items() if name.endswith(".unscored"))
    return INCOMPLETE if missing else "measured"


def measured_arms(context: Context) -> list[str]:
    """Arms of the baseline."""
    return [arm for arm in context.config.arms if arm != CHAMPION or context.champion]


def align_inputs(context: Context) -> dict[str, Any]:
    """Rows and which of them search leaves open, settings, and where training starts."""
    config, begun = context.config, start(context)
    return {
        **policy_inputs(context), "validate": context.result("validate_corpus").key, "pair": context.result("pair").key,
        "baseline": context.result("baseline").key,
        "train": config.train.model_dump(mode="json", exclude={"start"}), "seed": config.seed,
        "start": begun.digest if begun else None, "min_gain": config.gate.min_gain,
        "learning": code_digest("learning"),
    }  # fmt: skip


def align(context: Context, folder: Path) -> Outcome:
    """Train a LoRA adapter on the corpus, from where training starts tonight, and decide `gained` on dev."""
    from nightschool.learning import read_open, train

    begun = start(context)
    print(f"Training starts from {begun.origin if begun else 'the base model'}.", flush=True)
    with context.runs.phase("align") as run:
        result = train(
            context.config, taught_rows(context), dev_rows(context), folder,
            start_adapter=begun.adapter if begun else None, base=context.base, log=run.metrics,
            open_=read_open(context.output("pair")),
        )  # fmt: skip
    metrics = result.metrics() | measure_on_dev(context, folder, result.adapter)
    before, after = start_report(context), read(folder / f"{POLICY}-dev.json")
    decision = gained(before, after, context.config.gate.min_gain)
    record(folder, decision)
    return Outcome(metrics | decision.evidence, {"adapter": result.digest}, decision.outcome)


def taught_rows(context: Context) -> list[Row]:
    """The corpus with the repairs that are taught."""
    from nightschool.curriculum.corpus import read_corpus
    from nightschool.learning import prefer_suggestions

    return prefer_suggestions(read_corpus(context.output("curate") / "corpus.jsonl").rows, context.judge)


def dev_rows(context: Context) -> list[Row]:
    """Dev koans as rows with the repairs that are taught, to measure a loss on."""
    from nightschool.evaluation import koan_rows
    from nightschool.learning import prefer_suggestions

    return prefer_suggestions(koan_rows(context.suite("dev").koans, context.judge), context.judge)


def plateaued_inputs(context: Context) -> dict[str, Any]:
    """The last supervised phase, the threshold, and what decides."""
    last, min_gain = last_supervised(context), context.config.gate.min_gain
    return {"phase": last.phase, "result": last.key, "min_gain": min_gain, "code": code_digest("decisions")}


def plateaued(context: Context, folder: Path) -> Outcome:
    """Decide on dev whether supervised training has stopped helping: its last phase against what it started from."""
    last = last_supervised(context)
    after = read(Path(last.output) / f"{POLICY}-dev.json")
    before = start_report(context) if last.phase == "align" else read(candidate(context, last.phase).report)
    decision = decide_plateau(before, after, context.config.gate.min_gain)
    record(folder, decision)
    return Outcome(decision.evidence, {}, decision.outcome)
