"""Whether an installation holds together: the ledger's chain, and the champion's files against their digests.

Covered: what a restored installation must have for its next night. Not covered: measuring the champion, which
`nightschool watch-registry` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from nightschool.config import Config
from nightschool.tracking import CHAMPION, Registry, ledger_of


@dataclass(frozen=True)
class Checked:
    """What holds."""

    entries: int
    """Of the ledger, each chained to the one before."""
    champion: str | None
    """Its version, adapter and policy verified; None where there is no champion."""


def check(config: Config) -> Checked:
    """Raises IntegrityError or RegistryError for what does not hold."""
    entries = sum(1 for _entry in ledger_of(config).entries())
    if not entries:
        return Checked(0, None)  # opening the registry would make MLflow's database
    registry = Registry(config)
    champion = registry.alias(CHAMPION)
    return Checked(entries, registry.load(champion).version if champion else None)
