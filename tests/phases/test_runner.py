"""Phases of a cycle over a real MLflow store: found again, taken in turn, registered once."""

import json
import shutil
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from nightschool.config import Config, StorageConfig
from nightschool.decisions import Check
from nightschool.errors import UsageError
from nightschool.evaluation import write_report
from nightschool.files import digest_folder
from nightschool.koans import write_suite
from nightschool.phases import Context, probe, promotion, run_phase, runner
from nightschool.phases.transaction import Outcome
from nightschool.repair.chooser import FIXED
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import read_policy, write_policy
from nightschool.sandbox import Command, Limits, open_sandbox, program, starting
from nightschool.tracking import CHALLENGER, CHAMPION
from nightschool.types import PhaseResult
from tests.decisions.factory import report
from tests.koans.conftest import make_koan
from tests.sandbox.refusing import refusing_bwrap
from tests.stores import migrated


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    migrated(root)
    return Config(root=root)


@pytest.fixture
def toy(monkeypatch):
    """A phase `toy` that counts its runs."""
    calls = []

    def recipe(context, folder):
        calls.append((time.monotonic(), context.cycle))
        time.sleep(0.5)
        calls.append((time.monotonic(), context.cycle))
        return Outcome({"n": 1.0}, {}, "ok")

    phase = runner.Phase("toy", lambda context: {"cycle": context.cycle}, recipe)
    monkeypatch.setitem(runner.PHASES, "toy", phase)
    return calls


@pytest.mark.integration
def test_a_phase_is_recorded_for_its_cycle_and_in_mlflow_and_found_again(config, toy):
    context = Context(config, "c1")
    first, second = run_phase("toy", context), run_phase("toy", context)
    assert (first.reused, second.reused, len(toy)) == (False, True, 2)
    assert context.result("toy").key == first.key
    with context.runs.phase("toy") as run:
        assert context.runs.client.get_run(run.run_id).data.metrics == {"n": 1.0}


@pytest.mark.integration
def test_a_phase_tells_of_sandboxes_that_did_not_start_at_first_and_is_not_failed_by_them(config, monkeypatch):
    def recipe(context, folder):
        done = open_sandbox(context.config.sandbox).run(Command(("/bin/sh", "-c", ":"), limits))
        return Outcome({"n": float(done.exit_code)}, {}, "ok")

    limits = Limits.within(config.sandbox, 10.0)
    monkeypatch.setattr(starting, "WAITS_S", (0.001, 0.001))
    monkeypatch.setitem(runner.PHASES, "toy", runner.Phase("toy", lambda context: {"cycle": context.cycle}, recipe))
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)  # root's sandboxes run as another user
        bwrap = refusing_bwrap(Path(name), 2)
        monkeypatch.setattr(program, "_candidates", lambda: iter([bwrap]))
        told = [run_phase("toy", Context(config, cycle)).metrics for cycle in ("refused", "later")]
    assert told == [{"n": 0.0, "sandbox.failed_starts": 2.0}, {"n": 0.0}]


@pytest.mark.integration
@pytest.mark.parametrize(("shared", "runs"), [(True, 1), (False, 2)])
def test_what_another_machine_finished_is_fetched_but_for_phases_that_write_elsewhere(
    config, toy, tmp_path, monkeypatch, shared, runs
):
    monkeypatch.setitem(runner.PHASES, "toy", replace(runner.PHASES["toy"], shared=shared))
    config = config.model_copy(update={"storage": StorageConfig(url=f"file://{tmp_path}/shared")})
    for _machine in range(2):
        result = run_phase("toy", Context(config, f"fleet-{shared}"))
        shutil.rmtree(result.output)
    assert len(toy) == 2 * runs


def test_phases_that_write_to_ledger_or_registry_run_on_the_machine_that_is_asked():
    assert {name for name, phase in runner.PHASES.items() if not phase.shared} == {
        "gate", "register", "promote", "publish",
    }  # fmt: skip


