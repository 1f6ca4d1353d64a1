# The base image is pinned by its digest, so that every build starts from the same bytes; `docker buildx imagetools inspect
# node:24.21.0-bookworm-slim` shows it. Two stages: the first installs what production needs, the second carries only that and the sources.
# There is no build step: Node 24 runs the TypeScript files by stripping their types.
FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS install
WORKDIR /app
COPY package.json package-lock.json ./
# The client is a package of its own in the lock file; the service does not use it.
COPY client/package.json client/
# Scripts stay off: the image brings its own Node 24, and better-sqlite3 ships its binary inside the package.
# Of the Chinese font two weights are served, as woff2, and drawn from, as woff; the other 60 MB stay out of the image.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && find node_modules/@fontsource/noto-sans-sc/files -type f \
      ! -name '*-400-normal.woff*' ! -name '*-700-normal.woff*' -delete

FROM node:24.21.0-bookworm-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6
LABEL org.opencontainers.image.title="Licet" \
      org.opencontainers.image.description="May you rely on this hospital for this treatment, today?" \
      org.opencontainers.image.version="0.2.0" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.documentation="docs/operate.md"
# LICET_BASE_URL, the public address, is to be given when the container is started: without it nothing is signed.
ENV NODE_ENV=production \
    LICET_HOST=0.0.0.0 \
    LICET_PORT=8080 \
    LICET_DATA=/data
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
COPY package.json LICENSE NOTICE ./
COPY schema ./schema
COPY scrapers ./scrapers
COPY src ./src
# What Node keeps of the sources for the next start (src/quick-start.ts), and what is read of the bundled lists, lies beside the packages.
RUN mkdir /data node_modules/.cache node_modules/.licet-first && chown node:node /data node_modules/.cache node_modules/.licet-first
# The database and the archive of kept pages. Everything else in the image may be thrown away.
VOLUME /data
USER node
# A start on an empty volume takes up what is read here, and has nothing to read.
RUN ["node", "src/at-installation.js"]
EXPOSE 8080
# Ready means: the database is open and the bundled sources are read, which is yet to be done where a PostgreSQL database is empty.
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.LICET_PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and gets SIGTERM itself, so that requests under way are finished before it stops.
CMD ["node", "--max-semi-space-size=16", "--import", "./src/quick-start.js", "src/main.ts"]
