"""MLflow's own pages of two nights, as people see them: answers koan by koan, runs to compare, a suite as a dataset.

The server and the login are those of `make up`. MLflow's pages are not ours: what is looked for is that our answers
stand on them, and that nothing is loaded from elsewhere.
"""

from __future__ import annotations

from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from nightschool.config import Config
from nightschool.embedded import services
from nightschool.embedded.services import Services
from nightschool.embedded.settings import USER, Settings
from nightschool.phases import traced
from tests.airflow.fleet import free_port
from tests.phases.test_traced import night
from tests.pictures.conftest import PLACE

pytestmark = [pytest.mark.integration, pytest.mark.slow, pytest.mark.timeout(1200)]
NIGHTS = ("2026-11-29T02:00", "2026-11-30T02:00")
WAIT_MS = 120_000


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """Two nights in a store, behind MLflow's server."""
    settings = Settings(tmp_path_factory.mktemp("school"), mlflow_port=free_port())
    config = Config(root=settings.root)
    for cycle, letters in zip(NIGHTS, ("pfnu", "ppnf"), strict=True):
        context, reports = night(config, cycle.replace(":", "-"), letters, suites=("dev",))
        traced.leave_traces(context, reports)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Services, "prepare", lambda self: None)  # Airflow is not needed
        patch.setattr(services, "PATIENCE_S", 600)
        running = Services(settings)
        try:
            running.up(["mlflow"])
            yield SimpleNamespace(settings=settings, experiment=context.runs.experiment)
        finally:
            running.down()


@pytest.fixture
def page(browser, school):
    """A window with the login; `asked` holds the hosts that were asked for anything."""
    login = {"username": USER, "password": school.settings.password()}
    context = browser.new_context(http_credentials=login, viewport={"width": 1400, "height": 900})
    context.set_default_timeout(WAIT_MS)
    opened = context.new_page()
    opened.asked = set()
    opened.on("request", lambda request: opened.asked.add(urlsplit(request.url).hostname))
    yield opened
    context.close()
    assert opened.asked == {"127.0.0.1"}


def see(page, school, part, *words):
    """Open a part of the experiment, wait for these words and take its picture."""
    page.goto(f"{school.settings.mlflow_url}/#/experiments/{school.experiment}/{part}")
    for word in words:
        page.get_by_text(word).first.wait_for(timeout=WAIT_MS)
    page.keyboard.press("Escape")  # MLflow's own tips
    PLACE.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PLACE / f"mlflow-{part}.png")


def test_every_answer_is_a_trace_on_the_page_of_traces(page, school):
    see(page, school, "traces", "dev-000", "not_compiled")


def test_each_arm_of_both_nights_is_an_evaluation_run(page, school):
    see(page, school, "evaluation-runs", *(f"{arm} on dev" for arm in ("policy", "candidate")))


def test_the_suite_is_a_dataset(page, school):
    see(page, school, "datasets", "dev ")
