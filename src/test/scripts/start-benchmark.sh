#!/usr/bin/env bash
# How long a start takes until /health answers, how much processor time it took, and how large the JVM is at rest.
# From the clone's root, after mvn -DskipTests package: src/test/scripts/start-benchmark.sh [port]
set -euo pipefail

port="${1:-8190}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
: "${JAVA_HOME:?names a JDK 25}"

measure() { # what, data directory, command
  local what="$1" data="$2" began ended pid cpu size
  shift 2
  began="$(date +%s%N)"
  WHATNOW_DATA="$data" SERVER_PORT="$port" "$@" >"$data.log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "http://127.0.0.1:$port/health"; do
    kill -0 "$pid" || { tail -5 "$data.log"; exit 1; }
    sleep 0.05
  done
  ended="$(date +%s%N)"
  cpu="$(awk '{print ($14 + $15) / 100}' "/proc/$pid/stat")"
  sleep 10
  size="$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")"
  kill "$pid"
  wait "$pid" || true
  echo "$what: $(((ended - began) / 1000000)) ms, processor ${cpu} s, resident ${size} MiB, load $(cut -d' ' -f1 /proc/loadavg)"
}

jar=("$JAVA_HOME/bin/java" -jar target/whatnow.jar)
measure "java -jar, first start" "$folder/jar" "${jar[@]}"
measure "java -jar, later start" "$folder/jar" "${jar[@]}"
bin/whatnow --version >/dev/null 2>&1 || true # unpacks the jar
measure "bin/whatnow serve, first start" "$folder/serve" bin/whatnow serve
measure "bin/whatnow serve, later start" "$folder/serve" bin/whatnow serve
measure "bin/whatnow serve, later start" "$folder/serve" bin/whatnow serve
