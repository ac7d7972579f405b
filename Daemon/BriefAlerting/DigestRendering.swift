package import BriefModel
import Foundation

extension AlertRendering {
  /// One body of several (type `digest`): `changes` with the first of their changes, `events` of what
  /// happened to sources and dates, `count` of all of both. An alert that cannot be read is counted
  /// as one.
  package static func digest(
    _ bodies: [AlertBody], rule: String, store: StoreID, key: String
  ) -> AlertBody {
    var changes: [Any] = []
    var events: [Any] = []
    // What summaries tell of beyond the changes that they name.
    var unnamed = 0
    var unread = 0
    for body in bodies {
      guard let object = try? JSONSerialization.jsonObject(with: Data(body.text.utf8)),
        var record = object as? [String: Any]
      else {
        unread += 1
        continue
      }
      for name in ["schema", "key", "rule", "type", "store"] { record[name] = nil }
      switch body.type {
      case "change": changes.append(record)
      case "summary":
        let named = record["changes"] as? [Any] ?? []
        changes += named
        unnamed += max(0, (record["count"] as? Int ?? 0) - named.count)
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
      "reason": "digest", "count": changes.count + events.count + unnamed + unread,
      "changes": Array(changes.prefix(AlertLimits.digestChanges)),
      "events": Array(events.prefix(AlertLimits.digestChanges)),
    ]
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    let text = (try? JSONSerialization.data(withJSONObject: digest, options: options)) ?? Data()
    return AlertBody(type: "digest", text: String(decoding: text, as: UTF8.self))
  }
}
