import SQLSyntax

/// An index to be made, by CREATE INDEX or for a constraint.
struct IndexPlan {
  var table: ObjectID
  var name: Identifier?
  var keys: [IndexKey]
  var including: [IndexKey] = []
  var isUnique = false
  var isPrimary = false
  var isConstraint = false
  var isExclusion = false
  var nullsNotDistinct = false
  var method = "btree"
  var condition: SQLExpression?
  var ifNotExists = false
  var isConcurrent = false
  var options: [DefinitionOption] = []
  var tablespace: Identifier?

  init(table: ObjectID, name: Identifier?, keys: [IndexKey]) {
    self.table = table
    self.name = name
    self.keys = keys
  }

  /// The keys' part of an automatic name.
  var keyNames: [String] {
    var names: [String] = []
    for key in keys + including {
      let original = key.column?.text ?? OutputName.indexName(of: key.expression)
      var name = original
      var number = 0
      while names.contains(name) {
        number += 1
        let digits = String(number)
        name = original.truncated(toUTF8Count: AutomaticNames.limit - digits.utf8.count) + digits
      }
      names.append(name)
    }
    return names
  }
}

extension OutputName {
  /// The name of an index's key that is an expression; `expr` where it has none of its own.
  static func indexName(of expression: SQLExpression) -> String {
    let name = name(of: expression)
    return name == "?column?" ? "expr" : name
  }
}
