"""Strategies of learning under one harness: named entries, one budget of tokens, one table of results."""

from nightschool.phases.strategies.compare import Comparison, compare
from nightschool.phases.strategies.sequential import SEQUENTIAL, learn_in_sequence
from nightschool.phases.strategies.table import STRATEGIES

__all__ = ["SEQUENTIAL", "STRATEGIES", "Comparison", "compare", "learn_in_sequence"]
