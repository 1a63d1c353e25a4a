import SQLParsing
import SQLSyntax
import TestSupport

/// Feeds damaged text to the parsers and checks what they make of it.
///
/// `Fuzz [--count N] [--seed N] [--dialect sqlite|postgresql|both]`: that many texts to each
/// dialect. A trap ends the program; a broken promise is printed with its text, and the program
/// ends with code 1.
@main struct Fuzz {
  private var count = 1_000_000
  private var seed: UInt64 = 1
  private var dialects = Dialect.allCases

  static func main() {
    var fuzz = Fuzz()
    guard fuzz.read(CommandLine.arguments.dropFirst()) else {
      print("usage: Fuzz [--count N] [--seed N] [--dialect sqlite|postgresql|both]")
      exitProcess(2)
    }
    let broken = fuzz.dialects.map { fuzz.run($0) }.reduce(0, +)
    exitProcess(broken == 0 ? 0 : 1)
  }

  private mutating func read(_ arguments: ArraySlice<String>) -> Bool {
    var rest = arguments
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return false }
      switch option {
      case "--count": count = Int(value) ?? -1
      case "--seed": seed = UInt64(value) ?? 0
      case "--dialect": dialects = Dialect(rawValue: value).map { [$0] } ?? Dialect.allCases
      default: return false
      }
    }
    return count >= 0
  }

  /// Runs one dialect and answers how many promises were broken.
  private func run(_ dialect: Dialect) -> Int {
    let seeds = dialect == .sqlite ? SQLiteSeeds.all : PostgreSQLSeeds.all
    var mutator = ByteMutator(seeds: seeds + scripts(of: seeds), seed: seed)
    var tally = FuzzTally()
    for number in 0..<count {
      let bytes = mutator.next()
      tally.check(
        SourceText(name: "fuzz.sql", text: String(decoding: bytes, as: UTF8.self)), dialect)
      if (number + 1) % 250_000 == 0 { print(dialect.displayName, number + 1, "texts") }
    }
    print(tally.summary(of: dialect))
    return tally.broken
  }

  /// Several seeds in one text, so that damage to one meets the next.
  private func scripts(of seeds: [String]) -> [String] {
    stride(from: 0, to: seeds.count, by: 4).map { start in
      seeds[start..<min(seeds.count, start + 4)].joined(separator: ";\n") + ";"
    }
  }
}
