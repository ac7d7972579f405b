package import BriefModel
import Foundation

/// The host that a source's requests go to, under the name by which hosts are kept.
package enum PollHost {
  /// Host and port in lower case; empty for a folder.
  package static func name(url: String, kind: Source.Kind) -> String {
    guard kind != .folder, let components = URLComponents(string: url),
      let host = components.encodedHost
    else { return "" }
    let standard = components.scheme?.lowercased() == "http" ? 80 : 443
    return "\(host.lowercased()):\(components.port ?? standard)"
  }
}
