"""Which policy repairs files here: the champion's, else the latest registered version's, else what was learnt last, and
before the first night the one that comes with the package.

A night that was taught by fewer lists than the built-in chooser, as with `conf/smoke.yaml`, brings its patterns and not
its chooser: trying the platform out must not make `fix` worse.
Covered: naming it without opening anything, opening it, the name for a person. Not covered: carrying it out
(`evaluation.policy_arm`).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.phases.context import Context
from nightschool.phases.measured import CHOSEN
from nightschool.repair.policy import BUILT_IN, REPORT, read_policy
from nightschool.tracking import CHALLENGER, CHAMPION, ledger_of

if TYPE_CHECKING:
    from nightschool.evaluation import PolicyArm
    from nightschool.tracking import Registered


@dataclass(frozen=True)
class InUse:
    """The policy that repairs files: a version by its alias, else what was learnt, by folder."""

    alias: str = ""
    version: str = ""
    learnt: Path = BUILT_IN
    """Of patterns, and of the chooser unless `chooser` is another."""
    chooser: Path = BUILT_IN

    def __str__(self) -> str:
        if self.version:
            return f"{self.alias} (version {self.version})"
        if self.chooser != BUILT_IN:
            return "the latest night's chooser"
        return "the built-in chooser" + ("" if self.learnt == BUILT_IN else " with the latest night's patterns")


def named_in_use(context: Context) -> InUse:
    """Which one it is now; nothing is verified."""
    for alias in (CHAMPION, CHALLENGER) if _anything_registered(context) else ():
        version = context.registry.alias(alias)
        if version is not None:
            return InUse(alias, version)
    learnt = latest_policy(context) or BUILT_IN
    return InUse(learnt=learnt, chooser=learnt if _lists(learnt) >= _lists(BUILT_IN) else BUILT_IN)


def open_in_use(context: Context, named: InUse) -> tuple[PolicyArm, Registered | None]:
    """Its arm, with the verified version that it is of. Raises what `Registry.verified` raises."""
    from nightschool.evaluation import PolicyArm, open_arm

    served = context.registry.verified(named.version, context.base.digest) if named.version else None
    if served is not None:
        arm = open_arm("policy", context.config, context.judge, context.base, served.adapter, served.policy)
    else:
        arm = open_arm("chooser", context.config, context.judge, None, None, named.learnt)
    assert isinstance(arm, PolicyArm)
    return (arm if served or named.chooser == named.learnt else _with_chooser(context, arm, named.chooser)), served


def _with_chooser(context: Context, arm: PolicyArm, folder: Path) -> PolicyArm:
    """The arm with the chooser of another policy's folder."""
    from nightschool.evaluation import PolicyArm

    policy = replace(arm.policy, chooser=read_policy(folder, context.config.repair).chooser)
    return PolicyArm(arm.name, context.judge, policy, None, context.config.var / "cache" / "repair")


def policy_in_use(context: Context) -> tuple[str, PolicyArm]:
    """The policy that repairs files here, and its name for a person."""
    named = named_in_use(context)
    return str(named), open_in_use(context, named)[0]


def _anything_registered(context: Context) -> bool:
    """Whether the ledger knows of a version; where it does not, MLflow need not be opened."""
    return any(entry.event in ("register", "approval") for entry in ledger_of(context.config).entries())


def _lists(policy: Path) -> float:
    """How many lists taught the chooser in this folder, by the report beside it; without one it is taken as it is."""
    report = policy.parent / REPORT
    return float(json.loads(report.read_text(encoding="utf-8"))["lists"]) if report.exists() else math.inf


def latest_policy(context: Context) -> Path | None:
    """Chooser and patterns of the latest finished `choose` phase; None before there is one."""
    made = (context.config.var / "phases" / "choose").glob(f"*/{CHOSEN}")
    return max(made, key=lambda path: path.stat().st_mtime, default=None)
