"""### Go back to an earlier champion

Triggered by hand with a reason, one run at a time; without a version it goes back to the champion before this one, as
the ledger has it. Rolling back twice goes back two.

1. `show_evidence` verifies the version to go back to as a promotion would, and notes who is champion now.
2. `approve` waits for a person, under *Required Actions*. *Reject*, or no answer within a day, changes nothing.
3. `rollback` verifies all of it again and makes the change, if the champion is still the one that was shown.

The ledger keeps who approved, why, from and to: `nightschool history --ledger`. In a hurry, without the approval:
`nightschool rollback --reason ...`.
"""

from datetime import timedelta

from airflow.sdk import DAG, Param

from nightschool_airflow import Owner, change_after_approval, change_form, owners, placement, proposed

VERSION = Param(
    None,
    type=["null", "integer"],
    minimum=1,
    title="Version",
    description="Number of the version to go back to; empty: the champion before this one.",
)


def rollback(owner: Owner) -> DAG:
    with DAG(
        owner.dag("rollback"),
        description="Go back to an earlier champion, after a person has agreed",
        schedule=None,
        catchup=False,
        max_active_runs=1,
        default_args={"owner": "nightschool", "retries": 2, "retry_delay": timedelta(seconds=20), **placement("cpu")},
        is_paused_upon_creation=False,
        params=change_form(VERSION, owner),
        tags=owner.tags,
        doc_md=__doc__,
    ) as dag:
        change_after_approval(
            "rollback",
            version="{{ params.version or '' }}",
            subject=f"Go back to version {proposed('version')}? Reason given: {{{{ params.reason }}}}",
            arguments=[f"--version={proposed('version')}"],
            limit=timedelta(minutes=10),
            owner=owner,
        )
    return dag


for each in owners():
    rollback(each)
