import SQLSyntax

/// A database reduced to the names in it: runs units one after the other and says which operation
/// an engine would refuse.
struct NameMachine {
  private let program: NameProgram
  private var isLive: [Bool]
  /// By key: the relation it goes away with, or -1.
  private var container: [Int32]
  /// By key: the last operation that made it appear or disappear, or -1.
  private(set) var lastWriter: [Int32]
  /// Relations that get each other's names share a number, under which ``contents`` lists what
  /// can go away with them.
  private let family: [Int32]
  private let contents: [Int32: [Int32]]
  private var journal: [Change] = []
  /// Relations that lost a column, and with it whatever was built on the column.
  private var shrunken: Set<Int32> = []
  /// Whether something was dropped with all that depends on it; what that was, names do not tell.
  private var hasCascaded = false
  /// Whether refusals are passed over, to see what would happen in spite of them.
  private let isForgiving: Bool

  private struct Change {
    var key: Int32
    var wasLive: Bool
    var container: Int32
    var writer: Int32
  }

  /// An operation that the engine would refuse, and why.
  struct Refusal: Equatable {
    enum Reason { case taken, absent }
    var operation: Int
    var reason: Reason
    /// The operation that made it so; `nil` where it was so from the start.
    var cause: Int?
  }

  init(_ program: NameProgram, isForgiving: Bool = false) {
    self.program = program
    self.isForgiving = isForgiving
    isLive = Array(repeating: false, count: program.keyCount)
    container = Array(repeating: -1, count: program.keyCount)
    lastWriter = Array(repeating: -1, count: program.keyCount)
    for key in program.existing { isLive[Int(key)] = true }
    (family, contents) = NameMachine.families(of: program)
  }

  private static func families(of program: NameProgram) -> ([Int32], [Int32: [Int32]]) {
    var sets = DisjointSets(count: program.keyCount)
    for operation in program.operations where operation.target >= 0 {
      sets.unite(operation.key, operation.target)
    }
    let family = (0..<Int32(program.keyCount)).map { sets.root(of: $0) }
    var contents: [Int32: [Int32]] = [:]
    for operation in program.operations where operation.container >= 0 {
      contents[family[Int(operation.container)], default: []].append(operation.key)
    }
    return (family, contents)
  }

  /// Runs units in an order; gives the first refusal.
  mutating func run(_ order: [Int]) -> Refusal? {
    for unit in order {
      if let refusal = run(unit) { return refusal }
    }
    return nil
  }

  /// Runs a unit; `observe` hears of each operation that takes effect.
  mutating func run(_ unit: Int, observe: (Int) -> Void = { _ in }) -> Refusal? {
    for statement in program.units[unit].statements {
      if let refusal = runStatement(statement, observe) { return refusal }
    }
    journal.removeAll(keepingCapacity: true)
    return nil
  }

  private mutating func runStatement(_ number: Int, _ observe: (Int) -> Void) -> Refusal? {
    let statement = program.statements[number]
    var conditions = Conditions(count: statement.conditions.count)
    var index = statement.operations.lowerBound
    while index < statement.operations.upperBound {
      let operation = program.operations[index]
      guard hold(operation.conditions, of: statement, &conditions) else {
        index += 1
        continue
      }
      switch execute(operation, index) {
      case .done:
        observe(index)
        index += 1
      case .nothingToDo: index += 1 + Int(operation.skipCount)
      case .refused(let reason):
        if !handle(reason, operation.conditions, of: statement, &conditions) {
          guard isForgiving else { return refusal(of: index, reason) }
          observe(index)
        }
        index += 1
      }
    }
    return nil
  }

  private func refusal(of index: Int, _ reason: Refusal.Reason) -> Refusal {
    let operation = program.operations[index]
    let key = operation.target >= 0 && reason == .taken ? operation.target : operation.key
    let writer = lastWriter[Int(key)]
    return Refusal(operation: index, reason: reason, cause: writer < 0 ? nil : Int(writer))
  }

  // MARK: Operations

  private enum Outcome {
    case done
    case nothingToDo
    case refused(Refusal.Reason)
  }

  private mutating func execute(_ operation: NameOperation, _ index: Int) -> Outcome {
    switch operation.code {
    case .create:
      let isTaken = isLive[Int(operation.key)]
      if isTaken, !mayBeGone(operation) { return .refused(.taken) }
      appear(operation, index)
    case .createIfAbsent:
      if isLive[Int(operation.key)] { return .nothingToDo }
      appear(operation, index)
    case .createAnyway: appear(operation, index)
    case .require, .alter, .data: return liveKey(operation) == nil ? .refused(.absent) : .done
    case .alterIfPresent: return liveKey(operation) == nil ? .nothingToDo : .done
    case .prefer: return .done
    case .drop, .dropIfPresent:
      guard let key = liveKey(operation) else {
        return operation.code == .drop ? .refused(.absent) : .done
      }
      disappear(key, index)
      hasCascaded = hasCascaded || operation.isCascading
    case .rename, .renameIfPresent: return rename(operation, index)
    }
    return .done
  }

