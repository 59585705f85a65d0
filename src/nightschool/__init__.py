"""Night School: nightly continual learning for code models, examined before anything is registered."""

__version__ = "0.1.0"
