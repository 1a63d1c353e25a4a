package import PropertyTesting

private struct Column: Hashable, CustomStringConvertible, Sendable {
  let name: String
  let type: Int
  let isNullable: Bool
  let isUnique: Bool
  let fallback: Int?

  var description: String {
    "\(name):\(type)\(isNullable ? "?" : "")\(isUnique ? "!" : "")\(fallback.map { "=\($0)" } ?? "")"
  }
}

package struct Table: Hashable, CustomStringConvertible, Sendable {
  let name: String
  fileprivate let columns: [Column]
  /// Column of this table, and number of the table it refers to.
  var references: [[Int]] = []

  package var description: String {
    "\(name)\(columns)\(references.isEmpty ? "" : "->\(references)")"
  }
}

extension Challenges {
  private static let letters = Alphabet("abcdefgh")

  private static func column(_ source: ChoiceSource) throws -> Column {
    Column(
      name: try source.string(of: letters, count: 1...6), type: try source.integer(in: 0...7),
      isNullable: try source.boolean(), isUnique: try source.boolean(),
      fallback: try source.group("fallback") { source in
        try source.branch(2) == 0 ? nil : try source.integer(in: 0...1000)
      })
  }

  private static func table(_ source: ChoiceSource) throws -> Table {
    Table(
      name: try source.string(of: letters, count: 1...6),
      columns: try source.array(count: 1...8, of: column))
  }

  private static func references(
    _ source: ChoiceSource, from table: Table, number: Int
  ) throws -> [[Int]] {
    guard number > 0 else { return [] }
    return try source.array(count: 0...3) { source in
      [
        try source.integer(in: 0...(table.columns.count - 1)),
        try source.integer(in: 0...(number - 1)),
      ]
    }
  }

  /// Tables first, and then the references of each.
  package static let schema = Generator<[Table]>("schema") { source in
    var tables = try source.array(count: 1...8, of: table)
    for number in tables.indices {
      tables[number].references = try references(source, from: tables[number], number: number)
    }
    return tables
  }

  /// The same with a loop of its own, as people write it.
  package static let countedSchema = Generator<[Table]>("schema") { source in
    var tables: [Table] = []
    for number in 0..<(try source.integer(in: 1...8)) {
      tables.append(
        try source.group("table") { source in
          var table = try table(source)
          table.references = try references(source, from: table, number: number)
          return table
        })
    }
    return tables
  }

  private static let tables = Generator { source in try source.array(count: 1...8, of: table) }

  /// One table of three columns, one of them numeric and not null.
  static let schemaWideTable = Challenge(
    "schema_wide_table", normalForm: "[a[a:0, a:0, a:5]]", tables
  ) { tables in
    !tables.contains { table in
      table.columns.count >= 3 && table.columns.contains { $0.type == 5 && !$0.isNullable }
    }
  }

  /// Two tables with a column of one name and two types.
  static let schemaFarPair = Challenge(
    "schema_far_pair", normalForm: "[a[a:0], a[a:1]]", tables
  ) { tables in
    for (number, table) in tables.enumerated() {
      for other in tables[(number + 1)...] {
        for column in table.columns
        where other.columns.contains(where: { $0.name == column.name && $0.type != column.type }) {
          return false
        }
      }
    }
    return true
  }

  private static func chainsAreShort(_ tables: [Table]) -> Bool {
    var depths: [Int] = []
    for table in tables { depths.append(1 + (table.references.map { depths[$0[1]] }.max() ?? 0)) }
    return depths.allSatisfy { $0 < 3 }
  }

  private static let chain = "[a[a:0], a[a:0]->[[0, 0]], a[a:0]->[[0, 1]]]"

  /// A table that refers to one that refers to one.
  static let schemaForeignKeyChain = Challenge(
    "schema_fk_chain", normalForm: chain, schema, chainsAreShort)

  static let schemaForeignKeyChainCounted = Challenge(
    "schema_fk_chain_counted", normalForm: chain, countedSchema, chainsAreShort)
}
