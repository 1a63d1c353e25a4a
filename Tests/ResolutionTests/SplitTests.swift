import Migrations
import Resolution
import SQLSyntax
import Testing

@Suite struct `A split` {
  private func mend(
    _ files: [(String, String)], into expected: [(String, String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let mended = DependencyResolver().mend(makeSet(files))
    #expect(mended.isResolved, sourceLocation: sourceLocation)
    #expect(mended.files.map(\.name.rawValue) == expected.map(\.0), sourceLocation: sourceLocation)
    for (file, (_, text)) in zip(mended.files, expected) {
      #expect(file.text == text, sourceLocation: sourceLocation)
    }
    let again = DependencyResolver().resolve(makeSet(mended, dialect: .postgresql))
    #expect(again.plan != nil, sourceLocation: sourceLocation)
  }

  @Test func `takes statements along with their comments, and leaves all else as it is`() {
    mend(
      [
        (
          "10_a.sql",
          """
          -- The file's own words.

          CREATE TABLE a (id int PRIMARY KEY); -- behind a

          -- About the index.
          /* More; about it. */
          CREATE INDEX i ON a (b_id);  -- behind it
          CREATE VIEW v AS SELECT id FROM a;
          -- The end.

          """
        ),
        ("20_b.sql", "CREATE TABLE b (id int);\r\nALTER TABLE a ADD COLUMN b_id int;\r\n"),
      ],
      into: [
        (
          "10_a.sql",
          """
          -- The file's own words.

          CREATE TABLE a (id int PRIMARY KEY); -- behind a
          CREATE VIEW v AS SELECT id FROM a;
          -- The end.

          """
        ),
        ("20_b.sql", "CREATE TABLE b (id int);\r\nALTER TABLE a ADD COLUMN b_id int;\r\n"),
        (
          "21_a_part_2.sql",
          """
          -- From 10_a.sql: 20_b.sql creates column a.b_id, which 10_a.sql needs.

          -- About the index.
          /* More; about it. */
          CREATE INDEX i ON a (b_id);  -- behind it

          """
        ),
      ])
  }

  @Test func `takes foreign keys out of tables that need each other`() {
    mend(
      [
        (
          "1_a.sql",
          "CREATE TABLE a (id int PRIMARY KEY, b_id int NOT NULL REFERENCES b (id) ON DELETE CASCADE);\n"
        ),
        (
          "2_b.sql",
          "CREATE TABLE b (id int PRIMARY KEY, a_id int,\n  CONSTRAINT k FOREIGN KEY (a_id) REFERENCES a (id));\n"
        ),
      ],
      into: [
        ("1_a.sql", "CREATE TABLE a (id int PRIMARY KEY, b_id int NOT NULL);\n"),
        (
          "2_b.sql",
          "CREATE TABLE b (id int PRIMARY KEY, a_id int,\n  CONSTRAINT k FOREIGN KEY (a_id) REFERENCES a (id));\n"
        ),
        (
          "3_a_part_2.sql",
          """
          -- From 1_a.sql: 2_b.sql creates table b, which 1_a.sql needs.

          ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE CASCADE;

          """
        ),
      ])
  }

  @Test func `puts the statements of one file in order`() {
    mend(
      [("1_a.sql", "-- index\nCREATE INDEX i ON a (x);\n-- table\nCREATE TABLE a (x int)")],
      into: [("1_a.sql", "-- table\nCREATE TABLE a (x int);\n-- index\nCREATE INDEX i ON a (x);\n")]
    )
  }

  @Test func `is refused where the statements themselves go round in a circle`() {
    let set = makeSet([
      ("1_a.sql", "CREATE VIEW a AS SELECT x FROM b;"),
      ("2_b.sql", "CREATE VIEW b AS SELECT x FROM a;"),
    ])
    let resolution = DependencyResolver().resolve(set)
    #expect(resolution.cycles.count == 1)
    #expect(resolution.cycles.first?.split == nil)
    let mended = DependencyResolver().mend(set)
    #expect(!mended.isResolved)
    #expect(mended.files.allSatisfy { $0.change == .unchanged })
  }

  @Test func `repeats until no cycle is left`() {
    let names = ["a", "b", "c", "d"]
    let files = names.enumerated().map { index, name in
      let next = names[(index + 1) % names.count]
      let after = names[(index + 2) % names.count]
      return (
        "\(index + 1)_\(name).sql",
        "CREATE TABLE \(name) (id int);\nCREATE VIEW \(name)_1 AS SELECT id FROM \(next);\n"
          + "CREATE VIEW \(name)_2 AS SELECT id FROM \(after);\n"
      )
    }
    let mended = DependencyResolver().mend(makeSet(files))
    #expect(mended.isResolved)
    #expect(DependencyResolver().resolve(makeSet(mended, dialect: .postgresql)).plan != nil)
  }
}
