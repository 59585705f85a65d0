"""MLflow runs and registry, who is champion and why, the ledger, koans over nights. The only home of mlflow."""

from nightschool.tracking.answers import TracedAnswer
from nightschool.tracking.evidence import Evidence, approve, evidence_of
from nightschool.tracking.koan_history import KoanHistory
from nightschool.tracking.ledger import LEDGER, Entry, Ledger, ledger_of, spends
from nightschool.tracking.logged import MODEL_TAG, Measured, log_model, name_version, write_mlmodel
from nightschool.tracking.packed import packed
from nightschool.tracking.promotion import (
    FOUND,
    PROMOTED,
    ROLLED_BACK,
    WITHDRAWN,
    Change,
    admit,
    change_champion,
    last_change,
    named,
    previous,
)
from nightschool.tracking.registry import (
    ADAPTER,
    ADAPTER_TAG,
    CHALLENGER,
    CHAMPION,
    POLICY,
    POLICY_TAG,
    Registered,
    Registry,
)
from nightschool.tracking.store import NOTE_TAG, CycleRuns, PhaseRun
from nightschool.tracking.traces import Examination, log_examination

__all__ = [
    "ADAPTER", "ADAPTER_TAG", "CHALLENGER", "CHAMPION", "FOUND", "LEDGER", "MODEL_TAG", "NOTE_TAG", "POLICY",
    "POLICY_TAG", "PROMOTED", "ROLLED_BACK", "WITHDRAWN", "Change", "CycleRuns", "Entry", "Evidence", "Examination",
    "KoanHistory", "Ledger", "Measured", "PhaseRun", "Registered", "Registry", "TracedAnswer", "admit", "approve",
    "change_champion", "evidence_of", "last_change", "ledger_of", "log_examination", "log_model", "name_version",
    "named", "packed", "previous", "spends", "write_mlmodel",
]  # fmt: skip
