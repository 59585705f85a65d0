"""The page *Night School*: HTML and a typed API of what `nightschool.nights` reads, behind Airflow's login."""
