#!/usr/bin/env bash
# recover.sh <folder of postgresql.conf> <time> [database]
# Recovers the stopped cluster to a time, such as '2026-11-30 09:00:00+00'. Nobody else can connect before outbound work
# is paused. Leaves the cluster stopped. Run it as the user postgres. Needs the psql of PostgreSQL's client package.
set -euo pipefail

cluster=$1 time=$2 database=${3:-reachgenie}
# Debian's folder of settings is /etc/postgresql/<version>/<name>.
version=$(cat "$cluster/PG_VERSION" 2>/dev/null || basename "$(dirname "$cluster")")
bin=/usr/lib/postgresql/$version/bin
private=$(mktemp -d)

stop() {
  "$bin/pg_ctl" -D "$cluster" -s -w -m fast stop 2>/dev/null || true
  rm -rf "$private"
}
trap stop EXIT

ask() { psql -X -qAt -v ON_ERROR_STOP=1 -v time="$time" -h "$private" -p 5432 -d "$database"; }

pgbackrest --stanza=reachgenie --delta --type=time --target="$time" --target-action=promote restore
"$bin/pg_ctl" -D "$cluster" -s -w -t 86400 -l "$private/log" \
  -o "-p 5432 -c listen_addresses='' -c unix_socket_directories='$private'" start || { cat "$private/log" >&2; exit 1; }
while recovering=$(ask <<<'select pg_is_in_recovery()') && [ "$recovering" = t ]; do sleep 0.5; done
[ "$recovering" = f ] || { cat "$private/log" >&2; exit 1; }
ask <<<"insert into outbound_pause (reason) values ('recovered to ' || :'time')"
echo "Recovered to $time. Outbound work is paused. Start the cluster, check it, and run npm run db:restore -- --resume."
