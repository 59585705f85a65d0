"""What an earlier model left behind is let go before the next one is loaded, if it is large."""

from __future__ import annotations

from weakref import ref

import pytest

from nightschool.config import ModelConfig
from nightschool.modeling import loading
from nightschool.modeling.store import BaseModelFiles
from tests.tiny import tiny_base

CPU = ModelConfig(device="cpu")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_base(tmp_path_factory.mktemp("tiny") / "model")


def left_in_a_cycle(base: BaseModelFiles) -> ref[object]:
    """A model that nothing holds but a list that holds itself."""
    model = loading.load_model(base, CPU).model
    ring: list[object] = [model]
    ring.append(ring)
    model.__dict__["ring"] = ring
    return ref(model)


@pytest.mark.integration
@pytest.mark.parametrize(("large_mb", "gone"), [(0, True), (64, False)])
def test_an_earlier_model_in_a_cycle_is_let_go_where_such_are_large(
    base: BaseModelFiles, monkeypatch: pytest.MonkeyPatch, large_mb: int, gone: bool
) -> None:
    """The tiny one has some 20,000 weights: less than 64 MiB, and not less than none."""
    asked = []
    monkeypatch.setattr(loading, "LARGE_MB", large_mb)
    left = left_in_a_cycle(base)
    monkeypatch.setattr(loading.gc, "collect", lambda collect=loading.gc.collect: asked.append(collect()))
    loading.load_model(base, CPU)
    assert (bool(asked), left() is None) == (gone, gone)
