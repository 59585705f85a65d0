"""Looks at shadow spend alpha, once for each set of answers, and the night knows what it could have found."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.phases import recipes_release
from nightschool.phases.looks import power_line, tonights_alpha
from nightschool.tracking import Ledger, spends
from tests.decisions.test_decisions import GATE, inputs, with_reports

CONFIG = Config.model_validate({"gate": {**GATE.model_dump(), "alpha": 0.04, "looks_per_year": 2}})
"""0.5 * 0.04 / 2 = 0.01 a look."""


@pytest.fixture
def night(tmp_path, monkeypatch):
    """Runs the gate of a cycle on given inputs; returns its decision."""
    registry = SimpleNamespace(ledger=Ledger(tmp_path / "ledger.jsonl"))

    def run(cycle, evidence):
        monkeypatch.setattr(recipes_release, "_gate_evidence", lambda context: evidence)
        run.context = SimpleNamespace(cycle=cycle, config=CONFIG, registry=registry, find=lambda phase: None)
        outcome = recipes_release.gate(run.context, tmp_path)
        assert json.loads((tmp_path / "decision.json").read_text())["outcome"] == outcome.outcome
        return outcome.outcome

    run.entries = lambda: list(registry.ledger.entries())
    return run


def other_answers(letters="P" * 27 + "f" * 3):
    return with_reports(inputs(), "shadow", policy=letters)


def test_the_gate_decides_at_tonights_share_and_spends_it(night):
    # 7 fixed, none lost: p = 2^-7 = 0.0078 <= 0.01; dev, 4 fixed (p = 2^-4), promises nothing
    assert night("c1", inputs(alpha=0.0)) == "passed"
    assert [spend.alpha for spend in spends(night.entries())] == [0.01]


def test_the_same_answers_again_are_one_look_with_the_same_alpha(night):
    assert [night("c1", inputs()) for _ in range(3)] == ["passed"] * 3
    assert [entry.key for entry in night.entries()] == ["c1"]


def test_another_decision_on_the_same_answers_is_written_down_and_costs_nothing_more(night):
    night("c1", inputs())
    night("c1", replace(inputs(), looks=7))
    assert [entry.data["evidence"]["alpha_spent"] for entry in night.entries()] == [0.01, 0.01]
    assert [spend.alpha for spend in spends(night.entries())] == [0.01]


def test_other_answers_in_the_same_cycle_are_another_look(night):
    night("c1", inputs())
    night("c1", other_answers())
    keys = [entry.key for entry in night.entries()]
    assert keys[0] == "c1"
    assert keys[1].startswith("c1#")
    assert len(spends(night.entries())) == 2


def test_when_the_budget_is_spent_nothing_passes(night):
    # four looks of 0.01 are the whole 0.04
    for cycle, passes in enumerate((25, 26, 27, 28)):
        assert night(f"c{cycle}", other_answers("P" * passes + "f" * (30 - passes))) == "passed"
    assert night("c4", other_answers("P" * 29 + "f")) == "not_enough_evidence"
    assert tonights_alpha(night.context, "another look", promises=True) == 0.0


def test_a_night_that_dev_promises_more_of_spends_more(night):
    """6 fixed on dev: 2^-6 = 0.016 <= 0.02; a quarter of the other half: 0.01 + 0.02/4."""
    assert night("c1", inputs("p" * 26 + "f" * 4)) == "passed"
    assert [spend.alpha for spend in spends(night.entries())] == [0.015]


def test_a_look_at_nothing_is_written_down_and_spends_nothing(night):
    assert night("c1", other_answers("P" * 29 + "u")) == "refused"
    assert night("c1", inputs()) == "passed"
    assert [spend.alpha for spend in spends(night.entries())] == [0.01]
    assert len(night.entries()) == 2


def test_the_power_of_tonight_comes_from_an_earlier_nights_discordance(night):
    night("c1", inputs())
    assert power_line(night.context) == ""  # its own night is no history
    later = SimpleNamespace(**{**vars(night.context), "cycle": "c2"})
    # D = 7/30 = 0.233, alpha 0.01 + (0.03 - 0.01)/4 = 0.015, n = 200:
    # (2.170 * 0.483 + 0.842 sqrt(0.233 - g^2))/g = sqrt(200) at g = 0.102
    assert power_line(later) == (
        "Power: 200 shadow koans (a koan's variance 0.23 as last measured over templates, alpha 0.015 if dev promises "
        "a gain) find a gain of +10.2% or more in 8 of 10 nights."
    )
