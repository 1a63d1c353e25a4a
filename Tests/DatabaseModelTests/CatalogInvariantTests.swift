import DatabaseModel
import HashTreeCollections
import SQLParsing
import SQLSyntax
import Testing

@Suite struct `A catalog's invariants` {
  @Test func `hold for what statements make`() {
    #expect(Self.good.checkInvariants().isEmpty)
    #expect(Catalog.empty(dialect: .postgresql).checkInvariants().isEmpty)
  }

  @Test(arguments: Breakage.all)
  func `are seen when broken`(_ breakage: Breakage) {
    var catalog = Self.good
    breakage.body(&catalog)
    #expect(catalog.checkInvariants().contains(breakage.sentence), "\(catalog.checkInvariants())")
  }

  static let good: Catalog = {
    let sql = """
      CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c CHECK (c > 0));
      CREATE INDEX i ON t(b, c);
      CREATE VIEW v AS SELECT a FROM t;
      CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END;
      """
    var session = ModelSession(catalog: .empty(dialect: .sqlite))
    let script = SQLParser.parse(SourceText(name: "test.sql", text: sql), dialect: .sqlite)
    for statement in script.statements { session.execute(statement) }
    return session.catalog
  }()
}

/// One way to break a catalog, and the sentence that must come of it.
struct Breakage: Sendable, CustomTestStringConvertible {
  var sentence: String
  var body: @Sendable (inout Catalog) -> Void

  init(_ sentence: String, _ body: @escaping @Sendable (inout Catalog) -> Void) {
    self.sentence = sentence
    self.body = body
  }

  var testDescription: String { sentence }

  static func id(_ name: String, _ catalog: Catalog) -> ObjectID {
    let main = catalog.schemaNames["main"] ?? ObjectID(rawValue: 0)
    return catalog.relationNames[NameKey(schema: main, name: name)] ?? ObjectID(rawValue: 0)
  }

  static let all: [Breakage] = [
    Breakage("The schema name main leads to another schema or to none.") {
      $0.schemaNames["main"] = ObjectID(rawValue: 99)
    },
    Breakage("The schema main is not found by its name.") { $0.schemaNames["main"] = nil },
    Breakage("The relation name t leads to another relation or to none.") {
      $0.relations[id("t", $0)] = nil
    },
    Breakage("The relation t is not found by its name.") {
      $0.relationNames[NameKey(schema: ObjectID(rawValue: 1), name: "t")] = nil
    },
    Breakage("Object 3 has an identity not given yet.") { $0.nextID = ObjectID(rawValue: 3) },
    Breakage("Index i is not listed with its table.") { $0.parts[id("t", $0)]?.indexes = [] },
    Breakage("Trigger r is not listed with its table.") { $0.parts[id("t", $0)]?.triggers = [] },
    Breakage("Object 3 lists a constraint twice.") {
      let first = $0.parts[id("t", $0)]?.constraints.first
      $0.parts[id("t", $0)]?.constraints += [first].compactMap { $0 }
    },
    Breakage("Object 3 lists trigger 77, not its own.") {
      $0.parts[id("t", $0)]?.triggers.append(ObjectID(rawValue: 77))
    },
    Breakage("Index i is on a table that is not there.") { $0.relations[id("t", $0)] = nil },
    Breakage("Index i has a key of column 9, out of range.") {
      let index = id("i", $0)
      guard case .index(var found) = $0.relations[index] else { return }
      found.keys[0].column = 9
      $0.relations[index] = .index(found)
    },
    Breakage("v is in a schema that is not there.") {
      let view = id("v", $0)
      guard case .view(var found) = $0.relations[view] else { return }
      found.schema = ObjectID(rawValue: 88)
      $0.relations[view] = .view(found)
    },
    Breakage("Table t has two columns of one name.") {
      let table = id("t", $0)
      guard case .table(var found) = $0.relations[table] else { return }
      found.columns[1].name = "A"
      $0.relations[table] = .table(found)
    },
    Breakage("Table t has its rowid in a column that is not there.") {
      let table = id("t", $0)
      guard case .table(var found) = $0.relations[table] else { return }
      found.rowIDColumn = 12
      $0.relations[table] = .table(found)
    },
    Breakage("Object 3 misses a dependent.") {
      let address = ObjectAddress(object: ObjectID(rawValue: 3))
      let edge = Dependency(dependent: address, referenced: address, kind: .normal)
      $0.dependencies[ObjectID(rawValue: 3)] = [edge]
    },
    Breakage("Object 3 misses a dependency.") {
      let address = ObjectAddress(object: ObjectID(rawValue: 3))
      let edge = Dependency(dependent: address, referenced: address, kind: .normal)
      $0.dependents[ObjectID(rawValue: 3)] = [edge]
    },
    Breakage("A comment is about object 500, which is not there.") {
      $0.comments[ObjectAddress(object: ObjectID(rawValue: 500))] = "x"
    },
    Breakage("The routine name f leads to another routine or to none.") {
      $0.routineNames[NameKey(schema: ObjectID(rawValue: 1), name: "f")] = [ObjectID(rawValue: 4)]
    },
    Breakage("The type name e leads to another type or to none.") {
      $0.typeNames[NameKey(schema: ObjectID(rawValue: 1), name: "e")] = ObjectID(rawValue: 4)
    },
  ]
}
