"""What `cargo nightschool check` costs beside `cargo check`, in pairs: one of each in turn, in random order.

    python benchmarks/capture.py [--pairs 20] [--package DIR] [--functions 3000] [--only compiles]

Without `--package` a package of so many functions is written. Three situations: a check after a change that compiles,
a check after a change that does not, and a check with nothing to do. Printed, for wall-clock and
for CPU time: the median of each pair's difference, its interval (bootstrap, 95 %), and both as shares of the median
check. On a busy machine the wall clock says little, CPU time does. The workspace is enabled.
Not covered: what the process in the background takes after the prompt is back.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from nightschool.episodes.background import wait_for_captures
from nightschool.episodes.store import Store
from nightschool.episodes.watched import key_of

Cost = tuple[float, float]
"""Seconds by the wall clock, and of CPU."""
BROKEN = 'pub fn broken() -> u8 { "2" }\n'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--package", type=Path, help="A package to copy; its src/lib.rs gets lines at its end.")
    parser.add_argument("--functions", type=int, default=3000)
    parser.add_argument("--only", choices=["compiles", "fails", "nothing to do"], help="One situation, not three.")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        package = prepare(Path(scratch), args.package, args.functions)
        store = Path(scratch) / "store" / "episodes.db"
        run = runner(package, store, Path(scratch))
        root = package / "src" / "lib.rs"
        text = root.read_text(encoding="utf-8")
        root.write_text(text + BROKEN)
        run(True)
        for name, change in situations(root, text).items():
            if args.only not in (None, name):
                continue
            report(name, pairs(args.pairs, change, run, store))


def prepare(scratch: Path, package: Path | None, functions: int) -> Path:
    folder = scratch / "package"
    if package:
        subprocess.run(["cp", "-r", str(package), str(folder)], check=True)
        return folder
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text('[package]\nname = "made"\nversion = "0.1.0"\nedition = "2021"\n')
    body = "let mut v: Vec<u64> = (0..n).map(|x| x * {0}).filter(|x| x % 3 == 1).collect(); v.sort(); v.iter().sum()"
    lines = [f"pub fn f{at}(n: u64) -> u64 {{ {body.replace('{0}', str(at))} }}" for at in range(functions)]
    (folder / "src" / "lib.rs").write_text("\n".join(lines) + "\n")
    return folder


def runner(package: Path, store: Path, scratch: Path) -> Callable[[bool], Cost]:
    """Runs `cargo check`, alone or with `nightschool`."""
    with Store(store) as opened:
        opened.enable(key_of(package), package.name, True, 30)
    command = scratch / "cargo-nightschool"
    script = Path(__file__).parents[1] / "scripts" / "cargo-nightschool"
    command.write_text(script.read_text().replace("#!python", f"#!{sys.executable}", 1))
    command.chmod(0o755)
    path = f"{scratch}{os.pathsep}{os.environ['PATH']}"
    environment = dict(os.environ) | {"PATH": path, "NIGHTSCHOOL_EPISODES": str(store), "CARGO_NET_OFFLINE": "true"}

    def run(ours: bool) -> Cost:
        before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
        arguments = ["cargo", *(["nightschool"] if ours else []), "check"]
        subprocess.run(arguments, cwd=package, env=environment, capture_output=True, check=False)
        wall, after = time.perf_counter() - began, getrusage(RUSAGE_CHILDREN)
        return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def situations(root: Path, text: str) -> dict[str, Callable[[int], None]]:
    def right(number: int) -> None:
        root.write_text(f"{text}pub fn changed() -> u64 {{ {number} }}\n")

    def wrong(number: int) -> None:
        root.write_text(f"{text}{BROKEN}// {number}\n")

    return {"compiles": right, "fails": wrong, "nothing to do": lambda number: right(-1) if number < 0 else None}


def pairs(
    count: int, change: Callable[[int], None], run: Callable[[bool], Cost], store: Path
) -> list[tuple[Cost, Cost]]:
    change(-1)
    run(False)
    found, number = [], 0
    for _ in range(count):
        took = {}
        for ours in random.sample([False, True], 2):
            number += 1
            change(number)
            took[ours] = run(ours)
            wait_for_captures(store, 60)
        found.append((took[False], took[True]))
    return found


def report(name: str, found: list[tuple[Cost, Cost]]) -> None:
    for place, clock in enumerate(("wall", "CPU")):
        plain = median(one[place] for one, _ in found)
        gaps = [ours[place] - one[place] for one, ours in found]
        draws = sorted(median(random.choices(gaps, k=len(gaps))) for _ in range(2000))
        low, high = draws[50], draws[-51]
        print(
            f"{name:14} {clock:4} n={len(found)} check {plain * 1000:6.0f} ms, more {median(gaps) * 1000:+6.1f} ms "
            f"[{low * 1000:+.1f}, {high * 1000:+.1f}], {median(gaps) / plain:+.1%} "
            f"[{low / plain:+.1%}, {high / plain:+.1%}]",
            flush=True,
        )


if __name__ == "__main__":
    random.seed(0)
    main()
