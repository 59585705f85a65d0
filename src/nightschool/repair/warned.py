"""What rustc warns of in candidates, as features: a repair that drops a Result, or leaves a value unused, does less.

Counts are those beyond the candidate that is warned least, lint by lint: what the program is warned of whatever its
repair tells nothing. Covered: the lints, the features. Not covered: asking rustc (`rust.warnings`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LINTS = (
    "dead_code", "dropping_copy_types", "dropping_references", "for_loops_over_fallibles", "forgetting_references",
    "noop_method_call", "path_statements", "redundant_semicolons", "suspicious_double_ref_op",
    "unconditional_recursion", "unreachable_code", "unreachable_patterns", "unused_assignments", "unused_comparisons",
    "unused_imports", "unused_lifetimes", "unused_must_use", "unused_mut", "unused_variables",
)  # fmt: skip
"""Of 5,855 candidates of lessons, templates and generated koans, 44 that pass and 217 that fail are warned of one more
than others are; `unused_must_use` and `unreachable_*` of none that passes."""
MOST = 3.0


def warning_features(counts: Sequence[Mapping[str, int]]) -> list[dict[str, float]]:
    """For each candidate `warn:LINT` and their sum `warned`, each cut off at MOST; what is 0 is left out."""
    names = sorted({lint for one in counts for lint in one})
    least = {lint: min(one.get(lint, 0) for one in counts) for lint in names}
    return [_beyond(one, least) for one in counts]


def _beyond(counts: Mapping[str, int], least: Mapping[str, int]) -> dict[str, float]:
    beyond = {f"warn:{lint}": float(counts[lint] - least[lint]) for lint in sorted(counts)}
    made = {"warned": sum(beyond.values()), **beyond}
    return {name: min(value, MOST) for name, value in made.items() if value}
