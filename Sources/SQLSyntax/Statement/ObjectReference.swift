/// An object that a statement names: its kind, its name, and what tells it from its namesakes.
package struct ObjectReference: SyntaxNode {
  package var kind: ObjectKind
  /// For a column, constraint, trigger, policy or rule: its own name, with the table in ``owner``.
  package var name: ObjectName
  /// The table or domain that a trigger, policy, rule, column or constraint belongs to.
  package var owner: ObjectName?
  /// Types of the parameters of a routine; `nil` where no list was written.
  package var parameters: [RoutineParameter]?
  /// The whole text where the name alone does not say it: casts, operators, large objects.
  package var text: String?
  package var place: Place

  package init(
    kind: ObjectKind, name: ObjectName, owner: ObjectName? = nil,
    parameters: [RoutineParameter]? = nil, text: String? = nil, place: Place = Place()
  ) {
    self.kind = kind
    self.name = name
    self.owner = owner
    self.parameters = parameters
    self.text = text
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    if let child = owner {
      visit(child)
    }
    if let child = parameters {
      for child in child { visit(child) }
    }
  }
}

/// A role, or one of the words that stand for one.
package struct RoleName: SyntaxNode {
  /// `nil` for `PUBLIC`, `CURRENT_USER`, `CURRENT_ROLE` and `SESSION_USER`.
  package var name: Identifier?
  /// The word, where ``name`` is `nil`.
  package var word: String?

  package init(name: Identifier? = nil, word: String? = nil) {
    self.name = name
    self.word = word
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {}
}

/// An option of the form `name = value` or `name value`.
package struct DefinitionOption: SyntaxNode {
  package var name: String
  package var value: OptionValue?
  /// The part before the point: `toast.autovacuum_enabled`.
  package var namespace: String?

  package init(name: String, value: OptionValue? = nil, namespace: String? = nil) {
    self.name = name
    self.value = value
    self.namespace = namespace
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = value {
      visit(child)
    }
  }
}

/// The value of an option.
package indirect enum OptionValue: SyntaxNode {
  case string(String)
  /// A bare word or a possibly qualified name.
  case name(ObjectName)
  case type(TypeName)
  case number(String)
  case boolean(Bool)
  case list([OptionValue])
  case expression(SQLExpression)
  case setting(VariableSetting)
  case role(RoleName)
  case operatorName(OperatorName)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .name(let child):
      visit(child)
    case .type(let child):
      visit(child)
    case .list(let childs):
      for child in childs { visit(child) }
    case .expression(let child):
      visit(child)
    case .setting(let child):
      visit(child)
    case .role(let child):
      visit(child)
    case .operatorName(let child):
      visit(child)
    default: break
    }
  }
}

/// A statement the tree does not model: what it is and what it refers to.
package struct OpaqueStatement: SyntaxNode {
  /// The statement's leading words: `CREATE RULE`, `ALTER SYSTEM`.
  package var kind: String
  /// The source text, from the first to the last token.
  package var text: String
  /// Objects it names as its own subject.
  package var names: [ObjectName]
  package var relations: [ObjectName]
  package var functions: [ObjectName]
  package var types: [ObjectName]
  package var columns: [ColumnReference]

  package init(
    kind: String, text: String, names: [ObjectName] = [], relations: [ObjectName] = [],
    functions: [ObjectName] = [], types: [ObjectName] = [], columns: [ColumnReference] = []
  ) {
    self.kind = kind
    self.text = text
    self.names = names
    self.relations = relations
    self.functions = functions
    self.types = types
    self.columns = columns
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in names { visit(child) }
    for child in relations { visit(child) }
    for child in functions { visit(child) }
    for child in types { visit(child) }
    for child in columns { visit(child) }
  }
}
