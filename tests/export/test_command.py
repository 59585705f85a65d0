"""`nightschool export` with a real registry: by number and alias, verified; one message where it cannot be."""

import shutil

import pytest
import yaml
from typer.testing import CliRunner

from nightschool.cli.app import app
from nightschool.config import Config, ModelConfig
from nightschool.errors import IntegrityError, UnknownVersionError, UsageError
from nightschool.export import Form
from nightschool.tracking import CHAMPION, CycleRuns, Registry
from tests.export import made
from tests.stores import migrated

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose registry holds one version, made as a cycle does: its settings file, and the version's files."""
    root = tmp_path_factory.mktemp("project")
    order = made.order(root / "made", Form.PEFT)
    config = Config(root=root, model=ModelConfig(base_model=str(order.base.folder)))
    migrated(root)
    registry, runs = Registry(config), CycleRuns(config, "c1")
    with runs.phase("register") as run:
        run.artifacts(order.version.adapter, "version/adapter")
        uri = run.artifacts(order.version.policy, "version/policy").rpartition("/")[0]
    digests = {"adapter_digest": order.version.digest, "policy_digest": order.version.policy_digest}
    version = registry.register(uri, run.run_id, {**order.version.tags, **digests})
    registry.client.set_registered_model_alias(registry.name, CHAMPION, version)
    settings = root / "settings.yaml"
    settings.write_text(yaml.safe_dump({"root": str(root), "model": {"base_model": str(order.base.folder)}}))
    return settings, registry.load(version)


def export(settings, *words):
    return CliRunner().invoke(app, ["export", *words, "--config", str(settings)])


def test_a_version_is_exported_by_number_and_by_alias_where_one_says_or_under_var(project, tmp_path):
    settings, version = project
    told = export(settings, CHAMPION, "--to", "peft", "--out", str(tmp_path / "out"))
    assert told.exit_code == 0, told.stdout
    assert told.stdout == f"{tmp_path / 'out'}: peft of version {version.version}\n"
    usual = export(settings, version.version, "--to", "gguf", "--dtype", "q8_0", "--control")
    assert usual.exit_code == 0, usual.output
    name = f"nightschool-rust-repair-{version.version}-gguf-q8_0-control"
    assert (settings.parent / "var/exports" / name / "model.gguf").is_file()


def test_the_loss_is_said(project, tmp_path):
    told = export(project[0], "1", "--to", "merged", "--dtype", "bf16", "--out", str(tmp_path / "out"))
    assert told.stdout.startswith("bf16: the stored update misses the trained one by ")


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        (("9", "--to", "peft"), UnknownVersionError, "no version '9'"),
        (("best", "--to", "peft"), UnknownVersionError, "no version 'best'"),
        (("challenger", "--to", "peft"), UnknownVersionError, "no challenger of"),
        (("1", "--to", "peft", "--control"), UsageError, "--control goes with"),
        (("1", "--to", "merged", "--dtype", "q8_0"), UsageError, "one of f32, f16, bf16"),
    ],
)
def test_what_cannot_be_had_is_one_message(project, tmp_path, words, error, message):
    told = export(project[0], *words, "--out", str(tmp_path / "out"))
    assert isinstance(told.exception, error)
    assert message in str(told.exception)
    assert list(tmp_path.iterdir()) == []


def test_changed_files_are_never_exported(project, tmp_path):
    """Last of its file: it breaks the version."""
    settings, version = project
    shutil.copy(version.adapter / "adapter_config.json", version.adapter / "more.json")
    told = export(settings, "1", "--to", "gguf", "--out", str(tmp_path / "out"))
    assert isinstance(told.exception, IntegrityError)
    assert "it was changed since" in str(told.exception)
    assert list(tmp_path.iterdir()) == []
