"""Whether an adapter is what was trained, and for this base model.

A finished adapter carries `nightschool.json`: the digest of every other file, of the base model, of the
prompt and of the settings it was trained with. Covered: sealing, verifying, refusing pickled weights and, by
`scan`, weights that are no plain LoRA. Not covered: where adapters are kept (the registry keeps a digest of the
whole folder as well).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nightschool.errors import IntegrityError, MissingAdapterError
from nightschool.files import digest_file, digest_folder, write_json
from nightschool.modeling.scan import WEIGHTS, scan_adapter
from nightschool.modeling.store import PICKLES

SEAL = "nightschool.json"

__all__ = ["SEAL", "WEIGHTS", "read_seal", "seal_adapter", "verify_adapter"]


def seal_adapter(folder: Path, base_digest: str, facts: dict[str, Any]) -> str:
    """Write the seal beside a trained adapter and return the folder's digest.

    `facts` are kept for readers: prompt and config digests, answer format, steps.
    """
    files = {p.name: digest_file(p) for p in sorted(folder.iterdir()) if p.is_file() and p.name != SEAL}
    write_json(folder / SEAL, {**facts, "base": base_digest, "files": files})
    return digest_folder(folder)


def verify_adapter(folder: Path, base_digest: str) -> str:
    """Digest of an adapter folder that is sealed, unchanged, made for this base and sane (else IntegrityError)."""
    seal = read_seal(folder)
    if seal.get("base") != base_digest:
        raise IntegrityError(
            f"Adapter {str(folder)!r} was trained on base {str(seal.get('base'))[:12]}, not on {base_digest[:12]}. "
            "Set model.base_model to the one it was trained on, or train again."
        )
    present = {p.name: digest_file(p) for p in sorted(folder.iterdir()) if p.is_file() and p.name != SEAL}
    sealed: dict[str, str] = seal.get("files", {})
    changed = sorted(name for name in present.keys() | sealed.keys() if present.get(name) != sealed.get(name))
    if changed or WEIGHTS not in present:
        raise IntegrityError(
            f"Adapter {str(folder)!r} is not the one that was trained: {', '.join(changed) or WEIGHTS} "
            "differs from its seal. Train again; if it is the champion's: `nightschool rollback --reason ...`."
        )
    scan_adapter(folder)
    return digest_folder(folder)


def read_seal(folder: Path) -> dict[str, Any]:
    """What was recorded when the adapter was finished (IntegrityError if it was not)."""
    if not folder.is_dir():
        raise MissingAdapterError(f"No adapter folder {str(folder)!r}. Adapters come from `nightschool train align`.")
    try:
        seal = json.loads((folder / SEAL).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        pickled = [p.name for pattern in PICKLES for p in folder.glob(pattern)]
        hint = f" (it holds pickled weights {pickled}, which are never loaded)" if pickled else ""
        raise IntegrityError(
            f"{str(folder)!r} holds no sealed adapter: {SEAL} is missing or unreadable{hint}. "
            "Adapters come from `nightschool train align`."
        ) from error
    if not isinstance(seal, dict):
        raise IntegrityError(f"{SEAL} in {str(folder)!r} is not a record. Train again.")
    return seal
