"""Propose, verify, choose: repairs of Rust programs by search, with what is learnt as the one who chooses.

Covered: proposals from rustc's suggestions, operators, learnt patterns and a model's answers; verification by the
judge in batches; choosing among what compiles, and how sure the choice is. Not covered: hidden tests, which never
choose; suites and reports (`evaluation`); what a night does with it (`phases`).
"""

from nightschool.repair.place import Place
from nightschool.repair.proposal import Candidate, Found, Proposal, Proposer, Step
from nightschool.repair.propose import PROPOSERS, propose
from nightschool.repair.search import Budget, search

__all__ = ["PROPOSERS", "Budget", "Candidate", "Found", "Place", "Proposal", "Proposer", "Step", "propose", "search"]
