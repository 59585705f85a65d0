"""One recipe per phase: config and inputs in, PhaseResult out, as a transaction."""

from nightschool.phases.context import Context
from nightschool.phases.runner import PHASES, run_phase, run_shard

__all__ = ["PHASES", "Context", "run_phase", "run_shard"]
