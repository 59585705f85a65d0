"""Makes no DAG: says what is wrong in `conf/teams`, as this file's import error.

A team whose file is wrong, or shares what must be a team's own, has no DAGs until that is mended; all others go on
(docs/howto-teams.md). In a terminal `nightschool doctor` says the same.
"""

from nightschool_airflow import require_teams

require_teams()
