#!/usr/bin/env bash
# Creates the secrets of an installation in a folder outside the checkout, and never replaces one.
# Usage: ops/secrets.sh <folder>. From the environment:
#   POSTMARK_SERVER_TOKEN     the token of the Postmark server
#   DATABASE_HOSTS            host:port of PostgreSQL, several with commas. By default those of ops/compose
#   MIGRATION_DATABASE_HOSTS  the same, if DATABASE_HOSTS leads to a pooler
set -euo pipefail
folder=${1:?Name a folder outside the checkout, such as /etc/reachgenie/secrets}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
case "$(realpath -m "$folder")/" in
  "$checkout"/*)
    echo "$folder is in the checkout, so a commit or an image could contain the secrets. Name another folder." >&2
    exit 1
    ;;
esac

# Only its owner can enter the folder. Each container has a user of its own, and sees only its files, so all can read them.
install -d -m 700 "$folder"
cd "$folder"
umask 022
# Writes what it reads to a new file, and leaves an existing one alone.
secret() { cat >"$1.new" && if [ -s "$1" ]; then rm "$1.new"; else mv "$1.new" "$1"; fi; }
random() { openssl rand -hex 24 | tr -d '\n'; }

for name in superuser_password owner_password login_password replication_password redis_password; do random | secret $name; done
for name in admin_password grafana_password client_app_secret backup_key; do random | secret $name; done
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | secret jwt_private_key
echo "k$(date +%Y%m%d):$(openssl rand -base64 32)" | secret secrets_keys
printf '%s' "${POSTMARK_SERVER_TOKEN:-}" | secret postmark_server_token

login=reachgenie_login:$(<login_password)
owner=reachgenie_owner:$(<owner_password)
hosts=${DATABASE_HOSTS:-primary:5432,standby:5432}
migration_hosts=${MIGRATION_DATABASE_HOSTS:-$hosts}
echo "postgres://$login@$hosts/reachgenie" | secret database_url
echo "postgres://$owner@$migration_hosts/reachgenie" | secret migration_database_url
echo "postgres://$login@standby:5432/reachgenie" | secret database_replica_urls
echo "\"reachgenie_login\" \"$(<login_password)\"" | secret pgbouncer_users
echo "user default on >$(<redis_password) ~reachgenie:* &* +@all -@admin -@dangerous +info" | secret redis_users
echo "redis://default:$(<redis_password)@redis:6379" | secret redis_url

if [ ! -s postmark_server_token ]; then
  echo "Write the token of your Postmark server to $folder/postmark_server_token: production sends emails with it." >&2
fi
