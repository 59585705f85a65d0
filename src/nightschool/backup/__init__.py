"""One archive of an installation, taken while nights run, and the way back (docs/howto-backup.md).

Covered: the embedded installation: SQLite stores of Airflow and MLflow, artifacts, ledger, `var`; a team's volumes
(`volumes.py`), to which containers/backup.py adds PostgreSQL's dumps. Not covered: other stores behind servers (a
bucket, `storage.url`), and the checkout itself.
"""

from nightschool.backup.bring import Restored, restore
from nightschool.backup.check import check
from nightschool.backup.take import Made, backup

__all__ = ["Made", "Restored", "backup", "check", "restore"]
