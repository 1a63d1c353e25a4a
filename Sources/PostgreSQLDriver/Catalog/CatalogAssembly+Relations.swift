import DatabaseModel
import HashTreeCollections
import SQLParsing
import SQLSyntax

extension CatalogAssembly {
  mutating func addRelations() {
    for row in relations.sorted(by: { $0.number(0) < $1.number(0) }) {
      switch row.text(3) {
      case "r", "p", "f": addTable(row)
      case "v", "m": addView(row)
      case "c": addCompositeType(row)
      default: break
      }
    }
  }

  private func persistence(_ row: CatalogRow) -> Persistence {
    switch row.text(4) {
    case "t": .temporary
    case "u": .unlogged
    default: .permanent
    }
  }

  private mutating func addTable(_ row: CatalogRow) {
    var table = Table(
      id: required("pg_class", row.number(0)), schema: required("pg_namespace", row.number(1)),
      name: Identifier(row.text(2)), columns: attributes(of: row.number(0), name: row.text(2)),
      persistence: persistence(row))
    table.owner = row.text(5)
    table.hasRowSecurity = row.flag(6)
    table.forcesRowSecurity = row.flag(7)
    table.options = row.settings(8)
    table.tablespace = row.optionalText(10)
    table.inheritsFrom = row.numbers(11).compactMap { identity("pg_class", $0) }
    if row.text(3) == "f" { table.kind = .foreign(server: "?") }
    addPartitioning(row, to: &table)
    catalog.add(.table(table))
  }

  /// Reads key and bound by parsing statements that say them.
  private mutating func addPartitioning(_ row: CatalogRow, to table: inout Table) {
    let key = row.optionalText(12).map { " PARTITION BY \($0)" } ?? ""
    let bound = row.optionalText(13).map { " PARTITION OF parent \($0)" }
    if row.text(3) == "p" { table.kind = .partitioned }
    if key.isEmpty, bound == nil { return }
    let text = "CREATE TABLE name\(bound ?? " ()")\(key)"
    guard case .createTable(let create) = statement(text, of: row.text(2)) else { return }
    table.partitionBy = create.partitionBy
    table.partitionBound = create.partitionOf?.bound
  }

  private mutating func addView(_ row: CatalogRow) {
    let text = row.text(14)
    guard case .success(let query) = SQLParser.parseQuery(text, dialect: .postgresql) else {
      return unknown("The query of \(row.text(2)) is not read", row.text(2))
    }
    var view = View(
      id: required("pg_class", row.number(0)), schema: required("pg_namespace", row.number(1)),
      name: Identifier(row.text(2)), columns: attributes(of: row.number(0), name: row.text(2)),
      query: query)
    view.isMaterialized = row.text(3) == "m"
    view.isTemporary = persistence(row) == .temporary
    view.isPopulated = row.flag(9)
    view.options = row.settings(8)
    view.checkOption = view.options.removeValue(forKey: "check_option").map { $0.uppercased() }
    view.owner = row.text(5)
    catalog.add(.view(view))
  }

  private mutating func addCompositeType(_ row: CatalogRow) {
    guard let type = types.first(where: { $0.number(5) == row.number(0) }),
      let id = identity("pg_type", type.number(0))
    else { return }
    catalog.add(
      .compositeType(
        id: required("pg_class", row.number(0)), schema: required("pg_namespace", row.number(1)),
        name: Identifier(row.text(2)), type: id))
  }

  mutating func addSequences() {
    let settings = Dictionary(
      sequences.map { ($0.number(0), $0) }, uniquingKeysWith: { first, _ in first })
    for row in relations where row.text(3) == "S" {
      guard let setting = settings[row.number(0)] else { continue }
      let id = required("pg_class", row.number(0))
      var sequence = SequenceDefinition(
        id: id, schema: required("pg_namespace", row.number(1)), name: Identifier(row.text(2)),
        type: setting.text(1), increment: Int64(setting.number(2)),
        minimum: Int64(setting.number(3)), maximum: Int64(setting.number(4)),
        start: Int64(setting.number(5)), cache: Int64(setting.number(6)),
        isCycling: setting.flag(7), persistence: persistence(row))
      if let table = identity("pg_class", setting.number(8)) {
        let number = setting.number(9)
        sequence.ownedBy = ObjectAddress(object: table, column: number)
        sequence.isIdentity = setting.text(10) == "i"
        attach(sequence, toColumn: number, of: table, number: setting.number(8))
      }
      catalog.add(.sequence(sequence))
    }
  }

  private mutating func attach(
    _ sequence: SequenceDefinition, toColumn number: Int, of table: ObjectID, number relation: Int
  ) {
    guard case .table = catalog.relations[table] else { return }
    let kind = columnsByRelation[relation]?.first { $0.number(1) == number }?.text(7) ?? ""
    catalog.updateColumn(number, of: table) { column in
      column.ownedSequence = sequence.id
      if sequence.isIdentity, !kind.isEmpty {
        column.identity = IdentityColumn(isAlways: kind == "a", sequence: sequence.id)
      }
    }
  }
}
