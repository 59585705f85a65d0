"""How many programs a second: `cargo check`, rustc and `docker run` one by one, against the judge in each sandbox.

    python benchmarks/judge.py [--suite koans/frozen] [--copies 20] [--sample 30] [--json out.json]

All ways see the same kind of programs in one run on the same machine, each with as many at once as
`judge.workers`. The one-by-one ways take a sample, since they are slow, and have no sandbox but docker's; the
judge is cold (no cache) and sandboxed. Each program of the suite, broken and fixed, is copied with a comment
of its own, so that no two are equal. The share that compiles is shown beside the speed: it must agree.
The judge in docker needs the image (containers/sandbox/build.sh) and is left out without it.

Not covered: warm caches, which answer in microseconds; and quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

from nightschool.config import Config
from nightschool.errors import SandboxUnavailableError
from nightschool.koans import load_suite
from nightschool.rust import Judge, Toolchain, open_judge
from nightschool.types import Judgement, Koan, Program, Verdict

RUSTC_FLAGS = ("--crate-type", "lib", "--emit=metadata", "-A", "warnings", "--error-format=json")
IMAGE = "debian:bookworm-slim"


@dataclass(frozen=True)
class Measured:
    """One way of judging on one set of programs."""

    way: str
    n: int
    seconds: float
    passed: float
    """Share of programs with a pass."""
    note: str = ""

    @property
    def rate(self) -> float:
        """Verdicts a second."""
        return self.n / self.seconds if self.seconds else 0.0


def main() -> None:
    """Measure, print, write."""
    options = arguments()
    config = Config.model_validate({"judge": {"cache": False}})
    koans = load_suite(options.suite).koans
    programs, tested = compile_set(koans, options.copies), tested_set(koans, options.copies)
    judge, boxed = open_judge(config), in_docker(config)
    sample, tested_sample = spread(programs, options.sample), spread(tested, options.sample)
    workers = config.judge.workers
    compiled = [
        one_by_one("cargo check, a fresh package each", sample, workers, cargo_check),
        one_by_one("rustc, one run each", sample, workers, lambda p: rustc(judge.toolchain, p)),
        docker(judge.toolchain, sample, workers),
        together("the judge, compile only", programs, judge.compile),
        *([together("the judge in docker, compile only", programs, boxed.compile)] if boxed else []),
        floor(judge.toolchain, programs, config.judge.batch_size, workers),
    ]
    runs = [
        one_by_one("rustc --test and run, each", tested_sample, workers, lambda p: rustc_test(judge.toolchain, p)),
        together("the judge, compiled and tested", tested, judge.judge),
        *([together("the judge in docker, compiled and tested", tested, boxed.judge)] if boxed else []),
    ]
    show("compile", compiled)
    show("compile and test", runs)
    if options.json:
        write(options.json, judge.toolchain, compiled, runs)


def in_docker(config: Config) -> Judge | None:
    """The judge in warm containers; None, and why, where there are none."""
    try:
        return open_judge(Config.model_validate({**config.model_dump(), "sandbox": {"backend": "docker"}}))
    except SandboxUnavailableError as error:
        print(f"The judge in docker is not measured: {error}")
        return None


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--suite", type=Path, default=Path("koans/frozen"))
    parser.add_argument("--copies", type=int, default=20, help="copies of each program for the judge")
    parser.add_argument("--sample", type=int, default=30, help="programs for the ways that go one by one")
    parser.add_argument("--json", type=Path, help="write the figures there")
    return parser.parse_args()


def compile_set(koans: Sequence[Koan], copies: int) -> list[Program]:
    sources = [(source, koan.edition) for koan in koans for source in (koan.broken, koan.fixed)]
    return [Program(f"{text}\n// copy {n}\n", edition=year) for n in range(copies) for text, year in sources]


def tested_set(koans: Sequence[Koan], copies: int) -> list[Program]:
    return [
        Program(f"{koan.fixed}\n// copy {n}\n", koan.tests, koan.broken, koan.edition)
        for n in range(copies)
        for koan in koans
    ]


def spread(programs: Sequence[Program], count: int) -> list[Program]:
    """A sample, the same every time."""
    return random.Random(0).sample(list(programs), min(count, len(programs)))


def one_by_one(way: str, programs: Sequence[Program], workers: int, check: Callable[[Program], bool]) -> Measured:
    check(programs[0])  # what the first run reads from the disk, the others find in memory
    started = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        passed = list(pool.map(check, programs))
    return Measured(way, len(programs), time.perf_counter() - started, sum(passed) / len(programs))


def together(way: str, programs: Sequence[Program], judge: Callable[[Sequence[Program]], list[Judgement]]) -> Measured:
    started = time.perf_counter()
    found = judge(programs)
    seconds = time.perf_counter() - started
    passed = sum(one.verdict is Verdict.PASSED for one in found) / len(found)
    return Measured(way, len(programs), seconds, passed, "sandboxed")


def floor(toolchain: Toolchain, programs: Sequence[Program], size: int, workers: int) -> Measured:
    """The least that rustc itself can take: every program read once, in batches, whoever the errors belong to."""
    batches = [programs[at : at + size] for at in range(0, len(programs), size)]
    started = time.perf_counter()
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(lambda batch: rustc_batch(toolchain, batch), batches))
    note = "no sandbox, no verdicts: how long rustc reads them once"
    return Measured("rustc, all in batches, once", len(programs), time.perf_counter() - started, 0.0, note)


def rustc_batch(toolchain: Toolchain, programs: Sequence[Program]) -> bool:
    with tempfile.TemporaryDirectory() as name:
        for index, program in enumerate(programs):
            (Path(name) / f"p{index}.rs").write_text(program.source)
        (Path(name) / "lib.rs").write_text("".join(f"pub mod p{index};\n" for index in range(len(programs))))
        return succeeds([str(toolchain.rustc), "lib.rs", "--edition", "2021", *RUSTC_FLAGS], Path(name))


def cargo_check(program: Program) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "src").mkdir()
        (folder / "src" / "lib.rs").write_text(program.source)
        manifest = f'[package]\nname = "koan"\nversion = "0.1.0"\nedition = "{program.edition}"\n'
        (folder / "Cargo.toml").write_text(manifest)
        return succeeds(["cargo", "check", "--offline", "--quiet"], folder)


def rustc(toolchain: Toolchain, program: Program) -> bool:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "lib.rs").write_text(program.source)
        return succeeds([str(toolchain.rustc), "lib.rs", "--edition", program.edition, *RUSTC_FLAGS], Path(name))


def rustc_test(toolchain: Toolchain, program: Program) -> bool:
    with tempfile.TemporaryDirectory() as name:
        source = f"{program.source}\n#[cfg(test)]\nmod ns_tests {{ use super::*; {program.tests} }}\n"
        (Path(name) / "lib.rs").write_text(source)
        build = [str(toolchain.rustc), "lib.rs", "--test", "--edition", program.edition, "-A", "warnings", "-o", "t"]
        return succeeds(build, Path(name)) and succeeds(["./t"], Path(name))


def docker(toolchain: Toolchain, programs: Sequence[Program], workers: int) -> Measured:
    way = "docker run, one rustc each"
    if not shutil.which("docker") or not succeeds(["docker", "image", "inspect", IMAGE], Path.cwd()):
        return Measured(way, 0, 0.0, 0.0, f"not measured: no container engine with {IMAGE}")

    def check(program: Program) -> bool:
        with tempfile.TemporaryDirectory() as name:
            (Path(name) / "lib.rs").write_text(program.source)
            root = str(toolchain.sysroot)
            line = ["docker", "run", "--rm", "--network", "none", "--cap-drop", "ALL", "-v", f"{root}:{root}:ro"]
            line += ["-v", f"{name}:/work", "-w", "/work", IMAGE, str(toolchain.rustc), "lib.rs"]
            return succeeds([*line, "--edition", program.edition, *RUSTC_FLAGS], Path(name))

    return one_by_one(way, programs, workers, check)


def succeeds(command: Sequence[str], folder: Path) -> bool:
    quiet = subprocess.DEVNULL
    return subprocess.run(command, cwd=folder, stdout=quiet, stderr=quiet, check=False).returncode == 0


def show(title: str, rows: Sequence[Measured]) -> None:
    table = Table(Column("way", no_wrap=True), "n", "s", "1/s", "times first", "passed", title=title)
    for row in rows:
        if row.n:
            ratio = row.rate / rows[0].rate
            cells = (str(row.n), f"{row.seconds:.2f}", f"{row.rate:.1f}", f"{ratio:.1f}", f"{row.passed:.0%}")
            table.add_row(row.way, *cells)
    console = Console()
    console.print(table)
    for row in rows:
        if row.note:
            console.print(f"  {row.way}: {row.note}")


def write(path: Path, toolchain: Toolchain, compiled: Sequence[Measured], runs: Sequence[Measured]) -> None:
    data = {
        "toolchain": toolchain.version,
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
        "compile": [{**asdict(row), "rate": row.rate} for row in compiled],
        "test": [{**asdict(row), "rate": row.rate} for row in runs],
    }
    path.write_text(json.dumps(data, indent=2) + "\n")


if __name__ == "__main__":
    main()
