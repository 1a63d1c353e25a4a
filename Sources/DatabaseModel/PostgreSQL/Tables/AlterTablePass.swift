import SQLSyntax

/// The passes in which ALTER TABLE carries out its actions, whatever their order in the text.
enum AlterTablePass: Int, Comparable, CaseIterable {
  case drop
  case alterType
  case addColumn
  case addConstraint
  case columnAttributes
  case addIndexConstraint
  case addOtherConstraint
  case miscellaneous

  static func < (first: AlterTablePass, second: AlterTablePass) -> Bool {
    first.rawValue < second.rawValue
  }

  init(_ action: AlterTableActionKind) {
    switch action {
    case .dropColumn, .dropConstraint, .dropNotNull, .dropDefault, .dropIdentity,
      .dropExpression:
      self = .drop
    case .alterColumnType: self = .alterType
    case .addColumn: self = .addColumn
    case .setNotNull, .setIdentity: self = .columnAttributes
    case .addConstraint(let constraint):
      switch constraint.kind {
      case .primaryKey, .unique, .exclude: self = .addIndexConstraint
      default: self = .addOtherConstraint
      }
    case .setDefault, .addIdentity: self = .addOtherConstraint
    default: self = .miscellaneous
    }
  }
}

extension AlterTableActionKind {
  /// As "ALTER action … cannot be performed" calls it.
  var displayName: String {
    switch self {
    case .addColumn: "ADD COLUMN"
    case .dropColumn: "DROP COLUMN"
    case .alterColumnType: "ALTER COLUMN ... SET DATA TYPE"
    case .setDefault: "ALTER COLUMN ... SET DEFAULT"
    case .dropDefault: "ALTER COLUMN ... DROP DEFAULT"
    case .setNotNull: "ALTER COLUMN ... SET NOT NULL"
    case .dropNotNull: "ALTER COLUMN ... DROP NOT NULL"
    case .dropExpression: "ALTER COLUMN ... DROP EXPRESSION"
    case .addIdentity: "ALTER COLUMN ... ADD IDENTITY"
    case .setIdentity: "ALTER COLUMN ... SET"
    case .dropIdentity: "ALTER COLUMN ... DROP IDENTITY"
    case .setStatistics: "ALTER COLUMN ... SET STATISTICS"
    case .setStorage: "ALTER COLUMN ... SET STORAGE"
    case .addConstraint: "ADD CONSTRAINT"
    case .alterConstraint: "ALTER CONSTRAINT"
    case .validateConstraint: "VALIDATE CONSTRAINT"
    case .dropConstraint: "DROP CONSTRAINT"
    default: "ALTER"
    }
  }

  /// Whether views accept it.
  var worksOnViews: Bool {
    switch self {
    case .setDefault, .dropDefault, .setOwner, .setOptions, .resetOptions: true
    default: false
    }
  }
}
