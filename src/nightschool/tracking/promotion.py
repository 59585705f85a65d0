"""Who is champion: every change is a compare-and-swap under a lock, verified first and written down after.

Covered: promotion, rollback, an alias that somebody set in MLflow itself, two changes at once, a process killed
between alias and ledger (its change is found like one made by hand). Not covered: measuring the champion; somebody who
sets the alias in MLflow in the same instant, since MLflow has no compare-and-swap of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nightschool.errors import ConflictError, NightSchoolError, RegistryError
from nightschool.files import digest_text
from nightschool.tracking.evidence import evidence_of
from nightschool.tracking.ledger import Entry
from nightschool.tracking.registry import CHAMPION, Registered, Registry

PROMOTED, ROLLED_BACK = "promoted", "rolled_back"
WITHDRAWN = "withdrawn"
"""Rolled back by the platform itself: the champion was not what was examined."""
FOUND = "found"
"""Changed outside of this platform."""


@dataclass(frozen=True)
class Change:
    """A wanted change of the champion; None is no champion."""

    to: str | None
    expect: str | None
    """The champion that the change was decided against."""
    who: str
    why: str
    how: str = PROMOTED


def change_champion(registry: Registry, change: Change, base_digest: str) -> Entry:
    """Make the change if the champion is still the expected one and the new one is verified; once, however often asked.

    Raises ConflictError if somebody was faster, IntegrityError or RegistryError for files that are not those
    registered, EvidenceError for a version that neither the gate nor a person let in.
    """
    with registry.lock:
        now, last = registry.alias(CHAMPION), last_change(registry)
        if now not in (change.expect, change.to):
            raise ConflictError(_conflict(change, now, last))
        facts = _facts(registry, _verified(registry, change.to, base_digest))
        if last is not None and now == change.to == last.data["to"]:
            return last
        asked = {"who": change.who, "why": change.why, "how": change.how}
        return registry.point(CHAMPION, change.to, facts | asked)


def admit(registry: Registry, base_digest: str) -> Registered | None:
    """The champion, if a cycle may start from it; a change made outside of this platform is written down.

    Raises as `change_champion` does, with the refusal in the ledger.
    """
    with registry.lock:
        now, last = registry.alias(CHAMPION), last_change(registry)
        known = last.data["to"] if last else None
        try:
            champion = _verified(registry, now, base_digest)
            facts = _facts(registry, champion)
        except NightSchoolError as error:
            key = f"{CHAMPION}:{now}:{digest_text(str(error))[:12]}"
            registry.ledger.append("refused", key, {"version": now, "why": str(error)})
            raise
        if now != known:
            told = {"from": known, "who": "unknown", "why": "the alias was changed outside", "how": FOUND}
            registry.point(CHAMPION, now, facts | told)
        return champion


def previous(registry: Registry) -> str:
    """The champion to roll back to. Raises RegistryError if the ledger knows none."""
    line: list[str] = []
    for entry in _changes(registry):
        line = _after(line, entry.data)
    now = registry.alias(CHAMPION)
    found = next((version for version in reversed(line) if version != now), None)
    if found is None:
        raise RegistryError(
            "The ledger knows no champion before this one. Name a version; or have no champion again: "
            "`nightschool rollback --version none --reason ...`."
        )
    return found


def last_change(registry: Registry) -> Entry | None:
    """The ledger's last word on who is champion."""
    changes = _changes(registry)
    return changes[-1] if changes else None


def _changes(registry: Registry) -> list[Entry]:
    """Changes of this model's champion; models of other names share the ledger, whose first entries name none."""
    changes = (e for e in registry.ledger.entries() if e.event == "alias" and e.data["alias"] == CHAMPION)
    return [e for e in changes if e.data.get("model", registry.name) == registry.name]


def _after(line: list[str], change: dict[str, Any]) -> list[str]:
    """Champions in order of promotion, those that were gone back on left out: rolling back twice goes back two."""
    to = change["to"]
    if change.get("how") in (ROLLED_BACK, WITHDRAWN):
        line = line[: line.index(to) + 1] if to in line else [v for v in line if v != change["from"]]
    return line if to is None or line[-1:] == [to] else [*line, to]


def _verified(registry: Registry, version: str | None, base_digest: str) -> Registered | None:
    return None if version is None else registry.verified(version, base_digest)


def _facts(registry: Registry, champion: Registered | None) -> dict[str, Any]:
    """Digests of the verified adapter and policy, and of what speaks for them."""
    if champion is None:
        return {"digest": None, "policy": None, "evidence": None}
    digests = {"digest": champion.digest, "policy": champion.policy_digest}
    return {**digests, "evidence": evidence_of(champion, registry.ledger).digest}


def _conflict(change: Change, now: str | None, last: Entry | None) -> str:
    told = f"; {last.data['who']}: {last.data['why']}" if last is not None and last.data["to"] == now else ""
    return (
        f"The champion is {named(now)}, not {named(change.expect)} as when the change to {named(change.to)} was "
        f"decided{told}. See `nightschool history --ledger`; to insist, run it again with --expect {now or 'none'}."
    )


def named(version: str | None) -> str:
    """A champion in words."""
    return "none" if version is None else f"version {version}"
