"""A set of DAGs a team: own ids, schedules, assets, forms; none of one shows in another, and parsing stays light."""

import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest

from nightschool.errors import ConfigError
from nightschool.teams import DAGS, dag_id
from tests.airflow.conftest import ROOT
from tests.test_teams import team

TEAMS = ("blue", "red")
SEEN = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag({folder!r})
heavy = {{"torch", "transformers", "mlflow", "great_expectations", "docker"}} & set(sys.modules)
def facts(dag):
    outlets = {{str(getattr(one, "uri", one.name)).rstrip("/") for task in dag.tasks for one in task.outlets}}
    return {{
        "config": dag.params["config"], "schedule": str(getattr(dag, "schedule", None)), "tags": sorted(dag.tags),
        "assets": sorted(outlets), "tasks": len(dag.tasks), "one_at_a_time": dag.max_active_runs == 1,
    }}
print(json.dumps([{{name: facts(dag) for name, dag in bag.dags.items()}}, bag.import_errors, sorted(heavy)]))
"""


def parsed(root, **environment):
    """What Airflow makes of dags/ for the installation at `root`: facts of DAGs, import errors, heavy modules."""
    script = SEEN.format(folder=str(ROOT / "dags"))
    patient = {"AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT": "300"}  # a machine that is busy
    given = {**os.environ, **patient, "NIGHTSCHOOL_ROOT": str(root), **environment}
    done = subprocess.run([sys.executable, "-c", script], env=given, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def root(airflow_home, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "conf", tmp_path / "conf")
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    return tmp_path


@pytest.fixture
def two(root):
    path = team(root, "red")
    path.write_text('team: {name: red, schedule: "0 1,13 * * *"}\n')
    team(root, "blue").write_text('team: {name: blue, schedule: "nightschool://episodes"}\n')
    return root


def test_without_teams_the_dags_are_those_that_they_were(root):
    dags, errors, _ = parsed(root)
    assert sorted(dags) == sorted(DAGS)
    assert errors == {}
    assert dags["nightly_cycle"]["schedule"] == "0 2 * * *"
    assert dags["nightly_cycle"]["tags"] == ["nightschool"]
    assert dags["nightly_cycle"]["assets"] == [f"nightschool://{one}" for one in ("candidate", "champion", "corpus")]


def test_each_team_has_a_set_of_its_own_and_nothing_heavy_is_imported_for_it(two):
    dags, errors, heavy = parsed(two)
    assert sorted(dags) == sorted(dag_id(dag, name) for dag in DAGS for name in ("", *TEAMS))
    assert (errors, heavy) == ({}, [])
    for name in TEAMS:
        for dag in DAGS:
            ours, plain = dags[dag_id(dag, name)], dags[dag]
            assert ours["config"] == f"conf/teams/{name}.yaml"
            assert ours["tags"] == ["nightschool", f"team:{name}"]
            assert (ours["tasks"], ours["one_at_a_time"]) == (plain["tasks"], True)
            assert ours["assets"] == [
                one.replace("nightschool://", f"nightschool://{name}/").replace("seen", f"seen {name}")
                for one in plain["assets"]
            ]


def test_each_team_has_its_schedule_and_none_where_nights_are_by_hand_only(two):
    dags, _, _ = parsed(two)
    assert dags["nightly_cycle__red"]["schedule"] == "0 1,13 * * *"
    assert "nightschool://blue/episodes" in dags["nightly_cycle__blue"]["schedule"]
    assert dags["nightly_cycle"]["schedule"] == "0 2 * * *"
    assert {one["schedule"] for one in parsed(two, NIGHTSCHOOL_SCHEDULE="")[0].values()} == {"None"}


def test_two_that_share_are_an_import_error_with_both_files_and_the_others_go_on(two):
    team(two, "green", "tracking: {model_name: nightschool-rust-repair-red}\n")
    dags, errors, _ = parsed(two)
    assert "nightly_cycle__blue" in dags
    assert not {name for name in dags if name.endswith(("__red", "__green"))}
    ((file, told),) = errors.items()
    assert file.endswith("dags/teams.py")
    for part in ("conf/teams/green.yaml", "conf/teams/red.yaml", "tracking.model_name: nightschool-rust-repair-red"):
        assert part in told


def test_the_form_takes_no_other_config(two):
    from airflow.sdk.exceptions import ParamValidationError

    from nightschool_airflow import CONFIG, owners

    *_, red = owners()
    param = red.form({"config": CONFIG})["config"]
    assert param.resolve("conf/teams/red.yaml") == "conf/teams/red.yaml"
    with pytest.raises(ParamValidationError):
        param.resolve("conf/teams/blue.yaml")


REACHING = [
    {"config": "conf/teams/blue.yaml"},
    {"set": ["team.name=blue"]},
    {"set": ["team={name: blue}"]},
    {"set": ["tracking.model_name=nightschool-rust-repair-blue"]},
    {"set": ["tracking.uri=sqlite:///elsewhere.db"]},
    {"set": ["root=/srv"]},
    {"set": ["frozen=koans/blue"]},
    {"set": ["curriculum.lessons=[lessons/blue]"]},
    {"set": ["sandbox.backend=none"]},
    {"set": ["housekeeping.phases_days=3"]},
    {"base_model": "var/teams/blue/exports/merged"},
    {"base_model": "mlruns/teams/blue/artifacts/model"},
]


@pytest.mark.parametrize("given", REACHING, ids=str)
def test_whatever_a_run_was_given_it_stays_within_its_team(two, given):
    """Also what its form does not show: Airflow's API hands on any key."""
    from nightschool_airflow.owners import require_within

    params = {"config": "conf/teams/red.yaml", **given}
    with pytest.raises(ConfigError, match="DAG housekeeping__red was given"):
        require_within("housekeeping__red", params)
    require_within("housekeeping", params)  # whose forms take any config


