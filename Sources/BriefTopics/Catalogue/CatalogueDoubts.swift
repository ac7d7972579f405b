import BriefModel
import Foundation

/// What a catalogue file of one's own says that has no effect, though the file is taken: keys that
/// nobody reads, languages that no text is read in, topics that nothing finds.
package enum CatalogueDoubts {
  /// - Parameter shipped: the version of the catalogue that the file stands on.
  package static func of(
    _ bytes: [UInt8], named file: String, shipped: Int
  ) -> [CatalogueTrouble] {
    guard
      let root = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    else { return [] }
    var doubts = Doubts(file: file)
    doubts.compare(root, with: ["version", "syntax", "groups", "topics"], topic: nil, place: nil)
    let topics = root["topics"] as? [[String: Any]] ?? []
    if topics.isEmpty, (root["groups"] as? [String: Any] ?? [:]).isEmpty {
      doubts.add("it has neither topics nor groups, and changes nothing")
    }
    if let version = root["version"] as? Int, version > shipped {
      doubts.add(
        "it is written for version \(version) of the catalogue; this program has \(shipped)",
        place: "version")
    }
    let parents = Set(topics.compactMap { $0["parent"] as? String })
    for topic in topics {
      let id = topic["id"] as? String ?? ""
      doubts.look(at: topic, id: id)
      if !parents.contains(id), !patternKeys.contains(where: { hasPatterns(topic[$0]) }) {
        doubts.add("it has no pattern, and no text is found by it", topic: id)
      }
    }
    return doubts.found
  }

  private static let patternKeys = [
    "patterns", "passage_patterns", "loose_patterns", "supporting_patterns",
  ]
  private static let languages = ["be", "de", "en", "lt", "pl", "ru", "uk"]

  private static func hasPatterns(_ value: Any?) -> Bool {
    (value as? [String: [Any]])?.values.contains { !$0.isEmpty } ?? false
  }

  private struct Doubts {
    let file: String
    var found: [CatalogueTrouble] = []

    init(file: String) { self.file = file }

    mutating func add(_ sentence: String, topic: String? = nil, place: String? = nil) {
      found.append(
        CatalogueTrouble(file: file, topic: topic, place: place, reason: .doubt(sentence)))
    }

    /// A key that begins with an underscore or a dollar sign is a remark.
    mutating func compare(
      _ object: [String: Any], with known: [String], topic: String?, place: String?
    ) {
      for key in object.keys.sorted()
      where !known.contains(key) && !key.hasPrefix("_") && !key.hasPrefix("$") {
        let hint = NearestName.of(key, among: known).map { "; did you mean “\($0)”?" } ?? ""
        add("nobody reads the key “\(key)”\(hint)", topic: topic, place: place)
      }
    }

    mutating func look(at topic: [String: Any], id: String) {
      compare(
        topic, with: CatalogueFile.Entry.CodingKeys.allCases.map(\.rawValue) + ["confirmed"],
        topic: id, place: nil)
      for key in patternKeys {
        let byLanguage = topic[key] as? [String: Any] ?? [:]
        for language in byLanguage.keys.sorted() where !languages.contains(language) {
          add(
            "“\(language)” is no language of the catalogue (\(languages.joined(separator: ", ")))",
            topic: id, place: key)
        }
      }
      let lists = [
        ("near", ["groups", "within", "strict"]), ("away", ["groups", "within", "unless"]),
        ("milestones", ["date", "kind", "precision", "source", "text"]),
      ]
      for (key, known) in lists {
        for (number, object) in (topic[key] as? [[String: Any]] ?? []).enumerated() {
          compare(object, with: known, topic: id, place: "\(key)[\(number)]")
        }
      }
    }
  }
}

/// Where JSON ends to be JSON.
enum JSONFault {
  /// `line 3, column 7: an unexpected value`, or that the text ends too early.
  static func sentence(_ bytes: [UInt8]) -> String? {
    guard !bytes.isEmpty else { return "the file is empty" }
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return nil
    } catch {
      let said = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
      // Foundation says "Invalid value around character 13."
      let digits = said.split { $0 < "0" || $0 > "9" }.last
      guard let place = digits.flatMap({ Int($0) }), place <= bytes.count else {
        let lines = bytes.count { $0 == 0x0A } + 1
        return said.contains("end of file") ? "line \(lines): the text ends too early" : said
      }
      let before = bytes.prefix(place)
      let line = before.count { $0 == 0x0A } + 1
      let column = place - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
      return "line \(line), column \(column): an unexpected value"
    }
  }
}
