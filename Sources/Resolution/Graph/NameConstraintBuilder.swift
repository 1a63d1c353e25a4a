/// Derives from the history of each name what must come before what.
struct NameConstraintBuilder {
  private let program: NameProgram
  private let visits: [KeyVisit]
  /// Indexes of visits by key, in filename order; where each key's start.
  private var starts: [Int]
  private var byKey: [Int]
  private let isExisting: [Bool]
  private var constraints = NameConstraints()

  init(_ program: NameProgram, _ collector: KeyVisitCollector) {
    self.program = program
    visits = collector.visits
    var existing = Array(repeating: false, count: program.keyCount)
    for key in program.existing { existing[Int(key)] = true }
    isExisting = existing
    starts = Array(repeating: 0, count: program.keyCount + 1)
    for visit in visits { starts[Int(visit.key) + 1] += 1 }
    for key in 0..<program.keyCount { starts[key + 1] += starts[key] }
    byKey = Array(repeating: 0, count: visits.count)
    var next = starts
    for (index, visit) in visits.enumerated() {
      byKey[next[Int(visit.key)]] = index
      next[Int(visit.key)] += 1
    }
  }

  /// - Complexity: Linear in visits and references.
  static func constraints(of program: NameProgram) -> NameConstraints {
    let collector = KeyVisitCollector(program)
    var builder = NameConstraintBuilder(program, collector)
    for key in 0..<Int32(program.keyCount) { builder.add(history(of: key, builder)) }
    for reference in collector.openReferences { builder.addChoice(reference) }
    return builder.constraints
  }

  private static func history(of key: Int32, _ builder: NameConstraintBuilder) -> KeyHistory {
    let run = builder.byKey[builder.starts[Int(key)]..<builder.starts[Int(key) + 1]]
    return KeyHistory(
      key: key, isExisting: builder.isExisting[Int(key)], visits: run.map { builder.visits[$0] })
  }

  // MARK: One name

  private mutating func add(_ history: KeyHistory) {
    guard !history.visits.isEmpty else { return }
    noteMisplaced(history)
    addTouches(history)
    if history.isContested {
      constraints.contested.formUnion(history.visits.map { Int($0.unit) })
    }
    if history.hasRemovers {
      addLifetimes(history)
    } else if !history.isExisting {
      addCreation(history)
    }
  }

  private mutating func noteMisplaced(_ history: KeyHistory) {
    let creators = history.visits.filter { $0.provides || $0.isDormant || $0.early >= 0 }
    guard !history.isExisting, creators.count == 1, let visit = creators.first, visit.early >= 0
    else { return }
    constraints.misplaced.append(
      NameEdge(
        from: visit.unit, to: visit.unit, fromOperation: visit.write, toOperation: visit.early,
        key: history.key, kind: .use))
  }

  /// What alters or reads one object keeps its order where it can.
  private mutating func addTouches(_ history: KeyHistory) {
    var last: KeyVisit?
    for visit in history.visits where visit.touch >= 0 {
      if let last {
        let isData = program.operations[Int(visit.touch)].code == .data
        constraints.add(
          NameEdge(
            from: last.unit, to: visit.unit, fromOperation: last.touch, toOperation: visit.touch,
            key: history.key, kind: isData ? .data : .alteration, isPreference: true),
          isSuggested: true)
      }
      last = visit
    }
  }

  /// A name that is created and never goes away.
  private mutating func addCreation(_ history: KeyHistory) {
    var providers = history.visits.filter(\.provides)
    if providers.isEmpty { providers = history.visits.filter(\.isDormant) }
    // Only one may insist that the name be free; it comes first.
    if let plain = providers.first(where: { $0.entry == .absent }) {
      for other in providers where other.unit != plain.unit {
        add(plain, plain.write, other, other.write, .firstCreation, history)
      }
      for user in history.users + history.preferringUsers {
        add(plain, plain.write, user, user.first, .use, history)
      }
      addDormantOrder(history, after: plain)
      return
    }
    let count = history.visits.count { $0.provides || $0.isDormant }
    if count == 1, let only = providers.first {
      if only.isPassedOver, !history.users.isEmpty { addFirstCreation(of: only, history) }
      for user in history.users + history.preferringUsers {
        add(only, only.createOperation, user, user.first, .use, history)
      }
    } else if count > 1 {
      addChoice(history)
    }
  }

