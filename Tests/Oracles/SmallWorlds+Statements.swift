extension SmallWorlds {
  package static let statements: [WorldStatement] = [
    WorldStatement(sql: "CREATE TABLE a (x int);") { $0.create("a", ["x"]) },
    WorldStatement(sql: "CREATE TABLE IF NOT EXISTS a (x int, y int);") {
      _ = $0.create("a", ["x", "y"])
      return true
    },
    WorldStatement(sql: "CREATE TABLE IF NOT EXISTS a (x int);") {
      _ = $0.create("a", ["x"])
      return true
    },
    WorldStatement(sql: "DROP TABLE a;") { $0.drop("a") },
    WorldStatement(sql: "DROP TABLE IF EXISTS a;") {
      _ = $0.drop("a")
      return true
    },
    WorldStatement(sql: "CREATE INDEX i ON a (y);") {
      guard $0.has("a", "y"), !$0.isTaken("i") else { return false }
      $0.indexes["i"] = "a"
      return true
    },
    WorldStatement(sql: "DROP INDEX i;") { $0.indexes.removeValue(forKey: "i") != nil },
    WorldStatement(sql: "ALTER TABLE a RENAME TO b;") { $0.rename("a", to: "b") },
    WorldStatement(sql: "CREATE TABLE b (x int);") { $0.create("b", ["x"]) },
    WorldStatement(sql: "CREATE TABLE b (x int); DROP TABLE b;") {
      guard $0.create("b", ["x"]) else { return false }
      return $0.drop("b")
    },
    WorldStatement(sql: "CREATE INDEX j ON b (x);") {
      guard $0.has("b", "x"), !$0.isTaken("j") else { return false }
      $0.indexes["j"] = "b"
      return true
    },
    WorldStatement(sql: "ALTER TABLE a ADD COLUMN y int;", touches: true) {
      guard $0.tables["a"] != nil, !$0.has("a", "y") else { return false }
      $0.tables["a"]?.insert("y")
      return true
    },
    WorldStatement(sql: "INSERT INTO a (x, y) VALUES (1, 2);", touches: true) {
      $0.has("a", "x") && $0.has("a", "y")
    },
    WorldStatement(sql: "ALTER TABLE a RENAME COLUMN x TO y;", touches: true) {
      guard $0.has("a", "x"), !$0.has("a", "y") else { return false }
      $0.tables["a"]?.remove("x")
      $0.tables["a"]?.insert("y")
      return true
    },
  ]

  /// PostgreSQL only.
  package static let procedures: [WorldStatement] = [
    WorldStatement(
      sql: """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'i') THEN
            CREATE INDEX i ON a (y);
          END IF;
        END $$;
        """
    ) {
      if $0.isTaken("i") { return true }
      guard $0.has("a", "y") else { return false }
      $0.indexes["i"] = "a"
      return true
    },
    WorldStatement(
      sql: """
        DO $$ BEGIN
          CREATE TABLE a (x int);
        EXCEPTION WHEN duplicate_table THEN NULL;
        END $$;
        """
    ) {
      _ = $0.create("a", ["x"])
      return true
    },
    WorldStatement(
      sql: """
        DO $$ BEGIN
          IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'a') THEN
            DROP TABLE a;
          ELSE
            CREATE TABLE b (x int);
          END IF;
        END $$;
        """
    ) { $0.tables["a"] != nil ? $0.drop("a") : $0.create("b", ["x"]) },
  ]
}
