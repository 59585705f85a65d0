"""Which workspace a cargo run belongs to, and whether it was enabled: asked while cargo runs, so in few
milliseconds and without `pathlib`.

Covered: `--manifest-path`, the current folder and those above it, the nearest one that was asked about. Not covered:
cargo's own idea of the workspace; a folder below an enabled one is enabled.
"""

from __future__ import annotations

import os
from os import path

from nightschool.episodes.place import store_file

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from hashlib import sha256
    from sqlite3 import Connection, connect
else:
    from _sqlite3 import connect  # what `sqlite3` gives dates and names to, which takes as long as the look itself

    try:  # the function alone, as the library's own `random` takes it; `hashlib` loads OpenSSL
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

READ_S = 1.0


def key_of(folder: str | os.PathLike[str]) -> str:
    """The digest under which a workspace's folder is kept."""
    return sha256(os.fsencode(path.realpath(folder))).hexdigest()


def option(arguments: Sequence[str], name: str) -> Iterator[str]:
    """Values of a cargo option, `--name VALUE` or `--name=VALUE`, before `--`."""
    given = list(arguments)
    given = given[: given.index("--")] if "--" in given else given
    for at, argument in enumerate(given):
        if argument == name and at + 1 < len(given):
            yield given[at + 1]
        elif argument.startswith(f"{name}="):
            yield argument.partition("=")[2]


def watched(arguments: Sequence[str]) -> tuple[str, bool] | None:
    """(key, whether failures wait for a repair) of the run's workspace; None if it is not enabled."""
    store = store_file()
    if not path.isfile(store):
        return None
    manifest = next(option(arguments, "--manifest-path"), None)
    keys = [key_of(place) for place in _upwards(path.realpath(path.dirname(manifest) if manifest else path.curdir))]
    connection = connect(f"file:{_quoted(store)}?mode=ro", uri=True, timeout=READ_S)
    try:
        return _look(connection, keys)
    finally:
        connection.close()


def enabled_root(file: str | os.PathLike[str]) -> tuple[str, str] | None:
    """(key, folder) of the enabled workspace that a file is in; None if it is in none."""
    store = store_file()
    if not path.isfile(store):
        return None
    folders = {key_of(place): place for place in _upwards(path.dirname(path.realpath(file)))}
    connection = connect(f"file:{_quoted(store)}?mode=ro", uri=True, timeout=READ_S)
    try:
        found = _look(connection, list(folders))
    finally:
        connection.close()
    return (found[0], folders[found[0]]) if found else None


def in_workspace(key: str, place: str | os.PathLike[str] = path.curdir) -> str | None:
    """The folder with this key that a place (the current folder) is, or is in; None if it is in none."""
    return next((folder for folder in _upwards(path.realpath(place)) if key_of(folder) == key), None)


def _upwards(folder: str) -> Iterator[str]:
    """A folder and those above it."""
    yield folder
    while (above := path.dirname(folder)) != folder:
        yield above
        folder = above


def _quoted(file: str) -> str:
    """A path in an SQLite URI."""
    return file.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _look(connection: Connection, keys: Sequence[str]) -> tuple[str, bool] | None:
    known = dict(connection.execute("SELECT key, enabled FROM workspaces"))
    key = next((key for key in keys if key in known), None)
    if key is None or not known[key]:
        return None
    waiting = connection.execute(
        "SELECT 1 FROM episodes WHERE workspace = ? AND repaired IS NULL AND fingerprint <> '' LIMIT 1", (key,)
    ).fetchone()
    return key, waiting is not None
