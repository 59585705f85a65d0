"""The proxy of docker-compose.yml for real: Caddy with our file, MLflow and Airflow behind it under a public name."""

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.airflow.fleet import free_port, running
from tests.parsed import read_yaml

ROOT = Path(__file__).parents[1]
SERVICES = read_yaml(ROOT / "docker-compose.yml")["services"]
CADDYFILE = ROOT / "containers/proxy/Caddyfile"
NAME = "nights.test"
PASSWORD = "opensesame"

pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not shutil.which("caddy"), reason="no caddy; on Debian: apt-get install caddy"),
]


def told(service, name, known):
    """A setting of a composed service, its variables filled in as compose does."""
    text = str(SERVICES[service]["environment"][name])
    return re.sub(r"\$\{(\w+):?-([^}]*)\}", lambda found: known.get(found[1]) or found[2], text)


@pytest.fixture(scope="module")
def ports():
    return {name: free_port() for name in ("airflow", "mlflow", "airflow_tls", "mlflow_tls")}


@pytest.fixture(scope="module")
def known(ports):
    """What `make compose-up` leaves in .env for this name."""
    return {
        "NIGHTSCHOOL_PUBLIC_HOST": NAME,
        "NIGHTSCHOOL_AIRFLOW_URL": f"https://{NAME}:{ports['airflow_tls']}",
        "NIGHTSCHOOL_MLFLOW_URL": f"https://{NAME}:{ports['mlflow_tls']}",
    }


@pytest.fixture(scope="module")
def proxy(tmp_path_factory, ports):
    """Caddy with a certificate of its own authority; yields that authority's certificate."""
    home = tmp_path_factory.mktemp("proxy")
    text = CADDYFILE.read_text()
    for before, after in {
        "api-server:8080": f"127.0.0.1:{ports['airflow']}", "mlflow:5000": f"127.0.0.1:{ports['mlflow']}",
        ":8443": f":{ports['airflow_tls']}", ":5443": f":{ports['mlflow_tls']}",
    }.items():  # fmt: skip
        assert before in text
        text = text.replace(before, after)
    (home / "Caddyfile").write_text(text)
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    environment |= {"NIGHTSCHOOL_PUBLIC_HOST": NAME, "NIGHTSCHOOL_TLS": told("proxy", "NIGHTSCHOOL_TLS", {})}
    command = ["env", *(f"{k}={v}" for k, v in environment.items()), "caddy", "run", "--adapter", "caddyfile"]
    with running([*command, "--config", str(home / "Caddyfile")], ports["airflow_tls"], home / "log"):
        yield home / "caddy/pki/authorities/local/root.crt"


@pytest.fixture(autouse=True)
def resolved(monkeypatch):
    """The public name is this machine."""
    real = socket.getaddrinfo
    here = lambda host, *more, **kinds: real("127.0.0.1" if host == NAME else host, *more, **kinds)  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", here)


@contextmanager
def mlflow_server(folder, port, known):
    names = ("MLFLOW_SERVER_ALLOWED_HOSTS", "MLFLOW_SERVER_CORS_ALLOWED_ORIGINS", "MLFLOW_SERVER_ENABLE_JOB_EXECUTION")
    settings = [f"{name}={told('mlflow', name, known)}" for name in names]
    command = [sys.executable, "-m", "mlflow", "server", "--host=127.0.0.1", f"--port={port}", "--workers=1"]
    stores = [f"--backend-store-uri=sqlite:///{folder}/runs.db", f"--artifacts-destination={folder}/artifacts"]
    with running(["env", *settings, *command, *stores], port, folder / "mlflow.log"):
        yield


def test_mlflow_takes_its_public_name_and_its_own_pages_requests_and_no_others(tmp_path, ports, known, proxy):
    page = known["NIGHTSCHOOL_MLFLOW_URL"]
    search = f"{page}/ajax-api/2.0/mlflow/experiments/search"
    with mlflow_server(tmp_path, ports["mlflow"], {}):
        assert requests.get(page, verify=proxy, timeout=30).status_code == 403  # without the name, as before
    with mlflow_server(tmp_path, ports["mlflow"], known):
        assert requests.get(page, verify=proxy, timeout=30).status_code == 200
        for origin, status in ((page, 200), ("https://elsewhere.test", 403)):
            reply = requests.post(search, json={"max_results": 1}, headers={"Origin": origin}, verify=proxy, timeout=30)
            assert reply.status_code == status, origin
        assert stored_through(page, proxy, tmp_path) == "kept"


