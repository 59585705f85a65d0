"""What belongs to a workspace besides its members, and what of it cargo runs while it builds.

Covered: path dependencies outside of the workspace; packages that build scripts and procedural macros are made of, with
all features on. Not covered: what cargo cannot resolve (offline, say): nothing is known of it then.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nightschool.cargo.messages import Json
from nightschool.cargo.workspace import cargo_program

OFFLINE = ("--offline", "--locked", "--frozen")


@dataclass(frozen=True, slots=True)
class Graph:
    """Packages by what matters here."""

    local: tuple[Path, ...] = ()
    """Folders of all packages that come from no registry, sorted."""
    at_build: frozenset[str] = frozenset()
    """Ids of packages whose library runs while cargo builds."""


def graph(folder: Path, environment: Mapping[str, str], arguments: Sequence[str]) -> Graph:
    """The graph around a package; `arguments` of the user's that keep cargo from the network are given on."""
    more = [one for one in arguments if one in OFFLINE]
    command = [cargo_program(), "metadata", "--format-version=1", "--all-features", *more]
    done = subprocess.run(command, cwd=folder, env=dict(environment), capture_output=True, check=False)
    if done.returncode:
        return Graph()
    data = json.loads(done.stdout)
    local = {Path(one["manifest_path"]).parent for one in data["packages"] if one["source"] is None}
    return Graph(tuple(sorted(local)), _at_build(data))


def _at_build(data: Json) -> frozenset[str]:
    nodes = {one["id"]: one["deps"] for one in data["resolve"]["nodes"]}
    kinds = {one["id"]: {kind for target in one["targets"] for kind in target["kind"]} for one in data["packages"]}
    waiting = [package for package, has in kinds.items() if "proc-macro" in has]
    waiting += [package for deps in nodes.values() for package in _of(deps, "build")]
    found: set[str] = set()
    while waiting:
        package = waiting.pop()
        if package not in found:
            found.add(package)
            waiting += _of(nodes.get(package, []), None)
    return frozenset(found)


def _of(deps: Sequence[Json], kind: str | None) -> list[str]:
    return [one["pkg"] for one in deps if any(each["kind"] == kind for each in one["dep_kinds"])]
