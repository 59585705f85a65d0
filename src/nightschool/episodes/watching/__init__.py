"""`nightschool watch`: the user's cargo after each change of a workspace's sources.

Covered: which files count (`sources`), when to look (`waking`), one run at a time (`running`), the whole (`watch`). Not
covered: what a run keeps; each is a `cargo nightschool` (`episodes.cargo`).
"""
