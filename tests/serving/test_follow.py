"""The server follows the registry: swaps under load, what is not fit to be served, and a kill; all over real files."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openai
import pytest

from nightschool.phases import Context
from nightschool.phases.promotion import promote_version
from nightschool.serving import follow
from nightschool.serving.asked import AskedCompletion
from nightschool.serving.follow import Follower
from nightschool.serving.metrics import Metrics
from nightschool.serving.refusal import RefusedError
from nightschool.serving.turns import Turns
from nightschool.serving.words import Speaking
from nightschool.tracking import ROLLED_BACK, Change, approve, change_champion
from tests.phases.test_promotion import changed, night, registered, school  # noqa: F401 - fixtures
from tests.serving.asking import DRAWN, NAME, TOKENS, ready, words
from tests.serving.making import MAIN, Server, served, until

pytestmark = pytest.mark.integration
Night = Callable[[int], Context]


def two(night: Night) -> tuple[Context, str, str]:  # noqa: F811
    """Two registered versions that answer differently; the first is champion."""
    one, two = registered(first := night(1)), registered(night(2))
    promote_version(first, Change(one, None, "ada", "good"))
    return first, one, two


@contextmanager
def asking(server: Server, clients: int) -> Iterator[list[tuple[str, str]]]:
    """Clients that ask without a pause, whole and streamed and for repairs: whose answer each was, and what it said."""
    said: list[tuple[str, str]] = []
    end = threading.Event()
    client = openai.OpenAI(base_url=f"{server.url}/v1", api_key=server.token, max_retries=0)

    def ask(number: int) -> None:
        while not end.is_set():
            if number % 3 == 0:
                chunks = list(client.completions.create(**DRAWN, stream=True))
                assert len({one.model for one in chunks}) == 1
                said.append((chunks[0].model, "".join(one.choices[0].text for one in chunks)))
            elif number % 3 == 1:
                whole = client.completions.create(**DRAWN)
                said.append((whole.model, whole.choices[0].text))
            else:
                found = server.client().post("/fix", json={"text": MAIN, "budgets": {"compiles": 5}})
                assert found.status_code == 200, found.text
                policy, version = found.json()["policy"], found.json()["version"]
                said.append((f"{NAME}:{version}", policy))

    with client, ThreadPoolExecutor(clients) as pool:
        asked = [pool.submit(ask, number) for number in range(clients)]
        try:
            yield said
        finally:
            end.set()
            for one in asked:
                one.result()


def test_champions_change_under_load_and_no_request_is_lost_or_answered_by_a_mixture(night: Night) -> None:  # noqa: F811
    context, one, two_ = two(night)
    expected = {f"{NAME}:{version}": words(context, version) for version in (one, two_)}
    assert len(set(expected.values())) == 2, "the two can be told from each other"
    with served(context.config.root, "repair.depth=1", "repair.behaviour_s=0", "repair.drawn=0") as server:
        until(lambda: ready(server) == one)
        with asking(server, 6) as said:
            for now, then, how in ((one, two_, "promoted"), (two_, one, ROLLED_BACK), (one, two_, "promoted")):
                change_champion(context.registry, Change(then, now, "ada", "why", how), context.base.digest)
                until(lambda then=then: ready(server) == then)
                many = len(said) + 6
                until(lambda many=many: len(said) >= many)
        metrics = server.client().get("/metrics").text
    repairs = {f"champion (version {version})" for version in (one, two_)}
    for model, text in said:
        version = model.rpartition(":")[2]
        assert text in (expected[model], f"champion (version {version})")
    assert Counter(model for model, _ in said).keys() == expected.keys()
    assert {text for _, text in said} == {*expected.values(), *repairs}
    for version in (one, two_):
        assert f'nightschool_answers_total{{route="/v1/completions",version="{version}"}}' in metrics
    assert f'nightschool_version{{state="serving",version="{two_}"}} 1.0' in metrics
    assert "nightschool_swaps_total 4.0" in metrics
    statuses = [line for line in metrics.splitlines() if line.startswith("nightschool_requests_total")]
    assert all('status="200"' in line for line in statuses if '"/readyz"' not in line), statuses


def test_a_request_keeps_the_version_that_it_began_with_and_both_are_in_the_metrics(night: Night) -> None:  # noqa: F811
    context, one, two_ = two(night)
    turns = Turns(1, 1)
    metrics = Metrics(turns, follower := Follower(context, Told()))
    follower.step()
    asked = AskedCompletion.model_validate(DRAWN)
    with follower.serving().used() as held:
        change_champion(context.registry, Change(two_, one, "ada", "why"), context.base.digest)
        follower.step()
        assert (held.label, follower.serving().label, follower.leaving) == (one, two_, [held])
        assert Speaking(held, asked, TOKENS).work().text == words(context, one)
        assert Speaking(follower.serving(), asked, TOKENS).work().text == words(context, two_)
        for line in (
            f'nightschool_version{{state="serving",version="{two_}"}} 1.0',
            f'nightschool_version{{state="leaving",version="{one}"}} 1.0',
            f'nightschool_version_requests{{version="{one}"}} 1.0',
        ):
            assert line in metrics.text().decode()
    follower.step()
    assert follower.leaving == []
    assert "leaving" not in metrics.text().decode()
    turns.close()


def test_a_killed_server_comes_back_with_the_champion_and_clients_that_retry_are_answered(night: Night) -> None:  # noqa: F811
    context, one, _ = two(night)
    root = context.config.root
    with served(root) as first:
        until(lambda: ready(first) == one)
        port = first.url.rpartition(":")[2]
        os.kill(first.process.pid, signal.SIGKILL)
        first.process.wait(30)
    client = openai.OpenAI(base_url=f"{first.url}/v1", api_key=first.token, max_retries=60)
    with client, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(client.completions.create, **DRAWN)
        time.sleep(0.5)
        with served(root, f"serve.port={port}"):
            assert answer.result(120).choices[0].text == words(context, one)


class Told:
    """Hears what a follower tells."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, event: str, **more: Any) -> None:
        self.events.append((event, more))

    @property
    def last(self) -> tuple[str, dict[str, Any]]:
        return self.events[-1]


