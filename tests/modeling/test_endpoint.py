"""What a client does with a server that misbehaves, over real sockets: tries again, in time, or says one thing."""

from __future__ import annotations

import pytest

from nightschool.config import Config, ServingConfig
from nightschool.config_file import load_config
from nightschool.errors import ConfigError, ServerError
from nightschool.modeling.endpoint import Endpoint, TransientError
from tests.modeling.misbehaving import Behaviour, drips, fails, garbage, half, misbehaving, says

BODY = {"prompt": "x"}
BROKEN_OFF = garbage('{"choices": [{"text": "half", "finish_reason": null}]}')


def endpoint(url: str, sleeps: list[float] | None = None, **settings: object) -> Endpoint:
    config = ServingConfig.model_validate({"base_url": url, "model": "m", "retries": 2, **settings})
    return Endpoint(config, (sleeps if sleeps is not None else []).append)


@pytest.mark.parametrize(
    "bad",
    [fails(429), fails(408), fails(500), fails(503), half, garbage("<html>"), garbage("[]"), garbage("{}"), BROKEN_OFF],
    ids=["429", "408", "500", "503", "half answer", "no JSON", "a list", "no choices", "broken off"],
)
def test_what_may_pass_is_tried_again(bad: Behaviour) -> None:
    with misbehaving(bad, bad, says("fixed")) as server:
        assert endpoint(server.url).complete(BODY).text == "fixed"
        assert len(server.bodies) == 3  # one try and both retries


def test_after_the_last_retry_the_reason_is_told() -> None:
    with misbehaving(fails(503)) as server:
        with pytest.raises(TransientError, match=r"/v1/completions answered 503: .*status 503"):
            endpoint(server.url).complete(BODY)
        assert len(server.bodies) == 3


def test_pauses_double_at_most_and_are_drawn() -> None:
    pauses: list[float] = []
    with misbehaving(fails(500)) as server:
        for _ in range(3):
            with pytest.raises(TransientError):
                endpoint(server.url, pauses, retries=4).complete(BODY)
    # 0.5 s, then twice as much each time: that is the longest, the pause itself is drawn below it.
    assert all(pause <= most for pause, most in zip(pauses, [0.5, 1, 2, 4] * 3, strict=True))
    assert len(set(pauses)) == 12


def test_a_server_that_asks_for_a_pause_gets_it_within_reason() -> None:
    pauses: list[float] = []
    wishes = [fails(429, {"Retry-After": wish}) for wish in ("7", "86400", "Wed, 21 Oct 2026 07:28:00 GMT")]
    with misbehaving(*wishes, says("fixed")) as server:
        endpoint(server.url, pauses, retries=3).complete(BODY)
    assert pauses[:2] == [7, 30]  # a day is cut to the longest pause
    assert pauses[2] <= 2  # a date is not understood; the drawn pause stands


def test_a_server_that_drips_does_not_outlive_the_time_limit() -> None:
    with misbehaving(drips) as server:  # a byte each 0.02 s, 100 in all: no silence is long, the whole is two seconds
        assert endpoint(server.url, timeout_s=60).complete(BODY).text == "dripped"
        with pytest.raises(TransientError, match=r"no whole answer in 0\.5 s"):
            endpoint(server.url, timeout_s=0.5, retries=0).complete(BODY)


def test_a_refused_request_is_one_error_at_once_with_the_place_and_the_next_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NIGHTSCHOOL_API_KEY", "s3cret")
    with misbehaving(fails(404)) as server:
        with pytest.raises(ConfigError) as caught:
            endpoint(server.url).complete(BODY)
        assert len(server.bodies) == 1
        message = str(caught.value)
        for part in (f"{server.url}/completions", "404", "serving.adapter", f"curl {server.url}/models"):
            assert part in message
        assert "s3cret" not in message


def test_the_key_comes_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with misbehaving(says("x")) as server:
        monkeypatch.delenv("NIGHTSCHOOL_API_KEY", raising=False)
        endpoint(server.url).complete(BODY)
        monkeypatch.setenv("NIGHTSCHOOL_API_KEY", "s3cret")
        endpoint(server.url).complete(BODY)
        assert server.keys == [None, "Bearer s3cret"]
    with pytest.raises(ConfigError, match=r"serving.api_key"):
        load_config(None, ["serving.api_key=s3cret"])


def test_a_server_that_is_not_there_is_a_missing_environment_that_a_task_retries() -> None:
    with misbehaving(says("x")) as server:
        endpoint(server.url).check()
    with pytest.raises(ServerError, match=r"No answer from .*/v1/models: ConnectError.*Start the server") as caught:
        endpoint(server.url).check()
    assert caught.value.exit_code == 3


def test_a_server_that_lists_no_models_is_there_all_the_same() -> None:
    with misbehaving(says("x"), models=500) as server:
        endpoint(server.url, retries=0).check()
    with misbehaving(says("x"), models=401) as server, pytest.raises(ConfigError, match="NIGHTSCHOOL_API_KEY"):
        endpoint(server.url).check()


def test_counts_that_the_server_leaves_out_are_unknown_and_not_zero() -> None:
    with misbehaving(
        garbage('{"choices": [{"text": "a", "finish_reason": "length"}]}'), says("b", prompt_tokens=4)
    ) as s:
        first, second = endpoint(s.url).complete(BODY), endpoint(s.url).complete(BODY)
    assert (first.finished, first.tokens, first.read) == (False, None, None)
    assert (second.finished, second.tokens, second.read) == (True, None, 4)


@pytest.mark.parametrize("url", ["http://user:word@host/v1", "ftp://host/v1", "host:8000/v1"])
def test_a_url_that_is_none_or_tells_a_secret_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="NIGHTSCHOOL_API_KEY"):
        load_config(None, [f"serving.base_url={url}"])


@pytest.mark.parametrize("name", ["{name}", "{}", "{digest"])
def test_a_name_of_adapters_that_cannot_be_filled_in_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="and no other braces"):
        load_config(None, [f"serving.adapter='{name}'"])


def test_a_served_model_needs_its_name() -> None:
    with pytest.raises(ConfigError, match=r"needs serving\.model"):
        load_config(None, ["model.backend=openai"])
    assert Config().served_by() is None
