import Glibc

/// CPU seconds of this thread, the least of three runs.
package func cpuSeconds(_ body: () throws -> Void) rethrows -> Double {
  var least = Double.infinity
  for _ in 0..<3 {
    var (begin, end) = (timespec(), timespec())
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin)
    try body()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    least = min(
      least, Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9)
  }
  return least
}
