"""Shared by all tests: threads that wait sleep, so that tests do not starve one another on few cores."""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
