import SQLParsing
import SQLSyntax
import Testing

@Suite struct `PostgreSQL's printed SQL` {
  @Test(arguments: [
    RoundTripCorpus.postgreSQLTables, RoundTripCorpus.postgreSQLObjects,
    RoundTripCorpus.postgreSQLRoutines, RoundTripCorpus.postgreSQLData,
    RoundTripCorpus.postgreSQLQueries, RoundTripCorpus.postgreSQLExpressions,
  ])
  func `is read back as the same tree, and printed the same again`(corpus: String) {
    for line in RoundTripCorpus.lines(corpus) { RoundTrip(line, .postgresql).check() }
  }

  @Test func `says what was written where that is canonical already`() {
    for line in RoundTripCorpus.lines(RoundTripCorpus.postgreSQLCanonical) {
      #expect(RoundTrip(line, .postgresql).printed == line)
    }
  }

  @Test(arguments: RoundTripCorpus.namePlacesOnPostgreSQL)
  func `quotes every keyword so that it is a name`(place: NamePlace) {
    for word in SQLKeywordList.postgreSQL + ["Mixed", "a b", "größe", "x\"y", "1a", "$a"] {
      let name = Identifier(word).quoted(in: .postgresql, as: place.role)
      let sql = place.sql.replacing("@", with: name)
      #expect(throws: Never.self, "\(sql)") { try RoundTrip.parse(sql, .postgresql) }
    }
  }
}
