import Foundation

/// What SQLite 3.40.1 said to each of the recorded statements.
package struct SQLiteFrozenCases: Decodable {
  package struct Case: Decodable {
    package var id: String
    package var kind: String
    package var situation: String
    package var sql: String
    package var pre: String?
    package var foreignKeys: Bool
    package var code: Int32
    package var message: String?
    package var failedStatement: String?

    enum CodingKeys: String, CodingKey {
      case id, kind, situation, sql, pre, code, message
      case foreignKeys = "foreign_keys"
      case failedStatement = "failed_statement"
    }
  }

  package var fixture: [String]
  package var cases: [Case]

  package static func read() throws -> SQLiteFrozenCases {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Frozen/sqlite-errors.json")
    return try JSONDecoder().decode(SQLiteFrozenCases.self, from: Data(contentsOf: file))
  }
}
