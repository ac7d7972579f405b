import BriefModel

/// The key `credentials` of `[[source]]`: `{ kind = "basic", user = "desk", file = "/..." }`.
struct KeySection {
  /// `nil` when it is not there, or after a fault.
  func read(_ reader: inout TableReader, url: String?, kind: Source.Kind) -> SourceKey? {
    guard var table = reader.table("credentials") else { return nil }
    let way = table.choice("kind", SourceKey.Kind.self)
    let name = way == .header ? table.string("name") : way == .basic ? table.string("user") : nil
    let file = table.string("file")
    let credential = table.string("credential")
    let command = table.strings("command")
    table.finish()
    guard let way else {
      table.fault("kind", "must be \"basic\", \"bearer\" or \"header\"")
      return nil
    }
    if kind == .folder { reader.fault("credentials", "a folder needs none; leave the key out") }
    if url?.lowercased().hasPrefix("http://") == true {
      reader.fault("credentials", "are sent over https only: everyone on the way reads http")
    }
    if way != .bearer, name?.isEmpty != false {
      table.fault(
        way == .basic ? "user" : "name",
        way == .basic
          ? "basic credentials need a user" : "a header needs its name, \"X-Api-Key\"")
    }
    if way == .header, let name, !name.isEmpty, !name.utf8.allSatisfy(isTokenByte) {
      table.fault("name", "is a header's name without blanks or colon, \"X-Api-Key\"")
    }
    let places = [
      file.map { SecretPlace.file($0) }, credential.map { .credential($0) },
      command.map { .command($0) },
    ].compactMap(\.self)
    guard places.count == 1, let place = places.first else {
      table.fault(
        "", "say where the secret is: one of file = \"/...\", credential = NAME, command = [...]")
      return nil
    }
    if let program = command?.first, !program.hasPrefix("/") {
      table.fault("command", "needs the program's absolute path")
    }
    if let credential, credential.isEmpty || credential.contains("/") {
      table.fault("credential", "is a name that LoadCredential= gives, without a slash")
    }
    return SourceKey(kind: way, name: name ?? "", place: place)
  }
}

/// RFC 9110, 5.6.2.
private func isTokenByte(_ byte: UInt8) -> Bool {
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
    || (byte >= 0x61 && byte <= 0x7A) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
}
