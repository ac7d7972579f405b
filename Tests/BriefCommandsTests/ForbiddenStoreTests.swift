import Foundation
import Testing

/// A store that is there and may not be read.
struct ForbiddenStoreTests {
  /// Root enters every folder; without these two capabilities only those that it may.
  private static let asAnybody =
    geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search " : ""

  @Test func `a folder that may not be entered is no missing store`() async throws {
    let scene = try await Scene()
    defer { chmod(scene.folder, 0o750) }
    for (mode, told) in [
      (0o010, "Permission denied; members of the group "), (0o000, "Permission denied."),
    ] as [(mode_t, String)] {
      chmod(scene.folder, mode)
      let run = try Run.script(
        "\(Self.asAnybody)\"$B\" status --store \(scene.folder)")
      #expect(run.status == 1, "\(run.errors)")
      let message = "Cannot read the store at \(scene.folder): \(told)"
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.errors.contains("Run: ls -ld \(scene.folder)"), "\(run.errors)")
    }
  }
}
