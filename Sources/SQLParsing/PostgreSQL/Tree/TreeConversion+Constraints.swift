import SQLSyntax

extension TreeConversion {
  /// A `Constraint` of a column, a table or a domain.
  func constraint(_ node: ParseNode) -> Constraint {
    move(to: node)
    let start = cursor
    skipHere("constraint")
    let name = takeOptional(node.optionalText("conname"))
    let kind = constraintKind(node)
    var result = Constraint(kind: kind, name: name)
    if node.flag("deferrable") { result.deferral.isDeferrable = true }
    if node.flag("initdeferred") { result.deferral.isInitiallyDeferred = true }
    result.isNotValid = node.flag("skip_validation")
    result.isNoInherit = node.flag("is_no_inherit")
    let end = max(cursor, endOfConstraint(node, start))
    span = tokens(start, min(end, statement.upperBound))
    cursor = span.upperBound
    result.place = place(span)
    return result
  }

  /// Behind the words that can follow what was converted.
  private func endOfConstraint(_ node: ParseNode, _ start: Int) -> Int {
    var end = max(cursor, start + 1)
    switch node.word("contype") {
    case "CONSTR_NOTNULL", "CONSTR_NULL":
      while isWord(end, "not") || isWord(end, "null") { end += 1 }
      return end
    case "CONSTR_PRIMARY": if isWord(end, "key") { end += 1 }
    case "CONSTR_IDENTITY", "CONSTR_GENERATED": end = endOfGenerated(start, atLeast: end)
    case "CONSTR_FOREIGN": end = endOfActions(end)
    default: break
    }
    return endOfAttributes(end)
  }

  private func endOfGenerated(_ start: Int, atLeast end: Int) -> Int {
    var index = start
    while index < statement.upperBound,
      isWord(index, "constraint") || isWord(index - 1, "constraint")
    { index += 1 }
    while ["generated", "always", "by", "default", "as", "identity"].contains(lowercased(index)) {
      index += 1
    }
    if isSymbol(index, "(") { index = text.closing(index) + 1 }
    if isWord(index, "stored") { index += 1 }
    return max(index, end)
  }

  /// Behind `MATCH FULL ON DELETE SET NULL (columns) ON UPDATE CASCADE`.
  private func endOfActions(_ start: Int) -> Int {
    var end = start
    while end < statement.upperBound {
      if isWord(end, "match") {
        end += 2
      } else if isWord(end, "on"), isWord(end + 1, "delete") || isWord(end + 1, "update") {
        let isPair = isWord(end + 2, "set") || isWord(end + 2, "no")
        end += isPair ? 4 : 3
        if isSymbol(end, "(") { end = text.closing(end) + 1 }
      } else {
        break
      }
    }
    return end
  }

  private func endOfAttributes(_ start: Int) -> Int {
    var end = start
    while end < statement.upperBound {
      let next = lowercased(end + 1)
      switch lowercased(end) {
      case "deferrable": end += 1
      case "initially": end += 2
      case "not" where next == "valid" || next == "deferrable": end += 2
      case "no" where next == "inherit": end += 2
      default: return end
      }
    }
    return end
  }

  private func constraintKind(_ node: ParseNode) -> ConstraintKind {
    switch node.word("contype") {
    case "CONSTR_NULL": return .null
    case "CONSTR_DEFAULT": return .default(operand(node["raw_expr"]))
    case "CONSTR_CHECK": return .check(operand(node["raw_expr"]))
    case "CONSTR_GENERATED": return .generated(operand(node["raw_expr"]), isStored: true)
    case "CONSTR_IDENTITY":
      return .identity(
        isAlways: node.text("generated_when") == "a",
        node.list("options").compactMap(sequenceOption))
    case "CONSTR_PRIMARY":
      skip("key")
      return .primaryKey(keyConstraint(node))
    case "CONSTR_UNIQUE":
      skip("unique")
      return .unique(keyConstraint(node))
    case "CONSTR_FOREIGN": return foreignKey(node)
    case "CONSTR_EXCLUSION": return .exclude(exclusion(node))
    default: return .notNull
    }
  }

