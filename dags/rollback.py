"""### Go back to an earlier champion

Triggered by hand with a reason, one run at a time; without a version it goes back to the champion before this one, as
the ledger has it. Rolling back twice goes back two.

1. `show_evidence` verifies the version to go back to as a promotion would, and notes who is champion now.
2. `approve` waits for a person, under *Required Actions*. *Reject*, or no answer within a day, changes nothing.
3. `rollback` verifies all of it again and makes the change, if the champion is still the one that was shown.

The ledger keeps who approved, why, from and to: `nightschool history`. In a hurry, without the approval:
`nightschool rollback --reason ...`.
"""

from datetime import timedelta

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Param, dag

from nightschool_airflow import APPROVER, ReleaseOperator, proposed

PARAMS = {
    "version": Param(
        None,
        type=["null", "integer"],
        minimum=1,
        title="Version",
        description="Number of the version to go back to; empty: the champion before this one.",
    ),
    "reason": Param(
        type="string",
        minLength=1,
        title="Reason",
        description="Why; goes into the ledger.",
    ),
    "config": Param(
        "conf/default.yaml",
        type="string",
        title="Config",
        description="YAML file below the project's root; it names the registry and the base model.",
    ),
    "set": Param(
        [],
        type="array",
        items={"type": "string"},
        title="Other settings",
        description="section.key=value lines, e.g. model.base_model=smollm2.",
    ),
}


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(seconds=20)},
    is_paused_upon_creation=False,
    params=PARAMS,
    tags=["nightschool"],
    doc_md=__doc__,
)
def rollback() -> None:
    show_evidence = ReleaseOperator(
        task_id="show_evidence",
        command="evidence",
        arguments=["{{ params.version or '' }}"],
        execution_timeout=timedelta(minutes=10),
    )
    approve = ApprovalOperator(
        task_id="approve",
        subject=f"Go back to version {proposed('version')}? Reason given: {{{{ params.reason }}}}",
        body=proposed("text"),
        defaults="Reject",
        response_timeout=timedelta(days=1),
    )
    swap = ReleaseOperator(
        task_id="rollback",
        command="rollback",
        arguments=[
            f"--version={proposed('version')}",
            "--reason={{ params.reason }}",
            f"--who={APPROVER}",
            f"--expect={proposed('champion')}",
        ],
        execution_timeout=timedelta(minutes=10),
    )
    show_evidence >> approve >> swap


rollback()
