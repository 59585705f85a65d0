"""The pictures of docs/pictures: taken here, of simulated nights that say so, and small.

NIGHTSCHOOL_PICTURES=docs/pictures .venv/bin/python -m pytest -m slow tests/pictures/test_kept.py
"""

from __future__ import annotations

import pytest
from PIL import Image

from nightschool.config import Config
from tests.airflow.conftest import ROOT
from tests.pictures.conftest import PLACE
from tests.pictures.looking import label, opened
from tests.pictures.states import STATES, pages

KEPT = {
    "page": ("30-nights", "overview", "light", (1280, 760)),
    "koans": ("30-nights", "koans", "dark", (1280, 620)),
    "koan": ("one-night", "koan", "light", (400, 760)),
}
"""State, page, scheme and window of each."""
SIMULATED = "Simulated nights: made up by tests/nights/making.py, nothing was measured."
LIMIT = 120_000
"""Bytes of one picture."""


def smaller(picture):
    """The same in 128 colours: half the bytes."""
    with Image.open(picture) as full:
        few = full.convert("RGB").quantize(128)
    few.save(picture, optimize=True)


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_picture_is_there_and_small(name):
    assert 5_000 < (ROOT / "docs" / "pictures" / f"{name}.png").stat().st_size < LIMIT


@pytest.mark.integration
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_pictures_are_taken_of_pages_that_say_they_are_simulated(browser, serve, tmp_path):
    PLACE.mkdir(parents=True, exist_ok=True)
    for state in {state for state, *_ in KEPT.values()}:
        config = Config(root=tmp_path / state)
        STATES[state](config)
        address, paths = serve(config), pages(config)
        for name, (of, which, scheme, (width, height)) in KEPT.items():
            if of == state:
                with opened(browser, scheme) as page:
                    page.set_viewport_size({"width": width, "height": height})
                    page.goto(address + paths[which])
                    label(page, SIMULATED)
                    assert page.get_by_text(SIMULATED).is_visible()
                    page.screenshot(path=(picture := PLACE / f"{name}.png"))
                smaller(picture)