  /// What would have created the name, had it come first, comes after what insists on it.
  private mutating func addDormantOrder(_ history: KeyHistory, after plain: KeyVisit) {
    for visit in history.visits where visit.isDormant && visit.unit != plain.unit {
      add(plain, plain.write, visit, visit.first, .firstCreation, history)
    }
  }

  private mutating func addChoice(_ history: KeyHistory) {
    let all = history.visits.filter { $0.provides || $0.isDormant }
    var providers = all.filter { !$0.isPassedOver }
    if providers.isEmpty {
      providers = Array(all.prefix(1))
      if !history.users.isEmpty { addFirstCreation(of: providers[0], history) }
    }
    constraints.choices.append(
      ProviderChoice(
        providers: providers.map { ($0.unit, $0.createOperation) },
        users: history.users.map { ($0.unit, $0.first) }, key: history.key))
    for user in history.preferringUsers {
      guard let first = providers.first else { continue }
      add(first, first.createOperation, user, user.first, .use, history)
    }
  }

  /// A part counts only if the file that lists it is the first to create the whole.
  private mutating func addFirstCreation(of part: KeyVisit, _ history: KeyHistory) {
    guard let whole = program.names.objects[Int(history.key)].whole,
      let key = program.names.number(of: whole)
    else { return }
    let creators = Self.history(of: key, self).visits.filter { $0.provides || $0.isDormant }
    for other in creators where other.unit != part.unit {
      constraints.add(
        NameEdge(
          from: part.unit, to: other.unit, fromOperation: part.first,
          toOperation: other.createOperation, key: key, kind: .firstCreation),
        isSuggested: true)
    }
  }

  private mutating func add(
    _ from: KeyVisit, _ fromOperation: Int32, _ to: KeyVisit, _ toOperation: Int32,
    _ kind: NameEdge.Kind, _ history: KeyHistory
  ) {
    constraints.add(
      NameEdge(
        from: from.unit, to: to.unit, fromOperation: fromOperation, toOperation: toOperation,
        key: history.key, kind: kind, isPreference: to.isPreference),
      isSuggested: history.isContested || to.isPreference)
  }

  // MARK: Names that come and go

  private mutating func addLifetimes(_ history: KeyHistory) {
    let sequence = history.sequence()
    for (one, next) in zip(sequence, sequence.dropFirst()) {
      let kind: NameEdge.Kind = one.exit == .absent ? .nameReuse : .dropAfterUse
      add(one, one.changeOperation, next, next.changeOperation, kind, history)
    }
    let lifetimes = Lifetimes(sequence, isExisting: history.isExisting)
    for user in history.users + history.preferringUsers {
      guard let life = lifetimes.lifetime(around: user.unit) else { continue }
      if let begin = life.begin {
        add(begin, begin.changeOperation, user, user.first, .use, history)
      }
      if let end = life.end {
        let last = user.touch >= 0 ? user.touch : user.first
        add(user, last, end, end.changeOperation, .dropAfterUse, history)
      }
    }
  }

  // MARK: References to one of several names

  private mutating func addChoice(_ reference: (unit: Int, operation: Int)) {
    let operation = program.operations[reference.operation]
    var providers: [(unit: Int32, operation: Int32)] = []
    for key in program.keys(operation) {
      if isExisting[Int(key)] { return }
      for visit in Self.history(of: key, self).visits where visit.provides || visit.isDormant {
        // The file itself creates one of them first.
        if visit.unit == Int32(reference.unit), visit.createOperation < Int32(reference.operation) {
          return
        }
        providers.append((visit.unit, visit.createOperation))
      }
    }
    providers.sort { ($0.unit, $0.operation) < ($1.unit, $1.operation) }
    constraints.contested.formUnion(providers.map { Int($0.unit) })
    constraints.contested.insert(reference.unit)
    constraints.choices.append(
      ProviderChoice(
        providers: providers, users: [(Int32(reference.unit), Int32(reference.operation))],
        key: operation.key))
  }
}

extension KeyVisit {
  /// The operation that creates, also where it found nothing to do.
  var createOperation: Int32 { write >= 0 ? write : first }
  var changeOperation: Int32 { write >= 0 ? write : first }
}
