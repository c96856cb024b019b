# Caddy for a numeric user: its folders for certificates belong to root in the original.
# Like for every image here, --build-arg BASE=caddy:2@sha256:… pins it.
ARG BASE=caddy:2
FROM ${BASE}
# The program may not gain the right to open port 443, so it needs none: Docker lets every user open it.
RUN setcap -r /usr/bin/caddy && chown -R 1000:1000 /data /config
USER 1000:1000
