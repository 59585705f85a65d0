"""The images as a team gets them: small, not root, labelled, watched, and holding what they promise and no more."""

import json
import time
import urllib.error
import urllib.request
from uuid import uuid4

import pytest

from nightschool import __version__
from nightschool.curriculum.documentation import documentation_examples
from nightschool.files import digest_text
from nightschool.rust.toolchain import find_toolchain
from tests.containers.conftest import docker

pytestmark = [pytest.mark.docker, pytest.mark.timeout(3600)]

OURS = ("airflow", "mlflow", "trainer")
MOST_MB = {"airflow": 1000, "mlflow": 1200, "trainer": 3400}
"""A CPU build of torch; one for graphics processors adds gigabytes."""


def inspect(tag):
    return json.loads(docker("image", "inspect", tag).stdout)[0]


def inside(tag, *command, **options):
    """Output of a command in a container that is closed as a phase's is."""
    closed = ["--network=none", "--read-only", "--tmpfs=/tmp", "--tmpfs=/opt/airflow:uid=10001", "--cap-drop=ALL"]
    return docker("run", "--rm", *closed, tag, *command, **options).stdout


@pytest.mark.parametrize("name", OURS)
def test_it_runs_as_a_user_who_is_not_root_and_says_what_it_is(image, name):
    found = inspect(image(name))["Config"]
    labels = found["Labels"]
    assert found["User"] == "10001"
    assert inside(image(name), "id", "-u").strip() == "10001"
    assert found["Healthcheck"]["Test"] == ["CMD", "health"]
    assert labels["org.opencontainers.image.version"] == __version__
    assert labels["nightschool.lock"].startswith("sha256:")
    assert len(labels["nightschool.lock"]) == len("sha256:") + 64


def test_they_are_small(image, capsys):
    megabytes = {name: inspect(image(name))["Size"] / 1e6 for name in OURS}
    with capsys.disabled():
        print("", *(f"{name:10} {size:6.0f} MB" for name, size in megabytes.items()), sep="\n")
    assert {name for name, size in megabytes.items() if size > MOST_MB[name]} == set()


@pytest.mark.parametrize(
    ("name", "command", "said"),
    [
        ("airflow", ["airflow", "version"], "3.3.2"),
        ("trainer", ["airflow", "version"], "3.3.2"),
        ("mlflow", ["mlflow", "--version"], "3.17.2"),
        ("trainer", ["python", "-c", "import torch, transformers, peft, trl; print(trl.__version__)"], "1.16.0"),
        ("trainer", ["rustc", "-V"], "rustc 1."),
        ("trainer", ["nightschool", "--help"], "doctor"),
    ],
)
def test_what_it_is_for_starts(image, name, command, said):
    assert said in inside(image(name), *command)


@pytest.mark.parametrize(("name", "holds"), [("airflow", False), ("mlflow", False), ("trainer", True)])
def test_only_the_trainer_holds_torch(image, name, holds):
    look = "import importlib.util as u; print(u.find_spec('torch') is not None)"
    assert inside(image(name), "python", "-c", look).strip() == str(holds)


@pytest.mark.parametrize("name", ["airflow", "trainer"])
def test_the_dags_parse_in_it_with_the_teams_executors(image, name):
    script = (
        "from airflow.dag_processing.dagbag import DagBag; bag = DagBag('/opt/nightschool/dags');"
        "print(sorted(bag.dags), bag.import_errors);"
        "import airflow.providers.celery.executors.celery_executor, psycopg2, asyncpg, redis, kubernetes"
    )
    said = inside(image(name), "sh", "-c", f'airflow db migrate >/dev/null 2>&1; python -c "{script}"')
    assert "['episode_intake', 'nightly_cycle', 'promote', 'rollback', 'watch_registry'] {}" in said


def test_the_doctor_finds_everything_in_the_trainer_but_a_sandbox_of_its_own(image):
    said = inside(image("trainer"), "nightschool", "doctor", "--set", "sandbox.backend=none")
    assert "MISSING" not in said
    alone = docker("run", "--rm", image("trainer"), "nightschool", "doctor", check=False)
    assert alone.returncode == 3  # bubblewrap needs rights that a container does not have


def test_the_trainer_holds_the_documentation_that_curate_reads(image):
    look = (
        "import pathlib, nightschool.curriculum.documentation as d, nightschool.files as f;"
        "print(f.digest_text(*(one.source for one in d.documentation_examples(pathlib.Path('/opt/rust')))))"
    )
    outside = digest_text(*(example.source for example in documentation_examples(find_toolchain().sysroot)))
    assert inside(image("trainer"), "python", "-c", look).strip() == outside


@pytest.fixture
def served(image):
    """A function that starts a server on loopback and returns its address once the image's own check says healthy."""
    started = []

    def serve(name, port, options=(), command=()):
        started.append(one := f"nightschool-test-{uuid4().hex[:8]}")
        options = [f"--name={one}", f"--publish=127.0.0.1::{port}", *options]
        docker("run", "--detach", *options, image(name), *command)
        end = time.monotonic() + 240
        while (found := json.loads(docker("inspect", one).stdout)[0])["State"]["Health"]["Status"] != "healthy":
            assert time.monotonic() < end, found["State"]
            assert found["State"]["Running"], docker("logs", one).stderr[-2000:]
            time.sleep(2)
        return f"http://127.0.0.1:{found['NetworkSettings']['Ports'][f'{port}/tcp'][0]['HostPort']}"

    yield serve
    docker("rm", "--force", "--volumes", *started)


def test_mlflow_becomes_healthy_and_asks_for_a_password(served):
    secrets = ["--env=MLFLOW_AUTH_ADMIN_PASSWORD=correct-horse", "--env=MLFLOW_FLASK_SERVER_SECRET_KEY=battery"]
    url = served("mlflow", 5000, secrets)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{url}/api/2.0/mlflow/experiments/search", timeout=10)
    assert refused.value.code == 401


def test_airflow_becomes_healthy_and_asks_for_a_login(served):
    url = served("airflow", 8080, command=["sh", "-c", "airflow db migrate && exec airflow api-server"])
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{url}/api/v2/dags", timeout=10)
    assert refused.value.code == 401


def test_mlflow_without_a_password_does_not_start(image):
    alone = docker("run", "--rm", "--env=MLFLOW_FLASK_SERVER_SECRET_KEY=battery", image("mlflow"), check=False)
    assert alone.returncode != 0
    assert "MLFLOW_AUTH_ADMIN_PASSWORD" in alone.stdout + alone.stderr
