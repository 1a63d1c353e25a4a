/// What a unit as a whole does to one name.
struct KeyVisit {
  enum State: UInt8 {
    /// Nothing is said about it.
    case any
    case absent
    case present
  }

  var key: Int32
  var unit: Int32
  /// What must hold when the unit starts.
  var entry: State
  /// What holds when it has run.
  var exit: State
  /// The operation that demands ``entry``.
  var first: Int32
  /// The operation that brings about ``exit``; -1 where nothing changes.
  var write: Int32 = -1
  /// The first operation that alters the object, reads its rows or changes them; -1 if none.
  var touch: Int32 = -1
  /// A use that stands before the creation in the same unit; -1 if none.
  var early: Int32 = -1
  /// Whether it might create the object if nobody else had.
  var isDormant = false
  /// Of a dormant one: whether it was passed over because what it belongs to was there already.
  var isPassedOver = false
  /// Whether it happens only under conditions.
  var isConditional = false
  /// Whether it only prefers the object to be there.
  var isPreference = false
  /// Whether the object went only because what it belongs to went.
  var isImplied = false

  var provides: Bool { exit == .present && entry != .present }
  var removes: Bool { exit == .absent && entry != .absent }
  var uses: Bool { entry == .present && exit == .present && !isPreference }
}

/// Gathers the visits of every unit to every name.
struct KeyVisitCollector {
  private let program: NameProgram
  private(set) var visits: [KeyVisit] = []
  /// By key: its latest visit, or -1.
  private var latest: [Int]
  /// References that several names can satisfy: unit and operation.
  private(set) var openReferences: [(unit: Int, operation: Int)] = []
  private var unit = 0

  /// Runs all units in filename order, as if nothing were refused, and notes what happens.
  ///
  /// - Complexity: O(operations), and for each dropped relation its parts.
  init(_ program: NameProgram) {
    self.program = program
    latest = Array(repeating: -1, count: program.keyCount)
    var machine = NameMachine(program, isForgiving: true)
    var happened = Array(repeating: false, count: program.operations.count)
    for unit in program.units.indices {
      self.unit = unit
      _ = machine.run(unit) { happened[$0] = true }
      for statement in program.units[unit].statements {
        noteGuards(of: program.statements[statement])
        for index in program.statements[statement].operations { note(index, happened[index]) }
      }
    }
  }

  /// What a statement asks for decides what it does, so its order to that matters.
  private mutating func noteGuards(of statement: NameProgram.Statement) {
    for condition in program.conditions[statement.conditions] {
      switch condition {
      case .present(let keys), .absent(let keys):
        for key in program.pool[keys] { noteCondition(on: key, statement.operations.lowerBound) }
      default: break
      }
    }
  }

  private mutating func noteCondition(on key: Int32, _ index: Int) {
    visits[visit(key, index)].isConditional = true
  }

  private mutating func note(_ index: Int, _ happened: Bool) {
    let operation = program.operations[index]
    let isConditional = !operation.conditions.isEmpty
    if !happened {
      if operation.code == .createIfAbsent || operation.code == .create {
        let position = visit(operation.key, index)
        if visits[position].exit == .any {
          visits[position].isDormant = true
          visits[position].isPassedOver = operation.code == .create && !isConditional
        }
      }
      noteCondition(on: operation.key, index)
      return
    }
    switch operation.code {
    case .create: create(operation.key, index, isPlain: !isConditional)
    case .createIfAbsent, .createAnyway: create(operation.key, index, isPlain: false)
    case .require: require(operation, index)
    case .alter, .alterIfPresent, .data:
      require(operation, index)
      let position = visit(operation.key, index)
      if visits[position].touch < 0 { visits[position].touch = Int32(index) }
    case .prefer: prefer(operation, index)
    case .drop: remove(operation.key, index, isPlain: !isConditional, throughout: true)
    case .dropIfPresent: remove(operation.key, index, isPlain: false, throughout: true)
    case .rename, .renameIfPresent: rename(operation, index)
    }
    if isConditional { noteCondition(on: operation.key, index) }
  }

  /// The visit of the current unit to a key, made if there is none.
  private mutating func visit(_ key: Int32, _ index: Int) -> Int {
    let last = latest[Int(key)]
    if last >= 0, visits[last].unit == Int32(unit) { return last }
    latest[Int(key)] = visits.count
    visits.append(
      KeyVisit(key: key, unit: Int32(unit), entry: .any, exit: .any, first: Int32(index)))
    return visits.count - 1
  }

  private mutating func create(_ key: Int32, _ index: Int, isPlain: Bool) {
    let position = visit(key, index)
    var visit = visits[position]
    if visit.exit == .any, visit.entry == .any, isPlain {
      visit.entry = .absent
      visit.first = Int32(index)
    } else if visit.entry == .present, visit.exit == .present, visit.write < 0, isPlain {
      visit.early = visit.first
    }
    if visit.exit != .present || visit.write < 0 { visit.write = Int32(index) }
    visit.exit = .present
    visit.isDormant = false
    visit.isPreference = false
    visits[position] = visit
  }

  private mutating func require(_ operation: NameOperation, _ index: Int) {
    if operation.code == .alterIfPresent { return }
    if operation.keyCount > 1 {
      openReferences.append((unit, index))
      return
    }
    let position = visit(operation.key, index)
    if visits[position].exit == .any || visits[position].isPreference {
      visits[position].entry = .present
      visits[position].exit = .present
      visits[position].first = Int32(index)
      visits[position].isPreference = false
    }
  }

  private mutating func prefer(_ operation: NameOperation, _ index: Int) {
    guard operation.keyCount == 1 else { return }
    let position = visit(operation.key, index)
    guard visits[position].exit == .any else { return }
    visits[position].entry = .present
    visits[position].exit = .present
    visits[position].isPreference = true
  }

  private mutating func remove(
    _ key: Int32, _ index: Int, isPlain: Bool, isImplied: Bool = false, throughout: Bool = false
  ) {
    let position = visit(key, index)
    var visit = visits[position]
    if visit.exit == .any, isPlain {
      visit.entry = .present
      visit.first = Int32(index)
    }
    visit.exit = .absent
    visit.write = Int32(index)
    visit.isImplied = isImplied
    visits[position] = visit
    guard throughout else { return }
    for part in program.names.parts[Int(key)] where latest[Int(part)] >= 0 {
      remove(part, index, isPlain: false, isImplied: true)
    }
    for content in program.contents(of: key) where latest[Int(content)] >= 0 {
      remove(content, index, isPlain: false, isImplied: true)
    }
  }

  private mutating func rename(_ operation: NameOperation, _ index: Int) {
    let isPlain = operation.code == .rename && operation.conditions.isEmpty
    remove(operation.key, index, isPlain: isPlain)
    create(operation.target, index, isPlain: isPlain)
    let parts = Int(operation.parts.lowerBound)..<Int(operation.parts.upperBound)
    for pair in program.renamedParts[parts] {
      if latest[Int(pair.old)] >= 0 {
        remove(pair.old, index, isPlain: false, isImplied: true)
      }
      create(pair.new, index, isPlain: false)
    }
  }
}
