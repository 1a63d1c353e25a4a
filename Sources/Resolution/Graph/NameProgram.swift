import Migrations
import SQLSyntax

/// The effects of all files as instructions on numbered names.
///
/// References are settled as far as possible: what is missing is taken out and listed, and what
/// nobody can judge is left out.
struct NameProgram {
  /// A file, or what a split makes of one.
  struct Unit {
    var statements: Range<Int>
  }

  /// A statement of a unit.
  struct Statement {
    var unit: Int32
    /// Index within the unit.
    var position: Int32
    var operations: Range<Int>
    /// Where its conditions start in ``conditions``.
    var conditions: Range<Int>
  }

  var units: [Unit] = []
  var statements: [Statement] = []
  var operations: [NameOperation] = []
  var conditions: [NameCondition] = []
  /// Keys that references and conditions can mean, in runs.
  var pool: [Int32] = []
  /// Runs of condition indexes.
  var conditionPool: [Int32] = []
  /// Pairs of parts that go with a renamed relation: old key, new key.
  var renamedParts: [(old: Int32, new: Int32)] = []
  /// Keys of what is there before the first unit runs.
  var existing: [Int32] = []
  var names = NameTable()
  /// By key: whether it can exist at all.
  var isCreatable: [Bool] = []
  var missing: [MissingOperation] = []
  /// By relation: indexes and triggers that were created on it, names of their own.
  private(set) var containedKeys: [Int32: [Int32]] = [:]

  func contents(of key: Int32) -> [Int32] { containedKeys[key] ?? [] }

  mutating func noteContainment(of key: Int32, in container: Int32) {
    containedKeys[container, default: []].append(key)
  }

  var keyCount: Int { names.count }

  func unit(of operation: Int) -> Int { Int(statements[statement(of: operation)].unit) }

  func statement(of operation: Int) -> Int { Int(operations[operation].statement) }

  func keys(_ operation: NameOperation) -> ArraySlice<Int32> {
    pool[Int(operation.keys)..<Int(operation.keys) + Int(operation.keyCount)]
  }
}

/// One instruction.
struct NameOperation {
  enum Code: UInt8 {
    /// Fails where the name is taken.
    case create
    /// Does nothing where the name is taken.
    case createIfAbsent
    /// Takes the name, taken or not.
    case createAnyway
    /// Fails where none of the names is there.
    case require
    /// Never fails, but better comes after its creator.
    case prefer
    /// As require; the object looks different afterwards.
    case alter
    /// As alter where the object is there.
    case alterIfPresent
    /// As require; rows are read or changed.
    case data
    case drop
    case dropIfPresent
    case rename
    case renameIfPresent
  }

  var code: Code
  /// The name acted upon; of references, the first of ``keys``.
  var key: Int32
  /// A run of ``NameProgram/pool``.
  var keys: Int32 = 0
  var keyCount: Int32 = 0
  /// Of a rename: the new name.
  var target: Int32 = -1
  /// Of a rename: a run of ``NameProgram/renamedParts``.
  var parts: Range<Int32> = 0..<0
  /// Of a creation: the relation the object goes away with.
  var container: Int32 = -1
  /// Of a removal: whether whatever depends on the object goes, too.
  var isCascading = false
  /// How many operations to pass over when this one does nothing.
  var skipCount: Int32
  var statement: Int32
  /// Index in ``StatementEffects/effects``.
  var effect: Int32
  /// A run of ``NameProgram/conditionPool``, indexes of conditions within the statement.
  var conditions: Range<Int32> = 0..<0
}

/// A condition of a statement, on numbered names.
enum NameCondition {
  case present(Range<Int>)
  case absent(Range<Int>)
  case otherwise(Int)
  case unknown
  case handled(existing: Bool, missing: Bool)
}

/// A reference that nothing satisfies.
struct MissingOperation {
  var unit: Int
  var statement: Int
  var effect: Int
}
