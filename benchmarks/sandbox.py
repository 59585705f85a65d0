"""What a start costs: `python benchmarks/sandbox.py`, side by side in one run, median of many turns.

Rows: the program alone, the smallest sandbox bwrap can make of the same machine, ours, ours with a folder of
128 files and a kept one, ours as a runner, the same in warm containers and one container a start (if there is an
engine with the image), and no isolation. Milliseconds on the clock; on a busy machine
the best turn says more than the median.
"""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox import Command, Limits, open_sandbox
from nightschool.sandbox.program import find_bwrap

TURNS = 60
TRUE = ("/bin/sh", "-c", ":")


def main() -> None:
    config = SandboxConfig()
    limits = Limits.within(config, 10.0)
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout
    sandbox = open_sandbox(config, [Path(sysroot.strip())])
    none = open_sandbox(SandboxConfig(backend="none"))
    sandbox.probe()
    bare = [str(find_bwrap().path), "--ro-bind", "/", "/", "--unshare-all", "--die-with-parent", *TRUE]
    files = {f"m{number}.rs": b"fn f() {}\n" * 40 for number in range(128)}
    cases: dict[str, Callable[[], object]] = {
        "program alone": lambda: subprocess.run(TRUE, capture_output=True, check=True),
        "bwrap, everything visible": lambda: subprocess.run(bare, capture_output=True, check=True),
        "bubblewrap": lambda: sandbox.run(Command(TRUE, limits)),
        "bubblewrap, 128 files, 1 kept": lambda: sandbox.run(Command(TRUE, limits, files, ("m0.rs",))),
        "bubblewrap, runner": lambda: sandbox.run(Command(TRUE, limits, runner=True)),
        "none": lambda: none.run(Command(TRUE, limits)),
    }
    cases |= in_docker(limits, files, [Path(sysroot.strip())])
    seconds: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(TURNS):
        for name, case in cases.items():
            started = time.perf_counter()
            case()
            seconds[name].append(time.perf_counter() - started)
    print(f"{'':32} {'median':>8} {'best':>8}  (ms)")
    for name, times in seconds.items():
        median, best = statistics.median(times) * 1e3, min(times) * 1e3
        print(f"{name:32} {median:8.1f} {best:8.1f}")


def in_docker(limits: Limits, files: dict[str, bytes], folders: list[Path]) -> dict[str, Callable[[], object]]:
    try:
        warm = open_sandbox(SandboxConfig(backend="docker"), folders)
        fresh = open_sandbox(SandboxConfig(backend="docker", recycle_after=1), folders)
    except SandboxUnavailableError as error:
        print(f"docker is not measured: {error}")
        return {}
    return {
        "docker, warm": lambda: warm.run(Command(TRUE, limits)),
        "docker, warm, 128 files, 1 kept": lambda: warm.run(Command(TRUE, limits, files, ("m0.rs",))),
        "docker, warm, runner": lambda: warm.run(Command(TRUE, limits, runner=True)),
        "docker, one container a start": lambda: fresh.run(Command(TRUE, limits)),
    }


if __name__ == "__main__":
    main()
