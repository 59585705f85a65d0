"""From an episode to a lesson: one self-contained program that fails as the unit did, and the same one repaired.

Covered: one file of a crate's many (`flatten`), what is needed and what is not (`slicing`, `shrink`), stand-ins for
names from elsewhere (`standins`), rustc's consent to every step (`oracle`), the lesson (`lesson`). Every program is
compiled in the sandbox only. Not covered: tests; an episode has none that fit.
"""
