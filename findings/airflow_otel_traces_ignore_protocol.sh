#!/usr/bin/env bash
# Expected: OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf, OpenTelemetry's own variable for all signals, sends Airflow's metrics and traces
#   over HTTP to OTEL_EXPORTER_OTLP_ENDPOINT, as the SDK's own configuration does with OTEL_TRACES_EXPORTER=otlp.
# Seen (apache-airflow 3.3.2): metrics follow it; traces do not. They go over gRPC to the same HTTP port, where nothing understands them:
#   a receiver of HTTP has the metrics and not one span. OTEL_TRACES_EXPORTER=otlp_proto_http, a name that holds its protocol, brings them.
# Source: https://opentelemetry.io/docs/specs/otel/protocol/exporter/ (OTEL_EXPORTER_OTLP_PROTOCOL);
#   airflow/_shared/observability/common.py (metrics), airflow/_shared/observability/traces/__init__.py (_load_exporter_from_env)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export AIRFLOW_HOME=$place/airflow AIRFLOW__METRICS__OTEL_ON=True AIRFLOW__TRACES__OTEL_ON=True DO_NOT_TRACK=1
export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf OTEL_EXPORTER_OTLP_TIMEOUT=2
unset OTEL_TRACES_EXPORTER OTEL_METRICS_EXPORTER OTEL_EXPORTER_OTLP_TRACES_ENDPOINT OTEL_EXPORTER_OTLP_METRICS_ENDPOINT
python3 -m venv venv
venv/bin/pip install --quiet apache-airflow==3.3.2
cat > send.py <<'PYTHON'
from airflow._shared.observability.metrics.otel_logger import get_otel_logger
from airflow._shared.observability.traces import configure_otel
from airflow.configuration import conf
from opentelemetry import metrics, trace

configure_otel(conf)
with trace.get_tracer("here").start_as_current_span("a task"):
    pass
trace.get_tracer_provider().force_flush(4000)
get_otel_logger(conf_interval=60000).incr("a_counter")
metrics.get_meter_provider().force_flush(4000)
PYTHON
cat > receive.py <<'PYTHON'
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version

paths = set()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        paths.add(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
endpoint = {"OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{server.server_port}"}


def came(**more):
    paths.clear()
    subprocess.run([sys.executable, "send.py"], env={**os.environ, **endpoint, **more}, check=True, timeout=120, stderr=subprocess.DEVNULL)
    return sorted(paths)


told, named = came(), came(OTEL_TRACES_EXPORTER="otlp_proto_http")
print(f"apache-airflow {version('apache-airflow')}: with OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf came {told}, "
      f"with OTEL_TRACES_EXPORTER=otlp_proto_http besides {named}")
assert named == ["/v1/metrics", "/v1/traces"], "the receiver does not get both where both are named"
assert told == ["/v1/metrics"], "traces follow OTEL_EXPORTER_OTLP_PROTOCOL now"
PYTHON
venv/bin/python receive.py
