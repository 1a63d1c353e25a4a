import Foundation

/// What SQLite 3.40.1 said to each of the recorded statements.
struct SQLiteFrozenCases: Decodable {
  struct Case: Decodable {
    var id: String
    var kind: String
    var situation: String
    var sql: String
    var pre: String?
    var foreignKeys: Bool
    var code: Int32
    var message: String?
    var failedStatement: String?

    enum CodingKeys: String, CodingKey {
      case id, kind, situation, sql, pre, code, message
      case foreignKeys = "foreign_keys"
      case failedStatement = "failed_statement"
    }
  }

  var fixture: [String]
  var cases: [Case]

  static func read() throws -> SQLiteFrozenCases {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Frozen/sqlite-errors.json")
    return try JSONDecoder().decode(SQLiteFrozenCases.self, from: Data(contentsOf: file))
  }
}
