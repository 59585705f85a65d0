"""Changed code on images that are there, in a real engine: what was changed is new, what was removed is gone."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from tests.containers.conftest import docker

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("conf", "dags", "expectations", "koans", "plugins", "src")
pytestmark = pytest.mark.docker


@pytest.fixture
def context(base, tmp_path):
    """A checkout of one file a folder, and the name of an image that holds it with a Python for the compile."""
    for folder in FOLDERS:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "old.py").write_text("old = 1\n")
    shutil.copy(ROOT / "containers" / "code.Dockerfile", tmp_path)
    tag = f"nightschool/test-{uuid4().hex[:8]}"
    yield tmp_path, tag
    docker("rmi", "--force", *(f"{tag}:{one}" for one in ("whole", "code")), check=False)


@pytest.mark.parametrize(("has", "kind"), [(FOLDERS, "trainer"), (("conf", "dags", "plugins", "src"), "airflow")])
def test_the_image_holds_the_checkout_of_now_and_no_folder_that_it_did_not_have(context, base, has, kind):
    folder, tag = context
    copies = "".join(f"COPY {one} /opt/nightschool/{one}\n" for one in has)
    python = "RUN printf '#!/bin/sh\\n' >/usr/bin/python3 && chmod +x /usr/bin/python3\n"  # it only compiles
    (folder / "Dockerfile").write_text(f"FROM {base}\n{python}{copies}")
    environment = {"DOCKER_BUILDKIT": "0", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    docker("build", "--tag", f"{tag}:whole", str(folder), env=environment)
    for one in FOLDERS:
        (folder / one / "old.py").rename(folder / one / "new.py")
    build = ("build", "--file", str(folder / "code.Dockerfile"), "--build-arg", f"WHOLE={tag}:whole")
    docker(*build, "--tag", f"{tag}:code", str(folder), env=environment)
    found = docker("run", "--rm", f"{tag}:code", "sh", "-c", "cd /opt/nightschool && find . -name '*.py'; id -u").stdout
    assert sorted(found.split()) == sorted([*(f"./{one}/new.py" for one in has), "10001"]), kind
