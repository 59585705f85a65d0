"""The DAG as a table of contents: order, parameters, and what parsing it costs."""

import json
import os
import subprocess
import sys

import pytest

from tests.airflow.conftest import ROOT

ORDER = [
    ("prepare.certify", "prepare.curate"),
    ("prepare.curate", "prepare.validate_corpus"),
    ("prepare.validate_corpus", "prepare.pair"),
    ("prepare.pair", "prepare.choose"),
    ("prepare.choose", "learn.baseline"),
    ("learn.baseline", "learn.align"),
    ("learn.align", "learn.gained"),
    ("learn.gained", "learn.rehearsal.synthesise"),
    ("learn.rehearsal.synthesise", "learn.rehearsal.rehearse"),
    ("learn.rehearsal.rehearse", "learn.plateaued"),
    ("learn.gained", "learn.plateaued"),
    ("learn.plateaued", "learn.sft_plateaued"),
    ("learn.sft_plateaued", "learn.prefer"),
    ("learn.prefer", "learn.examine"),
    ("learn.sft_plateaued", "learn.examine"),
    ("learn.examine", "gate"),
    ("gate", "register"),
    ("register", "promote"),
    ("gate", "report_refusal"),
    ("promote", "publish"),
    ("report_refusal", "publish"),
]


@pytest.mark.parametrize(("before", "after"), ORDER)
def test_task_is_downstream(cycle_dag, before, after):
    assert after in cycle_dag.get_task(before).get_flat_relative_ids(upstream=False)


def test_nothing_reaches_register_but_through_the_gate(cycle_dag):
    upstream = cycle_dag.get_task("register").upstream_task_ids
    assert upstream == {"beats_the_bar"}
    assert cycle_dag.get_task("beats_the_bar").upstream_task_ids == {"gate"}


def test_one_cycle_at_a_time_without_catching_up(cycle_dag):
    assert cycle_dag.max_active_runs == 1
    assert cycle_dag.catchup is False


def test_the_manual_is_shown_and_every_parameter_explains_itself(cycle_dag):
    assert "One night of school" in cycle_dag.doc_md
    for name in cycle_dag.params:
        param = cycle_dag.params.get_param(name)
        assert param.description, name
        assert param.schema.get("type"), name
        assert param.schema.get("title"), name


def test_every_phase_task_has_a_time_limit_and_retries(cycle_dag):
    phases = [task for task in cycle_dag.tasks if task.task_type == "PhaseOperator"]
    assert len(phases) == 16
    assert all(task.execution_timeout and task.retries for task in phases)


def test_the_environment_names_the_config_that_the_forms_begin_with(airflow_home):
    script = (
        "from airflow.dag_processing.dagbag import DagBag; "
        f"bag = DagBag({str(ROOT / 'dags')!r}); "
        "print(*[dag.params['config'] for dag in bag.dags.values()]); "
        "print(bag.dags['nightly_cycle'].params.get_param('config').description)"
    )
    environment = {**os.environ, "NIGHTSCHOOL_CONFIG": "conf/fleet.yaml"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    *_, configs, description = done.stdout.splitlines()
    assert configs.split() == ["conf/fleet.yaml"] * len(DAGS)
    assert "conf/fleet.yaml" in description
    assert "smoke" not in description  # it has no judge there


def test_what_generates_or_trains_takes_the_gpu_pool(cycle_dag):
    alone = ("baseline", "align", "rehearsal.synthesise", "rehearsal.rehearse", "prefer")
    assert {t.task_id for t in cycle_dag.tasks if t.pool == "gpu"} == {f"learn.{name}" for name in (*alone, "examine")}


def test_every_phase_in_the_dag_exists_in_the_command_line(cycle_dag):
    from nightschool.phases import PHASES

    assert {task.phase for task in cycle_dag.tasks if task.task_type == "PhaseOperator"} == set(PHASES)


def test_the_form_offers_the_phases_that_the_config_takes(cycle_dag):
    from nightschool.config import LEARNING

    param = cycle_dag.params.get_param("phases")
    assert tuple(param.schema["items"]["enum"]) == LEARNING
    assert tuple(param.schema["examples"]) == LEARNING, "what the form lets one choose from"
    assert param.value is None, "left empty, the phases are those of the config file"


def test_branches_are_labelled_with_their_outcomes(cycle_dag):
    def label(before, after):
        return cycle_dag.get_edge_info(before, after).get("label")

    assert label("learn.gained", "learn.rehearsal.synthesise") == "gained"
    assert label("learn.gained", "learn.plateaued") == "no gain"
    assert label("learn.sft_plateaued", "learn.prefer") == "plateau"
    assert label("learn.sft_plateaued", "learn.examine") == "still improving"


SHARDED = """
import json
from airflow.dag_processing.dagbag import DagBag
dag = DagBag({folder!r}).dags["nightly_cycle"]
names = {names!r}
tasks = {{name: dag.get_task(name) for name in names}}
facts = [[t.is_mapped, sorted(t.upstream_task_ids), t.pool] for t in tasks.values()]
print(json.dumps([facts, tasks[names[1]].expand_input.value, tasks[names[5]].trigger_rule]))
"""


def test_a_night_has_shards_only_where_there_are_workers_for_them(cycle_dag, monkeypatch):
    assert not [task.task_id for task in cycle_dag.tasks if task.is_mapped]
    monkeypatch.setenv("NIGHTSCHOOL_SHARDS", "2")
    phases = ("prepare.curate", "learn.baseline", "learn.examine", "learn.rehearsal.synthesise")
    names = [name + kind for name in phases for kind in ("", "_shards")]
    script = SHARDED.format(folder=str(ROOT / "dags"), names=names)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    tasks, shared_out, rule = json.loads(done.stdout.splitlines()[-1])
    assert tasks == [
        [False, ["prepare.curate_shards"], "default_pool"],
        [True, ["prepare.certify"], "default_pool"],
        [False, ["learn.baseline_shards"], "gpu"],
        [True, ["prepare.choose"], "gpu"],
        [False, ["learn.examine_shards"], "gpu"],
        [True, ["learn.prefer", "learn.sft_plateaued"], "gpu"],
        [False, ["learn.rehearsal.synthesise_shards"], "gpu"],
        [True, ["learn.gained"], "gpu"],
    ]
    assert (shared_out, rule) == ({"shard": ["1/2", "2/2"]}, "none_failed_min_one_success")


DAGS = ("episode_intake", "housekeeping", "nightly_cycle", "promote", "rollback", "watch_registry")
HEAVY = ("torch", "mlflow", "great_expectations", "transformers", "peft", "trl", "datasets", "nightschool.phases")
HEAVY += ("nightschool_airflow.pods",)


def test_parsing_the_dag_imports_nothing_heavy(airflow_home):
    script = (
        "import json, sys; from airflow.dag_processing.dagbag import DagBag; "
        f"bag = DagBag({str(ROOT / 'dags')!r}); "
        f"print(json.dumps([sorted(bag.dags), [m for m in {HEAVY!r} if m in sys.modules]]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [sorted(DAGS), []]
