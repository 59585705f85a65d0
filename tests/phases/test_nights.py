"""The history: one line a night, from the ledger, the history of koans and what is left of the cycle's folder."""

from io import StringIO

import pytest
from rich.console import Console

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.nights import nights
from nightschool.report import nights_table
from nightschool.tracking import KoanHistory, ledger_of
from nightschool.types import PhaseResult
from tests.decisions.factory import report


@pytest.fixture
def config(tmp_path):
    """A refused night, one that passed on frozen, one that was cut off; the first one's folder was cleaned away."""
    config = Config(root=tmp_path)
    history, ledger = KoanHistory(config), ledger_of(config)
    for cycle, suite, letters in (("n1", "shadow", "fppf"), ("n2", "frozen", "pppf")):
        history.append(cycle, [report("ppff", suite, "search"), report(letters, suite, "policy")])
    for cycle, outcome in (("n1", "refused"), ("n2", "passed")):
        ledger.append("gate", cycle, {"cycle": cycle, "outcome": outcome, "evidence_digest": cycle})
    for phase, outcome, metrics in (("align", "gained", {}), ("register", "", {"version": 3.0}), ("promote", "", {})):
        Context(config, "n2").record(PhaseResult(phase, "k", "out", metrics, {}, outcome))
    for phase, outcome in (("align", "no_gain"), ("publish", "incomplete")):
        Context(config, "n3").record(PhaseResult(phase, "k", "out", {}, {}, outcome))
    return config


def test_a_night_says_what_was_tried_passed_against_what_and_decided(config):
    """Search ppff: fppf wins one and loses one of four, pppf wins one: 25 points."""
    first, second, third = nights(config)
    assert (first.cycle, first.approach, first.suite, first.passed, first.n) == ("n1", "", "shadow", 2, 4)
    assert (first.reference, first.delta.gain, first.decision) == ("search", 0.0, "refused")
    assert (second.approach, second.suite, second.passed) == ("align (gained)", "frozen", 3)
    assert (second.delta.gain, second.decision, second.version, second.promoted) == (0.25, "passed", 3, True)
    assert (third.approach, third.n, third.delta, third.decision) == ("align (no gain)", 0, None, "not_reached")


def test_rates_on_other_koans_are_no_delta(config):
    KoanHistory(config).append("n1", [report("pppp", "shadow", "search", digest="another")])
    assert nights(config)[0].delta is None


def test_the_table_is_the_plans_own(config):
    """One won of four: Agresti and Min, (1.5 - 0.5)/6 -+ 1.96 sqrt(2 - 1/6)/6 = 0.167 -+ 0.442."""
    written = StringIO()
    Console(width=140, file=written).print(nights_table(nights(config)))
    lines = [" ".join(line.split()) for line in written.getvalue().splitlines()]
    assert "cycle approach pass rate delta decision" in lines
    assert "n3 align (no gain) - - not reached" in lines
    assert "n2 align (gained) 3/4 = 75.0% frozen +25.0 [-27.6, +60.9] to search passed, version 3, champion" in lines


def test_a_project_without_nights_has_none(tmp_path):
    assert nights(Config(root=tmp_path)) == []
