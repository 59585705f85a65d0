"""One arm on one suite, by hand: what `nightschool evaluate` does.

Covered: any arm by name, an adapter folder as arm, the corpus that an arm searches, controls made when they are asked
for, sampling, and certification of the suite first. Not covered: the nightly phases, which measure on suites
certified earlier in the cycle. A trained adapter that is measured on frozen by hand is a look like any other and goes
into the ledger.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.errors import RegistryError, SuiteError
from nightschool.phases.context import Context
from nightschool.phases.controls import CONTROLS, control_adapter, find_corpus, latest_corpus
from nightschool.phases.opening import record_look
from nightschool.types import EvaluationReport

if TYPE_CHECKING:
    from nightschool.evaluation import Arm, Samples
    from nightschool.koans import Suite

LOOKING = ("candidate", "hybrid", "feedback")
"""Arms that stand for a candidate when they have an adapter."""


def examine_suite(context: Context, arm: str, folder: Path, uncertified: bool = False) -> EvaluationReport:
    """Measure `arm` on the suite in `folder`. Raises SuiteError unless it is certified or `uncertified` is set."""
    from nightschool.evaluation import evaluate

    suite, certified = _suite(context, folder, uncertified)
    opened = _open(context, arm)
    _record_look(context, opened, suite)
    return evaluate(
        opened, suite, context.judge, context.config,
        certified=certified, suite_name=folder.name, progress=context.progress,
    )  # fmt: skip


def sample_suite(
    context: Context, arm: str, folder: Path, samples: int, temperature: float, uncertified: bool = False
) -> Samples:
    """Draw several answers a koan, for pass@k. Raises UsageError for an arm that is not one model asked once."""
    from nightschool.evaluation import samplable, sample

    suite, certified = _suite(context, folder, uncertified)
    opened = samplable(_open(context, arm))
    _record_look(context, opened, suite)
    return sample(opened, suite, context.judge, context.config, samples, temperature, certified, context.progress)


def _suite(context: Context, folder: Path, uncertified: bool) -> tuple[Suite, bool]:
    """The suite, and whether it is certified."""
    from nightschool.koans import certify, load_suite

    suite = load_suite(folder)
    certificate = certify(suite, context.judge)
    if not certificate.ok and not uncertified:
        raise SuiteError(
            f"Suite {str(folder)!r} has {len(certificate.defects)} defects; see `nightschool certify {folder}`, "
            "or measure with --uncertified."
        )
    return suite, certificate.ok


def _record_look(context: Context, arm: Arm, suite: Suite) -> None:
    adapter = arm.facts().get("adapter")
    if arm.name in LOOKING and adapter and suite.digest == context.suite("frozen").digest:
        record_look(context, arm.name, adapter, suite.digest)


def _open(context: Context, arm: str) -> Arm:
    from nightschool.evaluation import needs_model, open_arm

    name, adapter = arm_adapter(context, arm)
    base = context.base if needs_model(name) else None
    return open_arm(name, context.config, context.judge, base, adapter, _searched(context, arm))


def _searched(context: Context, arm: str) -> Path | None:
    """What `hybrid` ends with, as in the night: the corpus that was named, or the latest; None where there is none."""
    kind, _, parts = arm.partition(":")
    named = parts.partition(":")[2]
    return (Path(named) if named else find_corpus(context)) if kind == "hybrid" else None


def arm_adapter(context: Context, arm: str) -> tuple[str, Path | None]:
    """The arm's full name and its adapter: the champion's, a control's, or the folder that was named."""
    from nightschool.evaluation import EITHER

    kind, _, place = arm.partition(":")
    place = place.partition(":")[0] if kind == "hybrid" else place
    if kind in EITHER:
        return kind, Path(place) if place else _champion(context)
    if arm == "champion":
        return arm, _champion(context, needed=True)
    if arm in CONTROLS:
        return arm, control_adapter(context, arm)
    if arm == "retrieval":
        return f"{arm}:{latest_corpus(context)}", None
    return ("candidate", Path(arm)) if Path(arm).is_dir() else (arm, None)


def _champion(context: Context, needed: bool = False) -> Path | None:
    champion = context.registry.champion(context.base.digest)
    if champion is None and needed:
        raise RegistryError(
            "The registry has no champion yet; `make cycle` makes a challenger, `nightschool promote` a champion."
        )
    return champion.adapter if champion else None
