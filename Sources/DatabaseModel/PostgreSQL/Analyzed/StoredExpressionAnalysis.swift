import HashTreeCollections
package import SQLSyntax

/// What an expression of the catalog is for; it decides which columns it sees and which type its
/// value has.
package enum StoredExpressionPurpose: Hashable, Sendable {
  /// Of a column by number from 1.
  case columnDefault(table: ObjectID, column: Int)
  case generation(table: ObjectID, column: Int)
  case check(table: ObjectID)
  case indexKey(table: ObjectID)
  case indexPredicate(table: ObjectID)
  /// `USING`: over the table as the catalog has it, for a column of this type.
  case using(table: ObjectID, DataType)
  /// `ALTER TYPE` without USING: the column itself, brought to the type.
  case conversion(table: ObjectID, column: Int, DataType)
  /// The value stands at source 0, column 0.
  case domainCheck(ObjectID)
  case domainDefault(ObjectID)
}

/// What analysis found of something.
package enum AnalysisVerdict<Tree: Hashable & Sendable>: Hashable, Sendable {
  case analyzed(Tree)
  case refused(DatabaseError)
  case unmodelled(reason: String)
}

extension Catalog {
  /// Analyzes an expression that the catalog keeps, or is about to keep.
  ///
  /// A table's row stands at source 0.
  package func analyze(
    _ expression: SQLExpression, as purpose: StoredExpressionPurpose, in session: SessionState
  ) -> AnalysisVerdict<AnalyzedExpression> {
    let transition = PostgreSQLTransition(catalog: self, session: session)
    return AnalysisVerdict { () throws(Halt) in
      try transition.analyze(expression, as: purpose)
    }
  }

  /// Analyzes the query of a view.
  package func analyzeView(
    _ id: ObjectID, in session: SessionState
  ) -> AnalysisVerdict<AnalyzedQuery> {
    let transition = PostgreSQLTransition(catalog: self, session: session)
    return AnalysisVerdict { () throws(Halt) in
      guard let view = view(id) else { throw .unmodelled("A view that is gone is read") }
      var analysis = QueryAnalysis(transition)
      let (columns, tree) = try analysis.analyze(view.query)
      guard columns.map(\.type) == view.columns.map(\.type) else {
        throw .unmodelled("The columns of the view \(view.name.text) are not known")
      }
      guard let tree else { throw .unmodelled(analysis.reason) }
      return tree
    }
  }

  /// Analyzes a statement on rows by itself: what it computes, without carrying it out.
  package func analyze(
    _ statement: Statement, in session: SessionState
  ) -> AnalysisVerdict<AnalyzedStatement> {
    switch applying(statement, in: session) {
    case .applied(let applied):
      switch applied.action {
      case .unmodelled(let reason): .unmodelled(reason: reason)
      case let action?: .analyzed(action)
      case nil: .unmodelled(reason: "The statement does nothing with rows")
      }
    case .refused(let error): .refused(error)
    case .unmodelled(let reason): .unmodelled(reason: reason)
    }
  }
}

extension AnalysisVerdict {
  init(_ body: () throws(Halt) -> Tree) {
    do {
      self = .analyzed(try body())
    } catch {
      switch error {
      case .refused(let refusal): self = .refused(refusal)
      case .unmodelled(let reason): self = .unmodelled(reason: reason)
      }
    }
  }
}

extension PostgreSQLTransition {
  fileprivate func analyze(
    _ expression: SQLExpression, as purpose: StoredExpressionPurpose
  ) throws(Halt) -> AnalyzedExpression {
    var analysis: ExpressionAnalysis
    let tree: AnalyzedExpression?
    switch purpose {
    case .columnDefault(let table, let number):
      analysis = ExpressionAnalysis(self, scope: Scope(), position: .columnDefault)
      tree = try assigned(expression, column(number, of: table), &analysis)
    case .generation(let table, let number):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .generation)
      tree = try assigned(expression, column(number, of: table), &analysis)
    case .conversion(let table, let number, let type):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .transform)
      var target = try column(number, of: table)
      target.type = type
      tree = try assigned(expression, target, &analysis)
    case .using(let table, let type):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .transform)
      tree = try analysis.coerce(
        try analysis.analyze(expression), to: type, context: .assignment)
    case .check(let table):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .check)
      tree = try analysis.requireBoolean(expression, in: "CHECK")
    case .indexPredicate(let table):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .indexPredicate)
      tree = try analysis.requireBoolean(expression, in: "WHERE")
    case .indexKey(let table):
      analysis = ExpressionAnalysis(self, scope: try scope(of: table), position: .indexKey)
      tree = analysis.textUnlessKnown(try analysis.analyze(expression))
    case .domainCheck(let id):
      var value = ScopeColumn(name: "value", type: try domain(id).base)
      value.place = ColumnPlace(source: 0, column: 0)
      analysis = ExpressionAnalysis(
        self, scope: Scope(sources: [ScopeSource(name: nil, columns: [value])]), position: .check)
      tree = try analysis.requireBoolean(expression, in: "CHECK")
    case .domainDefault(let id):
      analysis = ExpressionAnalysis(self, scope: Scope(), position: .columnDefault)
      tree = try analysis.coerce(
        try analysis.analyze(expression), to: try domain(id).base, context: .assignment)
    }
    guard let tree else {
      throw .unmodelled(analysis.missing ?? "An expression without a tree is used")
    }
    return tree
  }

  private func assigned(
    _ expression: SQLExpression, _ column: Column, _ analysis: inout ExpressionAnalysis
  ) throws(Halt) -> AnalyzedExpression? {
    guard let type = column.type else { throw .unmodelled("A column without a type") }
    return try assign(
      try analysis.analyze(expression), to: type, column: column.name.text,
      what: "default expression", &analysis)
  }

  private func column(_ number: Int, of table: ObjectID) throws(Halt) -> Column {
    let columns = catalog.columns(of: table)
    guard columns.indices.contains(number - 1) else {
      throw .unmodelled("A column that is gone is read")
    }
    return columns[number - 1]
  }

  private func domain(_ id: ObjectID) throws(Halt) -> Domain {
    guard case .domain(let domain) = catalog.types[id]?.form else {
      throw .unmodelled("A domain that is gone is read")
    }
    return domain
  }
}
