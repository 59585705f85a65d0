"""A cycle that goes on in the scheduler of `make up`: followed, left, stopped; through the real Airflow.

The DAG is two phases long, and its phases are stand-ins (tests/airflow/working.py); everything else is real. One
scheduler serves all of these tests, which tell one story in their order.
"""

import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from nightschool.embedded import Services, Settings
from nightschool.embedded.api import AirflowApi
from tests.airflow.conftest import ROOT

pytestmark = [pytest.mark.integration, pytest.mark.timeout(600)]

DAG = """
from datetime import timedelta
from airflow.sdk import dag
from nightschool_airflow import PhaseOperator

# As the cycle has them: by its retries a phase that was cut off goes on.
RETRIES = {"retries": 2, "retry_delay": timedelta(seconds=2)}

@dag(schedule=None, max_active_runs=1, params={"config": "conf/default.yaml"}, default_args=RETRIES)
def nightly_cycle():
    PhaseOperator(task_id="align", phase="align") >> PhaseOperator(task_id="publish", phase="publish")

nightly_cycle()
"""


@contextmanager
def project(root):
    """Services of a project of its own, which are ended at the end, whoever started them."""
    (root / "dags").mkdir()
    (root / "dags" / "nightly_cycle.py").write_text(DAG)
    for name in ("plugins", "conf"):
        (root / name).symlink_to(ROOT / name)
    kept = {name: os.environ.pop(name, None) for name in ("NIGHTSCHOOL_ROOT", "NIGHTSCHOOL_COMMAND")}
    os.environ["NIGHTSCHOOL_COMMAND"] = f"{sys.executable} {Path(__file__).with_name('working.py')} {root}"
    services = Services(Settings(root, free_port()))
    try:
        yield services
    finally:
        services.down()
        del os.environ["NIGHTSCHOOL_COMMAND"]
        os.environ |= {name: value for name, value in kept.items() if value is not None}


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """What `make up` starts of Airflow."""
    with project(tmp_path_factory.mktemp("served")) as services:
        services.up(Services.AIRFLOW)
        yield services


def cycle(served, *words, **streams):
    """`nightschool cycle` as a shell's foreground would start it."""
    settings = served.settings
    command = [sys.executable, "-m", "nightschool", "cycle", "--airflow-port", str(settings.airflow_port), *words]
    streams = streams or {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=settings.root, preexec_fn=heed_signals, start_new_session=True, **streams)


