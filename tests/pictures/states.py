"""Installations to look at: empty, one night, thirty simulated ones, and one whose texts are hostile."""

from __future__ import annotations

import json

from nightschool.config import Config
from nightschool.nights import NightIndex
from tests.nights.making import make_night, many_nights, promote

NIGHT = "simulated__2026-11-22T02-00-00"
HOSTILE = (
    "</pre><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "\x1b]0;owned\x07\x1b[2J\u061c\u202e" + "x" * 100_000
)
NAME = HOSTILE[:200]
"""As much of it as stands in names and reasons."""
MEASURED = {
    ("policy", "dev"): "ppfpn", ("candidate", "dev"): "pffnu", ("search", "dev"): "pffpn", ("chooser", "dev"): "ppfpn",
    ("base", "dev"): "ffffn", ("policy", "shadow"): "ppfpf", ("search", "shadow"): "pffpf",
}  # fmt: skip


def empty(config: Config) -> None:
    """Nothing was ever run."""


def one_night(config: Config) -> None:
    """A refused night of five koans a suite."""
    make_night(config, NIGHT, MEASURED)


def thirty_nights(config: Config) -> None:
    """Nights whose policy slowly gets better, with two changes of the champion."""
    many_nights(config, 30, name="simulated")
    promote(config, None, "1")
    promote(config, "1", "2", key="2")


def hostile(config: Config) -> None:
    """Markup, terminal escapes, signs that turn text around and lines of 100,000 characters wherever others write."""
    context, _ = make_night(config, NIGHT, MEASURED, failed=(f"check {NAME}",))
    promote(config, None, "3", why=f"because {NAME}")
    path = context.config.var / "phases" / "examine" / context.folder.name[-24:] / "policy-dev.json"
    said = json.loads(path.read_text())
    said["attempts"][0] |= {"answer": HOSTILE, "program": HOSTILE + "\n", "detail": HOSTILE[:400]}
    path.write_text(json.dumps(said))


STATES = {"empty": empty, "one-night": one_night, "30-nights": thirty_nights, "hostile": hostile}


def pages(config: Config) -> dict[str, str]:
    """Address of each page by its name, as far as the installation has it."""
    nights = NightIndex(config).nights()
    found = {"overview": "/", "koans": "/koans", "groups": "/groups"}
    if nights:
        last = nights[0].night
        found |= {
            "night": f"/nights/{last}", "koan": "/koans/dev/dev-000",
            "examination": f"/koans/shadow/shadow-000?night={last}",
        }  # fmt: skip
    return found
