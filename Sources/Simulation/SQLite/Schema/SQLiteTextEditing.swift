import DatabaseModel
import HashTreeCollections
import SQLParsing
import SQLSyntax

extension SQLiteExecution {
  /// Edits the texts of objects whose statements a RENAME changed, as the engine does.
  func editTexts(since before: Catalog, to name: String, isQuoted: Bool) {
    for (id, relation) in state.catalog.relations {
      switch (relation, before.relations[id]) {
      case (.table(let new), .table(let old)?) where new.definition != old.definition:
        edit(id, new.definition.map { .createTable($0) }, name, isQuoted)
      case (.view(let new), .view(let old)?) where new.definition != old.definition:
        edit(id, new.definition.map { .createView($0) }, name, isQuoted)
      case (.index(let new), .index(let old)?) where new.definition != old.definition:
        edit(id, new.definition.map { .createIndex($0) }, name, isQuoted)
      default: break
      }
    }
    for (id, trigger) in state.catalog.triggers
    where before.triggers[id]?.definition != trigger.definition {
      edit(id, .createTrigger(trigger.definition), name, isQuoted)
    }
  }

  private func edit(
    _ id: ObjectID, _ kind: StatementKind?, _ name: String, _ isQuoted: Bool
  ) {
    let known = state.texts[id.rawValue]
    let edited = known?.sql.flatMap { sql in
      kind.flatMap { Self.edited(sql, $0, name, isQuoted) }
    }
    state.texts.set(
      id.rawValue, edited ?? SQLiteStoredText(sql: nil, offset: 0, checks: nil))
  }

  /// The text with those names replaced in which its tree differs from another.
  ///
  /// - Returns: `nil` where the two do not have the same names in the same order.
  private static func edited(
    _ sql: String, _ kind: StatementKind, _ name: String, _ isQuoted: Bool
  ) -> SQLiteStoredText? {
    guard var parsed = statement(sql)?.kind else { return nil }
    var kind = kind
    let old = identifiers(&parsed)
    let new = identifiers(&kind)
    guard old.count == new.count else { return nil }
    var bytes = Array(sql.utf8)
    let changes = zip(old, new).filter { $0.text != $1.text }.map(\.0)
    for identifier in changes.sorted(by: { position($0) > position($1) }) {
      guard let range = identifier.place.range else { return nil }
      let needsQuotes = isQuoted || identifier.quoting != .none
      let text = needsQuotes ? SQLiteScalarFunctions.quoted(name, "\"") : name
      bytes.replaceSubrange(range.lowerBound..<range.upperBound, with: Array(text.utf8))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard case .createTable(let create)? = statement(text)?.kind else {
      return SQLiteStoredText(sql: text, offset: 0, checks: nil)
    }
    return SQLiteStoredText(sql: text, offset: 0, checks: checkTexts(create, bytes))
  }

  private static func statement(_ sql: String) -> Statement? {
    SQLParser.parse(SourceText(name: "schema", text: sql), dialect: .sqlite).statements.first
  }

  private static func position(_ identifier: Identifier) -> Int {
    identifier.place.range?.lowerBound ?? 0
  }

  private static func identifiers(_ kind: inout StatementKind) -> [Identifier] {
    var found: [Identifier] = []
    kind.changeIdentifiers { identifier in
      found.append(identifier)
      return identifier
    }
    return found
  }

  /// The texts of the CHECKs of columns and of the table, in source order.
  static func checkTexts(_ create: CreateTable, _ source: [UInt8]) -> [String] {
    var checks: [String] = []
    for element in create.elements {
      switch element {
      case .column(let column):
        checks += column.constraints.compactMap { checkText($0, source) }
      case .constraint(let constraint):
        if let text = checkText(constraint, source) { checks.append(text) }
      case .like: break
      }
    }
    return checks
  }
}
