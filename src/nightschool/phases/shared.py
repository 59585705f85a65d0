"""Finished phases on a store that machines share: a folder, or an object store reached through fsspec.

    URL/phases/<phase>/<key>/<sha256 of a file>     each file under its digest, so that nothing is ever replaced
    URL/phases/<phase>/<key>/manifest.json          name and digest of each file; written last, it is the commit

Covered: a phase appears whole or not at all; what was altered on the store is refused; two machines that publish the
same phase, a store that cannot be reached. Not covered: someone who may write to the store and replaces a phase with
all its digests; deleting what is old.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.config import StorageConfig
from nightschool.errors import EnvironmentMissingError, IntegrityError
from nightschool.files import digest_file

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Shared:
    """A shared store; see the module's contract. All methods raise EnvironmentMissingError if it cannot be reached."""

    url: str
    system: Any
    """fsspec's file system."""
    root: str
    """Path in it."""

    def holds(self, phase: str, key: str) -> bool:
        """Whether that phase was published."""
        with self._reached():
            return bool(self.system.exists(f"{self._home(phase, key)}/{MANIFEST}"))

    def publish(self, phase: str, key: str, folder: Path) -> None:
        """Copy a finished phase there."""
        home = self._home(phase, key)
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        names = {path.relative_to(folder).as_posix(): digest_file(path) for path in paths}
        with self._reached():
            for name, digest in names.items():
                self.system.put_file(str(folder / name), f"{home}/{digest}")
            manifest = {"phase": phase, "key": key, "files": names}
            self.system.pipe_file(f"{home}/{MANIFEST}", json.dumps(manifest, indent=2).encode())

    def fetch(self, phase: str, key: str, folder: Path) -> bool:
        """Bring a published phase to `folder`, which does not exist yet; False if there is none. The caller locks.

        Raises IntegrityError, leaving nothing, if any file is not the one that was published.
        """
        if not self.holds(phase, key):
            return False
        names = self._manifest(phase, key)
        aside = folder.with_name(f"{folder.name}.fetched")
        shutil.rmtree(aside, ignore_errors=True)
        try:
            for name, digest in names.items():
                self._bring(f"{self._home(phase, key)}/{digest}", aside, name, digest)
            aside.replace(folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return True

    def _manifest(self, phase: str, key: str) -> dict[str, str]:
        path = f"{self._home(phase, key)}/{MANIFEST}"
        with self._reached():
            text = self.system.cat_file(path)
        try:
            data = json.loads(text)
            names = {str(name): str(digest) for name, digest in data["files"].items()}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise IntegrityError(f"{path} on {self.url} is no manifest of a phase.") from error
        if (data.get("phase"), data.get("key")) != (phase, key):
            raise IntegrityError(f"{path} on {self.url} is the manifest of {data.get('phase')} {data.get('key')}.")
        return names

    def _bring(self, source: str, folder: Path, name: str, digest: str) -> None:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            raise IntegrityError(f"A manifest on {self.url} names {name!r}, which is outside of the phase's folder.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._reached():
            there = self.system.exists(source)
            if there:
                self.system.get_file(source, str(path))
        found = digest_file(path) if there else "nothing"
        if found != digest:
            raise IntegrityError(
                f"{source} on {self.url}, which is {name!r}, has digest {found[:12]}, published was {digest[:12]}."
            )

    def _home(self, phase: str, key: str) -> str:
        return f"{self.root}/phases/{phase}/{key}"

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Turns what a store's library raises into one clear error; each has exceptions of its own."""
        try:
            yield
        except Exception as error:
            raise EnvironmentMissingError(
                f"storage.url {self.url!r} cannot be used: {type(error).__name__}: {error}. Check the address, the "
                "credentials in the environment (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY for "
                "s3://) and run again; or unset storage.url."
            ) from error


def open_shared(config: StorageConfig) -> Shared | None:
    """The configured store; None if phases stay on this machine."""
    if config.url is None:
        return None
    import fsspec

    local = {"auto_mkdir": True} if config.url.startswith("file:") else {}
    try:
        system, root = fsspec.url_to_fs(config.url, **local)
    except (ImportError, ValueError) as error:
        raise EnvironmentMissingError(
            f"storage.url {config.url!r}: {error}. For s3:// `pip install 'nightschool[fleet]'`."
        ) from error
    return Shared(config.url, system, str(root).rstrip("/"))
