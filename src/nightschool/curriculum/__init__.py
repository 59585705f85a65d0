"""Where training rows come from: sources make drafts, the judge verifies them, the corpus keeps them.

Covered: the sources `aligned`, `mutated` and `explained`, verification, the group split, the corpus file,
overlap with the suites, and the data hand-over checks. Not covered: judging (`nightschool.rust`).
"""
