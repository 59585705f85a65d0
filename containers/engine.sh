#!/usr/bin/env bash
# A container engine to build and test with. Exit 0 when one answers, 1 with the reason when none does.
#   containers/engine.sh            looks; as root it starts the dockerd that is installed, and then prints `started`
#   containers/engine.sh install    installs first what is missing of Debian's docker.io, compose and debootstrap (root)
#   containers/engine.sh stop       ends the dockerd that it started, and nothing else
set -euo pipefail
cd "$(dirname "$0")/.."
readonly STATE=var/containers
readonly PID=$STATE/dockerd.pid

answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

fail() {
    echo "$*" >&2
    exit 1
}

start() {
    [ "$(id -u)" = 0 ] || fail "no engine answers, and only root can start one: sudo systemctl start docker"
    command -v dockerd >/dev/null || fail "no engine is installed: containers/engine.sh install (root, Debian or Ubuntu)"
    mkdir -p "$STATE"
    nohup setsid dockerd --pidfile "$PWD/$PID" >"$STATE/dockerd.log" 2>&1 </dev/null &
    local daemon=$!
    for _ in $(seq 30); do
        answers && echo started && return
        kill -0 "$daemon" 2>/dev/null || break
        sleep 1
    done
    fail "dockerd does not start here: $(tail -n 1 "$STATE/dockerd.log")"
}

stop() {
    [ -f "$PID" ] || return 0
    [ "$(cat "/proc/$(cat "$PID")/comm" 2>/dev/null)" != dockerd ] || kill "$(cat "$PID")"
}

# What a bare machine lacks; containers/airgap.sh needs debootstrap, `make compose-up` compose in either form.
lacking() {
    command -v dockerd >/dev/null || echo docker.io iptables
    docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null || echo docker-compose
    command -v debootstrap >/dev/null || echo debootstrap
}

install_missing() {
    local packages
    packages=$(lacking | xargs)
    [ -n "$packages" ] || return 0
    [ "$(id -u)" = 0 ] || fail "only root can install: sudo apt-get install $packages"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends $packages
}

case "${1:-start}" in
    stop) stop ;;
    start) answers || start ;;
    install)
        install_missing
        answers || start
        ;;
    *) fail "usage: containers/engine.sh [start|install|stop]" ;;
esac
