"""Environment defaults that keep the libraries from phoning home and from talking over the phases' own lines.

Covered: every process that starts through the command line or the embedded services. What the user has set
himself is kept.
"""

from __future__ import annotations

import os
import warnings

QUIET = {
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TQDM_DISABLE": "1",
    "GIT_PYTHON_REFRESH": "quiet",
    "TRL_EXPERIMENTAL_SILENCE": "1",  # it is pinned
}


def be_quiet() -> None:
    """Set the defaults in this process and for what it starts."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    warnings.simplefilter("ignore", FutureWarning)
