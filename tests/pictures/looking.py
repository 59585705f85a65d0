"""One look at a page: its picture, what is too wide, what it loaded, what axe-core finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WIDTHS = {"wide": 1280, "narrow": 400}
HEIGHT = 900
SCHEMES = ("light", "dark")
GRAVE = ("serious", "critical")
RULES = "{resultTypes: ['violations']}"
"""All of axe-core's rules, WCAG 2.2 AA and best practice; elements are told of violations only."""
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass(slots=True)
class Look:
    """What a browser saw."""

    too_wide: dict[str, int]
    """Pixels that the page is wider than its window, by the window's name."""
    title: str
    elsewhere: list[str]
    """Addresses of other hosts that were asked for."""
    complaints: list[str]
    """Errors on the console, dialogs, files that were not there."""
    barriers: list[str]
    """Serious and critical findings of axe-core: rule, element, why."""

    @property
    def faults(self) -> list[str]:
        """All that should not be."""
        wide = [f"{pixels} pixels too wide when {name}" for name, pixels in self.too_wide.items() if pixels > 0]
        run = ["a text of others was run"] if "owned" in self.title else []
        return [*self.elsewhere, *self.complaints, *self.barriers, *wide, *run]


@contextmanager
def opened(browser: Any, scheme: str) -> Iterator[Any]:
    """A page in a window of its own."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": WIDTHS["wide"], "height": HEIGHT})
    context.set_default_timeout(120_000)  # ms; it waits, it measures nothing
    try:
        yield context.new_page()
    finally:
        context.close()


def look(page: Any, address: str, axe: str, picture: Path | None = None, banner: str = "") -> Look:
    """Open an address and look at it, wide and narrow; `picture` is the start of the pictures' names.

    `banner` is put on top of the page before its pictures are taken.
    """
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    page.goto(address, wait_until="load")
    seen = Look({}, page.title(), _elsewhere(asked, address), complaints, barriers(page, axe))
    label(page, banner)
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": HEIGHT})
        seen.too_wide[name] = page.evaluate(TOO_WIDE)
        if picture:
            page.screenshot(path=picture.with_name(f"{picture.name}-{name}.png"), full_page=True)
    seen.barriers += [f"narrow: {one}" for one in barriers(page, axe)]
    return seen


def barriers(page: Any, axe: str) -> list[str]:
    """What axe-core calls serious or critical."""
    if not page.evaluate("window.axe !== undefined"):
        page.evaluate(axe)
    found = page.evaluate(f"axe.run(document, {RULES})")["violations"]
    return [
        f"{one['impact']} {one['id']}: {node['target']} {node['failureSummary'][:300]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"][:3]
    ]


def label(page: Any, words: str) -> None:
    """Put words of ours on top of the page."""
    if words:
        page.evaluate(
            "words => { const p = document.createElement('p'); p.className = 'alarm'; p.textContent = words;"
            " (document.querySelector('main') || document.body).prepend(p); }",
            words,
        )


def _elsewhere(asked: list[str], address: str) -> list[str]:
    own = urlsplit(address)[:2]
    return [one for one in asked if urlsplit(one)[:2] != own and not one.startswith("data:")]
