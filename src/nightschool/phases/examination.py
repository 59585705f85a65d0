"""One arm on one suite, by hand: what `nightschool evaluate` does.

Covered: any arm by name, an adapter folder as arm, certification of the suite first. Not covered: the
nightly phases, which measure on suites certified earlier in the cycle.
"""

from __future__ import annotations

from pathlib import Path

from nightschool.errors import RegistryError, SuiteError
from nightschool.phases.context import Context
from nightschool.types import EvaluationReport


def examine_suite(context: Context, arm: str, folder: Path, uncertified: bool = False) -> EvaluationReport:
    """Measure `arm` on the suite in `folder`. Raises SuiteError unless it is certified or `uncertified` is set."""
    from nightschool.evaluation import evaluate, needs_model, open_arm
    from nightschool.koans import certify, load_suite

    suite = load_suite(folder)
    certificate = certify(suite, context.judge)
    if not certificate.ok and not uncertified:
        raise SuiteError(
            f"Suite {str(folder)!r} has {len(certificate.defects)} defects; see `nightschool certify {folder}`, "
            "or measure with --uncertified."
        )
    name, adapter = _adapter(context, arm)
    base = context.base if needs_model(name) else None
    opened = open_arm(name, context.config, context.judge, base, adapter)
    return evaluate(
        opened, suite, context.judge, context.config,
        certified=certificate.ok, suite_name=folder.name, progress=context.progress,
    )  # fmt: skip


def _adapter(context: Context, arm: str) -> tuple[str, Path | None]:
    if arm == "champion":
        champion = context.registry.champion(context.base.digest)
        if champion is None:
            raise RegistryError(
                "The registry has no champion yet; `make cycle` makes a challenger, `nightschool promote` a champion."
            )
        return arm, champion.adapter
    if Path(arm).is_dir():
        return "candidate", Path(arm)
    return arm, None
