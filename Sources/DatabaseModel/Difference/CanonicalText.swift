import SQLSyntax

/// Prints syntax so that two pieces that mean the same names print the same.
///
/// On PostgreSQL both the user's words and the server's take one form, ``PostgreSQLNormalForm``. On
/// SQLite names lose their case and their quotes, which ALTER TABLE adds as it likes; a name in
/// single quotes is a string there.
struct CanonicalText {
  let dialect: Dialect
  private static let mark = "\u{1}"

  init(dialect: Dialect) {
    self.dialect = dialect
  }

  func print(_ expression: SQLExpression) -> String {
    if dialect == .postgresql {
      return SQLPrinter(dialect: dialect).print(PostgreSQLNormalForm().normal(expression))
    }
    return mended(SQLPrinter(dialect: dialect).print(folded(expression)))
  }

  func print(_ query: Query) -> String {
    mended(SQLPrinter(dialect: dialect).print(folded(query)))
  }

  func print(_ kind: StatementKind) -> String {
    mended(SQLPrinter(dialect: dialect).print(Statement(kind: folded(normal(kind)))))
  }

  /// Definitions that the server prints in words of its own.
  private func normal(_ kind: StatementKind) -> StatementKind {
    guard dialect == .postgresql else { return kind }
    let form = PostgreSQLNormalForm()
    return switch kind {
    case .createTrigger(let create): .createTrigger(form.normal(create))
    case .createPolicy(let create): .createPolicy(form.normal(create))
    case .createFunction(let create): .createFunction(form.normal(create))
    default: kind
    }
  }

  /// A view's query, as far as it is compared.
  func print(_ view: View) -> String {
    guard dialect == .postgresql else { return print(view.query) }
    return PostgreSQLNormalForm().summary(
      of: view.query, columns: view.columns, dialect: dialect)
  }

  func print(_ name: ObjectName) -> String {
    dialect == .postgresql ? name.name.text : folded(name).description
  }

  func print(_ bound: PartitionBound) -> String {
    let list = { (values: [SQLExpression]) in values.map { print($0) }.joined(separator: ", ") }
    return switch bound {
    case .list(let values): "IN (\(list(values)))"
    case .range(let lower, let upper): "FROM (\(list(lower))) TO (\(list(upper)))"
    case .hash(let modulus, let remainder): "MODULUS \(modulus) REMAINDER \(remainder)"
    case .defaultPartition: "DEFAULT"
    }
  }

  func print(_ partition: PartitionBy) -> String {
    let keys = partition.keys.map { print($0.expression) }.joined(separator: ", ")
    return "\(partition.strategy) (\(keys))"
  }

  private func folded<Node: IdentifierHolder>(_ node: Node) -> Node {
    guard dialect == .sqlite else { return node }
    var copy = node
    copy.changeIdentifiers { identifier in
      if identifier.quoting == .single {
        return Identifier(Self.mark + identifier.text + Self.mark, quoting: .double)
      }
      return Identifier(identifier.key(in: dialect))
    }
    return copy
  }

  /// Turns marked names back into the strings they are.
  private func mended(_ text: String) -> String {
    guard text.contains(Self.mark) else { return text }
    return text.split(separator: Self.mark, omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 1 ? "'\($0.element)'" : Self.withoutQuotes(String($0.element)) }
      .joined()
  }

  /// The double quotes around a mark stand at the ends of the pieces beside it.
  private static func withoutQuotes(_ piece: String) -> String {
    var piece = piece
    if piece.hasPrefix("\"") { piece.removeFirst() }
    if piece.hasSuffix("\"") { piece.removeLast() }
    return piece
  }
}
