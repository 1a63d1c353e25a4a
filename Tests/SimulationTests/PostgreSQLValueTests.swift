import DatabaseModel
import Engines
import Foundation
import SQLParsing
import SQLSyntax
import Simulation
import Testing

/// Expressions with what a PostgreSQL 15 server gave: the type and the text of the value, or the
/// SQLSTATE and the message.
struct MeasuredExpression: Decodable {
  var sql: String
  var typeOrState: String
  var text: String?

  init(from decoder: any Decoder) throws {
    var fields = try decoder.unkeyedContainer()
    sql = try fields.decode(String.self)
    typeOrState = try fields.decode(String.self)
    text = try fields.decodeIfPresent(String.self)
  }

  var isRefusal: Bool {
    typeOrState.utf8.count == 5 && typeOrState.utf8.first.map { $0 < 0x3A } == true
  }

  static func load() throws -> [MeasuredExpression] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Frozen").appending(path: "pg-values.json")
    return try JSONDecoder().decode([MeasuredExpression].self, from: Data(contentsOf: file))
  }
}

/// What the simulation says of an expression.
enum SimulatedAnswer: Equatable {
  case value(String?, type: DataType)
  case refused(String, String?)
  case unmodelled(String)

  init(_ sql: String) {
    let session = SessionState()
    let catalog = Catalog.empty(dialect: .postgresql)
    guard
      case .success(let query) = SQLParser.parseQuery("SELECT \(sql) AS v", dialect: .postgresql)
    else {
      self = .unmodelled("The text is not parsed")
      return
    }
    switch catalog.analyze(Statement(kind: .select(query)), in: session) {
    case .refused(let error): self = .refused(error.state?.rawValue ?? "", error.message)
    case .unmodelled(let reason): self = .unmodelled(reason)
    case .analyzed(.query(let tree)): self.init(tree, catalog, session)
    case .analyzed: self = .unmodelled("The statement is no query")
    }
  }

  private init(_ tree: AnalyzedQuery, _ catalog: Catalog, _ session: SessionState) {
    let context = ExecutionContext(database: Database(catalog: catalog), session: session)
    do throws(EvaluationFailure) {
      let type = tree.columns[0].type
      let rows = try QueryCompiler(context).compile(tree).rows()
      guard let value = rows.first?.first, !value.isNull else {
        self = .value(nil, type: type)
        return
      }
      do throws(ValueFailure) {
        self = .value(try context.reader.text(of: value, as: type), type: type)
      } catch {
        throw EvaluationFailure(error)
      }
    } catch {
      switch error {
      case .refused(let error): self = .refused(error.state?.rawValue ?? "", error.message)
      case .unmodelled(let reason): self = .unmodelled(reason)
      }
    }
  }

  /// Whether the server said the same.
  func agrees(with measured: MeasuredExpression) -> Bool {
    switch self {
    case .unmodelled: true
    case .refused(let state, let message):
      measured.isRefusal && state == measured.typeOrState && message == measured.text
    case .value(let text, let type):
      !measured.isRefusal && text == measured.text
        && Self.isNamed(measured.typeOrState, type)
    }
  }

  private static let names = [
    "smallint": "int2", "integer": "int4", "bigint": "int8", "double precision": "float8",
    "real": "float4", "boolean": "bool", "character varying": "varchar", "character": "bpchar",
    "timestamp without time zone": "timestamp", "timestamp with time zone": "timestamptz",
    "time without time zone": "time",
  ]

  private static func isNamed(_ name: String, _ type: DataType) -> Bool {
    let element = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
    return type.isArray == name.hasSuffix("[]")
      && type.reference == .builtin(names[element] ?? element)
  }
}

@Suite struct `PostgreSQL's expressions` {
  @Test func `are given their measured values or none`() throws {
    let all = try MeasuredExpression.load()
    var unmodelled: [String: Int] = [:]
    var wrong: [String] = []
    for measured in all {
      let answer = SimulatedAnswer(measured.sql)
      if case .unmodelled(let reason) = answer { unmodelled[reason, default: 0] += 1 }
      if !answer.agrees(with: measured) {
        wrong.append(
          "\(measured.sql): \(answer), not \(measured.typeOrState) \(measured.text ?? "NULL")")
      }
    }
    let silent = unmodelled.values.reduce(0, +)
    print("expressions: \(all.count) measured, \(silent) unmodelled, \(wrong.count) wrong")
    for (reason, count) in unmodelled.sorted(by: { $0.value > $1.value }) {
      print("  \(count) unmodelled: \(reason)")
    }
    #expect(wrong == [])
    #expect(silent * 10 < all.count)
  }
}
