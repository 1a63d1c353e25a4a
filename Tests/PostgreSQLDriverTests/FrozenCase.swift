import Foundation

/// One statement, or a few, and what a PostgreSQL 15 server said.
struct FrozenCase: Decodable, Sendable {
  var id: String
  var kind: String
  /// Statements that come first and succeed.
  var pre: [String]?
  /// A statement that comes first and may fail.
  var tolerantPreparation: String?
  var sql: String
  var sqlstate: String
  var message: String?
  var detail: String?
  var hint: String?
  var table: String?
  var column: String?
  var constraint: String?
  var tag: String?
  var notices: [FrozenNotice]?
  var then: Sequel?

  /// The statement after it, and what became of that.
  struct Sequel: Decodable, Sendable {
    var sql: String
    var sqlstate: String
    var tag: String?
    var message: String?
  }
}

extension FrozenCase {
  /// Whether a transaction around it would change what it says.
  var needsOwnTransaction: Bool {
    let words = [
      "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PREPARE", "CONCURRENTLY", "VACUUM",
      "DATABASE", "TABLESPACE", "SYSTEM", "DISCARD", "REINDEX", "CLUSTER", "ADD VALUE",
      "START TRANSACTION", "LOCK", "DECLARE", "SUBSCRIPTION", "SET TRANSACTION", "SET LOCAL",
    ]
    let text = ((pre ?? []) + [sql]).joined(separator: " ")
    return words.contains { text.contains($0) }
  }
}

struct FrozenNotice: Decodable, Sendable {
  var sqlstate: String
  var severity: String
  var message: String
}

/// Two runners that send the same statement; the first commits while the second waits for it.
struct FrozenRace: Decodable, Sendable {
  var id: String
  var situation: String
  var sql: String
  var sqlstate: String
  var message: String?
  var constraint: String?
  var tag: String?
  var isBlocked: Bool
}

/// The frozen files that are replayed here.
struct FrozenFile: Decodable {
  var fixture: [String]?
  var cases: [FrozenCase]?
  var sequels: [FrozenCase]?
  var races: [FrozenRace]?

  static func load(_ name: String) throws -> FrozenFile {
    let directory = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Frozen")
    return try JSONDecoder().decode(
      FrozenFile.self, from: Data(contentsOf: directory.appending(path: name)))
  }
}
