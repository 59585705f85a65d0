"""A night's report as people see it: refused, and with hostile texts, light and dark, wide and narrow."""

from __future__ import annotations

import pytest

from nightschool.report import write_night
from tests.pictures.conftest import PLACE
from tests.pictures.looking import SCHEMES, look, opened
from tests.test_page import hostile_night
from tests.test_report import night

pytestmark = [pytest.mark.integration, pytest.mark.slow, pytest.mark.timeout(600)]

SIMULATED = "Simulated: this night was made up by a test; nothing was measured."
NIGHTS = {"refused": lambda: night("p" * 23 + "f" * 7), "hostile": hostile_night}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("state", NIGHTS)
def test_the_report_fits_loads_nothing_and_bars_nobody(browser, axe, tmp_path, state, scheme):
    write_night(tmp_path, NIGHTS[state]())
    PLACE.mkdir(parents=True, exist_ok=True)
    with opened(browser, scheme) as page:
        address = (tmp_path / "report.html").as_uri()
        seen = look(page, address, axe, PLACE / f"report-{state}-{scheme}", SIMULATED)
    assert seen.faults == []
