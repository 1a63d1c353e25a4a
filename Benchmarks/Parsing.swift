import CPgQuery
import CSQLite
import SQLParsing
import SQLSyntax

extension Benchmark {
  /// Lines of SQL a second through both parsers.
  static let parsing = Benchmark(
    name: "parsing",
    summary: "lines of SQL a second, against each engine's own parser, and the growth with size"
  ) { _, report in
    report.row("dialect", "lines", "lines a second", "MB a second", "against the engine's parser")
    for dialect in Dialect.allCases {
      var rates: [Double] = []
      for copies in [10, 100, 1_000] {
        let source = SourceText(name: "bench.sql", text: sample(copies, dialect))
        let ours = seconds { _ = SQLParser.parse(source, dialect: dialect) }
        let theirs = seconds { engineParse(source.text, dialect) }
        let lines = Double(source.lineCount)
        rates.append(lines / ours)
        report.row(
          dialect.rawValue, "\(source.lineCount)", short(lines / ours),
          short(Double(source.utf8.count) / ours / 1e6), "\(short(ours / theirs)) times its time")
        report.figure(
          "parsing.\(dialect.rawValue).\(source.lineCount)", lines / ours, "lines/s",
          ratio: ours / theirs,
          against: dialect == .postgresql ? "pg_query_parse_protobuf" : "sqlite3_prepare_v2")
      }
      report.figure(
        "parsing.\(dialect.rawValue).growth", rates[0] / rates[rates.count - 1], "ratio",
        ratio: rates[0] / rates[rates.count - 1],
        against: "lines a second in a hundredth of the text")
    }
  }

  /// Tables with constraints and comments, each under a name of its own.
  private static func sample(_ copies: Int, _ dialect: Dialect) -> String {
    (0..<copies).map { number in
      """
      -- Orders of customer group \(number), one row an order.
      CREATE TABLE orders_\(number) (
        id integer PRIMARY KEY,
        customer_id integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
        status varchar(20) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'sent')),
        total numeric(12, 2) NOT NULL DEFAULT 0,
        note text,
        placed_at timestamp DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (customer_id, placed_at),
        CONSTRAINT positive_\(number) CHECK (total >= 0 AND (note IS NULL OR length(note) > 3))
      );

      """
    }.joined()
  }

  /// What the engine's own parser needs for the same text.
  private static func engineParse(_ text: String, _ dialect: Dialect) {
    switch dialect {
    case .postgresql:
      let result = unsafe text.withCString { unsafe pg_query_parse_protobuf($0) }
      unsafe pg_query_free_protobuf_parse_result(result)
    case .sqlite:
      var database: OpaquePointer?
      unsafe sqlite3_open(":memory:", &database)
      defer { unsafe sqlite3_close(database) }
      unsafe text.withCString { start in
        var tail: UnsafePointer<CChar>? = unsafe start
        while let position = unsafe tail, unsafe position.pointee != 0 {
          var statement: OpaquePointer?
          unsafe sqlite3_prepare_v2(database, position, -1, &statement, &tail)
          unsafe sqlite3_finalize(statement)
        }
      }
    }
  }
}

/// The shortest of a few runs, in seconds.
func seconds(_ runs: Int = 5, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<runs).map { _ in
    let time = clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }.min() ?? 0
}
