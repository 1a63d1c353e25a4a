import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension ExpressionCompiler {
  /// A value brought to a type: its base type, then modifiers, then the domain's checks.
  func conversion(
    _ operand: AnalyzedExpression, to target: DataType, _ path: CoercionPath,
    _ kind: CoercionContext
  ) throws(EvaluationFailure) -> CompiledExpression {
    let source = operand.type
    let base = context.reader.base(target)
    var result = try compile(operand)
    let from = context.reader.base(source)
    let isFoldable = Self.isFoldable(path)
    if from.bare != base.bare {
      let change = try converter(from: from, to: base, path, kind)
      result = try apply(change, [result], isFoldable: isFoldable)
    }
    if !base.modifiers.isEmpty, from.bare != base.bare || from.modifiers != base.modifiers {
      let isExplicit = kind == .explicit
      result = try apply(
        .unary { value throws(EvaluationFailure) in
          do throws(ValueFailure) {
            return try ValueModifiers.apply(value, base, isExplicit: isExplicit)
          } catch {
            throw EvaluationFailure(error)
          }
        }, [result], isFoldable: true)
    }
    if base.intervalFields != nil { throw .unmodelled("Intervals of certain fields") }
    if target != base, source.bare != target.bare {
      return try domain(result, target)
    }
    return result
  }

  private static func isFoldable(_ path: CoercionPath) -> Bool {
    switch path {
    case .relabel: true
    case .function(let volatility): volatility == .immutable
    case .text: false
    }
  }

  /// How values of one type become values of another.
  func converter(
    from source: DataType, to target: DataType, _ path: CoercionPath, _ kind: CoercionContext
  ) throws(EvaluationFailure) -> Implementation {
    if source.isArray, target.isArray {
      let element = try converter(from: source.element.bare, to: target.element.bare, path, kind)
      return .unary { value throws(EvaluationFailure) in try Self.each(value, element) }
    }
    if case .text = path { return try throughText(from: source, to: target) }
    guard let from = source.builtinName, let to = target.builtinName else {
      throw .unmodelled("This conversion is not modelled")
    }
    if let found = NumericConversions.converter(from, to) { return .unary(found) }
    if let found = TextConversions.converter(from, to) { return .unary(found) }
    if let found = TimeConversions.converter(from, to) { return .unary(found) }
    if from == "json", to == "jsonb" || from == "jsonb", to == "json" {
      return try throughText(from: source, to: target)
    }
    if case .relabel = path, Self.isSameForm(from, to) {
      return .unary { value throws(EvaluationFailure) in value }
    }
    throw .unmodelled("The conversion of \(from) to \(to) is not modelled")
  }

  private static func each(
    _ value: Datum, _ element: Implementation
  ) throws(EvaluationFailure) -> Datum {
    guard case .array(let elements) = value, case .unary(let body) = element else { return value }
    var result: [Datum] = []
    for item in elements {
      if item.isNull {
        result.append(.null)
      } else if case .array = item {
        result.append(try each(item, element))
      } else {
        result.append(try body(item))
      }
    }
    return .array(result)
  }

  private static func isSameForm(_ first: String, _ second: String) -> Bool {
    let texts: Set<String> = ["text", "varchar", "bpchar", "unknown", "cstring"]
    if texts.contains(first), texts.contains(second) { return true }
    return [first, second].allSatisfy { ["oid", "int4", "regclass"].contains($0) }
      && first != "int4"
  }

  private func throughText(
    from source: DataType, to target: DataType
  ) throws(EvaluationFailure) -> Implementation {
    let reader = context.reader
    return .unary { value throws(EvaluationFailure) in
      do throws(ValueFailure) {
        let text =
          if case .boolean(let flag) = value, target.builtinName == "text" {
            flag ? "true" : "false"
          } else {
            try reader.text(of: value, as: source)
          }
        return try reader.read(text, as: target.bare)
      } catch {
        throw EvaluationFailure(error)
      }
    }
  }

  // MARK: Domains

  /// Checks of the domain and of those under it, the innermost first.
  private func domain(
    _ value: CompiledExpression, _ type: DataType
  ) throws(EvaluationFailure) -> CompiledExpression {
    guard !type.isArray, case .user(let id) = type.reference, let user = context.catalog.types[id],
      case .domain(let domain) = user.form
    else { return value }
    let inner = try self.domain(value, domain.base)
    var checks: [(name: String, condition: CompiledExpression)] = []
    for constraint in context.catalog.constraints(of: id) {
      guard case .check(let stored) = constraint.rule else { continue }
      guard
        case .analyzed(let tree) = context.catalog.analyze(
          stored.syntax, as: .domainCheck(id), in: context.session)
      else { throw .unmodelled("A domain's CHECK is not modelled") }
      checks.append(
        (constraint.name?.text ?? "", try ExpressionCompiler(context).compile(tree)))
    }
    if checks.isEmpty, !domain.isNotNull { return inner }
    // The engine tests them by name.
    checks.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let schema = context.catalog.schemas[user.schema]?.name.text
    let name = user.name.text
    let isNotNull = domain.isNotNull
    return CompiledExpression { frame throws(EvaluationFailure) in
      let datum = try inner.value(frame)
      if isNotNull, datum.isNull {
        var error = DatabaseError(
          state: .notNullViolation, message: "domain \(name) does not allow null values")
        error.schema = schema
        throw .refused(error)
      }
      let row = Frame(frame.context, rows: [[datum]])
      for check in checks {
        if case .boolean(false) = try check.condition.value(row) {
          var error = DatabaseError(
            state: .checkViolation,
            message: "value for domain \(name) violates check constraint \"\(check.name)\"")
          error.schema = schema
          error.constraint = check.name
          throw .refused(error)
        }
      }
      return datum
    }
  }
}
