"""The page in the real Airflow app: in the navigation, behind its login, harmless whatever a model wrote."""

import html
import json
import re
import shutil
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from nightschool.config import Config
from nightschool.nights import Nights
from nightschool.nights.models import Change, Point, Rated
from tests.airflow.conftest import ROOT
from tests.nights.making import make_night, output, promote, record

pytestmark = pytest.mark.integration

NIGHT = "manual__2026-11-22T02-00-00"
EARLIER = "manual__2026-11-21T02-00-00"
HOSTILE = (
    "</pre><script>alert(1)</script>\x1b]0;owned\x07\u061c\u202e\u206a<img src=x onerror=alert(2)>" + "x" * 100_000
)
MEASURED = {("policy", "dev"): "ppf", ("search", "dev"): "pff", ("chooser", "dev"): "ppf", ("policy", "shadow"): "pf"}
PAGES = (
    "/", "/koans", "/groups", f"/nights/{NIGHT}", f"/groups?night={NIGHT}", "/koans/dev/dev-000",
    f"/koans/shadow/shadow-000?night={NIGHT}&examination=true",
)  # fmt: skip
DOCS = f"/docs/{NIGHT}/examine/index.html"
API = (
    "/api/nights", "/api/curve", "/api/changes", f"/api/nights/{NIGHT}", "/api/koans", "/api/groups",
    "/api/koans/dev/dev-000", "/openapi.json",
)  # fmt: skip


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("NIGHTSCHOOL_ROOT", str(tmp_path))
    shutil.copytree(ROOT / "conf", tmp_path / "conf")
    return tmp_path


@pytest.fixture(scope="session")
def airflow_app(airflow_home):
    from airflow.api_fastapi.app import create_app

    return create_app()


@pytest.fixture
def ask(airflow_app, root):
    """Ask for a path of the page as somebody of a role; None is nobody."""
    from airflow.api_fastapi.app import get_auth_manager
    from airflow.api_fastapi.auth.managers.simple.user import SimpleAuthManagerUser
    from starlette.testclient import TestClient

    from airflow import plugins_manager

    plugins_manager.get_fastapi_plugins()[0][0]["app"]._app = None  # another root than the test before
    client = TestClient(airflow_app)

    def asked(path, role="viewer", prefix="/nightschool", **more):
        user = SimpleAuthManagerUser(username="anna", role=None if role == "none" else role)
        headers = {"Authorization": f"Bearer {get_auth_manager().generate_jwt(user)}"} if role else {}
        return client.get(prefix + path, headers=headers | more, follow_redirects=False)

    return asked


@pytest.fixture
def night(root):
    context, _ = make_night(Config(root=root), NIGHT, MEASURED)
    promote(Config(root=root), None, "3")
    return context


@pytest.fixture
def data_docs(night):
    """Data Docs of examine with a script in them, as a library writes them."""
    docs = output(night, "examine") / "docs" / "index.html"
    docs.parent.mkdir()
    docs.write_text("<h1>docs</h1><script>alert(1)</script>")
    return docs.read_text()


def test_the_page_stands_in_airflows_navigation(ask):
    plugins = ask("/api/v2/plugins", "admin", prefix="").json()["plugins"]
    ours = next(one for one in plugins if one["name"] == "nightschool")
    view = ours["external_views"][0]
    assert (view["name"], view["href"], view["destination"]) == ("Night School", "/nightschool/", "nav")
    assert ask("/importErrors", "admin", prefix="/api/v2/plugins").json() == {"import_errors": [], "total_entries": 0}


@pytest.mark.parametrize("path", [*PAGES, *API, DOCS])
def test_nobody_reads_without_a_login_or_without_permission(ask, night, path):
    refused = [ask(path, role) for role in (None, "none")]
    assert [one.status_code for one in refused] == [401, 403]
    assert not any("dev" in one.text or NIGHT in one.text for one in refused)


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("path", [*PAGES, DOCS])
def test_a_browser_without_a_login_is_sent_to_airflows_and_from_there_to_the_page(ask, night, path):
    sent = ask(path, None, Accept=BROWSER)
    where = urlsplit(sent.headers["location"])
    assert (sent.status_code, where.path) == (302, "/api/v2/auth/login")
    assert parse_qs(where.query) == {"next": [f"/nightschool{path}"]}
    assert "default-src 'none'" in sent.headers["content-security-policy"]
    login = ask(sent.headers["location"], None, prefix="", Accept=BROWSER)
    assert (login.status_code, urlsplit(login.headers["location"]).path) == (307, "/auth/login"), "Airflow takes it"


@pytest.mark.parametrize("path", API)
def test_the_api_answers_a_browser_without_a_login_401(ask, night, path):
    assert ask(path, None, Accept=BROWSER).status_code == 401


