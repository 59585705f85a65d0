"""Figures: what was recorded is what Prometheus reads, what was not measured is left out, no file breaks them."""

from __future__ import annotations

import json
import re
import shutil
import socket

import pytest

from nightschool.config import Config, SandboxConfig
from nightschool.curriculum.verify import Yield
from nightschool.monitoring import text
from nightschool.monitoring.families import MOST
from nightschool.monitoring.last_night import DRAFTS
from nightschool.nights import NightIndex
from nightschool.phases import Context
from tests.monitoring.making import BEGAN, CYCLE, FINISHED, families, full, night, published, values
from tests.nights.making import decide, ledger, make_night, promote, record

LATER = "scheduled__2026-11-23T02:00:00+00:00"


@pytest.fixture
def config(tmp_path):
    return Config(root=tmp_path / "school")


def test_an_empty_installation_tells_what_stands_and_nothing_of_nights(config):
    told = families(config)
    with_samples = {name for name, family in told.items() if family.samples}
    assert with_samples == {
        "nightschool_nights", "nightschool_ledger_intact", "nightschool_disk_free_bytes", "nightschool_disk_size_bytes",
        "nightschool_read_timestamp_seconds",
    }  # fmt: skip
    assert set(values(config, "nightschool_nights").values()) == {0.0}
    assert not config.root.exists(), "reading leaves nothing behind"


def test_a_refused_night_is_told_with_its_rates_intervals_and_numbers(config):
    night(config, failed=("frozen above the bar", "no koan lost"))
    verdicts = values(config, "nightschool_night_verdict")
    assert {verdict for (verdict,), is_so in verdicts.items() if is_so} == {"refused"}
    assert values(config, "nightschool_night_failed_checks") == {(): 2}
    assert values(config, "nightschool_night_failed") == {(): 0}
    assert values(config, "nightschool_night_pass_ratio")["policy", "dev"] == pytest.approx(2 / 3)
    low, high = (values(config, f"nightschool_night_pass_ratio_{end}")["policy", "shadow"] for end in ("low", "high"))
    assert low < 3 / 4 < high
    assert values(config, "nightschool_night_koans")["policy", "shadow"] == 4
    assert ("policy", "frozen") not in values(config, "nightschool_night_koans"), "not opened is not 0"
    assert values(config, "nightschool_registered_version") == {}


def test_times_of_a_night_are_told_so_that_its_age_can_be_asked_for(config):
    night(config)
    assert values(config, "nightschool_night_started_timestamp_seconds") == {(): BEGAN}
    assert values(config, "nightschool_night_finished_timestamp_seconds") == {(): FINISHED}


def test_seconds_of_phases_and_what_came_through_the_filters_are_told(config):
    night(config)
    assert values(config, "nightschool_night_phase_seconds")["curate",] == 200
    assert values(config, "nightschool_night_corpus_rows") == {(): 500}
    drafts = values(config, "nightschool_night_corpus_drafts")  # labels in order of their names: result, source
    assert drafts["verified", "aligned"] == 32
    assert {source for _, source in drafts} == {"aligned"}, "sources; their operators would be hundreds of series"
    rehearsed = values(config, "nightschool_night_rehearsal_programs")
    assert rehearsed == {
        ("written", "written"): 20, ("written", "kept"): 2, ("mutated", "parsed"): 8, ("mutated", "kept"): 5,
    }  # fmt: skip


def test_what_becomes_of_drafts_is_named_as_curate_names_it():
    assert tuple(Yield.__dataclass_fields__) == DRAFTS


def test_an_arm_without_one_scored_koan_has_no_rate_and_its_unscored_koans_are_told(config):
    night(config)
    assert values(config, "nightschool_night_unscored_koans")["base", "own"] == 4
    assert ("base", "own") not in values(config, "nightschool_night_pass_ratio")


