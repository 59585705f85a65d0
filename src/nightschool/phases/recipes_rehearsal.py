"""Recipes of rehearsal (SSR): make and validate rows, then train on with them.

Covered: phases `synthesise` and `rehearse`. Not covered: whether to rehearse; the DAG asks align's decision.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.curriculum.corpus_file import Corpus, read_corpus, write_corpus
from nightschool.decisions import POLICY
from nightschool.files import digest_json, mark_used, write_json
from nightschool.modeling import WHOLE, Part
from nightschool.phases.context import Context, code_digest
from nightschool.phases.kept import Candidate, candidate
from nightschool.phases.learnt import NOTHING, conclude, not_run
from nightschool.phases.measured import guarded_koans, policy_folder, read
from nightschool.phases.recipes_learning import dev_rows, policy_inputs, taught_rows
from nightschool.phases.transaction import Outcome
from nightschool.types import Koan, Row, Verdict

if TYPE_CHECKING:
    from nightschool.learning.lots import Synthesised


def synthesise_inputs(context: Context) -> dict[str, Any]:
    """The latest model, the corpus, settings, and the code that makes rows."""
    return {
        **policy_inputs(context), "latest": candidate(context, "rehearse").digest, "seed": context.config.seed,
        "rehearse": context.config.rehearse.model_dump(mode="json"), "frozen": context.suite("frozen").digest,
        "code": code_digest("curriculum", "learning", "modeling", "repair", "rust"),
    }  # fmt: skip


def synthesise_part(context: Context, part: Part = WHOLE) -> Synthesised:
    """Make what is missing of a part of all lots; finished ones are kept among the caches, by what they depend on."""
    from nightschool.learning.synthesis import Sources, synthesise

    latest = candidate(context, "rehearse")
    passed = passed_patterns(context, latest)
    policy = policy_folder(context, POLICY)
    sources = Sources(context.base, latest.adapter, _corpus(context).rows, guarded_koans(context), passed, policy)
    kept = context.config.var / "cache" / "lots" / digest_json(synthesise_inputs(context))[:24]
    mark_used(kept)
    return synthesise(context.config, context.judge, sources, kept, part, context.progress)


def synthesise(context: Context, folder: Path) -> Outcome:
    """Make rehearsal rows and validate them like any corpus. No rows at all is an outcome, not a failure."""
    made = synthesise_part(context)
    write_json(folder / "yields.json", made.metrics())
    if not made.rows:
        return Outcome(made.metrics(), {}, NOTHING)
    corpus = write_corpus(folder, made.rows, {"yields": made.metrics()})
    validate_rows(context, corpus.rows, guarded_koans(context), folder / "docs")
    return Outcome(made.metrics(), {"rows": corpus.digest}, "synthesised")


def validate_rows(context: Context, rows: tuple[Row, ...], koans: list[Koan], docs: Path) -> None:
    """The expectations of a corpus, but for coverage: rehearsal is of what was learnt, not of what is examined."""
    from nightschool.curriculum.overlap import coverage, leakage
    from nightschool.curriculum.validation import validate_corpus

    any_coverage = context.config.curriculum.model_copy(update={"min_coverage": 0.0, "target_coverage": 0.0})
    config = context.config.model_copy(update={"curriculum": any_coverage})
    overlap = coverage(rows, context.suite("frozen").koans, any_coverage.cell_programs), leakage(rows, koans)
    validate_corpus(rows, koans, context.judge, config, docs, overlap)


def passed_patterns(context: Context, latest: Candidate) -> frozenset[str]:
    """Patterns of which the latest model has passed at least one dev koan."""
    patterns = {koan.id: koan.pattern for koan in context.suite("dev").koans}
    attempts = read(latest.asked_once).attempts
    return frozenset(patterns[a.koan] for a in attempts if a.verdict is Verdict.PASSED)


def rehearse_inputs(context: Context) -> dict[str, Any]:
    """The rows, the settings, and where training starts."""
    config = context.config
    return {
        **policy_inputs(context), "synthesise": context.result("synthesise").key, "seed": config.seed,
        "train": config.train.model_dump(mode="json"), "rehearse": config.rehearse.model_dump(mode="json"),
        "start": candidate(context, "rehearse").digest, "learning": code_digest("learning"),
    }  # fmt: skip


def rehearse(context: Context, folder: Path) -> Outcome:
    """Train on from the candidate with new, rehearsed and general rows; kept if dev is no worse."""
    from nightschool.curriculum.mixture import mixture
    from nightschool.learning import train

    start = candidate(context, "rehearse")
    if context.result("synthesise").outcome == NOTHING:
        return not_run("rehearse", start, "no rehearsal rows were made")
    config = context.config
    made = read_corpus(context.output("synthesise") / "corpus.jsonl").rows
    rows = mixture(taught_rows(context), made, config.rehearse, config.seed)
    settings = {
        "learning_rate": config.rehearse.learning_rate, "max_minutes": config.rehearse.train_minutes,
        "fresh_first": False,  # the mixture's shares hold from the first step on
    }  # fmt: skip
    learner = config.model_copy(update={"train": config.train.model_copy(update=settings)})
    with context.runs.phase("rehearse") as run:
        result = train(learner, rows, dev_rows(context), folder, start.adapter, base=context.base, log=run.metrics)
    return conclude(context, folder, "rehearse", start, result)


def _corpus(context: Context) -> Corpus:
    return read_corpus(context.output("curate") / "corpus.jsonl")
