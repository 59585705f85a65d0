"""Adapters mixed in one batch answer as each of them would alone."""

import json

import pytest

from nightschool.config_file import load_config
from nightschool.errors import IntegrityError
from nightschool.evaluation import ModelArm, RoutedArm
from nightschool.evaluation import model_arm as module
from nightschool.modeling.generation import Decoding, Request, generate
from nightschool.modeling.loading import load_model
from nightschool.modeling.routing import NOBODY, load_routed
from nightschool.types import Koan
from tests.tiny import random_adapter, tiny_base

PROMPTS = ["fn a() {}", "let x = 1; x", "struct S;", "impl S { fn new() -> S { S } }", "use std::fmt;", "x"]


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_base(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="module")
def adapters(base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("adapters")
    ranks = {"moves": 2, "bounds": 3}  # ranks may differ
    return {name: random_adapter(base, folder / name, seed, ranks[name]) for seed, name in enumerate(ranks)}


def config(root="."):
    return load_config(None, [f"root={root}", "model.dtype=float32", "answer.max_new_tokens=8"])


def test_a_mixed_batch_answers_as_one_by_one(base, adapters):
    routed = load_routed(base, config().model, adapters)
    # Two a route; limits differ, so that rows leave the batch at different steps and the names must shrink with it.
    names = ["moves", NOBODY, "bounds", "bounds", "moves", NOBODY]
    requests = [Request(p, 4 + 3 * i, adapter=n) for i, (p, n) in enumerate(zip(PROMPTS, names, strict=True))]
    together = generate(routed, requests, Decoding(6))
    alone = []
    for one in requests:
        merged = load_model(base, config().model, adapters.get(one.adapter))
        alone += generate(merged, [Request(one.prompt, one.max_new_tokens)])
    assert [a.text for a in together] == [a.text for a in alone]
    as_base = generate(load_model(base, config().model), [Request(r.prompt, r.max_new_tokens) for r in requests])
    changed = [a.text != b.text for a, b in zip(together, as_base, strict=True)]
    assert changed == [name != NOBODY for name in names]  # each adapter says something of its own


def koan(name, code):
    return Koan(name, "f", "p", (code,) if code else (), f"fn {name}() {{ broken }}", "", "")


def test_koans_go_by_their_first_code_and_to_the_base_where_nobody_is_for_it(base, adapters, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(module, "ask", lambda loaded, requests, *_: asked.extend(requests) or [])
    routes = {"E0382": "moves", "E0277": "bounds", "E0308": "nobody_trained"}
    arm = RoutedArm("candidate", config(tmp_path), base, adapters, routes, lambda koans: ["error"] * len(koans))
    koans = [koan("a", "E0382"), koan("b", "E0277"), koan("c", "E0308"), koan("d", "E0599"), koan("e", "")]
    with pytest.raises(KeyError):  # nothing was said
        arm.answer(koans)
    assert [request.adapter for request in asked] == ["moves", "bounds", NOBODY, NOBODY, NOBODY]
    assert arm.facts()["route.moves"] == "E0382"
    assert "route.nobody_trained" not in arm.facts()


def test_the_policy_is_named_by_routes_and_adapters(base, adapters, tmp_path):
    def digest(adapters, routes):
        return RoutedArm("candidate", config(tmp_path), base, adapters, routes, lambda koans: []).digest

    same = digest(adapters, {"E0382": "moves"})
    assert digest(adapters, {"E0382": "moves", "E0308": "nobody_trained"}) == same
    assert digest(adapters, {"E0382": "bounds"}) != same
    assert digest({**adapters, "moves": adapters["bounds"]}, {"E0382": "moves"}) != same
    assert ModelArm("base", config(tmp_path), base, None, lambda koans: []).digest != same


def test_a_tampered_adapter_is_refused(base, tmp_path):
    folder = random_adapter(base, tmp_path / "moves", 0)
    (folder / "adapter_config.json").write_text(json.dumps({}))
    with pytest.raises(IntegrityError, match=r"adapter_config\.json"):
        RoutedArm("candidate", config(tmp_path), base, {"moves": folder}, {"E0382": "moves"}, lambda koans: [])