def test_a_registered_night_tells_version_champion_and_withdrawal(tmp_path):
    config = full(tmp_path)
    assert values(config, "nightschool_registered_version") == {(): 7}
    assert values(config, "nightschool_champion_version") == {(): 6}
    assert set(values(config, "nightschool_champion_changed_timestamp_seconds")) == {("promoted",), ("withdrawn",)}
    assert values(config, "nightschool_night_failed") == {(): 0}
    assert values(config, "nightschool_nights")["passed",] == 1


def test_a_champion_that_nobody_follows_is_none_and_not_the_one_before(config):
    promote(config, "3", None)
    assert values(config, "nightschool_champion_version") == {}


def test_a_night_without_a_verdict_failed_and_has_no_failed_checks(config):
    night(config, outcome="")
    assert values(config, "nightschool_night_failed") == {(): 1}
    assert values(config, "nightschool_night_verdict")["not_reached",] == 1
    assert values(config, "nightschool_night_failed_checks") == {}


def test_a_night_that_failed_in_its_first_phase_is_told(config):
    published(Context(config, CYCLE))
    assert values(config, "nightschool_night_failed") == {(): 1}
    assert values(config, "nightschool_night_pass_ratio") == {}


def test_a_night_that_passed_and_was_not_registered_failed(config):
    night(config, outcome="passed", failed=())
    assert values(config, "nightschool_night_failed") == {(): 1}


def test_while_a_night_runs_the_last_published_one_stands(config):
    night(config)
    make_night(config, LATER, {("policy", "dev"): "fff"}, outcome="", publish=False)
    assert values(config, "nightschool_night_pass_ratio")["policy", "dev"] == pytest.approx(2 / 3)
    assert values(config, "nightschool_night_started_timestamp_seconds") == {(): BEGAN + 24 * 3600}
    assert values(config, "nightschool_night_finished_timestamp_seconds") == {(): FINISHED}


def test_the_newest_night_is_the_last_one_also_if_an_older_one_is_reported_again(config):
    night(config, finished=FINISHED + 2 * 86400)
    night(config, LATER, FINISHED + 86400, failed=("a", "b", "c"))
    assert values(config, "nightschool_night_failed_checks") == {(): 3}
    assert values(config, "nightschool_nights")["refused",] == 2


def test_a_ledger_that_was_altered_is_told(config):
    promote(config, None, "3")
    assert values(config, "nightschool_ledger_intact") == {(): 1}
    path = ledger(config).path
    path.write_text(path.read_text().replace('"3"', '"4"'))
    assert values(config, "nightschool_ledger_intact") == {(): 0}


def test_disks_are_those_of_the_folders_or_of_what_will_hold_them(config):
    free, size = (values(config, f"nightschool_disk_{what}_bytes") for what in ("free", "size"))
    assert set(free) == set(size) == {("var",), ("mlruns",)}
    assert size["var",] == shutil.disk_usage(config.root.parent).total


