import Foundation
import PostgreSQLDriver
package import PostgreSQLServer
package import Testing

/// The PostgreSQL server of this test process: `SHAKETABLE_POSTGRES_URL`, or a temporary one.
package enum TestServer {
  /// Whether tests that need a server run.
  ///
  /// Where `SHAKETABLE_REQUIRE_POSTGRES` is 1 they do in any case, and fail without one.
  package static let isWanted: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return environment["SHAKETABLE_REQUIRE_POSTGRES"] == "1"
      || environment["SHAKETABLE_POSTGRES_URL"] != nil || installation != nil
  }()

  /// Whether it is one of our own, with roles that nobody else uses.
  package static var isTemporary: Bool {
    ProcessInfo.processInfo.environment["SHAKETABLE_POSTGRES_URL"] == nil
  }

  package static let installation = PostgreSQLInstallation.find(
    searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")

  private static let server = Result { try start() }

  package static func shared() throws -> DatabaseServer { try server.get() }

  /// A database that is dropped when the test lets go of it.
  package static func database(
    from template: TemporaryDatabase? = nil
  ) throws -> TemporaryDatabase {
    try shared().makeDatabase(from: template)
  }

  private static func start() throws -> DatabaseServer {
    if let url = ProcessInfo.processInfo.environment["SHAKETABLE_POSTGRES_URL"] {
      let prefix = "shaketable_\(ProcessInfo.processInfo.processIdentifier)"
      return try DatabaseServer(ConnectionSettings(url), prefix: prefix)
    }
    guard let installation else { throw NoServer() }
    return try DatabaseServer(TemporaryServer(installation))
  }

  private struct NoServer: Error, CustomStringConvertible {
    var description: String {
      "PostgreSQL is required, and neither installed nor named by SHAKETABLE_POSTGRES_URL"
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips where there is no PostgreSQL, and says so.
  package static var needsPostgreSQL: Self {
    .enabled(if: TestServer.isWanted, "No PostgreSQL server is installed")
  }

  /// Skips on a server that somebody named, because roles are made, which belong to the whole server.
  package static var needsOwnPostgreSQL: Self {
    .enabled(if: TestServer.isTemporary, "Roles are made only on a server of our own")
  }
}
