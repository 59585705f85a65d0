"""Which policy repairs files here: the champion's, else the latest registered version's, else what was learnt last, and
before the first night the one that comes with the package.

Covered: naming it without opening anything, opening it, the name for a person. Not covered: carrying it out
(`evaluation.policy_arm`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.phases.context import Context
from nightschool.phases.measured import CHOSEN
from nightschool.repair.policy import BUILT_IN
from nightschool.tracking import CHALLENGER, CHAMPION, ledger_of

if TYPE_CHECKING:
    from nightschool.evaluation import PolicyArm
    from nightschool.tracking import Registered


@dataclass(frozen=True)
class InUse:
    """The policy that repairs files: a version by its alias, else a folder of what was learnt."""

    alias: str = ""
    version: str = ""
    learnt: Path = BUILT_IN

    def __str__(self) -> str:
        if self.version:
            return f"{self.alias} (version {self.version})"
        return "the built-in chooser" if self.learnt == BUILT_IN else "the latest night's chooser"


def named_in_use(context: Context) -> InUse:
    """Which one it is now; nothing is verified."""
    for alias in (CHAMPION, CHALLENGER) if _anything_registered(context) else ():
        version = context.registry.alias(alias)
        if version is not None:
            return InUse(alias, version)
    return InUse(learnt=latest_policy(context) or BUILT_IN)


def open_in_use(context: Context, named: InUse) -> tuple[PolicyArm, Registered | None]:
    """Its arm, with the verified version that it is of. Raises what `Registry.verified` raises."""
    from nightschool.evaluation import PolicyArm, open_arm

    served = context.registry.verified(named.version, context.base.digest) if named.version else None
    if served is not None:
        arm = open_arm("policy", context.config, context.judge, context.base, served.adapter, served.policy)
    else:
        arm = open_arm("chooser", context.config, context.judge, None, None, named.learnt)
    assert isinstance(arm, PolicyArm)
    return arm, served


def policy_in_use(context: Context) -> tuple[str, PolicyArm]:
    """The policy that repairs files here, and its name for a person."""
    named = named_in_use(context)
    return str(named), open_in_use(context, named)[0]


def _anything_registered(context: Context) -> bool:
    """Whether the ledger knows of a version; where it does not, MLflow need not be opened."""
    return any(entry.event in ("register", "approval") for entry in ledger_of(context.config).entries())


def latest_policy(context: Context) -> Path | None:
    """Chooser and patterns of the latest finished `choose` phase; None before there is one."""
    made = (context.config.var / "phases" / "choose").glob(f"*/{CHOSEN}")
    return max(made, key=lambda path: path.stat().st_mtime, default=None)
