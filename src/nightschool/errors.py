"""The exception tree. Each error is also a standard-library type, and says boundary, values, next command.

A program that fails to build is data (an `Attempt`), never one of these.
"""

from __future__ import annotations


class NightSchoolError(Exception):
    """Base of everything this package raises on purpose. `exit_code` is what the command line returns."""

    exit_code = 1


class ConfigError(NightSchoolError, ValueError):
    """A config file or a parameter is wrong."""

    exit_code = 2


class UsageError(NightSchoolError, ValueError):
    """A command was given something it cannot take."""

    exit_code = 2


class EnvironmentMissingError(NightSchoolError, RuntimeError):
    """Something this machine needs is not there (rustc, the model wheel, disk space)."""

    exit_code = 3


class SandboxUnavailableError(EnvironmentMissingError):
    """Isolation cannot be had or has died; says nothing about the program that was to run."""


class StartFailedError(SandboxUnavailableError):
    """A sandbox did not start, which another try may mend; no program has run."""


class ServerError(EnvironmentMissingError):
    """A model server cannot be reached or does not answer; says nothing about the model."""


class TrainingDiedError(EnvironmentMissingError):
    """One of several training processes died; another run goes on from the last checkpoint."""


class NothingLearntError(NightSchoolError, RuntimeError):
    """Training ended and the adapter is what it was before: the phase taught nothing."""


class SuiteError(NightSchoolError, ValueError):
    """A suite folder is malformed or fails certification."""


class MissingSuiteError(SuiteError, UsageError):
    """A folder that was named holds no suite."""


class CorpusError(NightSchoolError, ValueError):
    """A corpus is empty, corrupted, or fails validation."""


class MissingCorpusError(CorpusError, UsageError):
    """A corpus that was named is not there."""


class ValidationFailedError(CorpusError):
    """A Great Expectations suite failed; the message names the expectation, value and first rows."""


class IntegrityError(NightSchoolError, ValueError):
    """A digest does not match, or an adapter belongs to another base model."""


class MissingAdapterError(IntegrityError, UsageError):
    """A folder that was named holds no adapter and no bank of them."""


class RegistryError(NightSchoolError, LookupError):
    """The MLflow registry does not hold what was asked for."""


class UnknownVersionError(RegistryError, UsageError):
    """A version or alias that was named is not in the registry."""


class CycleBusyError(NightSchoolError, RuntimeError):
    """Another cycle, promotion or housekeeping holds the lock."""


class CycleLeftError(NightSchoolError, InterruptedError):
    """A person stopped watching a cycle; the message says what becomes of it."""

    exit_code = 130


class EvidenceError(NightSchoolError, LookupError):
    """The ledger does not show that a version passed the gate, and no person approved it."""


class ConflictError(NightSchoolError, RuntimeError):
    """Somebody else changed the champion first."""
