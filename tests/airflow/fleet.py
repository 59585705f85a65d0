"""A fleet on loopback for tests: a real PostgreSQL, a real Redis, Airflow and its Celery workers as programs.

Data lives in a folder of its own and everything listens on 127.0.0.1 only. `initdb` refuses root, so that root starts
PostgreSQL as the user `postgres` that its package makes.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from nightschool.embedded import Services, Settings

BIN = os.pathsep.join([os.environ.get("PATH", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))])
MISSING = [name for name in ("initdb", "postgres", "createdb", "redis-server") if not shutil.which(name, path=BIN)]
USER = "nightschool"


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(happened, what, seconds):
    """Until it happened; else fails with what `what()` says then."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, what()
        time.sleep(1)


def program(name):
    return shutil.which(name, path=BIN)


@contextmanager
def running(command, port, log, seconds=60):
    """The program, once it takes connections; ended and waited for at the end."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    try:
        end = time.monotonic() + seconds
        while not answers(port):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def postgres():
    """An empty PostgreSQL; yields a function that makes a database and returns its URL."""
    home, port, password = Path(tempfile.mkdtemp(prefix="nightschool-pg-")), free_port(), secrets.token_urlsafe(12)
    unprivileged = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    secret = home / "password"
    secret.write_text(password)
    if unprivileged:
        for path in (home, secret):
            shutil.chown(path, "postgres", "postgres")
    data = str(home / "data")
    asks = ["--encoding=UTF8", "--no-locale", "--auth=scram-sha-256", "--username", USER, "--pwfile", str(secret)]
    subprocess.run([*unprivileged, program("initdb"), *asks, data], cwd="/", check=True, capture_output=True)

    def database(name):
        at = ["--host=127.0.0.1", f"--port={port}", f"--username={USER}", "--maintenance-db=postgres"]
        environment = {**os.environ, "PGPASSWORD": password}
        subprocess.run([program("createdb"), *at, name], env=environment, check=True, capture_output=True)
        return f"postgresql://{USER}:{password}@127.0.0.1:{port}/{name}"

    listen = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={home}", "-p", str(port)]
    try:
        with running([*unprivileged, program("postgres"), "-D", data, *listen], port, home / "log"):
            yield database
    finally:
        shutil.rmtree(home)


@contextmanager
def redis(folder):
    """An empty Redis that asks for a password; yields its URL."""
    port, password = free_port(), secrets.token_urlsafe(12)
    config = folder / "redis.conf"
    config.write_text(f'bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave ""\ndir {folder}\n')
    with running([program("redis-server"), str(config)], port, folder / "redis.log"):
        yield f"redis://:{password}@127.0.0.1:{port}/0"


@dataclass(frozen=True)
class FleetSettings(Settings):
    """The embedded settings with some replaced."""

    replaced: Mapping[str, str] = field(default_factory=dict)

    def environment(self):
        return {**super().environment(), **self.replaced}


class Fleet(Services):
    """The embedded services and Celery workers named `worker-QUEUE`; what a place runs is noted in `asked/PLACE`."""

    def prepare(self):
        if not (self.settings.home / "prepared").exists():
            super().prepare()

    def _command(self, name):
        if not name.startswith("worker-"):
            return super()._command(name)
        options = ["--queues", name.removeprefix("worker-"), "--concurrency", "2", "--celery-hostname", f"{name}@%h"]
        return [sys.executable, "-m", "airflow", "celery", "worker", "--skip-serve-logs", *options]

    def _environment(self, name):
        environment = super()._environment(name)
        stand_in = Path(__file__).with_name("stand_in.py")
        environment["NIGHTSCHOOL_COMMAND"] = f"{sys.executable} {stand_in} {self.place(name)}"
        if name.startswith("worker-"):  # a worker speaks to the api-server; it is given no metadata database
            del environment["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]
        return environment

    def place(self, name):
        """Folder of the stand-in for what the service runs."""
        folder = self.settings.root / "asked" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def lose(self, name):
        """Kill -9 a service and everything below it at once, as when its machine is lost."""
        service = psutil.Process(self.pid(name))
        family = [service, *service.children(recursive=True)]
        for process in family:
            process.kill()
        psutil.wait_procs(family, timeout=30)
