"""Recipes of search as a teacher: what proposals do on corpus rows, choosing learnt from it, then preference.

Covered: phases `pair` (rows searched and their candidates tested: lists, pairs, rows that stay open), `choose` (the
policy's patterns and chooser) and `prefer`. Not covered: whether to prefer; the DAG asks the decision `plateaued`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.curriculum.decided import DecidedPair, decided_digest, given, read_decided
from nightschool.curriculum.episodes import SOURCE as EPISODES
from nightschool.curriculum.pairs_file import PAIRS, read_pairs
from nightschool.curriculum.workspaces import trains
from nightschool.files import digest_file, write_json
from nightschool.phases.context import Context, code_digest
from nightschool.phases.kept import candidate
from nightschool.phases.learnt import NOTHING, conclude, not_run
from nightschool.phases.measured import CHOSEN, guarded_koans
from nightschool.phases.recipes_learning import dev_rows, policy_inputs
from nightschool.phases.searched import kept_digest, leave, searched_lists, taught
from nightschool.phases.transaction import Outcome

NEEDED = {"dpo": "answers", "list": "answers", "kto": "answers", "rejection": "verified", "grpo": "rows_learnable"}
"""What of a pairing each method cannot do without. Without pairs (dpo) or lists (list), kto learns from the answers."""


def pair_inputs(context: Context) -> dict[str, Any]:
    """The corpus, the suites that pairs must not hold, the settings, the code that searches, and the lists that were
    there when this cycle first asked: while rows are left to search, each night adds to what earlier ones found."""
    config = context.config
    return {
        "lists": context.pinned("lists", lambda: kept_digest(config)),
        "curate": context.result("curate").key, "validate": context.result("validate_corpus").key,
        "frozen": context.suite("frozen").digest, "base": context.base.digest, "seed": config.seed,
        "repair": config.repair.model_dump(mode="json"), "prefer": config.prefer.model_dump(mode="json"),
        "answer": config.answer.model_dump(mode="json"), "toolchain": context.judge.toolchain.digest,
        "expectations": digest_file(config.root / "expectations" / "preference_pairs.json"),
        "decided": decided_digest(_decided(context)),
        "code": code_digest("curriculum", "learning", "modeling", "repair", "rust"),
    }  # fmt: skip


def _decided(context: Context) -> list[DecidedPair]:
    """Pairs that developers decided on as `prefer.decided` has it, of those that were there when they were first asked
    for in this cycle and are there still; none of held-out workspaces."""
    folder, held_out = context.config.var / "episodes", context.config.episodes.held_out
    ids = context.pinned("decided", lambda: [one.id for one in read_decided(folder)])
    wanted = [one for one in given(folder, ids) if one.decided in context.config.prefer.decided]
    return [one for one in wanted if trains(one.workspace, one.key, held_out)]


def pair(context: Context, folder: Path) -> Outcome:
    """Search corpus rows and test what compiles; leave lists, open rows, pairs (those that developers decided on among
    them) and answers. Nothing is an outcome."""
    from nightschool.curriculum.validation import validate_pairs
    from nightschool.learning.pairing import DecidedPairs
    from nightschool.repair.lists import LISTS

    rows = read_corpus(context.output("curate") / "corpus.jsonl").rows
    lists = searched_lists(context.config, context.judge, rows, context.progress)
    koans, decided = guarded_koans(context), DecidedPairs(_decided(context), context.judge)
    made = leave(folder, taught(context.config, context.base, lists, rows, koans, decided))
    if made.pairs:
        validate_pairs(made.pairs, koans, context.judge, context.config, folder / "docs")
    metrics = made.metrics() | {"compiles": float(sum(one.compiles for one in lists))}
    method = context.config.prefer.method
    enough = metrics[NEEDED[method]] > 0 or (method == "dpo" and bool(made.pairs))
    digests = {"pairs": digest_file(folder / PAIRS), "lists": digest_file(folder / LISTS)}
    return Outcome(metrics, digests, "paired" if enough else NOTHING)


def choose_inputs(context: Context) -> dict[str, Any]:
    """The lists, the corpus that patterns are mined from, the settings, and what learns."""
    return {
        "pair": context.result("pair").key, "curate": context.result("curate").key, "seed": context.config.seed,
        "sure": context.config.repair.sure, "code": code_digest("repair"),
    }  # fmt: skip


def choose(context: Context, folder: Path) -> Outcome:
    """Mine patterns of the whole corpus, learn the chooser from the lists, and leave both as a policy's folder.

    Nothing that developers ran into is dropped for want of support: it may have been met once.
    """
    from nightschool.repair.learn import Settings, learn
    from nightschool.repair.learn_surety import SuretySettings
    from nightschool.repair.lists import LISTS, read_lists
    from nightschool.repair.patterns import learn_patterns
    from nightschool.repair.policy import REPORT, write_policy

    config = context.config
    rows = read_corpus(context.output("curate") / "corpus.jsonl").rows
    theirs = [row for row in rows if row.source == EPISODES]
    patterns = learn_patterns([row for row in rows if row.source != EPISODES], theirs)
    lists = read_lists(context.output("pair") / LISTS)
    chooser, report = learn(lists, config.seed, Settings(sure=SuretySettings(target=config.repair.sure)))
    write_policy(folder / CHOSEN, chooser, patterns)
    write_json(folder / REPORT, report)
    metrics = _numbers(report)
    print(f"Chooser: {report['held_out']}", flush=True)
    digests = {"chooser": chooser.digest, "patterns": patterns.digest}
    return Outcome(metrics, digests, "learnt" if chooser.weights else NOTHING)


def _numbers(report: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """The numbers of a report, named by where they stand; lists are left to the file."""
    found: dict[str, float] = {}
    for key, value in report.items():
        if isinstance(value, dict):
            found |= _numbers(value, f"{prefix}{key}.")
        elif isinstance(value, int | float):
            found[f"{prefix}{key}"] = float(value)
    return found


def prefer_inputs(context: Context) -> dict[str, Any]:
    """The pairs, the settings, and where training starts."""
    config = context.config
    return {
        **policy_inputs(context), "pair": context.result("pair").key, "seed": config.seed,
        "prefer": config.prefer.model_dump(mode="json"), "train": config.train.model_dump(mode="json"),
        "start": candidate(context, "prefer").digest, "learning": code_digest("learning"),
    }  # fmt: skip


def prefer(context: Context, folder: Path) -> Outcome:
    """Learn from searched repairs by the configured method; kept if the policy on dev is no worse."""
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
