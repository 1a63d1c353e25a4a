/// The checks that rows must pass, in the order in which the engine makes them.
///
/// Of one row, a check that stands earlier wins; foreign keys wait for the end of the statement, or
/// of the transaction.
package enum RowCheck: String, CaseIterable, Hashable, Sendable {
  // A row that is written.
  case generatedAlways = "row.generated-always"
  case sequenceLimit = "row.sequence-limit"
  case domainNotNull = "row.domain-not-null"
  case domainCheck = "row.domain-check"
  case notNull = "row.not-null"
  case check = "row.check"
  case partitionRouting = "row.partition-routing"
  case partitionConstraint = "row.partition-constraint"
  case conflictSecondTime = "row.conflict-second-time"
  case unique = "row.unique"
  case exclusion = "row.exclusion"
  // The end of the statement, or of the transaction.
  case deferredUnique = "end.unique"
  case foreignKeyMatchFull = "end.foreign-key-match-full"
  case foreignKeyChild = "end.foreign-key-child"
  case foreignKeyRestrict = "end.foreign-key-restrict"
  case foreignKeyNoAction = "end.foreign-key-no-action"
  // Changes of the schema, on rows that are there.
  case indexBuild = "schema.index-build"
  case rewrite = "schema.rewrite"
  case scanNotNull = "schema.scan-not-null"
  case scanCheck = "schema.scan-check"
  case scanForeignKey = "schema.scan-foreign-key"
  case scanDomain = "schema.scan-domain"
}
