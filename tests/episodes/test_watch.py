"""`nightschool watch`: cargo after each change of a text, one run at a time, ended with all it has started."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import psutil
import pytest

from nightschool.episodes.watching.sources import Sources
from nightschool.episodes.watching.watch import command_line
from tests.episodes.conftest import MANIFEST, Shop

BROKEN = 'pub fn sum() -> u8 { "2" }\n'
RIGHT = "pub fn sum() -> u8 { 2 }\n"
SLOW_TEST = "#[test] fn slow() { std::thread::sleep(std::time::Duration::from_secs(90)); }\n"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ((), ["check"]),
        (("--workspace",), ["check", "--workspace"]),
        (("test", "--lib"), ["test", "--lib"]),
        (("+nightly", "--tests"), ["+nightly", "check", "--tests"]),
        (("+nightly",), ["+nightly", "check"]),
    ],
)
def test_check_is_run_where_no_command_of_cargo_is_named(given: tuple[str, ...], asked: list[str]) -> None:
    assert command_line(given) == asked


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_a_source_has_changed_when_its_text_has(tmp_path: Path) -> None:
    put(tmp_path, {"Cargo.toml": MANIFEST, "src/lib.rs": RIGHT, "notes.md": ""})
    sources = Sources(tmp_path)
    assert len(sources) == 2  # the manifest and the library
    put(tmp_path, {"src/lib.rs": RIGHT, "notes.md": "more", "src/new/mod.rs": RIGHT})
    assert sources.changed() == [tmp_path / "src/new/mod.rs"]
    assert tmp_path / "src/new" in sources.folders
    (tmp_path / "src/new/mod.rs").unlink()
    put(tmp_path, {"src/lib.rs": BROKEN})
    assert sources.changed() == [tmp_path / "src/lib.rs", tmp_path / "src/new/mod.rs"]
    assert sources.changed() == []


def test_what_cargo_builds_and_hidden_folders_are_no_sources_but_cargo_s_settings_are(tmp_path: Path) -> None:
    put(tmp_path, {"Cargo.toml": MANIFEST, ".cargo/config.toml": "", ".git/x.rs": "", "out/CACHEDIR.TAG": ""})
    put(tmp_path, {"out/debug/build/made.rs": ""})
    sources = Sources(tmp_path)
    assert len(sources) == 2
    assert sources.folders == {tmp_path, tmp_path / ".cargo"}


def test_packages_that_manifests_name_outside_of_the_root_are_watched_too(tmp_path: Path) -> None:
    """The root names `tax` as a dependency and `bin` as a member; `tax` names `coins`, which names `tax` again."""
    head = MANIFEST + '[workspace]\nmembers = ["../bin", "gone"]\n'
    put(tmp_path, {"shop/Cargo.toml": head + '[dependencies]\ntax = { path = "../tax" }\n', "bin/Cargo.toml": MANIFEST})
    put(tmp_path, {"tax/Cargo.toml": '[target.x.dev-dependencies.coins]\npath = "../coins"\n', "coins/lib.rs": ""})
    put(tmp_path, {"coins/Cargo.toml": '[dependencies]\ntax.path = "../tax"\n'})
    sources = Sources(tmp_path / "shop")
    assert sources.folders == {tmp_path / name for name in ("shop", "tax", "coins", "bin")}
    assert len(sources) == 5  # four manifests and a file


class Watched:
    """A `nightschool watch` under way and what it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process, self.said, self.out = process, "", ""
        self.threads = [Thread(target=self._listen, args=(name,), daemon=True) for name in ("stderr", "stdout")]
        for one in self.threads:
            one.start()

    def _listen(self, name: str) -> None:
        for line in getattr(self.process, name):
            if name == "stderr":
                self.said += line
            else:
                self.out += line

    def until(self, found: Callable[[], object], seconds: float = 90) -> None:
        end = time.monotonic() + seconds
        while not found():
            assert time.monotonic() < end, self.said + self.out
            assert self.process.poll() is None, self.said
            time.sleep(0.02)

    def runs(self) -> int:
        """Runs of cargo that have ended with a verdict."""
        return len(re.findall(r"^\s+Finished|^error: could not compile", self.said, re.MULTILINE))


