"""Finds secrets in a line of text, with detect-secrets' detectors, all of them, offline.

Covered: what its detectors know by their form (keys of services, private keys, passwords in URLs, JWTs), what stands
beside a word such as `password`, strings of high entropy. A comment that allows a secret (`pragma: allowlist`) is not
heeded. Not covered: a secret that looks like plain words; its verification over the network is never called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

CODE, PROSE = "episode.txt", "episode.yaml"
"""Detectors are told a file's name: in prose (a comment) a value beside `password:` needs no quotes."""
_SPARED = frozenset({"IPPublicDetector"})
"""Addresses are no secrets, and versions look like them."""
_WORD = re.compile(r"[^\s\"'`]+")
_KEY_BLOCK = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY[A-Z ]*-----.*?(-----END [A-Z ]*-----|\Z)", re.DOTALL)


@cache
def _detectors() -> tuple[Any, ...]:
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

    classes = get_mapping_from_secret_type_to_class().values()
    return tuple(one() for one in classes if one.__name__ not in _SPARED)


def secrets_of(line: str, name: str = CODE) -> Iterator[tuple[int, int]]:
    """Places (start, end) of the words that hold a secret, in a line of code or of prose."""
    for value in {found for detector in _detectors() for found in _values(detector, line, name)}:
        at = line.find(value)
        while at >= 0:
            yield from _words(line, at, at + len(value))
            at = line.find(value, at + len(value))


def key_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Places of private keys in PEM form, header to footer; without a footer to the end."""
    for found in _KEY_BLOCK.finditer(text):
        yield found.span()


def _values(detector: Any, line: str, name: str) -> Iterator[str]:
    for found in detector.analyze_line(filename=name, line=line, line_number=1):
        if found.secret_value:
            yield found.secret_value


def _words(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole words around a value: some detectors name a token by its prefix only."""
    for word in _WORD.finditer(line):
        if word.start() < end and start < word.end():
            yield word.span()
