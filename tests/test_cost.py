"""What a koan costs is arithmetic on what was measured."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.phases import Context, recipes_publish
from nightschool.report.cost import Cost, cost
from nightschool.types import PhaseResult
from tests.decisions.factory import report


def test_seconds_tokens_and_energy_are_summed_and_divided_by_net_koans() -> None:
    """824 + 176 s and 90,000 + 10,000 tokens; 1,000 s at 72 W are 20 Wh; 25 fixed and 5 lost are 20 koans."""
    align = PhaseResult("align", "k", "out", {"align.seconds": 824.0, "align.tokens": 90_000.0, "dev_n": 200.0})
    measured = replace(report("pf"), seconds=176.0, tokens=10_000)
    spent = cost({"align": align, "curate": PhaseResult("curate", "k", "out")}, [measured], 72.0, 25, 5)
    assert (spent.seconds, spent.tokens, spent.watt_hours, spent.net) == (1000.0, 100_000.0, 20.0, 20)
    assert str(spent).startswith("50 s, 5000 tokens, 1.00 Wh per net koan on dev (1000 s")


def test_without_a_net_gain_there_is_no_price() -> None:
    assert str(Cost(10.0, 5.0, 65.0, 0)).endswith("for +0 koans net on dev: no price")
    assert "-2 koans net" in str(Cost(10.0, 5.0, 65.0, -2))


def test_the_config_says_with_how_many_watts_energy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes_publish, "power_line", lambda context: "")
    for watts in (65.0, 200.0):
        context = Context(load_config(None, [f"root={tmp_path}", f"watts={watts}"]), "night")
        vars(context)["runs"] = SimpleNamespace(run_id="r")
        assert recipes_publish._night(context, {}, []).watts == watts
