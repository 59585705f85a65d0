"""Teams of an installation: what is a team's own by default, and what two of them may not share."""

import pytest

from nightschool.cli.doctor import examine
from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import ConfigError
from nightschool.housekeeping import clean
from nightschool.phases.context import silent
from nightschool.teams import dag_id, read_teams, require_apart, team_of
from nightschool.tracking import ledger_of


def team(root, name, text=""):
    path = root / "conf" / "teams" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"team: {{name: {name}}}\n{text}")
    return path


def names(root):
    return [one.name for one in read_teams(root).sound]


def test_a_team_that_says_its_name_alone_has_places_and_names_of_its_own(tmp_path):
    team(tmp_path, "red")
    team(tmp_path, "blue")
    found = read_teams(tmp_path)
    assert found.wrong == ()
    blue, red = (one.config for one in found.sound)
    assert (blue.team.name, red.team.name) == ("blue", "red")
    assert (red.tracking.experiment, red.tracking.model_name) == ("nightschool-red", "nightschool-rust-repair-red")
    assert red.var == tmp_path / "var" / "teams" / "red"
    assert red.episodes_store == tmp_path / "var" / "teams" / "red" / "episodes.db"
    assert ledger_of(red).path == tmp_path / "mlruns" / "teams" / "red" / "ledger.jsonl"
    assert red.tracking.uri == blue.tracking.uri, "one MLflow"


def test_without_a_team_everything_is_as_it_was(tmp_path):
    config = Config(root=tmp_path)
    assert (config.var, config.episodes_store) == (tmp_path / "var", None)
    assert (config.tracking.experiment, config.tracking.artifacts) == ("nightschool", "mlruns/artifacts")
    assert read_teams(tmp_path).sound == read_teams(tmp_path).wrong == ()


def test_what_the_file_says_stands_and_a_copy_keeps_it(tmp_path):
    config = load_config(team(tmp_path, "red", "tracking: {experiment: ours, uri: 'http://mlflow:5000'}"))
    assert (config.tracking.experiment, config.tracking.model_name) == ("ours", "nightschool-rust-repair-red")
    assert Config.model_validate(config.model_dump()) == config


def test_a_team_decides_nothing_of_a_night_by_its_name():
    plain = Config()
    named = Config(team={"name": "red"}, tracking=plain.tracking)
    assert named.digest() == plain.digest()


@pytest.mark.parametrize("name", ["Red", "a/b", "..", "red__blue", "1", "x" * 31])
def test_a_name_that_could_be_no_folder_or_dag_is_refused(name):
    with pytest.raises(ValueError, match=r"team\.name"):
        Config(team={"name": name})


SHARED = [
    ("tracking: {experiment: same}", "tracking.experiment", "same"),
    ("tracking: {model_name: same}", "tracking.model_name", "same"),
    ("tracking: {artifacts: mlruns/same/artifacts}", "tracking.artifacts", "mlruns/same/artifacts"),
    ("storage: {url: 's3://bucket/same'}", "storage.url", "s3://bucket/same"),
    ("monitoring: {textfile: same.prom}", "monitoring.textfile", "same.prom"),
    ("serve: {socket: same.sock}", "serve.socket", "same.sock"),
]


@pytest.mark.parametrize(("text", "setting", "value"), SHARED, ids=lambda found: str(found)[:30])
def test_two_that_share_what_must_be_ones_own_are_told_both_files_and_the_value(tmp_path, text, setting, value):
    for name in ("red", "blue"):
        team(tmp_path, name, text)
    team(tmp_path, "green")
    found = read_teams(tmp_path)
    assert [one.name for one in found.sound] == ["green"], "the third goes on"
    (told,) = found.wrong
    for part in ("conf/teams/blue.yaml", "conf/teams/red.yaml", f"share {setting}: ", value):
        assert part in told
    with pytest.raises(ConfigError, match="share"):
        found.require_sound()


