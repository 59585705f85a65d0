"""Files of minutes begin first, and `make test` keeps them there."""

import gc
from types import SimpleNamespace

from tests.conftest import HERE, LONG, long_first

MAKEFILE = (HERE.parent / "Makefile").read_text(encoding="utf-8")


def test_long_files_come_first_and_everything_else_stays_in_its_order() -> None:
    names = ["a.py", LONG[1], "b.py", LONG[0], LONG[1], "c.py"]
    items = [SimpleNamespace(path=HERE / name, number=number) for number, name in enumerate(names)]
    assert [one.number for one in long_first(items)] == [3, 1, 4, 0, 2, 5]  # type: ignore[arg-type, attr-defined]


def test_the_long_files_are_there_and_two_processes_keep_their_order() -> None:
    assert [name for name in LONG if not (HERE / name).is_file()] == []
    assert len(set(LONG)) == len(LONG)
    assert "--dist loadfile --no-loadscope-reorder" in MAKEFILE


def test_the_collector_of_cycles_works_and_leaves_modules_and_tests_alone() -> None:
    assert gc.isenabled()
    assert gc.get_freeze_count() > 10_000
