"""Starting and stopping the embedded services; what was not started here is never stopped.

Covered: one record a service (`records`); the ports of what runs, whatever was asked for; waiting until a service
answers; ending whole process groups; services whose command was killed end with the next one. Not covered: restarting
what dies; look into var/run/*.log.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from filelock import FileLock

from nightschool.embedded.notices import local_settings
from nightschool.embedded.ports import answers, free_port
from nightschool.embedded.records import Identity, Record, identity, read_record, who_and_when, write_record
from nightschool.embedded.settings import USER, Settings
from nightschool.errors import EnvironmentMissingError
from nightschool.files import write_atomic

PATIENCE_S = 300.0
"""Longest that a service may take to answer: seconds on a quiet machine, minutes on one that is busy."""
SCHEDULER = "scheduler"
"""The service that starts phases: whoever owns it owns the night."""
OPTIONS = {SCHEDULER: ("--skip-serve-logs",)}
"""Airflow's log server would listen on all addresses, whatever the settings say; the page reads logs from files."""
DOWN = "down"
"""File that says who ended everything."""
END_S, KILL_S = 15, 5
"""Longest that a service may take to end by itself, and to be gone once it is killed."""


IN_TURN = """import json, sys
from airflow.__main__ import main
for words in json.loads(sys.argv[1]):
    sys.argv = ["airflow", *words]
    main()
"""


