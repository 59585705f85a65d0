"""docker-compose.yml for real: logins, a cycle, a worker killed in a phase, volumes destroyed and brought back."""

import base64
import json
import os
import re
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
from tests.test_compose import composes

ROOT = Path(__file__).parents[1]
OURS = [f"nightschool/{name}:{__version__}" for name in ("airflow", "trainer", "mlflow", "sandbox")]
SERVICES = f"nightschool/services:{__version__}"
STORES = {name: os.environ.get(name, SERVICES) for name in ("POSTGRES_IMAGE", "REDIS_IMAGE", "PROXY_IMAGE")}
RUN = "manual__compose"
SMALLER = ["curriculum.rows=150", "curriculum.dev_koans=6", "curriculum.shadow_koans=6", "curriculum.retention_koans=4"]
SMALLER += ["curriculum.min_coverage=0.0", "curriculum.cell_programs=1", "answer.max_new_tokens=24"]
SMALLER += ["train.max_minutes=5.0", "train.max_rows=48", "train.checkpoint_steps=1", "train.eval_steps=10"]
PROGRESS = ["sh", "-c", "cat var/phases/align/*.partial/checkpoints/*/progress.json"]
LOG = "/opt/airflow/logs/dag_id=nightly_cycle/run_id={run}/task_id={task}/attempt={attempt}.log"
GOES_ON = re.compile(r"Training goes on from step (\d+) of (\d+)\.")
WATCHED = ["scheduler", "dag-processor", "triggerer"]


COMPOSE = composes()


def missing():
    """What the test lacks here, or an empty text."""
    if not COMPOSE or subprocess.run(["docker", "info"], capture_output=True).returncode:
        return "no container engine with compose; containers/engine.sh says how to get one"
    known = subprocess.run(["docker", "images", "--format", "{{.Repository}}:{{.Tag}}"], capture_output=True, text=True)
    absent = {*OURS, *({SERVICES} & set(STORES.values()))} - set(known.stdout.split())
    return f"images absent: {sorted(absent)}; containers/airgap.sh builds them" if absent else ""


pytestmark = [pytest.mark.docker, pytest.mark.slow, pytest.mark.timeout(2400)]


class ComposedSettings(Settings):
    """Where the composed Airflow answers, and the password from .env."""

    def password(self):
        return environment(self.root)["AIRFLOW_ADMIN_PASSWORD"]


def environment(folder):
    return dict(line.split("=", 1) for line in (folder / ".env").read_text().splitlines())


def compose(folder, *arguments):
    done = subprocess.run([*COMPOSE, *arguments], cwd=folder, capture_output=True, text=True)
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
        "MLFLOW_PORT": free_port(), "NIGHTSCHOOL_SCHEDULE": "", "HEARTBEAT_TIMEOUT_S": 30, **STORES,
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


def inside(folder, service, *command):
    """Run a command in the service's container; what came of it."""
    words = [*COMPOSE, "exec", "-T", service, *command]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True)


def gone_on(folder, task, attempt):
    """Where training went on in an attempt by its log, and of how many steps; nothing where it started afresh."""
    log = inside(folder, "api-server", "cat", LOG.format(run=RUN, task=task, attempt=attempt))
    assert log.returncode == 0, log.stderr
    return [tuple(map(int, found)) for found in GOES_ON.findall(log.stdout)]


def test_no_secret_is_in_an_argument_list_or_in_a_containers_settings(team):
    """Arguments as this host's /proc shows them; the tests' own processes are given none."""
    values = {file.name: file.read_text() for file in (team / ".secrets").iterdir()}
    lists = [path.read_bytes().decode(errors="replace") for path in Path("/proc").glob("[0-9]*/cmdline")]
    told = subprocess.run(["docker", "inspect", *compose(team, "ps", "-q").split()], capture_output=True, text=True)
    shown = [*lists, told.stdout, compose(team, "config")]
    assert {name for name, value in values.items() if any(value in text for text in shown)} == set()


@pytest.mark.parametrize("service", ["postgres", "redis", "scheduler", "worker-cpu", "mlflow", "judge"])
def test_a_service_writes_nowhere_but_where_it_was_given_room(team, service):
    refused = inside(team, service, "touch", "/etc/written")
    assert (refused.returncode, "Read-only file system" in refused.stderr) == (1, True)
    status = inside(team, service, "cat", "/proc/self/status").stdout
    assert re.search(r"^CapEff:\s+0+$", status, re.MULTILINE) or service == "postgres"
    assert re.search(r"^NoNewPrivs:\s+1$", status, re.MULTILINE)


