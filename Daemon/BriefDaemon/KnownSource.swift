package import BriefConfiguration
package import BriefModel

extension DaemonConfiguration {
  /// The id, if a source has it; throws ``UnknownSource``.
  package func known(_ id: SourceID) throws(UnknownSource) -> SourceID {
    guard sources.contains(where: { $0.id == id }) else {
      throw UnknownSource(id: id, known: sources.map(\.id))
    }
    return id
  }
}
