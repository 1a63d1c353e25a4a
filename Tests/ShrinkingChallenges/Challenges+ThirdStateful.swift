import PropertyTesting

extension Challenges {
  private enum LedgerCommand: Sendable, CustomStringConvertible {
    case open(Int)
    case deposit(Int, amount: Int)
    case transfer(from: Int, to: Int)

    var description: String {
      switch self {
      case .open(let account): "open \(account)"
      case .deposit(let account, let amount): "deposit \(amount) \(account)"
      case .transfer(let from, let to): "transfer \(from) \(to)"
      }
    }
  }

  private static let accounts = Pool("accounts")

  private static let ledger = CommandModel<[Int], LedgerCommand>(
    initial: { [] },
    rules: [
      CommandRule("open") { source, _ in .open(source.register(in: accounts)) },
      CommandRule("deposit", when: { !$0.isEmpty }) { source, balances in
        .deposit(
          try source.reference(to: accounts, live: Array(balances.indices)),
          amount: try source.integer(in: 1...100))
      },
      CommandRule("transfer", when: { $0.count > 1 }) { source, balances in
        .transfer(
          from: try source.reference(to: accounts, live: Array(balances.indices)),
          to: try source.reference(to: accounts, live: Array(balances.indices)))
      },
    ],
    apply: { command, balances in
      switch command {
      case .open: balances.append(0)
      case .deposit(let account, let amount): balances[account] += amount
      case .transfer(let from, let to):
        let moved = balances[from]
        balances[from] = 0
        balances[to] += moved
      }
    })

  /// A transfer of much money to an account that was opened earlier.
  static let lostTransfer = Challenge(
    "lost_transfer", normalForm: "open 0; open 1; deposit 21 1; deposit 100 1; transfer 1 0",
    ledger.programs(count: 0...50), show: { $0.map(\.description).joined(separator: "; ") }
  ) { program in
    var holds = true
    ledger.run(program) { command, before, _ in
      if case .transfer(let from, let to) = command, to < from, before[from] > 120 {
        holds = false
      }
    }
    return holds
  }

  /// A log whose size is limited only until it is rotated for the first time.
  static let rotatedLog = Challenge(
    "rotated_log", normalForm: "[0, 37, 64]",
    Generator { source in
      // 0 rotates; any other number writes as much.
      try source.array(count: 0...40) { source in
        try source.branch(2) == 0 ? try source.integer(in: 1...64) : 0
      }
    }
  ) { program in
    var (size, isRotated) = (0, false)
    for step in program {
      if step == 0 { (size, isRotated) = (0, true) } else { size += step }
      if size > 100 {
        if isRotated { return false }
        size = 0
      }
    }
    return true
  }
}
