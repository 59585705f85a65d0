"""Airflow's own metrics and traces, sent to one address: NIGHTSCHOOL_OTLP_ENDPOINT, a collector's OTLP over HTTP.

Covered: the variables that Airflow and OpenTelemetry read; those of OpenTelemetry that are set already stay; without an
address none, so that nothing is sent. containers/with-telemetry does the same in containers, which a test compares.
Not covered: phases, which are sent nothing of this (`nightschool_airflow.command`): what a model answered is MLflow's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nightschool.errors import ConfigError

ENDPOINT = "NIGHTSCHOOL_OTLP_ENDPOINT"
AIRFLOW = {
    "AIRFLOW__METRICS__OTEL_ON": "True",
    "AIRFLOW__METRICS__LEGACY_NAMES_ON": "False",  # dag_id and task_id as labels, not inside names
    "AIRFLOW__TRACES__OTEL_ON": "True",
}
SDK = {
    "OTEL_TRACES_EXPORTER": "otlp_proto_http",  # as metrics; Airflow's own default for traces is gRPC
    "OTEL_METRIC_EXPORT_INTERVAL": "60000",
    "OTEL_SERVICE_NAME": "airflow",
}


def telemetry(environment: Mapping[str, str]) -> dict[str, str]:
    """What Airflow is told beside this environment; nothing without an address. Raises ConfigError where it is none."""
    address = environment.get(ENDPOINT, "")
    if not address:
        return {}
    if not re.match(r"https?://.", address):
        raise ConfigError(f"{ENDPOINT} is {address!r}, no address such as http://127.0.0.1:4318; empty sends nothing.")
    sdk = {"OTEL_EXPORTER_OTLP_ENDPOINT": address, **SDK}
    return AIRFLOW | {name: environment.get(name) or value for name, value in sdk.items()}
