"""Lists that nights keep: a night goes on from those of the nights before, and its key says from which."""

from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.recipes_preference import pair_inputs
from nightschool.phases.searched import kept_digest
from nightschool.repair.lists import write_lists
from tests.repair.making import one_list

LISTS = [one_list(name, "literal", {"fn f() {}": True}) for name in ("one", "two", "three")]


class Night(Context):
    """A night whose other inputs never change."""

    def result(self, phase):
        return SimpleNamespace(key=phase)

    def suite(self, name):
        return SimpleNamespace(digest=name)


@pytest.fixture
def config(tmp_path):
    (tmp_path / "expectations").mkdir()
    (tmp_path / "expectations" / "preference_pairs.json").write_text("{}")
    (tmp_path / "var" / "cache").mkdir(parents=True)
    return Config(root=tmp_path)


def searched(config, cycle):
    night = Night(config, cycle)
    judge = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    vars(night).update(base=SimpleNamespace(digest="base"), judge=judge)
    return pair_inputs(night)


def leave(config, lists):
    write_lists(config.var / "cache" / "lists.jsonl", lists)


def test_the_digest_is_of_which_lists_there_are_in_whatever_order(config):
    assert kept_digest(config) == ""
    leave(config, LISTS)
    before = kept_digest(config)
    leave(config, LISTS[::-1])
    assert kept_digest(config) == before
    leave(config, LISTS[:2])
    assert kept_digest(config) != before


def test_a_night_searches_on_where_the_night_before_left_lists(config):
    """Else a second night of one corpus would find the first one's lists, and learn nothing more from searching."""
    monday = searched(config, "monday")
    leave(config, LISTS[:2])
    assert searched(config, "tuesday") != monday
    leave(config, LISTS)
    assert searched(config, "tuesday") != searched(config, "wednesday")


def test_a_killed_night_goes_on_from_the_lists_that_it_began_with(config):
    monday = searched(config, "monday")
    leave(config, LISTS)
    assert searched(config, "monday") == monday


def test_where_a_night_found_nothing_new_the_next_one_has_nothing_to_search(config):
    leave(config, LISTS)
    assert searched(config, "monday") == searched(config, "tuesday")
