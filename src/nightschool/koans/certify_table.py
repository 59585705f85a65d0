"""A certificate as a table for a person: one row per koan, the defects of each below its codes.

Covered: terminal tables. Not covered: deciding anything; the certificate has done that.
"""

from __future__ import annotations

from collections import defaultdict

from rich.table import Table
from rich.text import Text

from nightschool.koans.certify import Certificate


def certificate_table(certificate: Certificate) -> Table:
    """The certificate as a rich table."""
    defects: dict[str, list[str]] = defaultdict(list)
    for defect in certificate.defects:
        defects[defect.koan].append(defect.defect)
    table = Table(title=_title(certificate), caption=_caption(certificate), title_justify="left")
    for column in ("koan", "codes"):
        table.add_column(column, no_wrap=True)
    for column in ("lines", "tests", "trivial"):
        table.add_column(column, justify="right")
    table.add_column("finding")
    for row in certificate.rows:
        found = defects.pop(row.koan, [])
        finding = Text("\n".join(found), "red") if found else Text("ok", "green")
        numbers = (str(row.lines), str(row.tests), str(row.trivial))
        table.add_row(row.koan, " ".join(row.reported) or "-", *numbers, finding)
    for koan, found in defects.items():
        table.add_row(koan, "-", "-", "-", "-", Text("\n".join(found), "red"))
    return table


def _title(certificate: Certificate) -> str:
    verdict = "certified" if certificate.ok else "NOT certified"
    return f"{certificate.suite}: {verdict}, {len(certificate.rows)} koans, {len(certificate.defects)} defects"


def _caption(certificate: Certificate) -> str:
    return f"digest {certificate.digest[:16]}  {certificate.toolchain}  {certificate.seconds:.1f} s"