def heed_signals():
    """As in a shell's foreground: a background job's ignored Ctrl-C and a nohup's ignored hang-up are inherited."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def left(child, number, word):
    """Send a signal once the command has said `word`; returns what it said, its last words and its exit code."""
    said = []
    for line in child.stdout:
        said.append(line)
        if word in line:
            break
    time.sleep(3)
    child.send_signal(number)
    rest, last = child.communicate(timeout=60)
    return "".join(said) + rest, last, child.returncode


def working(served, deadline_s=120.0):
    """The process of the phase that works, once there is one."""
    end = time.monotonic() + deadline_s
    while not (path := served.settings.root / "align.pid").exists() or not path.read_text():
        assert time.monotonic() < end, "the phase never began"
        time.sleep(0.5)
    return psutil.Process(int(path.read_text()))


def active(served):
    return [run.run_id for run in AirflowApi(served.settings).active()]


def test_after_ctrl_c_the_cycle_goes_on_and_one_is_told_how_to_stop_it(served):
    said, last, code = left(cycle(served), signal.SIGINT, "Page: ")
    assert (code, "triggered." in said) == (130, True), last
    assert "Login: admin, password in var/airflow/passwords.json\n" in said
    assert served.settings.password() not in said
    assert "goes on in the scheduler of `make up`" in last
    (ours,) = active(served)
    assert f"nightschool cycle --stop {ours}" in last


def test_while_a_phase_works_nothing_listens_elsewhere_than_on_loopback_and_its_log_is_read(served):
    """Airflow's own log server would, on port 8793; the page reads the running task's log from its file."""
    working(served)
    services = [psutil.Process(served.pid(name)) for name in Services.AIRFLOW]
    family = [one for service in services for one in (service, *service.children(recursive=True))]
    listening = {at.laddr.ip for one in family for at in one.net_connections("inet") if at.status == psutil.CONN_LISTEN}
    assert listening == {"127.0.0.1"}
    api, run = AirflowApi(served.settings), active(served)[0]
    tries = {task.name: task.attempt for task in api.tasks(run)}
    told = api._call("GET", f"/api/v2/dags/nightly_cycle/dagRuns/{run}/taskInstances/align/logs/{tries['align']}")
    assert "steps: " in json.dumps(told["content"])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_same_command_follows_it_and_every_way_to_end_a_command_leaves_it_running(served, number):
    worker, before = working(served), active(served)
    said, last, code = left(cycle(served), number, "Page: ")
    assert (code, f"{before[0]} is running already and is followed" in said) == (130, True), last
    assert "goes on in the scheduler" in last
    assert (active(served), worker.is_running()) == (before, True)


def test_a_terminal_shows_phases_with_times_and_a_bar_and_may_be_closed(served):
    ours, theirs = pty.openpty()
    child = cycle(
        served, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    )
    os.close(theirs)
    shown, end = "", time.monotonic() + 90
    while not re.search(r"align .*running.*\d+ s.*\d+ of 999 steps", shown) and time.monotonic() < end:
        if select.select([ours], [], [], 1)[0]:
            shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", os.read(ours, 65536).decode(errors="replace"))
    assert re.search(r"align .*running.*\d+ s.*━.*\d+ of 999 steps", shown), shown[-2000:]
    os.close(ours)
    child.send_signal(signal.SIGHUP)  # as a closed terminal's shell does
    assert child.wait(60) == 130
    assert len(active(served)) == 1


def test_who_does_not_want_to_wait_is_refused_while_a_cycle_of_other_settings_runs(served):
    (ours,) = active(served)
    child = cycle(served, "--no-wait", "--set", "seed=1")
    _, last = child.communicate(timeout=60)
    assert (child.returncode, f"Cycle {ours!r} is running; wait for it" in last) == (1, True), last
    assert active(served) == [ours], "nothing is queued"


def test_what_runs_is_stopped_by_one_command_with_its_process(served):
    worker = working(served)
    (ours,) = active(served)
    other = cycle(served, "--stop", "manual__other")
    said = other.communicate(timeout=60)[0]
    assert (f"No cycle 'manual__other' is running. There is {ours}." in said, other.returncode) == (True, 1)
    follower = cycle(served, "--airflow-port", str(free_port()))
    assert any("is running already and is followed" in line for line in follower.stdout)
    done, last = cycle(served, "--stop", ours, "--airflow-port", str(free_port())).communicate(timeout=60)
    assert "is stopped; what it finished is found by the next one" in done, last
    told = follower.communicate(timeout=60)[0]
    assert re.search(rf"Cycle {ours} was stopped: Stopped by \S+ at [\d-]+ [\d:]+ UTC\.", told), told
    assert (follower.returncode, "FAILED" in told, "no report" in told) == (1, False, False)
    _, alive = psutil.wait_procs([worker], timeout=60)
    assert alive == []
    nothing = cycle(served, "--stop")
    assert ("No cycle is running" in nothing.communicate(timeout=60)[0], nothing.returncode) == (True, 1)


def test_without_a_terminal_a_whole_cycle_is_few_lines_with_its_verdict_and_three_commands(served):
    (served.settings.root / "go").touch()
    child = cycle(served)
    said, last = child.communicate(timeout=240)
    assert child.returncode == 0, said + last
    assert re.search(r"^> align done after \d+ s$", said, re.MULTILINE)
    assert "REFUSED" in said
    assert "above the bar: 4/30 (wanted: above 76.7%)" in said
    assert len(said.splitlines()) < 20
    assert "coverage: 90%" not in said
    assert "says what it does" not in said
    assert Services(served.settings).pid("scheduler") is not None


def test_a_whole_cycle_with_every_line_and_check_where_one_asks(served):
    child = cycle(served, "--verbose")
    said, last = child.communicate(timeout=240)
    assert child.returncode == 0, said + last
    assert {"    align says what it does", "    publish says what it does"} <= set(said.splitlines())
    assert "Passed 1 of 2 checks:" in said
    assert "coverage: 90% (wanted: at least 50%)" in said


def test_airflows_page_says_why_the_triggerers_light_is_red(served):
    api = AirflowApi(served.settings)
    health = api._call("GET", "/api/v2/monitor/health")
    assert {name: health[name]["status"] for name in ("metadatabase", "scheduler", "dag_processor", "triggerer")} == {
        "metadatabase": "healthy", "scheduler": "healthy", "dag_processor": "healthy", "triggerer": None,
    }  # fmt: skip
    told = urllib.request.Request(f"{api.url}/ui/config", headers={"Authorization": f"Bearer {api._token}"})
    with urllib.request.urlopen(told, timeout=30) as reply:
        assert "*Triggerer* is red because none is running" in json.loads(reply.read())["dashboard_alert"][0]["text"]


def until(child, word):
    """Read what a command says until it has said `word`."""
    said = []
    for line in child.stdout:
        said.append(line)
        if word in line:
            return "".join(said)
    raise AssertionError("".join(said) + child.communicate()[1])


def test_whoever_follows_carries_a_cycle_on_when_the_command_that_started_it_ends(tmp_path):
    """Three commands: the first, which started Airflow, is interrupted; the second takes over and is killed."""
    with project(tmp_path) as services:
        first = cycle(services)
        until(first, "triggered.")
        second, third = cycle(services), cycle(services)
        for follower in (second, third):
            until(follower, "is running already and is followed")
        working(services)
        began = time.monotonic()
        first.send_signal(signal.SIGINT)
        until(first, "Stopping Airflow, up to 60 s")
        assert time.monotonic() - began < 5, "said at once, and not when it is done"
        assert (first.wait(90), "is stopped, nothing half-made is left" in first.communicate()[1]) == (130, True)
        for follower in (second, third):
            until(follower, "the cycle goes on here, from its finished phases")
        owner = owner_of(services, {second.pid, third.pid})
        heir = third if owner == second.pid else second
        os.kill(owner, signal.SIGKILL)
        (services.settings.root / "go").touch()
        said, last = heir.communicate(timeout=240)
        assert (heir.returncode, "REFUSED" in said) == (0, True), said + last
        assert [name for name in Services.AIRFLOW if services.pid(name)] == [], "ended with the last command"


def owner_of(services, candidates, deadline_s=240.0):
    """Which of these commands serves now, once all services run."""
    end = time.monotonic() + deadline_s
    while time.monotonic() < end:
        records = [services.record(name) for name in Services.AIRFLOW]
        if all(records) and records[-1].owner.pid in candidates:
            return records[-1].owner.pid
        time.sleep(0.5)
    raise AssertionError("nobody took over")
