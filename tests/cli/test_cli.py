"""The command line: exit codes and messages a person can act on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.config import Config
from nightschool.embedded.night import Wishes
from nightschool.tracking import ledger_of

ROOT = Path(__file__).parents[2]


def nightschool(*arguments, cwd):
    return subprocess.run([sys.executable, "-m", "nightschool", *arguments], cwd=cwd, capture_output=True, text=True)


def test_help_lists_the_commands(tmp_path):
    shown = nightschool("--help", cwd=tmp_path).stdout
    for command in (
        "certify",
        "coverage",
        "generate",
        "evaluate",
        "run",
        "cycle",
        "fix",
        "history",
        "report",
        "doctor",
        "ssr",
        "pairs",
        "train",
        "judge-service",
    ):
        assert command in shown


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("run", "sleep"), 2, "No phase 'sleep'"),
        (("run", "publish", "--cycle", "NOPE"), 2, "Cycle 'NOPE' has no results"),
        (("train", "gate"), 2, "'gate' is no learning phase; there are align, rehearse, prefer"),
        (("train", "rehearse"), 2, "nightschool run curate"),
        (("run", "align", "--set", "train.rank=0"), 2, "train.rank"),
        (("run", "align", "--config", "nowhere.yaml"), 2, "No config file 'nowhere.yaml'"),
        (("judge-service", "--set", "sandbox.service=0.0.0.0:8793"), 2, "neither unix:PATH nor a port on loopback"),
        (("judge-service", "--set", "sandbox.backend=none"), 2, "--set sandbox.backend=docker"),
        (("cycle", "manual__1"), 2, "`cycle --stop manual__1` ends that one"),
        (("report",), 2, "make cycle"),
        (("rollback", "--reason", "x"), 1, "no champion"),
        (("certify", "nowhere"), 2, "No suite folder 'nowhere'. The examination is koans/frozen"),
        (("evaluate", "search", "nowhere"), 2, "No suite folder 'nowhere'. The examination is koans/frozen"),
        (("promote", "99", "--reason", "x"), 2, "no version '99' of 'nightschool-rust-repair'; `nightschool history"),
        (("evidence", "99"), 2, "no version '99' of 'nightschool-rust-repair'; `nightschool history --ledger`"),
        (("compare", "--rows", "9"), 2, "No corpus 'var/corpus'. Run `nightschool generate`"),
        (("compare",), 2, "got rows=0, minutes=0; e.g. `nightschool compare --rows 400`"),
        (("pairs", "nowhere"), 2, "No corpus 'nowhere'. Run `nightschool generate`"),
        (("coverage", "nowhere", "nowhere"), 2, "No corpus 'nowhere'. Run `nightschool generate`"),
        (("storage", "--bank", "nowhere"), 2, "No bank 'nowhere'. `nightschool compare --strategies share`"),
    ],
)
def test_a_wrong_call_ends_with_its_code_and_one_message(tmp_path, arguments, code, message):
    done = nightschool(*arguments, cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert message in done.stderr


@pytest.fixture
def published(tmp_path):
    """A project whose one night was refused, and was published by a release that wrote no pages."""
    output = tmp_path / "var" / "phases" / "publish" / "k"
    pointer = tmp_path / "var" / "cycles" / "scheduled__2026-11-23T02_00_00_00_00" / "publish.json"
    failed = [{"check": "above the bar", "value": "4/30", "wanted": "above 76.7%\x1b[2J"}]
    told = {
        "schema": 1,
        "cycle": "n",
        "verdict": "refused",
        "version": None,
        "bar": 0.767,
        "arms": {},
        "failed": failed,
    }
    texts = {
        output / "report.json": json.dumps(told),
        output / "report.md": "# Report",
        pointer: f'{{"output": "{output}"}}',
    }
    for place, text in texts.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return tmp_path


def test_a_night_is_found_by_the_name_that_airflow_shows(published):
    shown = nightschool("report", "scheduled__2026-11-23T02:00:00+00:00", cwd=published)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("REFUSED\n")
    assert "above the bar: 4/30 (wanted: above 76.7%\\x1b[2J)" in shown.stdout
    page = published / "var" / "cycles" / "scheduled__2026-11-23T02_00_00_00_00" / "report.html"
    assert f"Page: {page.as_uri()}" in shown.stdout
    assert "<h1>Refused</h1>" in page.read_text()


def test_a_night_is_told_in_three_forms_and_written_where_one_asks(published):
    assert nightschool("report", "--markdown", cwd=published).stdout == "# Report\n"
    assert json.loads(nightschool("report", "--json", cwd=published).stdout)["verdict"] == "refused"
    assert nightschool("report", "--output", "night.html", cwd=published).stdout == "Written to night.html.\n"
    assert (published / "night.html").read_text().rstrip().endswith("</html>")
    both = nightschool("report", "--markdown", "--json", cwd=published)
    assert (both.returncode, "ask for one" in both.stderr) == (2, True)


@pytest.mark.parametrize(
    ("spoil", "form"),
    [(Path.unlink, "--markdown"), (lambda path: path.write_bytes(b'{"cycle": \xff'), "--output=n.html")],
)
def test_a_report_that_was_lost_or_spoilt_is_one_error_that_names_the_command(published, spoil, form):
    for kind in ("json", "md"):
        spoil(next(published.rglob(f"report.{kind}")))
    done = nightschool("report", form, cwd=published)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "nightschool run publish --cycle scheduled__2026-11-23T02_00_00_00_00" in done.stderr


def test_a_night_that_is_not_there_is_named_with_those_that_are(published):
    done = nightschool("report", "c9", cwd=published)
    assert (done.returncode, "there are scheduled__2026-11-23T02_00_00_00_00" in done.stderr) == (2, True)


@pytest.fixture
def two_nights(tmp_path):
    """A project of two nights whose gate refused the first and passed the second, and an entry that is no gate's."""
    ledger = ledger_of(Config(root=tmp_path))
    for cycle, outcome, ok in (("night-one", "refused", False), ("night-two", "passed", True)):
        checks = [{"name": "frozen above the bar", "ok": ok}]
        ledger.append("gate", cycle, {"cycle": cycle, "outcome": outcome, "checks": checks})
    ledger.append("alias", "k", {"alias": "champion", "from": None, "to": "3", "who": "anna", "why": "\x1b[2Jmine"})
    return tmp_path


