"""The twins of a suite, made once and found again, and arms measured on koans and twins alike.

Covered: the twin suite as a transaction by the digests of suite, toolchain and code (`var/phases/twins`, never in
git: whoever reads twins reads the examination); memorisation of any arm, with the likelihood of the fixes for arms
that are an adapter. Not covered: what a gap means (`memorisation`); acting on it, which is a person's business.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.config import Config
from nightschool.errors import SuiteError
from nightschool.files import digest_json, write_json
from nightschool.memorisation import Memorisation, memorisation, with_likelihood
from nightschool.phases.context import Context, code_digest
from nightschool.phases.transaction import Outcome, run_transaction
from nightschool.types import EvaluationReport, Koan

if TYPE_CHECKING:
    from nightschool.koans import Suite

MODELS = ("candidate", "champion")
"""Arms whose fixes have a likelihood to be compared with the base model's."""


def twins_of(context: Context, suite: Suite) -> Suite:
    """The twin suite. Raises SuiteError if no koan has a twin; those without are in `without.json` beside it."""
    from nightschool.koans import load_suite

    folder = _folder(context, suite)
    if not folder.exists():
        raise SuiteError(f"No koan of suite {suite.name!r} has a twin; see `nightschool certify` for what ails it.")
    return load_suite(folder)


def twin_koans(context: Context, suite: Suite) -> tuple[Koan, ...]:
    """The twins there are, to look for in rows."""
    return twins_of(context, suite).koans if _folder(context, suite).exists() else ()


def _folder(context: Context, suite: Suite) -> Path:
    inputs = {
        "suite": suite.digest, "toolchain": context.judge.toolchain.digest, "code": code_digest("rust", "koans"),
    }  # fmt: skip
    done = run_transaction(
        "twins", digest_json(inputs)[:24], context.config.var / "phases", lambda folder: _make(context, suite, folder)
    )
    return Path(done.output) / "twins"


def _make(context: Context, suite: Suite, folder: Path) -> Outcome:
    from nightschool.koans import write_suite
    from nightschool.koans.twins import make_twins

    made = make_twins(suite, context.judge)
    write_json(folder / "without.json", list(made.without))
    if made.suite.koans:
        write_suite(folder / "twins", made.suite.koans)
    counts = {"koans": float(len(made.suite.koans)), "without": float(len(made.without))}
    return Outcome(counts, {"twins": made.suite.digest}, "made")


def measure(context: Context, arm: str, folder: Path) -> tuple[Memorisation, EvaluationReport, EvaluationReport]:
    """Memorisation of an arm, and its reports on the suite in `folder` and on its twins."""
    from nightschool.koans import load_suite

    suite = load_suite(folder)
    twins = twins_of(context, suite)
    koans, others = _reports(context, arm, folder, twins)
    if koans.arm not in MODELS:
        return memorisation(koans, others), koans, others
    found = memorisation(koans, others, _reports(context, "base", folder, twins))
    return with_likelihood(found, _nats(context, arm, suite, twins)), koans, others


def _reports(context: Context, arm: str, folder: Path, twins: Suite) -> tuple[EvaluationReport, EvaluationReport]:
    from nightschool.phases.examination import examine_suite

    assert twins.folder is not None
    return examine_suite(context, arm, folder), examine_suite(context, arm, twins.folder)


def _nats(context: Context, arm: str, suite: Suite, twins: Suite) -> dict[str, tuple[float, float, float, float]]:
    """Nats per token of each koan's fix: base and arm on the koan, base and arm on its twin."""
    from nightschool.phases.examination import arm_adapter

    adapter = arm_adapter(context, arm)[1]
    pairs = {twin.id: (koan, twin) for twin in twins.koans for koan in suite.koans if koan.id == twin.id}
    base, trained = (_likelihoods(context, one, list(pairs.values())) for one in (None, adapter))
    shared = [id_ for id_ in pairs if all(key in both for both in (base, trained) for key in ((id_, 0), (id_, 1)))]
    return {k: (base[k, 0], trained[k, 0], base[k, 1], trained[k, 1]) for k in shared}


def _likelihoods(
    context: Context, adapter: Path | None, pairs: list[tuple[Koan, Koan]]
) -> dict[tuple[str, int], float]:
    """By (id, 0) for koans and (id, 1) for twins; fixes too long for the prompt are left out."""
    from nightschool.evaluation import koan_rows
    from nightschool.learning.likelihood import answer_nll
    from nightschool.modeling import load_model
    from nightschool.modeling.adapter import verify_adapter

    config: Config = context.config
    if adapter is not None:
        verify_adapter(adapter, context.base.digest)
    loaded = load_model(context.base, config.model, adapter)
    found: dict[tuple[str, int], float] = {}
    for form in (0, 1):
        rows = koan_rows([pair[form] for pair in pairs], context.judge)
        nats = answer_nll(loaded, rows, config.answer)
        found |= {(row.id, form): value for row, value in zip(rows, nats, strict=True) if value != float("inf")}
    return found
