"""Each setting of a policy changes what it does: patterns, watching, budgets; and its files come back as they went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config, RepairConfig
from nightschool.errors import IntegrityError
from nightschool.repair import watching
from nightschool.repair.chooser import FIXED, Chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import CHOOSER, Policy, read_policy, write_policy
from nightschool.repair.repairer import Repairer
from nightschool.repair.surety import Surety
from nightschool.repair.watching import Watcher
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Program, Row

SETTINGS = RepairConfig(compiles=20, depth=1, pattern_compiles=10, behaviour_s=2.0)
LEARNT = Chooser({"distance": -1.0}, Surety({"one": 3.0}, 0.9))
FARE = """fn fare(zones: u32, riders: u32) -> u32 {
    zones * 100 + riders
}

pub fn price(line: u32, zones: u32, riders: u32) -> u32 {
    fare(line, zones, riders)
}
"""
TAUGHT = "pub fn total(n: u32) -> u32 {\n    sum_of(n)\n}\n\nfn sum_up(n: u32) -> u32 {\n    n\n}\n"


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("repairer")))


def row() -> Row:
    said = "error[E0425]: cannot find function `sum_of` in this scope\nline 2: not found in this scope"
    return Row(
        "r", "aligned", "names", "unknown-name", "E0425", TAUGHT, TAUGHT.replace("sum_of", "sum_up"), said, "t", "g"
    )


@pytest.mark.integration
def test_learnt_patterns_are_compiled_with_a_budget_of_their_own_and_none_at_zero(judge: Judge) -> None:
    """A row of another program that calls a function misspelt, carried over to one: its repair is a pattern's too."""
    program = Program(TAUGHT.replace("total", "whole"))
    with_patterns = Policy(SETTINGS, FIXED, learn_patterns([row()]))
    without = replace(with_patterns, settings=SETTINGS.model_copy(update={"pattern_compiles": 0}))
    (more,) = Repairer(judge, with_patterns).search([program])
    (less,) = Repairer(judge, without).search([program])
    assert less.compiles <= SETTINGS.compiles
    assert 0 < more.compiles - less.compiles <= SETTINGS.pattern_compiles
    assert with_patterns.digest != without.digest


@pytest.mark.integration
def test_candidates_are_run_only_where_something_is_learnt_and_time_is_given(judge: Judge, tmp_path: Path) -> None:
    (found,) = Repairer(judge, Policy(SETTINGS)).search([Program(FARE)])
    assert len(found.candidates) >= 3  # one for each argument that may go
    (seen,) = Watcher(judge, 2.0, tmp_path).features([found])
    (again,) = Watcher(judge, 2.0, tmp_path).features([found])
    assert seen == again
    assert all("behaviour_calls" in one for one in seen)
    assert Watcher(judge, 0.0, tmp_path).features([found]) == [[{}] * len(found.candidates)], "kept by another budget"
    assert Watcher(judge, 0.0).features([found]) == [[{}] * len(found.candidates)]
    assert Watcher(judge, 0.0).described([found], [[0, 1]]) == ([[{}] * len(found.candidates)], [[{}, {}]])
    assert Repairer(judge, Policy(SETTINGS, LEARNT)).watcher.seconds == 2.0
    assert Repairer(judge, Policy(SETTINGS, FIXED)).watcher.seconds == 0.0


@pytest.mark.integration
def test_what_was_seen_is_of_all_candidates(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns of another night add a candidate after those that are run: it has features, and the others' stay."""
    monkeypatch.setattr(watching, "MOST", 2)
    (found,) = Repairer(judge, Policy(SETTINGS)).search([Program(FARE)])
    fewer = replace(found, candidates=found.candidates[:-1])
    (seen,), (short,) = (Watcher(judge, 2.0, tmp_path).features([one]) for one in (found, fewer))
    assert (len(seen), len(short)) == (len(found.candidates), len(found.candidates) - 1)


@pytest.mark.integration
def test_compiles_and_depth_are_what_the_settings_say(judge: Judge) -> None:
    few = SETTINGS.model_copy(update={"compiles": 5})
    deep = SETTINGS.model_copy(update={"depth": 2})
    (a,), (b,), (c,) = (Repairer(judge, Policy(one)).search([Program(FARE)]) for one in (few, SETTINGS, deep))
    assert a.compiles <= 5 < b.compiles
    assert {len(one.steps) for one in b.candidates} == {1}
    assert max(len(one.steps) for one in c.candidates) <= 2


def test_a_policys_files_come_back_and_damaged_ones_are_refused(tmp_path: Path) -> None:
    patterns = learn_patterns([row()])
    write_policy(tmp_path, LEARNT, patterns)
    read = read_policy(tmp_path, SETTINGS)
    assert read.digest == Policy(SETTINGS, LEARNT, patterns).digest
    assert read.digest != read_policy(tmp_path, SETTINGS.model_copy(update={"drawn": 9})).digest
    lists_only = SETTINGS.model_copy(update={"list_minutes": 9.0, "list_compiles": 9})
    assert read.digest == read_policy(tmp_path, lists_only).digest  # they decide no repair
    (tmp_path / CHOOSER).write_text((tmp_path / CHOOSER).read_text()[:-20])
    with pytest.raises(IntegrityError, match="Learn it again"):
        read_policy(tmp_path, SETTINGS)
