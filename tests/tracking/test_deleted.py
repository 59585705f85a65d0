"""What somebody deleted in MLflow: an experiment, a run, and what the real `mlflow gc` leaves of a champion."""

import os
import re
import shlex

import pytest
from click.testing import CliRunner

from nightschool.errors import EnvironmentMissingError, RegistryError
from nightschool.tracking import Change, CycleRuns, Registry, change_champion
from nightschool.tracking.store import resolve_uri

pytestmark = pytest.mark.integration


def said(error):
    """The command that an error tells a person to run."""
    return re.search("`(MLFLOW_TRACKING_URI=[^`]+)`", str(error.value))[1]


def run(config, command):
    """A command of MLflow's as an error shows it, told nothing but what stands in it."""
    from mlflow.cli import cli

    setting, program, *arguments = shlex.split(command)
    name, _, value = setting.partition("=")
    assert program == "mlflow"
    bare = {variable: None for variable in os.environ if variable.startswith("MLFLOW_TRACKING")}
    done = CliRunner().invoke(cli, arguments, env=bare | {name: value}, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def collect(config):
    return run(config, f"MLFLOW_TRACKING_URI={resolve_uri(config)} mlflow gc --backend-store-uri {resolve_uri(config)}")


@pytest.fixture
def champion(registry, make_version):
    version = make_version("night")
    change_champion(registry, Change(version, None, "test", "why"), "base")
    return version


def test_a_deleted_experiment_is_one_clear_error_and_the_command_it_names_brings_all_back(config):
    before = CycleRuns(config, "night")
    before.client.delete_experiment(before.experiment)
    with pytest.raises(EnvironmentMissingError, match=r"'nightschool' was deleted .* its name is not free") as e:
        CycleRuns(config, "night")
    run(config, said(e))
    assert CycleRuns(config, "night").run_id == before.run_id


@pytest.mark.parametrize("what", ["run", "experiment"])
def test_a_champion_whose_files_the_next_gc_would_take_is_told_in_time(config, registry, champion, what):
    registry.kept(champion)
    run_id = registry.client.get_model_version(registry.name, champion).run_id
    if what == "run":
        registry.client.delete_run(run_id)
    else:
        registry.client.delete_experiment(registry.client.get_run(run_id).info.experiment_id)
    assert registry.champion("base").version == champion  # its files are whole
    with pytest.raises(RegistryError, match=f"The {what} that holds the files of version {champion} ") as e:
        registry.kept(champion)
    run(config, said(e))
    registry.kept(champion)
    collect(config)
    assert Registry(config).champion("base").version == champion


def test_gc_leaves_the_champions_alias_and_no_files_and_that_is_told(config, registry, champion):
    registry.client.delete_run(registry.client.get_model_version(registry.name, champion).run_id)
    collect(config)
    assert registry.alias("champion") == champion  # MLflow still calls it champion
    assert registry.client.get_model_version(registry.name, champion).status == "READY"
    with pytest.raises(RegistryError, match=f"Version {champion} .* has no files .*mlflow gc.*rollback"):
        registry.champion("base")
    with pytest.raises(RegistryError, match=f"The run that registered version {champion} .* is gone"):
        registry.kept(champion)
