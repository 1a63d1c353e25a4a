import SQLSyntax

/// What each SQLite statement does to a catalog.
///
/// Each statement's checks stand in the order in which the engine makes them, so that the first that
/// fails is the one the engine reports.
enum SQLiteTransitions {
  static func apply(
    _ statement: Statement, to catalog: Catalog, in session: SessionState
  ) -> Transition {
    if let unknown = catalog.unknowns.first, statement.readsCatalog {
      return .unmodelled(reason: "An earlier statement is not modelled: \(unknown.reason)")
    }
    let context = SQLiteStatement(catalog: catalog, session: session)
    do throws(SQLiteStop) {
      return .applied(try context.apply(statement.kind))
    } catch {
      return error.transition
    }
  }
}

/// A statement of SQLite about to be applied: what it finds.
struct SQLiteStatement {
  let catalog: Catalog
  let session: SessionState

  func apply(_ kind: StatementKind) throws(SQLiteStop) -> AppliedTransition {
    switch kind {
    case .createTable(let create): try createTable(create)
    case .createTableAs(let create): try createTableAs(create)
    case .createVirtualTable(let create): try createVirtualTable(create)
    case .createIndex(let create): try createIndex(create)
    case .createView(let create): try createView(create)
    case .createTrigger(let create): try createTrigger(create)
    case .alterTable(let alter): try alterTable(alter)
    case .rename(let rename): try self.rename(rename)
    case .drop(let drop): try self.drop(drop)
    case .insert(let insert): try self.insert(insert)
    case .update(let update): try self.update(update)
    case .delete(let delete): try self.delete(delete)
    case .select(let query): try select(query)
    case .transaction(let control): try transaction(control)
    case .pragma(let pragma): try self.pragma(pragma)
    case .vacuum(let vacuum): try self.vacuum(vacuum)
    case .analyze(let analyze): try self.analyze(analyze)
    case .reindex(let reindex): try self.reindex(reindex)
    case .detach(let schema): try detach(schema)
    case .explain(let explain): try self.explain(explain)
    case .attach: throw .unmodelled(reason: "ATTACH brings the objects of another file")
    default: throw .unmodelled(reason: "This kind of statement is not of SQLite")
    }
  }

  /// The statement did something to the catalog.
  func changed(
    _ editor: SQLiteEditor, _ tag: String, demands: [RowDemand] = []
  ) -> AppliedTransition {
    AppliedTransition(catalog: editor.catalog, tag: tag, demands: demands)
  }

  /// The catalog stays as it is.
  func unchanged(
    _ tag: String, demands: [RowDemand] = [], session: SessionState? = nil
  ) -> AppliedTransition {
    AppliedTransition(catalog: catalog, tag: tag, demands: demands, session: session)
  }

  /// Refuses where the table is known to have rows, demands that it has none where nobody counted.
  func demandEmpty(
    _ table: ObjectID, _ message: String, into demands: inout [RowDemand]
  ) throws(SQLiteStop) {
    let error = DatabaseError(resultCode: SQLiteCode.error, message: message)
    guard let counted = session.tablesWithRows else {
      demands.append(.isEmpty(table: table, error))
      return
    }
    if counted.contains(table) { throw .refused(error) }
  }
}

extension Statement {
  /// Whether what it does depends on the catalog.
  fileprivate var readsCatalog: Bool {
    switch kind {
    case .transaction, .pragma, .attach, .detach: false
    default: true
    }
  }
}

extension IdentifierHolder {
  /// With names that carry a number each in their place, so that a rename can tell them apart.
  func numbered() -> Self {
    var copy = self
    var number = 0
    copy.changeIdentifiers { identifier in
      var changed = identifier
      changed.place = Place(number, number)
      number += 1
      return changed
    }
    return copy
  }

  /// With the names of certain numbers replaced.
  func replacingNames(_ numbers: Set<Int>, by name: Identifier) -> Self {
    if numbers.isEmpty { return self }
    var copy = self
    copy.changeIdentifiers { identifier in
      guard let number = identifier.place.range?.lowerBound, numbers.contains(number) else {
        return identifier
      }
      let isQuoted = identifier.quoting != .none || name.quoting != .none
      return Identifier(
        name.text, quoting: isQuoted ? .double : .none, place: identifier.place)
    }
    return copy
  }

  /// With the double quotes of certain names made single, which makes them strings for good.
  func quotingStrings(_ numbers: Set<Int>) -> Self {
    if numbers.isEmpty { return self }
    var copy = self
    copy.changeIdentifiers { identifier in
      guard let number = identifier.place.range?.lowerBound, numbers.contains(number) else {
        return identifier
      }
      return Identifier(identifier.text, quoting: .single, place: identifier.place)
    }
    return copy
  }
}
