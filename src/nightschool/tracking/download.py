"""Files of MLflow's artifact store as local paths.

Covered: a store on this machine, whose files are used where they lie; one behind a server, whose files are downloaded
whole or not at all. Not covered: whether they are the right ones; the registry compares digests.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlparse

from nightschool.errors import RegistryError
from nightschool.files import made_aside


def local_path(source: str) -> Path | None:
    """Path of files that are on this machine; None for those behind a server (`mlflow-artifacts:`, `s3://`)."""
    if source.startswith("file:"):
        return Path(unquote(urlparse(source).path))
    return None if urlparse(source).scheme else Path(source)


def download(source: str, folder: Path) -> Path:
    """Bring a file or folder of the store below `folder`, in place of what is there; returns its path.

    Raises RegistryError if it is not in the store.
    """
    import mlflow.artifacts
    import mlflow.exceptions

    with made_aside(folder) as aside:
        try:
            got = Path(mlflow.artifacts.download_artifacts(artifact_uri=source, dst_path=str(aside)))
        except (mlflow.exceptions.MlflowException, OSError) as error:
            raise RegistryError(f"{source} cannot be had from MLflow's artifact store: {error}") from error
    return folder / got.relative_to(aside)
