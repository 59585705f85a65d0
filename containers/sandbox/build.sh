#!/bin/sh
# Build the sandbox image from this machine's toolchain: containers/sandbox/build.sh [docker build option...]
# For example: --build-arg BASE=my/debian  --network host. TAG, SYSROOT (path in the image) may be set in the environment.
set -eu
cd "$(dirname "$0")"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' ../../pyproject.toml)
toolchain=$(cd "$("${NIGHTSCHOOL_RUSTC:-rustc}" --print sysroot)" && pwd -P)
fingerprint=$(cd "$toolchain" && find lib -maxdepth 2 -name 'librustc_driver-*' -exec basename {} \; | sort | paste -sd ' ')
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
cp Dockerfile supervisor.rs "$context/"
mkdir -p "$context/rust/bin"
cp -a "$toolchain/bin/rustc" "$context/rust/bin/"
cp -a "$toolchain/lib" "$context/rust/"
docker buildx version >/dev/null 2>&1 || export DOCKER_BUILDKIT=0
docker build --tag "${TAG:-nightschool/sandbox:$version}" --build-arg VERSION="$version" \
    --build-arg SYSROOT="${SYSROOT:-$toolchain}" --build-arg FINGERPRINT="$fingerprint" "$@" "$context"
