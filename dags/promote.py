"""### Make a version champion

Triggered by hand with a version and a reason, one run at a time.

1. `show_evidence` verifies the version (digests of adapter and base model, the gate's passing in the ledger, or a
   person's approval there) and notes who is champion now. A version that cannot be promoted fails here.
2. `approve` waits for a person, under *Required Actions*, with the evidence and the rates of both versions. *Reject*,
   or no answer within a day, ends the run green and changes nothing.
3. `promote` verifies all of it again and makes the change, if the champion is still the one shown; otherwise it fails
   and says who was faster. Then the new champion is asked a few koans of its examination again, and is withdrawn
   if it does not answer as it did.

The ledger keeps who approved, why, the evidence's digest, from and to: `nightschool history --ledger`. By hand:
`nightschool promote VERSION --reason ...`. A version that did not come through the gate needs
`nightschool approve VERSION --reason ...` first.
"""

from datetime import timedelta

from airflow.sdk import DAG, Param

from nightschool_airflow import Owner, change_after_approval, change_form, owners, placement, proposed

VERSION = Param(
    type="integer",
    minimum=1,
    title="Version",
    description="Number of the registered version, as the MLflow page and nightschool history --ledger show it.",
)


def promote(owner: Owner) -> DAG:
    with DAG(
        owner.dag("promote"),
        description="Make a version champion, after a person has seen the evidence",
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
            "promote",
            version="{{ params.version }}",
            subject="Make version {{ params.version }} champion? Reason given: {{ params.reason }}",
            arguments=[proposed("version")],
            limit=timedelta(minutes=20),
            owner=owner,
        )
    return dag


for each in owners():
    promote(each)
