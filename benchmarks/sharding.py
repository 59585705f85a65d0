"""One arm on one suite, whole and in shards that run at once: the time, and whether the answers are the same.

    python benchmarks/sharding.py SUITE [--adapter DIR] [--n 24] [--shards 2] [--set answer.batch_size=6]

The whole is asked first, by one process; then each shard by a process of its own, all at once, starts included.
Seconds are wall-clock; CPU seconds are what the slowest process used, and tell the same on a machine that has other
work. `naive` shares out koans instead of batches: how many answers that would change. Beyond this machine: `predicted`.

Not covered: judging (it takes seconds), and quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import ModelArm, open_arm
from nightschool.evaluation.answer_cache import AnswerCache
from nightschool.files import write_json
from nightschool.koans import load_suite
from nightschool.modeling import ensure_model
from nightschool.rust import open_judge
from nightschool.types import Koan


def main() -> None:
    """Measure and print, or work as one of the processes."""
    options = arguments()
    if options.out:
        work(options)
        return
    with tempfile.TemporaryDirectory() as folder:
        whole = run(options, Path(folder), 1)
        parts = run(options, Path(folder), options.shards)
        naive = run(options, Path(folder), options.shards, naive=True)
    for name, found in (("whole", whole), (f"{options.shards} shards", parts), ("naive", naive)):
        same = sum(found["answers"].get(question) == text for question, text in whole["answers"].items())
        print(
            f"{name}: {found['seconds']:.1f} s, CPU {found['cpu']:.1f} s, start {found['start']:.1f} s (CPU); "
            f"{same}/{len(whole['answers'])} answers the same"
        )
    print(f"speed-up {whole['seconds'] / parts['seconds']:.2f} (wall), {whole['cpu'] / parts['cpu']:.2f} (CPU)")
    batches = math.ceil(options.n / config_of(options).answer.batch_size)
    per_batch = (whole["cpu"] - whole["start"]) / batches
    for workers in (1, 2, 4, 8, 16):
        seconds = predicted(whole["start"], per_batch, batches, workers)
        print(f"predicted with {workers} workers: {seconds:.1f} s")


def predicted(start_s: float, batch_s: float, batches: int, workers: int) -> float:
    """Seconds until the last shard is done: every worker starts, then asks its share of whole batches."""
    return start_s + batch_s * math.ceil(batches / workers)


def run(options: argparse.Namespace, folder: Path, count: int, naive: bool = False) -> dict[str, Any]:
    """All shards at once, as processes; the slowest one's seconds and everybody's answers."""
    began = time.monotonic()
    outs = [folder / f"{count}-{number}-{naive}.json" for number in range(count)]
    words = [sys.executable, __file__, *sys.argv[1:]]
    more = ["--naive"] if naive else []
    processes = [
        subprocess.Popen([*words, "--part", str(number), str(count), "--out", str(out), *more])
        for number, out in enumerate(outs)
    ]
    assert [process.wait() for process in processes] == [0] * count
    seconds = time.monotonic() - began
    found = [json.loads(out.read_text(encoding="utf-8")) for out in outs]
    slowest = max(found, key=lambda one: one["cpu"])
    answers = {question: text for one in found for question, text in one["answers"].items()}
    return {"seconds": seconds, "cpu": slowest["cpu"], "start": slowest["start"], "answers": answers}


def work(options: argparse.Namespace) -> None:
    """One process: ask its part and write what it was told and took."""
    number, count = options.part
    with tempfile.TemporaryDirectory() as folder:
        config = config_of(options)
        arm = opened(config, Path(folder), options.adapter)
        assert arm._weights.loaded
        koans = load_suite(options.suite).koans[: options.n]
        start = cpu()
        kept = AnswerCache(Path(folder) / "kept", arm.digest)
        arm.answer_part(mine(koans, number, count, options.naive), (0, 1) if options.naive else (number, count), kept)
        answers = {question: said.text for question, said in kept.known.items()}
        write_json(options.out, {"answers": answers, "start": start, "cpu": cpu()})


def mine(koans: tuple[Koan, ...], number: int, count: int, naive: bool) -> tuple[Koan, ...]:
    """All koans, of whose batches a part is taken; the naive way every n-th koan."""
    return koans[number::count] if naive else koans


def opened(config: Config, var: Path, adapter: Path | None) -> ModelArm:
    """The arm, with nothing in its cache."""
    base = ensure_model(config.model, config.var)
    arm = open_arm("candidate" if adapter else "base", config, open_judge(config), base, adapter)
    assert isinstance(arm, ModelArm)
    arm.config = config.model_copy(update={"root": var})
    return arm


def cpu() -> float:
    """CPU seconds of this process so far, its imports included."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def config_of(options: argparse.Namespace) -> Config:
    """Settings, with what was overridden."""
    return load_config(options.config, options.set or [])


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--adapter", type=Path)
    parser.add_argument("--n", type=int, default=24)
    parser.add_argument("--shards", type=int, default=2)
    parser.add_argument("--config", type=Path, default=Path("conf/default.yaml"))
    parser.add_argument("--set", action="append")
    parser.add_argument("--part", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--naive", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
