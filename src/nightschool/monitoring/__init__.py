"""What a monitoring system is told: the nights' figures in Prometheus' format. Reads phase store and ledger only."""

from nightschool.monitoring.exposition import serve, tell, text, write_textfile

__all__ = ["serve", "tell", "text", "write_textfile"]
