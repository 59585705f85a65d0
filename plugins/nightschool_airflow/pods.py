"""What a phase's pod asks for under KubernetesExecutor; laid over the team's own pod template.

Covered: processor, memory and accelerator, an unprivileged user, no service-account token. Not covered: image, volumes
and environment, which are the template's; it must mount the project's var/ and mlruns/ in every pod.
"""

from __future__ import annotations

from kubernetes.client.models import (
    V1Capabilities,
    V1Container,
    V1ObjectMeta,
    V1Pod,
    V1PodSecurityContext,
    V1PodSpec,
    V1ResourceRequirements,
    V1SeccompProfile,
    V1SecurityContext,
)

USER = 10001
"""User and group of the images, who own the volumes."""

REQUESTS = {"cpu": {"cpu": "2", "memory": "4Gi"}, "gpu": {"cpu": "4", "memory": "16Gi"}}
"""What a pod of a kind is promised; memory is also its limit, so that a neighbour is not pushed out."""


def pod(kind: str) -> V1Pod:
    """Override for tasks of kind `cpu` or `gpu`; its only container is Airflow's own, `base`."""
    spec = V1PodSpec(
        containers=[V1Container(name="base", resources=_resources(kind), security_context=_unprivileged())],
        security_context=V1PodSecurityContext(
            run_as_non_root=True, run_as_user=USER, run_as_group=USER, fs_group=USER,
            seccomp_profile=V1SeccompProfile(type="RuntimeDefault"),
        ),
        automount_service_account_token=False,
    )  # fmt: skip
    return V1Pod(metadata=V1ObjectMeta(labels={"nightschool/kind": kind}), spec=spec)


def _resources(kind: str) -> V1ResourceRequirements:
    limits = {"memory": REQUESTS[kind]["memory"]} | ({"nvidia.com/gpu": "1"} if kind == "gpu" else {})
    return V1ResourceRequirements(requests=REQUESTS[kind], limits=limits)


def _unprivileged() -> V1SecurityContext:
    return V1SecurityContext(allow_privilege_escalation=False, capabilities=V1Capabilities(drop=["ALL"]))
