/// `CREATE SEQUENCE`.
package struct CreateSequence: SyntaxNode {
  package var name: ObjectName
  package var persistence: Persistence
  package var ifNotExists: Bool
  package var options: [SequenceOption]

  package init(
    name: ObjectName, persistence: Persistence = .permanent, ifNotExists: Bool = false,
    options: [SequenceOption] = []
  ) {
    self.name = name
    self.persistence = persistence
    self.ifNotExists = ifNotExists
    self.options = options
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in options { visit(child) }
  }
}

/// `ALTER SEQUENCE`, where it changes options.
package struct AlterSequence: SyntaxNode {
  package var name: ObjectName
  package var ifExists: Bool
  package var options: [SequenceOption]

  package init(name: ObjectName, ifExists: Bool = false, options: [SequenceOption] = []) {
    self.name = name
    self.ifExists = ifExists
    self.options = options
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in options { visit(child) }
  }
}

/// One option of a sequence; numbers as written.
package indirect enum SequenceOption: SyntaxNode {
  case type(TypeName)
  case increment(String)
  /// `nil`: `NO MINVALUE`.
  case minimum(String?)
  case maximum(String?)
  case start(String)
  /// `nil`: back to the start value.
  case restart(String?)
  case cache(String)
  case cycle(Bool)
  /// `nil`: `OWNED BY NONE`.
  case ownedBy(ColumnReference?)
  case name(ObjectName)
  case logged(Bool)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .type(let child):
      visit(child)
    case .ownedBy(let child):
      if let child = child {
        visit(child)
      }
    case .name(let child):
      visit(child)
    default: break
    }
  }
}
