#!/usr/bin/env bash
# Prepares a new primary. PostgreSQL's image runs the files of /docker-entrypoint-initdb.d once, before the first start.
set -euo pipefail
secrets=${SECRETS_FOLDER:-/run/secrets}
scripts=${SCRIPTS_FOLDER:-/etc/postgresql}

OWNER_PASSWORD=$(<"$secrets/owner_password")
LOGIN_PASSWORD=$(<"$secrets/login_password")
REPLICATION_PASSWORD=$(<"$secrets/replication_password")
export OWNER_PASSWORD LOGIN_PASSWORD REPLICATION_PASSWORD
psql --no-psqlrc --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres --file="$scripts/roles.sql"
psql --no-psqlrc --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres --file="$scripts/replication.sql"