class Services:
    """The processes of one installation."""

    AIRFLOW = ("api-server", "dag-processor", SCHEDULER)
    ENDING = (SCHEDULER, "dag-processor", "mlflow", "api-server")
    """In which order they end: tasks end with the scheduler, and tell the api-server that they do."""

    def __init__(self, settings: Settings) -> None:
        """`settings` name ports for what is to be started; what runs already is spoken to where it listens."""
        self.settings = settings
        self.started: list[str] = []
        ports = {"airflow_port": self.record("api-server"), "mlflow_port": self.record("mlflow")}
        taken = {name: record.port for name, record in ports.items() if record and record.port}
        served = settings.mlflow or "mlflow_port" in taken
        self.settings = replace(settings, mlflow=served, **taken)  # type: ignore[arg-type]

    def prepare(self) -> None:
        """Make Airflow's database and the `gpu` pool, or migrate them for another Airflow; quick when that is done."""
        write_atomic(self.settings.home / "config" / "airflow_local_settings.py", local_settings(self.AIRFLOW))
        stamp, airflow = self.settings.home / "prepared", version("apache-airflow")
        done = stamp.exists() and stamp.read_text(encoding="utf-8") == airflow
        if done and (self.settings.home / "airflow.db").exists():
            return
        self.settings.home.mkdir(parents=True, exist_ok=True)
        pool = ("pools", "set", "gpu", "1", "what trains or generates, one at a time")
        self._airflow(("db", "migrate"), pool)
        write_atomic(stamp, airflow)

    def up(self, names: Sequence[str], owner: Identity | None = None) -> None:
        """Start the named services that are not running, and wait until those with a page answer.

        The scheduler comes last: what it starts before the api-server answers fails, and takes a phase's retries.
        `owner` is the command that will end them, this one; services whose owner has died become its own.
        """
        self.settings.run.mkdir(parents=True, exist_ok=True)
        self._let_end()
        with FileLock(self.settings.run / "up.lock"):
            (self.settings.run / DOWN).unlink(missing_ok=True)
            self.prepare()
            for name in (name for name in names if name != SCHEDULER):
                self._serve(name, owner)
            for name, url in self._pages().items():
                if name in names:
                    self._wait(name, url)
            if SCHEDULER in names:
                self._serve(SCHEDULER, owner)

    def _let_end(self) -> None:
        """Wait while another command ends what it started: what is left of it would end under this one."""
        me = identity()
        while True:
            records = [self.record(name) for name in self.AIRFLOW]
            owners = {one.owner for one in records if one is not None and one.owner not in (None, me)}
            if all(records) or not any(owner is not None and owner.alive for owner in owners):
                return
            time.sleep(0.5)

    def _serve(self, name: str, owner: Identity | None) -> None:
        record = self.record(name)
        if record is None:
            self._refuse_taken(name)
            self._start(name, owner)
        elif owner and record.owner and not record.owner.alive:
            write_record(self._pid_file(name), replace(record, owner=owner))
        else:
            return
        if name not in self.started:
            self.started.append(name)

    def down(self, names: Sequence[str] | None = None) -> list[str]:
        """Stop the named services, or all that have a pid file, in order of `ENDING`; returns those that ran."""
        chosen = list(names) if names is not None else [p.stem for p in self.settings.run.glob("*.json")]
        if names is None and self.settings.run.is_dir():
            write_atomic(self.settings.run / DOWN, who_and_when())
        return [name for name in sorted(chosen, key=self.ENDING.index) if self._stop(name)]

    def ended_by(self) -> str:
        """Who ended everything with `make down`, and when; empty once something was started again."""
        path = self.settings.run / DOWN
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def longest_end(self, names: Sequence[str]) -> int:
        """Seconds that `down` takes at most."""
        return len(names) * (END_S + KILL_S)

    def pid(self, name: str) -> int | None:
        """Process id of a running service; None if it is not running."""
        record = self.record(name)
        return record.process.pid if record else None

    def record(self, name: str) -> Record | None:
        """What is known of a running service; None if it is not running."""
        return read_record(self._pid_file(name))

    def _pages(self) -> dict[str, str]:
        return {
            "api-server": f"{self.settings.airflow_url}/api/v2/monitor/health",
            "mlflow": f"{self.settings.mlflow_url}/health",
        }

    def _refuse_taken(self, name: str) -> None:
        """Raise EnvironmentMissingError where another program has the port: it would answer in this one's place."""
        if name not in self._pages():
            return
        url = urlsplit(self._pages()[name])
        with socket.socket() as asked:
            if asked.connect_ex((url.hostname, url.port)) == 0:
                what, command = ("mlflow", "up") if name == "mlflow" else ("airflow", "cycle")
                free = f"--{what}-port={free_port(url.port or 0)}"
                raise EnvironmentMissingError(
                    f"Another program answers at {url.netloc}, where {name!r} would. Stop it, or take a free port: "
                    f"`make {command} ARGS={free}`, or set NIGHTSCHOOL_{what.upper()}_PORT."
                )

    def _start(self, name: str, owner: Identity | None) -> None:
        with (self.settings.run / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                self._command(name), cwd=self.settings.root, env=self._environment(name), start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        url = self._pages().get(name)
        write_record(self._pid_file(name), Record(identity(process.pid), urlsplit(url).port if url else None, owner))

    def _command(self, name: str) -> list[str]:
        if name != "mlflow":
            return [sys.executable, "-m", "airflow", name, *OPTIONS.get(name, ())]
        store = f"sqlite:///{self.settings.root / 'mlruns' / 'mlflow.db'}"
        options = {
            "--app-name": "basic-auth",
            "--host": "127.0.0.1",
            "--port": str(self.settings.mlflow_port),
            "--workers": "1",
            "--backend-store-uri": store,
            "--artifacts-destination": str(self.settings.root / "mlruns" / "artifacts"),
        }
        return [sys.executable, "-m", "mlflow", "server", *(word for option in options.items() for word in option)]

    def _environment(self, name: str) -> dict[str, str]:
        environment = self.settings.environment()
        if name != "mlflow":
            return environment
        (self.settings.root / "mlruns").mkdir(parents=True, exist_ok=True)
        config = self.settings.home / "mlflow_auth.ini"
        database = self.settings.home / "mlflow_auth.db"
        write_atomic(  # the owner's alone from the first byte
            config,
            "[mlflow]\ndefault_permission = NO_PERMISSIONS\n"
            f"database_uri = sqlite:///{database}\n"
            f"admin_username = {USER}\nadmin_password = {self.settings.password()}\n"
            "authorization_function = mlflow.server.auth:authenticate_request_basic_auth\n",
        )
        return {
            **environment,
            "MLFLOW_AUTH_CONFIG_PATH": str(config),
            "MLFLOW_FLASK_SERVER_SECRET_KEY": self.settings.secret("mlflow"),
            "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",  # seven processes for jobs that nobody here has
        }

    def _wait(self, name: str, url: str) -> None:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.pid(name) is None:
                break
            if answers(url):
                return
            time.sleep(0.5)
        raise EnvironmentMissingError(
            f"Service {name!r} did not answer at {url}; see {self.settings.run / f'{name}.log'}."
        )

    def _stop(self, name: str) -> bool:
        pid = self.pid(name)
        if pid is not None:
            _end_group(pid)
        self._pid_file(name).unlink(missing_ok=True)
        return pid is not None

    def _pid_file(self, name: str) -> Path:
        return self.settings.run / f"{name}.json"

    def _airflow(self, *commands: tuple[str, ...]) -> None:
        """Run these one after the other in one process: Airflow takes some four seconds of a processor to start."""
        done = subprocess.run(
            [sys.executable, "-c", IN_TURN, json.dumps(commands)],
            cwd=self.settings.root, env=self.settings.environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            said = " and ".join(f"airflow {' '.join(command)}" for command in commands)
            raise EnvironmentMissingError(f"{said} failed: {(done.stderr or done.stdout)[-800:]}")


def _end_group(pid: int) -> None:
    """End a service and what it started: politely first, then for good."""
    try:
        family = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
        os.killpg(pid, signal.SIGTERM)
    except (ProcessLookupError, psutil.NoSuchProcess):
        return
    _, alive = psutil.wait_procs(family, timeout=END_S)
    for process in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(alive, timeout=KILL_S)
