"""The docker backend itself: workers that are used again and thrown away, faults that must not look like verdicts.

The attacks on it are those of all backends: test_attacks.py here and in tests/rust.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError
from nightschool.sandbox import Command, Limits, Reason, open_sandbox, worker
from nightschool.sandbox.docker import FINGERPRINT_LABEL, PATH_LABEL, DockerSandbox
from nightschool.sandbox.fingerprint import fingerprint
from nightschool.sandbox.worker import Shape, runner_profile
from tests.backends import settings

ROOT = Path(__file__).resolve().parents[2]
SHAPE = Shape("image", (Path("/opt/rust"),), processes=16, memory_mb=256, tmp_mb=64, runner=False)
LIMITS = Limits.within(SandboxConfig(tmp_mb=16), 10.0)


def engine() -> Any:
    import docker

    return docker.from_env()


def shell(script: str, **fields: object) -> Command:
    return replace(Command(("/bin/sh", "-c", script), LIMITS), **fields)


def test_a_container_gets_no_network_no_rights_and_no_more_than_its_limits() -> None:
    config = SHAPE.host_config(cpus=8)
    assert (config["network_mode"], config["ipc_mode"], config["read_only"]) == ("none", "none", True)
    assert (config["cap_drop"], config["security_opt"]) == (["ALL"], ["no-new-privileges"])
    assert config["pids_limit"] == 16 + 1  # the supervisor
    # Twice 256 MiB resident, two folders of 64 MiB, 64 MiB for the supervisor; no swap beyond that.
    assert config["mem_limit"] == config["memswap_limit"] == (512 + 128 + 64) * 2**20
    assert f"size={64 * 2**20}," in config["tmpfs"]["/work"]
    assert config["mounts"] == [{"Type": "bind", "Source": "/opt/rust", "Target": "/opt/rust", "ReadOnly": True}]
    assert (config["nano_cpus"], SHAPE.host_config(cpus=1)["nano_cpus"]) == (2 * 10**9, 10**9)


def test_containers_are_put_into_the_control_group_that_limits_them_together() -> None:
    assert SHAPE.host_config(1)["cgroup_parent"] is None
    assert replace(SHAPE, cgroup="judges.slice").host_config(1)["cgroup_parent"] == "judges.slice"


def test_only_containers_of_runners_have_a_filter_other_than_the_engines() -> None:
    [_, profile] = replace(SHAPE, runner=True).host_config(1)["security_opt"]
    assert profile == f"seccomp={runner_profile()}"
    [refused] = json.loads(runner_profile())["syscalls"]
    assert refused["action"] == "SCMP_ACT_ERRNO"
    assert {"ptrace", "bpf", "keyctl"} <= set(refused["names"])
    assert {"unshare", "setns", "mount", "umount2"}.isdisjoint(refused["names"])


def test_the_default_image_is_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert SandboxConfig().image == f"nightschool/sandbox:{version}"


def test_no_engine_is_a_refusal_that_says_what_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere/docker.sock")
    with pytest.raises(SandboxUnavailableError, match=r"systemctl start docker.*containers/sandbox/build\.sh"):
        open_sandbox(SandboxConfig(backend="docker"))


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch) -> SandboxConfig:
    """A config whose containers bear a label of this test's own."""
    monkeypatch.setattr(worker, "LABEL", f"nightschool.test.{os.getpid()}.{time.monotonic_ns()}")
    return SandboxConfig.model_validate({"tmp_mb": 16, **settings("docker")})


@pytest.fixture
def containers(config: SandboxConfig) -> Callable[[], list[str]]:
    """Names of the containers that run now."""
    client = engine()
    return lambda: sorted(found["Id"] for found in client.api.containers(filters={"label": worker.LABEL}))


@pytest.fixture
def sandbox(config: SandboxConfig) -> Iterator[DockerSandbox]:
    opened = DockerSandbox(config)
    yield opened
    opened.close()


def gone(containers: Callable[[], list[str]]) -> bool:
    end = time.monotonic() + 20
    while containers() and time.monotonic() < end:
        time.sleep(0.05)
    return not containers()


