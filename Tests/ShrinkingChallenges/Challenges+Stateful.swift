import PropertyTesting

extension Challenges {
  /// Programs, drawn as a count and a loop, printed as what ran.
  private static func program<Command>(
    _ name: String, normalForm: String, floor: Double = 1,
    _ command: @escaping @Sendable (ChoiceSource) throws -> Command,
    _ run: @escaping @Sendable ([Command]) -> (log: [String], holds: Bool)
  ) -> Challenge {
    Challenge(
      name, normalForm: normalForm, floor: floor,
      Generator { source in try source.array(count: 0...50, of: command) },
      show: { run($0).log.joined(separator: "; ") }
    ) { commands in run(commands).holds }
  }

  private enum StoreCommand: Sendable {
    case put(Int, Int)
    case get(Int)
    case snapshot
    case read(Int, Int)
    case release(Int)
    case compact
  }

  private static func storeCommand(_ source: ChoiceSource) throws -> StoreCommand {
    switch try source.branch(6) {
    case 0: .put(try source.integer(in: 0...9), try source.integer(in: 0...9))
    case 1: .get(try source.integer(in: 0...9))
    case 2: .snapshot
    case 3: .read(try source.integer(in: 0...7), try source.integer(in: 0...9))
    case 4: .release(try source.integer(in: 0...7))
    default: .compact
    }
  }

  /// A store with snapshots, whose compaction keeps history back to the newest of them only.
  private struct Store {
    private struct Snapshot {
      let number: Int
      let clock: Int
    }
    private var clock = 0
    private var versions: [Int: [(clock: Int, value: Int)]] = [:]
    private var truth: [(key: Int, value: Int)] = []
    private var snapshots: [Snapshot] = []
    private var made = 0
    private(set) var log: [String] = []

    private func expected(_ key: Int, at clock: Int) -> Int? {
      truth.prefix(clock).last { $0.key == key }?.value
    }

    /// - Returns: Whether the answer was right.
    mutating func run(_ command: StoreCommand) -> Bool {
      switch command {
      case .put(let key, let value):
        log.append("put(\(key), \(value))")
        clock += 1
        versions[key, default: []].append((clock, value))
        truth.append((key, value))
      case .get(let key):
        log.append("get(\(key))")
        return versions[key]?.last?.value == expected(key, at: clock)
      case .snapshot:
        log.append("s\(made) = snapshot()")
        snapshots.append(Snapshot(number: made, clock: clock))
        made += 1
      case .read(let place, let key): return read(place, key)
      case .release(let place): release(place)
      case .compact: compact()
      }
      return true
    }

    /// The place counts from the newest snapshot back.
    private func live(_ place: Int) -> Int? {
      snapshots.isEmpty ? nil : snapshots.count - 1 - place % snapshots.count
    }

    private mutating func read(_ place: Int, _ key: Int) -> Bool {
      guard let place = live(place) else {
        log.append("skip")
        return true
      }
      let snapshot = snapshots[place]
      log.append("read(s\(snapshot.number), \(key))")
      let found = versions[key]?.last { $0.clock <= snapshot.clock }?.value
      return found == expected(key, at: snapshot.clock)
    }

    private mutating func release(_ place: Int) {
      guard let place = live(place) else {
        log.append("skip")
        return
      }
      log.append("release(s\(snapshots.remove(at: place).number))")
    }

    private mutating func compact() {
      log.append("compact()")
      let horizon = snapshots.map(\.clock).max() ?? clock
      for (key, history) in versions {
        guard let floor = history.lastIndex(where: { $0.clock <= horizon }) else { continue }
        versions[key] = Array(history[floor...])
      }
    }
  }

  static let snapshotStore = program(
    "snapshot_store",
    normalForm: "put(0, 0); s0 = snapshot(); put(0, 0); s1 = snapshot(); compact(); read(s0, 0)",
    floor: 0.95, storeCommand
  ) { commands in
    var store = Store()
    for command in commands where !store.run(command) { return (store.log, false) }
    return (store.log, true)
  }

  /// A table of a hundred slots that forgets which key a slot belongs to.
  static let hashCollision = program(
    "hash_collision", normalForm: "put(0, 0); put(100, 1)",
    { source in [try source.integer(in: 0...9999), try source.integer(in: 0...9)] },
    { commands in
      var slots: [Int: Int] = [:]
      var truth: [Int: Int] = [:]
      var log: [String] = []
      for command in commands {
        log.append("put(\(command[0]), \(command[1]))")
        slots[command[0] % 100] = command[1]
        truth[command[0]] = command[1]
        if truth.contains(where: { slots[$0.key % 100] != $0.value }) { return (log, false) }
      }
      return (log, true)
    })
}
