/// The bytes that libFuzzer made.
func input(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Ends the run, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ what: StaticString) {
  if !holds { fatalError("\(what)") }
}
