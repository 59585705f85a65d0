"""Which items go: by days since their last use, then by size, never what is needed or recent."""

import pytest

from nightschool.config import Config, HousekeepingConfig
from nightschool.config_file import load_config
from nightschool.errors import ConfigError
from nightschool.housekeeping.items import DAY_S, GB, Item, choose, told_bytes

NOW = 1000 * DAY_S


def item(name, days, size=0.0, kind="phases", **more):
    return Item(kind, name, int(size * GB), NOW - days * DAY_S, lambda: True, **more)


def names(items, **settings):
    return [one.name for one in choose(items, HousekeepingConfig(**settings), NOW)]


def test_what_was_not_used_for_longer_than_its_days_goes_oldest_first():
    items = [item("young", 29), item("old", 31), item("older", 40)]
    assert names(items) == ["older", "old"]
    assert [one.why for one in choose(items[1:2], HousekeepingConfig(), NOW)] == [
        "not used for 31 days, phases_days is 30"
    ]


def test_what_is_needed_stays_whatever_its_age_and_size():
    assert names([item("champion", 999, 100.0, needed="behind model version 1")]) == []


def test_above_the_total_what_was_not_used_longest_goes_until_the_rest_fits():
    """4 x 2 GB are 8 GB; 5 GB may stay: the two oldest go, which leaves 4 GB."""
    items = [item(f"{days} days", days, 2.0) for days in (5, 20, 10, 15)]
    assert names(items, total_gb=5.0) == ["20 days", "15 days"]
    assert names(items, total_gb=8.0) == names(items, total_gb=None) == []


def test_what_goes_by_age_makes_room_first():
    """6 GB of which 2 GB go by age: 4 GB are left, as allowed."""
    assert names([item("aged", 31, 2.0), item("a", 20, 2.0), item("b", 10, 2.0)], total_gb=4.0) == ["aged"]


def test_needed_bytes_count_and_recent_ones_stay_however_large():
    """9 GB are needed, 5 may stay: all that is not recent goes, and the recent one stays."""
    items = [item("needed", 99, 9.0, needed="x"), item("recent", 2, 3.0), item("free", 10, 1.0)]
    assert names(items, total_gb=5.0) == ["free"]
    assert names(items, total_gb=5.0, recent_days=1) == ["free", "recent"]


def test_what_is_not_counted_goes_by_age_alone():
    items = [item("rows", 50, 9.0, kind="caches", counted=False)]
    assert names(items, total_gb=0.001) == []
    assert names([item("rows", 61, kind="caches", counted=False)]) == ["rows"]


KINDS = {
    "phases": 30, "checkpoints": 7, "caches": 60, "logs": 30, "airflow": 90, "traces": 60, "artifacts": 90, "runs": 730
}  # fmt: skip


@pytest.mark.parametrize(("kind", "days"), KINDS.items())
def test_each_kind_has_days_of_its_own(kind, days):
    items = [item("within", days - 1, kind=kind), item("beyond", days + 1, kind=kind)]
    assert names(items) == ["beyond"]
    changed = {f"{kind}_days": days - 2} | ({"artifacts_days": 5} if kind == "runs" else {})
    assert names(items, **changed) == ["beyond", "within"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("phases_days=2", "housekeeping.phases_days 2 is below recent_days 3"),
        ("runs_days=80", "runs_days is below artifacts_days"),
        ("total_gb=0", "greater than 0"),
        ("recent_days=0.5", "greater than or equal to 1"),
    ],
)
def test_limits_that_contradict_each_other_are_refused(wrong, words):
    with pytest.raises(ConfigError, match=words):
        load_config(None, [f"housekeeping.{wrong}"])


def test_what_is_taken_away_is_no_part_of_what_a_night_was_configured_to():
    changed = load_config(None, ["housekeeping.phases_days=99"])
    assert changed.digest() == Config().digest()


def test_bytes_are_told_for_a_person():
    assert [told_bytes(n) for n in (7, 1500, 2_340_000, 5e10)] == ["7 B", "1.5 kB", "2.3 MB", "50.0 GB"]
