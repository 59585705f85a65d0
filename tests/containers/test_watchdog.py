"""What is ill for long is ended, with one line that says so; what is busy, or waits for another, is not."""

import json
import os
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONTAINERS = ROOT / "containers"
WATCHDOG = runpy.run_path(str(CONTAINERS / "watchdog"))
Illness, next_of, due = WATCHDOG["Illness"], WATCHDOG["next_of"], WATCHDOG["due"]
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]

SERVICE = """
import signal, subprocess, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b"{}")
    def log_message(self, *args):
        pass

if sys.argv[2] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
server = HTTPServer(("127.0.0.1", 0), Answer)
Path(sys.argv[1]).write_text(str(server.server_port))
while not Path(sys.argv[1] + ".hangs").exists():
    server.timeout = 0.05
    server.handle_request()
time.sleep(600)
"""
"""A service that stops answering, by a loop that never gets to its requests, once a file is there."""
INIT = """
import signal, subprocess, sys
child = subprocess.Popen(sys.argv[1:])
signal.signal(signal.SIGTERM, lambda *_: child.terminate())
while True:
    try:
        sys.exit(child.wait(0.05))
    except subprocess.TimeoutExpired:
        pass
"""
"""A container's first process: hands SIGTERM on and ends with what it started, as the engine's init does."""


def waits(happened, seconds=60.0):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def service(tmp_path):
    """Starts the service below an init; yields a function that does, and that returns the init and how to ask it."""
    (tmp_path / "service.py").write_text(SERVICE)
    (tmp_path / "init.py").write_text(INIT)
    started = []

    def start(kind="hearing"):
        port = tmp_path / "port"
        command = [sys.executable, tmp_path / "init.py", sys.executable, tmp_path / "service.py", port, kind]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        started.append(process)
        waits(port.exists)
        ask = f"import urllib.request as u; u.urlopen('http://127.0.0.1:{port.read_text()}', timeout=0.3)"
        return process, (sys.executable, "-c", ask)

    yield start
    for process in started:
        for child in WATCHDOG["below"](process.pid):
            os.kill(child, signal.SIGKILL)
        process.kill()
        process.communicate()


@pytest.fixture
def watch(tmp_path, monkeypatch):
    """One look, as `watchdog SECONDS` takes it, at another first process than this machine's."""
    main = WATCHDOG["main"]
    monkeypatch.setitem(main.__globals__, "STATE", tmp_path / "state.json")
    return lambda limit_s, process, check: main(limit_s, process.pid, check)


def test_a_service_that_stops_answering_is_ended_in_time_and_the_log_says_why(service, watch, tmp_path, capsys):
    process, check = service()
    assert [watch(1.0, process, check) for _ in range(3)] == [0, 0, 0]
    (tmp_path / "port.hangs").touch()
    began, looks = time.monotonic(), 0
    while process.poll() is None:
        assert watch(1.0, process, check) == 1
        looks += 1
        assert time.monotonic() - began < 60
    assert looks >= 5
    assert time.monotonic() - began >= 1.0
    assert process.returncode == 256 - signal.SIGTERM  # what the init makes of -15
    (line,) = process.stderr.read().splitlines()
    assert line.startswith("watchdog: no sign of life for ")
    assert "timed out. SIGTERM: it is to start again." in line
    assert line in capsys.readouterr().out  # which `docker inspect` and ailing.py show


def test_one_that_does_not_hear_is_killed_when_it_had_the_time_to_end(service, watch, tmp_path, monkeypatch):
    process, check = service("deaf")
    monkeypatch.setitem(watch.__closure__[0].cell_contents.__globals__, "KILL_S", 1.0)
    (tmp_path / "port.hangs").touch()
    while process.poll() is None:
        watch(0.1, process, check)
    said = process.stderr.read().splitlines()
    assert ["SIGTERM" in line for line in said[:1]] == [True]
    assert "SIGKILL" in said[-1]


def test_zero_seconds_only_asks(service, watch, tmp_path):
    process, check = service()
    (tmp_path / "port.hangs").touch()
    assert [watch(0.0, process, check) for _ in range(8)] == [1] * 8
    assert process.poll() is None


def test_what_an_earlier_start_had_counts_for_nothing(service, watch, tmp_path):
    process, check = service()
    (tmp_path / "port.hangs").touch()
    (tmp_path / "state.json").write_text(json.dumps({"of": "1", "since": 1.0, "times": 99, "told": 0.0}))
    watch(0.1, process, check)
    assert json.loads((tmp_path / "state.json").read_text())["times"] == 1
    (tmp_path / "state.json").write_text("{half")
    watch(0.1, process, check)
    assert process.poll() is None


def looked(codes, limit_s=600.0, every_s=60.0):
    """What was sent at which look, counted from 1."""
    ill, sent = Illness("one"), {}
    for number, code in enumerate(codes, 1):
        now = 1000.0 + number * every_s
        ill = next_of(ill, code, now)
        if signal_sent := due(ill, now, limit_s):
            sent[number] = signal_sent.name
            ill = Illness(ill.of, ill.since, ill.times, ill.told or now)
    return sent


def test_ten_minutes_of_illness_are_eleven_looks_a_minute_apart_and_61_ten_seconds_apart():
    """The first of them begins the time: 10 x 60 s and 60 x 10 s later it is 600 s."""
    assert looked([0] * 5 + [1] * 11) == {16: "SIGTERM"}
    assert looked([1] * 10) == {}
    assert looked([1] * 61, every_s=10.0) == {61: "SIGTERM"}


def test_a_service_that_goes_on_after_sigterm_is_killed_at_the_first_look_two_minutes_later():
    assert looked([1] * 13) == {11: "SIGTERM", 13: "SIGKILL"}


@pytest.mark.parametrize("other", [0, 75, 124])
def test_any_look_that_does_not_say_ill_begins_the_count_anew(other):
    """0: it lives; 75: a phase is at work, or what it needs does not answer; 124: the look itself took too long."""
    assert looked([1] * 10 + [other] + [1] * 10) == {}
    assert looked([1] * 10 + [other] + [1] * 11) == {22: "SIGTERM"}


def test_a_machine_that_slept_is_given_five_looks():
    assert looked([1] * 4, every_s=7200.0) == {}
    assert looked([1] * 5, every_s=7200.0) == {5: "SIGTERM"}
