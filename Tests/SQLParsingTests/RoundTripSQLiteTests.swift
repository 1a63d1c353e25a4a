import SQLParsing
import SQLSyntax
import TestSupport
import Testing

@Suite struct `SQLite's printed SQL` {
  private static let corpora = [
    RoundTripCorpus.sqliteDefinitions, RoundTripCorpus.sqliteSession, RoundTripCorpus.sqliteData,
    RoundTripCorpus.sqliteQueries, RoundTripCorpus.sqliteExpressions,
    SQLiteSeeds.all.joined(separator: "\n"),
  ]

  @Test(arguments: corpora)
  func `is read back as the same tree, and printed the same again`(corpus: String) {
    for line in RoundTripCorpus.lines(corpus) { RoundTrip(line, .sqlite).check() }
  }

  @Test(arguments: corpora)
  func `is what SQLite reads, like the SQL it came from`(corpus: String) {
    let oracle = SQLiteOracle()
    for line in RoundTripCorpus.lines(corpus) {
      let printed = RoundTrip(line, .sqlite).printed
      #expect(oracle.verdict(on: printed) == oracle.verdict(on: line), "\(line)\n\(printed)")
    }
  }

  @Test func `says what was written where that is canonical already`() {
    for line in RoundTripCorpus.lines(RoundTripCorpus.sqliteCanonical) {
      #expect(RoundTrip(line, .sqlite).printed == line)
    }
  }

  @Test(arguments: RoundTripCorpus.namePlacesOnSQLite)
  func `quotes every keyword so that it is a name`(place: NamePlace) {
    let oracle = SQLiteOracle()
    for word in SQLKeywordList.sqlite + ["Mixed", "a b", "größe", "x\"y", "1a", "$a", ""] {
      let name = Identifier(word).quoted(in: .sqlite, as: place.role)
      let sql = place.sql.replacing("@", with: name)
      #expect(throws: Never.self, "\(sql)") { try RoundTrip.parse(sql, .sqlite) }
      if case .syntaxError(let message) = oracle.verdict(on: sql) {
        Issue.record("\(message)\n\(sql)")
      }
    }
  }
}
