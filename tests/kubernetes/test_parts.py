"""What the objects of containers/kubernetes give whom: no engine's socket, no secret written down, the least needed."""

import re
import subprocess
from fractions import Fraction
from typing import get_args, get_type_hints

import pytest
import yaml

from nightschool import __version__
from nightschool.config import Config, SandboxConfig
from nightschool.sandbox.messages import TOKEN, Address
from tests.kubernetes.rendering import BASE, NVIDIA, ROOT, containers, key, pods, rendered, settings
from tests.parsed import read_yaml

OBJECTS = rendered(NVIDIA)
PODS = pods(OBJECTS)
EVERY = {f"{pod}.{one['name']}": one for pod, template in PODS.items() for one in containers(template)}
JUDGE = "judge.judge"
ONCE = "mlflow-accounts.accounts"
"""What ends by itself: nobody asks it whether it lives."""
WORKERS = ("cpu", "gpu", "release")
COMPOSE = read_yaml(ROOT / "docker-compose.yml")
SECRET = re.compile(r"PASSWORD|SECRET|KEY|CONN|BACKEND|BROKER_URL|TOKEN")
UNITS = {"": 1, "m": Fraction(1, 1000), "Mi": 1 << 20, "Gi": 1 << 30}


def amount(text):
    number, unit = re.fullmatch(r"(\d+)(\w*)", text).groups()
    return int(number) * UNITS[unit]


def test_nobody_reaches_the_engine_the_node_or_the_clusters_api():
    for name, pod in PODS.items():
        spec = pod["spec"]
        assert not {"hostNetwork", "hostPID", "hostIPC", "serviceAccountName", "nodeName"} & set(spec), name
        assert spec["automountServiceAccountToken"] is False, name
        kinds = {kind for volume in spec["volumes"] for kind in volume if kind != "name"}
        assert kinds <= {"configMap", "secret", "emptyDir", "persistentVolumeClaim"}, name
    assert not re.search(r"hostPath|hostPort|\.sock\b|privileged: true", (BASE / "judge.yaml").read_text())


@pytest.mark.parametrize("name", EVERY)
def test_a_container_is_closed_and_bounded(name):
    one = EVERY[name]
    context = one["securityContext"]
    assert context["readOnlyRootFilesystem"] is True
    assert context["allowPrivilegeEscalation"] is False
    assert context["capabilities"]["drop"] == ["ALL"]
    assert "privileged" not in context
    for what in ("cpu", "memory"):
        assert 0 < amount(one["resources"]["requests"][what]) <= amount(one["resources"]["limits"][what])
    assert bool(one.get("livenessProbe")) == (name != ONCE)
    assert one.get("readinessProbe") or one.get("restartPolicy") == "Always" or name == ONCE


def test_everything_runs_as_the_images_user_under_the_runtimes_filter():
    for pod in PODS.values():
        said = pod["spec"]["securityContext"]
        assert (said["runAsNonRoot"], said["runAsUser"], said["fsGroup"]) == (True, 10001, 10001)
        assert said["seccompProfile"] == {"type": "RuntimeDefault"}


def test_only_the_judge_asks_for_more_within_a_user_namespace_and_a_namespace_of_its_own():
    more = {
        name: one["securityContext"]
        for name, one in EVERY.items()
        if set(one["securityContext"]["capabilities"].get("add", [])) - {"NET_BIND_SERVICE"}
        or set(one["securityContext"]) - {"readOnlyRootFilesystem", "allowPrivilegeEscalation", "capabilities"}
    }
    assert list(more) == [JUDGE]
    assert more[JUDGE]["capabilities"]["add"] == ["SYS_ADMIN"]
    assert (more[JUDGE]["procMount"], more[JUDGE]["appArmorProfile"]) == ("Unmasked", {"type": "Unconfined"})
    assert PODS["judge"]["spec"]["hostUsers"] is False
    spaces = {one["metadata"]["name"]: one["metadata"]["labels"] for one in OBJECTS if one["kind"] == "Namespace"}
    assert spaces == {
        "nightschool": {"pod-security.kubernetes.io/enforce": "restricted"},
        "nightschool-judge": {"pod-security.kubernetes.io/enforce": "privileged"},
    }
    deployed = {(space, name) for kind, space, name in map(key, OBJECTS) if kind == "Deployment"}
    assert {name for space, name in deployed if space == "nightschool-judge"} == {"judge"}


def test_only_workers_reach_the_judge_and_it_reaches_nothing():
    policy = settings(OBJECTS, "NetworkPolicy", "judge")
    assert (policy["podSelector"], set(policy["policyTypes"]), policy["egress"]) == ({}, {"Ingress", "Egress"}, [])
    ((rule,),) = [policy["ingress"]]
    (peer,) = rule["from"]
    assert peer["namespaceSelector"]["matchLabels"] == {"kubernetes.io/metadata.name": "nightschool"}
    wanted = peer["podSelector"]["matchLabels"].items()
    reach = {name for name, pod in PODS.items() if wanted <= pod["metadata"]["labels"].items()}
    assert reach == {f"worker-{kind}" for kind in WORKERS}
    assert settings(OBJECTS, "Service", "judge")["selector"] == PODS["judge"]["metadata"]["labels"]
    assert rule["ports"] == [{"port": "judge", "protocol": "TCP"}]
    assert EVERY["judge.door"]["ports"] == [{"name": "judge", "containerPort": 8443}]


