"""Pages of teams in the real Airflow app: each by the permissions on its own DAG, and the list of teams by them too."""

import shutil
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from nightschool.teams import read_teams
from tests.airflow.conftest import ROOT
from tests.nights.making import make_night, promote
from tests.test_teams import team

pytestmark = pytest.mark.integration
NIGHTS = {"red": "manual__2026-11-22T02-00-00", "blue": "manual__2026-11-21T02-00-00"}
MAY = {"anna": {"nightly_cycle__red"}, "ben": {"nightly_cycle__blue"}, "eve": set(), "root": None}
"""Whose nights each person may read; None: all."""


@pytest.fixture(scope="module")
def root(airflow_home, tmp_path_factory):
    root = tmp_path_factory.mktemp("teams")
    shutil.copytree(ROOT / "conf", root / "conf")
    for name in NIGHTS:
        team(root, name)
    for one in read_teams(root).sound:
        make_night(one.config, NIGHTS[one.name], {("policy", "dev"): "ppf", ("search", "dev"): "pff"})
        promote(one.config, None, "3", why=f"because of {one.name}")
    return root


@pytest.fixture(scope="module")
def app(root):
    """Airflow's app whose auth manager lets each person read the DAGs of MAY, as permissions a DAG do."""
    from airflow.api_fastapi.app import create_app, get_auth_manager

    from airflow import plugins_manager

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NIGHTSCHOOL_ROOT", str(root))
        made = create_app()
        plugins_manager.get_fastapi_plugins()[0][0]["app"]._app = None
        manager = get_auth_manager()
        patch.setattr(type(manager), "is_authorized_dag", allowed)
        yield made
        plugins_manager.get_fastapi_plugins()[0][0]["app"]._app = None


def allowed(self, *, method, user, access_entity=None, details=None):
    known = MAY[user.username]
    return known is None or (details is not None and details.id in known)


@pytest.fixture(scope="module")
def ask(app):
    from airflow.api_fastapi.app import get_auth_manager
    from airflow.api_fastapi.auth.managers.simple.user import SimpleAuthManagerUser

    client = TestClient(app)

    def asked(path, person, follow=False, **more):
        user = SimpleAuthManagerUser(username=person, role="viewer")
        headers = {"Authorization": f"Bearer {get_auth_manager().generate_jwt(user)}"} if person else {}
        return client.get("/nightschool" + path, headers=headers | more, follow_redirects=follow)

    return asked


def paths(name):
    night = NIGHTS[name]
    pages = ("/", "/koans", "/groups", f"/nights/{night}", "/koans/dev/dev-000")
    api = ("/api/nights", "/api/curve", "/api/changes", f"/api/nights/{night}", "/openapi.json")
    return [f"/teams/{name}{path}" for path in (*pages, *api)]


@pytest.mark.parametrize("path", paths("red"))
def test_a_page_of_red_is_reds_alone_and_tells_nothing_of_blue(ask, path):
    found = ask(path, "anna")
    assert found.status_code == 200, found.text
    assert NIGHTS["blue"] not in found.text
    assert "blue" not in found.text
    assert [ask(path, person).status_code for person in ("ben", "eve", "")] == [403, 403, 401]
    assert "default-src 'none'" in found.headers["content-security-policy"]


def test_a_browser_without_a_login_comes_back_to_the_teams_page_and_the_teams_api_answers_401(ask):
    for path in ("/teams", "/teams/red/koans"):
        sent = ask(path, "", Accept="text/html")
        back = f"/api/v2/auth/login?next={quote(f'/nightschool{path}', safe='')}"
        assert (sent.status_code, sent.headers["location"]) == (302, back)
    assert ask("/teams/red/api/nights", "", Accept="text/html").status_code == 401


def test_links_stay_within_the_team_and_lead_to_its_dag(ask):
    text = ask("/teams/red/", "anna").text
    assert f"/nightschool/teams/red/nights/{NIGHTS['red']}" in text
    assert 'href="/nightschool/nights' not in text
    assert f"/dags/nightly_cycle__red/runs/{NIGHTS['red']}" in text
    assert "Team red" in text
    assert "because of red" in text


@pytest.mark.parametrize("path", ["/", f"/nights/{NIGHTS['red']}", "/api/nights"])
def test_who_reads_a_team_reads_not_the_installations_own_nights(ask, path):
    assert ask(path, "anna").status_code == 403


def test_the_installations_own_pages_tell_of_no_team(ask):
    text = ask("/", "root").text
    assert not any(night in text for night in NIGHTS.values())


def test_the_list_names_what_the_reader_may_read_and_one_alone_is_opened(ask):
    everything = ask("/teams", "root").text
    assert "/nightschool/teams/red/" in everything
    assert "/nightschool/teams/blue/" in everything
    alone = ask("/teams", "anna")
    assert (alone.status_code, alone.headers["location"]) == (307, "/nightschool/teams/red/")
    assert [ask("/teams", person).status_code for person in ("eve", "")] == [403, 401]
    assert ask("/teams/nobody/", "root").status_code == 404
