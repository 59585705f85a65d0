"""The registered model: versions, the aliases `challenger` and `champion`, and the evidence they carry.

Covered: registering an adapter exactly once, reading whoever is champion, setting an alias under a lock
with the change in the ledger, refusing what was tampered with. Not covered: loading weights; nothing here
goes through pyfunc or pickle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from filelock import FileLock

from nightschool.config import Config
from nightschool.errors import IntegrityError, RegistryError
from nightschool.files import digest_folder
from nightschool.tracking.ledger import Entry, Ledger
from nightschool.tracking.store import open_client

CHAMPION, CHALLENGER = "champion", "challenger"
ADAPTER_TAG = "adapter_digest"
BASE_TAG = "base_digest"
POLICY_TAG = "policy"
"""How the version is best used, chosen on dev: model, hybrid or suggestions."""


@dataclass(frozen=True)
class Registered:
    """A verified version: its adapter's local folder and the tags with its evidence."""

    version: str
    adapter: Path
    digest: str
    tags: Mapping[str, str]


class Registry:
    """The configured registered model and its ledger."""

    def __init__(self, config: Config) -> None:
        self.name = config.tracking.model_name
        self.client: Any = open_client(config)
        folder = (config.root / config.tracking.artifacts).resolve().parent
        folder.mkdir(parents=True, exist_ok=True)
        self.ledger = Ledger(folder / "ledger.jsonl")
        self._lock = FileLock(folder / "registry.lock")

    def register(self, uri: str, run_id: str, tags: Mapping[str, str]) -> str:
        """Register the adapter at `uri` once: a version with the same adapter and cycle is returned as it is.

        `tags` must hold `adapter_digest`, `base_digest` and `cycle`. Returns the version number.
        """
        with self._lock:
            self._ensure_model()
            for version in self._versions():
                if all(version.tags.get(k) == tags[k] for k in (ADAPTER_TAG, "cycle")):
                    return str(version.version)
            made = self.client.create_model_version(self.name, uri, run_id=run_id, tags=dict(tags))
            return str(made.version)

    def alias(self, alias: str) -> str | None:
        """The version behind an alias; None if it is not set."""
        if not self._exists():
            return None
        aliases = self.client.get_registered_model(self.name).aliases
        return str(aliases[alias]) if alias in aliases else None

    def set_alias(self, alias: str, version: str, who: str, why: str, key: str = "") -> Entry:
        """Point `alias` at a verified version and write who, why, from and to into the ledger."""
        with self._lock:
            registered = self.load(version)
            before = self.alias(alias)
            entry = {
                "alias": alias,
                "from": before,
                "to": version,
                "who": who,
                "why": why,
                "digest": registered.digest,
            }
            if before != version:
                self.client.set_registered_model_alias(self.name, alias, version)
            count = sum(1 for _ in self.ledger.entries())
            return self.ledger.append("alias", key or f"{alias}:{version}:{count}", entry)

    def previous(self, alias: str) -> str | None:
        """The version that `alias` pointed at before the one it points at now, from the ledger."""
        moves = [e.data for e in self.ledger.entries() if e.event == "alias" and e.data["alias"] == alias]
        current = self.alias(alias)
        return next(
            (m["from"] for m in reversed(moves) if m["to"] == current and m["from"] not in (None, current)), None
        )

    def champion(self, base_digest: str) -> Registered | None:
        """Whoever the registry names champion, verified; None on a registry without one.

        Raises RegistryError when the alias points nowhere, IntegrityError when the adapter was changed or
        belongs to another base model.
        """
        version = self.alias(CHAMPION)
        if version is None:
            return None
        registered = self.load(version)
        if registered.tags.get(BASE_TAG) != base_digest:
            raise IntegrityError(
                f"Version {version} of {self.name!r} is an adapter of base {registered.tags.get(BASE_TAG, '?')[:12]}, "
                f"not of {base_digest[:12]}; set model.base_model back, or move the alias: `nightschool rollback`."
            )
        return registered

    def load(self, version: str) -> Registered:
        """A version with its files checked against the digest it was registered with."""
        found = self._version(version)
        folder = _local(self.client, found)
        if not folder.is_dir():
            raise RegistryError(
                f"Version {version} of {self.name!r} has no files at {folder}; roll back with `nightschool rollback`."
            )
        digest, wanted = digest_folder(folder), found.tags.get(ADAPTER_TAG, "")
        if digest != wanted:
            raise IntegrityError(
                f"Adapter of version {version} of {self.name!r} has digest {digest[:12]}, registered was "
                f"{wanted[:12] or 'none'}; it was changed since. Roll back with `nightschool rollback`."
            )
        return Registered(str(version), folder, digest, dict(found.tags))

    def _version(self, version: str) -> Any:
        import mlflow.exceptions

        try:
            return self.client.get_model_version(self.name, version)
        except mlflow.exceptions.MlflowException as error:
            raise RegistryError(
                f"The registry has no version {version!r} of {self.name!r}; `nightschool history` lists them."
            ) from error

    def _versions(self) -> list[Any]:
        return list(self.client.search_model_versions(f"name = '{self.name}'"))

    def _exists(self) -> bool:
        return bool(self.client.search_registered_models(f"name = '{self.name}'"))

    def _ensure_model(self) -> None:
        if not self._exists():
            self.client.create_registered_model(self.name, description="LoRA adapters that repair Rust compile errors.")


def _local(client: Any, version: Any) -> Path:
    """Local folder of a version's files; remote artifact stores are downloaded to a temporary folder."""
    source = str(version.source)
    if source.startswith("file:"):
        return Path(unquote(urlparse(source).path))
    if "://" not in source and not source.startswith(("models:", "runs:")):
        return Path(source)
    import mlflow.artifacts

    return Path(mlflow.artifacts.download_artifacts(artifact_uri=source))