def test_a_cycle_ends_although_its_worker_was_killed_and_training_goes_on_from_the_checkpoint(team, api, capsys):
    def state(task):
        return next((t.state, t.attempt) for t in api.tasks(RUN) if t.task == task)

    def steps_kept():
        found = inside(team, "worker-gpu", *PROGRESS).stdout
        return [int(step) for step in re.findall(r'"step": (\d+)', found)]

    def trained_two_steps():
        assert api.state(RUN) not in ("success", "failed"), api.tasks(RUN)
        return state("learn.align") == ("running", 1) and max(steps_kept(), default=0) >= 2

    api.trigger(RUN, {"set": SMALLER})
    wait_for(trained_two_steps, lambda: api.tasks(RUN), 1200)
    kept = max(steps_kept())
    compose(team, "kill", "-s", "SIGKILL", "worker-gpu")
    compose(team, "start", "worker-gpu")
    wait_for(lambda: api.state(RUN) in ("success", "failed"), lambda: api.tasks(RUN), 1200)
    assert api.state(RUN) == "success", api.tasks(RUN)
    assert (state("learn.align"), state("publish")) == (("success", 2), ("success", 1))
    assert gone_on(team, "learn.align", 1) == []
    [(step, steps)] = gone_on(team, "learn.align", 2)
    with capsys.disabled():
        print(f"\nlearn.align: killed after step {kept}; attempt 2 goes on from step {step} of {steps}")
    assert 2 <= kept <= step < steps
    ledger = compose(team, "exec", "-T", "worker-cpu", "cat", "mlruns/ledger.jsonl").splitlines()
    assert [json.loads(line)["event"] for line in ledger] == ["gate"]
    experiments = mlflow_status(team, environment(team)["MLFLOW_ADMIN_PASSWORD"])[1]["experiments"]
    assert "nightschool" in {experiment["name"] for experiment in experiments}


def kept_by(folder, script, *words):
    """backup.py or restore.py of the team's folder; what it printed."""
    command = [sys.executable, f"containers/{script}.py", *words]
    environment = {**os.environ, "COMPOSE": " ".join(COMPOSE)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return done.stdout


def gates(folder):
    """Nights that the ledger knows."""
    lines = compose(folder, "exec", "-T", "worker-cpu", "cat", "mlruns/ledger.jsonl").splitlines()
    return sum(json.loads(line)["event"] == "gate" for line in lines)


def test_destroyed_volumes_come_back_and_the_next_night_goes_on(team, api, tmp_path):
    """Backed up while a night runs; that night is in the archive as far as it was, and ends after the restore."""
    before = gates(team)
    api.trigger("manual__during", {"set": SMALLER})
    wait_for(lambda: api.state("manual__during") == "running", lambda: api.tasks("manual__during"), 300)
    kept_by(team, "backup", str(tmp_path))
    compose(team, "down", "--volumes")
    (archive,) = tmp_path.glob("nightschool-team-*.tar")
    assert f"ledger: {before} entries, its chain holds" in kept_by(team, "restore", str(archive))
    compose(team, "up", "--detach")
    wait_for(api.known, lambda: "the DAG is not known", 600)
    assert api.state(RUN) == "success", "the night of the test before"
    for run in ("manual__during", "manual__after"):
        if run == "manual__after":
            api.trigger(run, {"set": SMALLER})
        wait_for(lambda run=run: api.state(run) in ("success", "failed"), lambda run=run: api.tasks(run), 1500)
        assert api.state(run) == "success", api.tasks(run)
    assert gates(team) == before + 2


def test_a_process_of_airflow_that_hangs_is_not_healthy(team, api):
    def healthy():
        return {name for name in WATCHED if inside(team, name, "health").returncode == 0}

    wait_for(lambda: healthy() == set(WATCHED), healthy, 300)
    for name in WATCHED:
        assert inside(team, name, "sh", "-c", "kill -STOP -1").returncode == 0  # all but this shell and process 1
    wait_for(lambda: healthy() == set(), healthy, 120)
    for name in WATCHED:
        assert inside(team, name, "sh", "-c", "kill -CONT -1").returncode == 0
    wait_for(lambda: healthy() == set(WATCHED), healthy, 300)
