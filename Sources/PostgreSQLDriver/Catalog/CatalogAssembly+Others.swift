import DatabaseModel
import HashTreeCollections
import SQLSyntax

extension CatalogAssembly {
  mutating func addRoutines() {
    for row in routines.sorted(by: { $0.number(0) < $1.number(0) }) {
      let types = row.text(4).split(separator: ",").compactMap { Int($0) }
      var routine = Routine(
        id: required("pg_proc", row.number(0)), schema: required("pg_namespace", row.number(1)),
        name: Identifier(row.text(2)), kind: Self.kind(row.text(3)),
        inputTypes: types.map { dataType($0) }, language: row.text(7))
      if row.text(3) != "p" { routine.returns = dataType(row.number(5)) }
      routine.returnsSet = row.flag(6)
      routine.volatility = ["i": "immutable", "s": "stable"][row.text(8)] ?? "volatile"
      routine.owner = row.text(9)
      if let text = row.optionalText(10),
        case .createFunction(let create) = statement(text, of: row.text(2))
      {
        routine.definition = create
        routine.parameters = create.parameters
      }
      catalog.add(routine)
    }
  }

  private static func kind(_ letter: String) -> RoutineKind {
    switch letter {
    case "p": .procedure
    case "a": .aggregate
    default: .function
    }
  }

  mutating func addTriggers() {
    for row in triggers.sorted(by: { $0.number(0) < $1.number(0) }) {
      guard let table = identity("pg_class", row.number(1)),
        let schema = relations.first(where: { $0.number(0) == row.number(1) })?.number(1),
        case .createTrigger(let create) = statement(row.text(5), of: row.text(2))
      else { continue }
      let states: [String: TriggerState] = ["D": .disabled, "A": .always, "R": .replica]
      catalog.add(
        Trigger(
          id: required("pg_trigger", row.number(0)), name: Identifier(row.text(2)),
          schema: required("pg_namespace", schema), table: table, definition: create,
          function: identity("pg_proc", row.number(3)), state: states[row.text(4)] ?? .enabled))
    }
  }

  mutating func addPolicies() {
    for row in policies.sorted(by: { $0.number(0) < $1.number(0) }) {
      guard let table = identity("pg_class", row.number(1)),
        let relation = relations.first(where: { $0.number(0) == row.number(1) })
      else { continue }
      let commands = ["r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE"]
      var text = "CREATE POLICY \(quoted(row.text(2))) ON \(quoted(relation.text(2)))"
      if !row.flag(4) { text += " AS RESTRICTIVE" }
      text += " FOR \(commands[row.text(3)] ?? "ALL")"
      let roles = row.words(5).map { $0 == "public" ? "PUBLIC" : quoted($0) }
      text += " TO \(roles.joined(separator: ", "))"
      if let using = row.optionalText(6) { text += " USING (\(using))" }
      if let check = row.optionalText(7) { text += " WITH CHECK (\(check))" }
      guard case .createPolicy(let create) = statement(text, of: row.text(2)) else { continue }
      catalog.add(
        Policy(
          id: required("pg_policy", row.number(0)), table: table, name: Identifier(row.text(2)),
          definition: create))
    }
  }

  private func quoted(_ name: String) -> String { Identifier(name).quoted(in: .postgresql) }

  mutating func addExtensions() {
    catalog.extensions = [:]
    for row in extensions {
      catalog.extensions[row.text(0)] = InstalledExtension(
        name: row.text(0), schema: identity("pg_namespace", row.number(1)))
    }
  }

  mutating func addComments() {
    for row in comments {
      guard let id = identity(row.text(0), row.number(1)) else { continue }
      let column = row.number(2) == 0 ? nil : row.number(2)
      catalog.comments[ObjectAddress(object: id, column: column)] = row.text(3)
    }
  }

  /// The server's own edges, between the objects that the catalog holds.
  mutating func addDependencies() {
    let kinds: [String: DependencyKind] = [
      "n": .normal, "a": .automatic, "i": .internal, "P": .automatic, "S": .automatic,
    ]
    for row in dependencies {
      guard let kind = kinds[row.text(6)],
        let dependent = address(row.text(0), row.number(1), row.number(2)),
        let referenced = address(row.text(3), row.number(4), row.number(5)),
        dependent.object != referenced.object
      else { continue }
      catalog.record(Dependency(dependent: dependent, referenced: referenced, kind: kind))
    }
  }

  private func address(_ name: String, _ number: Int, _ column: Int) -> ObjectAddress? {
    identity(name, number).map { ObjectAddress(object: $0, column: column == 0 ? nil : column) }
  }
}
