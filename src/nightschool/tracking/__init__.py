"""MLflow runs and registry, the append-only ledger, koans over nights. The only home of mlflow."""

from nightschool.tracking.koan_history import KoanHistory
from nightschool.tracking.ledger import Entry, Ledger, spends
from nightschool.tracking.registry import CHALLENGER, CHAMPION, POLICY_TAG, Registered, Registry
from nightschool.tracking.store import CycleRuns, PhaseRun

__all__ = [
    "CHALLENGER", "CHAMPION", "POLICY_TAG", "CycleRuns", "Entry", "KoanHistory", "Ledger", "PhaseRun", "Registered",
    "Registry", "spends",
]  # fmt: skip
