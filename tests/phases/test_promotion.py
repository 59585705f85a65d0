"""From registration to champion and back, over a tiny real model, real rustc and a real MLflow store."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import comb
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.errors import ConflictError, IntegrityError, RegistryError
from nightschool.phases import Context, run_phase
from nightschool.phases.probe import KOANS, PROBE, as_examined, ask_again, telling
from nightschool.phases.promotion import promote_version, watch
from nightschool.phases.proposal import shown
from nightschool.tracking import CHAMPION, Change, approve
from tests.decisions.factory import report
from tests.phases.school import configured, ended_night, made_school


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared by tests, which copy it."""
    return made_school(tmp_path_factory.mktemp("school"))


@pytest.fixture
def night(school: Path, tmp_path: Path) -> Callable[[int], Context]:
    """A cycle that ended with a passed gate, for the adapter of that number; its register phase has not run."""
    root = tmp_path / "school"
    shutil.copytree(school, root, ignore=shutil.ignore_patterns("cycles"))
    return partial(ended_night, root)


def events(context: Context, event: str) -> list[dict[str, Any]]:
    return [entry.data for entry in context.registry.ledger.entries() if entry.event == event]


def changes(context: Context) -> list[tuple[Any, Any, Any]]:
    return [(e["from"], e["to"], e["how"]) for e in events(context, "alias") if e["alias"] == CHAMPION]


def registered(context: Context) -> str:
    return str(int(run_phase("register", context).metrics["version"]))


def changed(context: Context) -> Context:
    """The same project, asked in another format: the same files, but not what was examined."""
    return Context(configured(context.config.root, "answer.format=program"), context.cycle)


@pytest.mark.integration
def test_a_champion_that_answers_as_examined_is_kept_and_measured_once(night: Callable[[int], Context]) -> None:
    context = night(1)
    version = registered(context)
    page = context.registry.client.get_model_version(context.registry.name, version)
    assert page.description.startswith(f"Cycle {context.cycle}, its policy: ")
    assert "frozen 2/3 (sure and right 1/2)" in page.description
    made = run_phase("promote", context)
    served = context.registry.load(version)
    assert made.digests == {"adapter": served.digest, "policy": served.policy_digest}
    assert getattr(watch(context), "version", None) == version
    told = [(e["outcome"], e["checks"][0]["observed"]) for e in events(context, "postcheck")]
    assert told == [("kept", "4 of 4 answers as examined")]
    assert changes(context) == [(None, version, "promoted")]


@pytest.mark.integration
def test_commands_leave_who_is_champion_where_they_are_asked_to(night: Callable[[int], Context]) -> None:
    one, two = registered(first := night(1)), registered(night(2))
    root, registry = first.config.root, first.registry
    small = ("answer.max_new_tokens=8", "answer.max_prompt_tokens=1900", "model.device=cpu")
    settings = [word for said in (f"root={root}", f"model.base_model={root}/model", *small) for word in ("--set", said)]

    def left(*words: str) -> Any:
        found = CliRunner().invoke(app, [*words, f"--result={root}/left.json", *settings])
        assert found.exit_code == 0, found.output
        return json.loads((root / "left.json").read_text())

    def named(version: str) -> Any:
        served = registry.load(version)
        return {"version": version, "digest": served.digest, "policy": served.policy_digest}

    assert left("watch-registry") == {"version": None, "digest": None, "policy": None}
    assert left("promote", one, "--reason=good", "--who=ada") == named(one)
    assert left("promote", two, "--reason=better", "--who=ada") == named(two)
    assert left("rollback", "--reason=worse", "--who=ada") == named(one)
    assert left("watch-registry") == named(one)
    first = CliRunner().invoke(app, ["rollback", "--reason=worse", "--who=ada", *settings])
    assert "`nightschool rollback --version none --reason ...`" in str(first.exception)
    nobody = {"version": None, "digest": None, "policy": None}
    assert left("rollback", "--version=none", "--reason=worse", "--who=ada") == nobody
    assert left("watch-registry") == nobody


@pytest.mark.integration
def test_a_champion_that_is_not_what_was_examined_is_withdrawn(night: Callable[[int], Context]) -> None:
    one, two = registered(first := night(1)), registered(night(2))
    promote_version(first, Change(one, None, "ada", "good"))
    with pytest.raises(IntegrityError, match=rf"Version {two} is not what was examined: .* Champion is version {one}"):
        promote_version(changed(first), Change(two, one, "ada", "better"))
    assert changes(first) == [(None, one, "promoted"), (one, two, "promoted"), (two, one, "withdrawn")]
    assert [e["outcome"] for e in events(first, "postcheck")] == ["kept", "withdrawn"]


@pytest.mark.integration
def test_a_champion_whose_run_was_deleted_in_mlflow_is_told_before_gc_takes_its_files(
    night: Callable[[int], Context],
) -> None:
    context = night(1)
    version = registered(context)
    promote_version(context, Change(version, None, "test", "why"))
    run_id = context.registry.client.get_model_version(context.registry.name, version).run_id
    context.registry.client.delete_run(run_id)
    with pytest.raises(RegistryError, match=f"run that holds the files of version {version} .*mlflow runs restore"):
        watch(context)
    context.registry.client.restore_run(run_id)
    assert getattr(watch(context), "version", None) == version


