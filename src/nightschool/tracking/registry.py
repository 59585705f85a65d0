"""The registered model: versions, the aliases `challenger` and `champion`, and the files behind them.

Covered: registering an adapter and its policy (chooser, patterns) as one version exactly once, reading whoever is
champion, pointing an alias under a lock with the change in the ledger, refusing what was tampered with; files behind a
server, downloaded once and verified each time.
Not covered: who may become champion (`promotion.py`) and why (`evidence.py`); loading weights; nothing here goes
through pyfunc or pickle; a lock over several machines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock

from nightschool.config import Config
from nightschool.errors import IntegrityError, RegistryError, UnknownVersionError
from nightschool.files import digest_folder, mark_used
from nightschool.tracking.download import download, local_path
from nightschool.tracking.ledger import Entry, ledger_of
from nightschool.tracking.packed import packed, unpacked
from nightschool.tracking.store import mlflow_command, open_client

CHAMPION, CHALLENGER = "champion", "challenger"
ADAPTER_TAG = "adapter_digest"
BASE_TAG = "base_digest"
POLICY_TAG = "policy_digest"
DIGESTS = (ADAPTER_TAG, POLICY_TAG)
"""Tags that say which files a version is made of."""
ADAPTER, POLICY = "adapter", "policy"
"""Folders of a version: PEFT's files, and the chooser and patterns that go with them."""


@dataclass(frozen=True)
class Registered:
    """A verified version: the local folders of its adapter and policy, and the tags with its evidence."""

    version: str
    adapter: Path
    digest: str
    """Of the adapter."""
    tags: Mapping[str, str]
    policy: Path
    policy_digest: str


