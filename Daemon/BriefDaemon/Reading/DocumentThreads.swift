import BriefWriting
import Dispatch

/// Threads for documents, so that those of all tasks stay free for polls, answers and the watchdog: a disk
/// may be slow, and a PDF is read by a program that is waited for.
enum DocumentThreads {
  private static let files = DispatchQueue(label: "brief-sync.files")
  /// One document after another: two at once would hold a small machine's processors.
  private static let extraction = DispatchQueue(label: "brief-sync.extraction")

  /// What lies in a folder, or in a file of it.
  static func look<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await DerivingThreads.run(on: files, work)
  }

  /// The text of one document. Others come in between, so that a large folder holds up no page.
  static func extract<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await DerivingThreads.run(on: extraction, work)
  }
}
