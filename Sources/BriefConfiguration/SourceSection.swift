import BriefModel

/// `[[source]]`.
struct SourceSection {
  /// Seconds. More often is no manner to treat a publisher.
  private static let shortest: Int64 = 60
  /// Seconds: a month. Beyond it nothing is followed.
  private static let longest: Int64 = 2_678_400
  fileprivate var reader: TableReader
  /// How its documents are read; `nil` where the section does not say.
  private(set) var reading: SourceReading?
  /// What opens it; `nil` when it is open to everyone.
  fileprivate(set) var key: SourceKey?

  init(_ reader: TableReader) { self.reader = reader }

  /// `nil` after a fault.
  mutating func read(known: Set<String>) -> Source? {
    let id = identifier(&reader, known: known)
    let stated = reader.required("url")
    let kind = reader.choice("kind", Source.Kind.self) ?? .feed
    let interval = reader.duration("interval", in: 1...Self.longest) ?? 3600
    let maximum = reader.duration("max_interval", in: 1...Self.longest) ?? max(interval, 86_400)
    let languages = reader.strings("languages") ?? []
    let series = reader.string("series")
    let allowsPrivate = reader.boolean("allow_private") ?? false
    reading = ReadingSection(kind: kind).read(&reader)
    let opened = kind == .folder ? nil : stated.map { AddressWithKey($0) }
    let url = opened?.address ?? stated
    key = KeySection().read(&reader, url: url, kind: kind)
    if let written = opened?.key { take(written, of: url) }
    reader.finish()
    if interval < Self.shortest, !allowsPrivate {
      reader.fault(
        "interval", "must be \"1m\" or more, unless the source is your own (allow_private = true)")
    }
    if maximum < interval { reader.fault("max_interval", "must not be shorter than the interval") }
    guard let id, let url else { return nil }
    if kind == .folder {
      if !url.hasPrefix("/") {
        reader.fault("url", "a folder is named by an absolute path, \"/srv/briefs\"")
      }
    } else if !isWebAddress(url) {
      reader.fault("url", "must begin with http:// or https:// and name a host")
    }
    return Source(
      id: SourceID(id), url: url, kind: kind, interval: interval, maximumInterval: maximum,
      languages: languages,
      series: series,
      allowsPrivateAddresses: allowsPrivate)
  }
}

extension SourceSection {
  /// A user and password that stand in the address open the source as `credentials` do.
  private mutating func take(_ written: SourceKey, of url: String?) {
    if key != nil {
      reader.fault("url", "holds a user and password beside credentials; leave them out")
    } else if url?.lowercased().hasPrefix("http://") == true {
      reader.warn(
        "url", "the user and password in it are not sent: everyone on the way reads http")
    } else {
      key = written
      reader.warn(
        "url",
        "holds a user and password, which all who read this file see; credentials = { kind = \"basic\", ... } keeps them elsewhere"
      )
    }
  }
}

/// The `id` of a section: unlike all others of its kind, and fit for a file name and a command
/// line.
func identifier(_ reader: inout TableReader, known: Set<String>) -> String? {
  guard let id = reader.required("id") else { return nil }
  let isPlain = id.utf8.allSatisfy {
    ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F
  }
  if !isPlain || id.isEmpty || id.hasPrefix("-") || id.utf8.count > 64 {
    reader.fault(
      "id",
      "must be up to 64 lower-case letters, digits, hyphens or underscores, \"pism-spotlight\"")
  } else if known.contains(id) {
    reader.fault("id", "\"\(id)\" stands here twice")
  }
  return id
}

func isWebAddress(_ url: String) -> Bool {
  for scheme in ["http://", "https://"] where url.lowercased().hasPrefix(scheme) {
    let rest = url.dropFirst(scheme.count)
    return rest.first.map { !"/?#".contains($0) } ?? false
  }
  return false
}
