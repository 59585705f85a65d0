"""values.yaml for Airflow's chart, and the Secrets that it and the base name: they fit, and no secret is written down.

The chart and its schema of values are not here; docs/howto-kubernetes.md says how both were asked.
"""

import json
import os
import re
import subprocess
import sys

import pytest

from nightschool import __version__
from tests.kubernetes.rendering import BASE, FOLDER, ROOT, containers, pods, rendered, settings
from tests.parsed import read_yaml

TEXT = (FOLDER / "values.yaml").read_text()
VALUES = read_yaml(FOLDER / "values.yaml")
OBJECTS = rendered(BASE)
SCRIPT = FOLDER / "make_secrets.py"
ROLES = {"AIRFLOW_DB_PASSWORD": "air/flow", "CELERY_DB_PASSWORD": "cel@ery", "MLFLOW_DB_PASSWORD": "ml:flow"}
CHART_READS = {
    "airflow-metadata": "connection",
    "airflow-results": "connection",
    "airflow-broker": "connection",
    "airflow-redis": "password",
    "airflow-fernet": "fernet-key",
    "airflow-api": "api-secret-key",
    "airflow-jwt": "jwt-secret",
}
"""Keys that chart 1.22.0 reads in the Secrets that values name."""


def made(roles):
    command = [sys.executable, SCRIPT, "--postgres", "db.example.org"]
    environment = {"PATH": os.environ["PATH"], **roles}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def secrets():
    done = made(ROLES)
    assert done.returncode == 0, done.stderr
    return by_name(json.loads(done.stdout)["items"])


def by_name(items):
    return {(one["metadata"]["namespace"], one["metadata"]["name"]): one["stringData"] for one in items}


def named(part, key):
    """Every value of a key, however deep."""
    if isinstance(part, dict):
        yield from ([part[key]] if isinstance(part.get(key), str) else [])
        for inner in part.values():
            yield from named(inner, key)
    elif isinstance(part, list):
        for inner in part:
            yield from named(inner, key)


def wanted():
    """Namespace, Secret and key of all that is referred to."""
    for name, pod in pods(OBJECTS).items():
        space = "nightschool-judge" if name == "judge" else "nightschool"
        for one in containers(pod):
            for variable in one.get("env", []):
                reference = variable.get("valueFrom", {}).get("secretKeyRef")
                if reference and not reference.get("optional"):
                    yield space, reference["name"], reference["key"]
        for volume in pod["spec"]["volumes"]:
            if found := volume.get("secret"):
                names = [item["key"] for item in found.get("items", [])] or ["tls.crt", "tls.key"]
                yield from ((space, found["secretName"], one) for one in names)
    yield "nightschool", "airflow-login", "password"
    yield from (("nightschool", name, one) for name, one in CHART_READS.items())


def test_every_secret_that_is_named_is_made_and_no_other(secrets):
    assert set(wanted()) == {(space, name, key) for (space, name), data in secrets.items() for key in data}
    by_value = {*named(VALUES, "metadataSecretName"), *named(VALUES, "resultBackendSecretName")}
    by_value |= {*named(VALUES, "brokerUrlSecretName"), *named(VALUES, "passwordSecretName")}
    by_value |= {VALUES[name] for name in ("fernetKeySecretName", "apiSecretKeySecretName", "jwtSecretName")}
    assert by_value == set(CHART_READS)
    (login,) = [one for one in VALUES["apiServer"]["env"] if one["name"] == "ADMIN_PASSWORD"]
    assert login["valueFrom"]["secretKeyRef"] == {"name": "airflow-login", "key": "password"}


def test_secrets_are_fresh_long_and_told_to_both_ends(secrets):
    again = by_name(json.loads(made(ROLES).stdout)["items"])
    names = ("airflow-redis", "airflow-fernet", "airflow-api", "airflow-jwt", "airflow-login", "mlflow-login")
    for name in (*names, "mlflow-accounts"):
        made_now, made_then = again["nightschool", name].values(), secrets["nightschool", name].values()
        assert not set(made_now) & set(made_then)
        assert len({*made_now, *made_then}) == 2 * len(made_now)
        assert min(map(len, made_now)) >= 44
    assert again["nightschool", "judge"] != secrets["nightschool", "judge"] == secrets["nightschool-judge", "judge"]
    assert secrets["nightschool", "judge-tls"] == {"tls.crt": secrets["nightschool-judge", "judge-tls"]["tls.crt"]}
    assert secrets["nightschool", "airflow-redis"]["password"] in secrets["nightschool", "airflow-broker"]["connection"]


