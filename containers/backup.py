"""Write a team's databases, artifacts, ledger and var into one archive: `make compose-backup TO=/mnt/backups`.

Also while nights run. In this order, so that nothing points at what is not there: Airflow's database; cycles; MLflow's
database and the ledgers in one moment, in which no registry changes; what these point at. Standard library only.
Covered: the archive appears whole or not at all, readable by its owner alone. Not covered: secrets (.env), Redis,
Celery's results, logs; artifacts in a bucket. docs/howto-backup.md.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from stores import DUMPED, ROOT, StoresError, dump, in_volumes, manifest, said, session

HELD, GO = "nightschool: the registries are held", b"go\n"
"""As in src/nightschool/cli/volumes.py."""
NONE_MADE = "No backup was made; see above."


def main(to: str = "") -> None:
    """Write the archive into the folder `to`."""
    path = _destination(Path(to or "."), given=bool(to))
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".nightschool-") as scratch, _written(path) as out:
        dumps = Path(scratch)
        dump("airflow", dumps / "airflow.dump")
        with session("mlflow") as snapshot, _taking(out) as taker:
            moment = snapshot()
            _say(taker, GO)
            dump("mlflow", dumps / "mlflow.dump", f"--snapshot={moment}")
            with tarfile.open(fileobj=taker.stdin, mode="w|") as tar:
                for name in DUMPED:
                    tar.add(dumps / f"{name}.dump", f"{name}.dump")
    print(f"{path}: {path.stat().st_size / 1e6:,.1f} MB, for its owner alone; developers' code is in it.")
    print("Not in it: passwords and keys. Keep .env, or your folder of secrets, with it, apart from it.")


def _destination(folder: Path, given: bool) -> Path:
    if not given or not folder.is_dir():
        where = f"there is no folder {folder}" if given else "no folder was named"
        raise StoresError(f"{where}; make compose-backup TO=/mnt/backups")
    path = folder.resolve() / time.strftime("nightschool-team-%Y-%m-%dT%H%M%SZ.tar", time.gmtime())
    if path.exists():
        raise StoresError(f"{path} exists already; again in a second.")
    return path


@contextmanager
def _written(path: Path) -> Iterator[IO[bytes]]:
    """A file that stands at `path` when the body ends well and it has its manifest."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            yield file
            os.fsync(file.fileno())
        manifest(partial)
        partial.rename(path)
    finally:
        if partial.exists():
            partial.unlink()


@contextmanager
def _taking(out: IO[bytes]) -> Iterator[subprocess.Popen]:
    """What writes the archive, from the moment on in which it holds the registries; waited for at the end."""
    pipes = {"stdin": subprocess.PIPE, "stdout": out, "stderr": subprocess.PIPE}
    taker = subprocess.Popen(in_volumes("backup", "take"), cwd=ROOT, **pipes)
    told: queue.Queue[bool] = queue.Queue()
    teller = threading.Thread(target=_tell, args=(taker.stderr, told))
    teller.start()
    try:
        if not told.get():
            raise StoresError(NONE_MADE)
        yield taker
    except BrokenPipeError as error:
        raise StoresError(NONE_MADE) from error
    finally:
        _close(taker)
        code = taker.wait()
        teller.join()
    if code:
        raise StoresError(NONE_MADE)


def _tell(lines: IO[bytes], told: queue.Queue[bool]) -> None:
    """Pass on what the taker says; True once it holds the registries, False when it has ended."""
    for line in lines:
        text = line.decode(errors="replace")
        if HELD in text:
            told.put(True)
        else:
            sys.stderr.write(text)
    told.put(False)


def _say(taker: subprocess.Popen, word: bytes) -> None:
    taker.stdin.write(word)
    taker.stdin.flush()


def _close(taker: subprocess.Popen) -> None:
    with suppress(BrokenPipeError):  # it has ended, and says why itself
        taker.stdin.close()


if __name__ == "__main__":
    said(main, sys.argv[1:])
