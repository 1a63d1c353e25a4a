import DatabaseModel
import Engines
import HashTreeCollections
import SQLSyntax

extension SQLiteExecution {
  /// The rows of `sqlite_schema`, in the order of creation.
  ///
  /// Root pages are not modelled; whoever reads them gets what is not modelled as well.
  func schemaRows(isTemporary: Bool) throws(SQLiteHalt) -> [[SQLValue]] {
    let name = isTemporary ? "temp" : "main"
    var rows: [(id: Int, row: [SQLValue])] = []
    let catalog = state.catalog
    for table in catalog.tables(inSchema: name) {
      rows.append((table.id.rawValue, row("table", table.name, table.name, table.id, nil)))
    }
    for view in catalog.views(inSchema: name) {
      rows.append((view.id.rawValue, row("view", view.name, view.name, view.id, nil)))
    }
    for index in catalog.indexes(inSchema: name) {
      guard let table = catalog.table(index.table) else { continue }
      if table.isWithoutRowID, index.isPrimary { continue }
      // An automatic index stands right behind its table.
      rows.append(
        (
          index.isAutomatic ? table.id.rawValue : index.id.rawValue,
          row("index", index.name, table.name, index.id, index.isAutomatic ? .null : nil)
        ))
    }
    for trigger in catalog.triggers(inSchema: name) {
      let owner = catalog.table(trigger.table)?.name ?? catalog.view(trigger.table)?.name
      rows.append(
        (
          trigger.id.rawValue,
          row("trigger", trigger.name, owner ?? trigger.name, trigger.id, nil)
        ))
    }
    return rows.enumerated().sorted { left, right in
      (left.element.id, left.offset) < (right.element.id, right.offset)
    }.map(\.element.row)
  }

  private func row(
    _ type: String, _ name: Identifier, _ table: Identifier, _ id: ObjectID, _ sql: SQLValue?
  ) -> [SQLValue] {
    // The text is only made where it is read.
    [.text(type), .text(name.text), .text(table.text), .null, sql ?? .integer(Int64(id.rawValue))]
  }

  /// The text of an object, which column `sql` stands for by its identity.
  func schemaText(_ value: SQLValue) throws(SQLiteHalt) -> SQLValue {
    guard case .integer(let number) = value else { return value }
    let id = Int(number)
    if let known = state.texts[id] {
      guard let sql = known.sql else {
        throw .unmodelled("The text of an object that the engine wrote")
      }
      return .text(try normalized(sql))
    }
    let printer = SQLPrinter(dialect: .sqlite)
    let object = ObjectID(rawValue: id)
    let kind: StatementKind
    if let table = state.catalog.table(object), let definition = table.definition {
      if table.name.text.hasPrefix("sqlite_") {
        return .text("CREATE TABLE \(table.name.text)(name,seq)")
      }
      kind = .createTable(definition)
    } else if let definition = state.catalog.view(object)?.definition {
      kind = .createView(definition)
    } else if let definition = state.catalog.index(object)?.definition {
      kind = .createIndex(definition)
    } else if let trigger = state.catalog.triggers[object] {
      kind = .createTrigger(trigger.definition)
    } else {
      throw .unmodelled("An object without a text")
    }
    return .text(try normalized(printer.print(Statement(kind: kind))))
  }

  /// The engine writes the first words itself, up to the name.
  private func normalized(_ sql: String) throws(SQLiteHalt) -> String {
    for kind in ["TABLE", "VIEW", "TRIGGER", "INDEX", "UNIQUE INDEX"] {
      let head = "CREATE \(kind) "
      guard sql.prefix(head.count).asciiPrefix == head else { continue }
      let rest = sql.dropFirst(head.count)
      let word = rest.prefix(2).asciiPrefix
      if rest.first == " " || rest.first == "\n" || word == "IF" { break }
      let name = rest.prefix { !" (\n\t".contains($0) }
      if name.contains(".") { break }
      return head + rest
    }
    throw .unmodelled("The text of an object that begins in another way than it is kept")
  }
}

extension Substring {
  fileprivate var asciiPrefix: String { String(self).asciiUppercased() }
}
