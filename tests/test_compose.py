"""docker-compose.yml read as data: nothing is exposed, no password stands in it, everything starts in order."""

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nightschool import __version__
from nightschool.config_file import load_config
from nightschool.serving.place import TOKEN
from nightschool.serving.run import SPARE_S
from tests.parsed import read_yaml

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = read_yaml(ROOT / "docker-compose.yml")
SERVICES = COMPOSE["services"]
ONE_SHOT = {"volume-owner", "airflow-init", "mlflow-init", "mlflow-accounts", "backup", "restore"}
WANTED = {"postgres", "redis", "api-server", "scheduler", "dag-processor", "triggerer", "mlflow", "judge"}
WORKERS = {"worker-cpu": "cpu", "worker-gpu": "gpu", "worker-gpu-nvidia": "gpu", "worker-release": "release"}
SECRET = re.compile(r"PASSWORD|SECRET|KEY|_URL$|CONN|BACKEND|TOKEN|URI")


def mounts(service):
    return [volume.split(":") for volume in service.get("volumes", [])]


def after(name):
    """Everything that a service waits for, directly or not."""
    first = set(SERVICES[name].get("depends_on", {}))
    return first.union(*map(after, first))


def test_all_services_of_a_team_are_there_and_the_optional_ones_only_by_profile():
    optional = {name: service["profiles"] for name, service in SERVICES.items() if "profiles" in service}
    profiles = {
        "worker-gpu-nvidia": "gpu",
        "serve": "serving",
        "vllm": "vllm",
        "metrics": "monitoring",
        "proxy": "proxy",
        "backup": "backup",
        "restore": "backup",
    }
    assert optional == {name: [profile] for name, profile in profiles.items()}
    assert set(SERVICES) == WANTED | ONE_SHOT | set(WORKERS) | {"serve", "vllm", "metrics", "proxy"}


@pytest.mark.parametrize(("name", "queue"), WORKERS.items())
def test_a_worker_takes_one_queue(name, queue):
    command = SERVICES[name]["command"]
    assert command[command.index("--queues") + 1] == queue


def test_only_loopback_ports_are_published():
    published = {name: port for name, service in SERVICES.items() for port in service.get("ports", [])}
    assert set(published) == {"api-server", "mlflow", "serve", "vllm", "metrics", "proxy"}
    assert "proxy" in SERVICES["proxy"]["profiles"], "the one that is made for other machines, and only when asked for"
    del published["proxy"]
    assert all(re.fullmatch(r"127\.0\.0\.1:\$\{\w+:-\d+\}:\d+", port) for port in published.values())
    assert all("host" not in str(service.get("network_mode")) for service in SERVICES.values())


@pytest.mark.parametrize("name", WORKERS)
def test_links_lead_to_the_address_that_a_team_names_else_to_the_default_port(name):
    told = SERVICES[name]["environment"]["NIGHTSCHOOL_MLFLOW_URL"]
    assert told == "${NIGHTSCHOOL_MLFLOW_URL:-http://127.0.0.1:5000}"  # docker-compose 1 knows no variable in a default
    told = SERVICES[name]["environment"]["AIRFLOW__API__BASE_URL"]
    assert told == "${NIGHTSCHOOL_AIRFLOW_URL:-http://127.0.0.1:8080}"


def test_the_model_server_answers_greedily_and_sees_what_workers_export():
    """Without the first vLLM takes the penalties of the base model's own file; docs/export.md puts exports there."""
    server = SERVICES["vllm"]
    command = server["command"]
    assert command[command.index("--generation-config") + 1] == "vllm"
    assert ["var", "/opt/nightschool/var", "ro"] in mounts(server)
    assert ["var", "/opt/nightschool/var"] in mounts(SERVICES["worker-cpu"])


def test_the_server_of_repairs_follows_the_teams_registry_judges_as_workers_do_and_cannot_promote():
    serve, worker = SERVICES["serve"], SERVICES["worker-cpu"]
    first, *given = serve["command"][1:]
    settings = load_config(ROOT / "conf/fleet.yaml", [one.removeprefix("--set=") for one in given[1:]])
    assert (first, given[0], settings.serve.host) == ("serve", "--config=conf/fleet.yaml", "0.0.0.0")
    assert serve["ports"] == [f"127.0.0.1:${{SERVE_PORT:-{settings.serve.port}}}:{settings.serve.port}"]
    assert f"127.0.0.1:{settings.serve.port}/readyz" in (ROOT / "containers/health").read_text()
    login = ("MLFLOW_TRACKING_USERNAME", "MLFLOW_TRACKING_PASSWORD_FILE")
    assert [serve["environment"][name] for name in login] == [worker["environment"][name] for name in login]
    assert serve["environment"][f"{TOKEN}_FILE"] == f"/run/secrets/{TOKEN.lower()}"
    assert set(serve["secrets"]) == {"mlflow_worker_password", TOKEN.lower()}
    assert ["judge", "/run/nightschool"] in mounts(serve)
    assert int(serve["stop_grace_period"].removesuffix("s")) > settings.serve.timeout_s + SPARE_S


