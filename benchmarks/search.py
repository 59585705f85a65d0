"""What repair search reaches on a suite: how often a candidate passes, and how often the first in the fixed order does.

    python benchmarks/search.py koans/domains --compiles 200 [--codes E0382,E0499] [--koans 20] [--sources rustc]

Takes a suite, a corpus (`corpus.jsonl:N` draws N rows with tests, patterns by turns), or a folder of cases. Hidden
tests only count here; they choose nothing. Not covered: what is learnt (`nightschool evaluate`).
"""

from __future__ import annotations

import argparse
import json
import random
import time
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nightschool.config import Config
from nightschool.repair import PROPOSERS, Budget, Found, search
from nightschool.repair.patterns import read_patterns
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Program, Verdict


def main() -> None:
    args = _arguments()
    judge = open_judge(Config(root=args.root))
    koans = [koan for koan in _koans(args.suite) if not args.codes or {*koan.codes} & {*args.codes.split(",")}]
    koans = koans[args.skip : args.skip + args.koans] if args.koans else koans
    wanted = args.sources.split(",")
    every = [*PROPOSERS, *([read_patterns(args.patterns)] if args.patterns else [])]
    sources = [lambda place, one=one: (p for p in one(place) if p.step.source in wanted) for one in every]
    began = time.monotonic()
    programs = [Program(koan.broken, edition=koan.edition) for koan in koans]
    found = search(judge, programs, sources, Budget(args.compiles, args.depth))
    searched = time.monotonic() - began
    passed = _passed(judge, koans, found)
    _show(koans, found, passed, args.quiet)
    print(f"search {searched:.1f} s, {sum(one.compiles for one in found) / max(searched, 1e-9):.0f} compiles a second")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite")
    parser.add_argument("--compiles", type=int, default=200)
    parser.add_argument("--depth", type=int, default=2)
    parser.add_argument("--codes", default="")
    parser.add_argument("--koans", type=int, default=0)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--sources", default="rustc,operator,pattern")
    parser.add_argument("--patterns", type=Path, help="learnt patterns to search with (`patterns.json` of a policy)")
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--quiet", action="store_true")
    return parser.parse_args()


def _koans(place: str) -> list[Any]:
    path, _, count = place.partition(":")
    if path.endswith(".jsonl"):
        return _rows(Path(path), int(count or 100))
    if any(Path(path).glob("*/case.toml")):
        return _cases(Path(path))
    from nightschool.koans import load_suite

    return [
        SimpleNamespace(id=k.id, family=k.family, pattern=k.pattern, codes=k.error_codes, broken=k.broken,
                        tests=k.tests, edition=k.edition)
        for k in load_suite(Path(path)).koans
    ]  # fmt: skip


def _rows(path: Path, count: int) -> list[Any]:
    """Rows with tests, patterns by turns."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    rows = [row for row in rows if row["tests"]]
    random.Random(7).shuffle(rows)
    turns: Counter[str] = Counter()
    ranked = []
    for row in rows:
        turns[row["pattern"]] += 1
        ranked.append((turns[row["pattern"]], len(ranked), row))
    return [
        SimpleNamespace(id=r["id"], family=r["family"], pattern=r["pattern"], codes=(r["error_code"],),
                        broken=r["broken"], tests=r["tests"], edition=r["edition"])
        for _, _, r in sorted(ranked, key=lambda one: one[:2])[:count]
    ]  # fmt: skip


def _cases(path: Path) -> list[Any]:
    found = []
    for folder in sorted(path.glob("*/case.toml")):
        about = tomllib.loads(folder.read_text(encoding="utf-8"))
        text = {name: (folder.parent / f"{name}.rs").read_bytes().decode() for name in ("broken", "tests")}
        found.append(
            SimpleNamespace(id=about["id"], family=about["family"], pattern=about["kind"],
                            codes=tuple(about["error_codes"]), edition=about["edition"], **text)
        )  # fmt: skip
    return found


def _passed(judge: Judge, koans: list[Any], found: list[Found]) -> dict[int, list[bool]]:
    jobs = [(n, one) for n, each in enumerate(found) for one in each.candidates]
    asked = [Program(one.program, koans[n].tests, koans[n].broken, koans[n].edition) for n, one in jobs]
    passed: dict[int, list[bool]] = defaultdict(list)
    for (n, _), judgement in zip(jobs, judge.judge(asked), strict=True):
        passed[n].append(judgement.verdict is Verdict.PASSED)
    return passed


def _show(koans: list[Any], found: list[Found], passed: dict[int, list[bool]], quiet: bool) -> None:
    total: dict[str, list[float]] = defaultdict(lambda: [0.0] * 5)
    for n, (koan, one) in enumerate(zip(koans, found, strict=True)):
        right = passed[n]
        row = [1, one.compiles, len(one.candidates), any(right), bool(right) and right[0]]
        for family in (koan.family, "ALL"):
            total[family] = [a + b for a, b in zip(total[family], row, strict=True)]
        if not quiet:
            by = next((c.steps[-1].name for c, ok in zip(one.candidates, right, strict=True) if ok), "")
            mark = by or ("NEVER" if one.before.verdict is Verdict.NOT_COMPILED else "compiles already")
            codes = ",".join(koan.codes)
            print(f"{koan.id:44} {koan.pattern[:30]:30} {codes:14} {row[1]:4} {row[2]:3} {row[3]:d} {row[4]:d} {mark}")
    print(f"{'family':22} koans  compiles  candidates  ceiling  first")
    for family, (n, tried, candidates, ceiling, first) in sorted(total.items()):
        print(f"{family:22} {n:5.0f} {tried / n:9.1f} {candidates / n:11.1f} {ceiling:8.0f} {first:6.0f}")


if __name__ == "__main__":
    main()
