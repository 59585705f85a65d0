"""A project with a tiny random model, a toy corpus of two families and suites of two koans."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus import write_corpus
from nightschool.koans import write_suite
from nightschool.phases.context import Context
from nightschool.phases.strategies.compare import open_bench
from nightschool.types import Koan
from tests.tiny import tiny_base

sys.path.insert(0, str(Path(__file__).parents[1] / "learning"))
from toy import toy_rows

FAMILY = {"missing-mut": "borrow_checker", "string-vs-str": "type_mismatch"}


def rows():
    """Toy rows of two families, a quarter of them from the domains."""
    found = [replace(row, family=FAMILY[row.pattern], id=f"toy-{i}") for i, row in enumerate(toy_rows())]
    return [replace(row, source="domains") if i % 4 == 0 else row for i, row in enumerate(found)]


def koans(prefix):
    """One koan of each family."""
    first, second = rows()[:2]
    tests = {
        first.id: "#[test]\nfn sums() {\n    assert_eq!(total_of(&[1, 2]), 3);\n}\n",
        second.id: '#[test]\nfn shows() {\n    assert_eq!(show_total(7), "7");\n}\n',
    }
    return [
        Koan(
            f"{prefix}-{row.pattern}", row.family, row.pattern, (row.error_code,), row.broken, row.fixed, tests[row.id]
        )
        for row in (first, second)
    ]


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    tiny_base(root / "tiny")
    write_corpus(root / "corpus", rows(), {})
    for name in ("dev", "shadow"):
        write_suite(root / "corpus" / name, koans(name))
    write_suite(root / "koans/frozen", koans("frozen"))
    write_suite(root / "koans/domains", koans("domains"))
    return root


def settings(root, *more):
    return load_config(
        None,
        [
            f"root={root}", f"model.base_model={root / 'tiny'}", "train.rank=3", "train.alpha=6",
            "train.batch_tokens=2000", "train.eval_steps=100", "train.checkpoint_steps=100", "train.learning_rate=0.01",
            "answer.max_new_tokens=400", "model.dtype=float32", "answer.batch_size=4",
            "rehearse.minutes=0.02", "repair.list_minutes=0.02", "prefer.samples=2", *more,
        ],
    )  # fmt: skip


@pytest.fixture(scope="session")
def bench(root):
    return open_bench(Context(settings(root), "test"), root / "corpus", rows=8)