@pytest.mark.integration
def test_a_champion_set_in_mlflow_is_measured_by_the_next_watch(night: Callable[[int], Context]) -> None:
    version = registered(context := night(1))
    context.registry.client.set_registered_model_alias(context.registry.name, CHAMPION, version)
    with pytest.raises(IntegrityError, match="Champion is none again"):
        watch(changed(context))
    assert changes(context) == [(None, version, "found"), (version, None, "withdrawn")]
    assert watch(context) is None


@pytest.mark.integration
def test_a_person_may_keep_a_champion_that_answers_otherwise(night: Callable[[int], Context]) -> None:
    version = registered(context := night(1))
    approve(context.registry, version, "ada", "new library, answers looked at")
    promote_version(changed(context), Change(version, None, "ada", "good"))
    assert context.registry.alias(CHAMPION) == version
    assert [e["outcome"] for e in events(context, "postcheck")] == ["kept"]


@pytest.mark.integration
def test_the_probe_is_answered_anew_not_from_the_cache(night: Callable[[int], Context]) -> None:
    context = night(1)
    served = context.registry.load(registered(context))
    assert ask_again(context, served).ok
    cache = list((context.config.var / "cache" / "answers").glob("*.jsonl"))
    for path in cache:
        path.write_text(path.read_text().replace('"text": "', '"text": "poisoned '))
    assert cache
    assert ask_again(context, served).ok
    context.registry.artifact(served.version, PROBE).write_text("[]")
    assert "was changed since" in ask_again(context, served).observed


@pytest.mark.integration
def test_an_adapter_changed_between_examination_and_registration_is_refused(night: Callable[[int], Context]) -> None:
    context = night(1)
    (context.output("align") / "adapter" / "adapter_config.json").write_text("{}")
    with pytest.raises(IntegrityError, match="examined was"):
        run_phase("register", context)


@pytest.mark.integration
def test_adapter_and_policy_are_one_version_and_are_verified_together(night: Callable[[int], Context]) -> None:
    context = night(1)
    version = registered(context)
    served = context.registry.load(version)
    assert sorted(path.name for path in served.policy.iterdir()) == ["chooser.json", "patterns.json"]
    assert {"adapter_digest", "policy_digest", "chooser_digest", "patterns_digest", "shadow_sure"} <= set(served.tags)
    (served.policy / "chooser.json").write_text("{}")
    with pytest.raises(IntegrityError, match=f"Policy of version {version} .* was changed since"):
        promote_version(context, Change(version, None, "ada", "good"))
    assert changes(context) == []


@pytest.mark.integration
def test_a_cycle_does_not_promote_over_a_champion_it_was_not_compared_with(night: Callable[[int], Context]) -> None:
    one, context = registered(first := night(1)), night(2)
    assert context.champion is None
    registered(context)
    promote_version(first, Change(one, None, "ada", "by hand meanwhile"))
    with pytest.raises(ConflictError, match=f"The champion is version {one}, not none"):
        run_phase("promote", context)


@pytest.mark.integration
def test_a_person_is_shown_both_versions_and_the_decision(night: Callable[[int], Context]) -> None:
    one, two = registered(first := night(1)), registered(night(2))
    promote_version(first, Change(one, None, "ada", "good"))
    found = shown(first, two)
    assert (found["version"], found["champion"]) == (two, one)
    assert "| shadow | 2/3, sure and right 1/2 | 2/3, sure and right 1/2 |" in found["text"]
    assert "decision `decision2`" in found["text"]


def test_of_sixteen_answers_two_may_differ_and_of_four_none() -> None:
    """P(3 or more of 16 differ) at 1.65 % each, the most that 0 of 180 leaves open (1 - 0.05^(1/180)), is 0.0021."""
    assert [as_examined(same, KOANS) for same in (16, 14, 13)] == [True, True, False]
    assert [as_examined(same, 4) for same in (4, 3)] == [True, False]
    assert not as_examined(0, 0), "nothing asked is nothing measured"
    rate = 1 - 0.05 ** (1 / 180)
    kept = sum(comb(KOANS, n) * rate**n * (1 - rate) ** (KOANS - n) for n in range(3))
    assert 1 - kept == pytest.approx(0.0021, abs=1e-4)


def test_a_probe_holds_what_tells_the_candidate_from_the_base_model() -> None:
    base = report("p" * 40, "dev")
    answered = (replace(a, answer="new") if n in (7, 27) else a for n, a in enumerate(base.attempts))
    candidate = replace(base, attempts=tuple(answered))
    told = telling(candidate, base)
    assert len(told) == KOANS
    assert {a.koan for a in told[:2]} == {"k07", "k27"}
    assert {a.answer for a in told[2:]} == {""}
    assert len(telling(candidate, None)) == KOANS, "where the base was not asked, any koans are"
