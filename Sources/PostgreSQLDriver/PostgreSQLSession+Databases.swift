package import DatabaseModel
import Engines
import SQLSyntax

extension PostgreSQLSession {
  /// Makes a database like another one, to which nobody is connected.
  ///
  /// The files are copied: that is quicker than the log where nothing is flushed, and the only way
  /// before PostgreSQL 15.
  package func createDatabase(_ name: String, template: String) throws(DatabaseError) {
    let strategy = isAtLeast(15) ? " STRATEGY file_copy" : ""
    try execute(
      "CREATE DATABASE \(quoted(name)) TEMPLATE \(quoted(template))\(strategy)")
  }

  /// Drops a database with the sessions on it; what is not there is dropped already.
  package func dropDatabase(_ name: String) {
    _ = run("DROP DATABASE IF EXISTS \(quoted(name)) WITH (FORCE)")
  }

  private func isAtLeast(_ major: Int) -> Bool {
    let version = reportedSetting("server_version") ?? ""
    return Int(version.prefix { $0.isNumber }).map { $0 >= major } ?? false
  }

  private func quoted(_ name: String) -> String { Identifier(name).quoted(in: .postgresql) }
}
