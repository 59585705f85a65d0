# The base image with Debian's security updates of the day; containers/airgap.sh builds all others on it.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
RUN apt-get update && apt-get upgrade --yes && rm -rf /var/lib/apt/lists/*
ARG UNDER
ARG VERSION
LABEL org.opencontainers.image.title="Night School: base" org.opencontainers.image.version="${VERSION}" \
      nightschool.base="${UNDER}"
