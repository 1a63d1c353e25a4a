import DatabaseModel
import Engines
import SQLParsing
import SQLSyntax
import SQLiteDriver
import TestSupport
import Testing

@Suite struct `The model beside SQLite` {
  @Test func `foretells every generated statement or says that it does not know`() throws {
    var tally = Tally()
    for seed in 0..<1000 {
      try run(seed: UInt64(seed), into: &tally)
    }
    print(tally.description)
    #expect(tally.differences.isEmpty, "\(tally.differences.prefix(20).joined(separator: "\n"))")
    #expect(tally.statements >= 20_000)
    #expect(tally.unmodelled * 10 < tally.statements)
  }

  private func run(seed: UInt64, into tally: inout Tally) throws {
    var statements = StatementGenerator(seed: seed)
    let comparison = try Comparison()
    for _ in 0..<25 {
      let text = statements.next()
      tally.statements += 1
      let verdict = try comparison.step(text)
      tally.count(verdict, text, seed: seed, history: comparison.history)
      switch verdict {
      case .difference, .lost: return
      default: break
      }
    }
  }
}

/// What became of one statement on both.
enum Verdict {
  case sameRefusal
  case bothApplied
  /// The same words under SQLITE_SCHEMA: the engine's mood after VACUUM of a database it has not
  /// read, which a repeated statement ends.
  case schemaCode
  /// The engine refused for the rows, which the model had said may be.
  case rowsDecided
  case refusedByParser
  case unmodelled(String)
  /// After an unmodelled statement that the engine ran: nothing can be compared any more.
  case lost(String)
  case difference(String)
}

struct Tally: CustomStringConvertible {
  var statements = 0
  var refusals = 0
  var applied = 0
  var byRows = 0
  var schemaCodes = 0
  var byParser = 0
  var unmodelled = 0
  var reasons: [String: Int] = [:]
  var messages: [String: Int] = [:]
  var differences: [String] = []

  mutating func count(_ verdict: Verdict, _ text: String, seed: UInt64, history: [String]) {
    switch verdict {
    case .sameRefusal: refusals += 1
    case .schemaCode: schemaCodes += 1
    case .bothApplied: applied += 1
    case .rowsDecided: byRows += 1
    case .refusedByParser: byParser += 1
    case .unmodelled(let reason), .lost(let reason):
      unmodelled += 1
      reasons[reason, default: 0] += 1
    case .difference(let what):
      differences.append(
        "seed \(seed): \(text)\n   \(what)\n   after: \(history.joined(separator: "; "))")
    }
  }

  var description: String {
    let most = reasons.sorted { $0.value > $1.value }.prefix(12).map { "\($0.value) \($0.key)" }
    return "statements \(statements): applied \(applied), same refusal \(refusals), "
      + "rows decided \(byRows), other code \(schemaCodes), parser \(byParser), unmodelled \(unmodelled), "
      + "differences \(differences.count)\n" + most.joined(separator: "\n")
  }
}
