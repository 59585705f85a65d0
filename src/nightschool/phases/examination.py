"""One arm on one suite, by hand: what `nightschool evaluate` does.

Covered: any arm by name, an adapter folder as arm, the chooser and patterns that a policy has, controls made when they
are asked for, sampling, and certification of the suite first. Not covered: the nightly phases, which measure on suites
certified earlier in the cycle. A trained adapter that is measured on frozen by hand is a look like any other and goes
into the ledger.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.errors import SuiteError, UnknownVersionError, UsageError
from nightschool.phases.context import Context
from nightschool.phases.controls import CONTROLS, control_adapter
from nightschool.phases.in_use import latest_policy
from nightschool.phases.opening import record_look
from nightschool.repair.policy import BUILT_IN
from nightschool.types import EvaluationReport

if TYPE_CHECKING:
    from nightschool.evaluation import Arm, Samples
    from nightschool.koans import Suite
    from nightschool.tracking import Registered

LOOKING = ("candidate", "policy")
"""Arms that stand for a candidate."""
LEARNT = ("chooser", "policy", "policy_base")
"""Arms that take the folder of a policy."""


def examine_suite(context: Context, arm: str, folder: Path, uncertified: bool = False) -> EvaluationReport:
    """Measure `arm` on the suite in `folder`. Raises SuiteError unless it is certified or `uncertified` is set."""
    from nightschool.evaluation import evaluate

    suite, opened = _asked(context, arm, folder)
    certified = _certified(context, suite, folder, uncertified)
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

    suite, opened = _asked(context, arm, folder)
    opened = samplable(opened)
    certified = _certified(context, suite, folder, uncertified)
    _record_look(context, opened, suite)
    return sample(opened, suite, context.judge, context.config, samples, temperature, certified, context.progress)


def _asked(context: Context, arm: str, folder: Path) -> tuple[Suite, Arm]:
    """Suite and arm: what is not there is said before minutes of certification."""
    from nightschool.koans import load_suite

    return load_suite(folder), _open(context, arm)


def _certified(context: Context, suite: Suite, folder: Path, uncertified: bool) -> bool:
    """Whether the suite is certified. Raises SuiteError if it is not and may not be so."""
    from nightschool.koans import certify

    certificate = certify(suite, context.judge)
    if not certificate.ok and not uncertified:
        raise SuiteError(
            f"Suite {str(folder)!r} has {len(certificate.defects)} defects; see `nightschool certify {folder}`, "
            "or measure with --uncertified."
        )
    return certificate.ok


def _record_look(context: Context, arm: Arm, suite: Suite) -> None:
    adapter = arm.facts().get("adapter")
    if arm.name in LOOKING and adapter and suite.digest == context.suite("frozen").digest:
        record_look(context, arm.name, adapter, suite.digest)


def _open(context: Context, arm: str) -> Arm:
    from nightschool.evaluation import needs_model, open_arm

    name, adapter = arm_adapter(context, arm)
    base = context.base if needs_model(name) else None
    return open_arm(name, context.config, context.judge, base, adapter, _policy(context, arm))


def arm_adapter(context: Context, arm: str) -> tuple[str, Path | None]:
    """The arm's full name and its adapter: the champion's, a control's, or the folder that was named."""
    kind, _, places = arm.partition(":")
    if kind == "policy":
        if not places:
            raise UsageError("Arm 'policy' needs an adapter: policy:ADAPTER or policy:ADAPTER:POLICY.")
        return kind, Path(places.partition(":")[0])
    if kind in ("champion", "policy_champion"):
        return kind, _champion(context).adapter
    if kind in CONTROLS:
        return kind, control_adapter(context, kind)
    if kind in ("chooser", "policy_base"):
        return kind, None
    return ("candidate", Path(arm)) if Path(arm).is_dir() else (arm, None)


def _policy(context: Context, arm: str) -> Path | None:
    """Folder of chooser and patterns: the champion's own, the one named, the last night's, else the built-in."""
    kind, _, places = arm.partition(":")
    if kind == "policy_champion":
        return _champion(context).policy
    named = places.partition(":")[2] if kind == "policy" else places
    return (Path(named) if named else latest_policy(context) or BUILT_IN) if kind in LEARNT else None


def _champion(context: Context) -> Registered:
    from nightschool.tracking import CHAMPION

    champion = context.registry.champion(context.base.digest) if context.registry.alias(CHAMPION) else None
    if champion is None:
        raise UnknownVersionError(
            "The registry has no champion yet; `make cycle` makes a challenger, `nightschool promote` a champion."
        )
    return champion
