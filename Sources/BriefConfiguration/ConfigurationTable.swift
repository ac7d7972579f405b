import TOMLKit

/// A table of the configuration, whoever read it.
enum ConfigurationTable {
  case library(TOMLTable)
  case plain(PlainTable)

  subscript(key: String) -> ConfigurationValue? {
    switch self {
    case .library(let table): table[key].map { .library($0) }
    case .plain(let table): table[key].map { .plain($0) }
    }
  }

  var keys: [String] {
    switch self {
    case .library(let table): table.keys
    case .plain(let table): table.rows.map(\.key)
    }
  }
}

/// A value of it; each member is `nil` for one of another type.
enum ConfigurationValue {
  case library(any TOMLValueConvertible)
  case plain(PlainValue)

  var string: String? {
    switch self {
    case .library(let value): value.string
    case .plain(.string(let text)): text
    case .plain: nil
    }
  }

  var bool: Bool? {
    switch self {
    case .library(let value): value.bool
    case .plain(.boolean(let flag)): flag
    case .plain: nil
    }
  }

  var int: Int? {
    switch self {
    case .library(let value): value.int
    case .plain(.integer(let number)): number
    case .plain: nil
    }
  }

  var array: TOMLArray? { if case .library(let value) = self { value.array } else { nil } }
  var table: TOMLTable? { if case .library(let value) = self { value.table } else { nil } }
}
