"""How long pages of *Night School* take in a real Chromium, by number of nights.

    PYTHONPATH=.:plugins python benchmarks/page_seen.py [--nights 365] [--koans 200] [--again 5] [--write FILE]

The nights of `benchmarks/page.py`, served by uvicorn on loopback without Airflow's login. Milliseconds since the
browser asked, by its own clock (Navigation Timing): the answer's last byte, the page drawn for the first time
(first contentful paint), everything loaded. First: a server that has read nothing, a window without a cache; then the
median of `--again` more looks in that window. On a shared machine read the processor's milliseconds, means of those
looks: of the server with the test's own client, and of Chromium with its driver. Needs what `tests/pictures` needs.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from benchmarks.page import made
from playwright.sync_api import sync_playwright
from tests.pictures.looking import opened
from tests.pictures.serving import served_page

HEAD = (
    "nights", "page", "elements", "first: answer, drawn, loaded", "again: answer, drawn, loaded",
    "processor: server, browser",
)  # fmt: skip
TIMES = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
    const went = performance.getEntriesByType('navigation')[0];
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    done([went.responseEnd, paint ? paint.startTime : NaN, went.loadEventEnd]);
}, 50)))"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--nights", type=int, nargs="+", default=[365])
    parser.add_argument("--koans", type=int, default=200)
    parser.add_argument("--again", type=int, default=5)
    parser.add_argument("--write", type=Path)
    said = parser.parse_args()
    lines = [f"| {' | '.join(HEAD)} |", "|---" * len(HEAD) + "|"]
    with sync_playwright() as driver:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for count in said.nights:
            lines += measured(browser, count, said.koans, said.again)
    print("\n".join(lines))
    if said.write:
        said.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measured(browser: Any, count: int, koans: int, again: int) -> list[str]:
    """A row a page."""
    with tempfile.TemporaryDirectory() as folder:
        config, night = made(Path(folder), count, koans)
        rows = []
        for page in ("/", f"/nights/{night}", "/koans", "/groups", "/koans/dev/dev-000"):
            with served_page(config) as address:
                elements, *times = looked(browser, address + page, again)
            row = (str(count), page.replace(night, "..."), str(elements), *map(shown, times))
            rows.append(f"| {' | '.join(row)} |")
        return rows


def looked(browser: Any, address: str, again: int) -> tuple[int, list[float], list[float], list[float]]:
    """Elements of the page, times of the first look, medians of the others, processor times of a look."""
    with opened(browser, "light") as page:
        looks = [look(page, address)]
        before = busy()
        looks += [look(page, address) for _ in range(again)]
        took = [1000 * (end - begin) / again for begin, end in zip(before, busy(), strict=True)]
        elements = page.evaluate("document.getElementsByTagName('*').length")
    return elements, looks[0], [statistics.median(column) for column in zip(*looks[1:], strict=True)], took


def look(page: Any, address: str) -> list[float]:
    """Milliseconds until the answer's last byte, the first drawing, and everything loaded."""
    page.goto(address, wait_until="load")
    times: list[float] = page.evaluate(TIMES)
    return times


def busy() -> tuple[float, float]:
    """Processor seconds of this process, which serves, and of all below it, which draw."""
    below = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
    return time.process_time(), sum(one.user + one.system for one in below)


def shown(times: list[float]) -> str:
    return ", ".join(f"{one:.0f}" for one in times)


if __name__ == "__main__":
    main()
