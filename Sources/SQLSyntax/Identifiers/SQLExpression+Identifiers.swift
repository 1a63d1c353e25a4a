extension SQLExpression: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    kind.changeIdentifiers(change)
  }
}

extension ExpressionKind: IdentifierHolder {
  package mutating func changeIdentifiers(_ change: (Identifier) -> Identifier) {
    switch self {
    case .column(var value):
      value.changeIdentifiers(change)
      self = .column(value)
    case .wildcard(var value):
      value.changeIdentifiers(change)
      self = .wildcard(qualifier: value)
    case .prefix(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .prefix(value1, value2)
    case .binary(var value1, var value2, var value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      value3.changeIdentifiers(change)
      self = .binary(value1, value2, value3)
    case .not(var value):
      value.changeIdentifiers(change)
      self = .not(value)
    case .and(var value):
      value.changeIdentifiers(change)
      self = .and(value)
    case .or(var value):
      value.changeIdentifiers(change)
      self = .or(value)
    case .isNull(var value1, let value2):
      value1.changeIdentifiers(change)
      self = .isNull(value1, isNegated: value2)
    case .isTruth(var value1, let value2, let value3):
      value1.changeIdentifiers(change)
      self = .isTruth(value1, value2, isNegated: value3)
    case .distinct(var value1, var value2, let value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .distinct(value1, value2, isNegated: value3)
    case .between(var value):
      value.changeIdentifiers(change)
      self = .between(value)
    case .inList(var value1, var value2, let value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .inList(value1, value2, isNegated: value3)
    case .inQuery(var value1, var value2, let value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .inQuery(value1, value2, isNegated: value3)
    case .inTable(var value1, var value2, let value3):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .inTable(value1, value2, isNegated: value3)
    case .like(var value):
      value.changeIdentifiers(change)
      self = .like(value)
    case .quantified(var value1, var value2, let value3, var value4):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      value4.changeIdentifiers(change)
      self = .quantified(value1, value2, value3, value4)
    case .quantifiedQuery(var value1, var value2, let value3, var value4):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      value4.changeIdentifiers(change)
      self = .quantifiedQuery(value1, value2, value3, value4)
    case .call(var value):
      value.changeIdentifiers(change)
      self = .call(value)
    case .special(let value1, var value2):
      value2.changeIdentifiers(change)
      self = .special(value1, value2)
    case .cast(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .cast(value1, value2)
    case .collate(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .collate(value1, value2)
    case .conditional(var value):
      value.changeIdentifiers(change)
      self = .conditional(value)
    case .array(var value):
      value.changeIdentifiers(change)
      self = .array(value)
    case .row(var value):
      value.changeIdentifiers(change)
      self = .row(value)
    case .subscripted(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .subscripted(value1, value2)
    case .field(var value1, var value2):
      value1.changeIdentifiers(change)
      value2.changeIdentifiers(change)
      self = .field(value1, value2)
    case .allFields(var value):
      value.changeIdentifiers(change)
      self = .allFields(value)
    case .subquery(var value):
      value.changeIdentifiers(change)
      self = .subquery(value)
    case .exists(var value):
      value.changeIdentifiers(change)
      self = .exists(value)
    case .arrayQuery(var value):
      value.changeIdentifiers(change)
      self = .arrayQuery(value)
    case .raise(let value1, var value2):
      value2.changeIdentifiers(change)
      self = .raise(value1, message: value2)
    case .grouping(var value):
      value.changeIdentifiers(change)
      self = .grouping(value)
    case .groupingSet(let value1, var value2):
      value2.changeIdentifiers(change)
      self = .groupingSet(value1, value2)
    case .opaque(var value):
      value.changeIdentifiers(change)
      self = .opaque(value)
    default: break
    }
  }
}
