"""Configs: closed, frozen, one clear error."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.errors import ConfigError

SHIPPED = sorted((Path(__file__).parents[1] / "conf").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_every_shipped_config_loads(path):
    assert load_config(path).name == path.stem


def test_unknown_keys_and_impossible_values_come_in_one_error(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text("nmae: x\ntrain: {rank: 0, speed: 3}\n")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    for part in (str(path), "nmae", "train.rank", "train.speed"):
        assert part in str(caught.value)


def test_overrides_are_yaml_and_win_over_the_file(tmp_path):
    path = tmp_path / "c.yaml"
    path.write_text("train: {rank: 4}\n")
    config = load_config(path, ["train.rank=8", "train.target_modules=[q_proj, v_proj]", "auto_promote=true"])
    assert (config.train.rank, config.train.target_modules, config.auto_promote) == (8, ("q_proj", "v_proj"), True)


@pytest.mark.parametrize("override", ["train.rank", "name.x=1", "seed=[1"])
def test_a_malformed_override_is_refused(override):
    with pytest.raises(ConfigError, match="Override"):
        load_config(None, ["name=x", override])


@pytest.mark.parametrize(("text", "message"), [("[1, 2]", "must be a mapping"), ("a: [", "not valid YAML")])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text, message):
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_config(path)


def test_a_folder_is_no_config(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_a_missing_file_is_refused_with_the_place_to_look():
    with pytest.raises(ConfigError, match="conf/"):
        load_config("nowhere.yaml")


def test_configs_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        Config().seed = 3


def test_the_digest_follows_settings_and_not_the_place(tmp_path):
    assert Config().digest() == Config(root=tmp_path).digest()
    assert Config().digest() != Config(seed=1).digest()
    assert Config().digest("train") == Config(seed=1).digest("train")


@pytest.mark.parametrize("phases", ["[align]", "[align, rehearse]", "[align, prefer]", "[align, rehearse, prefer]"])
def test_later_phases_may_be_left_out(phases):
    assert list(load_config(None, [f"phases={phases}"]).phases) == phases.strip("[]").split(", ")


@pytest.mark.parametrize("phases", ["[prefer, align, rehearse]", "[align, rehearse, prefer, align]"])
def test_phases_run_in_one_order_however_they_are_given(phases):
    config = load_config(None, [f"phases={phases}"])
    assert config == load_config(None, ["phases=[align, rehearse, prefer]"])


@pytest.mark.parametrize("phases", ["[]", "[prefer]", "[align, pair]"])
def test_phases_without_align_or_of_other_names_are_refused(phases):
    with pytest.raises(ConfigError, match=r"must have align|'align', 'rehearse' or 'prefer'"):
        load_config(None, [f"phases={phases}"])
