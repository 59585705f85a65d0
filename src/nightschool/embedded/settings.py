"""How the embedded Airflow is set up: everything through environment variables, below var/airflow.

Covered: SQLite, local executor, loopback, generated secrets and a login, nothing phones home.
Not covered: a team's Airflow; it brings its own settings and needs dags/ and plugins/ only.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nightschool.embedded.telemetry import telemetry
from nightschool.errors import ConfigError
from nightschool.files import write_atomic
from nightschool.quiet import QUIET

USER = "admin"
AIRFLOW_URL, MLFLOW_URL = "NIGHTSCHOOL_AIRFLOW_URL", "NIGHTSCHOOL_MLFLOW_URL"
"""Variables: the addresses that people reach the two under, where those are not the ones on loopback."""
HEARTBEAT_TIMEOUT_S = 60
"""After which a task that was killed counts as failed and is tried again; Airflow's own is 300."""


@dataclass(frozen=True)
class Settings:
    """Where the embedded services live and listen."""

    root: Path
    """Project root, absolute."""
    airflow_port: int = 8080
    mlflow_port: int = 5000
    mlflow: bool = True
    """Off where no MLflow is served, so that no button of a task leads to it."""
    scheduled: bool = True
    """Off for a single night by hand, so that a missed 02:00 does not run first."""

    @property
    def home(self) -> Path:
        """AIRFLOW_HOME."""
        return self.root / "var" / "airflow"

    @property
    def public_url(self) -> str:
        """Where people reach Airflow, which links in messages lead to; ConfigError where what was given is none."""
        given = os.environ.get(AIRFLOW_URL, "").rstrip("/")
        if given and not re.fullmatch(r"https?://[^/?#@\s]+", given):
            raise ConfigError(
                f"{AIRFLOW_URL} is {given!r}, no address such as https://night.example.org, without a path."
            )
        return given or self.airflow_url

    @property
    def run(self) -> Path:
        """Pid files and service logs."""
        return self.root / "var" / "run"

    @property
    def airflow_url(self) -> str:
        """Address of the Airflow page."""
        return f"http://127.0.0.1:{self.airflow_port}"

    @property
    def mlflow_url(self) -> str:
        """Address of the MLflow page."""
        return f"http://127.0.0.1:{self.mlflow_port}"

    @property
    def passwords(self) -> Path:
        """The file that holds the login's password; the cycle names it, since what it prints may be kept by others."""
        return self.home / "passwords.json"

    def password(self) -> str:
        """The login's password, made once and readable by its owner only."""
        path = self.passwords
        if not path.exists():
            write_atomic(path, json.dumps({USER: secrets.token_urlsafe(12)}) + "\n")
            path.chmod(0o600)
        return str(json.loads(path.read_text(encoding="utf-8"))[USER])

    def secret(self, name: str) -> str:
        """A secret of this installation, made once."""
        path = self.home / f"{name}.secret"
        if not path.exists():
            write_atomic(path, secrets.token_urlsafe(32))
            path.chmod(0o600)
        return path.read_text(encoding="utf-8")

    def environment(self) -> dict[str, str]:
        """What every embedded Airflow process is started with."""
        self.password()
        names: Mapping[str, Mapping[str, object]] = {
            "core": {
                "load_examples": False,
                "executor": "LocalExecutor",
                "parallelism": 4,
                "dags_folder": self.root / "dags",
                "plugins_folder": self.root / "plugins",
                "execution_api_server_url": f"{self.airflow_url}/execution/",
                "simple_auth_manager_users": f"{USER}:admin",
                "simple_auth_manager_passwords_file": self.passwords,
            },
            "database": {"sql_alchemy_conn": f"sqlite:///{self.home / 'airflow.db'}"},
            "api": {
                "host": "127.0.0.1",
                "port": self.airflow_port,
                "workers": 1,
                "base_url": self.public_url,
                "secret_key": self.secret("api"),
            },
            "api_auth": {"jwt_secret": self.secret("jwt")},
            "dag_processor": {"refresh_interval": 30, "min_file_process_interval": 30},
            "scheduler": {"scheduler_heartbeat_sec": 2, "task_instance_heartbeat_timeout": HEARTBEAT_TIMEOUT_S},
            "logging": {"base_log_folder": self.home / "logs"},
        }
        flat = {f"AIRFLOW__{s.upper()}__{k.upper()}": str(v) for s, keys in names.items() for k, v in keys.items()}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        ours = {"AIRFLOW_HOME": str(self.home), "NIGHTSCHOOL_ROOT": str(self.root), "PATH": path}
        ours[MLFLOW_URL] = os.environ.get(MLFLOW_URL) or (self.mlflow_url if self.mlflow else "")
        if not self.scheduled:
            ours["NIGHTSCHOOL_SCHEDULE"] = ""
        base = {k: v for k, v in os.environ.items() if not k.startswith("AIRFLOW__")}
        return {**base, **QUIET, **flat, **telemetry(os.environ), **ours}
