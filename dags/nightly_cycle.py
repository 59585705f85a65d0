"""### One night of school

Runs at 02:00, one cycle at a time, and can be triggered by hand. It certifies the frozen examination, makes a
corpus of verified rows and validates it. *pair* searches corpus rows for repairs and tests what compiles; *choose*
learns from that which of several repairs to take. Tonight's arms are measured (base model, search, the chooser without
a model, the policies with the base and with the champion), a LoRA adapter is trained from the champion (before there is
one, from the best candidate of earlier nights), first on what search leaves open, its policy is examined, and the gate
decides. A *policy* is what is used: search, chooser, patterns, and the model where these leave a program open, or
unsure with fewer than three repairs.

Two more learning phases follow unless `phases` leaves them out. *rehearse* runs if align gained on dev: the base model
writes new broken programs, the latest policy answers them, rustc keeps what is true, and training goes on with them.
*prefer* runs if supervised training has plateaued on dev: repairs that pass over repairs that fail. A phase whose
policy passes fewer dev koans is not kept; the better adapter goes on.

- **Passed**: adapter and policy become a version of the registered model, alias `challenger`; with `auto_promote`
  also `champion`. Otherwise promote it with `nightschool promote VERSION --reason ...` or in the MLflow UI.
- **Refused**: the run is green all the same; `report_refusal` lists every reason and the champion stays.
- **Not enough evidence**: treated as refused; the same task says so, and how many koans would settle it.

Each phase runs as `nightschool run PHASE` in its own process and is a transaction: to resume after any
failure, clear the failed task. Finished phases are found again by the digest of their inputs, training goes on
from its last checkpoint, and a version is registered once. `publish` always runs and writes the night's report
to MLflow; `fail_the_night` then turns the run red if any phase failed, `publish` too. XCom carries URIs, digests and
metrics only.

With NIGHTSCHOOL_SHARDS=N in Airflow's environment, N mapped tasks share out beforehand the verdicts of *curate*, the
questions of *baseline* and *examine* to models and the patterns of *synthesise*; those with models as many at once as
pool `gpu` has slots. The results are the same, but *synthesise* has N times as long.

Assets `nightschool://corpus`, `nightschool://candidate` and `nightschool://champion` are updated with version and
digests, for a team's own DAGs. Where NIGHTSCHOOL_NOTIFY_WEBHOOK or NIGHTSCHOOL_NOTIFY_MAIL name a connection, `notify`
tells how the night ended, and one unfinished NIGHTSCHOOL_LATE_AFTER hours (4) after it was queued is told of as late.

Parameters left empty are as the config file says. In Airflow's environment NIGHTSCHOOL_CONFIG names another config file
for the form to begin with, and NIGHTSCHOOL_SCHEDULE sets another cron line; empty means manual triggers only,
`nightschool://episodes` a night whenever `episode_intake` has taken something in.
"""

import os
from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, Label, Param, task, task_group, teardown

from nightschool_airflow import (
    Owner,
    PhaseOperator,
    choose_preference,
    choose_promotion,
    choose_rehearsal,
    choose_release,
    notices,
    owners,
    placement,
    refusal_lines,
    release_placement,
    tell_failure,
)

JOIN = "none_failed_min_one_success"
"""Goes on when one of two branches was skipped; a failure before it is passed on."""
SHARDS = int(os.environ.get("NIGHTSCHOOL_SHARDS") or 1)
"""Mapped tasks that the long work of a phase is shared out among; 1: none, the phase does it by itself."""

REHEARSAL = "learn.rehearsal.synthesise_shards" if SHARDS > 1 else "learn.rehearsal.synthesise"
"""Task that rehearsal begins with."""
GPU = placement("gpu")
"""What trains or generates; everything else is placed by the default arguments."""

