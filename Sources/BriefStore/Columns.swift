package import BriefModel

/// Column values as values of the model.
extension StoreSnapshot {
  package func timestamp(_ seconds: Int64?) -> Timestamp? {
    seconds.map(Timestamp.init(seconds:))
  }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` that names `record` unless there are 32 bytes.
  package func digest(_ bytes: [UInt8], of record: String) throws -> Digest {
    guard let digest = Digest(bytes) else {
      throw StoreTrouble.damaged(record: record, detail: "a digest has not 32 bytes")
    }
    return digest
  }

  package func publicationID(_ bytes: [UInt8]) throws -> PublicationID {
    guard let id = PublicationID(bytes) else {
      throw StoreTrouble.damaged(record: "a publication's id", detail: "it has not 16 bytes")
    }
    return id
  }
}
