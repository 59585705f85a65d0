"""What a terminal shows of a night: while it runs, and how it ends."""

from __future__ import annotations

import re
import signal
import time
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from nightschool.embedded.api import TaskState, _task_state
from nightschool.embedded.interrupts import ENDS, interruptible, undisturbed
from nightschool.embedded.live import LiveTable
from nightschool.embedded.screens import REASON, Lines, Stage, stage_of
from nightschool.report import document, ending
from nightschool.report.ending import arms_table
from tests.test_page import hostile_night
from tests.test_report import night

SUITES = ("frozen", "domains", "own", "dev", "shadow", "retention")


def rate(passed: int, n: int, low: float, high: float, **more: int) -> dict[str, float]:
    return {"passed": passed, "n": n, "low": low, "high": high, **more}


def test_a_night_ends_with_verdict_what_failed_arms_and_three_commands_in_80_columns():
    lines = ending(document(night("p" * 23 + "f" * 7)))
    assert lines[:2] == ["REFUSED", "Cycle c1: refused for 1 reason; the champion stays."]
    assert "  frozen above the bar: 23/30 = 76.7% (wanted: above 76.7%)" in lines
    assert not any("corpus valid" in line for line in lines)
    assert max(map(len, lines)) <= 80
    assert len(lines[lines.index("Next:") + 1 :]) == 3


def test_who_was_learnt_and_lost_stands_on_the_page_and_the_terminal_says_so():
    lines = ending(document(night("p" * 30)))
    (place,) = [n for n, line in enumerate(lines) if line == "(names: on the page, under Learnt and lost)"]
    assert " learnt, " in lines[place - 1]


def test_all_checks_stand_there_when_they_are_asked_for():
    told = document(night("p" * 23 + "f" * 7))
    passed = sum(check["ok"] for check in told["checks"])
    assert f"Passed {passed} of {passed + 1} checks:" in ending(told, every=True)
    assert "  corpus valid: valid (wanted: valid)" in ending(told, every=True)


def test_nothing_that_a_terminal_would_act_upon_is_printed():
    text = "\n".join(ending(document(hostile_night()), every=True))
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "\\x1b[2J" in text
    assert len(text) < 40_000


def test_the_arms_fit_80_columns_with_as_much_as_there_is_room_for():
    """One suite: intervals; five: half widths, (86.3 - 75.5)/2 = 5; six with long names: counts alone."""
    one = rate(163, 200, 0.755, 0.863)
    assert "163/200 [76,86]" in arms_table({"policy": {"shadow": one}})[1]
    five = arms_table({"policy_champion": {suite: one for suite in SUITES if suite != "own"}})
    assert five[1].split() == ["policy_champion", *["163/200", "\u00b15"] * 5]
    six = arms_table(
        {"policy_champion": {suite: one for suite in SUITES}, "base": {"dev": rate(1, 9, 0, 1, unscored=2)}}
    )
    assert six[1].split() == ["policy_champion", *["163/200"] * 6]
    assert "1/9 (2 open)" in six[2]
    assert all(len(line) <= 80 for table in (five, six) for line in table)


def test_where_many_koans_were_not_scored_the_table_still_fits_and_says_so():
    arms = {"policy_champion": {suite: rate(100, 190, 0.4, 0.6, unscored=10) for suite in SUITES}}
    head, row, note = arms_table(arms)
    assert row.split() == ["policy_champion", *["100/190*"] * 6]
    assert note == "(*: some koans were not scored)"
    assert max(map(len, (head, row))) <= 80


def test_a_long_path_of_the_program_costs_what_commands_are_for(monkeypatch):
    told = document(night("p" * 30))
    monkeypatch.setattr("sys.argv", ["/srv/teams/rust/" + "x" * 40 + "/nightschool"])
    lines = ending(told)
    commands = lines[lines.index("Next:") + 1 :]
    assert len(commands) == 3
    assert all(line.startswith("  ") and len(line.split("  ")) == 2 for line in commands)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("  candidate answers dev: 58 of 200 done", Stage("candidate answers dev", 58, 200)),
        ("  rows searched, 273 pairs: 40 of 1000 done", Stage("rows searched, 273 pairs", 40, 1000)),
        ("  steps: 12 done", Stage("steps", 12, 0)),
        ("Chooser: {'all': 3}", None),
        ("align finished: no_gain in var/phases/align/2d34", None),
        ("FAIL above: 4/30 (wanted: 5/30)", None),
        ("  dev: 4/30", None),
    ],
)
def test_a_line_of_progress_is_known_from_any_other(text, stage):
    assert stage_of(text) == stage


