"""Phase choose: what it learns from, to which target, and what it leaves as a policy's folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config import RepairConfig
from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.phases.measured import CHOSEN
from nightschool.phases.recipes_preference import choose
from nightschool.repair.chooser import Chooser
from nightschool.repair.lists import LISTS, write_lists
from nightschool.repair.policy import read_policy
from nightschool.types import Row

ROW = Row(
    "r", "aligned", "borrow_checker", "missing-mut", "E0384", "fn f() {\n    let n = 1;\n    n += 1;\n}\n",
    "fn f() {\n    let mut n = 1;\n    n += 1;\n}\n", "error[E0384]: cannot assign twice\nline 3: here", "t", "t",
)  # fmt: skip


@pytest.mark.parametrize("sure", [0.9, 0.99])
def test_the_chooser_is_taught_to_the_configured_share_and_left_with_its_patterns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sure: float
) -> None:
    write_corpus(tmp_path / "curate", [ROW], {})
    (tmp_path / "pair").mkdir()
    write_lists(tmp_path / "pair" / LISTS, [])
    asked: list[Any] = []

    def learn(lists: Any, seed: int, settings: Any) -> tuple[Chooser, dict[str, Any]]:
        asked.append((list(lists), seed, settings.sure.target))
        return Chooser({"distance": -1.0}), {"held_out": {"all": {"right": 3.0}}}

    monkeypatch.setattr("nightschool.repair.learn.learn", learn)
    config = load_config(None, [f"repair.sure={sure}", "seed=7"])
    context: Any = SimpleNamespace(config=config, output=lambda phase: tmp_path / phase)
    done = choose(context, tmp_path / "choose")
    assert asked == [([], 7, sure)]
    assert (done.outcome, done.metrics) == ("learnt", {"held_out.all.right": 3.0})
    policy = read_policy(tmp_path / "choose" / CHOSEN, RepairConfig())
    assert policy.chooser.digest == done.digests["chooser"]
    assert policy.patterns is not None
    assert policy.patterns.rows == 1


def test_what_developers_ran_into_is_kept_however_many_rows_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One example a code is allowed: of a row and an episode at E0384 both stay, and of two rows one."""
    monkeypatch.setattr("nightschool.repair.patterns.record.EXAMPLES", 1)
    monkeypatch.setattr("nightschool.repair.learn.learn", lambda *_: (Chooser({}), {"held_out": {}}))
    (tmp_path / "pair").mkdir()
    write_lists(tmp_path / "pair" / LISTS, [])
    other = replace(ROW, id="o", broken=ROW.broken.replace("+= 1", "*= 2"), fixed=ROW.fixed.replace("+= 1", "*= 2"))
    for source, kept in (("aligned", 1), ("episodes", 2)):
        write_corpus(tmp_path / "curate", [ROW, replace(other, source=source)], {})
        context: Any = SimpleNamespace(config=load_config(None, []), output=lambda phase: tmp_path / phase)
        choose(context, tmp_path / source)
        policy = read_policy(tmp_path / source / CHOSEN, RepairConfig())
        assert policy.patterns is not None
        assert (policy.patterns.rows, len(policy.patterns.examples)) == (2, kept)
