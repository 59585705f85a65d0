"""### Take in episodes

Every hour: what developers' `cargo nightschool` has kept since the last time (failures with their repairs, by a
watermark in the store of episodes) is reduced to self-contained programs and held against `expectations/episodes.json`:
it stands alone, fails with its code, its repair compiles, no secret, no poison, a licence that `episodes.licenses`
allows. What passes becomes a lesson in `var/episodes/lessons`, the source `episodes` of the next night's corpus; the
rest waits in `var/episodes/quarantine.jsonl` with the reason.

`taken_in` then updates the asset `nightschool://episodes`, and is skipped when nothing was taken in. With
NIGHTSCHOOL_SCHEDULE=nightschool://episodes a night begins on that instead of at 02:00.

Runs unless NIGHTSCHOOL_SCHEDULE is empty, one run at a time; a killed one goes on after its last whole batch. The store
is what NIGHTSCHOOL_EPISODES names in the worker's environment. By hand: `nightschool episodes intake`.
"""

import os
from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, task

from nightschool_airflow import CONFIG, Owner, ReleaseOperator, announce, owners, placement


def episode_intake(owner: Owner) -> DAG:
    with DAG(
        owner.dag("episode_intake"),
        description="New episodes become lessons, or wait in quarantine",
        schedule="@hourly" if os.environ.get("NIGHTSCHOOL_SCHEDULE", "nightly") else None,
        catchup=False,
        max_active_runs=1,
        is_paused_upon_creation=False,
        default_args={"owner": "nightschool", "retries": 2, "retry_delay": timedelta(seconds=20), **placement("cpu")},
        params=owner.form({"config": CONFIG}),
        tags=owner.tags,
        doc_md=__doc__,
    ) as dag:
        intake = ReleaseOperator(
            task_id="intake", command="episodes", arguments=["intake"], execution_timeout=timedelta(hours=2)
        )

        @task(outlets=[owner.assets.episodes])
        def taken_in(result: dict[str, Any]) -> int:
            return announce(result)

        taken_in(intake.output)
    return dag


for each in owners():
    episode_intake(each)