OWN_CONFIG = os.environ.get("NIGHTSCHOOL_CONFIG")
CONFIGS = (
    f"this installation's is {OWN_CONFIG}: it names the judge and the MLflow server that others lack"
    if OWN_CONFIG
    else "conf/smoke.yaml is the same night in minutes"
)
PARAMS = {
    "config": Param(
        OWN_CONFIG or "conf/default.yaml",
        type="string",
        title="Config",
        description=f"YAML file below the project's root; {CONFIGS}.",
    ),
    "base_model": Param(
        None,
        type=["null", "string"],
        title="Base model",
        description="smollm2, a local folder or a hub id. A champion of another base model is refused.",
    ),
    "rows": Param(
        None,
        type=["null", "integer"],
        minimum=1,
        title="Corpus rows",
        description="Verified rows wanted in the corpus.",
    ),
    "train_minutes": Param(
        None,
        type=["null", "number"],
        exclusiveMinimum=0,
        title="Training minutes",
        description="Longest that align may train.",
    ),
    "phases": Param(
        None,
        type=["null", "array"],
        items={"type": "string", "enum": ["align", "rehearse", "prefer"]},
        examples=["align", "rehearse", "prefer"],
        title="Learning phases",
        description="All three if left empty: align, rehearse if align gained, prefer at a plateau.",
    ),
    "seed": Param(
        None,
        type=["null", "integer"],
        minimum=0,
        title="Seed",
        description="Another seed makes another corpus and another order of training.",
    ),
    "auto_promote": Param(
        None,
        type=["null", "boolean"],
        title="Promote by itself",
        description="Make a passed candidate champion without asking a person; untouched: as the config says.",
    ),
    "set": Param(
        None,
        type=["null", "array"],
        items={"type": "string"},
        title="Other settings",
        description="One section.key=value a line, e.g. train.rank=8.",
    ),
}


@task(trigger_rule="one_failed", retries=0)
def fail_the_night() -> None:
    tell_failure()


@teardown
@task(execution_timeout=timedelta(minutes=10))
def notify(ti: Any = None) -> list[str]:
    return notices.tell_night(ti)


def first_of(phase: PhaseOperator, **kwargs: Any) -> Any:
    """The task that a sharded phase begins with: its mapped shards, or the phase itself where there are none."""
    if SHARDS < 2:
        return phase
    shards = PhaseOperator.partial(
        task_id=f"{phase.phase}_shards", phase=phase.phase, execution_timeout=phase.execution_timeout,
        pool=phase.pool, queue=phase.queue, executor_config=phase.executor_config, **kwargs,
    ).expand(shard=[f"{number}/{SHARDS}" for number in range(1, SHARDS + 1)])  # fmt: skip
    shards >> phase
    return shards


