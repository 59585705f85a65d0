"""What `kustomize build` makes of a folder, for the little of it that ours use; anything else is an error.

Covered: resources (files and folders), and patches as lists of `add` for one kind and name. Not covered: all the rest
of Kustomize, which test_rendering.py asks itself where it is installed.
"""

import copy
from pathlib import Path

import yaml

from tests.parsed import read_all, read_yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "containers/kubernetes"
BASE = FOLDER / "base"
NVIDIA = FOLDER / "nvidia"
KNOWN = {"apiVersion", "kind", "resources", "patches"}


def rendered(folder):
    """Every object of a folder with a kustomization.yaml."""
    said = read_yaml(folder / "kustomization.yaml")
    assert set(said) <= KNOWN, f"{folder}: {set(said) - KNOWN} is read by nobody here"
    objects = [one for name in said["resources"] for one in resources(folder / name)]
    for patch in said.get("patches", []):
        patched(objects, patch)
    names = [key(one) for one in objects]
    assert len(set(names)) == len(names), f"{folder}: an object is there twice"
    return objects


def resources(path):
    return rendered(path.resolve()) if path.is_dir() else read_all(path)


def key(one):
    return one["kind"], one["metadata"].get("namespace", ""), one["metadata"]["name"]


def patched(objects, patch):
    assert set(patch) == {"target", "patch"}
    assert set(patch["target"]) == {"kind", "name"}
    wanted = patch["target"]
    (target,) = [one for one in objects if (one["kind"], one["metadata"]["name"]) == (wanted["kind"], wanted["name"])]
    for step in yaml.safe_load(patch["patch"]):
        assert (step["op"], set(step)) == ("add", {"op", "path", "value"})
        *way, last = [word.replace("~1", "/").replace("~0", "~") for word in step["path"].split("/")[1:]]
        place = target
        for word in way:
            place = place[int(word) if isinstance(place, list) else word]
        place[last] = copy.deepcopy(step["value"])


def pods(objects):
    """Each Deployment's or Job's pod by its name."""
    return {one["metadata"]["name"]: one["spec"]["template"] for one in objects if one["kind"] in ("Deployment", "Job")}


def containers(pod):
    """Every container of a pod, those that start first too."""
    return [*pod["spec"].get("initContainers", []), *pod["spec"]["containers"]]


def settings(objects, kind, name):
    """An object's own part: the data of a ConfigMap, the spec of the rest."""
    (found,) = [one for one in objects if (one["kind"], one["metadata"]["name"]) == (kind, name)]
    return found["data"] if kind == "ConfigMap" else found["spec"]
