"""Episodes: what failed to compile in a workspace that asked for it, and what made it compile again.

Covered: the store (`store`, `schema`), what is removed before anything is written (`clean`), reading what a cargo run
left (`units`, `sources`, `capture`), the cargo subcommand (`cargo`), and lessons made of episodes (`reduction`).
Not covered: taking lessons into a corpus (`curriculum`). Nothing here speaks to a network.
"""
