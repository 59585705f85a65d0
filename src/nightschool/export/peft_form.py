"""The adapter as PEFT loads it, with the policy it was examined with beside it: the files of the registry, copied.

Covered: copies have the registered digests. Not covered: the base model, which whoever loads the adapter has.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from nightschool.errors import IntegrityError
from nightschool.export.order import Order
from nightschool.files import digest_folder
from nightschool.tracking import ADAPTER, POLICY


def export_peft(order: Order, folder: Path) -> None:
    """Copy `adapter/` and `policy/` into the folder. Raises IntegrityError for a copy that is not as registered."""
    version = order.version
    _copied(version.adapter, folder / ADAPTER, version.digest)
    copy_policy(order, folder)


def copy_policy(order: Order, folder: Path) -> None:
    """Copy `policy/`. Raises IntegrityError for a copy that is not as registered."""
    _copied(order.version.policy, folder / POLICY, order.version.policy_digest)


def _copied(source: Path, target: Path, wanted: str) -> None:
    shutil.copytree(source, target)
    found = digest_folder(target)
    if found != wanted:
        raise IntegrityError(
            f"The copy of {source} has digest {found[:12]}, registered was {wanted[:12]}: it changed while it was "
            "copied, or the disk fails. Export it again."
        )
