"""`make compose-up` that fails says which service is ill, why, and what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "containers" / "ailing.py"
DOCKER = """#!/bin/sh
case "$1" in
    ps) echo one two three four five ;;
    inspect) cat "{folder}/found.json" ;;
    logs) echo "the database knows no such role" >&2 ;;
esac
"""


def container(service: str, status: str, code: int = 0, health: str = "", folder: Path = ROOT) -> dict[str, object]:
    labels = {"com.docker.compose.service": service, "com.docker.compose.project.working_dir": str(folder)}
    log = [{"Output": "before"}, {"Output": "connection refused\n  on 5432\n"}]
    state = {"Status": status, "ExitCode": code, "Health": {"Status": health, "Log": log} if health else None}
    return {"Id": service * 12, "Config": {"Labels": labels}, "State": state}


def told(folder: Path, *found: dict[str, object]) -> subprocess.CompletedProcess[str]:
    (folder / "docker").write_text(DOCKER.format(folder=folder))
    (folder / "docker").chmod(0o755)
    (folder / "found.json").write_text(json.dumps(found))
    path = f"{folder}:{os.environ['PATH']}"
    return subprocess.run(
        [sys.executable, SCRIPT], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )


def test_each_ill_service_is_named_with_its_reason_and_what_to_do(tmp_path: Path) -> None:
    done = told(
        tmp_path,
        container("postgres", "running", health="unhealthy"),
        container("airflow-init", "exited", 1),
        container("volume-owner", "exited", 0),
        container("redis", "running", health="healthy"),
        container("judge", "running", health="unhealthy", folder=tmp_path),
    )
    assert done.returncode == 1
    first, second, last = done.stdout.splitlines()
    assert first.startswith("airflow-init ended with 1; its last words: the database knows no such role. It migrates")
    assert second.startswith("postgres is unhealthy; its check says: connection refused on 5432. Its volume may be")
    assert second.endswith("All it says: `docker-compose logs postgres`.")
    assert last == "Then `make compose-up` again."  # the judge is of another folder


def test_where_none_is_ill_that_is_said(tmp_path: Path) -> None:
    done = told(tmp_path, container("redis", "running", health="starting"))
    assert (done.returncode, done.stdout) == (0, "No service is ill; see `docker-compose ps`.\n")


def test_make_compose_up_asks_where_it_fails_and_fails() -> None:
    recipe = (ROOT / "Makefile").read_text().split("compose-up:")[1].split("compose-down:")[0]
    assert "up --detach || { $(PYTHON) containers/ailing.py; exit 1; }" in recipe
