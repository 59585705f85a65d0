"""Rows and pairs from files, outside of a cycle: what `nightschool ssr` and `nightschool pairs` do.

Covered: a corpus, and for rows an adapter, given by path, the frozen suite and those beside the corpus kept out,
validation as in the night; a killed synthesis goes on with the same inputs, and others begin anew. Not covered: finding
finished pairs again; the nightly phase does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.files import digest_json, write_json
from nightschool.koans import Suite, load_suite
from nightschool.phases.context import OWN, Context, code_digest
from nightschool.phases.recipes_learning import answering_inputs
from nightschool.phases.recipes_rehearsal import validate_rows
from nightschool.types import Koan

if TYPE_CHECKING:
    from nightschool.curriculum.corpus_file import Corpus
    from nightschool.learning.lots import Synthesised
    from nightschool.learning.pairing import Paired


def synthesise_from(context: Context, corpus: Path, adapter: Path, output: Path) -> Synthesised:
    """Write corpus.jsonl and yields.json to `output`; finished lots stay in `lots`, by the digest of their inputs.

    Raises IntegrityError for an adapter that is not trustworthy, ValidationFailedError for bad rows.
    """
    from nightschool.curriculum.corpus_file import read_corpus, remove_corpus, write_corpus
    from nightschool.learning.synthesis import Sources, synthesise

    read = read_corpus(corpus)
    suites = _suites(context, read.path.parent)
    key, koans = digest_json(_inputs(context, read, adapter, suites))[:24], _koans(suites)
    sources = Sources(context.base, adapter, read.rows, koans)
    made = synthesise(context.config, context.judge, sources, output / "lots" / key, progress=context.progress)
    write_json(output / "yields.json", made.metrics())
    if not made.rows:
        remove_corpus(output)
        return made
    rows = write_corpus(output, made.rows, {"yields": made.metrics()}).rows
    validate_rows(context, rows, koans, output / "docs")
    return made


def _inputs(context: Context, corpus: Corpus, adapter: Path, suites: list[Suite]) -> dict[str, Any]:
    """Whatever decides the rows: as `synthesise_inputs`, without a cycle."""
    from nightschool.modeling.adapter import verify_adapter

    return {
        **answering_inputs(context), "adapter": verify_adapter(adapter, context.base.digest), "corpus": corpus.digest,
        "suites": [suite.digest for suite in suites], "seed": context.config.seed,
        "rehearse": context.config.rehearse.model_dump(mode="json"), "toolchain": context.judge.toolchain.digest,
        "code": code_digest("curriculum", "learning", "modeling", "rust"),
    }  # fmt: skip


def pairs_from(context: Context, corpus: Path, output: Path) -> Paired:
    """Search the corpus and write lists.jsonl, open.json, preference_pairs.jsonl and attempts.jsonl to `output`.

    Raises ValidationFailedError for bad pairs.
    """
    from nightschool.curriculum.corpus_file import read_corpus
    from nightschool.curriculum.validation import validate_pairs
    from nightschool.phases.searched import leave, searched_lists, taught

    read = read_corpus(corpus)
    koans = _koans(_suites(context, read.path.parent))
    lists = searched_lists(context.config, context.judge, read.rows, context.progress)
    made = leave(output, taught(context.config, context.base, lists, read.rows, koans))
    if made.pairs:
        validate_pairs(made.pairs, koans, context.judge, context.config, output / "docs")
    return made


def _suites(context: Context, beside: Path) -> list[Suite]:
    """The frozen suite and those beside the corpus."""
    held_out = [load_suite(beside / name) for name in ("dev", "shadow", OWN) if (beside / name).is_dir()]
    return [context.suite("frozen"), *held_out]


def _koans(suites: list[Suite]) -> list[Koan]:
    return [koan for suite in suites for koan in suite.koans]
