#!/usr/bin/env bash
# Exits with 0 if the process answers /health/live. bash opens the connection itself, so each check costs no second Node.js.
set -eu
port=$PORT
if [ "${WORKER:-on}" = only ]; then port=$PROBE_PORT; fi
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/live HTTP/1.0\r\n\r\n' >&3
read -r -t 2 _ status _ <&3
[ "$status" = 200 ]
