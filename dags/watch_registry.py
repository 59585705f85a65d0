"""### Watch the registry

Every ten minutes: is whoever MLflow names champion allowed to be? An alias that somebody set in the MLflow page is
verified like a promotion (digests, the gate's passing or a person's approval in the ledger), written down, and measured
once on koans of its examination; one that is not what was examined is withdrawn. A promotion that was killed before it
was measured is measured now. A champion without evidence fails the run until it is approved or rolled back, and no
cycle starts from it.

The asset `nightschool://champion` is updated when the champion is not the one that its last event names: somebody set
the alias, promoted at a terminal, or one was withdrawn.

Nothing changed: the run reads the alias, the ledger and the adapter's digests, and ends.

Runs unless NIGHTSCHOOL_SCHEDULE is empty. By hand: `nightschool watch-registry`.
"""

import os
from datetime import timedelta

from airflow.sdk import DAG

from nightschool_airflow import CONFIG, Owner, ReleaseOperator, owners, release_placement


def watch_registry(owner: Owner) -> DAG:
    with DAG(
        owner.dag("watch_registry"),
        description="Is whoever MLflow names champion allowed to be?",
        schedule="*/10 * * * *" if os.environ.get("NIGHTSCHOOL_SCHEDULE", "nightly") else None,
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=False,
        default_args={"owner": "nightschool", **release_placement()},
        params=owner.form({"config": CONFIG}),
        tags=owner.tags,
        doc_md=__doc__,
    ) as dag:
        ReleaseOperator(
            task_id="watch",
            command="watch-registry",
            inlets=[owner.assets.champion],
            outlets=[owner.assets.champion_seen],
            execution_timeout=timedelta(minutes=20),
        )
    return dag


for each in owners():
    watch_registry(each)
