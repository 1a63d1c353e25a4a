import SQLSyntax

/// What kind of value a column prefers.
package enum SQLiteAffinity: Hashable, Sendable {
  case blob
  case text
  case numeric
  case integer
  case real

  /// The affinity of a declared type.
  ///
  /// Source: SQLite, Datatypes In SQLite, §3.1.
  package init(declaredType: String?) {
    guard let type = declaredType?.asciiUppercased(), !type.isEmpty else {
      self = .blob
      return
    }
    if type.contains("INT") {
      self = .integer
    } else if type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT") {
      self = .text
    } else if type.contains("BLOB") {
      self = .blob
    } else if type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") {
      self = .real
    } else {
      self = .numeric
    }
  }

  /// The type that `CREATE TABLE ... AS SELECT` writes for it.
  var declaredType: String? {
    switch self {
    case .blob: nil
    case .text: "TEXT"
    case .numeric: "NUM"
    case .integer: "INT"
    case .real: "REAL"
    }
  }
}
