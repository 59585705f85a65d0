"""docker-compose.yml read as data: what a service may take of the machine, write, do and see."""

import re
from pathlib import Path

import pytest

from tests.parsed import read_yaml

ROOT = Path(__file__).parents[1]
COMPOSE = read_yaml(ROOT / "docker-compose.yml")
SERVICES = COMPOSE["services"]
STORES = {"postgres", "redis"}
OURS_IS_NOT = {"vllm"}
"""Somebody else's image, which writes where it likes."""
CAPABILITIES = {
    "volume-owner": {"CHOWN"},
    "postgres": {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"},
    "proxy": {"NET_BIND_SERVICE"},
}
SIZE = re.compile(r"(?:\$\{\w+:-)?(\d+)([mg])\}?")


def megabytes(text):
    number, unit = SIZE.fullmatch(text).groups()
    return int(number) * (1024 if unit == "g" else 1)


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_limit_of_memory_processors_and_processes(name):
    service = SERVICES[name]
    assert megabytes(service["mem_limit"]) >= 64
    assert service["cpus"] == 1 or "WORKER_CPUS" in service["cpus"], "an engine refuses more than the machine has"
    assert 32 <= service["pids_limit"] <= 4096


@pytest.mark.parametrize("name", SERVICES)
def test_a_folder_in_memory_has_a_size_below_the_services_limit(name):
    """What is written there counts as the service's memory."""
    sizes = [re.search(r"size=(\d+[mg])", one) for one in SERVICES[name].get("tmpfs", [])]
    assert all(sizes), SERVICES[name]["tmpfs"]
    assert sum(megabytes(size[1]) for size in sizes) <= megabytes(SERVICES[name]["mem_limit"]) / 2


def test_a_folder_in_memory_may_be_written_by_the_services_user():
    """Over a folder of the image it has that folder's rights and is root's; seen with PostgreSQL's sockets."""
    folders = {one for service in SERVICES.values() for one in service.get("tmpfs", []) if not one.startswith("/tmp:")}
    found = {path: options for path, _, options in (folder.partition(":") for folder in folders)}
    assert set(found) == {"/opt/airflow", "/run/login", "/run/postgresql"}
    assert found["/opt/airflow"].endswith("uid=10001,gid=10001")
    assert found["/run/login"].endswith("mode=1777")
    assert "RUN chmod 3777 /run/postgresql" in (ROOT / "containers/services/Dockerfile").read_text()


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_an_init_no_new_privileges_and_only_the_capabilities_that_it_needs(name):
    service = SERVICES[name]
    assert service["init"] is True
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["cap_drop"] == ["ALL"]
    assert set(service.get("cap_add", ())) == CAPABILITIES.get(name, set())


@pytest.mark.parametrize("name", sorted(set(SERVICES) - OURS_IS_NOT))
def test_roots_are_read_only_and_what_is_written_is_a_volume_or_in_memory(name):
    assert SERVICES[name]["read_only"] is True


def test_stores_are_on_a_network_without_a_way_out_and_seen_by_who_needs_them_only():
    assert COMPOSE["networks"] == {"stores": {"internal": True}, "pages": None}
    for name in STORES:
        assert SERVICES[name]["networks"] == ["stores"]
    sees = {name for name, service in SERVICES.items() if "stores" in service.get("networks", ())} - STORES
    connected = {name for name, service in SERVICES.items() if re.search("postgres|redis:", str(service))} - STORES
    assert sees == {name for name in connected if SERVICES[name].get("environment")}
    assert not sees & {"proxy", "metrics", "serve", "vllm", "judge", "volume-owner"}


def test_whoever_publishes_a_port_is_on_the_network_that_has_a_way_out():
    for name, service in SERVICES.items():
        if service.get("ports"):
            assert "pages" in service["networks"], name
    assert all("network_mode" in service or service["networks"] for service in SERVICES.values())


def test_the_judges_together_are_bounded_by_their_number_and_by_a_control_group_that_a_team_names():
    """Two at once by default, each twice 2048 MiB, two folders of 512 MiB and 64 MiB: 2 x 5184 MiB."""
    from nightschool.config import SandboxConfig
    from nightschool.config_file import load_config
    from nightschool.sandbox.worker import Shape

    told = [word.removeprefix("--set=") for word in SERVICES["judge"]["command"] if word.startswith("--set=")]
    told = [re.sub(r"\$\{(\w+):-(.*?)\}", lambda found: found[2], word) for word in told]
    settings = load_config(None, told)
    assert (settings.judge.workers, settings.sandbox.cgroup) == (2, "")
    limits = SandboxConfig()
    one = Shape("image", (), limits.processes, limits.memory_mb, limits.tmp_mb, runner=False).host_config(8)
    assert settings.judge.workers * one["mem_limit"] == 2 * 5184 * 2**20
    words = str(SERVICES["judge"]["command"])
    assert "${JUDGE_CGROUP:-}" in words
    assert "${JUDGE_WORKERS:-2}" in words
