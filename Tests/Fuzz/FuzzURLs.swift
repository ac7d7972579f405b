import BriefParsing

let readings = 1

/// URLs: what is resolved is http or https and stays what it is; canonical forms are stable.
func examine(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let base = WebAddress("https://example.org/a/b?c#d")
  if let address = WebAddress(text) {
    require(WebAddress(address.text) == address, "printed and read back it is another address")
    _ = address.port
  }
  guard let link = WebAddress.resolve(text, base: base) else { return }
  let lowered = link.lowercased()
  require(lowered.hasPrefix("http:") || lowered.hasPrefix("https:"), "another scheme")
  require(WebAddress.resolve(link, base: base) == link, "resolving twice differs")
  if let canonical = canonicalLink(link) {
    require(canonicalLink("https:" + canonical) == canonical, "the canonical form is not stable")
  }
  _ = withoutTrackingParameters(link)
}