def test_a_browser_whose_login_lacks_permission_is_told_so(ask, night):
    """The login page would only send it back."""
    assert ask("/", "none", Accept=BROWSER).status_code == 403


def test_every_route_of_the_page_is_behind_the_login(ask, night):
    from fastapi.routing import APIRoute

    from airflow import plugins_manager

    ask("/")
    app = plugins_manager.get_fastapi_plugins()[0][0]["app"].app
    paths = {route.path for route in app.routes}
    assert {"/", "/koans", "/api/nights", "/openapi.json"} <= paths
    open_to_all = []
    for route in app.routes:
        path = re.sub(r"{.*?}", "x", route.path)
        assert isinstance(route, APIRoute)
        if ask(path, None).status_code != 401:
            open_to_all.append(route.path)
    assert open_to_all == ["/static/{name}"]


@pytest.mark.parametrize("path", [*PAGES, *API])
def test_a_viewer_reads_every_page_of_an_installation_with_a_night(ask, night, path):
    found = ask(path)
    assert found.status_code == 200, found.text
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert "private" in found.headers["cache-control"]


@pytest.mark.parametrize("path", PAGES[:3])
def test_an_empty_installation_says_so(ask, path):
    found = ask(path)
    assert found.status_code == 200
    assert "yet" in found.text


@pytest.mark.parametrize("path", [f"/nights/{NIGHT}x", "/koans/dev/nothing", "/nights/..%2f..", "/static/page.py"])
def test_what_is_not_there_is_not_found(ask, night, path):
    assert ask(path).status_code == 404


@pytest.mark.parametrize("path", ["/groups?suite=shadow&arm=search&night=" + NIGHT, "/koans/dev/%3Cscript%3E"])
def test_what_is_not_there_is_a_page_among_pages_and_json_in_the_api(ask, night, path):
    """A form sends any arm with any suite; whoever gets there needs the way back."""
    page, answer = ask(path), ask(f"/api{path}")
    assert (page.status_code, answer.status_code) == (404, 404)
    assert '<a href="/nightschool/koans">' in page.text
    assert "The store holds no" in page.text
    assert "<script>" not in page.text
    assert answer.json()["detail"].startswith("The store holds no")


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_hold_no_script_or_style_of_their_own(ask, night, path):
    text = ask(path).text
    assert re.findall(r"""(?:href|src|action)=["']?(?:https?:)?//""", text) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/nightschool/static/keys.js\")", text) == []


@pytest.mark.parametrize("path", ["/koans/dev/dev-002", *PAGES])
def test_links_lead_to_pages_that_are_there(ask, night, root, path):
    """The night before asked fewer koans: dev-002 is none of them."""
    make_night(Config(root=root), EARLIER, {arm: letters[:1] for arm, letters in MEASURED.items()})
    found = ask(path)
    links = {html.unescape(link) for link in re.findall(r'href="([^"#]*)"', found.text)}
    for link in sorted(link for link in links if link.startswith(("/nightschool", "?"))):
        there = urljoin("/nightschool" + path, link)
        assert ask(there, prefix="").status_code == 200, link


def test_a_night_leads_to_mlflow_where_its_address_is_known(ask, night, monkeypatch):
    (night.folder / "pins.json").write_text('{"mlflow": {"experiment": "1", "run": "abc"}}')
    monkeypatch.delenv("NIGHTSCHOOL_MLFLOW_URL", raising=False)
    assert "Run in MLflow" not in ask(f"/nights/{NIGHT}").text
    monkeypatch.setenv("NIGHTSCHOOL_MLFLOW_URL", "http://127.0.0.1:5000/")
    assert '<a href="http://127.0.0.1:5000/#/experiments/1/runs/abc">' in ask(f"/nights/{NIGHT}").text
    assert ask(f"/api/nights/{NIGHT}").json()["mlflow"] == "#/experiments/1/runs/abc"


def test_what_an_arm_did_not_choose_stands_on_the_koans_page(ask, night):
    shown = ask("/koans/dev/dev-000").text
    assert "2 more that compiled, not chosen" in shown
    assert '<span class="added">+new of the second</span>' in shown


def test_a_koan_leads_to_the_other_nights_that_asked_it(ask, night, root):
    make_night(Config(root=root), EARLIER, {arm: letters[:1] for arm, letters in MEASURED.items()})
    assert f"/nightschool/koans/dev/dev-000?night={EARLIER}" in ask("/koans/dev/dev-000").text
    assert EARLIER not in ask("/koans/dev/dev-002").text


