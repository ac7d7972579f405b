/// What is wrong with a catalogue file, and where.
package struct CatalogueTrouble: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case missing
    case unreadable
    case notJSON(String)
    case shape(String)
    case duplicateID
    case unknownParent(String)
    case cycle([String])
    case tooDeep
    case noLabel
    case badID
    case unknownGroup(String)
    case pattern(String, PatternTrouble)
    /// It has no effect, though the file is taken.
    case doubt(String)
  }

  package var file: String
  package var topic: String?
  /// The place inside the topic: `patterns.ru[3]`.
  package var place: String?
  package var reason: Reason

  package init(file: String, topic: String? = nil, place: String? = nil, reason: Reason) {
    (self.file, self.topic, self.place, self.reason) = (file, topic, place, reason)
  }

  package var description: String {
    let path = [file, topic, place].compactMap(\.self).joined(separator: ": ")
    return "\(path): \(sentence)"
  }

  private var sentence: String {
    switch reason {
    case .missing: "there is no such file"
    case .doubt(let what): what
    case .unreadable: "this cannot be read; give its owner and mode to the program's user"
    case .notJSON(let what): "this is no JSON: \(what)"
    case .shape(let what): what
    case .duplicateID: "the id is used twice in this file"
    case .unknownParent(let id): "there is no topic “\(id)” to be its parent"
    case .cycle(let ids): "the parents run in a circle: \(ids.joined(separator: " < "))"
    case .tooDeep: "the parent has a parent; two levels are allowed"
    case .noLabel: "the topic has no label in any language"
    case .badID: "an id is made of a-z, 0-9 and hyphens"
    case .unknownGroup(let name): "there is no pattern group “\(name)”"
    case .pattern(let text, let trouble):
      "the pattern “\(text)” at character \(trouble.column): \(trouble.reason)"
    }
  }
}
