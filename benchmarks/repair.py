"""Verdicts a second on a search's candidates: `judge.compile` as it was at commit 64877b6, against screening.

    python benchmarks/repair.py [--suite koans/domains] [--koans 24] [--compiles 300] [--candidates FILE]
        [--together 12] [--before COMMIT_OR_FOLDER] [--record FILE] [--json FILE]

The candidates are those of `repair.search` over a suite's broken programs, in the order in which the search asks for
them; --record keeps them for --candidates. Both ways judge the same candidates, each in a process of its own that
stays, a group of koans at a time (the search takes up to 40) and in turns, the one that begins changing. The way before
compiles them all. The way now screens them and compiles those whose diagnostics the search goes on from. Neither has a
cache. All verdicts must agree.

Not covered: making the candidates, and quiet machines: compare the ratios.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

BEFORE = "64877b6"
DRAWS = 2000


@dataclass(frozen=True)
class Asked:
    """A program that the search asks about."""

    koan: str
    edition: str
    source: str
    diagnosed: bool = False
    """Its diagnostics are asked for, after its verdict was."""


@dataclass(frozen=True)
class Turn:
    """Some koans' candidates, judged in both ways."""

    koans: tuple[str, ...]
    n: int
    before_s: float
    now_s: float


def main() -> None:
    """Make or read the candidates, judge them in both ways, print, write."""
    options = arguments()
    asked = read(options.candidates) if options.candidates else list(made(options))
    if options.record:
        options.record.write_text("".join(json.dumps(asdict(one)) + "\n" for one in asked))
    with tempfile.TemporaryDirectory() as name:
        turns = list(in_turns(asked, options.together, source_folder(options.before, Path(name))))
    figures = summed(turns)
    for key, value in figures.items():
        print(f"{key:>24}  {value}")
    if options.json:
        options.json.write_text(json.dumps({**figures, "turns": [asdict(turn) for turn in turns]}, indent=2) + "\n")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--suite", type=Path, default=Path("koans/domains"))
    parser.add_argument("--koans", type=int, default=24, help="koans of the suite, spread over it")
    parser.add_argument("--compiles", type=int, default=300, help="candidates a koan")
    parser.add_argument("--together", type=int, default=12, help="koans judged together")
    parser.add_argument("--candidates", type=Path, help="take those instead (one JSON object a line)")
    parser.add_argument("--record", type=Path, help="write the candidates there")
    parser.add_argument("--before", default=BEFORE, help="commit, or folder with `nightschool`, to compare with")
    parser.add_argument("--json", type=Path, help="write the figures there")
    return parser.parse_args()


def read(path: Path) -> list[Asked]:
    with path.open() as lines:
        return [Asked(**json.loads(line)) for line in lines]


def made(options: argparse.Namespace) -> Iterator[Asked]:
    """What the search asks of the judge for each koan, whose own verdict is asked of both ways alike."""
    from nightschool.koans import load_suite
    from nightschool.repair import Budget, search
    from nightschool.types import Program

    judge, koans = cold_judge(), load_suite(options.suite).koans
    for koan in random.Random(0).sample(list(koans), min(options.koans, len(koans))):
        listening = Listening(judge)
        search(listening, [Program(koan.broken, edition=koan.edition)], budget=Budget(compiles=options.compiles))
        for source, diagnosed in listening.heard:
            yield Asked(koan.id, koan.edition, source, diagnosed)


class Listening:
    """A judge that remembers what it was asked for: each source, and whether its diagnostics."""

    def __init__(self, judge: Any) -> None:
        self.judge = judge
        self.heard: list[tuple[str, bool]] = []

    def compile(self, programs: Sequence[Any]) -> Any:
        """As the judge."""
        self.heard += [(program.source, True) for program in programs]
        return self.judge.compile(programs)

    def screen(self, programs: Sequence[Any], diagnose: Any = True) -> Any:
        """As the judge."""
        self.heard += [(program.source, False) for program in programs]
        return self.judge.screen(programs, diagnose)


def cold_judge() -> Any:
    from nightschool.config import Config
    from nightschool.rust.judge import open_judge

    return open_judge(Config.model_validate({"judge": {"cache": False}}))


def source_folder(before: str, scratch: Path) -> Path:
    """The folder with the package as it was: a folder is taken as it is, a commit's is unpacked into `scratch`."""
    if Path(before).is_dir():
        return Path(before)
    archive = subprocess.run(["git", "archive", before, "src"], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(scratch, filter="data")
    return scratch / "src"


def in_turns(asked: Sequence[Asked], together: int, before: Path) -> Iterator[Turn]:
    """Each group of koans judged by both, one after the other."""
    ways = {"compile": Worker(before), "screen": Worker(Path(__file__).parents[1] / "src")}
    for how, worker in ways.items():  # what the first run reads from the disk, the others find in memory
        worker.ask(how, asked[:8])
    koans = list(dict.fromkeys(one.koan for one in asked))
    for number, at in enumerate(range(0, len(koans), together)):
        group = tuple(koans[at : at + together])
        rows = [one for one in asked if one.koan in group]
        found = {how: ways[how].ask(how, rows) for how in sorted(ways, reverse=number % 2 == 1)}
        if found["compile"]["verdicts"] != found["screen"]["verdicts"]:
            raise SystemExit(f"The verdicts on {', '.join(group)} differ.")
        n = sum(not one.diagnosed for one in rows)
        yield Turn(group, n, found["compile"]["seconds"], found["screen"]["seconds"])


class Worker:
    """A process that judges with one state of the package."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )

    def ask(self, how: str, rows: Sequence[Asked]) -> Any:
        """Verdicts and seconds."""
        sent = [[one.edition, one.source, one.diagnosed] for one in rows]
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([how, sent]).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def serve() -> None:
    """Judge what comes in until there is no more."""
    from nightschool.types import Program

    judge = cold_judge()
    for line in sys.stdin:
        how, rows = json.loads(line)
        plain = [Program(source, edition=edition) for edition, source, diagnosed in rows if not diagnosed]
        diagnosed = [Program(source, edition=edition) for edition, source, diagnosed in rows if diagnosed]
        started = time.perf_counter()
        found = judge.compile(plain) if how == "compile" else judge.screen(plain, False)
        if how == "screen":
            judge.compile(diagnosed)
        seconds = time.perf_counter() - started
        print(json.dumps({"seconds": seconds, "verdicts": [one.verdict for one in found]}), flush=True)


def summed(turns: Sequence[Turn]) -> dict[str, Any]:
    """Rates over all koans, their ratio, and its 95 % interval over draws of groups."""
    rng = random.Random(0)
    ratios = [ratio(rng.choices(turns, k=len(turns))) for _ in range(DRAWS)]
    n = sum(turn.n for turn in turns)
    spread = statistics.quantiles(ratios, n=40)
    return {
        "koans": sum(len(turn.koans) for turn in turns),
        "candidates": n,
        "before, verdicts a second": round(n / sum(turn.before_s for turn in turns), 1),
        "now, verdicts a second": round(n / sum(turn.now_s for turn in turns), 1),
        "ratio": round(ratio(turns), 2),
        "95 % interval": [round(spread[0], 2), round(spread[-1], 2)],
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
    }


def ratio(turns: Sequence[Turn]) -> float:
    return sum(turn.before_s for turn in turns) / sum(turn.now_s for turn in turns)


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["--serve"] else main()
