/// The publishers of the self-test, each on a port of its own, so that what one asks for holds up no
/// other. What they answer depends on how often they were asked.
struct SelftestPublishers {
  var edited: LoopbackServer
  var withdrawing: LoopbackServer
  var emptied: LoopbackServer
  var busy: LoopbackServer
  var lying: LoopbackServer
  var cut: LoopbackServer
  var cyrillic: LoopbackServer
  /// Nobody may come here: its source does not say that it lives on this machine.
  var forbidden: LoopbackServer
  var receiver: LoopbackServer

  static let title = "Союзное государство"

  private struct NoSocket: Error, CustomStringConvertible {
    var description: String { "The machine has no socket left for the self-test; see ulimit -n." }
  }

  init() throws {
    func server(_ answer: @escaping @Sendable (LoopbackServer.Request, Int) -> [UInt8]) throws
      -> LoopbackServer
    {
      guard let server = LoopbackServer(answer) else { throw NoSocket() }
      return server
    }
    let (a, b, c) = (("a", "Of now."), ("b", "Between."), ("c", "It opens in 2023."))
    edited = try server { _, number in
      SelftestAnswer.feed([a, number == 0 ? c : ("c", "It opens in 2024.")])
    }
    withdrawing = try server { _, number in
      SelftestAnswer.feed((1...3).contains(number) ? [a, c] : [a, b, c])
    }
    emptied = try server { _, number in SelftestAnswer.feed(number == 1 ? [] : [a, c]) }
    busy = try server { _, number in
      number == 0
        ? SelftestAnswer.http("429 Too Many Requests", fields: ["Retry-After: 7200"])
        : SelftestAnswer.feed([a])
    }
    lying = try server { request, number in
      if request["If-None-Match"] != nil { return SelftestAnswer.http("304 Not Modified") }
      return SelftestAnswer.feed(number == 0 ? [c] : [a, c], fields: ["ETag: \"fixed\""])
    }
    cut = try server { request, number in
      switch number {
      case 0: SelftestAnswer.feed([c], fields: ["ETag: \"one\""])
      case 1: SelftestAnswer.cutGzip([a, b, c], fields: ["ETag: \"two\""])
      // Whoever kept the validator of what was cut off is told that nothing changed.
      case _ where request["If-None-Match"] == "\"two\"":
        SelftestAnswer.http("304 Not Modified")
      default: SelftestAnswer.feed([a, b, c], fields: ["ETag: \"two\""])
      }
    }
    cyrillic = try server { _, _ in SelftestAnswer.cyrillic(title: Self.title) }
    forbidden = try server { _, _ in SelftestAnswer.feed([a]) }
    receiver = try server { _, _ in SelftestAnswer.http("204 No Content") }
  }

  /// As the configuration file would name them.
  func configuration(store: String) -> String {
    let sources = [
      ("edited", edited), ("withdrawing", withdrawing), ("emptied", emptied), ("busy", busy),
      ("lying", lying), ("cut", cut), ("cyrillic", cyrillic), ("forbidden", forbidden),
    ].map { name, server in
      """
      [[source]]
      id = "\(name)"
      url = "\(server.url)"
      allow_private = \(name != "forbidden")

      """
    }
    return """
      store = "\(store)"
      missing_polls = 3

      \(sources.joined(separator: "\n"))
      [[channel]]
      id = "receiver"
      kind = "webhook"
      url = "\(receiver.url)"
      allow_private = true

      [[rule]]
      name = "everything"
      channels = ["receiver"]
      """
  }

  func stop() {
    for server in [
      edited, withdrawing, emptied, busy, lying, cut, cyrillic, forbidden, receiver,
    ] { server.stop() }
  }
}
