"""Training starts from the champion; before there is one, from the best candidate of earlier nights."""

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import write_report
from nightschool.modeling.adapter import WEIGHTS, seal_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import prompt_digest
from nightschool.phases import Context
from nightschool.phases.recipes_learning import align_inputs
from nightschool.phases.start import start, start_report
from nightschool.types import PhaseResult
from tests.decisions.factory import report
from tests.modeling.test_scan import lora

DEV = report("p", "dev").suite_digest
PROMPT = prompt_digest(answer_format(Config().answer))


def night(root: Path, name: str = "tonight", champion: object = None, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={root}", *settings]), name)
    vars(context)["base"] = SimpleNamespace(digest="base")
    vars(context)["champion"] = champion
    vars(context)["suite"] = lambda suite: SimpleNamespace(digest=DEV)
    return context


def earlier(root: Path, name: str, dev: str, hour: int, untaught: str = "ffff", base: str = "base") -> str:
    """A finished cycle whose adapter, asked once, passed the dev koans marked `p`; returns the adapter's digest."""
    context, folder = night(root, name), root / name
    (folder / "adapter").mkdir(parents=True)
    lora(folder / "adapter")
    digest = seal_adapter(folder / "adapter", base, {"prompt": PROMPT, "cycle": name})
    write_report(folder / "candidate-dev.json", report(dev, "dev", "candidate"))
    write_report(folder / "base-dev.json", report(untaught, "dev", "base"))
    context.record(PhaseResult("baseline", f"b-{name}", str(folder), {}, {}, "measured"))
    context.record(PhaseResult("align", f"k-{name}", str(folder), {}, {"adapter": digest}, "no_gain"))
    context.record(PhaseResult("gate", f"g-{name}", str(folder), {}, {}, "refused"))
    os.utime(context.folder / "gate.json", (hour, hour))
    return digest


def test_the_first_night_starts_from_the_base_model(tmp_path: Path) -> None:
    assert start(night(tmp_path)) is None


def test_a_refused_candidate_is_gone_on_with_the_best_on_dev_first(tmp_path: Path) -> None:
    earlier(tmp_path, "monday", "ppff", 1)
    best = earlier(tmp_path, "tuesday", "pppf", 2)
    earlier(tmp_path, "wednesday", "pfff", 3)
    found = start(night(tmp_path))
    assert found is not None
    assert (found.origin, found.digest) == ("tuesday", best)


def test_a_first_night_is_the_same_whatever_it_would_have_gone_on_from(tmp_path: Path) -> None:
    """Where training starts is in the key by its digest, so that `train.start` itself starts nothing anew."""

    def inputs(name: str, *settings: str) -> object:
        context = night(tmp_path, name, None, *settings)
        for phase in ("certify", "curate", "validate_corpus", "pair", "choose", "baseline"):
            context.record(PhaseResult(phase, "k", str(tmp_path), {}, {}, ""))
        return align_inputs(context)

    assert inputs("a", "train.start=latest") == inputs("b", "train.start=base") != inputs("c", "train.rank=8")


def test_of_equals_the_latest_goes_on(tmp_path: Path) -> None:
    earlier(tmp_path, "monday", "ppff", 1)
    earlier(tmp_path, "tuesday", "ffpp", 2)
    assert getattr(start(night(tmp_path)), "origin", "") == "tuesday"


def test_the_choice_holds_for_the_whole_cycle(tmp_path: Path) -> None:
    earlier(tmp_path, "monday", "ppff", 1)
    assert getattr(start(night(tmp_path)), "origin", "") == "monday"
    earlier(tmp_path, "tuesday", "pppp", 2)
    assert getattr(start(night(tmp_path)), "origin", "") == "monday"


def test_what_cannot_be_learnt_on_from_is_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier(tmp_path, "no-gain", "ppff", 1, untaught="ffpp")
    earlier(tmp_path, "other-base", "pppp", 2, base="another")
    earlier(tmp_path, "damaged", "pppp", 3)
    (tmp_path / "damaged" / "adapter" / WEIGHTS).write_bytes(b"changed")
    assert start(night(tmp_path)) is None
    assert "differs from its seal" in capsys.readouterr().out
    assert start(night(tmp_path, "other", None, "answer.context_lines=5")) is None


def test_the_champion_comes_before_candidates_and_base_before_both(tmp_path: Path) -> None:
    earlier(tmp_path, "monday", "pppp", 1)
    champion = SimpleNamespace(adapter=tmp_path / "c", digest="c")
    assert getattr(start(night(tmp_path, champion=champion)), "origin", "") == "champion"
    assert start(night(tmp_path, "a", champion, "train.start=base")) is None
    assert start(night(tmp_path, "b", None, "train.start=champion")) is None


def test_a_candidate_of_another_dev_suite_is_gone_on_with(tmp_path: Path) -> None:
    """What tonight's must beat is the policy with the base model, with tonight's chooser."""
    earlier(tmp_path, "monday", "ppff", 1)
    context = night(tmp_path)
    vars(context)["suite"] = lambda suite: SimpleNamespace(digest="new")
    base = replace(report("fff", "dev"), suite_digest="new")
    (tmp_path / "baseline").mkdir()
    write_report(tmp_path / "baseline" / "policy_base-dev.json", base)
    context.record(PhaseResult("baseline", "b", str(tmp_path / "baseline"), {}, {}, "measured"))
    assert getattr(start(context), "origin", "") == "monday"
    assert start_report(context).rate.passed == 0


def test_a_night_from_the_champion_is_compared_with_its_policy_of_tonight(tmp_path: Path) -> None:
    context = night(tmp_path, champion=SimpleNamespace(adapter=tmp_path / "c", digest="c"))
    for arm, letters in (("policy_champion", "ppf"), ("policy_base", "fff")):
        write_report(tmp_path / "baseline" / f"{arm}-dev.json", report(letters, "dev", arm))
    context.record(PhaseResult("baseline", "b", str(tmp_path / "baseline"), {}, {}, "measured"))
    assert start_report(context).rate.passed == 2