def stored_through(page, authority, folder):
    """An artifact logged and read again by MLflow's own client."""
    program = folder / "client.py"
    program.write_text(
        f"""
import socket, mlflow
real = socket.getaddrinfo
socket.getaddrinfo = lambda host, *a, **k: real("127.0.0.1" if host == {NAME!r} else host, *a, **k)
mlflow.set_tracking_uri({page!r})
with mlflow.start_run() as run:
    mlflow.log_text("kept", "night/report.txt")
print(mlflow.artifacts.load_text(run.info.artifact_uri + "/night/report.txt"))
"""
    )
    environment = {**os.environ, "MLFLOW_TRACKING_SERVER_CERT_PATH": str(authority)}
    done = subprocess.run([sys.executable, program], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@contextmanager
def airflow_server(home, port, known):
    """Airflow's api-server as composed, with the nightly DAG known; no scheduler."""
    (home / "passwords.json").write_text(f'{{"admin": "{PASSWORD}"}}')
    environment = {**os.environ, "AIRFLOW_HOME": str(home), "NIGHTSCHOOL_ROOT": str(ROOT)}
    environment |= {
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(ROOT / "plugins"), "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{home}/airflow.db",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": f"{home}/passwords.json",
    }  # fmt: skip
    for name in ("AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS", "AIRFLOW__API__BASE_URL", "FORWARDED_ALLOW_IPS"):
        environment[name] = told("api-server", name, known)
    start = [sys.executable, "-m", "airflow"]
    for command in (["db", "migrate"], ["dags", "reserialize"]):
        subprocess.run([*start, *command], env=environment, check=True, capture_output=True)
    flags = re.search(r"airflow api-server(.*)", SERVICES["api-server"]["command"][-1])[1].split()
    command = ["env", *(f"{k}={v}" for k, v in environment.items()), *start, "api-server", f"--port={port}"]
    with running([*command, *flags], port, home / "log"):
        yield


def logged_in(page, authority):
    """A session with a token of Airflow's."""
    browser = requests.Session()
    browser.trust_env = False  # where REQUESTS_CA_BUNDLE is set it comes before `verify`
    browser.verify = authority
    login = {"username": "admin", "password": PASSWORD}
    token = browser.post(f"{page}/auth/token", json=login, timeout=60).json()["access_token"]
    browser.headers["Authorization"] = f"Bearer {token}"
    return browser


def test_airflow_is_logged_in_to_triggered_and_read_under_its_public_name(tmp_path, ports, known, proxy):
    with airflow_server(tmp_path, ports["airflow"], known):
        seen_and_triggered(known["NIGHTSCHOOL_AIRFLOW_URL"], str(proxy))


def test_without_a_public_name_airflow_answers_under_the_port_that_it_has(tmp_path, ports):
    with airflow_server(tmp_path, ports["airflow"], {}):
        seen_and_triggered(f"http://127.0.0.1:{ports['airflow']}", False)


def seen_and_triggered(page, authority):
    """A person is sent to the login of this address and back, triggers a night and sees its page."""
    browser = logged_in(page, authority)
    runs = f"{page}/api/v2/dags/nightly_cycle/dagRuns"
    sent = browser.get(f"{page}/api/v2/auth/login", params={"next": f"{page}/dags"}, allow_redirects=False, timeout=60)
    assert (sent.status_code, sent.headers["Location"].startswith("/auth/login?next=")) == (307, True)
    away = browser.get(f"{page}/api/v2/auth/login", params={"next": "https://elsewhere.test/"}, timeout=60)
    assert away.status_code == 400
    made = browser.post(runs, json={"logical_date": None}, timeout=60)
    assert made.status_code == 200, made.text
    run = made.json()["dag_run_id"]
    assert browser.get(f"{runs}/{run}", timeout=60).json()["state"] == "queued"
    shown = browser.get(f"{page}/dags/nightly_cycle/runs/{run}", timeout=60)
    assert shown.status_code == 200
    assert '<base href="/"' in shown.text
