import DatabaseModel
import Engines
import SQLSyntax

/// What the checks of a row come to.
enum SQLiteRowVerdict {
  case goesOn
  /// The row is given up, the statement goes on.
  case ignored
  /// An upsert takes the row that is in the way.
  case updates(Int64)
}

/// A row about to be written.
struct SQLiteRowWrite {
  let table: SQLiteTableRuntime
  var rowID: Int64
  var row: [SQLValue]
  /// The row before, where it is an UPDATE.
  var old: (rowID: Int64, row: [SQLValue])?
  /// Columns that the UPDATE sets or that are generated from them.
  var changed: Set<Int>?
  /// `OR …` of the statement.
  var conflict: ConflictResolution?
  var upsert: SQLiteUpsertPlan?
  /// Entries of the unique indexes, in the order of ``SQLiteTableRuntime/uniqueIndexes``.
  var keys: [SQLiteIndexKey?] = []
}

extension SQLiteExecution {
  /// Makes the checks of a row in the order of the engine, and what REPLACE does about them.
  ///
  /// Source: `sqlite3GenerateConstraintChecks`.
  func check(_ write: inout SQLiteRowWrite) throws(SQLiteHalt) -> SQLiteRowVerdict {
    let table = write.table
    let frame = SQLiteFrame(self, sources: 1)
    if table.hasGenerated { try checkTypes(write) }
    let checksFirst = faults.contains(.checkIsBeforeNotNull)
    if checksFirst, try !checkConditions(&write, frame) { return .ignored }
    if table.hasNotNull, try !checkNotNull(&write) { return .ignored }
    if !table.checks.isEmpty {
      try checkTypes(write)
      if !checksFirst, try !checkConditions(&write, frame) { return .ignored }
    }
    try makeKeys(&write, frame)
    return try checkUnique(&write)
  }

  private func refuse(
    _ check: SQLiteCheck, _ code: Int32, _ message: String, _ resolution: ConflictResolution
  ) -> SQLiteHalt {
    .refused(
      SQLiteRefusal(check: check, code: code, message: message, resolution: resolution))
  }

  // MARK: - NOT NULL and CHECK

  private func checkNotNull(_ write: inout SQLiteRowWrite) throws(SQLiteHalt) -> Bool {
    let table = write.table
    var hasReplaced = false
    for (position, column) in table.columns.enumerated() {
      guard column.isNotNull, position != table.rowIDColumn, column.generation == nil else {
        continue
      }
      if let changed = write.changed, !changed.contains(position) { continue }
      let resolution = write.conflict ?? column.notNullConflict ?? .abort
      let isReplaced = resolution == .replace && column.defaultValue != nil
      if isReplaced { hasReplaced = true }
      guard write.row[position].isNull else { continue }
      if isReplaced {
        write.row[position] = try defaultValue(of: column).stored(column.affinity)
      } else if try !refuseNull(column, table, resolution) {
        return false
      }
    }
    if hasReplaced, table.hasGenerated { try generate(table, &write.row, write.rowID) }
    return try checkNotNullAgain(write)
  }

  /// What is generated, and what REPLACE could not give a value.
  private func checkNotNullAgain(_ write: SQLiteRowWrite) throws(SQLiteHalt) -> Bool {
    let table = write.table
    for (position, column) in table.columns.enumerated()
    where column.isNotNull && position != table.rowIDColumn && write.row[position].isNull {
      if let changed = write.changed, !changed.contains(position) { continue }
      let resolution = write.conflict ?? column.notNullConflict ?? .abort
      if try !refuseNull(column, table, resolution) { return false }
    }
    return true
  }

  /// - Returns: `false` where the row is given up.
  private func refuseNull(
    _ column: SQLiteColumnRuntime, _ table: SQLiteTableRuntime, _ resolution: ConflictResolution
  ) throws(SQLiteHalt) -> Bool {
    if resolution == .ignore { return false }
    throw refuse(
      .notNull, SQLiteResult.notNull,
      "NOT NULL constraint failed: \(table.name).\(column.name)",
      resolution == .replace ? .abort : resolution)
  }

  private func checkConditions(
    _ write: inout SQLiteRowWrite, _ frame: SQLiteFrame
  ) throws(SQLiteHalt) -> Bool {
    frame.rows[0] = write.row
    frame.rowIDs[0] = write.rowID
    for check in write.table.checks {
      if let changed = write.changed, changed.isDisjoint(with: check.columns),
        write.old?.rowID == write.rowID
      {
        continue
      }
      let truth = try check.evaluate(frame).truth
      if truth == true || truth == nil && !faults.contains(.unknownCheckFails) { continue }
      if write.conflict == .ignore { return false }
      let resolution = write.conflict == .replace ? .abort : write.conflict ?? .abort
      let name = if let name = check.name { name } else { try text(of: check, write.table) }
      throw refuse(
        .check, SQLiteResult.check, "CHECK constraint failed: \(name)", resolution)
    }
    return true
  }

  /// The text of a CHECK without a name.
  private func text(
    of check: SQLiteCheckRuntime, _ table: SQLiteTableRuntime
  ) throws(SQLiteHalt) -> String {
    guard let text = state.texts[table.id] else {
      return SQLPrinter(dialect: .sqlite).print(check.syntax).withoutQuotes
    }
    if let checks = text.checks, checks.indices.contains(check.number) {
      return checks[check.number].withoutQuotes
    }
    throw .unmodelled("The text of a CHECK that ALTER TABLE edited")
  }

