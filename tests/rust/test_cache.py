"""The verdict cache remembers what is final, survives damage, and is shared by processes."""

from __future__ import annotations

import logging
import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.rust import Judge, find_toolchain
from nightschool.rust.cache import VerdictCache, cache_key
from nightschool.sandbox import Command, Completed, open_sandbox
from nightschool.types import Diagnostic, Judgement, Label, Program, Replacement, Suggestion, Verdict

FULL = Judgement(
    Verdict.NOT_COMPILED,
    (
        Diagnostic("E0382", "moved", 3, (Label(3, 5, "here", True),), ("help",),
                   (Suggestion("clone", (Replacement(1, 2, ".clone()"),), "MaybeIncorrect"),)),
    ),
    "detail",
)  # fmt: skip


def test_what_is_put_is_got_back_whole(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path / "v.sqlite")
    cache.put([("a", FULL)])
    assert VerdictCache(tmp_path / "v.sqlite").get(["a", "b"]) == {"a": FULL}


def test_verdicts_that_may_be_the_machines_fault_are_not_kept(tmp_path: Path) -> None:
    cache = VerdictCache(tmp_path / "v.sqlite")
    cache.put([("t", Judgement(Verdict.TIMED_OUT)), ("u", Judgement(Verdict.UNSCORED))])
    assert cache.get(["t", "u"]) == {}


def test_the_key_depends_on_everything_a_verdict_depends_on() -> None:
    program = Program("a", "b", "c", "2021")
    variants = [Program("x", "b", "c"), Program("a", "x", "c"), Program("a", "b", "x"), Program("a", "b", "c", "2018")]
    keys = {cache_key(one, "tool") for one in [program, *variants]} | {cache_key(program, "other tool")}
    assert len(keys) == 6


def test_a_corrupted_file_is_set_aside_with_a_warning_and_rebuilt(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "v.sqlite"
    path.write_bytes(b"not a database at all" * 500)
    cache = VerdictCache(path)
    with caplog.at_level(logging.WARNING):
        assert cache.get(["a"]) == {}
    assert "set aside" in caplog.text
    assert len(list(tmp_path.glob("v.sqlite.damaged-*"))) == 1
    cache.put([("a", FULL)])
    assert cache.get(["a"]) == {"a": FULL}


def test_a_corrupted_entry_is_judged_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "v.sqlite"
    VerdictCache(path).put([("a", FULL), ("b", FULL)])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE verdicts SET value = replace(value, 'not_compiled', 'passed') WHERE key = 'a'")
    assert VerdictCache(path).get(["a", "b"]) == {"b": FULL}
    assert "damaged entry" in caplog.text


def _write(path: Path, name: str) -> None:
    cache = VerdictCache(path)
    for index in range(100):
        cache.put([(f"{name}{index}", FULL)])


def test_two_processes_share_the_file(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(path, name)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    keys = [f"{name}{index}" for name in ("a", "b") for index in range(100)]
    assert len(VerdictCache(path).get(keys)) == 200


class Counting:
    """Counts what the real sandbox runs."""

    def __init__(self, config: Config) -> None:
        self.real = open_sandbox(config.sandbox, find_toolchain().read_only)
        self.name = self.real.name
        self.runs = 0

    def run(self, command: Command) -> Completed:
        self.runs += 1
        return self.real.run(command)

    def probe(self) -> None:
        self.real.probe()


def test_a_second_judge_runs_nothing(tmp_path: Path) -> None:
    config = Config(root=tmp_path)
    programs = [
        Program("pub fn f() -> i32 { 1 }", "#[test] fn t() { assert_eq!(f(), 1); }"),
        Program("pub fn f() -> i32 { 2 }", "#[test] fn t() { assert_eq!(f(), 1); }"),
        Program('pub fn f() -> i32 { "x" }'),
    ]
    first, second = Counting(config), Counting(config)
    one = Judge(config, find_toolchain(), first).judge(programs)
    two = Judge(config, find_toolchain(), second).judge([*programs, programs[0]])
    assert [*one, one[0]] == two
    assert [judgement.verdict.value for judgement in one] == ["passed", "tests_failed", "not_compiled"]
    assert (first.runs > 0, second.runs) == (True, 0)
