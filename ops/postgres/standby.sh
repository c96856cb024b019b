#!/usr/bin/env bash
# Starts the standby. At first it copies the primary. The arguments are those of `postgres`.
set -euo pipefail
secrets=${SECRETS_FOLDER:-/run/secrets}
export PGPASSFILE=${PASSFILE_FOLDER:-/tmp}/standby.pgpass

umask 077
printf '*:*:*:reachgenie_replication:%s\n' "$(<"$secrets/replication_password")" >"$PGPASSFILE"
primary="host=${PRIMARY_HOST:-primary} port=${PRIMARY_PORT:-5432} user=reachgenie_replication passfile=$PGPASSFILE"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # An interrupted copy is incomplete, so it gets its name at the end.
  rm -rf "$PGDATA.copy"
  pg_basebackup --pgdata="$PGDATA.copy" --dbname="$primary application_name=standby" --slot=standby --write-recovery-conf
  rm -rf "$PGDATA"
  mv "$PGDATA.copy" "$PGDATA"
fi
exec postgres "$@"
