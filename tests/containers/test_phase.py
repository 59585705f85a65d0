"""A phase in a real container, with a stand-in for `nightschool` in a throw-away image: walls, results, and its end."""

import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from uuid import uuid4

import pytest

from nightschool.koans import write_suite
from nightschool_airflow import command
from nightschool_airflow.container import contained_phase
from tests.containers.conftest import docker
from tests.koans.conftest import make_koan

pytestmark = pytest.mark.docker

LOOK = """#!/bin/sh
# run PHASE --cycle NAME --night --result FILE ...
can() { touch "$1" 2>/dev/null && echo writable || echo closed; }
for place in conf/default.yaml koans/frozen/x expectations/x var/x mlruns/x dags/x /x; do
    echo "$place $(can $place)"
done
for place in koans/other dags var/airflow/passwords.json /var/run/docker.sock; do
    [ -e $place ] && echo "$place seen" || echo "$place hidden"
done
echo "networks $(ls /sys/class/net | paste -s -d+)"
echo "capabilities $(sed -n 's/^CapEff:\\s*//p' /proc/self/status)"
echo '{"phase": "align"}' > "$7"
exit 3
"""
HANG = """#!/bin/sh
trap 'echo asked' TERM
echo up
while :; do sleep 0.1; done
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    for folder in ("conf", "koans/frozen", "koans/other", "expectations", "dags", "var/airflow", "mlruns"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "conf" / "default.yaml").touch()
    (tmp_path / "var" / "airflow" / "passwords.json").touch()
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    return tmp_path


@pytest.fixture
def stand_in(base, tmp_path_factory, monkeypatch):
    """A function that makes an image whose `nightschool` is the given script, and has phases run in it."""
    tag = f"nightschool/test-{uuid4().hex[:8]}"

    def make(script):
        folder = tmp_path_factory.mktemp("context")
        (folder / "nightschool").write_text(script)
        (folder / "nightschool").chmod(0o755)
        (folder / "Dockerfile").write_text(f"FROM {base}\nCOPY nightschool /usr/local/bin/\n")
        docker("build", "--tag", tag, str(folder), env={**os.environ, "DOCKER_BUILDKIT": "0"})
        monkeypatch.setenv("NIGHTSCHOOL_TRAINER_IMAGE", tag)

    yield make
    docker("rmi", "--force", tag, check=False)


def phase(project):
    results = project.parent / f"{project.name}-results"
    results.mkdir(exist_ok=True)
    return contained_phase("align", "manual__1", {}, results / "result.json")


def running(name):
    return name in docker("ps", "--all", "--format={{.Names}}").stdout.split()


def test_a_phase_finds_its_inputs_read_only_and_nothing_else(project, stand_in):
    stand_in(LOOK)
    lines = []
    assert phase(project).run(lines.append) == 3
    said = dict(line.rsplit(" ", 1) for line in lines)
    assert {place for place, can in said.items() if can == "writable"} == {"var/x", "mlruns/x"}
    assert {place for place, can in said.items() if can == "seen"} == set()
    assert (said["networks"], said["capabilities"]) == ("lo", "0000000000000000")
    assert (project / "var" / "x").stat().st_uid == (project / "var").stat().st_uid
    result = project.parent / f"{project.name}-results" / "result.json"
    assert json.loads(result.read_text()) == {"phase": "align"}


def started(process):
    """Run it beside the test until its first line; the thread and the lines."""
    lines = []
    thread = threading.Thread(target=process.run, args=(lines.append,), daemon=True)
    thread.start()
    end = time.monotonic() + 30
    while not lines and time.monotonic() < end:
        time.sleep(0.05)
    assert lines == ["up"]
    return thread, lines


def test_stopping_asks_the_phase_and_then_ends_its_container(project, stand_in, monkeypatch):
    stand_in(HANG)
    monkeypatch.setattr(command, "GRACE_S", 2.0)
    process = phase(project)
    thread, lines = started(process)
    assert running(process.name)
    process.stop()
    thread.join(30)
    assert lines == ["up", "asked"]
    assert not running(process.name)


def test_a_retry_ends_what_a_killed_worker_left_running(project, stand_in):
    stand_in(HANG)
    left = phase(project)
    client = subprocess.Popen(list(left.arguments), stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert client.stdout is not None
    assert client.stdout.readline() == "up\n"
    os.killpg(client.pid, signal.SIGKILL)
    client.wait()
    before = docker("ps", "--quiet", f"--filter=name={left.name}").stdout.strip()
    assert before
    retry = phase(project)
    thread, _ = started(retry)
    after = docker("ps", "--quiet", f"--filter=name={left.name}").stdout.strip()
    assert after
    assert after != before
    docker("kill", retry.name)
    thread.join(30)
    assert not running(retry.name)


@pytest.fixture
def judge(project, image):
    """The judge service as docs/containers.md starts it: the one container that is given the engine's socket."""
    image("sandbox")
    name, socket = f"nightschool-test-{uuid4().hex[:8]}", Path("/var/run/docker.sock")
    owner, group = (project / "var").stat(), socket.stat().st_gid
    who = [f"--user={owner.st_uid}:{owner.st_gid}", f"--group-add={group}", "--network=none"]
    places = [f"--volume={path}:{path}" for path in (socket, project / "var")]
    service = ["nightschool", "judge-service", "--set", "sandbox.backend=docker"]
    docker("run", "--detach", f"--name={name}", *who, *places, f"--workdir={project}", image("trainer"), *service)
    end = time.monotonic() + 120
    while not (project / "var" / "run" / "judge.sock").exists():
        assert time.monotonic() < end, docker("logs", name).stderr
        time.sleep(0.5)
    yield
    docker("rm", "--force", name)


@pytest.mark.timeout(900)
def test_a_phase_that_judges_runs_in_the_trainer_without_the_engines_socket(project, judge):
    write_suite(project / "koans" / "frozen", [make_koan()])
    (project / "conf" / "default.yaml").write_text("sandbox:\n  backend: service\n")
    result = project.parent / "results" / "result.json"
    result.parent.mkdir()
    lines = []
    assert contained_phase("certify", "manual__1", {}, result).run(lines.append) == 0, lines
    assert json.loads(result.read_text())["outcome"] == "certified"
    pointer = json.loads((project / "var" / "cycles" / "manual__1" / "certify.json").read_text())
    assert (project / pointer["output"] / "certificate.json").exists()
    assert (project / "mlruns" / "mlflow.db").exists()
