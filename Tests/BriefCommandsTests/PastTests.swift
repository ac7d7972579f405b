import BriefModel
import Testing

/// What a version or change of later is as of a moment before it: not there.
struct PastTests {
  /// Between the first poll and the edit.
  private static let then = "--as-of 2023-11-14T23:30:00Z"

  @Test func `as of a moment there are the versions of then only`() async throws {
    let scene = try await Scene()
    let gas = scene.gas.hexadecimal
    let table: [(arguments: String, now: Int32, then: Int32)] = [
      ("show \(gas) -n 2", 0, 4), ("show \(gas) -n 1", 0, 0), ("show \(gas)", 0, 0),
      ("diff \(gas) 1 2", 0, 4), ("diff \(gas)", 0, 4), ("explain \(gas)", 0, 0),
    ]
    for row in table {
      #expect(try scene.run(row.arguments).status == row.now, "\(row.arguments)")
      let past = try scene.run("\(row.arguments) \(Self.then)")
      #expect(past.status == row.then, "\(row.arguments): \(past.errors)")
    }
    let past = try scene.run("show \(gas) -n 2 \(Self.then)")
    #expect(past.errors.contains("has no version 2: it has 1 to 1"), "\(past.errors)")
  }

  @Test func `a change of later cannot be explained as of a moment`() async throws {
    let scene = try await Scene()
    let config = "--config /dev/null"
    #expect(try scene.run("explain 2.0 \(config)").status == 0)
    let past = try scene.run("explain 2.0 \(config) \(Self.then)")
    #expect(past.status == 4, "\(past.errors)")
    #expect(past.errors.contains("There is no change 2.0"))
    #expect(try scene.run("explain 1.0 \(config) \(Self.then)").status == 0)
  }

  @Test func `how a source is polled is told as of now only`() async throws {
    let scene = try await Scene()
    #expect(try scene.run("explain pism").status == 0)
    let past = try scene.run("explain pism \(Self.then)")
    #expect(past.status == 2, "\(past.output)")
    #expect(past.errors.contains("as of now only"))
  }

  @Test func `a monitor's line is that of the moment`() async throws {
    let scene = try await Scene()
    #expect(try scene.run("status --check").output.contains("versions=4 changes=5"))
    let past = try scene.run("status --check \(Self.then)")
    #expect(past.output.contains("versions=3 changes=3"), "\(past.output)")
  }
}