class Registry:
    """The configured registered model and its ledger."""

    def __init__(self, config: Config) -> None:
        self.name = config.tracking.model_name
        self.client: Any = open_client(config)
        self._command = partial(mlflow_command, config)
        self.downloads = config.var / "registry" / self.name
        self.ledger = ledger_of(config)
        folder = self.ledger.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        self.lock = FileLock(folder / "registry.lock")

    def register(self, uri: str, run_id: str, tags: Mapping[str, str], description: str = "") -> str:
        """Register the folder at `uri` (adapter/ and policy/) once: the same of one cycle is returned as it is.

        `tags` must hold `adapter_digest`, `policy_digest`, `base_digest` and `cycle`; the ledger keeps all of them and
        is believed.
        `description` is for people who look at MLflow's page, where digests are one tag (`packed`).
        Returns the version number.
        """
        with self.lock:
            self._ensure_model()
            same = [v for v in self._versions() if all(unpacked(v.tags).get(k) == tags[k] for k in (*DIGESTS, "cycle"))]
            new = {"tags": packed(tags), "description": description}
            made = same[0] if same else self.client.create_model_version(self.name, uri, run_id, **new)
            version = str(made.version)
            key = ":".join((self.name, version, tags["cycle"], *(tags[name][:12] for name in DIGESTS)))
            self.ledger.append("register", key, {"model": self.name, "version": version, "tags": dict(tags)})
            return version

    def alias(self, alias: str) -> str | None:
        """The version behind an alias; None if it is not set."""
        if not self._exists():
            return None
        aliases = self.client.get_registered_model(self.name).aliases
        return str(aliases[alias]) if alias in aliases else None

    def challenge(self, version: str, cycle: str) -> Entry:
        """Call a verified version `challenger`; once a cycle. Who is champion is changed by `promotion` alone."""
        with self.lock:
            facts = {"who": "cycle", "why": f"passed the gate in {cycle}", "digest": self.load(version).digest}
            return self.point(CHALLENGER, version, facts, f"{CHALLENGER}:{cycle}")

    def point(self, alias: str, version: str | None, facts: Mapping[str, Any], key: str = "") -> Entry:
        """Point `alias` at a version, or nowhere, and write it with `facts` into the ledger; the caller locks."""
        before = self.alias(alias)
        if version is None and before is not None:
            self.client.delete_registered_model_alias(self.name, alias)
        elif version is not None and before != version:
            self.client.set_registered_model_alias(self.name, alias, version)
        count = sum(1 for _ in self.ledger.entries())
        data = {"model": self.name, "alias": alias, "from": before, "to": version, **facts}
        return self.ledger.append("alias", key or f"{alias}:{version}:{count}", data)

    def champion(self, base_digest: str) -> Registered | None:
        """Whoever the registry names champion, verified; None on a registry without one.

        Raises RegistryError when the alias points nowhere, IntegrityError when the adapter was changed or
        belongs to another base model.
        """
        version = self.alias(CHAMPION)
        return self.verified(version, base_digest) if version is not None else None

    def verified(self, version: str, base_digest: str) -> Registered:
        """A version whose files are those registered and whose base model is this one. Raises as `champion` does."""
        registered = self.load(version)
        if registered.tags.get(BASE_TAG) != base_digest:
            raise IntegrityError(
                f"Version {version} of {self.name!r} is an adapter of base {registered.tags.get(BASE_TAG, '?')[:12]}, "
                f"not of {base_digest[:12]}; set model.base_model back, or {self._way_out(version)}."
            )
        return registered

    def load(self, version: str) -> Registered:
        """A version with the files of adapter and policy checked against the digests it was registered with."""
        found = self._version(version)
        tags = unpacked(found.tags)
        wanted = {ADAPTER: tags.get(ADAPTER_TAG, ""), POLICY: tags.get(POLICY_TAG, "")}
        home = self._files(str(found.source), str(version), wanted)
        digests = {part: self._checked(str(version), home / part, digest) for part, digest in wanted.items()}
        parts = (home / ADAPTER, digests[ADAPTER], tags, home / POLICY, digests[POLICY])
        return Registered(str(version), *parts)

    def _checked(self, version: str, folder: Path, wanted: str) -> str:
        """The folder's digest, which must be the registered one."""
        if not folder.is_dir():
            raise RegistryError(
                f"Version {version} of {self.name!r} has no files at {folder}: `mlflow gc` takes those of deleted "
                f"runs. Restore them from a backup, or {self._way_out(version)}."
            )
        digest = digest_folder(folder)
        if digest != wanted:
            raise IntegrityError(
                f"{folder.name.capitalize()} of version {version} of {self.name!r} has digest {digest[:12]}, "
                f"registered was {wanted[:12] or 'none'}; it was changed since. "
                f"Restore {folder}, or {self._way_out(version)}."
            )
        return digest

    def require(self, version: str) -> None:
        """Raise UnknownVersionError for a number that was never registered: before anything costly is opened."""
        self._version(version)

    def tags(self, version: str) -> dict[str, str]:
        """A version's tags as MLflow has them now; nothing is verified."""
        return unpacked(self._version(version).tags)

    def kept(self, version: str) -> None:
        """Raise RegistryError where the version's files go with the next `mlflow gc`, or have gone: see its run."""
        run = self._run(version)
        experiment = self.client.get_experiment(run.info.experiment_id)
        for stage, what, restore in (
            (experiment.lifecycle_stage, "experiment", f"experiments restore --experiment-id {run.info.experiment_id}"),
            (run.info.lifecycle_stage, "run", f"runs restore --run-id {run.info.run_id}"),
        ):
            if stage == "deleted":
                raise RegistryError(
                    f"The {what} that holds the files of version {version} of {self.name!r} was deleted in MLflow; "
                    f"`mlflow gc` would take them for good. Bring it back: `{self._command(restore)}`, "
                    f"or {self._way_out(version)}."
                )

    def _run(self, version: str) -> Any:
        """The run that registered a version."""
        import mlflow.exceptions

        try:
            return self.client.get_run(self._version(version).run_id)
        except mlflow.exceptions.MlflowException as error:
            raise RegistryError(
                f"The run that registered version {version} of {self.name!r} is gone, and its files with it, as after "
                f"`mlflow gc`; restore mlruns/ from a backup, or {self._way_out(version)}."
            ) from error

    def artifact(self, version: str, place: str) -> Path:
        """A file of the run that registered the version, as a local path. Raises RegistryError if it is not there."""
        run = self._run(version)
        source = f"{run.info.artifact_uri}/{place}"
        path = local_path(source) or download(source, self.downloads / f"run-of-{version}" / place)
        if not path.exists():
            raise RegistryError(f"The run of version {version} of {self.name!r} has no {place!r} at {path}.")
        return path

    def _way_out(self, version: str) -> str:
        """What to do about a version that cannot be used."""
        if self.alias(CHAMPION) == str(version):
            return "go back to the champion before it: `nightschool rollback --reason ...`"
        return "take another version: `nightschool history --ledger` lists them"

    def _files(self, source: str, version: str, wanted: Mapping[str, str]) -> Path:
        """Where a version's files are; those behind a server are downloaded unless the wanted ones are here already."""
        local = local_path(source)
        if local is not None:
            return local
        kept = self.downloads / version / source.rpartition("/")[2]
        if all((kept / part).is_dir() and digest_folder(kept / part) == digest for part, digest in wanted.items()):
            mark_used(kept)
            return kept
        return download(source, kept.parent)

    def _version(self, version: str) -> Any:
        import mlflow.exceptions

        try:
            return self.client.get_model_version(self.name, version)
        except mlflow.exceptions.MlflowException as error:
            raise UnknownVersionError(
                f"The registry has no version {version!r} of {self.name!r}; `nightschool history --ledger` lists them."
            ) from error

    def _versions(self) -> list[Any]:
        return list(self.client.search_model_versions(f"name = '{self.name}'"))

    def _exists(self) -> bool:
        return bool(self.client.search_registered_models(f"name = '{self.name}'"))

    def _ensure_model(self) -> None:
        if not self._exists():
            about = "Policies that repair Rust compile errors: LoRA adapter, chooser, patterns."
            self.client.create_registered_model(self.name, description=about)
