"""Patterns learnt from pairs of broken and fixed programs: mined, applied, kept as one record.

Covered: a night's corpus and a team's few fixes alike; see `mine`, `apply`, `rows` and `record`. Not covered: choosing
among what compiles (`chooser`).
"""

from nightschool.repair.patterns.mine import Fixed, Pattern, mine
from nightschool.repair.patterns.record import Patterns, learn_patterns, read_patterns, write_patterns

__all__ = ["Fixed", "Pattern", "Patterns", "learn_patterns", "mine", "read_patterns", "write_patterns"]
