"""How long the page *Night School* takes, by number of nights.

    PYTHONPATH=.:plugins python benchmarks/page.py [--nights 1 365 1000] [--koans 200] [--write FILE]

Nights are made up (`tests.nights.making`) as phases leave them: 200 koans a suite, six arms on dev and shadow, of the
last three nights the reports too. First: a process that has read nothing yet. Again: median of five. Next night: the
first request after one more night was published. Whole requests through the app, without Airflow's login.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from starlette.testclient import TestClient
from tests.nights.making import make_night, many_nights, promote

from nightschool.config import Config
from nightschool.nights import NightIndex, Nights
from nightschool_airflow.page.app import page_app

HEAD = ("nights", "page", "kB", "first, ms", "its CPU, ms", "again, ms", "next night, ms")
AGAIN = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nights", type=int, nargs="+", default=[1, 365, 1000])
    parser.add_argument("--koans", type=int, default=200)
    parser.add_argument("--write", type=Path)
    said = parser.parse_args()
    rows = [row for count in said.nights for row in measure(count, said.koans)]
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|", *(f"| {' | '.join(row)} |" for row in rows)]
    print("\n".join(lines))
    if said.write:
        said.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(count: int, koans: int) -> list[list[str]]:
    """A row a page."""
    with tempfile.TemporaryDirectory() as folder:
        config, night = made(Path(folder), count, koans)
        pages = ("/", f"/nights/{night}", "/koans", "/groups", "/koans/dev/dev-000", "/api/nights", "/api/curve")
        rows = [[str(count), page.replace(night, "..."), *timed(config, page)] for page in pages]
        return [[*row, after(config, page, n)] for n, (row, page) in enumerate(zip(rows, pages, strict=True))]


def made(folder: Path, count: int, koans: int) -> tuple[Config, str]:
    """An installation after `count` simulated nights, a promotion every fortieth, and its latest night."""
    config = Config(root=folder)
    many_nights(config, count, size=koans)
    for version in range(1, count // 40 + 1):
        promote(config, str(version - 1), str(version), key=str(version))
    return config, NightIndex(config).nights()[0].night


def timed(config: Config, page: str) -> list[str]:
    """Size, the first time and the times after it, in a reader of its own."""
    client = opened(config)
    busy = time.process_time()
    first, size = asked(client, page)
    busy = 1000 * (time.process_time() - busy)
    again = statistics.median(asked(client, page)[0] for _ in range(AGAIN))
    return [f"{size / 1e3:.0f}", f"{first:.0f}", f"{busy:.0f}", f"{again:.0f}"]


def after(config: Config, page: str, number: int) -> str:
    """The first request after another night."""
    client = opened(config)
    asked(client, page)
    make_night(config, f"manual__2030-01-{number + 1:02}T02-00-00", {("policy", "dev"): "pf" * 100})
    return f"{asked(client, page)[0]:.0f}"


def opened(config: Config) -> TestClient:
    """The app with readers that have read nothing, its templates compiled."""
    client = TestClient(page_app(Nights(config), lambda: None, lambda: None))
    client.get("/static/style.css")
    return client


def asked(client: TestClient, page: str) -> tuple[float, int]:
    """Milliseconds, bytes."""
    began = time.perf_counter()
    found = client.get(page)
    assert found.status_code == 200, found.text
    return 1000 * (time.perf_counter() - began), len(found.content)


if __name__ == "__main__":
    main()
