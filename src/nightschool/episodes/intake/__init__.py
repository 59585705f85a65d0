"""Intake: new episodes become lessons that a night may learn from, or wait in quarantine with the reason.

Covered: what is new (`intake`), what is true of each (`facts`, `licenses`), where lessons and quarantine lie (`shelf`).
The expectation suite `episodes` decides. Not covered: reduction (`episodes.reduction`), rows (`curriculum.episodes`).
"""
