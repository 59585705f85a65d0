"""The figures given out: as text, to a file for node_exporter's textfile collector, over HTTP to Prometheus.

Covered: a file that is whole or not there and that another user may read; a port on loopback; both say the same, since
one collector reads anew each time. Not covered: who may ask (nobody is refused, hence loopback), encryption.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest, start_http_server
from prometheus_client.core import Metric
from prometheus_client.registry import Collector

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.files import write_atomic
from nightschool.monitoring.families import gauge, of_team
from nightschool.monitoring.last_night import night_families
from nightschool.monitoring.standing import standing_families
from nightschool.nights import Nights

READABLE = 0o644
"""node_exporter runs as a user of its own."""


class Figures(Collector):
    """Everything that is told, read when it is asked for; one object serves a process, from any thread."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._nights = Nights(config)

    def collect(self) -> Iterator[Metric]:
        """Nights, what stands now, and when both were read; a team's with its name in the label `team`."""
        team = self._config.team.name
        return (of_team(family, team) for family in self._families()) if team else self._families()

    def _families(self) -> Iterator[Metric]:
        yield from night_families(self._nights)
        yield from standing_families(self._config, self._nights.champions)
        yield gauge("read_timestamp_seconds", "When these figures were read.", {(): time.time()})


def text(config: Config) -> str:
    """All figures as they are now, in Prometheus' text format."""
    return generate_latest(_registry(config)).decode()


def write_textfile(config: Config, path: Path) -> None:
    """Write them for node_exporter. Raises UsageError for a place that it would pass over without a word."""
    if path.suffix != ".prom":
        raise UsageError(f"node_exporter reads files that end in .prom, not {path.name!r}; name it nightschool.prom.")
    if not path.parent.is_dir():
        raise UsageError(
            f"There is no folder {path.parent}: name the one that node_exporter's option "
            "--collector.textfile.directory names."
        )
    write_atomic(path, text(config))
    path.chmod(READABLE)


def tell(config: Config) -> None:
    """Write the file that `monitoring.textfile` names, if any; what goes wrong is said, and stops nothing."""
    if config.monitoring.textfile is None:
        return
    try:
        write_textfile(config, config.root / config.monitoring.textfile)
    except Exception as error:  # noqa: BLE001 - telling is never worth a night
        print(f"Monitoring was not told, monitoring.textfile {config.monitoring.textfile}: {error}", flush=True)


def serve(config: Config, host: str, port: int, told: Callable[[str], None]) -> None:
    """Answer Prometheus until SIGTERM or Ctrl-C; `told` hears the address. UsageError for a place that is taken."""
    try:
        server, _ = start_http_server(port, host, _registry(config))
    except OSError as error:
        raise UsageError(
            f"Cannot listen on {host}:{port}: {error.strerror or error}; name another --port (0: a free one)."
        ) from error
    ended = threading.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: ended.set())
    told(f"http://{f'[{host}]' if ':' in host else host}:{server.server_port}/metrics")
    ended.wait()
    server.shutdown()
    server.server_close()


def _registry(config: Config) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(Figures(config))
    return registry
