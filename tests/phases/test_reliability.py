"""The candidate is asked again in other batches; what depends on them is named."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config_file import load_config
from nightschool.evaluation import Noise, compare, write_report
from nightschool.files import write_json
from nightschool.koans import Suite
from nightschool.phases import Context, reliability
from nightschool.phases.evidence import examination_notes, examined_trust
from nightschool.phases.measured import keep_report
from nightschool.phases.opening import record_look
from nightschool.tracking.ledger import Ledger
from nightschool.types import EvaluationReport, PhaseResult
from tests.decisions.factory import report
from tests.koans.conftest import make_koan


def suite_of(name: str, count: int) -> Suite:
    return Suite(name, tuple(make_koan(f"k{number:02}") for number in range(count)), f"digest-{name}")


def answering(found: EvaluationReport, **answers: str) -> EvaluationReport:
    return replace(found, attempts=tuple(replace(a, answer=answers.get(a.koan, a.answer)) for a in found.attempts))


class Night:
    """An examined cycle whose models say what they are told; `asked` is which koans they were asked."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = [f"root={folder}", "seed=0"]
        self.context, self.asked = Context(load_config(None, settings), "night"), []  # type: ignore[var-annotated]
        registry = SimpleNamespace(ledger=Ledger(folder / "ledger.jsonl"))
        vars(self.context).update(champion=None, judge=None, base=None, registry=registry)
        self.place = folder / "examine"
        for phase in ("align", "baseline", "examine"):
            self.context.record(PhaseResult(phase, "k", str(folder / phase), {}, {"adapter": "a"}))
        shadow = PhaseResult("curate", "k", "", {"rotation": 202648.0}, {"shadow": "abcdef" * 4})
        self.context.record(shadow)
        suites = {"dev": suite_of("dev", 60), "frozen": suite_of("frozen", 4)}
        monkeypatch.setattr(Context, "suite", lambda self, name: suites[name])
        monkeypatch.setattr(reliability, "_open", lambda context, arm, adapter: arm)
        monkeypatch.setattr(reliability, "in_other_batches", lambda arm: arm)
        monkeypatch.setattr(reliability, "evaluate", self._evaluate)
        write_report(self.place / "candidate-dev.json", report("p" * 60, "dev"))
        write_report(self.place / "candidate-frozen.json", report("pppf"))
        write_json(folder / "baseline" / "base_form.json", {"edit": (0, 60), "program": (9, 60)})

    def _evaluate(self, arm: Any, suite: Suite, *_: Any) -> EvaluationReport:
        self.asked.append((arm, suite.name, len(suite.koans)))
        found = report("pfpf" if suite.name == "frozen" else "p" * 60)
        ids = {koan.id for koan in suite.koans}
        return answering(replace(found, attempts=tuple(a for a in found.attempts if a.koan in ids)), k02="else")


@pytest.fixture
def night(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Night:
    return Night(tmp_path, monkeypatch)


def test_another_answer_is_unstable_and_another_verdict_is_flipped_and_what_was_not_scored_is_neither() -> None:
    first, second = report("ppffu"), answering(report("pffuf"), k02="else")
    assert compare(first, second) == Noise(3, ("k01", "k02"), ("k01",))


def test_all_of_frozen_and_thirty_koans_of_dev_are_asked_again(night: Night) -> None:
    metrics = reliability.measure_noise(night.context, night.place, ("dev", "frozen"))
    assert night.asked == [("candidate", "dev", 30), ("candidate", "frozen", 4)]
    assert metrics["candidate.frozen.unstable"] == 2.0
    # k01 has another verdict when asked again; k02 only another answer, which excuses nothing.
    assert "k01" in examined_trust(night.context).unstable
    assert "k02" not in examined_trust(night.context).unstable


def test_a_rate_of_nothing_is_no_metric(tmp_path: Path) -> None:
    """Three koans unscored: counts, and no pass rate that would read as 0."""
    nothing = keep_report(tmp_path, report("uuu"))
    assert (nothing["candidate.frozen.n"], nothing["candidate.frozen.unscored"]) == (0.0, 3.0)
    assert "candidate.frozen.pass_rate" not in nothing
    assert keep_report(tmp_path, report("pfu"))["candidate.frozen.pass_rate"] == 0.5


def test_the_report_names_what_is_unstable_and_says_when_frozen_stayed_closed(night: Night) -> None:
    gain = {"gain": 0.01, "low": -0.02, "high": 0.04, "n": 200}
    told = {"opened": False, "reference": "search", **gain, "failed": ["sure and right"]}
    write_json(night.place / "opening.json", told)
    reliability.measure_noise(night.context, night.place, ("frozen",))
    notes = examination_notes(night.context)
    assert notes["shadow"] == "rotation 202648, digest abcdefabcdef"
    seen = "not opened: gain over search on shadow +0.010 [-0.020, +0.040] (paired), n=200; not shown: sure and right"
    assert notes["frozen"] == f"{seen}; frozen has been measured for 0 candidates so far (policy and single answer)"
    for arm in ("candidate", "policy"):
        record_look(night.context, arm, "a" * 64, "suite")
    assert "measured for 1 candidate so far" in examination_notes(night.context)["frozen"]
    assert notes["base model"] == "asked in its better form: edit 0/60, program 9/60 of dev"
    assert notes["unstable on frozen"] == "2 of 4 asked again, 1 with another verdict: k01, k02"
