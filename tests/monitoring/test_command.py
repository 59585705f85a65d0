"""`nightschool metrics` as the program that people start, the file for node_exporter, and who writes it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.config import Config, MonitoringConfig
from nightschool.errors import IntegrityError, UsageError
from nightschool.monitoring import serve, tell, write_textfile
from nightschool.phases import Context, promotion, run_phase, runner
from nightschool.phases.transaction import Outcome
from tests.monitoring.making import full, night

LONGEST_S = 120.0


def command(root: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "nightschool", "metrics", "--set", f"root={root}", *words]


@contextmanager
def served(root: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command that answers at a free port, and its address."""
    process = subprocess.Popen(command(root, "--port", "0", *words), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        assert said.startswith("Metrics at http://"), said
        yield said.split()[2], process
    finally:
        process.kill()
        process.wait()


@pytest.mark.integration
def test_prometheus_scrapes_the_real_command_sees_the_next_night_and_it_ends_when_told(tmp_path):
    config = full(tmp_path)
    with served(tmp_path, "--host", "127.0.0.2") as (url, process):
        assert url.startswith("http://127.0.0.2:"), "--host is where it listens"
        first = httpx.get(url, timeout=LONGEST_S)
        assert first.headers["content-type"].startswith("text/plain")
        assert _value(first.text, "nightschool_registered_version") == 7
        assert _value(first.text, "nightschool_night_failed_checks") == 0
        night(config, "scheduled__2026-11-23T02:00:00+00:00", failed=("a", "b"))
        assert _value(httpx.get(url, timeout=LONGEST_S).text, "nightschool_night_failed_checks") == 2
        assert httpx.post(url, timeout=LONGEST_S).status_code == 405
        taken = url.rsplit(":", 1)[1].split("/")[0]
        with pytest.raises(UsageError, match=rf"Cannot listen on 127\.0\.0\.2:{taken}: .* another --port"):
            serve(config, "127.0.0.2", int(taken), print)
        process.send_signal(signal.SIGTERM)
        assert process.wait(LONGEST_S) == 0


def _value(text: str, name: str) -> float:
    samples = {sample.name: sample.value for one in text_string_to_metric_families(text) for sample in one.samples}
    return samples[name]


def run(*words: str, root: Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["metrics", "--set", f"root={root}", *words])
    return done.exit_code if not isinstance(done.exception, UsageError) else 2, done.output + str(done.exception)


def test_without_options_the_figures_are_printed_and_with_a_file_they_are_written(tmp_path):
    code, said = run(root=tmp_path)
    assert code == 0
    assert "# TYPE nightschool_night_pass_ratio gauge" in said
    file = tmp_path / "nightschool.prom"
    assert run("--textfile", str(file), root=tmp_path)[0] == 0
    assert "# TYPE nightschool_night_pass_ratio gauge" in file.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["nightschool.prom"], "nothing half-made is left beside it"


def test_another_user_may_read_the_file_whatever_the_umask(tmp_path):
    file, mask = tmp_path / "nightschool.prom", os.umask(0o077)
    try:
        for _ in range(2):
            write_textfile(Config(root=tmp_path), file)
            assert stat.S_IMODE(file.stat().st_mode) == 0o644
    finally:
        os.umask(mask)


def test_places_that_node_exporter_would_pass_over_are_refused(tmp_path):
    assert "end in .prom" in run("--textfile", str(tmp_path / "night.txt"), root=tmp_path)[1]
    assert "There is no folder" in run("--textfile", str(tmp_path / "gone" / "a.prom"), root=tmp_path)[1]
    assert run("--textfile", str(tmp_path / "a.prom"), "--port", "0", root=tmp_path)[0] == 2
    with pytest.raises(ValueError, match=r"must end in \.prom"):
        MonitoringConfig(textfile=Path("night.txt"))


def test_where_the_figures_go_makes_no_other_night(tmp_path):
    assert Config(monitoring=MonitoringConfig(textfile=Path("a.prom"))).digest() == Config().digest()


def installed(root: Path) -> Config:
    return Config(root=root, monitoring=MonitoringConfig(textfile=Path("nightschool.prom")))


def test_publish_writes_the_file_once_its_night_counts_as_published(tmp_path, monkeypatch):
    """With a report of no work; the real one is below."""
    context = night(installed(tmp_path), failed=("a", "b"))
    (context.folder / "publish.json").unlink()
    stand_in = runner.Phase("publish", lambda _: {}, lambda *_: Outcome({}, {}, "refused"), shared=False)
    monkeypatch.setitem(runner.PHASES, "publish", stand_in)
    monkeypatch.setattr(runner, "_log", lambda *_: None)
    run_phase("publish", context)
    assert _value((tmp_path / "nightschool.prom").read_text(), "nightschool_night_failed_checks") == 2


@pytest.mark.integration
@pytest.mark.slow
def test_the_real_report_of_a_night_that_failed_at_once_is_told(tmp_path):
    context = Context(installed(tmp_path), "scheduled__2026-11-22T02:00:00+00:00")
    vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc"))
    run_phase("publish", context)
    told = (tmp_path / "nightschool.prom").read_text()
    assert _value(told, "nightschool_night_failed") == 1
    written = (context.folder / "publish.json").stat().st_mtime
    assert _value(told, "nightschool_night_finished_timestamp_seconds") == pytest.approx(written)


@pytest.mark.parametrize("failed", [False, True])
def test_watching_the_registry_writes_the_file_also_where_the_champion_is_refused(tmp_path, monkeypatch, failed):
    def watch(_: Context) -> None:
        if failed:
            raise IntegrityError("Version 3 was changed.")

    monkeypatch.setattr(promotion, "watch", watch)
    file = tmp_path / "nightschool.prom"
    words = ["watch-registry", "--set", f"root={tmp_path}", "--set", f"monitoring.textfile={file}"]
    done = CliRunner().invoke(app, words)
    assert isinstance(done.exception, IntegrityError) == failed
    assert "nightschool_ledger_intact 1.0" in file.read_text()


def test_no_file_is_written_unless_one_is_named(tmp_path):
    tell(Config(root=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_and_stops_nothing(tmp_path, capsys):
    tell(Config(root=tmp_path, monitoring=MonitoringConfig(textfile=Path("gone/nightschool.prom"))))
    said = capsys.readouterr().out
    assert said.startswith("Monitoring was not told, monitoring.textfile gone/nightschool.prom: There is no folder")
