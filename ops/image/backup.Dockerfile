# The image of backups and drills: the product's commands beside the programs of PostgreSQL. From the repository's root:
#   docker build -f ops/image/backup.Dockerfile -t reachgenie-partners-backup ops/image
ARG PRODUCT=reachgenie-partners
# The major version of the server or a later one.
ARG POSTGRES=postgres:17

FROM ${PRODUCT} AS product

FROM ${POSTGRES}
LABEL org.opencontainers.image.title="ReachGenie Partners: backups" \
      org.opencontainers.image.vendor="ReachGenie" \
      org.opencontainers.image.licenses="LicenseRef-UNLICENSED"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=product /usr/local/bin/node /usr/local/bin/
COPY --from=product /app ./
USER 1000:1000
ENTRYPOINT []
CMD ["node", "dist/backups/backup.command.js"]