ALIGN = TaskState("learn.align", "running", 1, 0.0)


def test_without_a_terminal_a_phase_is_one_line_and_a_long_one_one_a_minute(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("nightschool.embedded.screens.time.monotonic", lambda: now[0])
    told: list[str] = []
    screen = Lines(told.append)
    screen.show(
        [ALIGN, TaskState("learn.gained", "success", 1, 0.2, phase=False), TaskState("promote", "skipped", 0, 0.0)]
    )
    for second in (10, 59, 60, 61, 121):
        now[0] = float(second)
        screen.said(ALIGN, f"  steps: {second} of 200 done")
    screen.show([TaskState("learn.align", "success", 1, 870.4)])
    assert told == [
        "    align steps: 60 of 200 done", "    align steps: 121 of 200 done", "> learn.align done after 870 s",
    ]  # fmt: skip


def test_a_phase_that_failed_is_told_with_its_last_words():
    told: list[str] = []
    screen = Lines(told.append)
    for number in range(REASON + 2):
        screen.said(ALIGN, f"word {number}\x1b[2J")
    screen.show([TaskState("learn.align", "failed", 2, 9.0)])
    assert told[:2] == ["> learn.align FAILED after 9 s", "    word 2\\x1b[2J"]
    assert len(told) == REASON + 1


def terminal(width: int = 80) -> LiveTable:
    return LiveTable(Console(file=StringIO(), width=width))


def drawn(screen: LiveTable) -> list[str]:
    screen.console.print(screen.render())
    assert isinstance(screen.console.file, StringIO)
    return [line.rstrip() for line in screen.console.file.getvalue().splitlines()]


@pytest.mark.parametrize("width", [80, 60])
def test_the_live_table_has_phases_in_their_order_with_times_and_a_bar(width):
    screen, align = terminal(width), replace(ALIGN, since=time.time() - 65)
    screen.said(ALIGN, "  candidate answers dev, and much more that no terminal has room for: 58 of 200 done")
    done = TaskState("prepare.certify", "success", 1, 13.6)
    screen.show(
        [TaskState("publish", "none", 0, 0.0), align, done, TaskState("learn.sft", "success", 1, 1.0, phase=False)]
    )
    lines = drawn(screen)
    assert [line.split()[0] for line in lines] == ["certify", "align", "publish"]
    assert lines[0].split() == ["certify", "done", "14", "s"]
    assert re.search(r"running +1 min 0\d s", lines[1])
    assert "━" in lines[1]
    assert "58 of 200" in lines[1]
    assert "58/200" not in lines[1], "that would read as a score"
    assert max(map(len, lines)) <= width


def test_the_live_table_says_why_a_phase_failed():
    screen = terminal()
    screen.said(ALIGN, "SuiteError: not certified")
    screen.show([TaskState("learn.align", "failed", 2, 9.0)])
    assert drawn(screen) == ["align             FAILED (2)          9 s", "align: SuiteError: not certified"]


def test_a_recorded_answer_of_airflow_says_what_runs_since_when():
    told = {"task_id": "learn.align", "state": "running", "try_number": 1, "duration": None, "map_index": -1,
            "operator": "PhaseOperator", "start_date": "2026-11-29T16:01:10.500000Z"}  # fmt: skip
    assert _task_state(told) == TaskState("learn.align", "running", 1, 0.0, -1, True, 1795968070.5)
    branch = {**told, "operator": "_BranchPythonDecoratedOperator", "state": None, "start_date": None, "try_number": 0}
    assert _task_state(branch) == TaskState("learn.align", "none", 0, 0.0, -1, False, 0.0)


@pytest.mark.parametrize("number", ENDS)
def test_every_signal_that_ends_a_command_interrupts_it_once_and_not_while_it_cleans_up(number):
    before, cleaned = signal.getsignal(number), []

    def work() -> None:
        with interruptible():
            try:
                signal.raise_signal(number)
            finally:
                with undisturbed():
                    signal.raise_signal(number)
                    cleaned.append(number)

    with pytest.raises(KeyboardInterrupt):
        work()
    assert (cleaned, signal.getsignal(number)) == ([number], before)
