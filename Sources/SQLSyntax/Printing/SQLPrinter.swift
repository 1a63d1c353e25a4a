/// Writes trees as SQL that parses to the same trees.
///
/// The text is canonical: keywords in capitals, quotes and parentheses only where the grammar
/// wants them, `CREATE TABLE` with a line for each element. What a dialect cannot say is written
/// in its nearest form, or as the other dialect would; nothing traps.
package struct SQLPrinter: Hashable, Sendable {
  package let dialect: Dialect

  package init(dialect: Dialect) {
    self.dialect = dialect
  }

  /// The statement without a semicolon.
  package func print(_ statement: Statement) -> String {
    broken { $0.write(statement) }
  }

  /// The query without a semicolon.
  package func print(_ query: Query) -> String {
    broken { $0.write(query) }
  }

  package func print(_ expression: SQLExpression) -> String {
    text { $0.write(expression) }
  }

  package func print(_ type: TypeName) -> String {
    text { $0.write(type) }
  }

  /// The name of a table or another object that is no routine and no type.
  package func print(_ name: ObjectName) -> String {
    text { $0.write(name) }
  }

  package func print(_ name: Identifier) -> String {
    name.quoted(in: dialect)
  }

  package func print(_ column: ColumnDefinition) -> String {
    text { $0.write(column) }
  }

  package func print(_ constraint: Constraint) -> String {
    text { $0.write(constraint) }
  }

  package func print(_ object: ObjectReference) -> String {
    text { $0.write(object) }
  }

  /// A string constant, in quotes.
  package func print(string: String) -> String {
    string.singleQuoted
  }

  private func text(_ body: (inout SQLWriter) -> Void) -> String {
    var writer = SQLWriter(dialect: dialect)
    body(&writer)
    return writer.text
  }

  /// On one line where that is short enough, else a line for each clause.
  private func broken(_ body: (inout SQLWriter) -> Void) -> String {
    let line = text(body)
    if line.utf8.count <= SQLWriter.preferredWidth || line.utf8.contains(0x0A) { return line }
    var writer = SQLWriter(dialect: dialect)
    writer.breaksClauses = true
    body(&writer)
    return writer.text
  }
}
