"""What is recorded, shared between machines, told to monitoring, and taken away."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, field_validator, model_validator

from nightschool.config.section import Section


class TrackingConfig(Section):
    """MLflow and the ledger."""

    uri: str = "sqlite:///mlruns/mlflow.db"
    """MLflow tracking and registry store; relative paths start at the project's root. With `http(s)://` a server keeps
    runs, registry and artifacts; its login is in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD."""
    artifacts: str = "mlruns/artifacts"
    """Where artifacts are kept without a server; the ledger and the registry's lock lie beside it in any case."""
    experiment: str = "nightschool"
    """MLflow experiment that nights are runs of."""
    model_name: str = "nightschool-rust-repair"
    """Registered model whose versions candidates become."""
    traces: bool = True
    """Whether `publish` leaves evaluation datasets, evaluation runs and a trace of each of their answers in MLflow;
    false: none of them (docs/mlflow.md says which answers, and what they cost)."""


class StorageConfig(Section):
    """Where machines share finished phases."""

    url: str | None = Field(None, pattern=r"^\w+://")
    """fsspec URL (`file:///mnt/share`, `s3://bucket/prefix`) of the store that finished phases are published to and
    fetched from; None: they stay in `var/phases`. Credentials come from the environment."""


class MonitoringConfig(Section):
    """What a monitoring system is told (docs/monitoring.md); nothing here decides an answer."""

    textfile: Path | None = None
    """File ending in `.prom`, in the folder that node_exporter's textfile collector reads: `publish` writes the nights'
    figures to it, and so does `watch-registry`. None: no file."""

    @field_validator("textfile")
    @classmethod
    def _the_collector_reads_it(cls, path: Path | None) -> Path | None:
        if path is not None and path.suffix != ".prom":
            raise ValueError(f"monitoring.textfile {path} must end in .prom; node_exporter passes over any other file")
        return path


class HousekeepingConfig(Section):
    """What housekeeping takes away (docs/housekeeping.md). Days are those since something was last used."""

    recent_days: float = Field(3.0, ge=1)
    """What was used within these days stays, whatever the other limits say."""
    phases_days: float = Field(30.0, gt=0)
    """Output folders of phases, finished or not; and how long an unfinished cycle counts as one that goes on."""
    checkpoints_days: float = Field(7.0, gt=0)
    """Training checkpoints of finished phases, which nothing goes on from."""
    caches_days: float = Field(60.0, gt=0)
    """Answers, searches, rehearsal lots, verdicts, downloaded versions: kept to save time."""
    logs_days: float = Field(30.0, gt=0)
    """Task logs of Airflow, and logs of services that do not run."""
    airflow_days: float = Field(90.0, gt=0)
    """Rows of runs and their tasks in the embedded Airflow's database."""
    traces_days: float = Field(60.0, gt=0)
    """Traces in MLflow, of this experiment."""
    artifacts_days: float = Field(90.0, gt=0)
    """Files of MLflow's runs; the runs themselves, with their numbers, stay on."""
    runs_days: float = Field(730.0, gt=0)
    """MLflow's runs, with all that is left of them."""
    total_gb: float | None = Field(50.0, gt=0)
    """Most that phases, caches, logs and MLflow's files may take up together, in GB; above it what was not used longest
    goes first, however young by the other limits. None: no such limit."""

    @model_validator(mode="after")
    def _nothing_recent_is_old(self) -> HousekeepingConfig:
        days = {name: value for name, value in self.model_dump().items() if name.endswith("_days")}
        if low := [name for name, value in days.items() if value < self.recent_days]:
            raise ValueError(f"housekeeping.{low[0]} {days[low[0]]:g} is below recent_days {self.recent_days:g}")
        if self.runs_days < self.artifacts_days:
            raise ValueError("housekeeping.runs_days is below artifacts_days: a run has its files until it goes")
        return self
