"""Where tasks run: queues that LocalExecutor does not read, and pods that only KubernetesExecutor asks for."""

import json
import os
import subprocess
import sys

import pytest

from tests.airflow.conftest import ROOT

LEARNING = {"baseline", "align", "rehearsal.synthesise", "rehearsal.rehearse", "preference.pair", "preference.prefer"}
ON_GPU = {f"learn.{name}" for name in LEARNING | {"examine"}}
LOOK = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
from airflow.serialization.serialized_objects import DagSerialization
bag = DagBag(sys.argv[1])
assert bag.import_errors == {}, bag.import_errors
tasks = {}
for dag in bag.dags.values():
    for task in DagSerialization.from_dict(DagSerialization.to_dict(dag)).tasks:
        pod = task.executor_config.get("pod_override")
        tasks[f"{dag.dag_id}.{task.task_id}"] = [task.queue, task.pool, pod and pod.to_dict()]
print(json.dumps([tasks, "kubernetes" in sys.modules, "nightschool_airflow.pods" in sys.modules]))
"""


def placed(executor):
    """What every task of every DAG asks for after a round through Airflow's database format."""
    environment = {**os.environ, "AIRFLOW__CORE__EXECUTOR": executor}
    command = [sys.executable, "-c", LOOK, str(ROOT / "dags")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_learning_waits_on_queue_gpu_and_everything_else_on_queue_cpu():
    tasks, _, pods = placed("LocalExecutor")
    assert {name for name, (queue, _, _) in tasks.items() if queue == "gpu"} == {f"nightly_cycle.{n}" for n in ON_GPU}
    assert {queue for queue, _, _ in tasks.values()} == {"cpu", "gpu"}
    assert all((queue == "gpu") == (pool == "gpu") for queue, pool, _ in tasks.values())
    assert all(pod is None for _, _, pod in tasks.values())
    assert not pods


@pytest.mark.parametrize("executor", ["KubernetesExecutor", "CeleryExecutor,KubernetesExecutor"])
def test_every_task_has_a_pod_under_kubernetes_and_only_learning_asks_for_an_accelerator(executor):
    pytest.importorskip("kubernetes", reason="the client is absent: pip install 'nightschool[kubernetes]'")
    tasks, *_ = placed(executor)
    for name, (queue, _, pod) in tasks.items():
        limits = pod["spec"]["containers"][0]["resources"]["limits"]
        assert limits.get("nvidia.com/gpu") == ("1" if queue == "gpu" else None), name


@pytest.mark.parametrize("kind", ["cpu", "gpu"])
def test_a_pod_is_unprivileged_and_holds_no_token_of_the_cluster(kind):
    pytest.importorskip("kubernetes", reason="the client is absent: pip install 'nightschool[kubernetes]'")
    from kubernetes.client import ApiClient

    from nightschool_airflow.pods import pod

    spec = ApiClient().sanitize_for_serialization(pod(kind))["spec"]  # what the cluster's API is sent
    (container,) = spec["containers"]
    assert spec["automountServiceAccountToken"] is False
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["securityContext"]["runAsUser"] > 0
    assert container["name"] == "base"  # the container whose override Airflow lays over its template
    assert container["securityContext"] == {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    assert container["resources"]["limits"]["memory"] == container["resources"]["requests"]["memory"]


def test_the_override_changes_the_template_only_where_it_says_so():
    pytest.importorskip("kubernetes", reason="the client is absent: pip install 'nightschool[kubernetes]'")
    from airflow.providers.cncf.kubernetes.pod_generator import PodGenerator
    from kubernetes.client.models import V1Container, V1Pod, V1PodSpec

    from nightschool_airflow.pods import pod

    template = V1Pod(spec=V1PodSpec(containers=[V1Container(name="base", image="nightschool/trainer:0.1.0")]))
    merged = PodGenerator.reconcile_pods(template, pod("gpu")).spec
    assert merged.containers[0].image == "nightschool/trainer:0.1.0"
    assert merged.containers[0].resources.limits == {"memory": "16Gi", "nvidia.com/gpu": "1"}
