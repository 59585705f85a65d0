"""`cargo nightschool`: what cargo would have shown, and what failed and was repaired is kept. With the real cargo."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.episodes.conftest import MANIFEST, Shop

pytestmark = pytest.mark.integration

BROKEN = 'pub fn sum() -> u8 { let unused = 1; "2" }\n'
RIGHT = "pub fn sum() -> u8 { 2 }\n"


def test_a_failure_and_its_repair_are_kept(shop: Shop) -> None:
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    assert shop.cargo("nightschool", "check").returncode == 101
    (episode,) = shop.episodes()
    failure = episode.failure
    assert (failure.package, failure.kind, failure.target, failure.edition) == ("shop", "lib", "shop", "2021")
    assert (failure.code, failure.message, failure.command) == ("E0308", "mismatched types", "check")
    assert failure.sources == {"src/lib.rs": "pub mod till;\n", "src/till.rs": BROKEN}
    assert failure.toolchain.startswith("rustc 1.")
    assert episode.repaired is None
    shop.write({"src/till.rs": RIGHT})
    assert shop.cargo("nightschool", "check").returncode == 0
    (episode,) = shop.episodes()
    assert episode.fixed == {"src/lib.rs": "pub mod till;\n", "src/till.rs": RIGHT}


def test_a_repair_that_plain_cargo_compiled_is_found_by_the_next_run(shop: Shop) -> None:
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    shop.cargo("nightschool", "build")
    shop.episodes()
    shop.write({"src/till.rs": RIGHT})
    shop.cargo("build")
    shop.cargo("nightschool", "build")
    assert shop.episodes()[0].fixed["src/till.rs"] == RIGHT


def test_another_unit_s_success_is_no_repair(shop: Shop) -> None:
    shop.enable()
    shop.write({"tests/sum.rs": '#[test] fn sums() { let sum: u8 = "2"; }\n'})
    assert shop.cargo("nightschool", "check", "--tests").returncode == 101
    assert shop.cargo("nightschool", "check").returncode == 0
    (episode,) = shop.episodes()
    assert (episode.failure.kind, episode.failure.target) == ("test-integration-test", "sum")
    assert episode.repaired is None


def test_every_kind_of_target_is_named(shop: Shop) -> None:
    """A binary, an example, a library's own tests and a member with a dash in its name; all fail at once."""
    shop.enable()
    broken = 'fn main() { let x: u8 = "2"; }\n'
    shop.write(
        {
            "Cargo.toml": MANIFEST + '[workspace]\nmembers = ["cash-desk"]\n',
            "src/bin/sell-it.rs": broken,
            "examples/one.rs": broken,
            "src/till.rs": RIGHT + f"#[cfg(test)] mod tests {{ {broken} }}\n",
            "cash-desk/Cargo.toml": MANIFEST.replace("shop", "cash-desk"),
            "cash-desk/src/lib.rs": BROKEN,
        }
    )
    shop.cargo("nightschool", "check", "--workspace", "--all-targets", "--keep-going")
    found = {(one.failure.package, one.failure.kind, one.failure.root) for one in shop.episodes()}
    assert found >= {
        ("shop", "bin", "src/bin/sell-it.rs"),
        ("shop", "example", "examples/one.rs"),
        ("shop", "test-lib", "src/lib.rs"),
        ("cash-desk", "lib", "cash-desk/src/lib.rs"),
    }


def test_a_target_folder_elsewhere_is_found(shop: Shop, tmp_path: Path) -> None:
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    for number, given in enumerate((("--target-dir", str(tmp_path / "a")), (f"--target-dir={tmp_path / 'b'}",)), 1):
        shop.write({"src/till.rs": f"{BROKEN}// {number}\n"})
        shop.cargo("nightschool", "check", *given)
        assert len(shop.episodes()) == number


