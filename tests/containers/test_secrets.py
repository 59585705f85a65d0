"""Secrets as files: how a container's programs are given them, and that no argument list and no setting holds one."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTAINERS = ROOT / "containers"


@pytest.fixture
def secrets(tmp_path):
    """A folder of secrets and a function that runs one of our scripts with it in place of /run/secrets."""
    folder = tmp_path / "secrets"
    folder.mkdir()
    for name, text in {"redis_password": "a/b@c:%=", "fernet": "abc=\n", "plain": "two words\n"}.items():
        (folder / name).write_text(text)

    def run(script, *arguments, **variables):
        copy = tmp_path / script
        copy.write_text((CONTAINERS / script).read_text().replace("/run/secrets", str(folder)))
        variables = {name: value.replace("/run/secrets", str(folder)) for name, value in variables.items()}
        environment = {"PATH": f"{tmp_path / 'programs'}:{os.environ['PATH']}", **variables}
        with_shell = ["sh"] if copy.read_text().startswith("#!/bin/sh") else [sys.executable]
        return subprocess.run([*with_shell, copy, *arguments], env=environment, capture_output=True, text=True)

    (tmp_path / "programs").mkdir()
    return run


def test_an_address_is_filled_and_quoted_and_a_name_alone_is_given_as_it_is(secrets):
    """`/`, `@`, `:`, `%` and `=` are %2F, %40, %3A, %25 and %3D; a line's end would belong to Airflow's setting."""
    assert secrets("secret-url", "redis://:{redis_password}@r").stdout == "redis://:a%2Fb%40c%3A%25%3D@r"
    assert secrets("secret-url", "{fernet}").stdout == "abc="
    absent = secrets("secret-url", "{absent}")
    assert (absent.returncode, absent.stdout) == (1, "")


def test_a_command_finds_its_secrets_in_its_variables_and_other_files_are_left_alone(secrets):
    show = 'echo "$A|${A_FILE-gone}|$B_FILE|$0 $*"'
    files = {"A_FILE": "/run/secrets/plain", "B_FILE": "/elsewhere"}
    assert secrets("with-secrets", "sh", "-c", show, "x", "y z", **files).stdout == "two words|gone|/elsewhere|x y z\n"


def test_a_command_is_not_begun_without_a_secret(secrets):
    done = secrets("with-secrets", "echo", "begun", A_FILE="/run/secrets/absent")
    assert (done.returncode != 0, done.stdout) == (True, "")


@pytest.mark.parametrize("how", ["AIRFLOW__CELERY__BROKER_URL_CMD", "AIRFLOW__CELERY__BROKER_URL"])
def test_the_health_of_a_worker_is_asked_without_the_brokers_password_in_an_argument(tmp_path, how):
    (tmp_path / "celery").write_text('#!/bin/sh\necho "$*|$BROKER_URL"\n')
    (tmp_path / "celery").chmod(0o755)
    script = (CONTAINERS / "health").read_text().replace("/proc/1/cmdline", str(tmp_path / "cmdline"))
    (tmp_path / "cmdline").write_text("docker-init\0--\0worker\0airflow\0celery\0worker\0")
    told = {how: "echo redis://:secret@r" if how.endswith("CMD") else "redis://:secret@r"}
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", **told}
    said = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=True).stdout
    arguments, address = said.strip().split("|")
    assert (arguments.startswith("inspect ping"), "secret" in arguments) == (True, False)
    assert address == "redis://:secret@r"


def test_the_passwords_of_databases_are_in_no_argument_of_psql(tmp_path):
    """The roles' statements are read from standard input, which takes the password from the environment."""
    (tmp_path / "psql").write_text('#!/bin/sh\necho "$*|$(cat | grep -c "printenv secret")|$secret"\n')
    (tmp_path / "psql").chmod(0o755)
    told = {f"{name}_DB_PASSWORD": f"of-{name}" for name in ("AIRFLOW", "CELERY", "MLFLOW")}
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", **told}
    command = ["sh", CONTAINERS / "databases.sh"]
    lines = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [line.split("|") for line in lines]
    assert [rest for _, *rest in found] == [["1", "of-AIRFLOW"], ["1", "of-CELERY"], ["1", "of-MLFLOW"]]
    assert not any("of-" in arguments for arguments, *_ in found)


def test_every_script_of_the_images_is_there_and_runs():
    for name in ("airflow", "mlflow", "trainer"):
        text = (CONTAINERS / name / "Dockerfile").read_text()
        theirs = ["health", "secret-url", "watchdog", "with-secrets"] + ["with-telemetry"] * (name != "mlflow")
        for script in theirs:
            assert re.search(rf"^COPY .*containers/{script} .*/usr/local/bin/$", text, re.MULTILINE), (name, script)
            assert (CONTAINERS / script).stat().st_mode & stat.S_IXOTH
