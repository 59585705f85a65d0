"""One archive of an installation, taken while nights run, and the way back (docs/howto-backup.md).

Covered: the embedded installation: SQLite stores of Airflow and MLflow, artifacts, ledger, `var`. Not covered: stores
behind servers (compose's PostgreSQL, an MLflow server's artifacts, `storage.url`), and the checkout itself.
"""

from nightschool.backup.bring import Restored, restore
from nightschool.backup.check import check
from nightschool.backup.take import Made, backup

__all__ = ["Made", "Restored", "backup", "check", "restore"]
