"""Metric families as all figures here are made: one prefix, plain label values, no more series than are bounded.

Covered: names that came from files. They are label values only if they are short and plain, and of too many the first
`MOST` stay, so that no file can fill a monitoring system. Values that are no finite number are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from prometheus_client.core import GaugeMetricFamily, Metric

MOST = 32
"""Values of one label; the platform has nine arms, six suites and some sixteen phases."""
OTHER = "other"
"""Stands for whatever is none of a closed set."""
_PLAIN = re.compile(r"[\w.-]{1,64}", re.ASCII)

Samples = Mapping[tuple[str, ...], Any]
"""Values by those of the labels, in their order."""


def gauge(name: str, told: str, samples: Samples, labels: Sequence[str] = ()) -> GaugeMetricFamily:
    """`nightschool_<name>` with a sample for each value that is a finite number."""
    family = GaugeMetricFamily(f"nightschool_{name}", told, labels=labels)
    for values, value in samples.items():
        if is_number(value):
            family.add_metric(values, float(value))
    return family


def one_of(name: str, told: str, choices: Iterable[str], chosen: str | None, label: str) -> GaugeMetricFamily:
    """1 for the choice that is so, 0 for each other one; nothing where there is none."""
    known = (*choices, OTHER)
    now = chosen if chosen in known else OTHER
    return gauge(name, told, {} if chosen is None else {(one,): one == now for one in known}, (label,))


def of_team(family: Metric, team: str) -> Metric:
    """The family with `team` among the labels of every sample: files of two teams are read by one collector."""
    family.samples = [one._replace(labels={"team": team, **one.labels}) for one in family.samples]
    return family


def plain(names: Iterable[str]) -> list[str]:
    """Those that may be label values, sorted, `MOST` at most."""
    return sorted(name for name in set(names) if _PLAIN.fullmatch(name))[:MOST]


def is_number(value: Any) -> bool:
    """Whether a value read from a file can be a sample; true and false count as 1 and 0."""
    return isinstance(value, int | float) and math.isfinite(value)
