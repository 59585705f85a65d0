"""A real MLflow store: registered once, tampering refused."""

import shutil

import pytest

from nightschool.errors import IntegrityError, RegistryError
from nightschool.tracking import CHAMPION, CycleRuns, Registry
from tests.tracking.conftest import version_files


@pytest.fixture
def files(tmp_path):
    """A version's folder and its digests."""
    return tmp_path / "version", version_files(tmp_path / "version", tmp_path.name)


def register(config, files, cycle="c1", **changed):
    folder, digests = files
    runs = CycleRuns(config, cycle)
    with runs.phase("register") as run:
        uri = run.artifacts(folder, "version")
    tags = digests | {"base_digest": "base", "cycle": cycle} | changed
    return Registry(config).register(uri, run.run_id, tags)


@pytest.mark.integration
def test_registering_twice_makes_one_version_and_another_policy_is_another(config, files):
    assert register(config, files) == register(config, files)
    assert register(config, files, policy_digest="another") != register(config, files)


@pytest.mark.integration
def test_a_cycle_finds_its_runs_again(config):
    first, second = CycleRuns(config, "again"), CycleRuns(config, "again")
    assert first.run_id == second.run_id
    with first.phase("align") as a:
        pass
    with second.phase("align") as b:
        pass
    assert a.run_id == b.run_id


@pytest.mark.integration
def test_nights_are_named_by_their_time_so_that_a_narrow_column_tells_them_apart(config):
    for cycle in ("manual__2026-11-23T11-53-22", "scheduled__2026-11-23T02:00:00+00:00"):
        runs = CycleRuns(config, cycle)
        assert runs.client.get_run(runs.run_id).info.run_name == cycle.split("__")[1]


@pytest.mark.integration
def test_a_failed_phase_is_marked_failed(config):
    runs = CycleRuns(config, "failing")
    with pytest.raises(ZeroDivisionError), runs.phase("align") as run:
        raise ZeroDivisionError
    assert runs.client.get_run(run.run_id).info.status == "FAILED"


@pytest.mark.integration
def test_what_a_killed_cycle_left_running_is_ended_and_runs_again_when_it_goes_on(config):
    killed, theirs, tonight = (CycleRuns(config, name) for name in ("killed", "theirs", "tonight"))

    def status(run_id):
        return tonight.client.get_run(run_id).info.status

    with killed.phase("align") as align:
        pass
    killed.client.update_run(align.run_id, status="RUNNING")  # as SIGKILL leaves it
    assert tonight.end_dead(lambda cycle: cycle != "theirs") == ["killed"]
    assert [status(run) for run in (killed.run_id, align.run_id)] == ["KILLED", "KILLED"]
    assert [status(run) for run in (theirs.run_id, tonight.run_id)] == ["RUNNING", "RUNNING"]
    assert tonight.client.get_run(align.run_id).data.tags["nightschool.ended_by"].startswith("tonight: ")
    assert tonight.end_dead(lambda cycle: cycle != "theirs") == []
    assert status(CycleRuns(config, "killed").run_id) == "RUNNING"


@pytest.mark.integration
def test_a_challenger_is_written_down_once_a_cycle(config, files):
    registry = Registry(config)
    version = register(config, files, "night")
    assert registry.challenge(version, "night") == registry.challenge(version, "night")
    assert registry.alias("challenger") == version


@pytest.mark.integration
@pytest.mark.parametrize(("part", "file"), [("adapter", "adapter_model.safetensors"), ("policy", "chooser.json")])
def test_tampered_files_are_refused(config, files, part, file):
    registry = Registry(config)
    version = register(config, files, "tampered")
    loaded = registry.load(version)
    assert {"adapter_digest": loaded.digest, "policy_digest": loaded.policy_digest} == files[1]
    (getattr(loaded, part) / file).write_bytes(b"evil")
    with pytest.raises(IntegrityError, match=f"{part.capitalize()} of version {version} .* was changed since"):
        registry.load(version)


@pytest.mark.integration
def test_a_version_without_a_policy_is_a_clear_refusal(config, files):
    shutil.rmtree(files[0] / "policy")
    with pytest.raises(RegistryError, match=r"has no files at .*policy"):
        Registry(config).load(register(config, files, "bare"))


@pytest.mark.integration
def test_a_version_of_another_base_model_is_refused(config, files):
    registry = Registry(config)
    registry.client.set_registered_model_alias(registry.name, CHAMPION, register(config, files, "other-base"))
    with pytest.raises(IntegrityError, match="adapter of base"):
        registry.champion("another base")


@pytest.mark.integration
def test_an_alias_that_points_nowhere_is_a_clear_refusal(config, files):
    registry = Registry(config)
    version = register(config, files, "nowhere")
    registry.client.set_registered_model_alias(registry.name, CHAMPION, version)
    shutil.rmtree(registry.load(version).adapter)
    with pytest.raises(RegistryError, match="has no files"):
        registry.champion("base")
    with pytest.raises(RegistryError, match="has no version '999'"):
        registry.load("999")
