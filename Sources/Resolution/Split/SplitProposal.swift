package import Migrations

/// Statements to put elsewhere, so that an order becomes possible.
package struct SplitProposal: Hashable, Sendable {
  /// The file to take them out of.
  package var source: Migration.ID
  /// The file to put them into; `nil`: they stay in their file, in another order.
  package var newFile: Migration.ID?
  /// The statements that move, in the order in which they will stand; where the file stays, all of
  /// its statements.
  package var moved: [StatementReference]
  /// Foreign keys that leave their `CREATE TABLE` and become statements of their own.
  package var extracted: [StatementReference]
  /// What the moved statements wait for.
  package var reason: DependencyEdge

  package init(
    source: Migration.ID, newFile: Migration.ID?, moved: [StatementReference],
    extracted: [StatementReference] = [], reason: DependencyEdge
  ) {
    self.source = source
    self.newFile = newFile
    self.moved = moved
    self.extracted = extracted
    self.reason = reason
  }

  /// What to do, as an instruction.
  package var message: String {
    guard let newFile else {
      return "put the statements of \(source) in the order in which they need each other"
    }
    if !extracted.isEmpty {
      let keys = extracted.count == 1 ? "the foreign key" : "\(extracted.count) foreign keys"
      return "take \(keys) out of CREATE TABLE in \(source), and add them in \(newFile)"
    }
    let statements = moved.count == 1 ? "1 statement" : "\(moved.count) statements"
    return "move \(statements) of \(source) to \(newFile)"
  }
}
