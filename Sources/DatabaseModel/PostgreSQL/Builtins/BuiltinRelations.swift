import HashTreeCollections

/// A catalog or view of the system schemas.
struct BuiltinRelation: Hashable, Sendable {
  var schema: String
  var name: String
  var isView: Bool
  /// Names and types by their internal names, in order.
  var columns: [BuiltinColumn]
}

/// A column of a system relation.
struct BuiltinColumn: Hashable, Sendable {
  var name: String
  var type: String
}

/// The relations of `pg_catalog` and `information_schema`.
enum BuiltinRelations {
  static let all: [String: BuiltinRelation] = {
    var relations: [String: BuiltinRelation] = [:]
    var current = BuiltinRelation(schema: "", name: "", isView: false, columns: [])
    for entry in (table1 + " " + table2).split(whereSeparator: \.isWhitespace) {
      if let colon = entry.firstIndex(of: ":") {
        relations["\(current.schema).\(current.name)"] = current
        let isStandard = entry.hasPrefix("!")
        current = BuiltinRelation(
          schema: isStandard ? "information_schema" : "pg_catalog",
          name: String(entry[..<colon].drop { $0 == "!" }), isView: entry.hasSuffix(":v"),
          columns: [])
      } else {
        let fields = entry.split(separator: "=").map(String.init)
        current.columns.append(BuiltinColumn(name: fields[0], type: fields[1]))
      }
    }
    relations["\(current.schema).\(current.name)"] = current
    return relations
  }()

  static func find(_ name: String, schema: String) -> BuiltinRelation? {
    all["\(schema).\(name)"]
  }
}

extension BuiltinRelations {
  /// The names of all system relations.
  static let names = Set(all.values.map(\.name)).subtracting([""])
}
