import HashTreeCollections
import SQLSyntax

extension PostgreSQLTransition {
  /// Routines of a name in the order of the search path, oldest first in each schema.
  func routines(named name: ObjectName) throws(Halt) -> [Routine] {
    if mayBeUnseen(name) { throw .unmodelled("The routine \(name.description) may have changed") }
    let schemas: [ObjectID]
    if let schema = name.schema?.text {
      schemas = catalog.schemaID(schema).map { [$0] } ?? []
    } else {
      schemas = searchedSchemas
    }
    return schemas.flatMap { schema in
      (catalog.routineNames[NameKey(schema: schema, name: name.name.text)] ?? [])
        .compactMap { catalog.routines[$0] }
    }
  }

  /// The routine as an overload for a call with so many arguments.
  func candidate(_ routine: Routine, count: Int) throws(Halt) -> Candidate? {
    if routine.kind == .aggregate { throw .unmodelled("A user's aggregate is called") }
    let inputs = routine.parameters.filter { $0.mode != .output && $0.mode != .table }
    if inputs.contains(where: { $0.mode == .variadic }) {
      throw .unmodelled("A user's variadic function is called")
    }
    let defaults = inputs.count { $0.defaultValue != nil }
    guard count <= inputs.count, count >= inputs.count - defaults else { return nil }
    guard let result = routine.returns ?? (routine.kind == .procedure ? .builtin("void") : nil)
    else {
      throw .unmodelled("The result of a user's function is not known")
    }
    return Candidate(
      arguments: routine.inputTypes.prefix(count).map(\.bare), result: result,
      volatility: Volatility(word: routine.volatility), routine: routine.id,
      isSet: routine.returnsSet, defaultsUsed: inputs.count - count)
  }

  /// A relation by the text of a `regclass` literal.
  func relation(text: String) throws(Halt) -> Relation {
    var parts: [String] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      if part.hasPrefix("\""), part.hasSuffix("\""), part.count > 2,
        !part.dropFirst().dropLast()
          .contains("\"")
      {
        parts.append(String(part.dropFirst().dropLast()))
      } else if part.contains("\"") || part.isEmpty || part.contains(" ") {
        throw .unmodelled("This form of a relation's name in a literal is not modelled")
      } else {
        parts.append(String(part).asciiLowercased())
      }
    }
    guard parts.count <= 2, let name = parts.last, Int(name) == nil else {
      throw .unmodelled("This form of a relation's name in a literal is not modelled")
    }
    return try relation(ObjectName(name, schema: parts.count == 2 ? parts[0] : nil))
  }
}
