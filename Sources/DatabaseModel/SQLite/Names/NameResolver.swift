import SQLSyntax

/// Finds what the names of a statement mean, in the order in which SQLite looks at them.
///
/// SQLite keeps only the last error of a run that goes on after one, so ``error`` is replaced, not
/// kept: each step says whether the walk goes on.
struct NameResolver {
  let catalog: Catalog
  /// The schema that views and triggers are bound to; `nil` elsewhere.
  var boundSchema: ObjectID?
  var error: DatabaseError?
  /// Whether an unknown name in double quotes is a string.
  var allowsQuotedStrings = true
  /// SQLite passes over unknown functions while it checks stored statements for ALTER TABLE.
  var checksFunctions = true
  /// The table whose trigger is looked at, and which of its rows there are.
  var trigger: TriggerRows?
  /// The table whose columns RETURNING can use.
  var returning: NameSource?
  var viewsInProgress: [ObjectID] = []
  var viewColumns: [ObjectID: [SourceColumn]] = [:]
  var commonTables: [[CommonTableEntry]] = []
  var uses: [NameUse] = []
  /// Identifiers in double quotes that turned out to be strings, by number.
  var quotedStrings: Set<Int> = []
  var hasCalls = false

  init(catalog: Catalog, boundSchema: ObjectID? = nil) {
    self.catalog = catalog
    self.boundSchema = boundSchema
  }

  /// Keeps an error and ends the walk.
  mutating func fail(_ message: String) -> Bool {
    error = DatabaseError(resultCode: SQLiteCode.error, message: message)
    return false
  }

  /// Runs a step that gives a refusal by throwing.
  mutating func located<Value>(
    _ body: (inout NameResolver) throws(SQLiteStop) -> Value
  ) throws(SQLiteStop) -> Value? {
    do {
      return try body(&self)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      self.error = refusal
      return nil
    }
  }

  mutating func note(_ identifier: Identifier, relation: ObjectID?, column: Int? = nil) {
    guard viewsInProgress.isEmpty, let relation else { return }
    guard let number = identifier.place.range?.lowerBound else { return }
    uses.append(NameUse(number: number, relation: relation, column: column))
  }

  /// Throws the error that the walk left, if it left one.
  func finish() throws(SQLiteStop) {
    if let error { throw .refused(error) }
  }
}

/// The rows that a trigger's body can name.
struct TriggerRows {
  var table: NameSource
  var hasNew: Bool
  var hasOld: Bool
}

/// A table of a WITH clause.
struct CommonTableEntry {
  var table: CommonTable
  /// Set while its own body is looked at.
  var columns: [SourceColumn]?
  var isInProgress = false
}
