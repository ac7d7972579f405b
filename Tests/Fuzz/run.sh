#!/bin/sh
# Builds the fuzz targets into the folder $1, gives each its saved findings again, then runs it for $2 seconds from them.
# What a run finds is left in $1/<target>.found.
set -eu
out=$1 seconds=$2
here=$(cd "$(dirname "$0")" && pwd)
"$here/build-parsing.sh" "$out" 2>"$out.log" || { cat "$out.log" >&2; exit 1; }
cd "$out"
for target in FuzzFeed FuzzJSONFeed FuzzHTML FuzzDates FuzzURLs FuzzEncodings; do
  findings=$here/Findings/$target
  if [ -d "$findings" ]; then "./$target" -timeout=5 "$findings"/* >"$target.log" 2>&1 || { cat "$target.log" >&2; exit 1; }; fi
  mkdir -p "$target.inputs" "$target.found"
  [ -d "$findings" ] || findings=
  "./$target" -max_total_time="$seconds" -timeout=5 -max_len=65536 -artifact_prefix="$target.found/" "$target.inputs" ${findings:+"$findings"} >"$target.log" 2>&1 ||
    { tail -60 "$target.log" >&2; echo "$target: found an input, see $out/$target.found" >&2; exit 1; }
  echo "$target: $(grep -oE 'Done [0-9]+ runs in [0-9]+ second' "$target.log")s, nothing found"
done