def test_the_ledger_is_told_entry_by_entry(two_nights):
    told = nightschool("history", "--ledger", cwd=two_nights)
    words = " ".join(told.stdout.replace("\u2502", " ").split())
    assert (told.returncode, told.stderr) == (0, "")
    for said in ("gate night-one", "refused: frozen above the bar", "gate night-two", "champion: None -> 3 by anna"):
        assert said in words
    assert "\x1b" not in told.stdout
    assert "champion: None -> 3" not in nightschool("history", cwd=two_nights).stdout


def test_the_latest_nights_are_told_and_how_to_see_all(two_nights):
    told = nightschool("history", "--last", "1", cwd=two_nights).stdout
    assert ("night-two" in told, "night-one" in told) == (True, False)
    assert "The latest 1 of 2 nights; --last 2 shows all." in told
    every = nightschool("history", "--last", "2", cwd=two_nights).stdout
    assert ("night-two" in every, "night-one" in every, "The latest" in every) == (True, True, False)
    assert nightschool("history", "--last", "0", cwd=two_nights).returncode == 2


@pytest.mark.parametrize(
    ("words", "wait", "verbose"),
    [((), True, False), (("--no-wait",), False, False), (("--verbose",), True, True), (("-v", "--wait"), True, True)],
)
def test_how_a_person_wants_to_see_a_night_reaches_it(monkeypatch, words, wait, verbose):
    """The night itself is airflow/test_following.py's."""
    asked = []
    monkeypatch.setattr(
        "nightschool.embedded.night.run_night", lambda services, conf, wishes, tell: asked.append(wishes)
    )
    monkeypatch.chdir(ROOT)
    assert CliRunner().invoke(app, ["cycle", *words]).exit_code == 1
    assert asked == [Wishes(wait, verbose)]


def test_a_fault_nobody_foresaw_is_no_refusal():
    script = (
        "import nightschool.cli, nightschool.cli.app as there\n"
        "def fault(): raise RuntimeError('the database is locked')\n"
        "there.app = fault; nightschool.cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, "RuntimeError: the database is locked" in done.stderr) == (70, True), done.stderr


def test_sequential_learning_has_one_seed(tmp_path):
    done = nightschool("compare", "--sequential", "--seeds", "0,1", cwd=tmp_path)
    assert (done.returncode, "--sequential" in done.stderr) == (2, True), done.stderr


def test_the_command_line_starts_without_heavy_libraries(tmp_path):
    script = (
        "import sys; import nightschool.cli.app; "
        "heavy = ('torch', 'mlflow', 'transformers', 'great_expectations', 'airflow', 'jinja2'); "
        "print([m for m in heavy if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize(("more", "known"), [((), "expanded"), (("--sequential",), "ssr")])
def test_a_strategy_that_is_not_there_is_told_before_the_budget_and_the_corpus(tmp_path, more, known):
    done = nightschool("compare", "--strategies", "naive,nope", *more, cwd=tmp_path)
    assert (done.returncode, "No strategy nope; there are naive" in done.stderr) == (2, True), done.stderr
    assert known in done.stderr


def test_a_page_goes_into_no_folder_that_is_not_there(published):
    done = nightschool("report", "--output", "nope/night.html", cwd=published)
    assert (done.returncode, "'nope' is no folder" in done.stderr) == (2, True), done.stderr
    assert not (published / "nope").exists()
