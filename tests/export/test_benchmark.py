"""What `benchmarks/export.py` asks with where no adapter is given: an update of a night's size."""

import runpy
from pathlib import Path

import pytest

from nightschool.export.merged_form import updates
from tests.export import made

ROOT = Path(__file__).parents[2]


@pytest.fixture
def benchmark(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return runpy.run_path(str(ROOT / "benchmarks" / "export.py"))


def test_the_random_adapter_moves_the_weights_by_two_per_cent_of_their_norm(benchmark, tmp_path):
    from peft import PeftModel
    from transformers import AutoModelForCausalLM

    base = made.base(tmp_path / "base")
    folder = benchmark["_random"](base, tmp_path / "made")
    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base.folder), folder)
    squares = [(float((weight**2).sum()), float((update**2).sum())) for weight, update in updates(model)]
    share = (sum(update for _, update in squares) / sum(weight for weight, _ in squares)) ** 0.5
    assert share == pytest.approx(benchmark["SHARE"], rel=1e-3)


def test_an_answer_counts_up_to_its_first_other_token(benchmark):
    """3 of 5 tokens and one of two answers."""
    assert benchmark["_equal"]([[1, 2, 3], [4, 5]], [[1, 9, 3], [4, 5]]) == "1/2 | 3/5 = 60.0%"
