"""What mining patterns costs and yields: seconds, support, size, and proposals a program.

    python benchmarks/patterns.py CORPUS.jsonl --out patterns.json [--rows 1000]

Covered: mining and writing. What the patterns solve is measured by
`benchmarks/search.py SUITE --patterns FILE`.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.repair.patterns import learn_patterns, write_patterns


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=0, help="of the corpus; 0 for all")
    args = parser.parse_args()
    rows = read_corpus(args.corpus).rows
    began, cpu = time.monotonic(), time.process_time()
    learnt = learn_patterns(rows[: args.rows] if args.rows else rows)
    print(f"mined {learnt.rows} rows in {time.monotonic() - began:.1f} s ({time.process_time() - cpu:.1f} s of CPU)")
    write_patterns(args.out, learnt)
    print(f"{len(learnt.patterns)} patterns, {len(learnt.examples)} rows, {args.out.stat().st_size / 1e6:.1f} MB")
    support = Counter(min(one.rows, 10) for one in learnt.patterns)
    groups = Counter(min(one.groups, 10) for one in learnt.patterns)
    print("patterns by rows that show them (10: or more):", dict(sorted(support.items())))
    print("patterns by templates or files (10: or more):", dict(sorted(groups.items())))
    codes = Counter(code for one in learnt.patterns for code in one.codes)
    print("patterns by code:", ", ".join(f"{code} {count}" for code, count in codes.most_common(20)))


if __name__ == "__main__":
    main()