@contextmanager
def watching(shop: Shop, *arguments: str) -> Iterator[Watched]:
    command = [sys.executable, "-m", "nightschool", "watch", *arguments]
    process = subprocess.Popen(
        command, cwd=shop.folder, env=shop.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        yield Watched(process)
    finally:
        process.kill()
        process.wait()


@pytest.mark.integration
def test_cargo_runs_after_each_change_its_words_are_its_own_and_failures_are_kept(shop: Shop) -> None:
    shop.enable()
    with watching(shop) as watch:
        watch.until(lambda: watch.runs() == 1)
        first = watch.said.split("\n")[0]
        does = "`cargo check` after each change of 3 files in shop; failures are kept. Ctrl-C ends."
        assert first == f"nightschool watch: {does}"
        shop.write({"src/till.rs": BROKEN})
        watch.until(lambda: watch.runs() == 2)
        assert "nightschool watch: src/till.rs changed.\n" in watch.said
        assert "error[E0308]: mismatched types" in watch.said
        watch.until(shop.episodes)
        (episode,) = shop.episodes()
        assert (episode.failure.code, episode.failure.command) == ("E0308", "check")
        shop.write({"src/till.rs": RIGHT})
        watch.until(lambda: shop.episodes()[0].repaired)
        assert watch.runs() == 3
        watch.process.send_signal(signal.SIGTERM)
        assert watch.process.wait(30) == 0
    assert shop.episodes()[0].fixed["src/till.rs"] == RIGHT


@pytest.mark.integration
def test_many_changes_are_one_run_a_save_without_a_change_is_none_and_new_folders_are_seen(shop: Shop) -> None:
    with watching(shop, "--", "--message-format=json") as watch:
        watch.until(lambda: watch.runs() == 1)
        assert "failures are not kept (`nightschool episodes enable` keeps them)" in watch.said
        shop.write({f"src/till/a{number}.rs": RIGHT for number in range(20)})
        mods = "".join(f"mod a{number};\n" for number in range(20))
        shop.write({"src/till.rs": mods + "pub fn sum() -> u8 { 2 }\n"})
        watch.until(lambda: watch.runs() == 2)
        assert "src/till/a0.rs, src/till/a1.rs and 19 more changed." in watch.said  # 21, till.rs among them
        shop.write({"src/lib.rs": "pub mod till;\n"})
        time.sleep(1)
        assert watch.runs() == 2
        shop.write({"src/till/a7.rs": BROKEN})
        watch.until(lambda: watch.runs() == 3)
        assert '"code":"E0308"' in watch.out
        assert shop.episodes() == []


@pytest.mark.integration
def test_a_change_while_cargo_runs_gets_a_run_of_its_own_afterwards(shop: Shop) -> None:
    shop.write({"build.rs": "fn main() { std::thread::sleep(std::time::Duration::from_secs(2)); }\n"})
    with watching(shop) as watch:
        watch.until(lambda: any(name.startswith("build-script") for name in names(watch)))
        shop.write({"src/till.rs": BROKEN})
        assert watch.runs() == 0
        cargos: list[int] = []

        def seen(text: str) -> bool:
            cargos.append(names(watch).count("cargo"))
            return text in watch.said

        watch.until(lambda: seen("src/till.rs changed."))
        watch.until(lambda: seen("error[E0308]"))
        assert watch.said.count("src/till.rs changed.") == 1
        assert max(cargos) == 1  # at no time two, while the first one ran on and when the second one did


def below(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def names(watch: Watched) -> list[str]:
    """Of the processes that are running below it."""
    found = []
    for one in below(watch.process):
        with suppress(psutil.NoSuchProcess):
            found.append(one.name())
    return found


@pytest.mark.integration
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("group", [True, False])
def test_a_signal_ends_the_run_all_that_cargo_has_started_and_the_watch(
    shop: Shop, number: signal.Signals, group: bool
) -> None:
    """A test that sleeps is under way; 0 after less than its 90 s, and nothing is left of it."""
    shop.write({"tests/slow.rs": SLOW_TEST})
    with watching(shop, "--", "test", "--test", "slow") as watch:
        watch.until(lambda: any(name.startswith("slow-") for name in names(watch)))
        left = below(watch.process)
        began = time.monotonic()
        (os.killpg if group else os.kill)(watch.process.pid, number)
        assert watch.process.wait(20) == 0
        assert time.monotonic() - began < 15
        for one in watch.threads:
            one.join(10)
    assert psutil.wait_procs(left, timeout=5)[1] == []
    assert watch.said.endswith("nightschool watch: ended.\n"), watch.said


@pytest.mark.integration
def test_without_a_package_nothing_is_watched(shop: Shop, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "nightschool", "watch"], cwd=empty, env=shop.environment, capture_output=True, text=True
    )
    assert (done.returncode, "No Cargo.toml" in done.stderr) == (2, True)


def without_cargo(shop: Shop, home: Path) -> dict[str, str]:
    """An environment whose PATH has no cargo."""
    here = {name: value for name, value in shop.environment.items() if name not in ("CARGO", "RUSTC")}
    return here | {"PATH": str(home / "empty"), "CARGO_HOME": str(home)}


@pytest.mark.integration
def test_without_cargo_the_watch_ends_with_3(shop: Shop, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nightschool", "watch"]
    environment = without_cargo(shop, tmp_path / "none")
    done = subprocess.run(command, cwd=shop.folder, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "No cargo on PATH" in done.stderr) == (3, True), done.stderr


@pytest.mark.integration
def test_a_cargo_that_is_only_in_its_home_is_the_one_that_runs(shop: Shop, tmp_path: Path) -> None:
    """Its stand-in there says its arguments; PATH has no other."""
    home = tmp_path / "home"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "cargo").write_text('#!/bin/sh\necho "    Finished $*" >&2\n')
    (home / "bin" / "cargo").chmod(0o755)
    shop.environment = without_cargo(shop, home)
    with watching(shop) as watch:
        watch.until(lambda: watch.runs() == 1)
        assert "    Finished check\n" in watch.said
        watch.process.send_signal(signal.SIGTERM)
        assert watch.process.wait(30) == 0
