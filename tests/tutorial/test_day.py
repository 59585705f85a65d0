"""docs/tutorial-day.md, run as it stands: what each command prints, and that the day is what taught the morning."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.repair.chooser import read_chooser
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import write_policy
from tests.tutorial.told import PROMPT, Step, agrees, normal, steps

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "tutorial-day.md"
SCRIPTS = {"nightschool": "nightschool.cli", "cargo-nightschool": "nightschool.episodes.cargo"}
FIX = "nightschool fix ../tram"
REPAIR = "-        self.months * 49\n+        Cents::from_euros(self.months * 49)\n"
day_long = [pytest.mark.integration, pytest.mark.slow, pytest.mark.timeout(3000)]


@dataclass(frozen=True)
class Done:
    """One step of the document as it went."""

    step: Step
    exit: int
    printed: str


@dataclass(frozen=True)
class Day:
    """All of them, and the folder that holds checkout and workspace."""

    home: Path
    done: tuple[Done, ...]

    def of(self, command: str) -> list[Done]:
        return [one for one in self.done if one.step.command == command]


def checkout(home: Path) -> Path:
    """A checkout's folders without what it has made, and its two programs."""
    made = home / "night-school"
    (made / ".venv" / "bin").mkdir(parents=True)
    for name in ("conf", "koans", "expectations", "tests"):
        (made / name).symlink_to(ROOT / name)
    if (ROOT / "var" / "models").exists():  # converted once, verified by digest
        (made / "var").mkdir()
        (made / "var" / "models").symlink_to(ROOT / "var" / "models")
    for name, module in SCRIPTS.items():
        script = made / ".venv" / "bin" / name
        script.write_text(f"#!{sys.executable}\nfrom {module} import main\nmain()\n")
        script.chmod(0o755)
    return made


def run(command: str, folder: Path) -> tuple[int, str]:
    """What a shell in the checkout makes of the command: exit code, both streams as one."""
    environment = dict(os.environ) | {
        "PATH": f"{folder / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "NIGHTSCHOOL_EPISODES": str(folder / "var" / "episodes.db"),
        "CARGO_NET_OFFLINE": "true",
        "CARGO_TERM_COLOR": "never",
        "COLUMNS": "120",
    }
    shell = ["bash", "-c", f"exec 2>&1; {command}"]
    done = subprocess.run(shell, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """The document from its first command to its last."""
    home = tmp_path_factory.mktemp("day")
    folder = checkout(home)
    return Day(home, tuple(Done(step, *run(step.command, folder)) for step in steps(DOCUMENT)))


def test_the_document_starts_with_a_command_and_has_fifteen() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text.split("\n\n")[1] == f"{PROMPT}{steps(DOCUMENT)[0].command}"
    assert len(steps(DOCUMENT)) == text.count("$ ") == 15
    assert len(text.splitlines()) <= 120


def test_a_step_ends_at_the_next_one_or_at_plain_text(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# T\n\n    $ a\n    x\n\n      y\n    $ b\n\nWords.\n\n    no step\n")
    assert steps(page) == [Step("a", "x\n\n  y"), Step("b", "")]


@pytest.mark.parametrize(
    ("told", "printed", "right"),
    [
        ("a\n...\nz", "a\nb\nc\nz", True), ("a\n...\nz", "a\nb", False), ("a", "a b", False), ("", "", True),
        ("took (9)", "took (9)", True),
    ],
)  # fmt: skip
def test_dots_stand_for_anything_and_all_else_for_itself(told: str, printed: str, right: bool) -> None:
    assert agrees(told, printed) is right


def test_what_varies_is_named_and_what_is_claimed_stays(tmp_path: Path) -> None:
    printed = f"2af9a4988765 in {tmp_path}/x (47 programs compiled)\n  candidates compiled: 3\nE0308 in 0.10s\n"
    assert normal(printed, tmp_path) == "ID in ~/x (SOME programs compiled)\nE0308 in TIME"


class TestDay:
    """With rustc, cargo, the sandbox and the phases of a night."""

    pytestmark = day_long

    def test_each_command_prints_what_the_document_says(self, day: Day) -> None:
        for one in day.done:
            printed = normal(one.printed, day.home)
            assert agrees(normal(one.step.output), printed), f"{one.step.command}\n{printed}"

    def test_cargo_and_fix_end_with_their_own_codes(self, day: Day) -> None:
        """cargo: 101, 101, 0; fix: nothing compiles twice, then one repair of which it is not sure; all else 0."""
        cargo = "cd ../tram && cargo nightschool check"
        assert [one.exit for one in day.of(cargo)] == [101, 101, 0]
        assert [one.exit for one in day.of(FIX)] == [1, 1, 1]
        assert {one.exit for one in day.done if one.step.command not in (cargo, FIX)} == {0}

    def test_the_sister_could_not_be_repaired_before_the_night_and_is_the_first_repair_after(self, day: Day) -> None:
        _, before, after = day.of(FIX)
        assert "tickets/src/lib.rs:14" in before.printed
        assert "No repair compiles" in before.printed
        first, _, others = after.printed.partition("\n1. ")[2].partition("\n2. ")
        assert REPAIR in first
        assert REPAIR not in others
        assert REPAIR.partition("\n+")[2] in (day.home / "tram" / "tickets" / "src" / "lib.rs").read_text()

    def test_the_same_night_without_the_developers_row_repairs_nothing(self, day: Day) -> None:
        """One of 16 rows is left out of the patterns; chooser, sister and budgets are the same."""
        other = checkout(day.home / "other")
        shutil.copytree(ROOT / "tests" / "tutorial" / "tram", other.parent / "tram")
        (line,) = [one.step.command for one in day.done if one.step.command.startswith("sed")]
        assert run(line, other)[0] == 0
        var = day.home / "night-school" / "var" / "phases"
        (corpus,), (chooser,) = var.glob("curate/*/corpus.jsonl"), var.glob("choose/*/policy/chooser.json")
        rows = read_corpus(corpus).rows
        left = [row for row in rows if row.source != "episodes"]
        assert (len(rows), len(left)) == (16, 15)
        write_policy(other / chooser.parent.relative_to(var.parents[1]), read_chooser(chooser), learn_patterns(left))
        code, printed = run(FIX, other)
        assert (code, "the latest night's chooser" in printed) == (1, True)
        assert "No repair compiles" in printed
