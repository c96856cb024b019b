# pgbouncer 1.24 of Debian, which gets Debian's security updates with each build.
ARG BASE=debian:trixie-slim
FROM ${BASE}
RUN apt-get update && apt-get install --yes --no-install-recommends pgbouncer && rm -rf /var/lib/apt/lists/*
USER 1000:1000
EXPOSE 6432
CMD ["pgbouncer", "/etc/pgbouncer/pgbouncer.ini"]
