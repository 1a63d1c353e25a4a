import DatabaseModel
import Engines
import HashTreeCollections
import MigrationGenerators
import PropertyTesting
import SQLSyntax
import SQLiteDriver
import Testing

/// 1,000 drawn schemas: what is read back is the model, and printed it builds the same again.
@Suite struct `SQLite's catalog, read back` {
  @Test func `is the model's, and printed it is the same again`() throws {
    let schemas = Generator.schema(.sqlite)
    let printer = SQLPrinter(dialect: .sqlite)
    var differences: [String] = []
    var statements = 0
    var refused = 0
    for iteration in 0..<1_000 {
      let drawn = try schemas.sample(seed: CampaignSettings.seed, iteration: iteration)
      let model = CatalogSession(.empty(dialect: .sqlite))
      let engine = try SQLiteSession()
      for statement in drawn {
        statements += 1
        // What no row refuses, the model foretold.
        if engine.run(printer.print(statement)).failure == nil {
          _ = model.run(statement)
        } else {
          refused += 1
        }
      }
      let read = try engine.readCatalog()
      let second = try SQLiteSession()
      for text in definitions(of: read, printer) { try second.execute(text) }
      let first = CatalogDifference(from: try model.readCatalog(), to: read)
      let again = CatalogDifference(from: read, to: try second.readCatalog())
      for difference in [first, again] where !difference.isEmpty {
        differences.append("\(drawn.map { printer.print($0) })\n\(difference)")
      }
    }
    print("1,000 schemas of \(statements) statements, \(refused) refused by SQLite")
    #expect(differences.isEmpty, "\(differences.prefix(3).joined(separator: "\n"))")
    #expect(refused * 50 < statements)
  }

  /// Every object's statement, in the order in which the objects were made.
  private func definitions(of catalog: Catalog, _ printer: SQLPrinter) -> [String] {
    var found: [(ObjectID, StatementKind)] = []
    for relation in catalog.relations.values {
      switch relation {
      case .table(let table):
        if let definition = table.definition, !table.name.text.hasPrefix("sqlite_") {
          found.append((table.id, .createTable(definition)))
        }
      case .view(let view):
        if let definition = view.definition { found.append((view.id, .createView(definition))) }
      case .index(let index):
        if let definition = index.definition { found.append((index.id, .createIndex(definition))) }
      default: break
      }
    }
    for trigger in catalog.triggers.values {
      found.append((trigger.id, .createTrigger(trigger.definition)))
    }
    return found.sorted { $0.0 < $1.0 }.map { printer.print(Statement(kind: $0.1)) }
  }
}