def test_a_version_that_fails_its_probe_is_not_served_until_a_person_vouches_for_it(
    night: Night,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follow, "AGAIN_S", 0.0)
    context = night(1)
    follower = Follower(changed(context), told := Told())
    follower.step()
    assert follower.serving().label == "chooser"
    version = registered(context)
    change_champion(context.registry, Change(version, None, "ada", "good"), context.base.digest)
    follower.step()
    assert follower.serving().label == "chooser"
    event, more = told.last
    assert (event, more["stays"], more["foreseen"]) == ("version_refused", "the built-in chooser", True)
    assert f"Version {version} fails its probe: " in more["error"]
    assert [named.version for named in follower.refused] == [version]
    approve(context.registry, version, "ada", "looked at")
    follower.step()
    assert (follower.serving().label, follower.refused) == (version, {})


def test_without_a_fit_version_nothing_is_served_and_the_reason_is_told(night: Night) -> None:  # noqa: F811
    context = night(1)
    version = registered(context)
    follower = Follower(changed(context), Told())
    with pytest.raises(RefusedError, match="the first version is being loaded"):
        follower.serving()
    follower.step()
    with pytest.raises(
        RefusedError, match=rf"No version is served: version refused: Version {version} fails its probe"
    ):
        follower.serving()


def test_changed_files_and_a_registry_that_is_away_leave_the_old_version(
    night: Night,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context, one, two_ = two(night)
    follower = Follower(context, told := Told())
    follower.step()
    before = follower.serving()
    assert (before.label, before.digest.partition(":")[0]) == (one, context.registry.load(one).digest)
    context.registry.client.set_registered_model_alias(context.registry.name, "champion", two_)
    config: Path = context.registry.load(two_).adapter / "adapter_config.json"
    kept = config.read_bytes()
    config.write_bytes(kept + b" ")
    follower.step()
    assert follower.serving() is before
    assert (told.last[0], "was changed since" in told.last[1]["error"]) == ("version_refused", True)
    many = len(told.events)
    follower.step()
    assert len(told.events) == many, "it is not tried again at once"
    with monkeypatch.context() as away:
        away.setattr(type(context.registry), "alias", lambda *_: 1 / 0)
        follower.step()
    assert (told.last[0], told.last[1]["foreseen"]) == ("registry_unreachable", False)
    assert follower.serving() is before
    config.write_bytes(kept)
    monkeypatch.setattr(follow, "AGAIN_S", 0.0)
    follower.step()
    assert follower.serving().label == two_
