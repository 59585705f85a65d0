"""Print what a pyproject.toml says the trainer needs, a requirement a line: named.py PYPROJECT.

The library's own dependencies and a team's extras, `fleet` and `kubernetes`. Standard library only: a build runs it.
"""

import sys
import tomllib
from pathlib import Path

EXTRAS = ("fleet", "kubernetes")


def trainer(pyproject: Path) -> list[str]:
    """Requirements of the library and of the extras in its trainer image."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(line for extra in EXTRAS for line in extras[extra])]


if __name__ == "__main__":
    sys.stdout.write("\n".join(trainer(Path(sys.argv[1]))) + "\n")
