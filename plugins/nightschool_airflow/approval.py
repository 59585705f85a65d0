"""A change of the champion that a person approves: its trigger form and its three tasks.

Covered: what DAGs `promote` and `rollback` have in common. Not covered: what is verified (`nightschool evidence`,
`promote`, `rollback`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Param

from nightschool_airflow.notices.night import approval_notifiers
from nightschool_airflow.owners import Owner
from nightschool_airflow.placement import release_placement
from nightschool_airflow.release import APPROVER, ReleaseOperator, proposed

CONFIG = Param(
    os.environ.get("NIGHTSCHOOL_CONFIG", "conf/default.yaml"),
    type="string",
    title="Config",
    description="YAML file below the project's root; it names the registry and the base model.",
)
SETTINGS = Param(
    None,
    type=["null", "array"],
    items={"type": "string"},
    title="Other settings",
    description="One section.key=value a line, e.g. model.base_model=smollm2.",
)


def change_form(version: Param, owner: Owner) -> dict[str, Any]:
    """The trigger form: which version, why, and the settings."""
    reason = Param(type="string", minLength=1, title="Reason", description="Why; goes into the ledger.")
    return owner.form({"version": version, "reason": reason, "config": CONFIG, "set": SETTINGS})


def change_after_approval(
    command: str, version: str, subject: str, arguments: Sequence[str], limit: timedelta, owner: Owner
) -> None:
    """Show the evidence for `version`, wait a day for a person, then run `command` against the champion shown.

    `arguments` name the version to `command`; everything is templated. The owner's champion is updated.
    """
    shown = ReleaseOperator(
        task_id="show_evidence", command="evidence", arguments=[version], execution_timeout=timedelta(minutes=10)
    )
    approve = ApprovalOperator(
        task_id="approve",
        subject=subject,
        body=proposed("text"),
        defaults="Reject",
        response_timeout=timedelta(days=1),
        notifiers=approval_notifiers(owner.name),
    )
    told = ["--reason={{ params.reason }}", f"--who={APPROVER}", f"--expect={proposed('champion')}"]
    change = ReleaseOperator(
        task_id=command,
        command=command,
        arguments=[*arguments, *told],
        outlets=[owner.assets.champion],
        execution_timeout=limit,
        **release_placement(),
    )
    shown >> approve >> change
