"""What a monitoring team is given: dashboard and alerts name figures that are told, and the page says the same."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from nightschool.config import Config, SandboxConfig
from nightschool.monitoring import text
from nightschool.phases import Context
from nightschool.serving.follow import Follower
from nightschool.serving.metrics import Metrics
from nightschool.serving.turns import Turns
from tests.monitoring.making import full
from tests.parsed import read_yaml
from tests.test_docs import anchors

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "containers" / "monitoring"
PAGE = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
ALERTS = read_yaml(PLACE / "alerts.yml")
RULES = [rule for group in ALERTS["groups"] for rule in group["rules"]]
DASHBOARD = json.loads((PLACE / "dashboard.json").read_text(encoding="utf-8"))
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
PROMETHEUS = {"up"}
"""What Prometheus adds to every target."""
WORDS = {"and", "or", "unless", "by", "without", "on", "ignoring", "bool", "offset"}


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, list[dict[str, str]]]:
    """Labels of every sample by its name: of nights that have everything, and of a server with one version."""
    root = tmp_path_factory.mktemp("told")
    config = full(root, sandbox=SandboxConfig(backend="service", service=f"unix:{root}/none"))
    follower = Follower(Context(Config(root=root), "serve"), lambda *_, **__: None)
    follower.current = SimpleNamespace(label="nightschool-rust-repair:7", users=1)
    server = Metrics(Turns(1, 1), follower)
    server.requests.labels("/fix", "200").inc()
    server.seconds.labels("/fix").observe(1)
    server.answered.labels("nightschool-rust-repair:7", "/fix").inc()
    found: dict[str, list[dict[str, str]]] = {}
    for family in text_string_to_metric_families(text(config) + server.text().decode()):
        for sample in family.samples:
            found.setdefault(sample.name, []).append(sample.labels)
    return found


def named(expression: str) -> set[str]:
    """Names of metrics in an expression: what is neither a function, a label, a word of the language nor a number."""
    bare = re.sub(r"\{[^}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring)\s*\([^)]*\)", " ", expression)
    return set(re.findall(r"\b[a-zA-Z_:][\w:]*\b(?!\s*\()", bare)) - WORDS


def selected(expression: str) -> list[tuple[str, dict[str, str]]]:
    """Metrics with the labels that they are asked for by."""
    found = re.findall(r"([a-zA-Z_:][\w:]*)\{([^}]*)\}", expression)
    return [(name, dict(re.findall(r'(\w+)="([^"]*)"', labels))) for name, labels in found]


def expressions() -> list[tuple[str, str]]:
    """Of alerts, panels and the dashboard's marks, each with whose it is."""
    panels = [(panel["title"], target["expr"]) for panel in PANELS for target in panel["targets"]]
    marks = [(one["name"], one["expr"]) for one in DASHBOARD["annotations"]["list"]]
    return [*((rule["alert"], rule["expr"]) for rule in RULES), *panels, *marks]


@pytest.mark.parametrize(("whose", "expression"), expressions())
def test_every_metric_that_an_alert_or_a_panel_names_is_told(whose, expression, told):
    assert named(expression) - PROMETHEUS <= told.keys(), whose
    assert named(expression), whose
    for name, labels in selected(expression):
        given = told.get(name, [{"job": "nightschool-serve"}])
        assert any(labels.items() <= one.items() for one in given), f"{whose}: nothing is {name}{labels}"


def test_a_name_that_is_not_told_would_be_found():
    assert named('sum by (arm) (rate(gone_total{arm="x"}[5m])) > 3 and on (job) up == 0') == {"gone_total", "up"}
    assert selected('a{b="c", d="e"} / f') == [("a", {"b": "c", "d": "e"})]


def test_every_figure_that_is_told_is_on_the_page(told):
    missing = {name.removesuffix("_bucket").removesuffix("_sum").removesuffix("_count") for name in told}
    missing = {name for name in missing if name not in PAGE + (ROOT / "docs" / "serve.md").read_text("utf-8")}
    assert missing == set()


