"""Programs in warm containers of a Docker engine: for machines where bubblewrap may not make namespaces.

Covered: finding engine and image, a pool of workers by shape, throwing a worker away after
`sandbox.recycle_after` runs or after anything but a clean exit, mounting what the image does not hold, starting again
what the engine failed to start.
Not covered: building the image (containers/sandbox/build.sh); who may use the engine's socket, which is as
good as root: give it to the judge service (`service.py`) and to nobody else. See docs/sandbox.md.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nightschool.config import SandboxConfig
from nightschool.errors import SandboxUnavailableError, StartFailedError
from nightschool.sandbox.contract import Command, Completed
from nightschool.sandbox.fingerprint import fingerprint
from nightschool.sandbox.probe import check
from nightschool.sandbox.starting import Starts
from nightschool.sandbox.worker import Shape, Worker

PATH_LABEL = "nightschool.toolchain.path"
FINGERPRINT_LABEL = "nightschool.toolchain.fingerprint"
_IDLE = 8
"""Workers that may wait for work; beyond that the one that has waited longest is thrown away."""
_HELP = (
    "Start an engine (`systemctl start docker`, or DOCKER_HOST) and build the image with "
    "containers/sandbox/build.sh, or use `sandbox.backend: bubblewrap`."
)
_ADVICE = f"{_HELP} An engine with AppArmor or SELinux rules of its own may have to be told about this image."


class DockerSandbox:
    """Runs each command in a container that is its own while it runs; about 5 ms in a warm one, 0.5 s in a new one."""

    name = "docker"

    def __init__(self, config: SandboxConfig, read_only: tuple[Path, ...] = ()) -> None:
        """Raises SandboxUnavailableError if there is no engine, no image, or a read-only folder is missing."""
        self._config = config
        self._read_only = read_only
        self._lock = threading.Lock()
        self._idle: list[tuple[Shape, Worker]] = []
        self._probed = False
        self._starts = Starts()
        with _engine_errors():
            import docker

            self._engine = docker.from_env().api
            self._cpus = int(self._engine.info()["NCPU"])
            image = self._engine.inspect_image(config.image)
        self._image = str(image["Id"])
        self._labels: dict[str, str] = image["Config"]["Labels"] or {}

    def run(self, command: Command) -> Completed:
        """Run in a warm container of the right shape, or in a new one. See `Sandbox.run`."""
        with _engine_errors():
            shape = self._shape(command)
            taken = self._taken(shape)
            worker, failed = (taken, 0) if taken else self._starts.until_started(lambda: self._started(shape))
            try:
                return replace(worker.run(command), failed_starts=failed)
            finally:
                self._put(shape, worker)

    def probe(self) -> None:
        """See `Sandbox.probe`."""
        if not self._probed:
            check(self, self._config, _ADVICE)
            self._probed = True

    def close(self) -> None:
        """Throw away all waiting workers; the end of this process does the same."""
        while self._idle:
            self._idle.pop()[1].close()

    def _shape(self, command: Command) -> Shape:
        wanted = dict.fromkeys((*self._read_only, *command.read_only))
        mounts = tuple(path.absolute() for path in wanted if not self._holds(path))
        for path in mounts:
            if not path.exists():
                raise SandboxUnavailableError(f"The sandbox is to mount {str(path)!r}, which is not there.")
        limits = command.limits
        sizes = (limits.processes, limits.memory_mb, self._config.tmp_mb)
        return Shape(self._image, mounts, *sizes, command.runner, self._config.cgroup)

    def _holds(self, path: Path) -> bool:
        """Whether the image holds the very toolchain that is at `path` here."""
        if self._labels.get(PATH_LABEL) != str(path):
            return False
        return self._labels.get(FINGERPRINT_LABEL) == fingerprint(path)

    def _started(self, shape: Shape) -> Worker:
        with _refusals():
            worker = Worker(self._engine, shape, self._cpus)
        try:
            worker.expect_ready()
        except SandboxUnavailableError:
            worker.close()
            raise
        return worker

    def _taken(self, shape: Shape) -> Worker | None:
        """A waiting worker that has cleaned up; those that have died meanwhile are thrown away."""
        while (worker := self._popped(shape)) is not None:
            try:
                worker.expect_ready()
            except SandboxUnavailableError:
                worker.close()
            else:
                return worker
        return None

    def _popped(self, shape: Shape) -> Worker | None:
        with self._lock:
            index = next((index for index, (found, _) in enumerate(self._idle) if found == shape), None)
            return None if index is None else self._idle.pop(index)[1]

    def _put(self, shape: Shape, worker: Worker) -> None:
        """Keep a worker for the next command unless it is spent."""
        if worker.spent or worker.runs >= self._config.recycle_after:
            worker.close()
            return
        with self._lock:
            self._idle.append((shape, worker))
            surplus = [self._idle.pop(0)[1] for _ in range(len(self._idle) - _IDLE)]
        for old in surplus:
            old.close()


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    """An engine that fails to start a container (its fault, 5xx) is asked again; one that will not is not."""
    from docker.errors import APIError

    try:
        yield
    except APIError as error:
        if not error.is_server_error():
            raise
        raise StartFailedError(f"The Docker engine could not start a container: {error}. {_HELP}") from error


@contextlib.contextmanager
def _engine_errors() -> Iterator[None]:
    from docker.errors import DockerException
    from requests import RequestException

    try:
        yield
    except (DockerException, RequestException, OSError) as error:
        raise SandboxUnavailableError(f"The Docker engine cannot run the sandbox: {error}. {_HELP}") from error
