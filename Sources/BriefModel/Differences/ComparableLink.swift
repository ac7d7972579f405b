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

  /// Whether a query parameter, `name` or `name=value`, is one that mail, advertisement and counting
  /// services put onto links; none of them changes what is shown.
  public static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return trackingPrefixes.contains(where: name.hasPrefix) || trackingNames.contains(name)
  }

  private static let trackingPrefixes = [
    "utm_", "mtm_", "matomo_", "pk_", "piwik_", "at_", "hsa_", "_hs", "__hs", "ga_",
  ]

  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid",
    "twclid", "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_openstat", "openstat",
    "li_fat_id", "hsctatracking", "rb_clickid", "s_cid", "vero_conv", "vero_id", "wickedid", "xtor",
    "wt_mc", "wt_zmc", "ref_src", "ref_url", "cmpid", "ncid", "oly_enc_id", "oly_anon_id", "_ga",
    "_gl", "srsltid", "trk", "rss", "from_rss",
  ]
}
