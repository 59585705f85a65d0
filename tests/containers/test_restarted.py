"""A service that hangs is started again by the engine, since `watchdog` ends it; walls and init as composed."""

import json
import os
import re
import subprocess
import time
from pathlib import Path
from uuid import uuid4

import pytest
import yaml

from tests.containers.conftest import docker

ROOT = Path(__file__).resolve().parents[2]
METRICS = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]["metrics"]
pytestmark = [pytest.mark.docker, pytest.mark.timeout(600)]
STUB = """
import signal, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
    def log_message(self, *args):
        pass

server = HTTPServer(("127.0.0.1", 9795), Answer)
asked = []
signal.signal(signal.SIGUSR1, lambda *_: asked.append(1))
signal.signal(signal.SIGTERM, signal.SIG_IGN if sys.argv[-1] == "deaf" else signal.SIG_DFL)
print("begun", flush=True)
server.timeout = 0.1
while not asked:
    server.handle_request()
server.server_close()
time.sleep(600)
"""


@pytest.fixture(scope="module")
def python_image(request):
    """The base with Python, for a stub that `health` takes for `nightschool metrics`."""
    base = os.environ.get("BASE", "debian:bookworm-slim")
    request.getfixturevalue("built")
    if docker("image", "inspect", base, check=False).returncode != 0:
        pytest.skip(f"no image {base}: containers/airgap.sh base")
    name = f"nightschool-test-{uuid4().hex[:8]}"
    packages = "python3-minimal libpython3-stdlib"
    text = f"FROM {base}\nRUN apt-get update && apt-get install --yes --no-install-recommends {packages}\n"
    options = ["--network=host", f"--tag={name}", "-"]
    environment = {**os.environ, "DOCKER_BUILDKIT": "0"}
    docker("build", *options, input=text, env=environment, timeout=500)
    yield name
    docker("rmi", "--force", name, check=False)


@pytest.fixture
def hangs(python_image, tmp_path):
    """Starts the stub as the composed service is, but for looks a second apart and less patience; its name."""
    (tmp_path / "nightschool").write_text(STUB)
    quicker = (ROOT / "containers/watchdog").read_text().replace("KILL_S = 120.0", "KILL_S = 3.0")
    (tmp_path / "watchdog").write_text(quicker)
    (tmp_path / "watchdog").chmod(0o755)
    started = []

    def start(kind):
        started.append(name := f"nightschool-test-{uuid4().hex[:8]}")
        mounts = {tmp_path / "nightschool": "/stub/nightschool", tmp_path / "watchdog": "/usr/local/bin/watchdog"}
        mounts |= {ROOT / "containers/health": "/usr/local/bin/health"}
        options = [f"--volume={here}:{there}:ro" for here, there in mounts.items()]
        options += [f"--tmpfs={one}" for one in METRICS["tmpfs"]] + ["--cap-drop=ALL", "--read-only", "--network=none"]
        options += [f"--security-opt={one}" for one in METRICS["security_opt"]] + ["--user=10001:10001", "--init"]
        options += [f"--restart={METRICS['restart']}", "--health-cmd=watchdog 4", "--health-interval=1s"]
        options += ["--health-timeout=60s", "--health-retries=3"]
        command = ["python3", "/stub/nightschool", "metrics", kind]
        docker("run", "--detach", "--name", name, *options, python_image, *command)
        return name

    yield start
    for name in started:
        docker("rm", "--force", "--volumes", name, check=False)


def found(name):
    return json.loads(docker("inspect", name).stdout)[0]


def waits(name, happened, seconds=240):
    end = time.monotonic() + seconds
    while not happened(one := found(name)):
        assert time.monotonic() < end, (one["State"], docker("logs", name).stderr)
        time.sleep(1)


def healthy(one):
    return one["State"].get("Health", {}).get("Status") == "healthy"


@pytest.mark.parametrize(("kind", "signals"), [("hearing", ["SIGTERM"]), ("deaf", ["SIGTERM", "SIGKILL"])])
def test_a_service_that_hangs_is_ended_and_started_again_and_its_log_says_so(hangs, kind, signals):
    name = hangs(kind)
    waits(name, healthy)
    docker("exec", name, "python3", "-c", "import os, signal; os.kill(-1, signal.SIGUSR1)")
    waits(name, lambda one: one["RestartCount"] == 1 and healthy(one))
    logs = docker("logs", name)
    assert logs.stdout.count("begun") == 2
    said = re.findall(r"^watchdog: no sign of life for (\d+) s, (\d+) checks; .* (SIG\w+): it is to", logs.stderr, re.M)
    assert [number for *_, number in said[:1]] + [number for *_, number in said[-1:]] * (kind == "deaf") == signals
    seconds, checks, _ = said[0]
    assert int(seconds) >= 4
    assert int(checks) >= 5


def test_a_service_that_answers_is_left_alone(hangs):
    name = hangs("hearing")
    waits(name, healthy)
    time.sleep(12)
    assert found(name)["RestartCount"] == 0
    assert "watchdog" not in docker("logs", name).stderr
    assert subprocess.run(["docker", "exec", name, "watchdog", "4"], capture_output=True).returncode == 0
