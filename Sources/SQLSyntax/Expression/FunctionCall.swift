/// A call of a function, an aggregate or a window function.
package struct FunctionCall: SyntaxNode {
  package var name: ObjectName
  package var arguments: [FunctionArgument]
  /// `count(*)`.
  package var isStar: Bool
  package var isDistinct: Bool
  package var isVariadic: Bool
  package var orderBy: [SortItem]
  /// `WITHIN GROUP (ORDER BY ...)`, whose keys are in ``orderBy``.
  package var isWithinGroup: Bool
  package var filter: SQLExpression?
  package var over: WindowReference?
  package var place: Place

  package init(
    name: ObjectName, arguments: [FunctionArgument] = [], isStar: Bool = false,
    isDistinct: Bool = false, isVariadic: Bool = false, orderBy: [SortItem] = [],
    isWithinGroup: Bool = false, filter: SQLExpression? = nil, over: WindowReference? = nil,
    place: Place = Place()
  ) {
    self.name = name
    self.arguments = arguments
    self.isStar = isStar
    self.isDistinct = isDistinct
    self.isVariadic = isVariadic
    self.orderBy = orderBy
    self.isWithinGroup = isWithinGroup
    self.filter = filter
    self.over = over
    self.place = place
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(name)
    for child in arguments { visit(child) }
    for child in orderBy { visit(child) }
    if let child = filter {
      visit(child)
    }
    if let child = over {
      visit(child)
    }
  }
}

/// One argument, with its name where it was given as `name => value`.
package struct FunctionArgument: SyntaxNode {
  package var value: SQLExpression
  package var name: Identifier?

  package init(value: SQLExpression, name: Identifier? = nil) {
    self.value = value
    self.name = name
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(value)
  }
}

/// What follows `OVER`.
package indirect enum WindowReference: SyntaxNode {
  case named(Identifier)
  case inline(WindowDefinition)

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .inline(let child):
      visit(child)
    default: break
    }
  }
}

/// A window: `name AS (base PARTITION BY ... ORDER BY ... frame)`.
package struct WindowDefinition: SyntaxNode {
  package var name: Identifier?
  package var base: Identifier?
  package var partitionBy: [SQLExpression]
  package var orderBy: [SortItem]
  package var frame: WindowFrame?

  package init(
    name: Identifier? = nil, base: Identifier? = nil, partitionBy: [SQLExpression] = [],
    orderBy: [SortItem] = [], frame: WindowFrame? = nil
  ) {
    self.name = name
    self.base = base
    self.partitionBy = partitionBy
    self.orderBy = orderBy
    self.frame = frame
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    for child in partitionBy { visit(child) }
    for child in orderBy { visit(child) }
    if let child = frame {
      visit(child)
    }
  }
}

/// `ROWS BETWEEN start AND end EXCLUDE ...`.
package struct WindowFrame: SyntaxNode {
  package var unit: WindowFrameUnit
  package var start: WindowFrameBound
  package var end: WindowFrameBound?
  package var exclusion: WindowFrameExclusion?

  package init(
    unit: WindowFrameUnit, start: WindowFrameBound, end: WindowFrameBound? = nil,
    exclusion: WindowFrameExclusion? = nil
  ) {
    self.unit = unit
    self.start = start
    self.end = end
    self.exclusion = exclusion
  }

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    visit(start)
    if let child = end {
      visit(child)
    }
  }
}

/// What a frame is counted in.
package enum WindowFrameUnit: String, Hashable, Sendable {
  case rows = "ROWS"
  case range = "RANGE"
  case groups = "GROUPS"
}

/// One end of a frame.
package indirect enum WindowFrameBound: SyntaxNode {
  case unboundedPreceding
  case preceding(SQLExpression)
  case currentRow
  case following(SQLExpression)
  case unboundedFollowing

  package func forEachChild(_ visit: (any SyntaxNode) -> Void) {
    switch self {
    case .preceding(let child):
      visit(child)
    case .following(let child):
      visit(child)
    default: break
    }
  }
}

/// Rows left out of a frame; absent means none.
package enum WindowFrameExclusion: String, Hashable, Sendable {
  case currentRow = "CURRENT ROW"
  case group = "GROUP"
  case ties = "TIES"
  case noOthers = "NO OTHERS"
}
