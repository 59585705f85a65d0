"""Write the pages, or with --check say which are stale; names after it mean these alone."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "docs" / "reference"
PAGES = {"config": "settings", "commands": "commands", "formats": "formats", "dags": "dags", "api": "api"}
"""Module by page."""


def main() -> None:
    """Entry point of `python -m tools.reference`."""
    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; end 1 if a page is stale")
    parser.add_argument("pages", nargs="*", choices=[*PAGES, []], help="all of them if none is named")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        _settle(home)
        stale = [name for name in said.pages or PAGES if not _same(name, write=not said.check)]
    if stale and said.check:
        sys.exit(f"Stale in {PLACE.relative_to(ROOT)}: {', '.join(stale)}. Run `make reference`.")


def _settle(home: str) -> None:
    """The same pages everywhere: Airflow in an empty home, and none of our variables."""
    for name in [name for name in os.environ if name.startswith(("NIGHTSCHOOL_", "AIRFLOW__"))]:
        del os.environ[name]
    os.environ |= {"AIRFLOW_HOME": home, "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "NIGHTSCHOOL_ROOT": str(ROOT)}
    sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "dags")]


def _same(name: str, write: bool) -> bool:
    """Whether the page on the disk is what the code says now; written if it is not, where that is wanted."""
    page, place = importlib.import_module(f"tools.reference.{PAGES[name]}").page(), PLACE / f"{name}.md"
    same = place.is_file() and place.read_text(encoding="utf-8") == page
    if write and not same:
        place.parent.mkdir(exist_ok=True)
        place.write_text(page, encoding="utf-8")
        print(f"wrote {place.relative_to(ROOT)}")
    return same


if __name__ == "__main__":
    main()
