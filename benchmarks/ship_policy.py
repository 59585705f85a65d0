"""Write the policy that the package ships, for who has not been through a night, from what the package ships.

    .venv/bin/python benchmarks/ship_policy.py var/phases/curate/KEY/corpus.jsonl

The chooser is learnt from the shipped lists (`ship_lists.py` first), patterns from a night's verified rows of templates
and lessons of the package. Done again whenever lists, features or the learning of choosers change; minutes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.corpus_file import read_corpus
from nightschool.files import write_atomic, write_json
from nightschool.repair.learn import Settings, learn
from nightschool.repair.learn_surety import SuretySettings
from nightschool.repair.lists import shipped_lists
from nightschool.repair.packed import PACKED, packed
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import BUILT_IN, CHOOSER, PATTERNS, REPORT, write_policy

SOURCES = ("aligned", "lessons")


def main() -> None:
    """Learn, pack, and say what it is worth on held-out lists."""
    rows = [row for row in read_corpus(Path(sys.argv[1])).rows if row.source in SOURCES]
    config = Config()
    chooser, report = learn(shipped_lists(), config.seed, Settings(sure=SuretySettings(target=config.repair.sure)))
    write_json(BUILT_IN.parent / REPORT, dict(chooser.taught))
    with tempfile.TemporaryDirectory() as folder:
        write_policy(Path(folder), chooser, learn_patterns(rows))
        for name in (CHOOSER, PATTERNS):
            target = BUILT_IN / (name + PACKED)
            write_atomic(target, packed(target, (Path(folder) / name).read_bytes()))
            print(f"{target.name}: {target.stat().st_size >> 10} KiB")
    print({name: report[name] for name in ("lists", "patterns", "searched")}, report["held_out"]["all"])
    print({name: report["surety"][name] for name in ("threshold", "as_found", "known_patterns", "without_passing")})


if __name__ == "__main__":
    main()