  /// Whether the name may have gone along with something else.
  private func mayBeGone(_ operation: NameOperation) -> Bool {
    hasCascaded || shrunken.contains(operation.container)
  }

  private func liveKey(_ operation: NameOperation) -> Int32? {
    if isLive[Int(operation.key)] { return operation.key }
    return program.keys(operation).first { isLive[Int($0)] }
  }

  private mutating func rename(_ operation: NameOperation, _ index: Int) -> Outcome {
    guard isLive[Int(operation.key)] else {
      return operation.code == .rename ? .refused(.absent) : .done
    }
    if isLive[Int(operation.target)] { return .refused(.taken) }
    for pair in program.renamedParts[
      Int(operation.parts.lowerBound)..<Int(operation.parts.upperBound)]
    {
      let wasLive = isLive[Int(pair.old)]
      set(pair.old, live: false, index)
      set(pair.new, live: wasLive, index)
    }
    for content in contents[family[Int(operation.key)]] ?? []
    where container[Int(content)] == operation.key {
      note(content)
      container[Int(content)] = operation.target
    }
    let outer = container[Int(operation.key)]
    set(operation.key, live: false, index)
    set(operation.target, live: true, index)
    container[Int(operation.target)] = outer
    return .done
  }

  private mutating func appear(_ operation: NameOperation, _ index: Int) {
    set(operation.key, live: true, index)
    container[Int(operation.key)] = operation.container
  }

  private mutating func disappear(_ key: Int32, _ index: Int) {
    set(key, live: false, index)
    let object = program.names.objects[Int(key)]
    if object.namespace == .column, let table = object.whole.flatMap(program.names.number(of:)) {
      shrunken.insert(table)
    }
    for part in program.names.parts[Int(key)] { set(part, live: false, index) }
    for content in contents[family[Int(key)]] ?? [] where container[Int(content)] == key {
      set(content, live: false, index)
    }
  }

  private mutating func set(_ key: Int32, live: Bool, _ index: Int) {
    guard isLive[Int(key)] != live else { return }
    note(key)
    isLive[Int(key)] = live
    lastWriter[Int(key)] = Int32(index)
  }

  private mutating func note(_ key: Int32) {
    journal.append(
      Change(
        key: key, wasLive: isLive[Int(key)], container: container[Int(key)],
        writer: lastWriter[Int(key)]))
  }
}

// MARK: Conditions

extension NameMachine {
  /// What is decided of a statement's conditions so far.
  fileprivate struct Conditions {
    var results: [Bool?]
    /// Where the journal stood when a block with a handler began.
    var marks: [Int]

    init(count: Int) {
      results = Array(repeating: nil, count: count)
      marks = Array(repeating: 0, count: count)
    }
  }

  private func hold(
    _ run: Range<Int32>, of statement: NameProgram.Statement, _ conditions: inout Conditions
  ) -> Bool {
    for position in run {
      let index = Int(program.conditionPool[Int(position)])
      if !holds(index, of: statement, &conditions) { return false }
    }
    return true
  }

  private func holds(
    _ index: Int, of statement: NameProgram.Statement, _ conditions: inout Conditions
  ) -> Bool {
    if let result = conditions.results[index] { return result }
    let result: Bool
    switch program.conditions[statement.conditions.lowerBound + index] {
    case .present(let keys): result = program.pool[keys].contains { isLive[Int($0)] }
    case .absent(let keys): result = !program.pool[keys].contains { isLive[Int($0)] }
    case .otherwise(let other):
      let isUnknown =
        if case .unknown = program.conditions[statement.conditions.lowerBound + other] { true } else
        { false }
      result = isUnknown || !holds(other, of: statement, &conditions)
    case .unknown: result = true
    case .handled:
      conditions.marks[index] = journal.count
      result = true
    }
    conditions.results[index] = result
    return result
  }

  /// Ends the innermost block whose handler catches a refusal; answers whether there is one.
  private mutating func handle(
    _ reason: Refusal.Reason, _ run: Range<Int32>, of statement: NameProgram.Statement,
    _ conditions: inout Conditions
  ) -> Bool {
    for position in run.reversed() {
      let index = Int(program.conditionPool[Int(position)])
      guard
        case .handled(let existing, let missing) =
          program.conditions[statement.conditions.lowerBound + index]
      else { continue }
      guard reason == .taken ? existing : missing else { continue }
      conditions.results[index] = false
      undo(to: conditions.marks[index])
      return true
    }
    return false
  }

  private mutating func undo(to mark: Int) {
    while journal.count > mark, let change = journal.popLast() {
      isLive[Int(change.key)] = change.wasLive
      container[Int(change.key)] = change.container
      lastWriter[Int(change.key)] = change.writer
    }
  }
}
