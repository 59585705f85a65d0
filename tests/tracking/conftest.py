"""A real MLflow store for each test, copied from one that was migrated once."""

import pytest

from nightschool.config import Config
from nightschool.files import digest_folder
from nightschool.tracking import CycleRuns, Registry
from tests.stores import migrated


@pytest.fixture
def config(tmp_path):
    migrated(tmp_path / "project")
    return Config(root=tmp_path / "project")


@pytest.fixture
def registry(config):
    return Registry(config)


def version_files(folder, name):
    """Write a version's adapter and policy; returns the tags that name them."""
    for part, file in (("adapter", "adapter_model.safetensors"), ("policy", "chooser.json")):
        (folder / part).mkdir(parents=True)
        (folder / part / file).write_bytes(f"{part} of {name}".encode())
    return {f"{part}_digest": digest_folder(folder / part) for part in ("adapter", "policy")}


@pytest.fixture
def make_version(config, registry, tmp_path):
    """Register a version as the cycle of that name does, after a gate with that outcome; returns the version."""

    def make(cycle, outcome="passed"):
        return registered(config, registry, tmp_path / cycle, outcome)

    return make


def registered(config, registry, folder, outcome="passed"):
    """Register a version of a cycle, which has the folder's name."""
    cycle = folder.name
    digests = version_files(folder, cycle)
    decision = {"outcome": outcome, "checks": [], "evidence_digest": f"decision of {cycle}"}
    registry.ledger.append("gate", cycle, decision)
    runs = CycleRuns(config, cycle)
    with runs.phase("register") as run:
        uri = run.artifacts(folder, "version")
    tags = digests | {"base_digest": "base", "cycle": cycle, "frozen": "24/30"}
    return registry.register(uri, run.run_id, tags | {"gate_decision": decision["evidence_digest"]})