def test_passwords_of_roles_are_asked_for_and_escaped(secrets):
    nothing = made({})
    assert nothing.returncode == 2
    assert all(name in nothing.stderr for name in ROLES)
    metadata = secrets["nightschool", "airflow-metadata"]["connection"]
    assert metadata == "postgresql://airflow:air%2Fflow@db.example.org/airflow"
    assert "celery:cel%40ery@" in secrets["nightschool", "airflow-results"]["connection"]
    assert secrets["nightschool", "mlflow"]["db-password"] == "ml:flow"


def test_nothing_secret_is_written_into_the_values():
    for name in ("password", "fernetKey", "jwtSecret", "apiSecretKey", "brokerUrl", "connection", "pass"):
        assert not re.search(rf"^\s*{name}:\s*\S", TEXT, re.MULTILINE)
    assert "docker.sock" not in TEXT
    assert "hostPath" not in TEXT


def test_the_charts_own_workers_are_off_since_ours_get_less():
    assert VALUES["executor"] == settings(OBJECTS, "ConfigMap", "worker")["AIRFLOW__CORE__EXECUTOR"] == "CeleryExecutor"
    assert VALUES["workers"] == {"celery": {"enableDefault": False}}
    kept = {"airflow-metadata", "airflow-fernet", "airflow-api", "airflow-jwt"}
    assert {name for name in kept if f"{{name: {name}, " in (BASE / "workers.yaml").read_text()} == set()
    assert "{name: airflow-broker, " in (BASE / "workers.yaml").read_text()


def test_airflow_is_our_image_of_the_version_it_holds():
    assert VALUES["images"]["airflow"] == {"repository": "nightschool/airflow", "tag": __version__}
    assert f'"apache-airflow=={VALUES["airflowVersion"]}"' in (ROOT / "pyproject.toml").read_text()
    assert VALUES["config"]["core"]["dags_folder"] == "/opt/nightschool/dags"
    assert "COPY dags /opt/nightschool/dags" in (ROOT / "containers/airflow/Dockerfile").read_text()


def test_airflow_and_the_workers_are_told_the_same():
    told = {one["name"]: one["value"] for one in VALUES["env"]}
    worker = settings(OBJECTS, "ConfigMap", "worker")
    apart = {"AIRFLOW__CORE__EXECUTOR", "NIGHTSCHOOL_MLFLOW_URL", "MLFLOW_TRACKING_USERNAME", "HOME"}
    queue = {
        "NIGHTSCHOOL_RELEASE_QUEUE": "release"
    }  # who schedules says where; a worker is told its queue by its command
    assert told == {name: value for name, value in worker.items() if name not in apart} | queue


def test_the_page_reads_what_the_workers_write_and_cannot_change_it():
    claims = {one["persistentVolumeClaim"]["claimName"] for one in VALUES["volumes"] if "persistentVolumeClaim" in one}
    there = {one["metadata"]["name"] for one in OBJECTS if one["kind"] == "PersistentVolumeClaim"}
    assert claims == {"var", "ledger"} <= there
    assert all(mount["readOnly"] for mount in VALUES["volumeMounts"])
    assert VALUES["logs"]["persistence"]["existingClaim"] in there
    places = {mount["name"]: mount["mountPath"] for mount in VALUES["volumeMounts"]}
    (worker,) = [one for one in containers(pods(OBJECTS)["worker-cpu"]) if one["name"] == "worker"]
    assert places.items() <= {mount["name"]: mount["mountPath"] for mount in worker["volumeMounts"]}.items()


def test_the_pool_of_placement_is_made_with_the_database():
    assert "airflow pools set gpu 1" in VALUES["migrateDatabaseJob"]["args"][-1]


def test_each_part_of_airflow_is_bounded():
    for part in ("migrateDatabaseJob", "apiServer", "scheduler", "dagProcessor", "triggerer", "redis"):
        assert set(VALUES[part]["resources"]["limits"]) == {"cpu", "memory"}, part
