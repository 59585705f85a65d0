"""A served model asks what the one in this process asks; only the generating is elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import Config, ServingConfig
from nightschool.errors import ConfigError
from nightschool.evaluation import ModelArm, RoutedArm, evaluate
from nightschool.koans import Suite
from nightschool.modeling import BaseModelFiles, Decoding, Request, Served, ask, encode, open_model, served_name
from nightschool.modeling import endpoint as endpoint_module
from nightschool.types import Verdict
from tests.evaluation.test_evaluation import BROKEN, KOANS, ToyJudge
from tests.modeling.misbehaving import Handler, completion, echoes_together, misbehaving, says
from tests.tiny_model import tiny_model


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> BaseModelFiles:
    return tiny_model(tmp_path_factory.mktemp("base"))


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_module, "FIRST_PAUSE_S", 0.0)


def config(url: str, root: Path = Path(), **serving: object) -> Config:
    section = {"base_url": url, "model": "served-base", "retries": 1, **serving}
    return Config.model_validate({"root": root, "model": {"backend": "openai"}, "serving": section})


def served(base: BaseModelFiles, url: str, **serving: object) -> Served:
    model = open_model(base, config(url, **serving))
    assert isinstance(model, Served)
    return model


def test_answers_keep_the_order_of_the_requests_and_the_limit_on_how_many_are_under_way(base: BaseModelFiles) -> None:
    prompts = [f"prompt {n}" for n in range(12)]
    for most in (1, 4):
        with misbehaving(echoes_together(most)) as server:
            said = ask(served(base, server.url, concurrency=most), [Request(p, 4) for p in prompts], Decoding())
        assert [one.text for one in said] == prompts
        assert server.most_under_way == most


def test_greedy_is_temperature_zero_and_a_sample_carries_its_seed_wherever_it_stands(base: BaseModelFiles) -> None:
    requests = [Request("a", 7, seed=11), Request("b", 7, seed=2**47)]
    with misbehaving(says("x")) as server:
        model = served(base, server.url, concurrency=1, extra={"min_p": 0})
        ask(model, requests[:1], Decoding())
        ask(model, requests, Decoding(temperature=0.8, seed=3))
        ask(model, requests[1:], Decoding(temperature=0.8, seed=3))
        greedy, first, second, alone = server.bodies
    assert greedy == {"model": "served-base", "prompt": "a", "max_tokens": 7, "temperature": 0.0, "min_p": 0}
    assert (first["temperature"], first["top_p"], first["seed"]) == (0.8, 1.0, 3 * 1_000_003 + 11)
    assert second == alone
    assert second["seed"] == (3 * 1_000_003 + 2**47) % 2**31


def test_tokens_are_the_servers_count_or_else_our_own(base: BaseModelFiles) -> None:
    with misbehaving(says("four", completion_tokens=9), says("four")) as server:
        model = served(base, server.url)
        counts = [ask(model, [Request("p", 9)], Decoding())[0].tokens for _ in range(2)]
    assert counts == [9, 4]  # the tiny tokenizer's tokens are bytes


def test_a_server_that_reads_another_prompt_is_found_out(base: BaseModelFiles) -> None:
    with misbehaving(says("x", prompt_tokens=3), says("x", prompt_tokens=4)) as server:
        model = served(base, server.url)
        assert ask(model, [Request("abc", 9)], Decoding())[0].text == "x"
        with pytest.raises(ConfigError, match=r"read 4 prompt tokens for 'served-base', .* makes 3"):
            ask(model, [Request("abc", 9)], Decoding())


def test_an_adapter_is_asked_for_by_the_name_that_the_config_gives_it(tmp_path: Path) -> None:
    (tmp_path / "weights").write_text("w")
    by_digest, by_folder = (
        served_name(ServingConfig(adapter=template), tmp_path) for template in ("a-{digest}", "{folder}")
    )
    assert by_digest.startswith("a-")
    assert len(by_digest) == 18
    assert by_folder == str(tmp_path)
    assert served_name(ServingConfig(model="m"), None) == "m"
    with pytest.raises(ConfigError, match=r"serving\.adapter is empty"):
        served_name(ServingConfig(model="m"), tmp_path)


def arm(base: BaseModelFiles, settings: Config) -> ModelArm:
    return ModelArm("base", settings, base, None, lambda koans: ["error[E0384]: x\nline 3: y" for _ in koans])


def test_the_server_reads_the_very_prompt_of_the_in_process_path(base: BaseModelFiles, tmp_path: Path) -> None:
    with misbehaving(says("3-")) as server:
        asked = arm(base, config(server.url, tmp_path))
        asked.answer(KOANS[:1])
        sent = server.bodies[0]
    tokenizer = served(base, server.url).tokenizer
    prompt = asked._prompt(tokenizer, KOANS[0], "error[E0384]: x\nline 3: y")
    assert sent["prompt"] == prompt
    assert sent["max_tokens"] == Config().answer.max_new_tokens
    assert len(encode(tokenizer, prompt)) > 20


def test_a_koan_whose_request_finally_fails_is_unscored_and_asked_again(base: BaseModelFiles, tmp_path: Path) -> None:
    koans = tuple(replace(KOANS[n], broken=BROKEN + f"// {n}\n") for n in range(3))

    def one_is_lost(handler: Handler, body: dict[str, Any]) -> None:
        lost = body["prompt"] == prompts[1] and lossy
        handler.send(500 if lost else 200, completion("2 let mut x = 1;"))

    with misbehaving(one_is_lost) as server:
        settings = config(server.url, tmp_path)
        asked = arm(base, settings)
        asked.diagnose = lambda many: [f"error[E0384]: {koan.id}\nline 2: y" for koan in many]
        tokenizer = served(base, server.url).tokenizer
        prompts = [asked._prompt(tokenizer, k, d or "") for k, d in zip(koans, asked.diagnose(koans), strict=True)]
        lossy = True
        report = evaluate(asked, Suite("toy", koans, "d" * 64), ToyJudge(), settings)  # type: ignore[arg-type]
        assert [a.verdict for a in report.attempts].count(Verdict.UNSCORED) == 1
        assert report.attempts[1].verdict is Verdict.UNSCORED
        assert "answered 500" in report.attempts[1].detail
        assert (report.rate.n, report.unscored, report.complete) == (2, 1, False)
        before, lossy = len(server.bodies), False
        again = evaluate(asked, Suite("toy", koans, "d" * 64), ToyJudge(), settings)  # type: ignore[arg-type]
    assert again.unscored == 0
    assert len(server.bodies) == before + 1  # only the lost one; the others are in the cache


def test_answers_of_a_server_are_not_taken_for_those_of_another_or_of_this_process(base: BaseModelFiles) -> None:
    here = Config()
    settings = [here, config("http://a/v1"), config("http://b/v1"), config("http://a/v1", model="m2")]
    settings.append(config("http://a/v1", extra={"min_p": 0}))
    assert len({arm(base, one).digest for one in settings}) == 5
    patient = config("http://a/v1", retries=9, timeout_s=1, concurrency=2)
    assert arm(base, patient).digest == arm(base, settings[1]).digest
    assert patient.served_by() == settings[1].served_by()
    assert arm(base, settings[1]).facts()["served"] == "served-base"


def test_routing_among_adapters_stays_in_process(base: BaseModelFiles) -> None:
    with pytest.raises(ConfigError, match="in_process"):
        RoutedArm("routed", config("http://a/v1"), base, {}, {}, lambda koans: [])
