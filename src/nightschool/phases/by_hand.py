"""Rows and pairs from files, outside of a cycle: what `nightschool ssr` and `nightschool pairs` do.

Covered: an adapter and a corpus given by path, the frozen suite and those beside the corpus kept out, validation as
in the night. Not covered: finding finished work again; the nightly phases do.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.files import write_json
from nightschool.koans import load_suite
from nightschool.phases.context import Context
from nightschool.phases.recipes_rehearsal import validate_rows
from nightschool.types import Koan

if TYPE_CHECKING:
    from nightschool.learning.lots import Synthesised
    from nightschool.learning.pairing import Paired


def synthesise_from(context: Context, corpus: Path, adapter: Path, output: Path) -> Synthesised:
    """Write corpus.jsonl and yields.json to `output`.

    Raises IntegrityError for an adapter that is not trustworthy, ValidationFailedError for bad rows.
    """
    from nightschool.curriculum.corpus_file import read_corpus, write_corpus
    from nightschool.learning.synthesis import Sources, synthesise
    from nightschool.modeling.adapter import verify_adapter

    verify_adapter(adapter, context.base.digest)
    read = read_corpus(corpus)
    koans = _koans(context, read.path.parent)
    sources = Sources(context.base, adapter, read.rows, koans)
    made = synthesise(context.config, context.judge, sources, output / "lots", progress=context.progress)
    write_json(output / "yields.json", made.metrics())
    if made.rows:
        rows = write_corpus(output, made.rows, {"yields": made.metrics()}).rows
        validate_rows(context, rows, koans, output / "docs")
    return made


def pairs_from(context: Context, corpus: Path, adapter: Path, output: Path) -> Paired:
    """Write preference_pairs.jsonl and attempts.jsonl to `output`. Raises ValidationFailedError for bad pairs."""
    from nightschool.curriculum.corpus_file import read_corpus
    from nightschool.curriculum.validation import validate_pairs
    from nightschool.learning.pairing import Line, make_pairs, write_paired
    from nightschool.modeling.adapter import verify_adapter

    verify_adapter(adapter, context.base.digest)
    read = read_corpus(corpus)
    koans = _koans(context, read.path.parent)
    made = make_pairs(context.config, context.judge, Line(context.base, adapter, None), read.rows, koans)
    write_paired(output, made)
    if made.pairs:
        validate_pairs(made.pairs, koans, context.judge, context.config, output / "docs")
    return made


def _koans(context: Context, beside: Path) -> list[Koan]:
    """Koans of the frozen suite and of the suites beside the corpus."""
    held_out = [load_suite(beside / name) for name in ("dev", "shadow") if (beside / name).is_dir()]
    return [koan for suite in (context.suite("frozen"), *held_out) for koan in suite.koans]