@pytest.mark.docker
def test_probe_finds_that_isolation_holds_and_remembers(
    sandbox: DockerSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.probe()
    monkeypatch.setattr(DockerSandbox, "run", lambda *_: pytest.fail("probed twice"))
    sandbox.probe()


@pytest.mark.docker
def test_the_next_command_finds_the_same_container_and_nothing_of_the_last(
    sandbox: DockerSandbox, containers: Callable[[], list[str]]
) -> None:
    for _ in range(2):
        done = sandbox.run(shell("echo /work/* /tmp/*; : > /tmp/left; : > left", files={"mine/too": b"1"}))
        assert done.stdout == b"/work/mine /tmp/*\n"
    before = containers()
    sandbox.run(shell(":"))
    assert (len(before), containers()) == (1, before)


@pytest.mark.docker
def test_the_engine_puts_every_container_below_the_named_control_group(
    config: SandboxConfig, containers: Callable[[], list[str]]
) -> None:
    group = "nightschool.slice" if engine().info()["CgroupDriver"] == "systemd" else "/nightschool-test"
    opened = DockerSandbox(config.model_copy(update={"cgroup": group}))
    opened.run(shell(":"))
    assert [engine().api.inspect_container(one)["HostConfig"]["CgroupParent"] for one in containers()] == [group]
    opened.close()


SURPRISES = {
    "time": shell("while :; do :; done", limits=replace(LIMITS, wall_s=0.3)),
    "output": shell("while :; do echo xxxxxxxxxxxxxxxxxxxxxx; done", limits=replace(LIMITS, output_kb=16)),
    "a signal": shell("kill -SEGV $$"),
    "a process left behind": shell("while :; do :; done & echo left"),
}


@pytest.mark.docker
@pytest.mark.parametrize("name", SURPRISES)
def test_a_container_in_which_something_surprising_happened_is_thrown_away(
    name: str, sandbox: DockerSandbox, containers: Callable[[], list[str]]
) -> None:
    sandbox.run(SURPRISES[name])
    assert gone(containers)
    assert sandbox.run(shell("echo next")).stdout == b"next\n"


@pytest.mark.docker
@pytest.mark.parametrize(("recycle_after", "left"), [(1, 0), (2, 1), (3, 0)])
def test_a_container_is_replaced_after_the_configured_number_of_runs(
    recycle_after: int, left: int, config: SandboxConfig, containers: Callable[[], list[str]]
) -> None:
    # Three runs: with 1 each has had its own; with 2 the second container has one run to go; with 3 it has just gone.
    sandbox = DockerSandbox(config.model_copy(update={"recycle_after": recycle_after}))
    seen = set()
    for _ in range(3):
        sandbox.run(shell(":"))
        seen |= set(containers())
    end = time.monotonic() + 20
    while len(containers()) != left and time.monotonic() < end:
        time.sleep(0.05)
    assert len(containers()) == left
    sandbox.close()
    assert gone(containers)


@pytest.mark.docker
def test_a_killed_container_is_no_verdict_and_one_that_died_waiting_is_replaced(
    sandbox: DockerSandbox, containers: Callable[[], list[str]]
) -> None:
    def kill_soon() -> None:
        time.sleep(0.5)
        engine().containers.get(containers()[0]).kill()

    assert sandbox.run(shell("echo first")).stdout == b"first\n"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(kill_soon)
        with pytest.raises(SandboxUnavailableError, match="ended before its program did"):
            sandbox.run(shell("while :; do :; done"))
    assert sandbox.run(shell("echo second")).stdout == b"second\n"
    engine().containers.get(containers()[0]).kill()
    assert gone(containers)
    assert sandbox.run(shell("echo third")).stdout == b"third\n"


@pytest.mark.docker
def test_containers_end_with_the_process_that_started_them_even_if_it_is_killed(
    config: SandboxConfig, containers: Callable[[], list[str]]
) -> None:
    script = (
        "import sys, threading, time\n"
        "from nightschool.sandbox import Command, Limits, open_sandbox, worker\n"
        "from nightschool.config import SandboxConfig\n"
        f"worker.LABEL = {worker.LABEL!r}\n"
        "sandbox = open_sandbox(SandboxConfig.model_validate_json(sys.argv[1]))\n"
        "limits = Limits.within(SandboxConfig(), 60.0)\n"
        "run = lambda line: sandbox.run(Command(('/bin/sh', '-c', line), limits))\n"
        "run(':')\n"
        "for _ in range(2): threading.Thread(target=run, args=('while :; do :; done',), daemon=True).start()\n"
        "time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, config.model_dump_json()])
    try:
        end = time.monotonic() + 30
        while len(containers()) < 2 and time.monotonic() < end:
            time.sleep(0.1)
        assert len(containers()) == 2
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert gone(containers)


@pytest.mark.docker
def test_runs_in_many_threads_do_not_mix(sandbox: DockerSandbox) -> None:
    def run(number: int) -> tuple[bytes, bytes]:
        script = "read -r line < in; echo $line > out; echo said $line"
        done = sandbox.run(shell(script, files={"in": f"{number}\n".encode()}, keep=("./out",)))
        return done.stdout, done.files["./out"]

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(run, range(24))) == [(f"said {n}\n".encode(), f"{n}\n".encode()) for n in range(24)]


@pytest.mark.docker
def test_exit_codes_and_signals_are_told_apart(sandbox: DockerSandbox) -> None:
    ended = [sandbox.run(shell(script)) for script in ("exit 7", "exit 139", "kill -SEGV $$")]
    assert [(done.reason, done.exit_code) for done in ended] == [
        (Reason.EXITED, 7), (Reason.EXITED, 139), (Reason.SIGNALLED, 128 + 11),
    ]  # fmt: skip
    assert sandbox.run(Command(("./nothing",), LIMITS)).exit_code == 127


@pytest.mark.docker
def test_a_finished_program_with_a_full_pipe_loses_nothing(sandbox: DockerSandbox) -> None:
    # 1000 lines of 100 bytes: more than a pipe holds (64 KiB), less than the limit (1 MiB).
    line = "x" * 99
    done = sandbox.run(shell(f"i=0; while [ $i -lt 1000 ]; do echo {line}; i=$((i+1)); done"))
    assert len(done.stdout) == 100_000


@pytest.mark.docker
def test_a_further_folder_is_read_only_and_seen_at_its_own_path(sandbox: DockerSandbox, tmp_path: Path) -> None:
    (tmp_path / "shared").write_text("prepared by the host\n")
    (tmp_path / "shared").chmod(0o644)
    tmp_path.chmod(0o755)
    script = f"read -r l < {tmp_path}/shared; echo $l; echo x > {tmp_path}/new"
    done = sandbox.run(shell(script, read_only=(tmp_path,)))
    assert done.stdout == b"prepared by the host\n"
    assert b"Read-only" in done.stderr
    assert not (tmp_path / "new").exists()
    with pytest.raises(SandboxUnavailableError, match="/no/such/toolchain"):
        sandbox.run(shell(":", read_only=(Path("/no/such/toolchain"),)))


@pytest.mark.docker
def test_a_container_that_cannot_start_is_not_left_behind(sandbox: DockerSandbox) -> None:
    # /proc is there on this machine, and no engine mounts anything on a container's own.
    with pytest.raises(SandboxUnavailableError, match="proc"):
        sandbox.run(shell(":", read_only=(Path("/proc"),)))
    end = time.monotonic() + 10
    while (left := engine().api.containers(all=True, filters={"label": worker.LABEL})) and time.monotonic() < end:
        time.sleep(0.05)
    assert left == []


@pytest.mark.docker
def test_a_missing_image_is_a_refusal_that_says_how_to_build_it(config: SandboxConfig) -> None:
    with pytest.raises(SandboxUnavailableError, match=r"nightschool/none:0.*containers/sandbox/build\.sh"):
        open_sandbox(config.model_copy(update={"image": "nightschool/none:0"}))


@pytest.mark.docker
def test_the_image_holds_the_toolchain_it_says_and_another_is_mounted(sandbox: DockerSandbox, tmp_path: Path) -> None:
    labels: dict[str, Any] = engine().images.get(sandbox._config.image).labels
    rust = Path(labels[PATH_LABEL])
    if not rust.exists():
        pytest.skip(f"the image's toolchain is at {rust}, where this machine has none; unset NIGHTSCHOOL_SANDBOX_IMAGE")
    assert fingerprint(rust) == labels[FINGERPRINT_LABEL]
    assert sandbox._shape(shell(":", read_only=(rust,))).mounts == ()
    done = sandbox.run(Command((f"{rust}/bin/rustc", "-V"), LIMITS, read_only=(rust,)))
    assert done.stdout.startswith(b"rustc ")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "librustc_driver-0.so").touch()
    sandbox._labels[PATH_LABEL] = str(tmp_path)
    assert sandbox._shape(shell(":", read_only=(tmp_path,))).mounts == (tmp_path,)
