package import DatabaseModel
import HashTreeCollections
import SQLSyntax

/// What values a column takes, as far as literals and expressions depend on it.
package indirect enum ValueClass: Hashable, Sendable {
  case integer(bytes: Int)
  case numeric(precision: Int?, scale: Int)
  case real
  case text(limit: Int?)
  case boolean
  case blob
  case date
  case time
  case timestamp
  case interval
  case uuid
  case json
  case enumeration([String])
  case array(ValueClass)
  /// SQLite's columns without a type take anything.
  case any

  /// Whether values of one class can be compared with those of another.
  package func isComparable(with other: ValueClass) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.json, _), (_, .json): false
    case (.integer, .integer), (.integer, .numeric), (.integer, .real), (.numeric, .integer),
      (.numeric, .numeric), (.numeric, .real), (.real, .integer), (.real, .numeric), (.real, .real),
      (.text, .text):
      true
    case (.array(let first), .array(let second)): first == second
    default: self == other
    }
  }

  package var isNumber: Bool {
    switch self {
    case .integer, .numeric, .real: true
    default: false
    }
  }

  package var isText: Bool { if case .text = self { true } else { false } }

  /// Whether a B-tree can order it.
  package var isOrdered: Bool { self != .json }
}

extension ValueClass {
  /// The class of a column's type.
  package init(_ type: DataType?, in catalog: Catalog) {
    guard let type else {
      self = .any
      return
    }
    if type.arrayDimensions > 0 {
      var element = type
      element.arrayDimensions = 0
      self = .array(ValueClass(element, in: catalog))
      return
    }
    switch type.reference {
    case .builtin(let name): self.init(builtin: name, modifiers: type.modifiers)
    case .user(let id): self.init(userType: catalog.types[id], in: catalog)
    case .declared(let text): self.init(declared: text)
    case .unknown: self = .any
    }
  }

  private init(builtin name: String, modifiers: [Int]) {
    switch name {
    case "int2": self = .integer(bytes: 2)
    case "int4", "oid": self = .integer(bytes: 4)
    case "int8": self = .integer(bytes: 8)
    case "numeric":
      self = .numeric(precision: modifiers.first, scale: modifiers.dropFirst().first ?? 0)
    case "float4", "float8": self = .real
    case "text", "name": self = .text(limit: nil)
    case "varchar", "bpchar": self = .text(limit: modifiers.first)
    case "bool": self = .boolean
    case "bytea": self = .blob
    case "date": self = .date
    case "time", "timetz": self = .time
    case "timestamp", "timestamptz": self = .timestamp
    case "interval": self = .interval
    case "uuid": self = .uuid
    case "json", "jsonb": self = .json
    default: self = .any
    }
  }

  private init(userType: UserType?, in catalog: Catalog) {
    switch userType?.form {
    case .enumeration(let labels): self = .enumeration(labels)
    case .domain(let domain): self = ValueClass(domain.base, in: catalog)
    default: self = .any
    }
  }

  /// By SQLite's affinity, and by what such a column holds in practice.
  private init(declared text: String) {
    let type = text.asciiUppercased()
    if type.contains("INT") {
      self = .integer(bytes: 8)
    } else if type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT") {
      self = .text(limit: nil)
    } else if type.contains("BLOB") {
      self = .blob
    } else if type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") {
      self = .real
    } else if type.contains("BOOL") {
      self = .boolean
    } else if type.contains("DATE") || type.contains("TIME") {
      self = .timestamp
    } else if type.isEmpty || type == "ANY" {
      self = .any
    } else {
      self = .numeric(precision: nil, scale: 0)
    }
  }
}