def test_what_says_only_how_a_night_learns_can_be_given(two):
    from nightschool_airflow.owners import require_within

    given = {"set": ["train.rank=8"], "base_model": "qwen2.5-coder-0.5b", "rows": 10, "phases": ["align"]}
    require_within("nightly_cycle__red", {"config": "conf/teams/red.yaml", **given})


def test_a_run_of_a_team_whose_file_is_gone_runs_nothing(two, monkeypatch):
    from airflow.sdk.exceptions import AirflowFailException

    from nightschool_airflow import ReleaseOperator

    (two / "conf" / "teams" / "red.yaml").unlink()
    monkeypatch.setenv("NIGHTSCHOOL_COMMAND", f"touch {two}/ran")
    run = SimpleNamespace(dag_id="housekeeping__red", run_id="manual__1")
    context = {"dag_run": run, "params": {"config": "conf/teams/red.yaml"}}
    with pytest.raises(AirflowFailException, match="Team 'red' has no sound file"):
        ReleaseOperator(task_id="clean", command="housekeeping").execute(context)
    assert not (two / "ran").exists()


def test_a_night_is_found_told_and_linked_below_its_team(two):
    from nightschool_airflow.command import run_folder
    from nightschool_airflow.notices.words import night_message
    from nightschool_airflow.page.mount import place_of

    assert run_folder("r", "nightly_cycle__red") == two / "var" / "teams" / "red" / "cycles" / "r"
    assert run_folder("r") == two / "var" / "cycles" / "r"
    assert place_of("nightly_cycle__red") == "/nightschool/teams/red"
    message = night_message("r", [], "nightly_cycle__red")
    assert message.title.startswith("Night School of team red: ")
    assert message.facts["team"] == "red"
    assert "team" not in night_message("r", []).facts


def test_each_team_is_told_of_its_own_nights_where_it_named_somebody(monkeypatch):
    from nightschool_airflow.notices import channels
    from nightschool_airflow.notices.message import Message

    monkeypatch.setenv("NIGHTSCHOOL_NOTIFY_WEBHOOK", "everybodys")
    monkeypatch.setenv("NIGHTSCHOOL_NOTIFY_WEBHOOK__RED_TWO", "reds")
    monkeypatch.setenv("NIGHTSCHOOL_NOTIFY_WEBHOOK__QUIET", "")
    posted = []
    monkeypatch.setattr(channels, "_webhook", lambda connection: lambda told: posted.append(connection))
    for name in ("red-two", "blue", "quiet", ""):
        channels.send(Message("night_finished", "a title", facts={"team": name} if name else {}))
    assert posted == ["reds", "everybodys", "everybodys"]
    assert [channels.configured(name) for name in ("red-two", "quiet", "")] == [True, False, True]
