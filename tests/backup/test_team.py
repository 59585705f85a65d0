"""A team's backup and restore by their scripts on a real PostgreSQL: under writers, cut off, forged, killed.

Only compose is a stand-in (stand_in.py); tests/test_compose_live.py has the drill in containers.
"""

import multiprocessing
import stat
import subprocess
import time

import pytest
from filelock import FileLock

from nightschool.files import write_json
from nightschool.tracking import Ledger
from tests.airflow import fleet
from tests.backup.team import Team

LACKING = [name for name in ("initdb", "postgres", "psql", "pg_dump", "pg_restore") if not fleet.program(name)]
pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(bool(LACKING), reason=f"absent: {LACKING}; on Debian: apt-get install postgresql"),
]
ROWS = "SELECT count(*) FROM rows"


@pytest.fixture(scope="module")
def server():
    with fleet.postgres() as database:
        yield database("begin")


@pytest.fixture
def team(server, tmp_path):
    """With a row in each database, a champion's file, a phase and a ledger of one line."""
    made = Team(tmp_path / "team", server)
    for name in ("airflow", "mlflow", "celery"):
        made.sql(name, f"SET ROLE {name}; CREATE TABLE rows (n integer); INSERT INTO rows VALUES (0)")
    for file in ("artifacts/artifacts/1/version/weights", "var/phases/align/k0/result.json"):
        (made.folder / file).parent.mkdir(parents=True)
        (made.folder / file).write_text(f"content of {file}")
    Ledger(made.folder / "mlruns" / "ledger.jsonl").append("alias", "0", {"n": 0})
    return made


@pytest.fixture
def archives(tmp_path):
    (tmp_path / "archives").mkdir()
    return tmp_path / "archives"


