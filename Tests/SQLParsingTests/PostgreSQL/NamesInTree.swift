import SQLSyntax

/// A name somewhere in a tree, and the field of the node that holds it.
struct NameInTree {
  var name: Identifier
  var field: String
}

/// Every name below a node, found by reflection so that no node type can be forgotten.
func namesInTree(_ node: any SyntaxNode) -> [NameInTree] {
  var names: [NameInTree] = []
  node.walk { node in
    for child in Mirror(reflecting: node).children {
      let field = "\(type(of: node)).\(child.label ?? "")"
      names += identifiers(in: child.value).map { NameInTree(name: $0, field: field) }
    }
    return true
  }
  return names
}

/// The identifiers in a field's value, through optionals, arrays and tuples, not through nodes.
private func identifiers(in value: Any) -> [Identifier] {
  if let name = value as? Identifier { return [name] }
  if value is any SyntaxNode { return [] }
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional, .collection, .tuple: return mirror.children.flatMap { identifiers(in: $0.value) }
  default: return []
  }
}
