package import BriefModel
import CZstd
import GRDB
import Synchronization

/// What the contents of a store have in common, by which each is kept shorter.
///
/// Texts of a few kB are too short to be compressed well by themselves. A dictionary is drawn from
/// the first contents of a store, and again when it has grown by far; a content names the one that
/// it is kept with.
package struct ContentDictionary: Hashable, Sendable {
  package var bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// Publications with which one is drawn: the first, and each when the store is sixteen times as
  /// large.
  package static let occasions: [Int64] = [128, 2_048, 32_768]
  /// Contents from which one is drawn.
  package static let samples = 128
  /// Bytes of one: more gains little, and every reader loads it.
  static let limit = 64 << 10
  /// zstd's advice is samples of a hundred times a dictionary's size; with less than eight times it
  /// learns them by heart (zdict.h).
  static let share = 8

  /// Given, zstd draws once; left to itself it draws from the same samples five times with other numbers,
  /// for eight times the time and 8 MB more, and finds no shorter texts.
  private static var parameters: ZDICT_fastCover_params_t {
    var parameters = ZDICT_fastCover_params_t()
    // Bytes of a piece that is taken over; bytes by which pieces are compared; the size of the table of
    // these, as a power of two; every place of a sample is looked at.
    (parameters.k, parameters.d, parameters.f, parameters.accel) = (500, 8, 18, 1)
    return parameters
  }

  /// `nil` when the contents are too few or too short to learn from.
  package init?(learningFrom contents: [[UInt8]]) {
    let sizes = contents.map(\.count)
    let total = sizes.reduce(0, +)
    let capacity = min(Self.limit, total / Self.share)
    guard capacity >= 1024 else { return nil }
    let samples = Array(contents.joined())
    var written = 0
    bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      written = samples.withUnsafeBytes {
        ZDICT_trainFromBuffer_fastCover(
          output.baseAddress, capacity, $0.baseAddress, sizes, UInt32(clamping: sizes.count),
          Self.parameters)
      }
      count = ZDICT_isError(written) == 0 ? written : 0
    }
    if bytes.isEmpty { return nil }
  }

  package var digest: BriefModel.Digest { Fingerprint.sha256(bytes) }
}

/// A dictionary made ready to compress with.
package final class FoldingDictionary: Sendable {
  private let address: UInt
  var handle: OpaquePointer? { OpaquePointer(bitPattern: address) }

  /// Throws ``CompressionTrouble/noMemory``.
  init(_ dictionary: ContentDictionary) throws(CompressionTrouble) {
    let made = dictionary.bytes.withUnsafeBytes { ZSTD_createCDict($0.baseAddress, $0.count, 3) }
    guard let made else { throw .noMemory }
    address = UInt(bitPattern: made)
  }

  deinit { ZSTD_freeCDict(handle) }
}

/// A dictionary made ready to read with.
package final class UnfoldingDictionary: Sendable {
  private let address: UInt
  var handle: OpaquePointer? { OpaquePointer(bitPattern: address) }

  /// Throws ``CompressionTrouble/noMemory``.
  init(_ dictionary: ContentDictionary) throws(CompressionTrouble) {
    let made = dictionary.bytes.withUnsafeBytes { ZSTD_createDDict($0.baseAddress, $0.count) }
    guard let made else { throw .noMemory }
    address = UInt(bitPattern: made)
  }

  deinit { ZSTD_freeDDict(handle) }
}

/// Dictionaries that this process has made ready, by digest, so that stores do not mix.
private enum ReadyDictionaries {
  static let limit = 8
  static let folding = Mutex<[BriefModel.Digest: FoldingDictionary]>([:])
  static let unfolding = Mutex<[BriefModel.Digest: UnfoldingDictionary]>([:])
}

/// Dictionaries that a snapshot has looked up, by number: what is in them does not change in it.
final class KnownDictionaries {
  fileprivate var folding: [Int64: FoldingDictionary] = [:]
  fileprivate var unfolding: [Int64: UnfoldingDictionary] = [:]
}

extension StoreSnapshot {
  /// The dictionary of this number, ready to read with; throws
  /// ``StoreTrouble/damaged(record:detail:)``.
  package func unfoldingDictionary(_ number: Int64) throws -> UnfoldingDictionary {
    if let known = dictionaries.unfolding[number] { return known }
    let made = try readyUnfoldingDictionary(number)
    dictionaries.unfolding[number] = made
    return made
  }

  /// The same to compress with.
  package func foldingDictionary(_ number: Int64) throws -> FoldingDictionary {
    if let known = dictionaries.folding[number] { return known }
    let made = try readyFoldingDictionary(number)
    dictionaries.folding[number] = made
    return made
  }

  private func readyUnfoldingDictionary(_ number: Int64) throws -> UnfoldingDictionary {
    let digest = try dictionaryDigest(number)
    if let ready = ReadyDictionaries.unfolding.withLock({ $0[digest] }) { return ready }
    let made = try UnfoldingDictionary(try dictionary(number, digest))
    ReadyDictionaries.unfolding.withLock {
      if $0.count >= ReadyDictionaries.limit { $0 = [:] }
      $0[digest] = made
    }
    return made
  }

  private func readyFoldingDictionary(_ number: Int64) throws -> FoldingDictionary {
    let digest = try dictionaryDigest(number)
    if let ready = ReadyDictionaries.folding.withLock({ $0[digest] }) { return ready }
    let made = try FoldingDictionary(try dictionary(number, digest))
    ReadyDictionaries.folding.withLock {
      if $0.count >= ReadyDictionaries.limit { $0 = [:] }
      $0[digest] = made
    }
    return made
  }

  private func dictionaryDigest(_ number: Int64) throws -> BriefModel.Digest {
    let record = "dictionary \(number)"
    for table in Self.dictionaryTables {
      let statement = try RowStatement(db, "SELECT digest FROM \(table) WHERE n = ?")
      let digest = try? statement.first([.integer(number)]) { row in
        try row.bytes(0, of: record) { BriefModel.Digest($0) }
      }
      if let digest { return digest }
    }
    throw StoreTrouble.damaged(record: record, detail: "it is not there")
  }

  /// Kept twice: many contents cannot be read without it.
  static let dictionaryTables = ["dictionary", "dictionary_copy"]

  /// The first copy that is whole.
  private func dictionary(
    _ number: Int64, _ digest: BriefModel.Digest
  ) throws -> ContentDictionary {
    for table in Self.dictionaryTables {
      if let whole = try? wholeDictionary(number, in: table), whole.digest == digest {
        return whole
      }
    }
    throw StoreTrouble.damaged(record: "dictionary \(number)", detail: "neither copy is whole")
  }

  /// Throws ``StoreTrouble/damaged(record:detail:)`` unless the copy says what its digest says.
  func wholeDictionary(_ number: Int64, in table: String) throws -> ContentDictionary {
    let record = "dictionary \(number) in \(table)"
    let sql = "SELECT digest, bytes FROM \(table) WHERE n = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else {
      throw StoreTrouble.damaged(record: record, detail: "it is not there")
    }
    let found = ContentDictionary(bytes: try row.bytes("bytes", of: record))
    guard found.digest == (try self.digest(try row.bytes("digest", of: record), of: record)) else {
      throw StoreTrouble.damaged(record: record, detail: "it has another digest")
    }
    return found
  }
}
