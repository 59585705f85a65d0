#!/bin/sh
# Run by the PostgreSQL image once, on an empty volume: one database and role a service, so that none reads another's.
set -eu
for name in airflow celery mlflow; do
    secret=$(printenv "$(echo "$name" | tr a-z A-Z)_DB_PASSWORD")
    psql --username=postgres --set=ON_ERROR_STOP=1 --set=name="$name" --set=secret="$secret" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'secret';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
