"""The judge service: who may ask, what may be asked, and that what comes back is what the sandbox said."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config, SandboxConfig
from nightschool.errors import ConfigError, SandboxUnavailableError, UsageError
from nightschool.rust import Judge
from nightschool.rust.toolchain import find_toolchain
from nightschool.sandbox import Command, Completed, Limits, Reason, Sandbox, open_sandbox, remote
from nightschool.sandbox.messages import LARGEST, TOKEN, Address, Answer, Question
from nightschool.sandbox.none import NoSandbox
from nightschool.sandbox.remote import RemoteSandbox
from nightschool.sandbox.service import LONGEST_S, RefusedError, Service, serve
from nightschool.types import Program, Verdict

CONFIG = SandboxConfig(memory_mb=512, processes=16, tmp_mb=16, output_kb=128)
LIMITS = Limits.within(CONFIG, 1.0)
COMMAND = Command(("./x", "a b"), LIMITS, {"x": bytes(range(256))}, ("out",), environment={"K": "ä"}, runner=True)
DONE = Completed(3, b"\xff\x00out", b"err", Reason.EXITED, 0.25, {"out": b"\x00\x01"})


class Echo:
    """A sandbox that remembers what it was asked."""

    name = "echo"

    def __init__(self, seconds: float = 0.0) -> None:
        self.asked: list[Command] = []
        self.at_once = self.most_at_once = 0
        self._seconds, self._lock = seconds, threading.Lock()

    def run(self, command: Command) -> Completed:
        with self._lock:
            self.asked.append(command)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        time.sleep(self._seconds)
        with self._lock:
            self.at_once -= 1
        if command.argv == ("die",):
            raise SandboxUnavailableError("the engine is gone")
        return DONE

    def probe(self) -> None: ...


@contextmanager
def serving(
    sandbox: Sandbox, address: str, folders: tuple[Path, ...] = (), workers: int = 2, config: SandboxConfig = CONFIG
) -> Iterator[SandboxConfig]:
    """A running service, and the config of one who asks it."""
    with serve(Service(sandbox, config, folders, workers), Address.parse(address)) as server:
        if not address.startswith("unix:"):
            address = f"127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield config.model_copy(update={"backend": "service", "service": address})
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def socket_file(tmp_path: Path) -> str:
    return f"unix:{tmp_path}/run/judge.sock"


def test_a_command_arrives_as_it_was_sent_and_so_does_the_answer(socket_file: str) -> None:
    echo = Echo()
    with serving(echo, socket_file) as config:
        assert open_sandbox(config).run(COMMAND) == DONE
    assert echo.asked == [COMMAND]


def test_messages_are_closed_to_fields_they_do_not_know() -> None:
    asked = json.loads(Question(command=COMMAND).model_dump_json())
    for place in (asked, asked["command"], asked["command"]["limits"]):
        place["more"] = 1
        with pytest.raises(ValueError, match="more"):
            Question.model_validate_json(json.dumps(asked))
        del place["more"]
    assert Question.model_validate_json(json.dumps(asked)).command == COMMAND
    assert Answer.model_validate_json(Answer(completed=DONE).model_dump_json()).completed == DONE


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0:8793", "10.0.0.1:80", "[::]:80", "judge.example.com:80", "localhost:80", "127.0.0.1", "127.0.0.1:99999",
     "unix:", ""],
)  # fmt: skip
def test_only_a_socket_file_or_a_loopback_address_is_served_or_asked(address: str) -> None:
    with pytest.raises(ConfigError, match=r"unix:PATH nor a port on loopback"):
        Address.parse(address)
    with pytest.raises(ConfigError):
        open_sandbox(SandboxConfig(backend="service", service=address))


def test_a_loopback_port_without_a_token_is_neither_served_nor_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    with pytest.raises(ConfigError, match=f"export {TOKEN}="):
        serve(Service(Echo(), CONFIG, (), 1), Address.parse("127.0.0.1:0"))
    with pytest.raises(ConfigError, match=f"export {TOKEN}="):
        RemoteSandbox(SandboxConfig(backend="service", service="127.0.0.1:8793"))


@pytest.mark.parametrize("place", ["loopback", "socket file"])
def test_a_wrong_token_runs_nothing(place: str, socket_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    echo = Echo()
    monkeypatch.setenv(TOKEN, "right")
    with serving(echo, "127.0.0.1:0" if place == "loopback" else socket_file) as config:
        right = RemoteSandbox(config)
        monkeypatch.setenv(TOKEN, "wrong")
        with pytest.raises(SandboxUnavailableError, match=rf"401.*{TOKEN}"):
            RemoteSandbox(config).run(COMMAND)
        assert (len(echo.asked), right.run(COMMAND)) == (0, DONE)


def test_the_socket_file_is_the_owners_alone_and_one_service_owns_it(socket_file: str) -> None:
    path = Path(socket_file.removeprefix("unix:"))
    with serving(Echo(), socket_file):
        assert path.stat().st_mode & 0o777 == 0o600
        with pytest.raises(UsageError, match="answers there already"):
            serve(Service(Echo(), CONFIG, (), 1), Address.parse(socket_file))
    assert path.exists()  # left behind, as by a service that was killed
    with serving(Echo(), socket_file) as config:
        assert open_sandbox(config).run(COMMAND) == DONE


@pytest.mark.parametrize(
    ("limit", "value"),
    [("wall_s", LONGEST_S + 1), ("wall_s", float("nan")), ("cpu_s", 10_000), ("memory_mb", 513), ("processes", 17),
     ("processes", 0), ("file_mb", 17), ("output_kb", 64 * 1024 + 1), ("output_kb", -1)],
)  # fmt: skip
def test_limits_beyond_the_services_own_are_refused(limit: str, value: float, socket_file: str) -> None:
    echo = Echo()
    service = Service(echo, CONFIG, (), 1)
    command = replace(COMMAND, limits=replace(LIMITS, **{limit: value}))
    with pytest.raises(RefusedError, match=limit):
        service._admit(command)
    if value == value:  # JSON has no NaN: such a request is not even well formed
        with pytest.raises(RefusedError, match=limit):
            service.run(Question(command=command).model_dump_json().encode())
    assert echo.asked == []


def test_no_folder_is_shown_but_the_services_toolchain(tmp_path: Path) -> None:
    echo, toolchain = Echo(), tmp_path / "rust"
    service = Service(echo, CONFIG, (toolchain,), 1)
    for folder in (Path("/"), tmp_path, toolchain / "lib", toolchain / ".." / "rust", Path("/etc")):
        with pytest.raises(RefusedError, match="no folder of the service's machine"):
            service.run(Question(command=replace(COMMAND, read_only=(folder,))).model_dump_json().encode())
    assert echo.asked == []
    service.run(Question(command=replace(COMMAND, read_only=(toolchain,))).model_dump_json().encode())
    assert len(echo.asked) == 1


@pytest.mark.parametrize("name", ["/etc/x", "../x"])
def test_paths_outside_the_working_folder_are_refused_before_they_are_sent(name: str, socket_file: str) -> None:
    with pytest.raises(ValueError, match="inside the working folder"):
        open_sandbox(CONFIG.model_copy(update={"backend": "service", "service": socket_file})).run(
            replace(COMMAND, files={name: b""})
        )


def test_requests_that_are_too_large_or_malformed_are_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN, "t")
    echo = Echo()
    with serving(echo, "127.0.0.1:0") as config:
        monkeypatch.setattr(remote, "LARGEST", 4000)
        with pytest.raises(SandboxUnavailableError, match="takes 4000 bytes"):
            open_sandbox(config).run(replace(COMMAND, files={"x": b"x" * 3000}))  # 4 letters for 3 bytes
        port = Address.parse(config.service).port
        said = [
            ask(port, "POST", "/run", b"", {"Content-Length": str(LARGEST + 1)}),
            ask(port, "POST", "/run", b"{}"),
            ask(port, "POST", "/run", b"not json"),
            ask(port, "POST", "/other", b"{}"),
            ask(port, "GET", "/run"),
        ]
    assert (said, echo.asked) == ([413, 400, 400, 404, 404], [])


def ask(port: int, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.putrequest(method, path)
    for key, value in {"Authorization": "Bearer t", "Content-Length": str(len(body)), **(headers or {})}.items():
        connection.putheader(key, value)
    connection.endheaders(body)
    with connection.getresponse() as response:
        response.read()
        return response.status


def test_no_more_commands_run_at_once_than_the_service_has_workers(socket_file: str) -> None:
    echo = Echo(seconds=0.05)
    with serving(echo, socket_file, workers=2) as config, ThreadPoolExecutor(8) as pool:
        sandbox = open_sandbox(config)
        assert list(pool.map(sandbox.run, [COMMAND] * 8)) == [DONE] * 8
    assert echo.most_at_once == 2


@pytest.mark.parametrize("backend", [NoSandbox(CONFIG), RemoteSandbox(SandboxConfig(backend="service"))])
def test_a_service_without_isolation_of_its_own_is_refused(backend: Sandbox) -> None:
    with pytest.raises(UsageError, match=r"--set sandbox\.backend=docker"):
        Service(backend, CONFIG, (), 1)


def test_a_sandbox_that_dies_in_the_service_is_no_verdict(socket_file: str) -> None:
    with serving(Echo(), socket_file) as config, pytest.raises(SandboxUnavailableError, match="the engine is gone"):
        open_sandbox(config).run(replace(COMMAND, argv=("die",)))


def test_a_service_with_another_toolchain_is_refused(socket_file: str, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "rust", tmp_path / "other"
    for folder, build in ((ours, "1"), (theirs, "2")):
        (folder / "lib").mkdir(parents=True)
        (folder / "lib" / f"librustc_driver-{build}.so").touch()
    with serving(Echo(), socket_file, folders=(theirs,)) as config:
        with pytest.raises(SandboxUnavailableError, match=r"librustc_driver-1\.so.*the same path"):
            open_sandbox(config, [ours]).probe()
        theirs.rename(tmp_path / "moved")
        (theirs / "lib").mkdir(parents=True)
        (theirs / "lib" / "librustc_driver-3.so").touch()
        with pytest.raises(SandboxUnavailableError, match=r"librustc_driver-3\.so.*librustc_driver-2\.so"):
            open_sandbox(config, [theirs]).probe()


ADDS = "pub fn add(a: i32, b: i32) -> i32 { a + b }\n"
TESTS = "#[test]\nfn adds() { assert_eq!(add(1, 2), 3); }\n"
PROGRAMS = [
    Program(ADDS, TESTS),
    Program(ADDS.replace("a + b", "a - b"), TESTS),
    Program(ADDS.replace("a + b", "a + c"), TESTS),
    Program(ADDS.replace("a + b", "loop {}"), TESTS),
    Program(f"mod inner {{}}\nuse crate::inner as _;\n{ADDS}", TESTS),
    Program(f'pub const S: &str = include_str!("/etc/passwd");\n{ADDS}'),
]


@pytest.mark.integration
def test_judging_through_the_service_equals_judging_directly(socket_file: str) -> None:
    toolchain = find_toolchain()
    config = Config.model_validate({"judge": {"cache": False, "test_timeout_s": 1.0}})
    direct = open_sandbox(config.sandbox, toolchain.read_only)
    with serving(direct, socket_file, toolchain.read_only, config=config.sandbox) as asking:
        through = open_sandbox(asking, toolchain.read_only)
        through.probe()
        found = Judge(config, toolchain, through).judge(PROGRAMS)
    again = Judge(config, toolchain, direct).judge(PROGRAMS)
    assert [(one.verdict, one.diagnostics) for one in found] == [(one.verdict, one.diagnostics) for one in again]
    passed, failed, wrong, endless, alone, reader = (one.verdict for one in found)
    assert (passed, failed, wrong, endless, alone) == (
        Verdict.PASSED, Verdict.TESTS_FAILED, Verdict.NOT_COMPILED, Verdict.TIMED_OUT, Verdict.PASSED,
    )  # fmt: skip
    assert reader in (Verdict.FORBIDDEN, Verdict.NOT_COMPILED)
    # The service has ended: nothing can be said of programs that would pass.
    unscored = Judge(config, toolchain, through).judge(PROGRAMS[:2])
    assert {one.verdict for one in unscored} == {Verdict.UNSCORED}
    assert "nightschool judge-service" in unscored[0].detail
