"""`nightschool serve`: repairs and the champion's own words over HTTP, from a process that stays warm (docs/serve.md).

Covered: `/fix`, OpenAI's `/v1`, following the registry, limits, metrics, the client that `nightschool fix` and the
editor use. Not covered: a server that this project asks; that is `modeling.served`, and its section is `serving`.
"""
