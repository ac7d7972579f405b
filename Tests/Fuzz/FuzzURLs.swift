import BriefParsing

/// URLs: what is resolved is http or https and stays what it is; canonical forms are stable.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzURLs(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  let base = WebAddress("https://example.org/a/b?c#d")
  if let address = WebAddress(text) {
    require(WebAddress(address.text) == address, "printed and read back it is another address")
    _ = address.port
  }
  guard let link = WebAddress.resolve(text, base: base) else { return 0 }
  let lowered = link.lowercased()
  require(lowered.hasPrefix("http:") || lowered.hasPrefix("https:"), "another scheme")
  require(WebAddress.resolve(link, base: base) == link, "resolving twice differs")
  if let canonical = canonicalLink(link) {
    require(canonicalLink("https:" + canonical) == canonical, "the canonical form is not stable")
  }
  _ = withoutTrackingParameters(link)
  return 0
}
