"""A collector on loopback that takes OTLP over HTTP as OpenTelemetry's own messages, and keeps what it was sent."""

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass(frozen=True)
class Point:
    """One value of a metric."""

    labels: dict[str, str]
    resource: dict[str, str]
    value: float
    """A histogram's sum."""


@dataclass(frozen=True)
class Span:
    name: str
    trace: str
    id: str
    parent: str
    attributes: dict[str, str]


@dataclass
class Collector:
    url: str = ""
    metrics: dict[str, list[Point]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def take(self, path, body):
        self.asked.append(path)
        if path == "/v1/metrics":
            self._take_metrics(ExportMetricsServiceRequest.FromString(body))
        if path == "/v1/traces":
            self._take_spans(ExportTraceServiceRequest.FromString(body))

    def _take_metrics(self, message):
        for part in message.resource_metrics:
            resource = words(part.resource.attributes)
            for metric in (metric for scope in part.scope_metrics for metric in scope.metrics):
                kind = getattr(metric, metric.WhichOneof("data"))
                for point in kind.data_points:
                    value = point.sum if hasattr(point, "sum") else (point.as_double or point.as_int)
                    self.metrics.setdefault(metric.name, []).append(Point(words(point.attributes), resource, value))

    def _take_spans(self, message):
        for part in message.resource_spans:
            for span in (span for scope in part.scope_spans for span in scope.spans):
                ids = (span.trace_id.hex(), span.span_id.hex(), span.parent_span_id.hex())
                self.spans.append(Span(span.name, *ids, words(span.attributes)))


def words(attributes):
    """Attributes as texts."""
    return {one.key: str(getattr(one.value, one.value.WhichOneof("value") or "string_value")) for one in attributes}


@contextmanager
def collector():
    """Takes what it is sent until the end."""
    kept = Collector()

    class Take(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.take(self.path, gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body)
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Take)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    kept.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
