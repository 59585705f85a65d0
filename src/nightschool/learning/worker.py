"""One of several training processes: `accelerate launch ... -m nightschool.learning.worker JOB`.

Covered: metrics and errors told to the launcher by the first process; the end of all when the launcher is gone.
Not covered: training itself (`align.train_here`).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import psutil

from nightschool.errors import NightSchoolError
from nightschool.learning.align import train_here
from nightschool.learning.launch import read_work, tell
from nightschool.quiet import be_quiet

EVERY_S = 0.5


def main(job: Path) -> int:
    """Do the work in `job` with the others; exit codes as of the command line."""
    be_quiet()
    work, launcher = read_work(job)
    end_with(launcher, os.getppid())
    try:
        train_here(work, lambda metrics, step: tell(metrics=metrics, step=step))
    except NightSchoolError as error:
        if os.environ.get("RANK") == "0":
            tell(error=type(error).__name__, message=str(error))
        return error.exit_code
    return 0


def end_with(*pids: int) -> None:
    """End this process soon after any of those is gone.

    Workers have sessions of their own, so a signal to the phase's process group does not reach them, and what goes on
    alone would write into the folder in which a retry trains.
    """
    try:
        others = [psutil.Process(pid) for pid in pids]
    except psutil.NoSuchProcess:
        os._exit(1)
    threading.Thread(target=_watch, args=(others,), daemon=True).start()


def _watch(others: list[psutil.Process]) -> None:
    while all(_lives(other) for other in others):
        time.sleep(EVERY_S)
    os._exit(1)


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
