"""Suites of koans: read, written, digested and certified before anybody is examined with them."""

from __future__ import annotations

from nightschool.koans.certify import Certificate, CertificateRow, Defect, certify
from nightschool.koans.certify_table import certificate_table
from nightschool.koans.scored import refuse_unscored
from nightschool.koans.suite import Suite, load_suite, part_of, record_suite, suite_digest, write_suite
from nightschool.koans.untested import judged_in_place

__all__ = [
    "Certificate",
    "CertificateRow",
    "Defect",
    "Suite",
    "certificate_table",
    "certify",
    "judged_in_place",
    "load_suite",
    "part_of",
    "record_suite",
    "refuse_unscored",
    "suite_digest",
    "write_suite",
]
