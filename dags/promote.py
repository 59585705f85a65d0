"""### Make a version champion

Triggered by hand with a version and a reason, one run at a time.

1. `show_evidence` verifies the version (digests of adapter and base model, the gate's passing in the ledger, or a
   person's approval there) and notes who is champion now. A version that cannot be promoted fails here.
2. `approve` waits for a person, under *Required Actions*, with the evidence and the rates of both versions. *Reject*,
   or no answer within a day, ends the run green and changes nothing.
3. `promote` verifies all of it again and makes the change, if the champion is still the one shown; otherwise it fails
   and says who was faster. Then the new champion is asked a few koans of its examination again, and is withdrawn
   if it does not answer as it did.

The ledger keeps who approved, why, the evidence's digest, from and to: `nightschool history`. By hand:
`nightschool promote VERSION --reason ...`. A version that did not come through the gate needs
`nightschool approve VERSION --reason ...` first.
"""

from datetime import timedelta

from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import Param, dag

from nightschool_airflow import APPROVER, ReleaseOperator, proposed

PARAMS = {
    "version": Param(
        type="integer",
        minimum=1,
        title="Version",
        description="Number of the registered version, as the MLflow page and `nightschool history` show it.",
    ),
    "reason": Param(
        type="string",
        minLength=1,
        title="Reason",
        description="Why this version; goes into the ledger.",
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
def promote() -> None:
    show_evidence = ReleaseOperator(
        task_id="show_evidence",
        command="evidence",
        arguments=["{{ params.version }}"],
        execution_timeout=timedelta(minutes=10),
    )
    approve = ApprovalOperator(
        task_id="approve",
        subject="Make version {{ params.version }} champion? Reason given: {{ params.reason }}",
        body=proposed("text"),
        defaults="Reject",
        response_timeout=timedelta(days=1),
    )
    swap = ReleaseOperator(
        task_id="promote",
        command="promote",
        arguments=[
            proposed("version"),
            "--reason={{ params.reason }}",
            f"--who={APPROVER}",
            f"--expect={proposed('champion')}",
        ],
        execution_timeout=timedelta(minutes=20),
    )
    show_evidence >> approve >> swap


promote()
