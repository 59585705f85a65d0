"""`health` tells what a new start mends (1) from what it does not (75); asked of real servers on loopback."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from nightschool.sandbox.messages import Address
from nightschool.sandbox.service import serve
from tests.airflow.fleet import free_port, redis, wait_for

ROOT = Path(__file__).parents[2]
SCRIPT = (ROOT / "containers/health").read_text()
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
WELL, ILL, LATER = 0, 1, 75


def health(folder, words, changes=None, **variables):
    """Exit code and words of the check in a container whose first process has these words."""
    (folder / "cmdline").write_text("docker-init\0--\0" + "\0".join(words) + "\0")
    script = SCRIPT.replace("/proc/1/cmdline", str(folder / "cmdline"))
    for before, after in (changes or {}).items():
        assert before in script
        script = script.replace(before, after)
    path = f"{folder}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, **variables}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def command(name):
    """What a composed service's first process is told, behind the engine's init."""
    service = SERVICES[name]
    return [*service.get("entrypoint", []), *service["command"]]


@contextmanager
def pages(answers):
    """A server whose paths answer with a status and JSON; yields its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            status, told = answers.get(self.path, (404, {}))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


HEALTH, VERSION = "/api/v2/monitor/health", "/api/v2/version"


@pytest.mark.parametrize(
    ("answers", "code"),
    [({HEALTH: (200, {})}, WELL), ({VERSION: (200, {})}, LATER), ({HEALTH: (500, {}), VERSION: (500, {})}, ILL)],
)
def test_an_api_server_without_its_database_is_not_ended(tmp_path, answers, code):
    with pages(answers) as port:
        assert health(tmp_path, command("api-server"), {"127.0.0.1:8080": f"127.0.0.1:{port}"})[0] == code
    gone = {"127.0.0.1:8080": f"127.0.0.1:{free_port()}"}
    assert health(tmp_path, command("api-server"), gone)[0] == ILL


