"""Repairs in a Cargo package or workspace, as `nightschool fix` makes them without a FILE.

Covered: the user's cargo says what is wrong, candidates are verified as it compiles their unit, and it has the last
word on the whole. Not covered: running cargo and repeating its calls (`nightschool.cargo`), search (`repair`).
"""

from nightschool.phases.crate.fix import Fixed, fix_workspace

__all__ = ["Fixed", "fix_workspace"]
