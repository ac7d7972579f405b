#!/bin/sh
# Builds the fuzz targets of BriefParsing and BriefExtraction into the folder $1. Run one as: $1/FuzzFeed -max_total_time=20 FINDINGS CORPUS
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=${BRIEF_SYNC_ROOT:-$here/../..}
out=$1
mkdir -p "$out"
flags="-swift-version 6 -O -g -package-name brief_sync -sanitize=address -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp
  -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature NonisolatedNonsendingByDefault -parse-as-library -wmo"
model=${BRIEF_SYNC_MODEL:-$root/Sources/BriefModel}
cd "$out"
find -L "$model" -name '*.swift' -exec swiftc $flags -module-name BriefModel -emit-module -o BriefModel.o -c {} +
swiftc $flags -module-name BriefParsing -I . -emit-module -c "$root"/Sources/BriefParsing/*.swift -o BriefParsing.o
swiftc $flags -module-name BriefExtraction -I . -emit-module -c "$root"/Sources/BriefExtraction/*.swift -o BriefExtraction.o
for target in FuzzHTML FuzzFeed FuzzJSONFeed FuzzDates FuzzURLs FuzzEncodings; do
  swiftc -swift-version 6 -O -g -package-name brief_sync -parse-as-library -sanitize=fuzzer,address -I . \
    -module-name "$target" "$here/FuzzInput.swift" "$here/$target.swift" BriefModel.o BriefParsing.o BriefExtraction.o -o "$target"
done
