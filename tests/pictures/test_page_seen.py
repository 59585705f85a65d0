"""The page *Night School* as people see it: in every state, light and dark, 1280 and 400 pixels wide."""

from __future__ import annotations

import pytest

from nightschool.config import Config
from tests.pictures.conftest import PLACE
from tests.pictures.looking import SCHEMES, look, opened
from tests.pictures.states import STATES, pages

pytestmark = [pytest.mark.integration, pytest.mark.slow]

FOCUSED = "(one => [one.textContent.trim(), getComputedStyle(one).outlineStyle])(document.activeElement)"
SIMULATED = "Simulated: these nights were made up by tests/nights/making.py; nothing was measured."


@pytest.fixture(scope="module")
def places(serve, tmp_path_factory):
    """Each state's address and its pages."""
    found = {}
    for name, make in STATES.items():
        config = Config(root=tmp_path_factory.mktemp(name))
        make(config)
        found[name] = (serve(config), pages(config))
    return found


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", STATES)
def test_every_page_fits_loads_nothing_from_elsewhere_and_bars_nobody(browser, axe, places, state, scheme):
    address, paths = places[state]
    PLACE.mkdir(parents=True, exist_ok=True)
    faults = []
    for name, path in paths.items():
        with opened(browser, scheme) as page:
            picture = PLACE / f"{state}-{name}-{scheme}"
            seen = look(page, address + path, axe, picture, "" if state == "empty" else SIMULATED)
        faults += [f"{name}: {one}" for one in seen.faults]
    assert faults == []


def test_a_keyboard_reaches_every_link_and_shows_where_it_is(browser, places):
    """Tab by tab from the top: the skip link first, each of the first fifteen stops with an outline."""
    address, _ = places["30-nights"]
    with opened(browser, "light") as page:
        page.goto(address)
        stops = []
        for _ in range(15):
            page.keyboard.press("Tab")
            stops.append(page.evaluate(FOCUSED))
    assert stops[0][0] == "Skip to the content"
    assert stops[1][0] == "Nights"
    assert {style for _, style in stops} == {"solid"}


def test_what_is_looked_for_is_found_where_it_is(browser, axe):
    """A page with small grey text, an image from elsewhere, too wide and with a dialog: each is noticed."""
    bad = (
        "data:text/html,<html><title>owned</title><body><p style='color:%23ccc'>grey</p>"
        "<div style='width:3000px'>wide</div>"
        "<img src='http://127.0.0.1:1/x.png'><script>alert(1)</script></body></html>"
    )
    with opened(browser, "light") as page:
        seen = look(page, bad, axe)
    assert seen.too_wide == {"wide": 3000 - 1280 + 8, "narrow": 3000 - 400 + 8}
    assert seen.elsewhere == ["http://127.0.0.1:1/x.png"]
    assert any("dialog" in one for one in seen.complaints)
    assert any("color-contrast" in one for one in seen.barriers)
    assert any("image-alt" in one for one in seen.barriers)
