/// A difference that is known and explained.
package struct KnownDifference: Sendable {
  package let id: String
  package let reason: String
  package let engine: String
  let matches: @Sendable (Divergence) -> Bool
}

extension KnownDifference {
  /// All of them, a line each; how many occurred is printed with every run.
  package static let all: [KnownDifference] = [
    KnownDifference(
      id: "sqlite-schema-code",
      reason: "after VACUUM an error while the schema is read comes as SQLITE_SCHEMA",
      engine: "SQLite 3.40", matches: { $0.aspect == "code" && $0.engine == "17" }),
    KnownDifference(
      id: "catalog-without-rows",
      reason: "a catalog alone cannot know that ADD COLUMN is refused for rows before it is read",
      engine: "SQLite 3.40",
      matches: {
        $0.kind == "ALTER TABLE ADD COLUMN" && $0.engine.hasPrefix("Cannot add a ")
          && $0.model.hasPrefix("error in table ")
      }),
  ]
}
