extension ContentNormalisation {
  /// A link as it is compared: without scheme, fragment, tracking parameters and a slash at the
  /// end, host in lower case. The form of a form is itself.
  public static func comparableLink(_ link: String) -> String {
    var rest = link[...]
    let scheme = rest.prefix { $0 != ":" && $0 != "/" }
    if rest.dropFirst(scheme.count).hasPrefix("://") { rest = rest.dropFirst(scheme.count + 3) }
    rest = rest.prefix { $0 != "#" }
    let path = rest.prefix { $0 != "?" }
    let query = rest.dropFirst(path.count + 1)
    let kept = query.split(separator: "&").filter { !isTracking($0) }
    let host = path.prefix { $0 != "/" }
    var form = host.lowercased() + path.dropFirst(host.count)
    while form.hasSuffix("/") { form.removeLast() }
    return kept.isEmpty ? form : form + "?" + kept.joined(separator: "&")
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return trackingPrefixes.contains(where: name.hasPrefix) || trackingNames.contains(name)
  }

  private static let trackingPrefixes = ["utm_", "mtm_", "pk_", "hsa_", "_hs", "ga_"]

  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
    "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_openstat", "openstat",
    "vero_id", "oly_enc_id", "oly_anon_id", "_ga", "_gl", "srsltid", "trk", "rss", "from_rss",
  ]
}
