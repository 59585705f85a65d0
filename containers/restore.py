"""Bring a team's databases, artifacts, ledger and var back: `make compose-restore ARCHIVE=/mnt/backups/....tar`.

Services must be down. In this order: the archive is verified whole and its files are unpacked beside what the volumes
hold; dumps are restored into databases of other names; these change places in one transaction; the files are renamed;
MLflow is started, ledger and champion are checked. Standard library only. Covered: what holds something is refused,
unless REPLACE=1 says that it may be deleted; killed at any moment, the same command goes on, and until the databases
change places nothing has changed. Not covered: secrets (.env), which belong there before. docs/howto-backup.md.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from ailing import containers, ill

from stores import (
    CONFIG,
    DUMPED,
    ROOT,
    SUPERUSER,
    StoresError,
    ask,
    compose,
    dump_in,
    in_postgres,
    in_volumes,
    manifest,
    run,
    said,
)  # fmt: skip

PATIENCE_S = 300.0
ONLY = ("postgres",)
"""May run already: a restore that was killed has left it."""
EMPTY = ("celery",)
"""Begins anew: what it holds belongs to tasks that the archive does not know."""
NOT_DONE = "Nothing was restored; see above."


def main(archive: str = "", replace: str = "") -> None:
    """Restore from the file `archive`; with `replace`, in place of what is there."""
    path = Path(archive)
    if not archive or not path.is_file():
        missing = f"there is no archive {archive}" if archive else "no archive was named"
        raise StoresError(f"{missing}; make compose-restore ARCHIVE=/mnt/backups/....tar")
    about, digest = manifest(path)
    _require_place()
    run(compose("run", "--rm", "-T", "volume-owner"), NOT_DONE)
    run(compose("up", "--detach", "postgres"), NOT_DONE)
    _until(_postgres_answers, "PostgreSQL does not answer")
    _unpack(path, digest, bool(replace))
    for name in DUMPED:
        _aside(name)
        _fill(path, name)
    for name in EMPTY:
        _aside(name)
    _change_places()
    run(in_volumes("restore", "finish"), "The files are not in place yet; mend what is said above, and restore again.")
    print(f"Restored as of {about['made']}: {len(about['files'])} files, databases {' and '.join(DUMPED)}.")
    _check()


def _require_place() -> None:
    """Raise StoresError where services run, or nobody could log in after it."""
    if not (ROOT / ".env").exists():
        raise StoresError("there is no .env here. Bring that of the archive's installation, or its folder of secrets.")
    names = {one["Config"]["Labels"]["com.docker.compose.service"] for one in containers() if one["State"]["Running"]}
    if running := sorted(names - set(ONLY)):
        raise StoresError(f"{', '.join(running)} run; `make compose-down` first, then restore.")


def _postgres_answers() -> bool:
    """Over TCP, which is not there before the databases have been made."""
    asked = in_postgres("pg_isready", "--host=127.0.0.1", "--quiet")
    return subprocess.run(asked, cwd=ROOT, capture_output=True, check=False).returncode == 0


def _until(happened, what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not happened():
        if time.monotonic() > end:
            raise StoresError(f"{what} after {PATIENCE_S:.0f} s. {' '.join(ill(containers()))}")
        time.sleep(1)


def _unpack(path: Path, digest: str, replace: bool) -> None:
    """Verify the archive and unpack its files beside those of the volumes, where these are empty or may go."""
    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public';"
    filled = [f"--filled=database {name}" for name in DUMPED if ask(name, tables).strip() != "0"]
    words = ["unpack", digest, *(["--replace"] if replace else []), *filled]
    with path.open("rb") as file:
        sys.stdout.write(run(in_volumes("restore", *words), NOT_DONE, stdin=file))


def _aside(name: str) -> None:
    """An empty database NAME_restored that belongs to the role NAME, as containers/databases.sh makes NAME."""
    new = f"{name}_restored"
    ask(
        "postgres",
        f"DROP DATABASE IF EXISTS {new} WITH (FORCE);\nCREATE DATABASE {new} OWNER {name};\n"
        f"REVOKE ALL ON DATABASE {new} FROM PUBLIC;\n",
    )


def _fill(path: Path, name: str) -> None:
    """The archive's dump in NAME_restored; everything in it is the role's, whoever's it was."""
    words = ("pg_restore", SUPERUSER, "--exit-on-error", "--no-owner", "--no-acl", f"--role={name}")
    command = in_postgres(*words, f"--dbname={name}_restored")
    fed = {"cwd": ROOT, "stdin": subprocess.PIPE}  # one that ends early says why itself
    with dump_in(path, name) as dump, suppress(BrokenPipeError), subprocess.Popen(command, **fed) as filling:
        shutil.copyfileobj(dump, filling.stdin, 1 << 20)
    if filling.returncode:
        raise StoresError(f"The dump of {name} could not be restored. {NOT_DONE}")


def _change_places() -> None:
    """All databases at once; what was there is dropped after."""
    names = (*DUMPED, *EMPTY)
    renames = "".join(
        f"ALTER DATABASE {name} RENAME TO {name}_replaced;\nALTER DATABASE {name}_restored RENAME TO {name};\n"
        for name in names
    )
    drops = "".join(f"DROP DATABASE IF EXISTS {name}_replaced WITH (FORCE);\n" for name in names)
    ask("postgres", f"{drops}BEGIN;\n{renames}COMMIT;\n{drops}")


def _check() -> None:
    """MLflow's accounts as .env has them, then the ledger's chain and the champion's files."""
    run(compose("up", "--detach", "mlflow-accounts"), "MLflow does not start: python containers/ailing.py")
    _until(_accounts_made, "MLflow's accounts were not made")
    words = ("run", "--rm", "-T", "--no-deps", "worker-cpu", "nightschool", "volumes", "check", *CONFIG)
    sys.stdout.write(run(compose(*words), "Everything is in place, but does not hold together; see above."))
    print("Then `make compose-up`.")


def _accounts_made() -> bool:
    """Raises StoresError where MLflow refused, as it does where .env is another."""
    found = [one for one in containers() if one["Config"]["Labels"]["com.docker.compose.service"] == "mlflow-accounts"]
    ended = [one["State"]["ExitCode"] for one in found if one["State"]["Status"] == "exited"]
    if any(ended):
        raise StoresError(f"MLflow's accounts could not be made. {' '.join(ill(found))}")
    return bool(ended)


if __name__ == "__main__":
    said(main, sys.argv[1:])