def test_what_models_and_people_wrote_is_text_and_nothing_else(ask, root):
    config = Config(root=root)
    context, _ = make_night(config, NIGHT, {("policy", "dev"): "pf"}, failed=(f"check {HOSTILE[:60]}",))
    promote(config, None, "3", why=f"because {HOSTILE[:60]}")
    path = context.config.var / "phases" / "examine" / context.folder.name[-24:] / "policy-dev.json"
    said = json.loads(path.read_text())
    said["attempts"][0] |= {"answer": HOSTILE, "program": HOSTILE + "\n", "detail": HOSTILE[:400]}
    said["attempts"][1] |= {"answer": HOSTILE, "program": "", "verdict": "not_compiled"}
    path.write_text(json.dumps(said))
    for page in ("/", f"/nights/{NIGHT}", "/koans/dev/dev-000", "/koans/dev/dev-001"):
        text = ask(page).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u061c\u202e\u206a]", text)
        assert "&lt;script&gt;" in text
        assert len(text) < 200_000


def test_a_nights_name_and_a_version_are_text_in_the_curve_too():
    from nightschool_airflow.page.curve import curve

    point, rate = "n<b>\u061c\u206a\x1b", Rated(passed=1, n=2, low=0.1, high=0.9)
    points = [Point(night=point, time="2026-11-22", verdict="passed", policy={"dev": rate}, single={})]
    change = Change(time="2026-11-23", before=None, after=point, who="", why="", how="")
    drawn = str(curve(points, "dev", [change]))
    assert drawn.count("n&lt;b&gt;&lt;U+061C&gt;&lt;U+206A&gt;\u241b") == 2
    assert not {"\u061c", "\u206a", "\x1b"} & set(drawn)


def test_times_are_told_as_reports_tell_them(ask, night):
    record(night, "curate", {}, 3720.0)
    record(night, "gate", {}, 545.0, "refused")
    text = ask(f"/nights/{NIGHT}").text
    assert "<td>1 h 02 min</td>" in text
    assert "<td>9 min 05 s</td>" in text


def test_an_examinations_code_needs_the_words_that_it_is_one(ask, night):
    closed = ask("/koans/shadow/shadow-000").text
    opened = ask("/koans/shadow/shadow-000?examination=true").text
    assert "This koan examines" in closed
    assert "values.push" not in closed
    assert "This koan examines" in opened
    assert "values.push" in opened


@pytest.fixture
def closed(root, night):
    """The page for somebody who may read runs and not their logs: overview and nights, but no code."""
    from fastapi import HTTPException
    from starlette.testclient import TestClient

    from nightschool_airflow.page.app import page_app

    def deny():
        raise HTTPException(403)

    return TestClient(page_app(Nights(Config(root=root)), lambda: None, deny))


@pytest.mark.parametrize(
    "path",
    ["/koans/dev/dev-000", "/koans/shadow/shadow-000?examination=true", "/api/koans/dev/dev-000", DOCS],
)
def test_who_may_read_runs_but_no_logs_reads_no_code(closed, data_docs, path):
    refused = closed.get(path)
    assert refused.status_code == 403
    assert "values" not in refused.text


@pytest.mark.parametrize("path", ["/", f"/nights/{NIGHT}", "/api/nights", f"/api/nights/{NIGHT}", "/koans", "/groups"])
def test_who_may_read_runs_but_no_logs_reads_the_nights(closed, path):
    assert closed.get(path).status_code == 200


def test_data_docs_are_read_in_a_sandbox_without_scripts(ask, data_docs):
    """Without `allow-scripts` in the sandbox and with `default-src 'none'` the browser runs none of theirs."""
    found = ask(DOCS)
    assert (found.status_code, found.text) == (200, data_docs)
    policy = {part.split()[0]: part.split()[1:] for part in found.headers["content-security-policy"].split(";")}
    assert policy["sandbox"] == ["allow-same-origin"]
    assert policy["default-src"] == ["'none'"]
    assert not {"script-src", "script-src-elem", "connect-src", "frame-src"} & policy.keys()
    assert found.headers["x-content-type-options"] == "nosniff"


def test_the_api_is_documented_with_its_types(ask, night):
    schema = ask("/openapi.json").json()
    assert schema["servers"] == [{"url": "/nightschool"}], "paths are below it"
    assert {path for path in API if path.endswith(("nights", "curve", "changes", "koans", "groups"))} <= set(
        schema["paths"]
    )
    night_schema = schema["components"]["schemas"]["Night"]
    assert "refused" in night_schema["properties"]["verdict"]["description"]
    said = ask(f"/api/nights/{NIGHT}").json()
    assert said["decisions"][0]["checks"][0] == {
        "name": "frozen above the bar", "ok": False, "observed": "5/30", "wanted": "24/30",
        "undecided": False, "koans": 0,
    }  # fmt: skip


def test_a_page_is_one_with_the_installations_path(ask, night, monkeypatch):
    from nightschool_airflow.page import mount

    monkeypatch.setenv("AIRFLOW__API__BASE_URL", "https://example.org/team/airflow/")
    assert mount.base_path() == "/team/airflow"