def test_what_airflow_runs_for_a_late_night_goes_to_a_queue_that_a_worker_serves():
    queues = {command[command.index("--queues") + 1] for command in (SERVICES[name]["command"] for name in WORKERS)}
    assert SERVICES["scheduler"]["environment"]["AIRFLOW__OPERATORS__DEFAULT_QUEUE"] in queues


def test_who_is_told_is_known_to_every_part_that_tells_and_is_nobody_unless_named():
    names = ("NIGHTSCHOOL_NOTIFY_WEBHOOK", "NIGHTSCHOOL_NOTIFY_MAIL", "NIGHTSCHOOL_NOTIFY_TO")
    for part in ("dag-processor", "scheduler", *WORKERS):
        assert [SERVICES[part]["environment"][name] for name in names] == [f"${{{name}-}}" for name in names]


PLAIN = {"DOCKER_GID", "WORKER_CPUS", "NIGHTSCHOOL_SECRETS"}
"""Names of .env.example that are no secrets."""


def test_every_name_of_the_example_is_asked_for_without_a_default_and_has_no_value():
    lines = re.findall(r"^(\w+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert {value for _, value in lines} == {""}
    folder = "${NIGHTSCHOOL_SECRETS:?run make compose-up, which makes it}"
    secrets = {name.lower() for name, _ in lines if name not in PLAIN}
    assert COMPOSE["secrets"] == {name: {"file": f"{folder}/{name}"} for name in secrets}
    for name in PLAIN:
        uses = re.findall(rf"\$\{{{name}\b[^}}]*\}}", TEXT)
        assert uses, name
        assert all(use.startswith(f"${{{name}:?") for use in uses), name


def test_whatever_sounds_secret_is_a_file_or_an_address_without_one():
    """So `docker inspect` and `docker-compose config` show none."""
    harmless = {"AIRFLOW__CORE__EXECUTION_API_SERVER_URL", "MLFLOW_S3_ENDPOINT_URL", "MLFLOW_BACKEND_STORE_URI"}
    harmless |= {
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE",
        "NIGHTSCHOOL_MLFLOW_URL",
        "AIRFLOW__API__BASE_URL",
    }
    outside = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"}  # somebody else's store: empty unless given
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if SECRET.search(name) and name not in harmless | outside:
                assert "/run/secrets/" in value or value.startswith("secret-url "), name
                asked = set(re.findall(r"/run/secrets/(\w+)|\{(\w+)\}", value).pop()) - {""}
                assert asked <= set(service["secrets"]), name
    assert "@postgres" in SERVICES["mlflow"]["environment"]["MLFLOW_BACKEND_STORE_URI"], "no password before it"
    assert all(f"${{{name}:-}}" in TEXT for name in outside)


def test_a_worker_is_given_neither_airflows_database_nor_the_key_that_signs_tokens():
    kept = {"airflow_db_password", "airflow_fernet_key", "airflow_secret_key", "airflow_jwt_secret"}
    assert kept < set(SERVICES["scheduler"]["secrets"])
    for worker in WORKERS:
        assert not kept & set(SERVICES[worker]["secrets"])
        assert not re.search("|".join(kept), str(SERVICES[worker]["environment"]))


def test_only_the_worker_that_promotes_logs_in_to_mlflow_as_who_may_and_none_as_administrator():
    users = {name: SERVICES[name]["environment"]["MLFLOW_TRACKING_USERNAME"] for name in WORKERS}
    assert users == {name: "promoter" if name == "worker-release" else "worker" for name in WORKERS}
    assert SERVICES["dag-processor"]["environment"]["NIGHTSCHOOL_RELEASE_QUEUE"] == WORKERS["worker-release"]
    admin = {name for name, service in SERVICES.items() if "mlflow_admin_password" in service.get("secrets", ())}
    assert admin == {"mlflow", "mlflow-accounts"}


def test_every_service_is_given_the_secrets_that_it_reads_and_no_others():
    for name, service in SERVICES.items():
        read = set(re.findall(r"/run/secrets/(\w+)", str(service)))
        read |= {one for url in re.findall(r"secret-url (\S+)", str(service)) for one in re.findall(r"\{(\w+)\}", url)}
        if name == "mlflow-accounts":  # what accounts.py reads
            read |= {"mlflow_worker_password", "mlflow_promoter_password"}
        if name == "postgres":  # what databases.sh reads
            read |= {f"{one}_db_password" for one in ("airflow", "celery", "mlflow")}
        assert set(service.get("secrets", ())) == read, name


def test_everything_that_stays_has_a_health_check_and_what_it_needs_is_waited_for():
    for name, service in SERVICES.items():
        if name not in ONE_SHOT:
            assert service["healthcheck"]["test"], name
        for needed, how in service.get("depends_on", {}).items():
            wanted = "service_completed_successfully" if needed in ONE_SHOT else "service_healthy"
            assert how == {"condition": wanted}, (name, needed)
    for worker in WORKERS:
        assert {"redis", "api-server", "mlflow", "judge", "airflow-init", "postgres", "volume-owner"} <= after(worker)
    assert all("airflow-init" in after(name) for name in ("api-server", "scheduler", "dag-processor", "triggerer"))


NOT_ENDED = {"postgres", "redis", "proxy", "vllm"}
"""A database is not ended for being slow; the others have no Python of ours."""


def test_whatever_is_ours_is_ended_when_it_has_been_ill_twice_as_long_as_it_takes_to_count_as_unhealthy():
    """300 s: 30 checks 10 s apart, 5 a minute apart; `docker-compose up` waits as long for a service that starts."""
    for name in set(SERVICES) - ONE_SHOT - NOT_ENDED:
        check = SERVICES[name]["healthcheck"]
        assert check["test"] == ["CMD", "watchdog", "${ILL_AFTER_S:-600}"], name
        assert SERVICES[name]["restart"] == "unless-stopped"
        assert int(check["interval"].removesuffix("s")) * check["retries"] == 300 == 600 / 2
    assert all("watchdog" not in str(SERVICES[name]["healthcheck"]) for name in NOT_ENDED)


def test_every_part_of_airflow_is_told_where_its_metrics_and_traces_go_and_reaches_it():
    """`stores` has no way out; by default the variable is empty, so that nothing is sent."""
    told = {name: one for name, one in SERVICES.items() if "with-telemetry" in str(one.get("entrypoint"))}
    assert set(told) == {"api-server", "scheduler", "dag-processor", "triggerer", "airflow-init", *WORKERS}
    for name, service in told.items():
        assert service["environment"]["NIGHTSCHOOL_OTLP_ENDPOINT"] == "${NIGHTSCHOOL_OTLP_ENDPOINT-}", name
        assert "pages" in service["networks"], name
    assert not COMPOSE["networks"]["pages"], "an ordinary network, with a way out"


def test_postgres_is_stopped_by_its_fast_shutdown_and_given_time():
    """SIGTERM would wait for every client and end in SIGKILL, and the next start in a recovery."""
    assert SERVICES["postgres"]["stop_signal"] == "SIGINT"
    assert int(SERVICES["postgres"]["stop_grace_period"].removesuffix("s")) >= 30
    assert re.search(r"^STOPSIGNAL SIGINT$", (ROOT / "containers/services/Dockerfile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", ["airflow", "mlflow"])
def test_files_that_a_list_of_packages_names_are_there(name):
    words = (ROOT / "containers" / name / "requirements.txt").read_text()
    for file in re.findall(r"[\w./]*requirements\.lock|[\w./]+\.(?:lock|toml)", words):
        assert (ROOT / file).exists(), file


def test_only_the_judge_reaches_the_engine_and_it_has_no_network():
    assert [name for name, service in SERVICES.items() if "docker.sock" in str(service)] == ["judge"]
    assert SERVICES["judge"]["network_mode"] == "none"
    assert not any(service.get("privileged") for service in SERVICES.values())


def test_the_fleets_config_names_services_that_are_there():
    fleet = read_yaml(ROOT / "conf" / "fleet.yaml")
    assert fleet["tracking"]["uri"] == "http://mlflow:5000"
    assert "5000" in SERVICES["mlflow"]["command"]
    assert fleet["sandbox"]["service"] == "unix:/run/nightschool/judge.sock"
    for name in ("judge", *WORKERS):
        assert ["judge", "/run/nightschool"] in mounts(SERVICES[name])
        assert SERVICES[name].get("environment", {}).get("NIGHTSCHOOL_CONFIG", "conf/fleet.yaml") == "conf/fleet.yaml"
    assert "--config=conf/fleet.yaml" in SERVICES["judge"]["command"]


def test_what_tells_monitoring_changes_nothing_and_prometheus_asks_where_it_listens():
    service = SERVICES["metrics"]
    assert all(mode == ["ro"] for _, _, *mode in mounts(service))
    assert "environment" not in service, "it needs no secret"
    scraped = read_yaml(ROOT / "containers/monitoring/prometheus.yml")["scrape_configs"][0]
    assert service["command"][-3] == service["ports"][0].rsplit(":", 1)[1]
    assert scraped["static_configs"] == [{"targets": ["127.0.0.1:9795"]}]
    assert "127.0.0.1:${METRICS_PORT:-9795}:9795" in service["ports"]


def test_volumes_are_named_and_files_from_the_host_are_read_only():
    assert None not in COMPOSE["volumes"]
    for name, service in SERVICES.items():
        for source, _, *mode in mounts(service):
            if source.startswith("./"):
                assert mode == ["ro"], (name, source)
                assert (ROOT / source).exists()
            else:
                assert source in COMPOSE["volumes"] or source == "/var/run/docker.sock", (name, source)


def test_the_volumes_that_the_images_user_writes_are_given_to_it_first():
    owned = {source for source, _ in mounts(SERVICES["volume-owner"])}
    ours = {n for n, s in SERVICES.items() if s["image"].startswith("nightschool/") and n != "volume-owner"} | {"proxy"}
    written = {m[0] for name in ours for m in mounts(SERVICES[name]) if m[0] in COMPOSE["volumes"]}
    assert owned == written
    assert all("volume-owner" in after(name) for name in ours)


def test_images_are_pinned_and_ours_are_of_this_version():
    for service in SERVICES.values():
        tag = service["image"].rsplit(":", 1)[1].strip("-}")
        assert re.match(r"v?\d+\.\d+", tag), service["image"]
        assert tag == __version__ or not service["image"].startswith("nightschool/")


def composes():
    """How compose is asked here: version 2, a plugin of the engine's, or version 1; nothing where there is neither."""
    asked = ["docker", "compose", "version"]
    if shutil.which("docker") and subprocess.run(asked, capture_output=True, check=False).returncode == 0:
        return asked[:2]
    return ["docker-compose"] if shutil.which("docker-compose") else []


@pytest.mark.skipif(not composes(), reason="no compose; on Debian: apt-get install docker-compose")
def test_compose_refuses_without_secrets_and_accepts_what_the_script_makes(tmp_path):
    for name in ("docker-compose.yml", ".env.example", "containers"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, tmp_path / name)
    environment = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME")}
    profiles = [f"--profile={name}" for name in ("gpu", "serving", "vllm", "monitoring", "proxy")]
    ask = [*composes(), *profiles, "config", "--quiet"]
    refused = subprocess.run(ask, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert refused.returncode != 0
    assert "run make compose-up" in refused.stderr
    (tmp_path / ".env").write_text("DOCKER_GID=7")
    subprocess.run([sys.executable, "containers/make_env.py"], cwd=tmp_path, check=True)
    accepted = subprocess.run(ask, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (accepted.returncode, accepted.stderr) == (0, "")


def test_secrets_are_made_once_kept_told_to_nobody_and_readable_by_their_owner_only(tmp_path):
    (tmp_path / "containers").mkdir()
    script = shutil.copy(ROOT / "containers" / "make_env.py", tmp_path / "containers")
    (tmp_path / ".env.example").write_text("# words\nA_PASSWORD=\nMINE=\nAIRFLOW_FERNET_KEY=\n")
    env = tmp_path / ".env"
    env.write_text("MINE=kept\nA_PASSWORD=")
    env.chmod(0o644)
    said = [subprocess.run([sys.executable, script], capture_output=True, text=True, check=True) for _ in "12"]
    values = dict(line.split("=", 1) for line in env.read_text().splitlines())  # of two lines the later one counts
    assert [done.stdout for done in said] == ["Made in .env: A_PASSWORD, AIRFLOW_FERNET_KEY\n", ""]
    assert values["MINE"] == "kept"
    assert len(values["A_PASSWORD"]) == 64  # 48 random bytes in base64
    assert len(values["AIRFLOW_FERNET_KEY"]) == 44  # 32 bytes, padded, as Fernet asks
    assert stat.S_IMODE(env.stat().st_mode) == 0o600
    assert ".env" in (ROOT / ".gitignore").read_text().split()


def made_env(tmp_path, text):
    """What the script makes of a .env."""
    (tmp_path / "containers").mkdir(exist_ok=True)
    script = shutil.copy(ROOT / "containers" / "make_env.py", tmp_path / "containers")
    (tmp_path / ".env.example").write_text("")
    (tmp_path / ".env").write_text(text)
    subprocess.run([sys.executable, script], check=True)
    return (tmp_path / ".env").read_text()


def values_of(text):
    return dict(line.split("=", 1) for line in text.splitlines() if not line.startswith("#"))


def test_one_name_gives_both_pages_their_public_address_and_a_new_name_new_ones(tmp_path):
    """Ports are those of the profile `proxy`; 443 needs no mention."""
    once = made_env(tmp_path, "NIGHTSCHOOL_PUBLIC_HOST=a.test\nAIRFLOW_TLS_PORT=443")
    assert values_of(once)["NIGHTSCHOOL_AIRFLOW_URL"] == "https://a.test"
    assert values_of(once)["NIGHTSCHOOL_MLFLOW_URL"] == "https://a.test:5443"
    assert made_env(tmp_path, once) == once
    moved = made_env(tmp_path, once.replace("HOST=a.test", "HOST=b.test"))
    assert moved == once.replace("a.test", "b.test")


def test_an_address_that_somebody_names_is_kept_and_without_a_name_there_is_none(tmp_path):
    chosen = "NIGHTSCHOOL_PUBLIC_HOST=a.test\nNIGHTSCHOOL_MLFLOW_URL=https://runs.test\n"
    made = values_of(made_env(tmp_path, chosen))
    assert made["NIGHTSCHOOL_MLFLOW_URL"] == "https://runs.test"
    assert made["NIGHTSCHOOL_AIRFLOW_URL"] == "https://a.test:8443"
    assert made_env(tmp_path, "A=1\n") == "A=1\n"


def test_every_service_keeps_the_end_of_its_log_only():
    """Docker's own default keeps all of it; of the two whose output is an archive nothing is kept."""
    for name, service in SERVICES.items():
        if name in ("backup", "restore"):
            assert service["logging"] == {"driver": "none"}
        else:
            assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}, name


def test_a_backup_cannot_write_what_it_keeps_has_no_network_and_no_secret_and_sees_all_volumes_of_nights():
    """Locks, and what SQLite needs to read its files, lie in `var` and beside the ledger."""
    backup, restore = SERVICES["backup"], SERVICES["restore"]
    places = {"artifacts": "artifacts", "ledger": "mlruns", "var": "var"}
    assert {volume: path for volume, path, *_ in mounts(restore)} == {
        volume: f"/opt/nightschool/{folder}" for volume, folder in places.items()
    }
    assert mounts(backup) == [[*one, "ro"] if one[0] == "artifacts" else one for one in mounts(restore)]
    for one in (backup, restore):
        assert (one["network_mode"], one.get("secrets", [])) == ("none", [])
    assert ["artifacts", "/mlruns"] in mounts(SERVICES["mlflow"])
    kept = {"artifacts", "ledger", "var", "postgres"}
    left_out = {"airflow-logs", "judge", "models", "proxy", "redis"}
    assert set(COMPOSE["volumes"]) == kept | left_out, "a new volume is kept, or named in docs/howto-backup.md"


def test_the_proxy_writes_to_its_volume_only_and_both_pages_know_that_they_are_behind_one():
    proxy = SERVICES["proxy"]
    assert proxy["read_only"]
    assert (proxy["cap_drop"], proxy["cap_add"]) == (["ALL"], ["NET_BIND_SERVICE"])
    assert SERVICES["api-server"]["environment"]["AIRFLOW__API__BASE_URL"] == "${NIGHTSCHOOL_AIRFLOW_URL:-}"
    assert [m[:2] for m in mounts(proxy) if m[2:] != ["ro"]] == [["proxy", "/data"]]
    assert "--proxy-headers" in SERVICES["api-server"]["command"][-1]
    hosts = SERVICES["mlflow"]["environment"]["MLFLOW_SERVER_ALLOWED_HOSTS"].split(",")
    assert {"${NIGHTSCHOOL_PUBLIC_HOST:-localhost}", "${NIGHTSCHOOL_PUBLIC_HOST:-localhost}:*"} < set(hosts)
