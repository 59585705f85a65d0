"""Training in several processes: `accelerate launch`, and what its workers tell.

Covered: the work handed over as one file, live metrics, an error of ours raised again here, a worker or launcher that
died (a retry goes on from the last checkpoint), workers that end when whoever started them does. Not covered: several
machines; parallelism other than DDP.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nightschool import errors
from nightschool.config import Config
from nightschool.errors import ConfigError, TrainingDiedError
from nightschool.files import write_json
from nightschool.learning.open_rows import NONE_SEARCHED, OpenRows
from nightschool.learning.result import TrainResult, finished_result
from nightschool.modeling.loading import pick_device
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Row

WORKER = "nightschool.learning.worker"
JOB = "job.json"
EVENT = "nightschool-event "
"""What a line of a worker begins with that is for the launcher and not for a person."""


@dataclass(frozen=True, slots=True)
class Work:
    """Everything a training run depends on."""

    config: Config
    rows: tuple[Row, ...]
    dev_rows: tuple[Row, ...]
    output: Path
    start_adapter: Path | None
    base: BaseModelFiles
    open_: OpenRows = NONE_SEARCHED


def launched(work: Work, log: Callable[[dict[str, float], int], None]) -> TrainResult:
    """Train in `train.processes` processes and return what they finished.

    Raises what the first worker raised of ours; TrainingDiedError when one died; ConfigError for too few devices.
    """
    _check_devices(work.config)
    job = work.output / JOB
    write_work(job, work)
    failure = _follow(_command(work.config, job), log)
    job.unlink()
    result = finished_result(work.output)
    if result is None:
        raise failure or TrainingDiedError(
            f"One of {work.config.train.processes} training processes died (the reason is above). Run the phase again: "
            "it goes on from the last checkpoint."
        )
    return result


def write_work(path: Path, work: Work) -> None:
    """The work as JSON, for `read_work`."""
    data = {**asdict(work), "config": work.config.model_dump(mode="json"), "launcher": os.getpid()}
    write_json(path, data)


def read_work(path: Path) -> tuple[Work, int]:
    """The work and the process id of who launched it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    base = data["base"]
    work = Work(
        Config.model_validate(data["config"]),
        tuple(Row(**row) for row in data["rows"]),
        tuple(Row(**row) for row in data["dev_rows"]),
        Path(data["output"]),
        Path(data["start_adapter"]) if data["start_adapter"] else None,
        BaseModelFiles(Path(base["folder"]), base["digest"], base["name"]),
        OpenRows(tuple(data["open_"]["ids"]), {k: (n, m) for k, (n, m) in data["open_"]["patterns"].items()}),
    )
    return work, int(data["launcher"])


def tell(**event: Any) -> None:
    """A worker's word to the launcher."""
    print(EVENT + json.dumps(event), flush=True)


def _check_devices(config: Config) -> None:
    import torch

    device, wanted = pick_device(config.model), config.train.processes
    there = {"cpu": wanted, "cuda": torch.cuda.device_count()}.get(device, 1)
    if there < wanted:
        raise ConfigError(f"train.processes is {wanted}, but there are {there} devices {device!r}. Set it to {there}.")


def _command(config: Config, job: Path) -> list[str]:
    """`accelerate launch` of the workers. Its `--multi_gpu` means torch elastic; workers on a CPU then choose gloo."""
    processes = config.train.processes
    threads = config.model.threads or max(1, (os.cpu_count() or 1) // processes)
    options = {
        "--num_processes": processes, "--num_machines": 1, "--main_process_port": 0, "--mixed_precision": "no",
        "--dynamo_backend": "no", "--num_cpu_threads_per_process": threads,
    }  # fmt: skip
    words = [str(word) for option in options.items() for word in option]
    return [sys.executable, "-m", "accelerate.commands.launch", "--multi_gpu", *words, "-m", WORKER, str(job)]


def _follow(command: list[str], log: Callable[[dict[str, float], int], None]) -> Exception | None:
    """Run the command, hand its metrics on, print its other lines; the error that a worker told, if any."""
    failure: Exception | None = None
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    try:
        for line in process.stdout or ():
            if not line.startswith(EVENT):
                print(line, end="", flush=True)
                continue
            event = json.loads(line.removeprefix(EVENT))
            if "error" in event:
                failure = getattr(errors, event["error"])(event["message"])
            else:
                log(event["metrics"], event["step"])
    finally:
        process.terminate()
        process.wait()
    return failure
