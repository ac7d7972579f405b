package import BriefModel
import Foundation

extension AlertRendering {
  /// One body of several (type `digest`): `count` of the alerts, `changes` with the first of their
  /// changes, `events` of what happened to sources. An alert that cannot be read is counted all the
  /// same.
  package static func digest(
    _ bodies: [AlertBody], rule: String, store: StoreID, key: String
  ) -> AlertBody {
    var changes: [Any] = []
    var events: [Any] = []
    for body in bodies {
      guard let object = try? JSONSerialization.jsonObject(with: Data(body.text.utf8)),
        var record = object as? [String: Any]
      else { continue }
      for name in ["schema", "key", "rule", "type", "store"] { record[name] = nil }
      switch body.type {
      case "change": changes.append(record)
      case "summary": changes += record["changes"] as? [Any] ?? []
      case "source": events.append(record)
      case "claim":
        // A date's topic stands where a source's name does.
        record["source"] = record["topic"]
        events.append(record)
      default: break
      }
    }
    let digest: [String: Any] = [
      "schema": schema, "key": key, "rule": rule, "type": "digest", "store": store.rawValue,
      "reason": "digest", "count": bodies.count,
      "changes": Array(changes.prefix(AlertLimits.digestChanges)),
      "events": Array(events.prefix(AlertLimits.digestChanges)),
    ]
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? JSONSerialization.data(withJSONObject: digest, options: options)) ?? Data()
    return AlertBody(type: "digest", text: String(decoding: text, as: UTF8.self))
  }
}