def test_what_sounds_secret_is_a_reference():
    for name, one in EVERY.items():
        for variable in one.get("env", []):
            if SECRET.search(variable["name"]):
                assert set(variable) == {"name", "valueFrom"}, (name, variable["name"])
                assert set(variable["valueFrom"]) == {"secretKeyRef"}
    assert not [one for one in OBJECTS if one["kind"] == "Secret"]
    assert not [name for name in settings(OBJECTS, "ConfigMap", "worker") if SECRET.search(name)]


def test_what_a_pod_names_is_there():
    there = {key(one) for one in OBJECTS}
    for name, pod in PODS.items():
        space = "nightschool-judge" if name == "judge" else "nightschool"
        for volume in pod["spec"]["volumes"]:
            if found := volume.get("configMap"):
                data = settings(OBJECTS, "ConfigMap", found["name"])
                assert ("ConfigMap", space, found["name"]) in there
                assert {item["key"] for item in found.get("items", [])} <= set(data)
            if found := volume.get("persistentVolumeClaim"):
                assert ("PersistentVolumeClaim", space, found["claimName"]) in there
        volumes = {volume["name"] for volume in pod["spec"]["volumes"]}
        mounted = {mount["name"] for one in containers(pod) for mount in one["volumeMounts"]}
        assert volumes == mounted, name


def test_images_are_those_that_airgap_builds():
    script = (ROOT / "containers/airgap.sh").read_text()
    built = {
        *re.search(r"for image in ([\w ]+); do", script)[1].split(),
        *re.findall(r"^    build (\w+)", script, re.M),
    }
    used = {re.fullmatch(rf"nightschool/(\w+):{re.escape(__version__)}", one["image"])[1] for one in EVERY.values()}
    assert used == {"judge", "mlflow", "services", "trainer"}
    assert used <= built
    assert all((ROOT / "containers" / name / "Dockerfile").exists() for name in used)


def test_queues_are_those_of_placement_and_workers_start_as_the_composed_ones():
    source = (ROOT / "plugins/nightschool_airflow/placement.py").read_text()  # importing it takes Airflow's seconds
    kinds = re.search(r"^Kind = Literal\[(.*)\]$", source, re.MULTILINE)[1].replace('"', "").split(", ")
    assert {*kinds, "release"} == set(WORKERS)
    assert {name for name in PODS if name.startswith("worker-")} == {f"worker-{kind}" for kind in WORKERS}
    for kind in WORKERS:
        service = COMPOSE["services"][f"worker-{kind}"]
        first = [word for word in service["entrypoint"] if word != "with-secrets"]  # here they are variables already
        assert EVERY[f"worker-{kind}.worker"]["command"] == first + service["command"]