@pytest.mark.parametrize("enabled", [False, True])
def test_nothing_is_written_into_the_user_s_tree(shop: Shop, enabled: bool) -> None:
    if enabled:
        shop.enable()
    shop.write({"src/till.rs": BROKEN})
    shop.cargo("nightschool", "check")
    assert sorted(path.name for path in shop.folder.iterdir()) == ["Cargo.lock", "Cargo.toml", "src", "target"]
    assert shop.store.exists() is enabled


def test_a_disabled_workspace_is_left_alone(shop: Shop) -> None:
    from nightschool.episodes.store import Store
    from nightschool.episodes.watched import key_of

    shop.enable()
    with Store(shop.store) as store:
        store.enable(key_of(shop.folder), "shop", False, 30)
    shop.write({"src/till.rs": BROKEN})
    assert shop.cargo("nightschool", "check").returncode == 101
    assert shop.episodes() == []


def test_secrets_and_paths_do_not_reach_the_store(shop: Shop) -> None:
    shop.enable()
    token = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"
    shop.write({"src/till.rs": f'pub fn sum() -> u8 {{ "{token}" }} // {shop.folder}\n'})
    shop.cargo("nightschool", "check")
    (episode,) = shop.episodes()
    assert '"xxx_xxxx' in episode.failure.sources["src/till.rs"]
    kept = b"".join(path.read_bytes() for path in shop.store.parent.iterdir())
    assert token.encode() not in kept
    assert os.fsencode(shop.folder) not in kept


TIME = re.compile(rb"in \d+\.\d+s")


@pytest.mark.parametrize("till", [BROKEN, RIGHT, RIGHT.replace("2 }", "let unused = 1; 2 }")])
@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "--color=always"), ("build", "--message-format=json"), ("test", "-q"), ("nonsense",)],
)
def test_output_and_exit_code_are_cargo_s_byte_for_byte(shop: Shop, till: str, arguments: tuple[str, ...]) -> None:
    """The same tree is checked from nothing, once by cargo and once by the subcommand. Only times differ."""
    shop.enable()
    shop.write({"src/till.rs": till})
    seen = []
    for before in ((), ("nightschool",)):
        shop.run("rm", "-rf", "target")
        done = shop.cargo(*before, *arguments)
        seen.append((done.returncode, TIME.sub(b"", done.stdout), TIME.sub(b"", done.stderr)))
        shop.episodes()
    assert seen[0] == seen[1]


def test_a_terminal_shows_what_cargo_shows_there(shop: Shop) -> None:
    """Colours and all; the progress bar is left out, since it depends on time."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    plain, ours = (_on_a_terminal(shop, "cargo", *before, "check") for before in ((), ("nightschool",)))
    assert b"\x1b[1m\x1b[91merror[E0308]" in ours
    assert plain == ours


def _on_a_terminal(shop: Shop, *arguments: str) -> bytes:
    shop.run("rm", "-rf", "target")
    master, slave = pty.openpty()
    quick = dict(shop.environment) | {"CARGO_TERM_PROGRESS_WHEN": "never", "TERM": "xterm"}
    with subprocess.Popen(arguments, cwd=shop.folder, env=quick, stdin=slave, stdout=slave, stderr=slave):
        os.close(slave)
        said = b""
        try:
            while part := os.read(master, 65536):
                said += part
        except OSError:  # the other end is closed
            pass
    os.close(master)
    return said


def test_a_library_and_its_tests_that_fail_alike_are_one_episode(shop: Shop) -> None:
    """One slip, two units, and cargo may stop before the second: one is kept; later runs add nothing."""
    shop.enable()
    shop.write({"src/till.rs": BROKEN})
    for arguments in (("check", "--all-targets"), ("check", "--lib", "--profile", "test")):
        assert shop.cargo("nightschool", *arguments).returncode == 101
        (episode,) = shop.episodes()
        assert episode.failure.kind in ("lib", "test-lib")
    shop.write({"src/till.rs": RIGHT})
    shop.cargo("nightschool", "check", "--all-targets")
    assert [one.fixed["src/till.rs"] for one in shop.episodes()] == [RIGHT]
