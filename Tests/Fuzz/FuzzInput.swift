import Glibc

/// What libFuzzer calls with each input that it made: the target's `examine` must end within a
/// second of CPU a MiB, for each of its `readings` of the input, times what the sanitizer adds.
///
/// Time is the thread's own, so that a busy machine finds nothing; inputs below 64 KiB count as
/// that long, since no clock tells less.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let begun = cpuNanoseconds()
  examine(bytes)
  let allowed = 1_000_000_000 / 1_048_576 * max(count, 65_536) * readings * sanitizerCost
  require(cpuNanoseconds() - begun <= allowed, "slower than a second a MiB")
  return 0
}

/// Pages take about eight times as long with the address sanitizer and its counters as without.
private let sanitizerCost = 8

/// Ends the run, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ what: StaticString) {
  if !holds { fatalError("\(what)") }
}

private func cpuNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
