/// `CREATE FUNCTION` and `CREATE PROCEDURE`.
package struct CreateFunction: SyntaxNode {
  package var name: ObjectName
  package var isProcedure: Bool
  package var orReplace: Bool
  /// `RETURNS TABLE` columns are parameters of mode ``ParameterMode/table``.
  package var parameters: [RoutineParameter]
  /// `nil` for procedures, and where only OUT parameters say it.
  package var returns: TypeName?
  package var language: Identifier?
  /// Everything but language and body, in order.
  package var options: [DefinitionOption]
  package var body: RoutineBody?

  package init(
    name: ObjectName, isProcedure: Bool = false, orReplace: Bool = false,
    parameters: [RoutineParameter] = [], returns: TypeName? = nil, language: Identifier? = nil,
    options: [DefinitionOption] = [], body: RoutineBody? = nil
  ) {
    self.name = name
    self.isProcedure = isProcedure
    self.orReplace = orReplace
    self.parameters = parameters
    self.returns = returns
    self.language = language
    self.options = options
    self.body = body
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in parameters { visit(child) }
    if let child = returns {
      visit(child)
    }
    for child in options { visit(child) }
    if let child = body {
      visit(child)
    }
  }
}

/// One parameter of a routine.
package struct RoutineParameter: SyntaxNode {
  package var type: TypeName
  package var name: Identifier?
  package var mode: ParameterMode?
  package var defaultValue: SQLExpression?

  package init(
    type: TypeName, name: Identifier? = nil, mode: ParameterMode? = nil,
    defaultValue: SQLExpression? = nil
  ) {
    self.type = type
    self.name = name
    self.mode = mode
    self.defaultValue = defaultValue
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(type)
    if let child = defaultValue {
      visit(child)
    }
  }
}

/// The way a parameter goes.
package enum ParameterMode: String, Hashable, Sendable {
  case input = "IN"
  case output = "OUT"
  case inputOutput = "INOUT"
  case variadic = "VARIADIC"
  case table = "TABLE"
}

/// The body of a function, procedure or DO block.
package struct RoutineBody: SyntaxNode {
  /// The text between the quotes, unescaped; empty for `BEGIN ATOMIC` and `RETURN`.
  package var text: String
  /// Object file's symbol, second string of a C function.
  package var linkSymbol: String?
  /// `BEGIN ATOMIC ... END`: these statements are the definition, not ``statements``.
  package var atomic: [Statement]?
  /// `RETURN expression`.
  package var result: SQLExpression?
  /// What the body contains, as far as it could be read.
  ///
  /// Derived from ``text``.
  package var statements: [BodyStatement]
  /// `false` where the language is not read, or the text does not parse.
  package var isRead: Bool
  /// Where ``text`` starts in the file if it stands there byte for byte.
  package var place: Place

  package init(
    text: String, linkSymbol: String? = nil, atomic: [Statement]? = nil,
    result: SQLExpression? = nil, statements: [BodyStatement] = [], isRead: Bool = false,
    place: Place = Place()
  ) {
    self.text = text
    self.linkSymbol = linkSymbol
    self.atomic = atomic
    self.result = result
    self.statements = statements
    self.isRead = isRead
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    if let child = atomic {
      for child in child { visit(child) }
    }
    if let child = result {
      visit(child)
    }
    for child in statements { visit(child) }
  }
}

/// One SQL statement inside a routine and the conditions under which it runs.
package struct BodyStatement: SyntaxNode {
  package var content: BodyContent
  /// Outermost first; empty when it runs always.
  package var conditions: [BodyCondition]

  package init(content: BodyContent, conditions: [BodyCondition] = []) {
    self.content = content
    self.conditions = conditions
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(content)
    for child in conditions { visit(child) }
  }
}

/// What a routine executes at one place.
package indirect enum BodyContent: SyntaxNode {
  case statement(Statement)
  /// `EXECUTE` of text that is constant: parsed, with its own ranges.
  case constantExecute([Statement])
  /// `EXECUTE` of computed text: unknown.
  ///
  /// The expression as written.
  case dynamic(expression: String, place: Place)
  /// An expression or assignment that is evaluated; may call functions and read tables.
  case expression(SQLExpression)
  /// `RAISE EXCEPTION` and its levels: `exception`, `notice`, ….
  case raise(level: String, place: Place)
  /// `RETURN`, with its expression as text: what follows at the same level does not run.
  case leave(place: Place)
  /// A statement of the language that is not read; its kind.
  case opaque(kind: String, place: Place)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .statement(let child):
      visit(child)
    case .constantExecute(let childs):
      for child in childs { visit(child) }
    case .expression(let child):
      visit(child)
    default: break
    }
  }
}

/// Why a statement in a body might not run, or might fail without harm.
package indirect enum BodyCondition: SyntaxNode {
  /// Inside `IF condition`; negated in its ELSE.
  case when(SQLExpression, isNegated: Bool)
  /// Inside a condition that could not be read; its text.
  case unreadable(String)
  /// Inside a block whose handler catches these conditions (`duplicate_object`, `others`).
  case handled([String])
  /// Inside a handler for these conditions.
  case inHandler([String])
  /// Inside a loop: zero times or more; its kind.
  case loop(String)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .when(let child1, _):
      visit(child1)
    default: break
    }
  }
}

/// `ALTER FUNCTION`, where it changes options.
package struct AlterFunction: SyntaxNode {
  package var object: ObjectReference
  package var options: [DefinitionOption]

  package init(object: ObjectReference, options: [DefinitionOption] = []) {
    self.object = object
    self.options = options
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(object)
    for child in options { visit(child) }
  }
}

/// `DO [LANGUAGE name] 'body'`.
package struct DoBlock: SyntaxNode {
  package var language: Identifier?
  package var body: RoutineBody

  package init(language: Identifier? = nil, body: RoutineBody) {
    self.language = language
    self.body = body
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(body)
  }
}
