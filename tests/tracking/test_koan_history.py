"""Koans over nights: appended once, read as last measured, and what changed is told by name."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.metrics import changes
from nightschool.report import koan_history, pictures
from nightschool.report.koan_history import MOST_NIGHTS, MOST_ROWS, draw_history, history_table, moves, over_nights
from nightschool.tracking import ledger_of
from nightschool.tracking.koan_history import KoanHistory
from nightschool.types import Sitting, Verdict
from tests.decisions.factory import report

NIGHTS = ("ppff", "pfpf", "ppup", "fffp")
"""k00 is lost in the last night, k01 flips, k02 is once unscored and lost after that, k03 is gained in the third."""


@pytest.fixture
def history(tmp_path: Path) -> KoanHistory:
    found = KoanHistory(Config(root=tmp_path))
    for number, letters in enumerate(NIGHTS):
        found.append(f"night{number}", [report(letters, "frozen", "policy"), report("pp", "dev", "policy")])
    return found


def test_changes_are_counted_between_nights_that_scored_the_koan() -> None:
    assert changes([True, None, False, True]) == 2
    assert changes([True, None, True]) == changes([]) == 0


def test_gains_losses_and_flippers_are_named(history: KoanHistory) -> None:
    found = moves(history.sittings("frozen"))
    assert (found.gained, found.lost) == ((), ("k00", "k01", "k02"))
    assert found.flippers == {"k01": 3, "k02": 2}  # p f p f; f p - f
    assert moves(history.sittings("frozen")[:3]).gained == ("k01", "k03")
    assert "2 flippers: k01 (3 changes), k02 (2 changes)" in str(found)


def test_a_cycle_published_twice_stands_there_once_and_a_new_measurement_replaces_the_old(history: KoanHistory) -> None:
    size = history.path.stat().st_size
    history.append("night3", [report("fffp", "frozen", "policy"), report("pp", "dev", "policy")])
    assert history.path.stat().st_size == size
    history.append("night1", [report("pppp", "frozen", "policy")])
    frozen = history.sittings("frozen", "policy")
    assert [one.cycle for one in frozen] == ["night0", "night1", "night2", "night3"]
    assert set(frozen[1].verdicts.values()) == {"passed"}


def test_a_line_cut_off_by_a_kill_spoils_itself_only(history: KoanHistory) -> None:
    with history.path.open("a") as file:
        file.write('\n{"cycle": "night4", "arm": "poli')
    history.append("night5", [report("pppp", "frozen", "policy")])
    assert [one.cycle for one in history.sittings("frozen")] == ["night0", "night1", "night2", "night3", "night5"]


def test_koans_of_another_rotation_are_gaps(history: KoanHistory, tmp_path: Path) -> None:
    history.append("night4", [report("pp", "frozen", "policy")])  # k02 and k03 are no longer there
    found = moves(history.sittings("frozen"))
    assert (found.gained, found.lost) == (("k00", "k01"), ())
    assert [str(cell) for cell in history_table(history.sittings("frozen")).columns[3].cells] == [
        "pppfp", "pfpfp", "fp-f-", "ffpp-"
    ]  # fmt: skip


def test_the_command_prints_and_draws_a_suite_and_names_those_there_are(history: KoanHistory, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["history", "frozen", "--set", f"root={tmp_path}"])
    assert "4 nights; 0 gained; 3 lost: k00, k01, k02; 2 flippers" in run.output
    assert (tmp_path / "var" / "history" / "frozen.png").stat().st_size > 1000
    wrong = CliRunner().invoke(app, ["history", "shadow", "--set", f"root={tmp_path}"])
    assert isinstance(wrong.exception, UsageError)
    assert "there are dev, frozen" in str(wrong.exception)


def test_only_koans_that_changed_are_drawn_of_a_large_suite(tmp_path: Path) -> None:
    history = KoanHistory(Config(root=tmp_path))
    for number, letters in enumerate(("p" * 100, "f" + "p" * 99)):
        history.append(f"n{number}", [report(letters, "dev", "policy")])
    sizes = []
    for koans in (100, 2):
        few = [replace(one, verdicts=dict(list(one.verdicts.items())[:koans])) for one in history.sittings()]
        draw_history(tmp_path / "p.png", few, "t")
        sizes.append(_height(tmp_path / "p.png"))
    assert sizes[0] < sizes[1]  # one koan of the hundred has changed, both of the two are shown


def test_a_picture_of_thousands_of_nights_shows_the_latest_and_the_koans_that_changed_most(tmp_path: Path) -> None:
    """A column is 0.3 inches of 110 dots: 2,000 of them are 66,000 dots, and matplotlib draws fewer than 65,536."""
    letters = ("pf" * 100, "fp" * 100)
    many = [Sitting(f"n{n}", "policy", "dev", "d", _verdicts(letters[n % 2])) for n in range(2_000)]
    draw_history(tmp_path / "p.png", many, "t")
    draw_history(tmp_path / "latest.png", many[-MOST_NIGHTS:], "t")
    assert (tmp_path / "p.png").read_bytes() == (tmp_path / "latest.png").read_bytes()
    assert _height(tmp_path / "p.png") == round(110 * (3.0 + 0.2 * MOST_ROWS))


def _verdicts(letters: str) -> dict[str, str]:
    return {f"k{n:03}": "passed" if letter == "p" else "tests_failed" for n, letter in enumerate(letters)}


def _height(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[20:24], "big")


def test_a_large_suite_of_which_no_koan_changed_has_no_picture(tmp_path: Path) -> None:
    history = KoanHistory(Config(root=tmp_path))
    history.append("n0", [report("p" * 100, "dev", "policy")])
    picture = tmp_path / "p.png"
    picture.touch()  # of an earlier release
    assert not draw_history(picture, history.sittings(), "t")
    assert not picture.exists()
    assert over_nights(history.sittings()) == "1 night; no koan changed yet"
    run = CliRunner().invoke(app, ["history", "dev", "--set", f"root={tmp_path}"])
    assert "No picture: no koan changed yet." in run.output
    few = replace(history.sittings()[0], verdicts={"k00": Verdict.PASSED})
    assert draw_history(picture, [few], "t")


def test_the_title_of_one_night_is_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(koan_history, "_canvas", lambda *size: made.append(pictures._canvas(*size)) or made[-1])
    one = Sitting("manual__2026-12-01T12-43-49", "policy", "domains", "d", {"k00": Verdict.PASSED})
    draw_history(tmp_path / "p.png", [one], "policies on domains")
    figure = made[0][0]
    title, whole = figure._suptitle.get_window_extent(), figure.bbox
    assert (title.x0 >= whole.x0, title.x1 <= whole.x1, title.y1 <= whole.y1) == (True, True, True)


def test_before_the_first_night_ends_the_cycle_that_has_begun_is_named(tmp_path: Path) -> None:
    before = CliRunner().invoke(app, ["history", "dev", "--set", f"root={tmp_path}"])
    assert "there are none; `make cycle` makes the first" in str(before.exception)
    (tmp_path / "var" / "cycles" / "manual__1").mkdir(parents=True)
    during = CliRunner().invoke(app, ["history", "dev", "--set", f"root={tmp_path}"])
    assert "there are none; cycle manual__1 has begun and not published yet" in str(during.exception)
    assert "cycle manual__1 has begun" in CliRunner().invoke(app, ["history", "--set", f"root={tmp_path}"]).output


def test_the_ledger_is_told_in_80_columns_with_whole_ids_and_no_digest_of_a_look(tmp_path: Path) -> None:
    cycle, adapter = "manual__2026-12-01T12-43-49", "b2e512df88cdc951" * 4
    data = {"cycle": cycle, "arm": "candidate", "adapter": adapter, "suite": adapter}
    ledger_of(Config(root=tmp_path)).append("look", f"{cycle}:candidate:{adapter[:16]}", data)
    run = CliRunner().invoke(app, ["history", "--ledger", "--set", f"root={tmp_path}"])
    assert max(map(len, run.output.splitlines())) <= 80
    cells = [line.replace("\u2502", "|").split("|") for line in run.output.splitlines()]
    _, event, what = (" ".join(row[n].strip() for row in cells if len(row) > 3) for n in (1, 2, 3))
    assert (event.strip(), what) == (f"look {cycle}", "candidate measured on frozen")
    assert "b2e512df" not in run.output
