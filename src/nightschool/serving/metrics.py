"""What Prometheus is told: requests, the queue, and which versions answer.

Covered: names and labels, versions before, during and after a swap, read when asked for. Not covered: texts; no label
holds anything that a client chose.
"""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from nightschool.serving.follow import Follower
from nightschool.serving.turns import Turns

BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 30, 60)
"""Seconds."""


class Metrics:
    """The metrics of one server."""

    def __init__(self, turns: Turns, follower: Follower) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # a gauge beside each counter, which nobody asked for
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "nightschool_requests", "Requests by route and status.", ("route", "status"), registry=self._registry
        )
        self.seconds = Histogram(
            "nightschool_request_seconds", "Seconds of a request.", ("route",), registry=self._registry, buckets=BUCKETS
        )
        self.answered = Counter(
            "nightschool_answers", "Answers by version and route.", ("version", "route"), registry=self._registry
        )
        self._registry.register(_Now(turns, follower))

    def text(self) -> bytes:
        """All of them, in Prometheus' text format."""
        return generate_latest(self._registry)


class _Now(Collector):
    """What is so at the moment of asking."""

    def __init__(self, turns: Turns, follower: Follower) -> None:
        self._turns, self._follower = turns, follower

    def collect(self) -> Iterator[Metric]:
        """Gauges of queue and versions, and how often the version changed."""
        yield GaugeMetricFamily("nightschool_jobs_running", "Jobs under way.", self._turns.busy)
        yield GaugeMetricFamily("nightschool_jobs_waiting", "Jobs in the queue.", self._turns.waiting)
        yield CounterMetricFamily("nightschool_swaps", "Versions that came to be served.", self._follower.swaps)
        yield self._versions()
        yield self._users()

    def _versions(self) -> Metric:
        follower = self._follower
        labels = ("version", "state")
        found = GaugeMetricFamily("nightschool_version", "1 for each version, by what it does.", labels=labels)
        if follower.current is not None:
            found.add_metric((follower.current.label, "serving"), 1)
        for state, names in (
            ("leaving", {one.label for one in list(follower.leaving) if one.users}),
            ("refused", {named.version or str(named) for named in list(follower.refused)}),
        ):
            for name in sorted(names):
                found.add_metric((name, state), 1)
        return found

    def _users(self) -> Metric:
        follower = self._follower
        found = GaugeMetricFamily("nightschool_version_requests", "Requests under way.", labels=("version",))
        users: dict[str, int] = {}
        for one in (*list(follower.leaving), *((follower.current,) if follower.current else ())):
            users[one.label] = users.get(one.label, 0) + one.users
        for name, count in sorted(users.items()):
            found.add_metric((name,), count)
        return found
