"""The container of a phase as a command line: exactly what is mounted, what is closed, and who it is."""

import os
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import ConfigError, EnvironmentMissingError
from nightschool_airflow.container import CLOSED, contained_phase, container_options, inputs

FILE = Path("conf/default.yaml")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder with a config, and a docker command that is never run."""
    for folder in ("conf", "koans/frozen", "expectations", "var", "mlruns", "bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / FILE).write_text("name: here\n")
    (tmp_path / "bin" / "docker").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    return tmp_path


def mounted(options):
    """Path of each bind mount to whether it can be written to; the path is the same on both sides."""
    found = {}
    for option in options:
        if option.startswith("--mount=type=bind,"):
            source, target, *rest = option.removeprefix("--mount=type=bind,").split(",")
            assert source.removeprefix("source=") == target.removeprefix("target=")
            found[target.removeprefix("target=")] = rest != ["readonly"]
    return found


def test_a_phase_sees_its_inputs_read_only_and_what_phases_share(project):
    options = container_options(project, Config(), FILE, Path("/tmp/result"))
    readable = {f"{project}/conf/default.yaml", f"{project}/koans/frozen", f"{project}/expectations"}
    writable = {f"{project}/var", f"{project}/mlruns", "/tmp/result"}
    assert mounted(options) == {**dict.fromkeys(readable, False), **dict.fromkeys(writable, True)}
    assert f"--workdir={project}" in options


def test_the_domains_are_an_input_where_they_are(project):
    assert f"{project}/koans/domains" not in mounted(container_options(project, Config(), FILE, project / "result"))
    (project / "koans" / "domains").mkdir()
    assert mounted(container_options(project, Config(), FILE, project / "result"))[f"{project}/koans/domains"] is False


def test_crates_and_a_model_folder_are_inputs_too(project):
    (project / "models" / "mine").mkdir(parents=True)
    named = load_config(None, ["curriculum.crates=[/elsewhere/crate]", "model.base_model=models/mine"])
    assert inputs(project, named)[2:] == [Path("/elsewhere/crate"), project / "models" / "mine"]
    writable = mounted(container_options(project, named, FILE, project / "result"))
    assert (writable["/elsewhere/crate"], writable[f"{project}/models/mine"]) == (False, False)


def test_a_store_that_is_a_folder_can_be_written_to(project):
    shared = load_config(None, [f"storage.url=file://{project}/share"])
    assert mounted(container_options(project, shared, FILE, project / "result"))[f"{project}/share"] is True


def test_airflows_passwords_are_covered_up(project):
    cover = f"--tmpfs={project}/var/airflow"
    assert cover not in container_options(project, Config(), FILE, project)
    (project / "var" / "airflow").mkdir()
    assert cover in container_options(project, Config(), FILE, project)


def test_the_container_is_closed_and_has_no_engine_socket(project):
    options = container_options(project, Config(), FILE, project)
    assert set(CLOSED) < set(options)
    assert {"--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--init", "--rm"} < set(CLOSED)
    assert not any("docker.sock" in option or option == "--privileged" for option in options)


def test_what_it_writes_belongs_to_the_owner_of_var(project):
    owner = (project / "var").stat()
    assert f"--user={owner.st_uid}:{owner.st_gid}" in container_options(project, Config(), FILE, project)


@pytest.mark.parametrize(
    ("overrides", "closed"),
    [
        ([], True),
        (["model.base_model=koans"], True),  # any folder
        (["model.base_model=Qwen/Qwen2.5-Coder-1.5B"], False),
        (["tracking.uri=http://mlflow:5000"], False),
        (["model.backend=openai", "serving.model=coder"], False),
        (["storage.url=s3://bucket/night"], False),
        (["storage.url=file:///mnt/share"], True),
    ],
)
def test_there_is_a_network_only_where_something_remote_is_configured(project, monkeypatch, overrides, closed):
    for name in ("MLFLOW_TRACKING_PASSWORD", "NIGHTSCHOOL_API_KEY"):
        monkeypatch.setenv(name, "secret")
    options = container_options(project, load_config(None, overrides), FILE, project)
    assert ("--network=none" in options) is closed
    for name in ("MLFLOW_TRACKING_PASSWORD", "NIGHTSCHOOL_API_KEY"):
        assert (f"--env={name}" in options) is not closed
    assert "secret" not in " ".join(options)


def test_graphics_processors_are_given_where_the_config_asks_for_them(project):
    assert "--gpus=all" not in container_options(project, Config(), FILE, project)
    assert "--gpus=all" in container_options(project, load_config(None, ["model.device=cuda"]), FILE, project)


def test_all_attempts_at_a_phase_of_a_cycle_share_a_name_and_no_other_phase_does(project):
    def named(phase, cycle, attempt):
        return contained_phase(phase, cycle, {}, project / attempt / "result.json").name

    first = named("align", "manual__1", "one")
    assert first.startswith("nightschool-align-")
    assert named("align", "manual__1", "two") == first
    assert len({first, named("align", "manual__2", "one"), named("examine", "manual__1", "one")}) == 3


def test_the_image_runs_the_phase_as_a_local_one_would_be_run(project, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_TRAINER_IMAGE", "registry.example/trainer:7")
    process = contained_phase("align", "manual__1", {"seed": 3}, project / "result.json")
    words = list(process.arguments)
    after = words[words.index("registry.example/trainer:7") + 1 :]
    assert after[:5] == ["nightschool", "run", "align", "--cycle", "manual__1"]
    told = ["--night", "--result", f"{project}/result.json", "--config", "conf/default.yaml", "--set", "seed=3"]
    assert after[5:] == told


def test_a_wrong_config_is_told_before_a_container_is_started(project):
    with pytest.raises(ConfigError, match="trainn"):
        contained_phase("align", "manual__1", {"set": ["trainn.rank=8"]}, project / "result.json")


def test_without_a_docker_command_it_says_how_to_get_one(project, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(EnvironmentMissingError, match=r"containers/engine.sh install"):
        contained_phase("align", "manual__1", {}, project / "result.json")


def test_folders_of_lessons_are_inputs_too(project):
    named = load_config(None, ["curriculum.lessons=[/elsewhere/lessons]"])
    assert inputs(project, named)[2:] == [Path("/elsewhere/lessons")]
