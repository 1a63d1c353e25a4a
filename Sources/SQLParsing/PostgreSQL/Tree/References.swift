import SQLSyntax

/// What a part of a parse tree refers to, found without knowing its grammar.
///
/// Names stand once each, in the order of the tree.
struct References {
  private(set) var relations: [ObjectName] = []
  private(set) var functions: [ObjectName] = []
  private(set) var types: [ObjectName] = []
  private(set) var columns: [ColumnReference] = []

  init(in node: ParseNode, of conversion: TreeConversion) {
    collect(node, conversion)
  }

  private mutating func collect(_ node: ParseNode, _ conversion: TreeConversion) {
    switch node.kind {
    case "RangeVar": add(conversion.relationName(node), to: \.relations)
    case "FuncCall":
      conversion.move(to: node)
      add(conversion.objectName(node.list("funcname")), to: \.functions)
    case "TypeName": add(conversion.typeName(node).name, to: \.types)
    case "ColumnRef":
      if case .column(let column) = conversion.expression(node).kind, !columns.contains(column) {
        columns.append(column)
      }
    default: break
    }
    for child in node.allChildren { collect(child, conversion) }
  }

  private mutating func add(
    _ name: ObjectName, to list: WritableKeyPath<References, [ObjectName]>
  ) {
    if !self[keyPath: list].contains(name) { self[keyPath: list].append(name) }
  }
}
