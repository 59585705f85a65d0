"""What `benchmarks/serve_load.py` counts: requests lost or answered by a mixture, under swaps and kills."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

from nightschool.phases import Context
from tests.serving import asking
from tests.serving.asking import Asker, Away, Ended
from tests.serving.load import Load, told
from tests.serving.making import Server

EXPECTED = {"1": "one", "2": "two"}


class Answers(Asker):
    """A client whose server does what it is told, try by try."""

    def __init__(self, away: Away, *tries: Callable[[], tuple[str, bool]]) -> None:
        super().__init__(cast(Server, None), EXPECTED, away)
        self.tries = iter(tries)

    def once(self, kind: str) -> tuple[str, bool]:
        return next(self.tries)()


def refused() -> tuple[str, bool]:
    raise httpx.ConnectError("refused")


def test_a_failure_while_the_server_is_there_is_a_lost_request() -> None:
    ended = Answers(Away(), refused).until_answered("fix")
    assert (ended.lost, ended.tries) == ("ConnectError: refused", 1)


def test_a_failure_while_it_is_away_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "AGAIN_S", 0.0)
    away = Away()
    with away.now():
        ended = Answers(away, refused, refused, lambda: ("1", True)).until_answered("fix")
    assert (ended.lost, ended.tries, ended.version, ended.right) == ("", 3, "1", True)
    time.sleep(0.01)
    assert Answers(away, refused).until_answered("fix").lost, "it is back since"


@pytest.mark.parametrize(
    ("models", "text", "right"),
    [({"n:1"}, "one", True), ({"n:1"}, "two", False), ({"n:1", "n:2"}, "one", False), ({"n:3"}, "one", False)],
)
def test_an_answer_is_right_only_if_all_of_it_is_one_versions(models: set[str], text: str, right: bool) -> None:
    assert Answers(Away()).judged(models, text)[1] is right


def test_the_table_counts_by_kind_and_names_what_was_lost() -> None:
    load = Load(cast(Context, None), ("1", "2"), 6, 4.0, 30.0, seconds=180.0, swaps=3)
    load.ended = [
        Ended("whole", 0.5, "1", True), Ended("whole", 1.5, "2", True, tries=2), Ended("fix", 2.5, "2", False),
        Ended("streamed", 9.0, lost="ConnectError: refused"),
    ]  # fmt: skip
    load.kills["SIGKILL"] = 2
    assert load.faults == 2
    assert told(load)[2:] == [
        "| streamed 1 | 0 | 1 | 0 | 0 | nan | nan |",
        "| whole 2 | 2 | 0 | 0 | 1 | 1.50 | 1.50 |",
        "| fix 1 | 1 | 0 | 1 | 0 | 2.50 | 2.50 |",
        "| all 4 | 3 | 1 | 1 | 1 | 1.50 | 2.50 |",
        "",
        "180 s, 6 clients; 3 swaps; ended by SIGKILL 2; answers by version 1: 1, version 2: 2.",
        "LOST streamed: ConnectError: refused",
    ]


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_nothing_is_lost_or_mixed_while_versions_swap_and_the_server_is_killed_and_ended(tmp_path: Path) -> None:
    """Both ways to end a server, and swaps between them; how long each takes is the machine's."""
    load = Load.of(tmp_path, clients=3, swap_s=0.5, kill_s=5.0)
    load.run(10.0, lambda: load.swaps > 1 and {"SIGKILL", "SIGTERM"} == set(load.kills) and len(load.ended) >= 30)
    assert load.faults == 0, told(load)
    answered: Any = {(one.kind, one.version) for one in load.ended}
    assert {kind for kind, _ in answered} == {"streamed", "whole", "fix"}
    assert {version for _, version in answered} == set(load.versions)