def test_alerts_have_the_shape_that_prometheus_wants_and_lead_to_a_page_that_is_there():
    assert [group["name"] for group in ALERTS["groups"]] == [
        "nightschool-nights",
        "nightschool-machine",
        "nightschool-server",
    ]
    assert len({rule["alert"] for rule in RULES}) == len(RULES) > 6
    for rule in RULES:
        assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
        assert rule["labels"]["severity"] in ("warning", "critical")
        assert set(rule["annotations"]) == {"summary", "description", "runbook"}
        assert re.fullmatch(r"\d+[mh]", rule.get("for", "1m"))
        page, _, anchor = rule["annotations"]["runbook"].partition("#")
        assert not anchor or anchor in anchors(ROOT / page), rule["alert"]
        assert (ROOT / page).is_file()


def test_every_alert_is_on_the_page_and_is_tried_out():
    tried = (PLACE / "alerts_test.yml").read_text(encoding="utf-8")
    assert [rule["alert"] for rule in RULES if f"`{rule['alert']}`" not in PAGE] == []
    assert [rule["alert"] for rule in RULES if rule["alert"] not in tried] == []


@pytest.mark.skipif(not shutil.which("promtool"), reason="no promtool; on Debian: apt-get install prometheus")
def test_promtool_takes_the_rules_and_they_are_raised_when_they_should_be(tmp_path):
    (tmp_path / "told.prom").write_text(text(full(tmp_path)))
    for words in (["check", "rules", "alerts.yml"], ["test", "rules", "alerts_test.yml"]):
        done = subprocess.run(["promtool", *words], cwd=PLACE, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    with (tmp_path / "told.prom").open() as file:
        done = subprocess.run(["promtool", "check", "metrics"], stdin=file, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_panels_stand_beside_one_another_and_ask_the_prometheus_that_is_chosen():
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert at["x"] + at["w"] <= 24
        assert not cells & taken, panel["title"]
        taken |= cells
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])
    assert {panel["datasource"]["uid"] for panel in PANELS} == {"${datasource}"}
    assert DASHBOARD["templating"]["list"][0]["query"] == "prometheus"


def test_prometheus_is_told_of_the_rules_of_both_commands_and_of_a_collector():
    given = read_yaml(PLACE / "prometheus.yml")
    assert given["rule_files"] == ["alerts.yml"]
    jobs = {job["job_name"]: job["static_configs"][0]["targets"][0] for job in given["scrape_configs"]}
    serve = Config().serve
    ours = {"nightschool": "127.0.0.1:9795", "nightschool-serve": f"{serve.host}:{serve.port}"}
    assert jobs == ours | {"airflow": "127.0.0.1:8889"}
    assert "--port 9795" in PAGE
    assert "job `airflow`" in PAGE


@pytest.mark.skipif(not shutil.which("promtool"), reason="no promtool; on Debian: apt-get install prometheus")
def test_promtool_takes_the_configuration(tmp_path):
    for name in ("prometheus.yml", "alerts.yml"):
        shutil.copy(PLACE / name, tmp_path)
    (tmp_path / "serve.token").write_text("token")
    done = subprocess.run(["promtool", "check", "config", tmp_path / "prometheus.yml"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_settings_and_names_of_airflow_on_the_page_are_those_of_the_airflow_that_is_installed():
    home = Path(str(files("airflow")))
    options = read_yaml(home / "config_templates" / "config.yml")
    wanted = re.findall(r"AIRFLOW__([A-Z]+)__([A-Z_]+)\b", PAGE)
    assert len(wanted) > 6
    for section, name in wanted:
        option = options[section.lower()]["options"][name.lower()]
        assert not option.get("version_deprecated"), f"[{section}] {name}"
    observability = home / "_shared" / "observability"
    read = "".join(path.read_text(encoding="utf-8") for path in observability.rglob("*.py"))
    assert [name for name in re.findall(r"\bOTEL_\w+(?==)", PAGE) if f'"{name}"' not in read] == []
    emitted = read_yaml(observability / "metrics" / "metrics_template.yaml")
    names = {f"airflow.{one['name']}" for one in emitted["metrics"]}
    assert set(re.findall(r"`(airflow\.[\w.]+)`", PAGE)) <= names
