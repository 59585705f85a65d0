"""One recipe per phase: config and inputs in, PhaseResult out, as a transaction.

The recipes are imported when they are first asked for: `fix` needs a context and none of them.
"""

from typing import TYPE_CHECKING, Any

from nightschool.phases.context import Context

if TYPE_CHECKING:
    from nightschool.phases.runner import PHASES, run_phase, run_shard

__all__ = ["PHASES", "Context", "run_phase", "run_shard"]


def __getattr__(name: str) -> Any:
    """What `runner` has."""
    if name not in ("PHASES", "run_phase", "run_shard"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from nightschool.phases import runner

    return getattr(runner, name)