def test_a_judge_service_is_up_while_it_listens_and_one_that_nobody_uses_is_not_told(config, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path may be no longer than some hundred bytes
    asks = Config(root=config.root, sandbox=SandboxConfig(backend="service", service="unix:judge.sock"))
    assert values(config, "nightschool_judge_up") == {}
    assert values(asks, "nightschool_judge_up") == {(): 0}
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("judge.sock")
        assert values(asks, "nightschool_judge_up") == {(): 0}, "a file that a dead service left is no service"
        sock.listen()
        assert values(asks, "nightschool_judge_up") == {(): 1}


def test_a_judge_service_on_a_port_is_asked_there(config):
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = f"127.0.0.1:{server.getsockname()[1]}"
        asks = Config(root=config.root, sandbox=SandboxConfig(backend="service", service=place))
        assert values(asks, "nightschool_judge_up") == {(): 1}
    assert values(asks, "nightschool_judge_up") == {(): 0}


EVIL = ('a"} 1\nup 0 # ', "\ud800", "x" * 5000, "back\\slash", "a b", "", "é", "a\x00b", "name{")


def test_what_files_call_things_can_neither_break_the_text_nor_fill_it(config):
    context = night(config)
    flood = {f"{name}.dev.{what}": 1.0 for name in (*EVIL, *(f"arm{n}" for n in range(500))) for what in UNITS}
    record(context, "examine", {**context.result("examine").metrics, **flood}, 60.0)
    for name in (*EVIL, "phase"):
        shutil.copy(context.folder / "examine.json", context.folder / f"{_file(name)}.json")
    published(context)
    told = families(config)
    labels = {value for family in told.values() for sample in family.samples for value in sample.labels.values()}
    assert all(re.fullmatch(r"[\w.-]{1,64}", value, re.ASCII) for value in labels)
    assert len({sample.labels["arm"] for sample in told["nightschool_night_koans"].samples}) <= MOST
    assert len(text(config)) < 200_000


UNITS = ("pass_rate", "n", "unscored")


def _file(name: str) -> str:
    """As a file's name, which holds no slash, no NUL and no surrogate, and is short."""
    return name.encode("ascii", "ignore").decode().replace("/", "").replace("\0", "")[:100] or "empty"


def test_outcomes_and_reasons_that_nobody_knows_are_called_other(config):
    night(config, outcome='said"so\n')
    changed = {"model": config.tracking.model_name, "alias": "champion", "from": None, "to": "3\n", "how": "x" * 999}
    ledger(config).append("alias", "1", changed)
    assert values(config, "nightschool_night_verdict")["other",] == 1
    assert values(config, "nightschool_nights")["other",] == 1
    assert set(values(config, "nightschool_champion_changed_timestamp_seconds")) == {("other",)}
    assert values(config, "nightschool_champion_version") == {}


def test_numbers_that_are_none_and_times_that_there_are_not_are_left_out(config):
    context = night(config, "evil__2026-99-99T99-99-99")
    record(context, "curate", {"rows": float("nan")}, float("inf"))
    (context.config.var / "phases" / "curate" / context.folder.name[-24:] / "corpus.json").write_text(
        json.dumps({"yields": {"aligned": {"drafts": "many", "verified": None, "compiles": 2}, "mutated": 7}})
    )
    published(context)
    assert values(config, "nightschool_night_started_timestamp_seconds") == {}
    assert values(config, "nightschool_night_corpus_rows") == {}
    assert ("curate",) not in values(config, "nightschool_night_phase_seconds")
    assert values(config, "nightschool_night_corpus_drafts") == {("compiles", "aligned"): 2}


def test_damaged_files_hide_only_what_they_hold(config):
    context = night(config)
    NightIndex(config).path.parent.mkdir(parents=True, exist_ok=True)
    NightIndex(config).path.write_text('{"signature": "x", "nig')
    (context.folder / "synthesise.json").write_text("{")
    assert values(config, "nightschool_night_rehearsal_programs") == {}
    assert values(config, "nightschool_night_corpus_rows") == {(): 500}


def test_every_figure_says_what_it_is_and_is_named_as_prometheus_wants(tmp_path):
    told = families(full(tmp_path))
    for name, family in told.items():
        assert name.startswith("nightschool_")
        assert re.fullmatch(r"[A-Z0-9].{15,}\.", family.documentation), name
        assert family.type == ("counter" if name == "nightschool_nights" else "gauge")
        assert not re.search(r"_(ms|minutes|hours|days|mb|gb|percent|total)$", name), "base units; ratios"


def test_a_decision_made_after_the_last_look_is_seen_at_the_next(config):
    """One collector serves a process for months."""
    from nightschool.monitoring.exposition import Figures

    figures, context = Figures(config), night(config, outcome="")
    assert _one(figures, "nightschool_night_failed") == 1
    decide(context, "gate", "refused", ("a",))
    assert _one(figures, "nightschool_night_failed") == 0
    promote(config, None, "9")
    assert _one(figures, "nightschool_champion_version") == 9


def _one(figures, name):
    return next(family for family in figures.collect() if family.name == name).samples[0].value
