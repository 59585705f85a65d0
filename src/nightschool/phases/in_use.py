"""Which policy repairs files here: the champion's, else the latest registered version's, else what was learnt last.

Covered: the name for a person. Not covered: carrying it out (`evaluation.policy_arm`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nightschool.phases.context import Context
from nightschool.phases.measured import CHOSEN
from nightschool.tracking import CHALLENGER, CHAMPION, ledger_of

if TYPE_CHECKING:
    from nightschool.evaluation import PolicyArm


def policy_in_use(context: Context) -> tuple[str, PolicyArm]:
    """The policy that repairs files here, and its name for a person."""
    from nightschool.evaluation import PolicyArm, open_arm

    for alias in (CHAMPION, CHALLENGER) if _anything_registered(context) else ():
        version = context.registry.alias(alias)
        if version is not None:
            served = context.registry.verified(version, context.base.digest)
            arm = open_arm("policy", context.config, context.judge, context.base, served.adapter, served.policy)
            assert isinstance(arm, PolicyArm)
            return f"{alias} (version {version})", arm
    learnt = latest_policy(context)
    arm = open_arm("chooser" if learnt else "search", context.config, context.judge, None, None, learnt)
    assert isinstance(arm, PolicyArm)
    return "the latest night's chooser" if learnt else "search, with nothing learnt", arm


def _anything_registered(context: Context) -> bool:
    """Whether the ledger knows of a version; where it does not, MLflow need not be opened."""
    return any(entry.event in ("register", "approval") for entry in ledger_of(context.config).entries())


def latest_policy(context: Context) -> Path | None:
    """Chooser and patterns of the latest finished `choose` phase; None before there is one."""
    made = (context.config.var / "phases" / "choose").glob(f"*/{CHOSEN}")
    return max(made, key=lambda path: path.stat().st_mtime, default=None)
