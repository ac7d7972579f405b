/// How a source is opened, and where the secret for it is kept. The configuration holds no secret.
package struct SourceKey: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case basic, bearer, header
  }

  package var kind: Kind
  /// For `basic`: the user. For `header`: the field's name.
  package var name: String
  package var place: SecretPlace

  package init(kind: Kind, name: String, place: SecretPlace) {
    (self.kind, self.name, self.place) = (kind, name, place)
  }
}
