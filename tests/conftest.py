"""Shared by all tests: threads that wait sleep, so that tests do not starve one another; a timing is never a test."""

import os

from hypothesis import settings

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
