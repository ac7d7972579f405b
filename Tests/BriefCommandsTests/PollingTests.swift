import BriefModel
import Foundation
import Testing

/// When a source is polled and why, what was asked of hosts, and what a proxy does to the address rule.
struct PollingTests {
  @Test func `explain tells of a source when, why, what was asked, and what would change it`()
    async throws
  {
    let scene = try await Scene()
    let text = try scene.run("explain pism").output
    #expect(
      text == """
        pism
          next poll     due since 2023-11-15 04:13 UTC; the daemon polls it when it runs
          because       its own history suggests 30 minutes (3 publications expected in
                        28 days)
                        the feed asks for 2 hours between polls (ttl)
          server asks   the answer is fresh for 60 minutes (Cache-Control or Expires)
                        ttl of 2 hours
                        skipHours 0, 1 (UTC)
                        skipDays Saturday
          so far        5 polls, 0 (0%) not modified, 3.5 kB received
                        3 publications, none from the 28 days before the last poll
                        its host example.org:443: 6 requests, 4.2 kB received, 0 waits
                        honoured
          would change  brief-syncd sync pism polls it now
                        the publisher, who asks for this; max_interval bounds it
                        what it publishes, within interval and max_interval of the
                        configuration
                        brief-syncd pause pism ends the polls

        """)
    let document = try scene.run("explain pism --json").document
    #expect(document["schema"] as? String == "brief-sync/explain-source/1")
    #expect(document["polls"] as? Int == 5)
    // What is no source is still looked for among publications.
    #expect(try scene.run("explain \(scene.gas.hexadecimal.prefix(8))").status == 0)
    #expect(try scene.run("explain nobody").status == 2)
  }

  @Test func `traffic counts requests, bytes and answers 304 by host`() async throws {
    let scene = try await Scene()
    #expect(try scene.run("traffic").output == "example.org:443\t6\t0\t4200\t0\t-\n")
    let hosts = try scene.run("traffic --json").document["hosts"] as? [[String: Any]] ?? []
    #expect(hosts.first?["requests"] as? Int == 6)
    #expect(hosts.first?["closed_until"] is NSNull)
    #expect(try scene.run("traffic --store /nonexistent").status == 10)
    #expect(try scene.run("traffic extra").status == 2)
  }

  @Test(arguments: [
    ("", "well", "no private address is reached"),
    (
      "polling = { proxy = \"http://desk:word@proxy.example:3128\" }", "odd",
      "http://proxy.example:3128"
    ),
    ("polling = { proxi = 1 }", "wrong", "proxi"),
  ])
  func `doctor says who answers for the address rule`(
    _ line: String, _ verdict: String, _ words: String
  ) async throws {
    let scene = try await Scene()
    let path = scene.folder + "/config.toml"
    try line.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try scene.run("doctor --json --config \(path)")
    let checks = run.document["checks"] as? [[String: Any]] ?? []
    let network = checks.first { $0["what"] as? String == "network" }
    #expect(network?["verdict"] as? String == verdict)
    let detail = network?["detail"] as? String ?? ""
    #expect(detail.contains(words), "\(detail)")
    #expect(!detail.contains("word@"))
  }
}
