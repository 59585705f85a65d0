"""MLflow's accounts for real: what a worker may write, and that only who may promote changes the champion."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.airflow.fleet import free_port, running

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "containers" / "mlflow"
MODEL = "nightschool-rust-repair"
PASSWORDS = {name: f"{name}-with-a-long-password" for name in ("admin", "worker", "promoter")}

pytestmark = [pytest.mark.integration, pytest.mark.timeout(300)]


class Server:
    def __init__(self, home, port):
        self.home, self.url = home, f"http://127.0.0.1:{port}"

    def ask(self, who, method, path, **told):
        login = (who, PASSWORDS[who])
        kind = {"params": told} if method == "GET" else {"json": told}
        return requests.request(method, f"{self.url}/api/2.0/mlflow/{path}", auth=login, timeout=60, **kind)

    def accounts(self):
        login = {"MLFLOW_TRACKING_USERNAME": "admin", "MLFLOW_TRACKING_PASSWORD": PASSWORDS["admin"]}
        command = [sys.executable, FOLDER / "accounts.py", self.url, self.home]
        subprocess.run(command, env={**os.environ, **login}, check=True, timeout=120)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with our settings of logins, a store that an administrator used before, and the accounts."""
    home, port = tmp_path_factory.mktemp("mlflow"), free_port()
    for name, password in PASSWORDS.items():
        (home / f"mlflow_{name}_password").write_text(f"{password}\n")
    settings = (ROOT / "containers" / "mlflow_auth.ini").read_text()
    before = "postgresql+psycopg2://"
    assert before in settings
    (home / "auth.ini").write_text(settings.replace(before, f"sqlite:///{home}/auth.db"))
    environment = {
        "PYTHONPATH": str(FOLDER), "MLFLOW_AUTH_CONFIG_PATH": f"{home}/auth.ini", "MLFLOW_FLASK_SERVER_SECRET_KEY": "x" * 32,
        "MLFLOW_AUTH_ADMIN_USERNAME": "admin", "MLFLOW_AUTH_ADMIN_PASSWORD": PASSWORDS["admin"],
        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
    }  # fmt: skip
    command = ["env", *(f"{name}={value}" for name, value in environment.items()), sys.executable, "-m", "mlflow"]
    command += ["server", "--app-name=basic-auth", "--workers=1", f"--port={port}"]
    command += [f"--backend-store-uri=sqlite:///{home}/runs.db", f"--artifacts-destination={home}/artifacts"]
    with running(command, port, home / "log", 240):
        made = Server(home, port)
        assert made.ask("admin", "POST", "registered-models/create", name=MODEL).status_code == 200
        made.accounts()
        yield made


@pytest.fixture(scope="module")
def version(server):
    """A version that the worker registered in a run of its own."""
    ask = server.ask
    experiment = ask("worker", "POST", "experiments/create", name="nightschool").json()["experiment_id"]
    run = ask("worker", "POST", "runs/create", experiment_id=experiment).json()["run"]["info"]
    assert ask("worker", "POST", "runs/log-metric", run_id=run["run_id"], key="k", value=1, timestamp=0).ok
    made = ask("worker", "POST", "model-versions/create", name=MODEL, source=run["artifact_uri"], run_id=run["run_id"])
    assert made.ok, made.text
    return made.json()["model_version"]["version"]


def test_a_worker_writes_runs_and_versions_and_calls_one_challenger(server, version):
    alias = {"name": MODEL, "alias": "challenger", "version": version}
    assert server.ask("worker", "POST", "registered-models/alias", **alias).ok
    assert server.ask("worker", "POST", "model-versions/set-tag", name=MODEL, version=version, key="a", value="b").ok


CHANGES = {
    "set": ("POST", "registered-models/alias", {"alias": "champion"}),
    "removed": ("DELETE", "registered-models/alias", {"alias": "champion"}),
    "in capitals": ("POST", "registered-models/alias", {"alias": "Champion"}),
    "renamed": ("POST", "registered-models/rename", {"new_name": "other"}),
    "deleted": ("DELETE", "registered-models/delete", {}),
    "its version deleted": ("DELETE", "model-versions/delete", {}),
}


@pytest.mark.parametrize("how", CHANGES)
def test_a_worker_cannot_change_the_champion(server, version, how):
    method, path, told = CHANGES[how]
    refused = server.ask("worker", method, path, name=MODEL, version=version, **told)
    assert (refused.status_code, "may not promote" in refused.text) == (403, True)


def test_an_alias_named_twice_is_taken_for_the_worse(server, version):
    url = f"{server.url}/ajax-api/2.0/mlflow/registered-models/alias?alias=champion&name={MODEL}&version={version}"
    told = {"name": MODEL, "alias": "challenger", "version": version}
    login = ("worker", PASSWORDS["worker"])
    assert requests.post(url, json=told, auth=login, timeout=60).status_code == 403
    assert requests.post(url, data="alias=challenger", auth=login, timeout=60).status_code == 403


def test_a_worker_is_no_administrator(server):
    assert server.ask("worker", "POST", "users/create", username="x", password="y" * 16).status_code == 403
    assert not server.ask("admin", "GET", "users/get", username="worker").json()["user"]["is_admin"]


def test_the_promoter_changes_the_champion_and_writes_no_runs(server, version):
    ask = server.ask
    assert ask("promoter", "POST", "registered-models/alias", name=MODEL, alias="champion", version=version).ok
    found = ask("worker", "GET", "registered-models/get", name=MODEL).json()["registered_model"]["aliases"]
    assert {"alias": "champion", "version": version} in found
    experiment = ask("promoter", "GET", "experiments/get-by-name", experiment_name="nightschool").json()["experiment"]
    assert ask("promoter", "POST", "runs/create", experiment_id=experiment["experiment_id"]).status_code == 403
    assert ask("promoter", "DELETE", "registered-models/alias", name=MODEL, alias="champion").ok


def test_accounts_are_made_again_without_harm(server, version):
    server.accounts()
    assert server.ask("worker", "GET", "registered-models/get", name=MODEL).ok
