"""The folders of containers/kubernetes as a cluster gets them: valid by its schemas, and as Kustomize makes them."""

import copy
import os
import re
import shutil
import subprocess

import kubernetes_validate
import pytest
import yaml

from tests.kubernetes.rendering import BASE, NVIDIA, ROOT, containers, key, pods, rendered

VERSION = "1.33"
"""The first Kubernetes that has user namespaces and their /proc without being told."""
PROGRAMS = (["kubectl", "kustomize"], ["kustomize", "build"])
KUSTOMIZE = next((words for words in PROGRAMS if shutil.which(words[0])), None)


@pytest.mark.parametrize("folder", [BASE, NVIDIA], ids=lambda folder: folder.name)
def test_every_object_is_one_that_the_cluster_knows_to_the_last_field(folder):
    for one in rendered(folder):
        kubernetes_validate.validate(one, VERSION, strict=True)


def test_a_field_that_the_cluster_does_not_know_is_found():
    """The check above would be worth nothing if it let this through."""
    for spoil in (
        lambda pod: pod["spec"].update(hostUser=False),
        lambda pod: pod["spec"]["containers"][0]["resources"].update(limit={}),
        lambda pod: pod["spec"]["containers"][0].update(command="nightschool"),
    ):
        judge = next(one for one in rendered(BASE) if key(one) == ("Deployment", "nightschool-judge", "judge"))
        spoil(judge["spec"]["template"])
        with pytest.raises(kubernetes_validate.ValidationError):
            kubernetes_validate.validate(judge, VERSION, strict=True)


@pytest.mark.integration
@pytest.mark.skipif(KUSTOMIZE is None, reason="neither kubectl nor kustomize is installed")
@pytest.mark.parametrize("folder", [BASE, NVIDIA], ids=lambda folder: folder.name)
def test_kustomize_makes_the_same_of_it(folder):
    done = subprocess.run([*KUSTOMIZE, folder], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    theirs = {key(one): one for one in yaml.safe_load_all(done.stdout)}
    assert theirs == {key(one): one for one in rendered(folder)}


@pytest.mark.integration
@pytest.mark.skipif(KUSTOMIZE is None, reason="neither kubectl nor kustomize is installed")
def test_the_overlay_that_the_page_shows_does_what_the_page_says(tmp_path):
    page = (ROOT / "docs/howto-kubernetes.md").read_text()
    shown = re.search(r"^```kustomize\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1]
    shown = shown.replace("../containers", os.path.relpath(ROOT / "containers", tmp_path))
    (tmp_path / "kustomization.yaml").write_text(shown)
    done = subprocess.run([*KUSTOMIZE, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = list(yaml.safe_load_all(done.stdout))
    claims = [one["spec"]["storageClassName"] for one in made if one["kind"] == "PersistentVolumeClaim"]
    assert claims == ["nfs"] * 4
    images = {one["image"] for pod in pods(made).values() for one in containers(pod)}
    assert "registry.example.org/nightschool/trainer:0.1.0" in images
    assert not any(image.startswith("nightschool/trainer") for image in images)


def test_the_overlay_gives_one_accelerator_to_the_worker_of_queue_gpu_and_changes_nothing_else():
    base, nvidia = pods(rendered(BASE)), copy.deepcopy(pods(rendered(NVIDIA)))
    (worker,) = [one for one in containers(nvidia["worker-gpu"]) if one["name"] == "worker"]
    assert worker["resources"]["limits"].pop("nvidia.com/gpu") == "1"
    assert nvidia == base