  private func keyConstraint(_ node: ParseNode) -> KeyConstraint {
    var key = KeyConstraint()
    key.columns = node.list("keys").map { column in
      let name = take(Self.string(column))
      let expression = SQLExpression(
        kind: .column(ColumnReference(name)), place: name.place)
      return IndexKey(expression: expression, place: name.place)
    }
    closeList(of: key.columns.count)
    if !node.list("including").isEmpty { skip("include") }
    key.including = names(node.list("including"))
    closeList(of: key.including.count)
    key.nullsNotDistinct = node.flag("nulls_not_distinct")
    if let index = node.optionalText("indexname") {
      skip("using", "index")
      key.usingIndex = take(index)
    }
    key.options = node.list("options").map(option)
    if let tablespace = node.optionalText("indexspace") {
      skip("tablespace")
      key.tablespace = take(tablespace)
    }
    return key
  }

  func closeList(of count: Int) {
    if count > 0, isSymbol(cursor, ")") { cursor += 1 }
  }

  private func foreignKey(_ node: ParseNode) -> ConstraintKind {
    let columns = names(node.list("fk_attrs"))
    skip("references")
    let table = node["pktable"].map(relationName) ?? ObjectName("")
    var target = ForeignKeyTarget(table: table)
    target.columns = names(node.list("pk_attrs"))
    closeList(of: target.columns.count)
    target.onDelete = Self.foreignKeyAction(node.text("fk_del_action"))
    target.onUpdate = Self.foreignKeyAction(node.text("fk_upd_action"))
    if !node.list("fk_del_set_cols").isEmpty { skip("set") }
    target.onDeleteColumns = names(node.list("fk_del_set_cols"))
    closeList(of: target.onDeleteColumns.count)
    target.match = Self.foreignKeyMatch(node.text("fk_matchtype"))
    return .foreignKey(columns: columns, target)
  }

  /// The letters of `pg_constraint`; `NO ACTION` cannot be told from nothing.
  private static func foreignKeyAction(_ letter: String) -> ForeignKeyAction? {
    switch letter {
    case "r": .restrict
    case "c": .cascade
    case "n": .setNull
    case "d": .setDefault
    default: nil
    }
  }

  private static func foreignKeyMatch(_ letter: String) -> ForeignKeyMatch? {
    letter == "f" ? .full : letter == "p" ? .partial : nil
  }

  private func exclusion(_ node: ParseNode) -> Exclusion {
    var result = Exclusion()
    skip("exclude")
    if isWord(cursor, "using") {
      cursor += 1
      result.method = takeOptional(node.optionalText("access_method"))
    }
    let ranges = itemsOfNextParentheses()
    let close = isSymbol(cursor, "(") ? text.closing(cursor) : cursor
    result.elements = node.list("exclusions").enumerated().compactMap { index, element in
      let parts = element.list("items")
      guard let key = parts.first, let sign = parts.last else { return nil }
      let range = ranges.indices.contains(index) ? endingBeforeWith(ranges[index]) : nil
      return ExclusionElement(
        key: indexKey(key, tokens: range), operatorName: operatorName(sign.list("items")))
    }
    cursor = max(close + 1, cursor)
    if !node.list("including").isEmpty { skip("include") }
    result.including = names(node.list("including"))
    closeList(of: result.including.count)
    result.options = node.list("options").map(option)
    if let tablespace = node.optionalText("indexspace") {
      skip("tablespace")
      result.tablespace = take(tablespace)
    }
    result.condition = node["where_clause"].map { operand($0) }
    return result
  }

  private func endingBeforeWith(_ range: Range<Int>) -> Range<Int> {
    let end = range.last { isWord($0, "with") } ?? range.upperBound
    return end > range.lowerBound ? range.lowerBound..<end : range
  }
}
