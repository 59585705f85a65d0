"""PostgreSQL of the services image as it is composed: starts on a root that it cannot write, stops cleanly."""

import time
from pathlib import Path
from uuid import uuid4

import pytest

from tests.containers.conftest import docker
from tests.parsed import read_yaml

ROOT = Path(__file__).resolve().parents[2]
SERVICE = read_yaml(ROOT / "docker-compose.yml")["services"]["postgres"]
pytestmark = [pytest.mark.docker, pytest.mark.timeout(600)]


@pytest.fixture
def postgres(image, tmp_path):
    """A container with the walls of the composed service, its secrets as files; its name."""
    name, options = f"nightschool-test-{uuid4().hex[:8]}", []
    for secret in SERVICE["secrets"]:
        (tmp_path / secret).write_text(f"of {secret}")
        (tmp_path / secret).chmod(0o444)
        options += ["--volume", f"{tmp_path / secret}:/run/secrets/{secret}:ro"]
    options += [f"--tmpfs={one}" for one in SERVICE["tmpfs"]] + [f"--cap-add={one}" for one in SERVICE["cap_add"]]
    options += ["--cap-drop=ALL", "--security-opt=no-new-privileges:true", "--read-only", "--init", "--network=none"]
    options += [f"--stop-signal={SERVICE['stop_signal']}", f"--volume={name}:/var/lib/postgresql/data"]
    options += [f"--volume={ROOT}/containers/databases.sh:/docker-entrypoint-initdb.d/databases.sh:ro"]
    options += [f"--env={key}={value}" for key, value in SERVICE["environment"].items()]
    docker("run", "--detach", "--name", name, *options, image("services"))
    yield name
    docker("rm", "--force", "--volumes", name, check=False)
    docker("volume", "rm", name, check=False)


def ask(name, statement, user="postgres", **options):
    words = ("exec", name, "psql", "--host=127.0.0.1", f"--username={user}", "-Atc", statement)
    return docker(*words[:1], *options.pop("given", ()), *words[1:], check=False, **options)


def ready(name):
    end = time.monotonic() + 240
    while docker("exec", name, "pg_isready", "--host=127.0.0.1", check=False).returncode:
        assert time.monotonic() < end, docker("logs", name).stdout
        time.sleep(1)


def test_roles_have_the_passwords_of_the_files_and_a_stop_with_a_client_needs_no_recovery(postgres):
    ready(postgres)
    for role in ("airflow", "celery", "mlflow"):
        given = (f"--env=PGPASSWORD=of {role}_db_password",)
        assert ask(postgres, "select current_user", role, given=given).stdout.strip() == role
    assert ask(postgres, "select 1", "mlflow", given=("--env=PGPASSWORD=wrong",)).returncode != 0
    words = ("exec", "--detach", "--env=PGPASSWORD=of postgres_password", postgres)
    docker(*words, "psql", "--host=127.0.0.1", "--username=postgres", "-c", "select pg_sleep(600)")
    time.sleep(2)
    docker("stop", "--time=60", postgres)
    state = docker("inspect", "--format", "{{.State.ExitCode}}", postgres).stdout.strip()
    assert state == "0"  # 137 after SIGKILL
    docker("start", postgres)
    ready(postgres)
    logs = docker("logs", postgres)
    said = logs.stdout + logs.stderr
    assert "received fast shutdown request" in said
    assert "automatic recovery in progress" not in said