def night(owner: Owner) -> None:
    """All tasks of a night."""
    assets = owner.assets

    @task_group(tooltip="The examination is examined, the corpus made and checked; choosing is learnt from it")
    def prepare() -> None:
        certify = PhaseOperator(task_id="certify", phase="certify", execution_timeout=timedelta(minutes=20))
        curate = PhaseOperator(task_id="curate", phase="curate", execution_timeout=timedelta(hours=1))
        validate = PhaseOperator(
            task_id="validate_corpus",
            phase="validate_corpus",
            outlets=[assets.corpus],
            execution_timeout=timedelta(hours=1),
        )
        pair = PhaseOperator(task_id="pair", phase="pair", execution_timeout=timedelta(hours=1))
        choose = PhaseOperator(task_id="choose", phase="choose", execution_timeout=timedelta(minutes=30))
        certify >> first_of(curate)
        curate >> validate >> pair >> choose

    @task_group(
        tooltip="Tonight's arms measured, the candidate trained, its policy examined; one at a time in pool `gpu`"
    )
    def learn() -> None:
        baseline = PhaseOperator(task_id="baseline", phase="baseline", **GPU, execution_timeout=timedelta(hours=2))
        align = PhaseOperator(task_id="align", phase="align", **GPU, execution_timeout=timedelta(hours=3))
        plateaued = PhaseOperator(
            task_id="plateaued", phase="plateaued", trigger_rule=JOIN, execution_timeout=timedelta(minutes=10)
        )
        prefer = PhaseOperator(task_id="prefer", phase="prefer", **GPU, execution_timeout=timedelta(hours=2))
        examine = PhaseOperator(
            task_id="examine", phase="examine", **GPU, trigger_rule=JOIN, outlets=[assets.candidate],
            execution_timeout=timedelta(hours=2),
        )  # fmt: skip
        first_of(baseline)
        examined = first_of(examine, trigger_rule=JOIN)

        @task.branch
        def gained(align_result: dict[str, Any], params: Any = None) -> str:
            return choose_rehearsal(params, align_result, REHEARSAL, skip="learn.plateaued")

        @task.branch
        def sft_plateaued(result: dict[str, Any], params: Any = None) -> str:
            return choose_preference(params, result, prefer.task_id, skip=examined.task_id)

        after_align, after_sft = gained(align.output), sft_plateaued(plateaued.output)
        baseline >> align >> after_align
        after_align >> Label("gained") >> rehearsal() >> plateaued
        after_align >> Label("no gain") >> plateaued >> after_sft
        after_sft >> Label("plateau") >> prefer >> examined
        after_sft >> Label("still improving") >> examined

    @task_group(tooltip="The base model writes, the latest policy answers, rustc decides; then training goes on")
    def rehearsal() -> None:
        synthesise = PhaseOperator(
            task_id="synthesise", phase="synthesise", **GPU, execution_timeout=timedelta(hours=2)
        )
        rehearse = PhaseOperator(task_id="rehearse", phase="rehearse", **GPU, execution_timeout=timedelta(hours=2))
        first_of(synthesise)
        synthesise >> rehearse

    gate = PhaseOperator(task_id="gate", phase="gate", execution_timeout=timedelta(minutes=10))
    register = PhaseOperator(task_id="register", phase="register", execution_timeout=timedelta(minutes=10))
    promote = PhaseOperator(
        task_id="promote",
        phase="promote",
        outlets=[assets.champion],
        execution_timeout=timedelta(minutes=10),
        **release_placement(),
    )
    publish = PhaseOperator(
        task_id="publish", phase="publish", trigger_rule="all_done", execution_timeout=timedelta(minutes=20)
    )

    @task.branch
    def beats_the_bar(gate_result: dict[str, Any]) -> str:
        return choose_release(gate_result, passed="register", refused="report_refusal")

    @task.branch
    def promote_by_itself(params: Any = None) -> list[str]:
        return choose_promotion(params, promote="promote")

    @task
    def report_refusal(gate_result: dict[str, Any]) -> list[str]:
        return refusal_lines(gate_result)

    release, alone, refusal = beats_the_bar(gate.output), promote_by_itself(), report_refusal(gate.output)
    prepare() >> learn() >> gate >> release
    release >> Label("beats the bar") >> register >> alone >> Label("auto_promote") >> promote >> publish
    release >> Label("refused or not enough evidence") >> refusal >> publish
    # Publish runs whatever failed, so it alone would end the run green.
    failed = fail_the_night()
    publish >> Label("any failed") >> failed
    [gate, release, register, alone, promote, refusal] >> failed
    if notices.configured(owner.name):
        publish >> notify()


def nightly_cycle(owner: Owner) -> DAG:
    with DAG(
        owner.dag("nightly_cycle"),
        description="One night: corpus, examination, training, gate, registry",
        schedule=owner.schedule(),
        catchup=False,
        max_active_runs=1,
        default_args={"owner": "nightschool", "retries": 2, "retry_delay": timedelta(seconds=20), **placement("cpu")},
        dagrun_timeout=timedelta(hours=8),
        deadline=notices.deadline(owner.name),
        on_failure_callback=notices.run_notifiers(owner.name),
        params=owner.form(PARAMS),
        tags=owner.tags,
        doc_md=__doc__,
    ) as dag:
        night(owner)
    return dag


for each in owners():
    nightly_cycle(each)
