"""Shared by all tests: threads that wait sleep, so that tests do not starve one another; a timing is never a test."""

import gc
import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
# Hundreds of commands are started here. Images often forbid Python to keep what it has translated, and each start would
# translate the package again, and each test process all tests: a second of a processor, and twenty.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

HERE = Path(__file__).parent
LONG = (
    "airflow/test_following.py", "learning/test_training.py", "airflow/test_cycle_branches.py", "cargo/test_fix.py",
    "learning/test_processes.py", "phases/test_repair.py", "learning/test_preference.py", "episodes/test_capture.py",
    "airflow/test_release_dags.py", "airflow/test_notices_dags.py", "phases/test_promotion.py",
    "episodes/test_watch.py", "cli/test_cli.py", "episodes/test_commands.py",
    "learning/test_preference_lists.py", "curriculum/test_lessons.py", "curriculum/test_corpus.py",
    "repair/test_cases.py", "repair/test_shipped.py",
)  # fmt: skip
"""Files of minutes, which begin first: a file stays in one process, and the last one to begin keeps the other waiting.

`make test` has xdist keep this order (`--no-loadscope-reorder`): by itself it begins with the files of most tests, and
the longest have few.
"""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """Modules and tests stay to the end: the collector of cycles looks at them neither now nor ever again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = long_first(items)


def long_first(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Tests of the files of minutes, in the order in which these are named, then all others as they were."""
    place = {HERE / name: number for number, name in enumerate(LONG)}
    return sorted(items, key=lambda item: place.get(item.path, len(place)))