@pytest.mark.integration
def test_two_cycles_on_one_machine_take_turns(config, toy):
    contexts = [Context(config, name) for name in ("turn-a", "turn-b")]
    for context in contexts:
        assert context.runs.run_id
    threads = [threading.Thread(target=run_phase, args=("toy", context)) for context in contexts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert toy[0][1] == toy[1][1]
    assert toy[1][0] <= toy[2][0]


def test_an_unknown_phase_is_refused_with_those_there_are(config):
    with pytest.raises(UsageError, match=r"No phase 'sleep'; there are certify, curate"):
        run_phase("sleep", Context(config, "c"))


def test_a_missing_earlier_phase_names_the_command_that_makes_it(config):
    with pytest.raises(UsageError, match="nightschool run curate --cycle fresh"):
        Context(config, "fresh").result("curate")


@pytest.mark.parametrize("name", ["", "../x", "a/b", "..", ".", "x" * 201])
def test_a_cycle_name_cannot_leave_its_folder(config, name):
    with pytest.raises(UsageError, match="Cycle name"):
        Context(config, name)


@pytest.fixture
def passed(config, tmp_path, monkeypatch):
    """A cycle whose candidate passed the gate; its probe is asked for real in test_promotion."""
    monkeypatch.setattr(probe, "_answers", lambda context, adapter, koans, whose: ["said" for _ in koans])
    context = Context(config, f"passed-{tmp_path.name}")
    vars(context)["base"] = SimpleNamespace(digest="b" * 64, name="tiny")
    vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    (tmp_path / "adapter").mkdir()
    (tmp_path / "adapter" / "adapter_model.safetensors").write_bytes(tmp_path.name.encode())
    for suite in ("frozen", "dev", "shadow"):
        write_report(tmp_path / f"policy-{suite}.json", report("P" * 20 + "p" * 6 + "f" * 4, suite, "policy"))
    write_report(tmp_path / "candidate-dev.json", report("p" * 26 + "f" * 4, "dev"))
    write_policy(tmp_path / "policy", FIXED, learn_patterns([]))
    write_report(tmp_path / "base-dev.json", report("f" * 30, "dev", "base"))
    write_suite(tmp_path / "dev", [make_koan(f"k{n:02}") for n in range(30)])
    context.registry.ledger.append("gate", context.cycle, {"outcome": "passed", "evidence_digest": "d"})
    adapter = digest_folder(tmp_path / "adapter")
    digests = {"align": {"adapter": adapter}, "gate": {"decision": "d"}, "curate": {"corpus": "c"}}
    for phase in ("curate", "choose", "baseline", "align", "examine", "gate"):
        outcome = "passed" if phase == "gate" else ""
        context.record(PhaseResult(phase, "k", str(tmp_path), {}, digests.get(phase, {}), outcome))
    return context


@pytest.mark.integration
def test_a_cycle_killed_after_registering_registers_no_second_version(config, passed):
    version = run_phase("register", passed).metrics["version"]
    shutil.rmtree(config.var / "phases" / "register")
    assert run_phase("register", passed).metrics["version"] == version
    assert passed.registry.alias(CHALLENGER) == str(int(version))


@pytest.mark.integration
def test_the_version_carries_its_evidence(passed, tmp_path):
    version = str(int(run_phase("register", passed).metrics["version"]))
    tags = passed.registry.load(version).tags
    assert tags["frozen"] == "26/30"
    assert tags["adapter_digest"] == digest_folder(tmp_path / "adapter")
    assert {"base_digest", "gate_decision", "corpus_digest", "config_digest", "toolchain"} <= set(tags)


@pytest.mark.integration
def test_the_version_says_what_its_policy_is_made_of_and_how_sure_it_was(passed, tmp_path):
    version = str(int(run_phase("register", passed).metrics["version"]))
    loaded = passed.registry.load(version)
    policy = read_policy(loaded.policy, passed.config.repair)
    assert loaded.tags["policy_digest"] == digest_folder(tmp_path / "policy") == digest_folder(loaded.policy)
    assert loaded.tags["chooser_digest"] == policy.chooser.digest
    assert loaded.tags["patterns_digest"] == policy.patterns.digest
    assert loaded.tags["shadow_sure"] == "20/20"


@pytest.mark.integration
def test_the_version_has_a_card_its_metrics_a_signature_and_the_way_to_its_dag_run(passed, monkeypatch):
    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "http://127.0.0.1:8080/")
    version = str(int(run_phase("register", passed).metrics["version"]))
    registry, runs = passed.registry, passed.runs
    found = registry.client.get_model_version(registry.name, version)
    digests = json.loads(found.tags["digests"])
    assert digests["base_digest"] == "b" * 64
    assert not [name for name, value in found.tags.items() if name != "digests" and len(value) == 64]
    link = f"[{passed.cycle}](http://127.0.0.1:8080/dags/nightly_cycle/runs/{passed.cycle})"
    for told in (
        f"Cycle {passed.cycle}, its policy: dev 26/30",
        link,
        "| frozen | 26/30 |",
        digests["policy_digest"][:12],
    ):
        assert told in found.description
    home = registry.load(version).adapter.parent
    head, body = (home / "README.md").read_text().split("---\n")[1:]
    card = yaml.safe_load(head)
    assert (card["base_model"], card["library_name"]) == ("tiny", "peft")
    [result] = [r for r in card["model-index"][0]["results"] if r["dataset"]["name"] == "frozen"]
    assert result["metrics"][0]["value"] == pytest.approx(26 / 30)
    assert found.description in body
    model = runs.client.get_logged_model(found.tags["logged_model"])
    assert json.loads(model.tags["mlflow.modelVersions"]) == [{"name": registry.name, "version": version}]
    metrics = {(m.key, m.dataset_name): m.value for m in model.metrics}
    assert metrics["frozen/pass_rate", "frozen"] == pytest.approx(26 / 30)
    assert metrics["shadow/sure_passed", "shadow"] == 20
    mlmodel = yaml.safe_load((home / "MLmodel").read_text())
    assert [one["name"] for one in json.loads(mlmodel["signature"]["outputs"])] == ["program", "sure"]
    example = json.loads((home / "input_example.json").read_text())
    assert example["program"] in {make_koan(f"k{n:02}").broken for n in range(30)}


