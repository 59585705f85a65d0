"""docker-compose.yml for real: logins, a small cycle end to end, a worker killed in the middle of a phase."""

import base64
import json
import os
import secrets
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from nightschool import __version__
from nightschool.embedded import Settings
from nightschool.embedded.api import AirflowApi
from tests.airflow.fleet import free_port, wait_for

ROOT = Path(__file__).parents[1]
OURS = [f"nightschool/{name}:{__version__}" for name in ("airflow", "trainer", "mlflow", "sandbox")]
SERVICES = f"nightschool/services:{__version__}"
RUN = "manual__compose"
SMALLER = ["curriculum.rows=150", "curriculum.dev_koans=6", "curriculum.shadow_koans=6", "curriculum.retention_koans=4"]
SMALLER += ["curriculum.min_coverage=0.0", "curriculum.cell_programs=1", "answer.max_new_tokens=24"]
SMALLER += ["train.max_minutes=5.0", "train.max_rows=48", "train.checkpoint_steps=1", "train.eval_steps=10"]
CHECKPOINT = ["sh", "-c", "ls var/phases/align/*.partial/checkpoints/*/progress.json"]


def missing():
    """What the test lacks here, or an empty text."""
    if not shutil.which("docker-compose") or subprocess.run(["docker", "info"], capture_output=True).returncode:
        return "no container engine with docker-compose; containers/engine.sh says how to get one"
    known = subprocess.run(["docker", "images", "--format", "{{.Repository}}:{{.Tag}}"], capture_output=True, text=True)
    absent = set(OURS) - set(known.stdout.split())
    return f"images absent: {sorted(absent)}; containers/airgap.sh builds them" if absent else ""


pytestmark = [pytest.mark.docker, pytest.mark.slow, pytest.mark.timeout(2400)]


class ComposedSettings(Settings):
    """Where the composed Airflow answers, and the password from .env."""

    def password(self):
        return environment(self.root)["AIRFLOW_ADMIN_PASSWORD"]


def environment(folder):
    return dict(line.split("=", 1) for line in (folder / ".env").read_text().splitlines())


def compose(folder, *arguments):
    done = subprocess.run(["docker-compose", *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """The project's folder with everything up; containers and volumes are removed at the end."""
    if why := missing():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("team")
    for name in ("docker-compose.yml", ".env.example"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "containers", folder / "containers")
    settings = {
        "COMPOSE_PROJECT_NAME": f"nightschool-test-{secrets.token_hex(3)}", "AIRFLOW_PORT": free_port(),
        "MLFLOW_PORT": free_port(), "NIGHTSCHOOL_SCHEDULE": "", "HEARTBEAT_TIMEOUT_S": 30,
        "POSTGRES_IMAGE": os.environ.get("POSTGRES_IMAGE", SERVICES),
        "REDIS_IMAGE": os.environ.get("REDIS_IMAGE", SERVICES),
    }  # fmt: skip
    (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
    subprocess.run([sys.executable, "containers/make_env.py"], cwd=folder, check=True)
    try:
        compose(folder, "up", "--detach")
        yield folder
    finally:
        compose(folder, "down", "--volumes")


@pytest.fixture(scope="module")
def api(team):
    """Logged in to Airflow, with the DAG parsed and unpaused."""
    api = AirflowApi(ComposedSettings(team, airflow_port=int(environment(team)["AIRFLOW_PORT"])))
    wait_for(api.known, lambda: "the DAG is not known", 600)
    api.unpause()
    return api


def mlflow_status(folder, password):
    values = environment(folder)
    url = f"http://127.0.0.1:{values['MLFLOW_PORT']}/api/2.0/mlflow/experiments/search?max_results=10"
    login = base64.b64encode(f"admin:{password}".encode()).decode()
    request = urllib.request.Request(url, headers={"Authorization": f"Basic {login}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.status, json.load(reply)
    except urllib.error.HTTPError as error:
        return error.code, {}


def test_mlflow_lets_in_whoever_has_the_password_and_nobody_else(team):
    assert mlflow_status(team, environment(team)["MLFLOW_ADMIN_PASSWORD"])[0] == 200
    assert mlflow_status(team, "password")[0] == 401


def test_a_cycle_ends_although_its_worker_was_killed_in_the_middle_of_training(team, api):
    def state(task):
        return next((t.state, t.attempt) for t in api.tasks(RUN) if t.task == task)

    def trained_a_step():
        assert api.state(RUN) not in ("success", "failed"), api.tasks(RUN)
        if state("learn.align") != ("running", 1):
            return False
        look = ["docker-compose", "exec", "-T", "worker-gpu", *CHECKPOINT]
        return subprocess.run(look, cwd=team, capture_output=True).returncode == 0

    api.trigger(RUN, {"set": SMALLER})
    wait_for(trained_a_step, lambda: api.tasks(RUN), 1200)
    compose(team, "kill", "-s", "SIGKILL", "worker-gpu")
    compose(team, "start", "worker-gpu")
    wait_for(lambda: api.state(RUN) in ("success", "failed"), lambda: api.tasks(RUN), 1200)
    assert api.state(RUN) == "success", api.tasks(RUN)
    assert (state("learn.align"), state("publish")) == (("success", 2), ("success", 1))
    ledger = compose(team, "exec", "-T", "worker-cpu", "cat", "mlruns/ledger.jsonl").splitlines()
    assert [json.loads(line)["event"] for line in ledger] == ["gate"]
    experiments = mlflow_status(team, environment(team)["MLFLOW_ADMIN_PASSWORD"])[1]["experiments"]
    assert "nightschool" in {experiment["name"] for experiment in experiments}
