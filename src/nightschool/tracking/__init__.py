"""MLflow runs and registry, and the append-only ledger. The only home of mlflow."""

from nightschool.tracking.ledger import Entry, Ledger, spends
from nightschool.tracking.registry import CHALLENGER, CHAMPION, POLICY_TAG, Registered, Registry
from nightschool.tracking.store import CycleRuns, PhaseRun

__all__ = [
    "CHALLENGER", "CHAMPION", "POLICY_TAG", "CycleRuns", "Entry", "Ledger", "PhaseRun", "Registered", "Registry",
    "spends",
]  # fmt: skip