  /// The types of a STRICT table.
  private func checkTypes(_ write: SQLiteRowWrite) throws(SQLiteHalt) {
    guard write.table.isStrict else { return }
    for (position, column) in write.table.columns.enumerated() {
      if column.generation != nil, !column.isStored { continue }
      let value = write.row[position]
      let isFit: Bool =
        switch (column.strictType, value) {
        case (_, .null), ("ANY", _), (nil, _): true
        case ("INT", .integer), ("INTEGER", .integer), ("TEXT", .text), ("BLOB", .blob): true
        case ("REAL", .real), ("REAL", .integer): true
        default: false
        }
      if isFit { continue }
      throw refuse(
        .strictType, SQLiteResult.dataType,
        "cannot store \(value.typeName.asciiUppercased()) value in "
          + "\(column.strictType ?? "") column \(write.table.name).\(column.name)", .abort)
    }
  }

  // MARK: - Unique keys

  private func makeKeys(_ write: inout SQLiteRowWrite, _ frame: SQLiteFrame) throws(SQLiteHalt) {
    write.keys.removeAll(keepingCapacity: true)
    for index in write.table.uniqueIndexes {
      write.keys.append(try index.key(of: write.row, frame))
    }
  }

  private func checkUnique(_ write: inout SQLiteRowWrite) throws(SQLiteHalt) -> SQLiteRowVerdict {
    let table = write.table
    let rowIDResolution = write.conflict ?? table.rowIDConflict ?? .abort
    let isDelayed =
      rowIDResolution == .replace && write.conflict != .replace && !table.indexes.isEmpty
    var order = Array(table.uniqueIndexes.indices)
    if faults.contains(.oldestIndexIsFirst) { order.reverse() }
    if let first = write.upsert?.index, let place = order.firstIndex(of: first) {
      order.remove(at: place)
      let verdict = try checkIndex(first, &write)
      guard case .goesOn = verdict else { return verdict }
    }
    if !isDelayed {
      let verdict = try checkRowID(&write, rowIDResolution)
      guard case .goesOn = verdict else { return verdict }
    }
    if table.isStrict { try checkTypes(write) }
    for place in order {
      let verdict = try checkIndex(place, &write)
      guard case .goesOn = verdict else { return verdict }
    }
    return isDelayed ? try checkRowID(&write, rowIDResolution) : .goesOn
  }

  private func checkRowID(
    _ write: inout SQLiteRowWrite, _ resolution: ConflictResolution
  ) throws(SQLiteHalt) -> SQLiteRowVerdict {
    let table = write.table
    if table.isWithoutRowID || write.old?.rowID == write.rowID { return .goesOn }
    guard state.tables[table.id]?.rows[write.rowID] != nil else { return .goesOn }
    if let upsert = write.upsert, upsert.takes(nil) {
      return upsert.assignments == nil ? .ignored : .updates(write.rowID)
    }
    switch resolution {
    case .ignore: return .ignored
    case .replace:
      try replace(table, write.rowID)
      return .goesOn
    default:
      let column = table.rowIDColumn.map { table.columns[$0].name }
      throw refuse(
        .rowIDUnique, column == nil ? SQLiteResult.rowID : SQLiteResult.primaryKey,
        "UNIQUE constraint failed: \(table.name).\(column ?? "rowid")", resolution)
    }
  }

  private func checkIndex(
    _ place: Int, _ write: inout SQLiteRowWrite
  ) throws(SQLiteHalt) -> SQLiteRowVerdict {
    let table = write.table
    let index = table.uniqueIndexes[place]
    guard let key = write.keys[place],
      !key.hasNull || faults.contains(.nullsAreEqual)
    else { return .goesOn }
    guard let found = state.tables[table.id]?.indexes[index.slot][key],
      found != write.old?.rowID
    else { return .goesOn }
    if let upsert = write.upsert, upsert.takes(place) {
      return upsert.assignments == nil ? .ignored : .updates(found)
    }
    let resolution = write.conflict ?? index.conflict ?? .abort
    switch resolution {
    case .ignore: return .ignored
    case .replace:
      try replace(table, found)
      return .goesOn
    default:
      throw refuse(
        index.isPrimary ? .primaryKeyUnique : .unique,
        index.isPrimary ? SQLiteResult.primaryKey : SQLiteResult.unique,
        uniqueMessage(index, table), resolution)
    }
  }

  func uniqueMessage(_ index: SQLiteIndexRuntime, _ table: SQLiteTableRuntime) -> String {
    if index.hasExpressions { return "UNIQUE constraint failed: index '\(index.name)'" }
    let names = index.columns.compactMap(\.column).map {
      "\(table.name).\(table.columns[$0].name)"
    }
    return "UNIQUE constraint failed: \(names.joined(separator: ", "))"
  }

  /// Deletes the row that is in the way; triggers do not fire, foreign keys act.
  private func replace(_ table: SQLiteTableRuntime, _ rowID: Int64) throws(SQLiteHalt) {
    guard let row = data(of: table).rows[rowID] else { return }
    try remove(table, rowID, row)
  }
}

extension String {
  /// Text that begins with a quote, as the engine takes it for a name: what stands between the quotes.
  fileprivate var withoutQuotes: String {
    guard let first = utf8.first, let quote = Self.closing[first] else { return self }
    var result: [UInt8] = []
    var rest = utf8.dropFirst()
    while let byte = rest.popFirst() {
      if byte == quote {
        if rest.first != quote { break }
        rest.removeFirst()
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let closing: [UInt8: UInt8] = [34: 34, 39: 39, 91: 93, 96: 96]
}
