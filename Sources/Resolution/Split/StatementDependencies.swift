/// Which statements of one unit need earlier ones of the same unit.
struct StatementDependencies {
  /// By the earlier statement's position: what needs it, or must not overtake it.
  private(set) var edges: [(from: Int32, to: Int32)] = []
  private var creator: [Int32: Int32] = [:]
  private var users: [Int32: [Int32]] = [:]
  private var touch: [Int32: Int32] = [:]
  private let keepsTouches: Bool

  /// With `keepsTouches`, statements that alter one object or work on the rows of one table stay in
  /// their order.
  init(_ program: NameProgram, unit: Int, keepsTouches: Bool) {
    self.keepsTouches = keepsTouches
    for (position, statement) in program.units[unit].statements.enumerated() {
      for index in program.statements[statement].operations {
        add(program.operations[index], Int32(position), program)
      }
    }
  }

  private mutating func add(
    _ operation: NameOperation, _ position: Int32, _ program: NameProgram
  ) {
    let key = operation.key
    switch operation.code {
    case .create, .createIfAbsent, .createAnyway:
      create(key, position)
      if operation.container >= 0 { use(operation.container, position) }
    case .require, .prefer: for key in program.keys(operation) { use(key, position) }
    case .alter, .alterIfPresent, .data:
      for key in program.keys(operation) { use(key, position) }
      if keepsTouches {
        connect(touch[key], position)
        touch[key] = position
      }
    case .drop, .dropIfPresent: remove(key, position)
    case .rename, .renameIfPresent:
      remove(key, position)
      create(operation.target, position)
    }
  }

  private mutating func create(_ key: Int32, _ position: Int32) {
    connect(creator[key], position)
    creator[key] = position
  }

  private mutating func use(_ key: Int32, _ position: Int32) {
    connect(creator[key], position)
    users[key, default: []].append(position)
  }

  /// What removes a name counts as its last creator: a later creation comes after it.
  private mutating func remove(_ key: Int32, _ position: Int32) {
    for user in users[key] ?? [] { connect(user, position) }
    create(key, position)
    users[key] = nil
  }

  private mutating func connect(_ from: Int32?, _ to: Int32) {
    guard let from, from != to else { return }
    edges.append((from, to))
  }

  /// The seeds and everything that needs them, ascending.
  func closure(of seeds: Set<Int>) -> Set<Int> {
    var closure = seeds
    // Edges go forward, so one pass in order is enough.
    for edge in edges.sorted(by: { $0.from < $1.from }) where closure.contains(Int(edge.from)) {
      closure.insert(Int(edge.to))
    }
    return closure
  }
}
