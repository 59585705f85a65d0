"""Claims on the client of Airflow's API: what Airflow fails to answer is asked again where twice does no harm."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from nightschool.embedded import api
from nightschool.embedded.api import TRIES, AirflowApi, AirflowFaultError
from nightschool.embedded.settings import Settings
from nightschool.errors import EnvironmentMissingError


class Scripted(BaseHTTPRequestHandler):
    """Logs in, then answers with the codes in turn and notes what was asked."""

    codes: list[int] = []
    asked: list[str] = []

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        login = self.path == "/auth/token"
        if not login:
            self.asked.append(self.command)
        self.send_response(200 if login else self.codes.pop(0))
        self.end_headers()
        self.wfile.write(b'{"access_token": "t", "state": "queued", "dag_runs": []}')

    do_GET = do_POST = do_PATCH = _answer

    def log_message(self, *args: object) -> None:
        """Nothing is said."""


@pytest.fixture
def airflow(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[AirflowApi]:
    monkeypatch.setattr(api, "PAUSE_S", 0.0)
    monkeypatch.setattr(Scripted, "asked", [])
    server = HTTPServer(("127.0.0.1", 0), Scripted)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(Settings, "airflow_url", f"http://127.0.0.1:{server.server_address[1]}")
    monkeypatch.setattr(Settings, "password", lambda self: "secret")
    yield AirflowApi(Settings(tmp_path))  # type: ignore[arg-type]
    server.shutdown()
    server.server_close()


def test_what_airflow_fails_to_answer_is_asked_again(airflow: AirflowApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scripted, "codes", [500, 503, 200])
    airflow.unpause()
    assert Scripted.asked == ["PATCH"] * 3


def test_at_last_the_fault_is_told(airflow: AirflowApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scripted, "codes", [500] * 9)
    with pytest.raises(AirflowFaultError, match="answered 500 to GET"):
        airflow.active()
    assert Scripted.asked == ["GET"] * TRIES


@pytest.mark.parametrize(("code", "ask"), [(500, "trigger"), (403, "unpause")])
def test_a_run_is_not_triggered_twice_and_a_refusal_is_no_fault(
    airflow: AirflowApi, monkeypatch: pytest.MonkeyPatch, code: int, ask: str
) -> None:
    monkeypatch.setattr(Scripted, "codes", [code, 200])
    with pytest.raises(EnvironmentMissingError, match=f"answered {code}"):
        airflow.trigger("r", {}) if ask == "trigger" else airflow.unpause()
    assert len(Scripted.asked) == 1
