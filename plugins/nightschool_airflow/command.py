"""The command line of one phase, and running it in a process group of its own with live output.

Covered: argument lists only, never a shell; the whole group is ended when the task is. Not covered: what the
phase does; a phase is a transaction and may be run again after any kill.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.config.team import working
from nightschool.config_file import load_config
from nightschool.files import folder_name
from nightschool.teams import team_of

GRACE_S = 20.0
"""Seconds between asking a phase to end and killing it."""
TELEMETRY = "OTEL_"
"""How variables begin that say where Airflow's traces go. A phase is not told: MLflow's client reads them too."""


def project_root() -> Path:
    """The folder that holds dags/, conf/ and koans/."""
    return Path(os.environ.get("NIGHTSCHOOL_ROOT") or Path(__file__).resolve().parents[2])


def cycle_of(run_id: str) -> str:
    """What the cycle of a DAG run is called."""
    return re.sub(r"[^\w.+:-]", "_", run_id)[:200]


def run_folder(run_id: str, dag_id: str = "nightly_cycle") -> Path:
    """Where the cycle of a run of the nightly DAG, or of a team's, keeps pointers to its phases' results."""
    return project_root() / working(team_of(dag_id)) / "cycles" / folder_name(cycle_of(run_id))


def phase_command(phase: str, cycle: str, params: Mapping[str, Any], result: Path, shard: str = "") -> list[str]:
    """The command line that runs a phase here, or one shard of its questions to models."""
    return [*program(), *phase_arguments(phase, cycle, params, result, shard)]


def phase_arguments(phase: str, cycle: str, params: Mapping[str, Any], result: Path, shard: str = "") -> list[str]:
    """Arguments for `nightschool run`; empty parameters are left to the config."""
    part = ["--shard", shard] if shard else []
    return ["run", phase, "--cycle", cycle, "--night", "--result", str(result), *part, *config_arguments(params)]


def program() -> list[str]:
    """How `nightschool` is started here."""
    return shlex.split(os.environ.get("NIGHTSCHOOL_COMMAND", "")) or [sys.executable, "-m", "nightschool"]


def config_arguments(params: Mapping[str, Any]) -> list[str]:
    """`--config` and a `--set` for every parameter that was set."""
    chosen = [word for override in overrides(params) for word in ("--set", override)]
    return ["--config", config_file(params), *chosen]


def config_file(params: Mapping[str, Any]) -> str:
    """The YAML file of settings, below the project's root."""
    return str(params.get("config") or "conf/default.yaml")


NAMES = {
    "base_model": "model.base_model",
    "rows": "curriculum.rows",
    "seed": "seed",
    "auto_promote": "auto_promote",
    "phases": "phases",
    "train_minutes": "train.max_minutes",
}
"""Trigger-form parameter to config key."""


def overrides(params: Mapping[str, Any]) -> list[str]:
    """`key=value` for every parameter that was set; values are JSON, which is YAML."""
    import json

    chosen = {key: params[name] for name, key in NAMES.items() if params.get(name) not in (None, "", [])}
    return [f"{key}={json.dumps(value)}" for key, value in chosen.items()] + [str(s) for s in params.get("set") or ()]


def settings(params: Mapping[str, Any]) -> Config:
    """What every phase of a run with these parameters is configured to. Raises ConfigError."""
    return load_config(project_root().resolve() / config_file(params), overrides(params))


@dataclass
class PhaseProcess:
    """A running phase; `stop` ends it and everything it started."""

    arguments: Sequence[str]
    cwd: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = None

    def run(self, line: Callable[[str], None]) -> int:
        """Run to the end, handing each output line to `line`; returns the exit code (negative: a signal)."""
        passed = {name: value for name, value in os.environ.items() if not name.startswith(TELEMETRY)}
        environment = {**passed, "PYTHONUNBUFFERED": "1", **self.environment}
        self._process = subprocess.Popen(
            self.arguments, cwd=self.cwd, env=environment, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
        try:
            assert self._process.stdout is not None
            for text in self._process.stdout:
                line(text.rstrip("\n"))
            return self._process.wait()
        finally:
            self.stop()

    def stop(self) -> None:
        """Ask the group to end, then kill what is left of it."""
        process = self._process
        if process is None:
            return
        _signal(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_S)
        _signal(process.pid, signal.SIGKILL)
        process.wait()


def _signal(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, number)