@pytest.mark.integration
def test_a_version_is_never_loaded_through_pyfunc(passed):
    import mlflow.pyfunc
    from mlflow.exceptions import MlflowException

    version = str(int(run_phase("register", passed).metrics["version"]))
    with pytest.raises(MlflowException, match='does not have the "python_function" flavor'):
        mlflow.pyfunc.load_model(str(passed.registry.load(version).adapter.parent))


@pytest.mark.integration
def test_a_refused_candidate_is_never_registered(passed):
    passed.record(PhaseResult("gate", "k", "", {}, {"decision": "d"}, "refused"))
    with pytest.raises(UsageError, match="only a passed candidate is registered"):
        run_phase("register", passed)


@pytest.mark.integration
def test_promotion_moves_the_champion_and_the_next_cycle_starts_from_it(config, passed, monkeypatch):
    measured = Check("served as examined", True, "stands in for tests/phases/test_promotion.py", "")
    monkeypatch.setattr(promotion, "ask_again", lambda context, served: measured)
    run_phase("register", passed)
    version = str(int(run_phase("promote", passed).metrics["version"]))
    following = Context(config, "following")
    vars(following)["base"] = SimpleNamespace(digest="b" * 64)
    assert following.champion.version == version
    pins = json.loads((following.folder / "pins.json").read_text())
    assert pins["champion"] == version
    moves = [e.data for e in passed.registry.ledger.entries() if e.event == "alias" and e.data["alias"] == CHAMPION]
    assert moves[-1]["to"] == version
