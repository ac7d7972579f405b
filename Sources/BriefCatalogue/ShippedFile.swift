import CCatalogue

/// The topic catalogue as it is shipped: bytes of `topics.json`, which `BriefTopics` reads.
package enum ShippedFile {
  package static var topics: [UInt8] {
    Array(UnsafeBufferPointer(start: catalogue_bytes(), count: catalogue_length()))
  }
}
