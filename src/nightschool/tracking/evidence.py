"""Why a version may be used: its registration and the gate's passing, as the ledger has them, or a person's approval.

Covered: tags that were edited in MLflow, a version registered by hand, files that are not those approved.
Not covered: whether the gate was right (`decisions`); someone who rewrites the whole ledger.
"""

from __future__ import annotations

from dataclasses import dataclass

from nightschool.decisions import PASSED
from nightschool.errors import EvidenceError
from nightschool.files import digest_json
from nightschool.tracking.ledger import Entry, Ledger
from nightschool.tracking.registry import ADAPTER_TAG, POLICY_TAG, Registered, Registry

GATE_TAG = "gate_decision"


@dataclass(frozen=True)
class Evidence:
    """The ledger's entries that speak for a version."""

    registration: Entry | None
    gate: Entry | None
    approval: Entry | None

    @property
    def digest(self) -> str:
        """Over the entries; names the evidence in the ledger's line of a promotion."""
        found = (self.registration, self.gate, self.approval)
        return digest_json([entry.digest if entry else None for entry in found])


def evidence_of(registered: Registered, ledger: Ledger) -> Evidence:
    """What the ledger holds for a verified version.

    Raises EvidenceError with every gap, unless a person approved this version with these files.
    """
    entries = list(ledger.entries())
    evidence = Evidence(
        _last([e for e in entries if e.event == "register" and _is(e, registered)]),
        _last([e for e in entries if e.event == "gate" and _decided(e, registered)]),
        _last([e for e in entries if e.event == "approval" and _is(e, registered)]),
    )
    gaps = _gaps(registered, evidence)
    if gaps and evidence.approval is None:
        raise EvidenceError(
            f"Version {registered.version} has no evidence in {ledger.path}: {'; '.join(gaps)}. "
            f"If you vouch for it: `nightschool approve {registered.version} --reason ...`."
        )
    return evidence


def approve(registry: Registry, version: str, who: str, why: str) -> Entry:
    """Write down that a person vouches for a version with the files it has now; changed later, they are refused."""
    registered = registry.load(version)
    tags = {ADAPTER_TAG: registered.digest, POLICY_TAG: registered.policy_digest}
    key = ":".join((registry.name, version, registered.digest[:12], registered.policy_digest[:12]))
    return registry.ledger.append("approval", key, {"version": version, "tags": tags, "who": who, "why": why})


def _is(entry: Entry, registered: Registered) -> bool:
    """Whether an entry is about this version with these files."""
    tags = entry.data["tags"]
    same = (tags.get(ADAPTER_TAG), tags.get(POLICY_TAG)) == (registered.digest, registered.policy_digest)
    return bool(entry.data["version"] == registered.version and same)


def _decided(entry: Entry, registered: Registered) -> bool:
    return entry.data.get("evidence_digest") == registered.tags.get(GATE_TAG) and entry.data.get("outcome") == PASSED


def _gaps(registered: Registered, evidence: Evidence) -> list[str]:
    gaps = [] if evidence.gate else [f"no gate passed with decision {registered.tags.get(GATE_TAG, 'none')[:12]}"]
    if evidence.registration is None:
        return ["no cycle registered this adapter under this number", *gaps]
    tags = registered.tags
    wanted = evidence.registration.data["tags"]
    edited = [name for name in wanted if tags.get(name) != wanted[name]]
    return [*(f"tag {name!r} is {tags.get(name)!r}, registered as {wanted[name]!r}" for name in edited), *gaps]


def _last(entries: list[Entry]) -> Entry | None:
    return entries[-1] if entries else None
