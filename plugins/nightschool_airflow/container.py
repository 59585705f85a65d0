"""One phase in a container of the trainer's image: what is mounted, what is closed, and that it ends with its task.

Covered: inputs (config file, koans, expectations, named crates and model folder) read-only; what phases share
(`var` without Airflow's home, `mlruns`, a folder in `storage.url`) writable, all at the same paths as outside, so that
what a phase writes down is true on both sides; a read-only root, no capabilities, no engine socket, no network unless
the config names something remote. The engine is driven through its command line: a task's log, kill and retry are those
of any process.
Not covered: judging, which bubblewrap cannot do inside a container without privileges; a worker that is itself in a
container, whose paths are not the engine's (docs/containers.md).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool import __version__
from nightschool.config import Config
from nightschool.errors import EnvironmentMissingError
from nightschool.files import digest_text
from nightschool_airflow.command import PhaseProcess, config_file, phase_arguments, project_root, settings

CLOSED = (
    "--rm", "--init", "--no-healthcheck", "--read-only", "--tmpfs=/tmp", "--env=HOME=/tmp", "--cap-drop=ALL",
    "--security-opt=no-new-privileges",
)  # fmt: skip
PASSED = ("AWS_", "HF_", "MLFLOW_", "NIGHTSCHOOL_API_KEY")
"""How variables begin that a phase with network is given; by name, so that no value stands in a log."""
FOLDER = "file://"
"""How a `storage.url` begins that is a folder."""


def contained_phase(
    phase: str, cycle: str, params: Mapping[str, Any], result: Path, shard: str = ""
) -> ContainerProcess:
    """The phase as a container. Raises ConfigError, and EnvironmentMissingError where there is no docker command."""
    if shutil.which("docker") is None:
        raise EnvironmentMissingError(
            "Execution `docker` needs the docker command; `containers/engine.sh install` gets it, or choose `local`."
        )
    root, file = project_root().resolve(), Path(config_file(params))
    config = settings(params)
    for shared in writable(root, config):
        shared.mkdir(parents=True, exist_ok=True)
    whose = [config.team.name] if config.team.name else []  # nights of two teams begin at one time, and are named by it
    name = f"nightschool-{phase}-{digest_text(str(root), *whose, cycle, shard)[:12]}"
    options = container_options(root, config, file, result.parent)
    arguments = ["nightschool", *phase_arguments(phase, cycle, params, result, shard)]
    return ContainerProcess(["docker", "run", f"--name={name}", *options, image(), *arguments], root, name=name)


def image() -> str:
    """The trainer's image: NIGHTSCHOOL_TRAINER_IMAGE, or the one that containers/airgap.sh builds."""
    return os.environ.get("NIGHTSCHOOL_TRAINER_IMAGE") or f"nightschool/trainer:{__version__}"


def container_options(root: Path, config: Config, file: Path, results: Path) -> list[str]:
    """Options of `docker run`: closed, the inputs read-only, and what phases share and `results` writable.

    It runs as the owner of `var`, so that what a phase leaves belongs to whom it belongs to without a container.
    """
    owner = (root / "var").stat()
    options = [*CLOSED, f"--user={owner.st_uid}:{owner.st_gid}", f"--workdir={root}", *_reach(root, config)]
    options += [_mount(path) for path in (*writable(root, config), results)]
    options += [_mount(root / path) + ",readonly" for path in (file, *inputs(root, config))]
    if (root / "var" / "airflow").is_dir():  # passwords, secrets and the database of Airflow
        options.append(f"--tmpfs={root / 'var' / 'airflow'}")
    return options


def writable(root: Path, config: Config) -> list[Path]:
    """What phases share: working state, runs and ledger, and the store of finished phases where that is a folder."""
    url = config.storage.url or ""
    store = [root / url.removeprefix(FOLDER)] if url.startswith(FOLDER) else []
    return [root / "var", root / "mlruns", *store]


def inputs(root: Path, config: Config) -> list[Path]:
    """What phases read beside the config file and do not make; absolute, or below the project's root."""
    domains = [config.domains] if (root / config.domains).is_dir() else []
    curriculum = [*config.curriculum.crates, *config.curriculum.lessons]
    return [config.frozen, *domains, Path("expectations"), *curriculum, *_model_folder(root, config)]


def _mount(path: Path) -> str:
    return f"--mount=type=bind,source={path},target={path}"


def _model_folder(root: Path, config: Config) -> list[Path]:
    folder = root / Path(config.model.base_model).expanduser()
    return [folder] if folder.is_dir() else []


def _reach(root: Path, config: Config) -> Iterator[str]:
    """Network and its variables if something remote is configured; graphics processors if they are asked for."""
    embedded = config.model.base_model == "smollm2" or _model_folder(root, config)
    stored_here = config.tracking.uri.startswith("sqlite:") and (config.storage.url or "file:").startswith("file:")
    if embedded and stored_here and config.model.backend == "in_process":
        yield "--network=none"
    else:
        yield from (f"--env={name}" for name in sorted(os.environ) if name.startswith(PASSED))
    if config.model.device == "cuda":
        yield "--gpus=all"


@dataclass
class ContainerProcess(PhaseProcess):
    """A phase in a container. A killed client leaves its container running, so starting and stopping remove it."""

    name: str = ""
    """The container's: the same for every attempt at a phase of a cycle."""

    def run(self, line: Callable[[str], None]) -> int:
        """As for any process, after ending what a killed worker left running."""
        remove_container(self.name)
        return super().run(line)

    def stop(self) -> None:
        """Ask the phase to end, which the client hands on; then remove what is left."""
        super().stop()
        remove_container(self.name)


def remove_container(name: str) -> None:
    """Kill and remove it if it is there."""
    subprocess.run(["docker", "rm", "--force", name], capture_output=True, check=False, timeout=60)
