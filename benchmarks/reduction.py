"""How many episodes become lessons, on a history made by mutation: no developer's history, and said so.

    python benchmarks/reduction.py [--package tests/episodes/crate] [--episodes 60] [--seed 0] [--keep DIR]

Mutants of the package's files are drawn, each operator as often as the others; each is checked by the real
`cargo nightschool check`, put right, and checked again, so that the store holds what a developer's day would leave.
Then `episodes reduce --all`. Printed: what is left after each step, by what the rest ended, lines before and after.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median

from nightschool.config import Config
from nightschool.curriculum.mutation.engine import Mutant, mutants
from nightschool.episodes.reduction.reduce import Reduced, Step, reduce_kept
from nightschool.episodes.store import Store
from nightschool.episodes.watched import key_of
from nightschool.rust.judge import open_judge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, default=Path("tests/episodes/crate"))
    parser.add_argument("--episodes", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="Folder for the lessons.")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        package, store = Path(scratch) / "package", Path(scratch) / "store" / "episodes.db"
        shutil.copytree(args.package, package, ignore=shutil.ignore_patterns("target"))
        tried = history(package, store, args.episodes, args.seed)
        with Store(store) as kept:
            found = kept.episodes()
            print(f"{tried} mutants, {len(found)} episodes, {sum(one.repaired is not None for one in found)} repaired")
            judge = open_judge(Config(root=Path(scratch)))
            began = time.monotonic()
            made = [one for _, one, _ in reduce_kept(found, judge, kept, args.keep or Path(scratch) / "lessons")]
            report(made, time.monotonic() - began)


def history(package: Path, store: Path, wanted: int, seed: int) -> int:
    """Break and repair the package until the store holds so many episodes; how many mutants that took."""
    with Store(store) as opened:
        opened.enable(key_of(package), package.name, True, 30)
    command = store.parent / "cargo-nightschool"
    command.write_text(f"#!{sys.executable}\nfrom nightschool.episodes.cargo import main\nmain()\n")
    command.chmod(0o755)
    environment = dict(os.environ) | {
        "PATH": f"{store.parent}{os.pathsep}{os.environ['PATH']}",
        "NIGHTSCHOOL_EPISODES": str(store), "NIGHTSCHOOL_EPISODES_WAIT": "1", "CARGO_NET_OFFLINE": "true",
    }  # fmt: skip
    tried = kept = 0
    for path, mutant in drawn(package, seed):
        if kept >= wanted:
            break
        tried += 1
        if check(package, path, mutant.broken, environment):
            kept += 1
            check(package, path, mutant.fixed, environment)
    return tried


def check(package: Path, path: Path, text: str, environment: dict[str, str]) -> bool:
    """Whether the package fails with this text."""
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(["cargo", "nightschool", "check", "-q"], cwd=package, env=environment, capture_output=True)
    return done.returncode == 101


def drawn(package: Path, seed: int) -> list[tuple[Path, Mutant]]:
    """Mutants in turn of their operators."""
    random.seed(seed)
    found: dict[str, list[tuple[Path, Mutant]]] = defaultdict(list)
    for path in sorted((package / "src").rglob("*.rs")):
        for mutant in mutants(path.read_text(encoding="utf-8")):
            found[mutant.operator].append((path, mutant))
    for group in found.values():
        random.shuffle(group)
    most = max(map(len, found.values()))
    return [group[turn] for turn in range(most) for group in found.values() if turn < len(group)]


def report(made: list[Reduced], seconds: float) -> None:
    steps = Counter(one.step for one in made)
    left = len(made)
    print(f"{left:4} episodes")
    for step in Step:
        if step is not Step.LESSON:
            left -= steps[step]
            print(f"{left:4} after leaving out {steps[step]:3} that end with: {step}")
    lessons = [one for one in made if one.step is Step.LESSON]
    if lessons:
        print(f"lines, median: {median(one.lines_before for one in lessons)} to {median(one.lines for one in lessons)}")
    patterns = Counter(one.draft.pattern for one in lessons if one.draft)
    codes = {one.draft.expected_code for one in lessons if one.draft}
    print(f"{len(codes)} codes, {len(patterns)} patterns: {dict(patterns.most_common())}")
    print(f"{sum(one.compiled for one in made)} programs compiled, {seconds:.0f} s")


if __name__ == "__main__":
    main()
