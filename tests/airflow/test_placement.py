"""Where tasks run: queues that LocalExecutor does not read, and pods that only KubernetesExecutor asks for."""

import pytest

from tests.airflow.conftest import ROOT

LEARNING = {"baseline", "align", "rehearsal.synthesise", "rehearsal.rehearse", "prefer"}
ON_GPU = {f"learn.{name}" for name in LEARNING | {"examine"}}


def placed(executor, monkeypatch):
    """Queue, pool and pod of every task of every DAG, after a round through Airflow's database format."""
    from airflow.dag_processing.dagbag import DagBag
    from airflow.serialization.serialized_objects import DagSerialization

    monkeypatch.setenv("AIRFLOW__CORE__EXECUTOR", executor)
    bag = DagBag(str(ROOT / "dags"))
    assert bag.import_errors == {}
    stored = [DagSerialization.from_dict(DagSerialization.to_dict(dag)) for dag in bag.dags.values()]
    return {
        f"{dag.dag_id}.{task.task_id}": (task.queue, task.pool, task.executor_config.get("pod_override"))
        for dag in stored
        for task in dag.tasks
    }


def test_learning_waits_on_queue_gpu_and_everything_else_on_queue_cpu(monkeypatch):
    tasks = placed("LocalExecutor", monkeypatch)
    assert {name for name, (queue, _, _) in tasks.items() if queue == "gpu"} == {f"nightly_cycle.{n}" for n in ON_GPU}
    assert {queue for queue, _, _ in tasks.values()} == {"cpu", "gpu"}
    assert all((queue == "gpu") == (pool == "gpu") for queue, pool, _ in tasks.values())
    assert all(pod is None for _, _, pod in tasks.values())


def test_what_changes_the_champion_has_a_queue_of_its_own_where_one_is_named(monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_RELEASE_QUEUE", "release")
    tasks = placed("CeleryExecutor", monkeypatch)
    changing = {"promote.promote", "rollback.rollback", "nightly_cycle.promote"}
    changing |= {name for name in tasks if name.startswith("watch_registry.")}
    assert {name for name, (queue, _, _) in tasks.items() if queue == "release"} == changing


@pytest.mark.parametrize("executor", ["KubernetesExecutor", "CeleryExecutor,KubernetesExecutor"])
def test_every_task_has_a_pod_under_kubernetes_and_only_learning_asks_for_an_accelerator(monkeypatch, executor):
    pytest.importorskip("kubernetes", reason="the client is absent: pip install 'nightschool[kubernetes]'")
    for name, (queue, _, pod) in placed(executor, monkeypatch).items():
        limits = pod.spec.containers[0].resources.limits
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
