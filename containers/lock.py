"""Print containers/more.lock: the packages that the images need beside requirements.lock, at the versions pip chooses.

Run by `make lock-images`. Covered: what containers/*/requirements.txt and the trainer's extras name and all they ask
for, resolved together and without installing.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from named import trainer

ROOT = Path(__file__).resolve().parents[1]
HEADER = "# What the images need beside requirements.lock; written by `make lock-images`."


def chosen() -> dict[str, str]:
    """Normalised name to version of everything that the images' requirements resolve to."""
    files = sorted((ROOT / "containers").glob("*/requirements.txt"))
    named = [*trainer(ROOT / "pyproject.toml"), *(f"--requirement={path}" for path in files)]
    options = ["--quiet", "--dry-run", "--ignore-installed", f"--constraint={ROOT / 'requirements.lock'}"]
    command = [sys.executable, "-m", "pip", "install", *options, *named, "--report=-"]
    report = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    found = [one["metadata"] for one in report["install"]]
    return {normalised(one["name"]): one["version"] for one in found}


def normalised(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    locked = re.findall(r"^([\w.-]+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    known = {normalised(name) for name in locked}
    lines = [f"{name}=={version}" for name, version in sorted(chosen().items()) if name not in known]
    sys.stdout.write("\n".join([HEADER, *lines]) + "\n")
