import DatabaseModel
import Engines
import HashTreeCollections
import PostgreSQLDriver
import PostgreSQLServer
import PostgreSQLSupport
import SQLParsing
import SQLSyntax
import Testing

/// What the server keeps of statements is what the transitions make of them.
@Suite(.needsPostgreSQL) struct `The catalog that is read back` {
  @Test func `is consistent, and empty in an empty database`() throws {
    let database = try TestServer.database()
    let session = try database.connect()
    let catalog = try session.readCatalog()
    #expect(catalog.checkInvariants() == [])
    #expect(CatalogDifference(from: catalog, to: .empty(dialect: .postgresql)).description == "")
  }

  @Test func `takes the same number of queries whatever the database holds`() throws {
    let database = try TestServer.database()
    let counting = CountingSession(try database.connect())
    _ = try PostgreSQLCatalogReader(counting).read()
    let count = counting.count
    for number in 0..<20 {
      try counting.session.execute("CREATE TABLE t\(number) (id serial PRIMARY KEY, a text UNIQUE)")
    }
    counting.count = 0
    #expect(try PostgreSQLCatalogReader(counting).read().tables(inSchema: "public").count == 20)
    #expect(counting.count == count)
  }

  /// The model keeps the text that a statement gave, and does not follow a rename into it.
  static let known: [String: String] = [
    "pg0292": "a view's query after its table was renamed",
    "pg0303": "a view's query after its own column was renamed",
    "pg0417": "a default after the enum's label was renamed",
  ]

  @Test(.needsOwnPostgreSQL) func `is the model's, after the fixture and each change`() throws {
    let comparison = try CatalogComparison()
    var tally = CatalogComparison.Tally()
    let cases = try #require(FrozenFile.load("pg-errors.json").cases)
    for frozen in cases where frozen.sqlstate == "00000" {
      let differences = try comparison.differences(after: frozen, &tally)
      #expect(differences.isEmpty != (Self.known[frozen.id] != nil), "\(frozen.id) \(differences)")
    }
    print("catalogs read back: \(tally), \(Self.known.count) known to differ")
    #expect(tally.compared >= 90)
  }
}

/// Counts what is asked of a session.
final class CountingSession: Session {
  let session: PostgreSQLSession
  var count = 0

  init(_ session: PostgreSQLSession) {
    self.session = session
  }

  var dialect: Dialect { .postgresql }
  var status: TransactionStatus { session.status }

  func run(_ sql: String) -> ScriptOutcome {
    count += 1
    return session.run(sql)
  }

  func run(_ sql: String, with parameters: [SQLValue]) -> ScriptOutcome {
    count += 1
    return session.run(sql, with: parameters)
  }

  func readCatalog() throws(DatabaseError) -> Catalog { try session.readCatalog() }

  func readRowDigests() throws(DatabaseError) -> [ObjectPath: RowDigest] {
    try session.readRowDigests()
  }
}

/// Runs statements on a server and on the model, and compares what both hold then.
struct CatalogComparison {
  private let model: ModelSession
  private let database: TemporaryDatabase

  /// How many catalogs were compared, and how many not because the model says nothing.
  struct Tally: CustomStringConvertible {
    var compared = 0
    var unmodelled = 0

    var description: String { "\(compared) compared, \(unmodelled) not modelled" }
  }

  init() throws {
    var session = ModelSession(catalog: .empty(dialect: .postgresql))
    session.state.roles = ["postgres", "lowpriv", "owner1"]
    let schemas = """
      CREATE SCHEMA s; CREATE SCHEMA s2; CREATE SCHEMA lowpriv_s AUTHORIZATION lowpriv;
      SET search_path = s
      """
    for text in [schemas] + (try FrozenFile.load("pg-errors.json").fixture ?? []) {
      try Self.apply(text, to: &session)
    }
    model = session
    database = try FrozenWorld.shared.get().copy()
  }

  /// In what the server's catalog differs from the model's, as sentences.
  func differences(after frozen: FrozenCase, _ tally: inout Tally) throws -> [String] {
    let texts = (frozen.pre ?? []) + [frozen.sql]
    var model = model
    do {
      for text in texts { try Self.apply(text, to: &model) }
    } catch is NotModelled {
      tally.unmodelled += 1
      return []
    }
    tally.compared += 1
    if frozen.needsOwnTransaction {
      let copy = try FrozenWorld.shared.get().copy()
      return try differences(FrozenWorld.connect(to: copy), texts, model.catalog)
    }
    let session = try FrozenWorld.connect(to: database)
    return try session.undoing { try differences(session, texts, model.catalog) }
  }

  private func differences(
    _ session: PostgreSQLSession, _ texts: [String], _ expected: Catalog
  ) throws -> [String] {
    for text in texts { try session.execute(text) }
    let catalog = try session.readCatalog()
    return CatalogDifference(from: catalog, to: expected).items.map(\.description)
      + catalog.checkInvariants() + catalog.unknowns.map(\.reason)
  }

  private struct NotModelled: Error {}

  private static func apply(_ text: String, to session: inout ModelSession) throws {
    let source = SourceText(name: "statements", text: text)
    for statement in SQLParser.parse(source, dialect: .postgresql).statements {
      guard case .applied = session.execute(statement) else { throw NotModelled() }
    }
  }
}
