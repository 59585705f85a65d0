"""What the night says of koans and twins: kept, told in the report, and left out where there are no twins."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.files import write_json
from nightschool.memorisation import memorisation
from nightschool.phases import Context, twins
from nightschool.phases.evidence import examination_notes
from nightschool.types import PhaseResult
from tests.decisions.factory import report


def night(folder: Path, monkeypatch: pytest.MonkeyPatch, koans: tuple[str, ...]) -> Context:
    context = Context(Config(root=folder), "night")
    vars(context)["registry"] = SimpleNamespace(ledger=SimpleNamespace(entries=list))
    monkeypatch.setattr(Context, "suite", lambda self, name: SimpleNamespace(name=name))
    monkeypatch.setattr(twins, "twin_koans", lambda context, suite: koans)
    (folder / "examine").mkdir()
    write_json(folder / "examine" / "opening.json", {"opened": True, "gain": 0.5, "low": 0.4, "high": 0.6, "n": 200})
    context.record(PhaseResult("examine", "k", str(folder / "examine")))
    context.record(PhaseResult("curate", "k", "", {"rotation": 1.0}, {"shadow": "d" * 64}))
    return context


def test_five_koans_passed_only_as_koans_are_memorised_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = night(tmp_path, monkeypatch, ("twin",))
    # b = 5, c = 0: p = 2^-5 = 0.031
    found = memorisation(report("pppppf"), report("ffffff"))
    monkeypatch.setattr(twins, "measure", lambda context, arm, folder: (found, None, None))
    metrics = twins.measure_memorisation(context, tmp_path / "examine", tmp_path)
    assert metrics == {"candidate.frozen.memorised": 1.0, "candidate.frozen.twin_gap": pytest.approx(5 / 6)}
    assert examination_notes(context)["memorisation on frozen"].startswith("memorised: gap +0.833")


def test_a_suite_without_twins_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = night(tmp_path, monkeypatch, ())
    assert twins.measure_memorisation(context, tmp_path / "examine", tmp_path) == {}
    assert "memorisation on frozen" not in examination_notes(context)