def whole(team):
    """What stands in the databases and files, as far as these tests write it."""
    counts = {name: team.sql(name, ROWS) for name in ("airflow", "mlflow")}
    return counts, team.sql("celery", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"), files(team)


def files(team):
    found = [path for name in ("artifacts", "mlruns", "var") for path in (team.folder / name).rglob("*")]
    return {path.relative_to(team.folder).as_posix() for path in found if path.is_file() and path.suffix != ".lock"}


WHOLE = (
    {"airflow": ["1"], "mlflow": ["1"]}, ["0"],
    {"artifacts/artifacts/1/version/weights", "mlruns/ledger.jsonl", "var/phases/align/k0/result.json"},
)  # fmt: skip
"""Of Celery's database nothing comes back."""


def test_destroyed_volumes_are_there_again_with_owners_of_other_passwords(team, archives):
    archive = team.backup(archives)
    assert [path.name for path in archives.iterdir()] == [archive.name]
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert archive.name.startswith("nightschool-team-20")
    team.fresh("second")
    done = team.restore(archive)
    assert done.returncode == 0, done.stderr
    assert "Restored as of 20" in done.stdout
    assert whole(team) == WHOLE
    owners = "SELECT pg_get_userbyid(datdba), has_database_privilege('celery', datname, 'connect') FROM pg_database"
    assert team.sql("postgres", f"{owners} WHERE datname IN ('airflow', 'mlflow') ORDER BY 1") == [
        "airflow|f",
        "mlflow|f",
    ]
    assert team.sql("mlflow", "SELECT tableowner FROM pg_tables WHERE tablename = 'rows'") == ["mlflow"]
    left = "SELECT count(*) FROM pg_database WHERE datname ~ '_(restored|replaced)$'"
    assert team.sql("postgres", left) == ["0"]


def write_all_the_time(folder, environment, began, end):
    """As nights: a phase, a cycle that points at it, Airflow's row; under the registry's lock MLflow's, and a line."""
    airflow, mlflow = Session("airflow", environment), Session("mlflow", environment)
    ledger, n = Ledger(folder / "mlruns" / "ledger.jsonl"), 0
    while not end.is_set():
        n += 1
        partial = folder / "var" / "phases" / "align" / f"k{n}.partial"
        partial.mkdir(parents=True)
        write_json(partial / "result.json", {"n": n})
        partial.rename(partial.with_name(f"k{n}"))
        write_json(folder / "var" / "cycles" / f"c{n}.json", {"phase": f"k{n}"})
        airflow.add(n)
        version = folder / "artifacts" / "artifacts" / f"v{n}"
        version.mkdir(parents=True)
        (version / "weights").write_text(str(n))
        with FileLock(folder / "mlruns" / "registry.lock"):
            mlflow.add(n)
            time.sleep(0.02)  # a backup that did not wait for the lock would fall between the two
            ledger.append("alias", str(n), {"n": n})
        began.set()
        time.sleep(0.02)


class Session:
    """psql, kept open; a row is committed when `add` returns."""

    def __init__(self, database, environment):
        words = [fleet.program("psql"), "--username=postgres", "--no-psqlrc", "-qAt", database]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.psql = subprocess.Popen(words, env=environment, text=True, **pipes)

    def add(self, n):
        self.psql.stdin.write(f"INSERT INTO rows VALUES ({n}) RETURNING n;\n")
        self.psql.stdin.flush()
        assert self.psql.stdout.readline().strip() == str(n)


def test_a_backup_while_somebody_writes_holds_together(team, archives):
    """MLflow's last row and the ledger's last line are one change; no row and no cycle points at what is not there."""
    context = multiprocessing.get_context("spawn")
    began, end = context.Event(), context.Event()
    writer = context.Process(target=write_all_the_time, args=(team.folder, team.environment(), began, end))
    writer.start()
    try:
        assert began.wait(1800)
        archive = team.backup(archives)
    finally:
        end.set()
        writer.join()
    later = int(team.sql("mlflow", "SELECT max(n) FROM rows")[0])
    team.fresh("second")
    assert team.restore(archive).returncode == 0
    rows = [int(n) for n in team.sql("mlflow", "SELECT n FROM rows ORDER BY n")]
    lines = [entry.data["n"] for entry in Ledger(team.folder / "mlruns" / "ledger.jsonl").entries()]
    assert rows == lines == list(range(len(rows)))
    assert 1 < len(rows) <= later
    assert all((team.folder / "artifacts" / "artifacts" / f"v{n}" / "weights").exists() for n in rows[1:])
    cycles = {int(path.stem[1:]) for path in (team.folder / "var" / "cycles").glob("*.json")}
    known = {int(n) for n in team.sql("airflow", "SELECT n FROM rows")} - {0}
    assert known <= cycles
    assert cycles
    assert all((team.folder / "var" / "phases" / "align" / f"k{n}" / "result.json").exists() for n in cycles)


def test_a_backup_that_cannot_be_made_leaves_nothing_and_says_why(team, archives):
    with FileLock(team.folder / "var" / "housekeeping.lock"):
        busy = team.script("backup", archives)
    team.sql("postgres", "DROP DATABASE mlflow WITH (FORCE)")
    broken = team.script("backup", archives)
    nowhere = team.script("backup", archives / "missing")
    for done, why in ((busy, "is at work"), (broken, "no snapshot of mlflow"), (nowhere, "there is no folder")):
        assert done.returncode == 1, done.stdout
        assert why in done.stderr
    assert list(archives.iterdir()) == []


def cut(archive):
    archive.write_bytes(archive.read_bytes().rstrip(b"\0")[:-200])


@pytest.mark.parametrize(
    ("spoil", "why"), [(cut, "no manifest at its end"), (lambda one: one.unlink(), "there is no archive")]
)
def test_what_is_no_whole_archive_is_refused_before_anything_is_asked_for(team, archives, spoil, why):
    archive = team.backup(archives)
    spoil(archive)
    (team.folder / "asked").unlink()
    done = team.restore(archive, "1")
    assert (done.returncode, why in done.stderr) == (1, True), done.stderr
    assert not (team.folder / "asked").exists()


@pytest.mark.parametrize("place", [b"PGDMP", b"content of artifacts"])
def test_one_changed_byte_of_a_dump_or_of_a_file_is_found_and_nothing_was_changed(team, archives, place):
    archive, before = team.backup(archives), whole(team)
    content = bytearray(archive.read_bytes())
    content[content.rfind(place)] ^= 1
    archive.write_bytes(content)
    done = team.restore(archive, "1")
    assert done.returncode == 1, done.stdout
    assert "was altered, 1 other than its manifest says" in done.stderr
    assert whole(team) == before
    assert before[0]["mlflow"] == ["1"]


def test_what_is_not_empty_is_kept_unless_its_owner_agrees(team, archives):
    archive = team.backup(archives)
    team.sql("mlflow", "INSERT INTO rows VALUES (1)")
    (team.folder / "var" / "mine").write_text("made since")
    done = team.restore(archive)
    assert done.returncode == 1
    for part in (
        "database airflow",
        "database mlflow",
        "volume artifacts (1 files",
        "volume var (2 files",
        "REPLACE=1",
    ):
        assert part in done.stderr
    assert team.sql("mlflow", ROWS) == ["2"]
    assert "var/mine" in files(team)
    assert team.restore(archive, "1").returncode == 0
    assert whole(team) == WHOLE


def test_nothing_is_restored_under_what_runs_or_without_its_secrets(team, archives):
    archive = team.backup(archives)
    team.containers("worker-cpu", "running")
    running = team.restore(archive, "1")
    team.containers("worker-cpu", "exited")
    (team.folder / ".env").unlink()
    locked_out = team.restore(archive, "1")
    assert [running.returncode, locked_out.returncode] == [1, 1]
    assert "worker-cpu run; `make compose-down` first" in running.stderr
    assert "there is no .env here" in locked_out.stderr


def test_a_restore_that_is_killed_between_databases_and_files_is_finished_by_the_same_command(team, archives):
    """The databases are there and not empty, the files are not: the restore was begun, and goes on without REPLACE."""
    archive = team.backup(archives)
    team.fresh("second")
    assert team.restore(archive, STAND_IN_KILL_BEFORE="finish").returncode == -9
    assert whole_or_empty(team) == (["rows"], ["rows"], set())
    done = team.restore(archive)
    assert done.returncode == 0, done.stderr
    assert whole(team) == WHOLE


@pytest.mark.parametrize("words", ["unpack", "--dbname=airflow_restored", "--dbname=mlflow_restored", "finish"])
def test_a_restore_that_is_killed_is_finished_by_the_same_command(team, archives, words):
    """Killed after that step, on fresh volumes: what is half there is no reason to refuse, since it was begun."""
    archive = team.backup(archives)
    team.fresh("second")
    killed = team.restore(archive, STAND_IN_KILL=words)
    assert killed.returncode == -9
    before = whole_or_empty(team)
    assert before == ([], [], set()) or words == "finish"
    done = team.restore(archive)
    if words == "finish":  # all was in place
        assert before == (["rows"], ["rows"], WHOLE[2])
        assert "Not empty" in done.stderr
    else:
        assert done.returncode == 0, done.stderr
    assert whole(team) == WHOLE


def whole_or_empty(team):
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    seen = {name for name in files(team) if "/.restore/" not in name}
    return team.sql("airflow", tables), team.sql("mlflow", tables), seen
