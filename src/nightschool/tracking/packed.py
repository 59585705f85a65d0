"""A version's tags as MLflow shows them: those for people one by one, 64-digit digests together in one JSON tag.

Covered: versions of before, whose digests stand one by one. Not covered: whether tags are those registered
(`evidence`, which compares them one by one with the ledger's, where nothing is packed).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

DIGESTS_TAG = "digests"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def packed(tags: Mapping[str, str]) -> dict[str, str]:
    """The tags with all digests among them in one, `digests`."""
    digests = {name: value for name, value in tags.items() if _DIGEST.fullmatch(value)}
    others = {name: value for name, value in tags.items() if name not in digests}
    return others | ({DIGESTS_TAG: json.dumps(digests, sort_keys=True, indent=1)} if digests else {})


def unpacked(tags: Mapping[str, str]) -> dict[str, str]:
    """The tags one by one again. What was packed counts, a tag set beside it does not; a damaged one holds nothing."""
    try:
        digests = json.loads(tags.get(DIGESTS_TAG, "{}"))
    except ValueError:
        digests = {}
    found = digests if isinstance(digests, dict) else {}
    others = {name: value for name, value in tags.items() if name != DIGESTS_TAG}
    return others | {str(name): str(value) for name, value in found.items()}
