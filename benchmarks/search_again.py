"""Search rows of the package again, where operators that are newer than their lists propose something.

    .venv/bin/python benchmarks/search_again.py CORPUS LISTS OPERATOR...
    .venv/bin/python benchmarks/ship_lists.py LISTS src/nightschool/repair/shipped_{lists,rows}.jsonl.xz

CORPUS: a night's or `nightschool generate`'s corpus.jsonl. LISTS: where the new lists go, a .jsonl. Searching all rows
takes an hour; this asks first, without compiling anything, at which rows one of the named operators would be tried.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nightschool.config import Config
from nightschool.curriculum.corpus_file import read_corpus
from nightschool.phases.searched import halves, wanted_lists
from nightschool.repair.lists import Listed, shipped_lists, write_lists
from nightschool.repair.operators import OPERATORS
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.place import Place
from nightschool.repair.teach import make_lists
from nightschool.rust.judge import open_judge


def main() -> None:
    """Search what is concerned, half of the groups with the patterns of the other half, as a night does."""
    corpus, target, *names = sys.argv[1:]
    rows = list(read_corpus(Path(corpus)).rows)
    wanted = {one.row for one in shipped_lists() if concerned(one, names)}
    print(f"{len(wanted)} of {len(shipped_lists())} lists are concerned", flush=True)
    config, parts = Config(), halves(rows)
    judge, lists = open_judge(config), list[Listed]()
    for mined, searched in ((parts.one, parts.other), (parts.other, parts.one)):
        again = [row for row in searched if row.id in wanted]
        budget = replace(wanted_lists(config, judge, learn_patterns(mined)), seconds=3600.0)
        lists += make_lists(judge, again, wanted=budget, progress=said)
        write_lists(Path(target), lists)


def concerned(one: Listed, names: Sequence[str]) -> bool:
    """Whether one of the operators proposes something for an error of a code that it is made for."""
    place = Place(one.broken, one.diagnostics)
    asked = [OPERATORS[name] for name in names if OPERATORS[name].codes & place.codes]
    return any(next(iter(operator.find(place)), None) is not None for operator in asked)


def said(done: int, total: int, pairs: int) -> None:
    """One line a batch."""
    print(f"{done} rows searched, {pairs} pairs", flush=True)


if __name__ == "__main__":
    main()
