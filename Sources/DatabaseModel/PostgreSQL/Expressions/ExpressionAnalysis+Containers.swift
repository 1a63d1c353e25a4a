import HashTreeCollections
import SQLSyntax

extension ExpressionAnalysis {
  mutating func array(_ elements: [SQLExpression]) throws(Halt) -> Operand {
    if elements.isEmpty {
      throw .refuse(
        .indeterminateDatatype, "cannot determine type of empty array",
        hint: "Explicitly cast to the desired type, for example ARRAY[]::integer[].")
    }
    var values: [Operand] = []
    for element in elements { values.append(try analyze(element)) }
    let common = try transition.commonType(values.map(\.type), for: "ARRAY")
    var trees: [AnalyzedExpression?] = []
    for value in values { trees.append(try coerce(value, to: common, word: "ARRAY")) }
    return Operand(common.isArray ? common : common.arrayOf, trees) {
      .array($0, isNested: common.isArray)
    }
  }

  mutating func subscripted(
    _ value: SQLExpression, _ path: [ArraySubscript]
  ) throws(Halt) -> Operand {
    let container = try analyze(value)
    guard case .known(let type) = container.type else {
      throw .unmodelled("A subscript of an untyped literal is not modelled")
    }
    let base = transition.baseType(type)
    let isDocument = base.builtinName == "jsonb"
    guard base.isArray || isDocument else {
      throw .unmodelled("A subscript of this type is not modelled")
    }
    var isSlice = false
    var subscripts: [AnalyzedSubscript]? = []
    for part in path {
      switch part {
      case .element(let index):
        let tree = try subscriptIndex(index, isDocument: isDocument)
        if let tree { subscripts?.append(.element(tree)) } else { subscripts = nil }
      case .slice(let lower, let upper):
        isSlice = true
        let first = try lower.map { expression throws(Halt) in
          try subscriptIndex(expression, isDocument: isDocument)
        }
        let last = try upper.map { expression throws(Halt) in
          try subscriptIndex(expression, isDocument: isDocument)
        }
        let isWhole = first.map { $0 != nil } ?? true && last.map { $0 != nil } ?? true
        if isWhole {
          subscripts?.append(.slice(lower: first ?? nil, upper: last ?? nil))
        } else {
          subscripts = nil
        }
      case .field: throw .unmodelled("A field behind a subscript is not modelled")
      }
    }
    canFail = canFail || isDocument
    let result = isDocument || isSlice ? base : base.element
    guard let subscripts else { return Operand(type: .known(result)) }
    return Operand(result, [container.tree]) { .subscripted($0[0], subscripts) }
  }

  private mutating func subscriptIndex(
    _ index: SQLExpression, isDocument: Bool
  ) throws(Halt) -> AnalyzedExpression? {
    let value = try analyze(index)
    if isDocument { return textUnlessKnown(value) }
    return try coerce(
      value, to: .builtin("int4"), context: .assignment, word: "array subscript")
  }

  mutating func row(_ values: [SQLExpression]) throws(Halt) -> Operand {
    var trees: [AnalyzedExpression?] = []
    for value in values { trees.append(textUnlessKnown(try analyze(value))) }
    return Operand(.builtin("record"), trees) { .row($0) }
  }

  mutating func field(_ value: SQLExpression, _ name: Identifier) throws(Halt) -> Operand {
    let composite = try analyze(value)
    guard case .known(let type) = composite.type, transition.isComposite(type),
      case .user(let id) = type.reference
    else { throw .unmodelled("A field of this value is not modelled") }
    let columns = transition.rowColumns(id)
    guard let index = columns.firstIndex(where: { $0.name == name && !$0.isDropped }),
      let found = columns[index].type
    else {
      throw .unmodelled("The field \(name.text) is not known")
    }
    return Operand(found, [composite.tree]) { .field($0[0], index + 1) }
  }
}