def test_a_worker_is_told_what_the_composed_one_is_told():
    variables = COMPOSE["services"]["worker-cpu"]["environment"]
    composed = {re.sub("_(FILE|CMD)$", "", name): value for name, value in variables.items()}
    plain = settings(OBJECTS, "ConfigMap", "worker")
    for kind in WORKERS:
        one = EVERY[f"worker-{kind}.worker"]
        assert one["envFrom"] == [{"configMapRef": {"name": "worker"}}]
        told = set(plain) | {variable["name"] for variable in one["env"]}
        assert told == set(composed) | {TOKEN, "HOME"}
    elsewhere = {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL", "NIGHTSCHOOL_CONFIG"}  # Airflow's service, our file
    for name in set(plain) & set(composed) - elsewhere:
        default = re.sub(r"\$\{\w+:?-([^}]*)\}", r"\1", str(composed[name]))
        assert plain[name] == default, name


def test_our_variables_are_read_by_the_code():
    files = [path for folder in ("src", "plugins", "dags") for path in (ROOT / folder).rglob("*.py")]
    read = set(re.findall(r"NIGHTSCHOOL_\w+", "\n".join(path.read_text() for path in files)))
    told = {variable["name"] for one in EVERY.values() for variable in one.get("env", [])}
    told |= set(settings(OBJECTS, "ConfigMap", "worker"))
    assert {name for name in told if name.startswith("NIGHTSCHOOL_")} <= read


def told_config(name, file):
    return Config.model_validate(yaml.safe_load(settings(OBJECTS, "ConfigMap", name)[file]))


def test_the_judge_gives_what_nights_ask_for_and_both_ends_have_its_token():
    night, judge = told_config("night", "night.yaml"), told_config("judge", "judge.yaml")
    assert (night.sandbox.backend, judge.sandbox.backend) == ("service", "bubblewrap")
    limits = {"memory_mb", "tmp_mb", "processes", "output_kb"} & set(get_type_hints(SandboxConfig))
    assert len(limits) == 4
    assert all(getattr(night.sandbox, name) <= getattr(judge.sandbox, name) for name in limits)
    assert "service" in get_args(SandboxConfig.model_fields["backend"].annotation)
    port = Address.parse(judge.sandbox.service).port
    assert Address.parse(night.sandbox.service).port == port
    assert f"reverse_proxy 127.0.0.1:{port}" in settings(OBJECTS, "ConfigMap", "judge")["Caddyfile"]
    assert f"http://:{port} {{\n\tbind 127.0.0.1\n" in settings(OBJECTS, "ConfigMap", "judge-door")["Caddyfile"]
    holders = {name for name, one in EVERY.items() if TOKEN in {variable["name"] for variable in one.get("env", [])}}
    assert holders == {JUDGE, *(f"worker-{kind}.worker" for kind in WORKERS)}


def test_the_judge_has_memory_for_all_that_its_programs_may_take():
    """A pod that runs out is killed whole, and its programs have no verdict."""
    judge = told_config("judge", "judge.yaml")
    programs = judge.judge.workers * (2 * judge.sandbox.memory_mb + 2 * judge.sandbox.tmp_mb) << 20
    assert programs + (1 << 30) <= amount(EVERY[JUDGE]["resources"]["limits"]["memory"])


def test_a_worker_is_given_time_to_leave_and_its_door_ends_after_it():
    for kind in WORKERS:
        spec = PODS[f"worker-{kind}"]["spec"]
        assert spec["terminationGracePeriodSeconds"] == 90
        (door,) = spec["initContainers"]
        assert (door["name"], door["restartPolicy"]) == ("door", "Always")


def test_mlflows_logins_are_those_of_the_composed_one():
    told = settings(OBJECTS, "ConfigMap", "mlflow-auth")["mlflow_auth.ini"]
    assert told == (ROOT / "containers/mlflow_auth.ini").read_text()
    assert EVERY["mlflow.mlflow"]["command"] == COMPOSE["services"]["mlflow"]["command"]


def login(name):
    """MLflow's account of a container, and the Secret's key that its password is."""
    told = settings(OBJECTS, "ConfigMap", "worker") if EVERY[name].get("envFrom") else {}
    own = {variable["name"]: variable for variable in EVERY[name]["env"]}
    password = own["MLFLOW_TRACKING_PASSWORD"]["valueFrom"]["secretKeyRef"]
    user = own.get("MLFLOW_TRACKING_USERNAME", {}).get("value") or told["MLFLOW_TRACKING_USERNAME"]
    return user, password["name"], password["key"]


def test_workers_log_in_to_mlflow_as_the_composed_ones_and_only_who_makes_accounts_as_administrator():
    logins = {name: login(f"{name}.worker") for name in PODS if name.startswith("worker-")}
    composed = {name: COMPOSE["services"][name]["environment"]["MLFLOW_TRACKING_USERNAME"] for name in logins}
    assert {name: user for name, (user, *_) in logins.items()} == composed
    assert set(logins.values()) == {(user, "mlflow-accounts", f"mlflow_{user}_password") for user in composed.values()}
    assert login(ONCE) == ("admin", "mlflow-login", "password")
    holders = {name for name, one in EVERY.items() if "'mlflow-login'" in str(one.get("env"))}
    assert holders == {ONCE, "mlflow.mlflow"}


def test_the_accounts_are_made_by_the_composed_command_from_the_passwords_that_workers_have():
    """accounts.py reads `mlflow_NAME_password` of a folder for each account that it makes."""
    *command, server, folder = EVERY[ONCE]["command"]
    composed = COMPOSE["services"]["mlflow-accounts"]["command"]
    assert [*command, server] == composed[:-1]
    (mount,) = [one for one in EVERY[ONCE]["volumeMounts"] if one["name"] == "accounts"]
    assert mount["mountPath"] == folder
    (volume,) = [one["secret"] for one in PODS["mlflow-accounts"]["spec"]["volumes"] if "secret" in one]
    source = (ROOT / "containers/mlflow/accounts.py").read_text()
    names = re.findall(r'^    "(\w+)": \{"experiment"', source, re.MULTILINE)
    assert names == ["worker", "promoter"]
    assert [item["path"] for item in volume["items"]] == [f"mlflow_{name}_password" for name in names]
    assert volume["secretName"] == "mlflow-accounts"
    assert settings(OBJECTS, "Job", "mlflow-accounts")["template"]["spec"]["restartPolicy"] == "OnFailure"


def test_a_worker_is_started_again_only_for_what_that_mends(tmp_path):
    """`health` says 75 while a phase is at work, or where the broker does not answer."""
    for kind in WORKERS:
        worker = EVERY[f"worker-{kind}.worker"]
        assert worker["readinessProbe"]["exec"]["command"] == ["health"]
        for says, started_again in ((0, False), (1, True), (75, False)):
            (tmp_path / "health").write_text(f"#!/bin/sh\nexit {says}\n")
            (tmp_path / "health").chmod(0o755)
            asked = subprocess.run(worker["livenessProbe"]["exec"]["command"], env={"PATH": f"{tmp_path}:/bin"})
            assert (asked.returncode != 0) == started_again, (kind, says)
