"""### Housekeeping

Every Sunday at noon: takes away what nothing needs any more: old outputs of phases, checkpoints, caches, logs, files
and runs in MLflow, traces, and rows of runs that ended long ago in Airflow's database. After how many days each goes,
and how much all may take up together, stands in the config under `housekeeping`.

What a registered version, an alias, the ledger, a night that runs or the next night needs stays, and every night's line
on the page. The task's log names what went, with its size and the reason.

**Dry run** in the trigger form only tells. Killed, it is run again and finishes; a second one at the same time leaves.
Runs unless NIGHTSCHOOL_SCHEDULE is empty. By hand: `nightschool housekeeping`, and with `--delete` in earnest.
"""

import os
from datetime import timedelta

from airflow.sdk import DAG, Param

from nightschool_airflow import CONFIG, Owner, ReleaseOperator, owners, placement

DRY_RUN = Param(False, type="boolean", title="Dry run", description="Tell what would go, and change nothing.")


def housekeeping(owner: Owner) -> DAG:
    with DAG(
        owner.dag("housekeeping"),
        description="Take away what no night, version or person needs any more",
        schedule="0 12 * * 0" if os.environ.get("NIGHTSCHOOL_SCHEDULE", "nightly") else None,
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=False,
        default_args={"owner": "nightschool", "retries": 2, "retry_delay": timedelta(minutes=5), **placement("cpu")},
        params=owner.form({"dry_run": DRY_RUN, "config": CONFIG}),
        tags=owner.tags,
        doc_md=__doc__,
    ) as dag:
        ReleaseOperator(
            task_id="clean",
            command="housekeeping",
            arguments=["{{ '' if params.dry_run else '--delete' }}"],
            execution_timeout=timedelta(hours=2),
        )
    return dag


for each in owners():
    housekeeping(each)