def test_one_store_of_episodes_and_one_name_are_refused(tmp_path):
    for name in ("red", "blue"):
        (tmp_path / "conf" / "teams").mkdir(parents=True, exist_ok=True)
        text = f"team: {{name: {name}, episodes: var/desk.db}}"
        (tmp_path / "conf" / "teams" / f"{name}.yaml").write_text(text)
    assert "share team.episodes" in read_teams(tmp_path).wrong[0]
    team(tmp_path, "red")
    team(tmp_path, "blue").write_text("team: {name: red}")
    assert "blue.yaml and conf/teams/red.yaml share team.name: red" in read_teams(tmp_path).wrong[0]


@pytest.mark.parametrize(
    "text",
    [
        "tracking: {artifacts: mlruns/teams/blue/artifacts/inside}",
        "tracking: {artifacts: mlruns/teams/blue/other}",  # one ledger: it lies beside the artifacts
        "tracking: {artifacts: var/teams/blue/phases/artifacts}",
        "tracking: {artifacts: var/phases/artifacts}",  # of the installation's own nights
        "tracking: {experiment: nightschool}",
        "tracking: {model_name: nightschool-rust-repair}",
        "serve: {socket: var/teams/blue/run/mine.sock}",
    ],
)
def test_a_place_inside_of_anothers_and_names_of_the_installations_own_nights_are_refused(tmp_path, text):
    team(tmp_path, "blue")
    team(tmp_path, "red", text)
    found = read_teams(tmp_path)
    assert "red" not in [one.name for one in found.sound]
    assert "conf/teams/red.yaml" in found.wrong[0]


def test_a_link_into_anothers_working_state_is_seen(tmp_path):
    team(tmp_path, "blue")
    team(tmp_path, "red")
    (tmp_path / "var" / "teams" / "blue").mkdir(parents=True)
    (tmp_path / "var" / "teams" / "red").symlink_to("blue")
    assert "working state" in read_teams(tmp_path).wrong[0]
    assert names(tmp_path) == []


def test_what_is_only_read_and_the_judge_may_be_shared(tmp_path):
    for name in ("red", "blue"):
        team(tmp_path, name, "frozen: koans/frozen\nsandbox: {backend: service}\ncurriculum: {lessons: [lessons]}\n")
    assert names(tmp_path) == ["blue", "red"]


def test_a_wrong_file_takes_away_its_own_team_alone(tmp_path):
    team(tmp_path, "red")
    team(tmp_path, "blue").write_text("team: {name: blue}\ntrain: {rank: 0}\n")
    team(tmp_path, "grey").write_text("name: grey\n")
    team(tmp_path, "root").write_text("team: {name: root}\nroot: /srv\n")
    assert names(tmp_path) == ["red"]
    told = "\n".join(read_teams(tmp_path).wrong)
    for part in ("blue.yaml", "train.rank", "grey.yaml names no team", "root.yaml sets root"):
        assert part in told


def test_housekeeping_of_settings_that_share_is_refused_before_anything_is_touched(tmp_path):
    team(tmp_path, "blue")
    team(tmp_path, "red")
    blues = "tracking.experiment=nightschool-blue"
    red = load_config(tmp_path / "conf" / "teams" / "red.yaml", [f"root={tmp_path}", blues])
    with pytest.raises(ConfigError, match=r"conf/teams/blue\.yaml share tracking\.experiment: nightschool-blue"):
        clean(red, silent)
    plain = load_config(None, [f"root={tmp_path}", blues])
    with pytest.raises(ConfigError, match="share"):
        clean(plain, silent)
    assert not (tmp_path / "var").exists()
    require_apart(load_config(None, [f"root={tmp_path}"]))


def test_doctor_names_the_teams_and_what_is_wrong(tmp_path):
    team(tmp_path, "red")

    def seen():
        return next(one for one in examine(Config(root=tmp_path)) if one.name == "teams")

    assert (seen().ok, seen().seen) == (True, "red")
    team(tmp_path, "blue", "tracking: {experiment: nightschool-red}")
    assert not seen().ok
    assert "share tracking.experiment: nightschool-red" in seen().remedy


def test_a_dags_id_tells_its_team():
    assert dag_id("nightly_cycle", "") == "nightly_cycle"
    assert dag_id("nightly_cycle", "red") == "nightly_cycle__red"
    assert [team_of(one) for one in ("promote__red", "promote", "others__red")] == ["red", "", ""]
