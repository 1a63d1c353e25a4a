/// What happens to the objects that depend on a dropped one.
package enum DropBehavior: String, Hashable, Sendable {
  case restrict = "RESTRICT"
  case cascade = "CASCADE"
}

/// SQLite's `ON CONFLICT` resolution.
package enum ConflictResolution: String, Hashable, Sendable {
  case rollback = "ROLLBACK"
  case abort = "ABORT"
  case fail = "FAIL"
  case ignore = "IGNORE"
  case replace = "REPLACE"
}

/// What a foreign key does when the row it refers to goes or changes.
package enum ForeignKeyAction: String, Hashable, Sendable {
  case noAction = "NO ACTION"
  case restrict = "RESTRICT"
  case cascade = "CASCADE"
  case setNull = "SET NULL"
  case setDefault = "SET DEFAULT"
}

/// How a foreign key of several columns treats NULLs.
package enum ForeignKeyMatch: String, Hashable, Sendable {
  case simple = "SIMPLE"
  case full = "FULL"
  case partial = "PARTIAL"
}

/// The kinds of object that a name can stand for.
package enum ObjectKind: String, Hashable, Sendable {
  case table = "TABLE"
  case foreignTable = "FOREIGN TABLE"
  case view = "VIEW"
  case materializedView = "MATERIALIZED VIEW"
  case index = "INDEX"
  case sequence = "SEQUENCE"
  case schema = "SCHEMA"
  case type = "TYPE"
  case domain = "DOMAIN"
  case function = "FUNCTION"
  case procedure = "PROCEDURE"
  case routine = "ROUTINE"
  case aggregate = "AGGREGATE"
  case trigger = "TRIGGER"
  case eventTrigger = "EVENT TRIGGER"
  case policy = "POLICY"
  case rule = "RULE"
  case `extension` = "EXTENSION"
  case column = "COLUMN"
  case attribute = "ATTRIBUTE"
  case constraint = "CONSTRAINT"
  case domainConstraint = "DOMAIN CONSTRAINT"
  case role = "ROLE"
  case database = "DATABASE"
  case tablespace = "TABLESPACE"
  case collation = "COLLATION"
  case conversion = "CONVERSION"
  case statistics = "STATISTICS"
  case `operator` = "OPERATOR"
  case operatorClass = "OPERATOR CLASS"
  case operatorFamily = "OPERATOR FAMILY"
  case cast = "CAST"
  case transform = "TRANSFORM"
  case language = "LANGUAGE"
  case accessMethod = "ACCESS METHOD"
  case foreignDataWrapper = "FOREIGN DATA WRAPPER"
  case server = "SERVER"
  case userMapping = "USER MAPPING"
  case publication = "PUBLICATION"
  case subscription = "SUBSCRIPTION"
  case textSearchConfiguration = "TEXT SEARCH CONFIGURATION"
  case textSearchDictionary = "TEXT SEARCH DICTIONARY"
  case textSearchParser = "TEXT SEARCH PARSER"
  case textSearchTemplate = "TEXT SEARCH TEMPLATE"
  case largeObject = "LARGE OBJECT"
  case enumValue = "ENUM VALUE"
}