@pytest.mark.parametrize("name", ["scheduler", "dag-processor", "triggerer"])
def test_who_beats_is_ill_only_where_the_api_server_knows_that_it_does_not(tmp_path, name):
    def told(status, database="healthy"):
        parts = {one: {"status": "healthy"} for one in ("scheduler", "dag_processor", "triggerer")}
        parts |= {name.replace("-", "_"): {"status": status}, "metadatabase": {"status": database}}
        with pages({HEALTH: (200, parts)}) as port:
            api = {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/"}
            return health(tmp_path, command(name), **api)[0]

    assert told("healthy") == WELL
    assert told("unhealthy") == ILL
    assert told("unhealthy", database="unhealthy") == LATER
    silent = {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{free_port()}/execution/"}
    code, said = health(tmp_path, command(name), **silent)
    assert (code, "The api-server does not tell of it" in said) == (LATER, True)


SAYS = {
    "answers": (0, "->  celery@here: OK\n        pong\n\n1 node online."),
    "is silent": (69, "Error: No nodes replied within time constraint"),
    "has no broker": (69, "Error: Could not connect to the message broker. Please make sure your broker is running"),
}
"""Celery 5.6.3; `test_celery_says_so` asks it."""


@pytest.mark.parametrize("name", ["worker-cpu", "worker-gpu", "worker-release"])
def test_a_worker_that_does_not_answer_is_ill_unless_the_broker_does_not_or_a_phase_is_at_work(tmp_path, name):
    (tmp_path / "proc").mkdir()
    alone = {"/proc/[0-9]*/": f"{tmp_path}/proc/[0-9]*/"}  # this machine's own nights are none of this container's

    def asked(how):
        code, says = SAYS[how]
        (tmp_path / "celery").write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {code}\n")
        (tmp_path / "celery").chmod(0o755)
        return health(tmp_path, command(name), alone, AIRFLOW__CELERY__BROKER_URL="redis://r")

    assert {how: asked(how)[0] for how in SAYS} == {"answers": WELL, "is silent": ILL, "has no broker": LATER}
    (tmp_path / "nightschool").write_text("import sys; sys.stdin.read()")
    phase = [sys.executable, tmp_path / "nightschool", "run", "align"]  # as the operator starts it in the image
    with subprocess.Popen(phase, stdin=subprocess.PIPE, start_new_session=True) as process:
        (tmp_path / "proc" / "7").symlink_to(f"/proc/{process.pid}")
        code, said = asked("is silent")
        assert (code, said.splitlines()[-1]) == (LATER, "It does not answer, but a phase is at work.")
        process.stdin.close()
        process.wait()
    assert asked("is silent")[0] == ILL


@pytest.mark.integration
@pytest.mark.skipif(not shutil.which("celery") or not shutil.which("redis-server"), reason="no Celery or no Redis")
def test_celery_says_so(tmp_path):
    """A real Redis and a real worker, which is stopped, as one that hangs."""
    (tmp_path / "proc").mkdir()
    alone = {
        "/proc/[0-9]*/": f"{tmp_path}/proc/[0-9]*/",
        "celery@$(hostname)": "celery@here",
        "--timeout 10": "--timeout 5",
    }
    with redis(tmp_path) as url:

        def asked():
            return health(tmp_path, command("worker-cpu"), alone, AIRFLOW__CELERY__BROKER_URL=url)

        words = ["celery", "--broker", url, "worker", "--concurrency=1", "--pool=solo", "--hostname=celery@here"]
        with (tmp_path / "log").open("wb") as log, subprocess.Popen(words, stdout=log, stderr=log) as worker:
            wait_for(lambda: asked()[0] == WELL, lambda: (tmp_path / "log").read_text(), 240)
            worker.send_signal(signal.SIGSTOP)
            assert asked() == (ILL, f"{SAYS['is silent'][1]}\n")
            worker.kill()
    code, said = asked()
    assert (code, "Could not connect to the message broker" in said) == (LATER, True)


def test_a_judge_answers_although_it_is_asked_for_nothing_and_one_that_only_listens_does_not(tmp_path):
    path = tmp_path / "judge.sock"
    place = {"/run/nightschool/judge.sock": str(path), "settimeout(20)": "settimeout(0.3)"}
    assert health(tmp_path, command("judge"), place)[0] == ILL
    with serve(None, Address.parse(f"unix:{path}")) as server:  # the service itself is not asked
        assert health(tmp_path, command("judge"), place)[0] == ILL, "it takes connections, and nobody answers"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        assert health(tmp_path, command("judge"), place)[0] == WELL
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("name", "port", "path"), [("mlflow", 5000, "/health"), ("metrics", 9795, "/metrics"), ("serve", 8795, "/healthz")]
)
def test_a_server_is_asked_for_a_page_of_its_own_at_the_port_that_it_is_given(tmp_path, name, port, path):
    with pages({path: (200, {}), "/readyz": (200, {})}) as there:
        assert health(tmp_path, command(name), {f"127.0.0.1:{port}": f"127.0.0.1:{there}"})[0] == WELL
    assert health(tmp_path, command(name), {f"127.0.0.1:{port}": f"127.0.0.1:{free_port()}"})[0] == ILL


def test_a_server_that_has_no_version_yet_is_not_ready_and_not_ended(tmp_path):
    with pages({"/healthz": (200, {}), "/readyz": (503, {})}) as there:
        code, said = health(tmp_path, command("serve"), {"127.0.0.1:8795": f"127.0.0.1:{there}"})
    assert (code, "It lives, and has no version to serve." in said) == (LATER, True)


def test_what_ends_by_itself_is_well_and_every_service_that_is_watched_is_known(tmp_path):
    assert health(tmp_path, command("airflow-init"))[0] == WELL
    watched = {name for name, one in SERVICES.items() if "watchdog" in str(one.get("healthcheck"))}
    cases = re.findall(r"^    (\*[^)]{2,})\)", SCRIPT, re.MULTILINE)
    patterns = [one.strip() for case in cases for one in case.split("|")]
    for name in watched:
        assert any(fnmatchcase(" ".join(command(name)), pattern) for pattern in patterns), name
