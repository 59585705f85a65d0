"""A file's edition is its package's, as Cargo would find it."""

from pathlib import Path

import pytest

from nightschool.errors import UsageError
from nightschool.rust.edition import edition_of

NEW, OLD = '[package]\nedition = "2024"\n', '[package]\nedition = "2018"\n'
INHERITS, VIRTUAL = "[package]\nedition.workspace = true\n", "[workspace]\nmembers = ['a']\n"
SHARED = VIRTUAL + '[workspace.package]\nedition = "2024"\n'


def file_in(root: Path, manifests: dict[str, str]) -> Path:
    """A file a/src/lib.rs below `root`, with these manifests, by folder."""
    (root / "a" / "src").mkdir(parents=True)
    for folder, text in manifests.items():
        (root / folder).mkdir(exist_ok=True)
        (root / folder / "Cargo.toml").write_text(text)
    return root / "a" / "src" / "lib.rs"


@pytest.mark.parametrize(
    ("manifests", "edition"),
    [
        ({}, "2021"),
        ({"a": NEW}, "2024"),
        ({"a": NEW, ".": OLD}, "2024"),  # the nearest one
        ({".": OLD}, "2018"),
        ({"a": "[package]\n"}, "2015"),  # as Cargo has it
        ({"a": INHERITS, ".": SHARED}, "2024"),
        ({"a": INHERITS + "workspace = '../b'\n", "b": SHARED, ".": "[package]\n"}, "2024"),
        ({"a": INHERITS + SHARED}, "2024"),  # a workspace whose root is the package
        ({".": VIRTUAL}, "2021"),  # a workspace is no package
    ],
)
def test_the_nearest_package_names_the_edition(tmp_path: Path, manifests: dict[str, str], edition: str) -> None:
    assert edition_of(file_in(tmp_path, manifests)) == edition


@pytest.mark.parametrize(
    ("manifests", "message"),
    [
        ({"a": '[package]\nedition = "2027"\n'}, r"a/Cargo.toml names edition '2027'; known are 2015.*--edition"),
        ({"a": INHERITS}, "names edition None"),
        ({"a": INHERITS, ".": VIRTUAL}, "names edition None"),
        ({"a": "[package"}, r"Cannot read .*a/Cargo.toml.*--edition"),
    ],
)
def test_a_manifest_without_a_known_edition_is_refused(tmp_path: Path, manifests: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        edition_of(file_in(tmp_path, manifests))
