#!/bin/sh
# Run by the PostgreSQL image once, on an empty volume: one database and role a service, so that none reads another's.
# Their passwords are files in /run/secrets, else variables such as MLFLOW_DB_PASSWORD; none is in an argument list.
set -eu
for name in airflow celery mlflow; do
    file=/run/secrets/${name}_db_password
    secret=$([ ! -r "$file" ] || cat "$file")
    export secret="${secret:-$(printenv "$(echo "$name" | tr a-z A-Z)_DB_PASSWORD")}"
    psql --username=postgres --set=ON_ERROR_STOP=1 --set=name="$name" <<'SQL'
\set secret `printenv secret`
CREATE ROLE :"name" LOGIN PASSWORD :'secret';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
