import Glibc
import Migrations
import Resolution
import SQLParsing
import SQLSyntax

extension Benchmark {
  /// What planning costs from a hundred to a hundred thousand migrations.
  static let planning = Benchmark(
    name: "planning", summary: "time and memory to plan 100 to 100,000 migrations, and their growth"
  ) { options, report in
    let largest = options.compactMap { Int($0) }.first ?? 100_000
    report.row("shape", "migrations", "seconds", "growth", "MB", "growth")
    for shape in PlanningShape.allCases {
      var before: (seconds: Double, megabytes: Double)?
      for count in [100, 1_000, 10_000, 100_000] where count <= largest {
        let measured = measure(shape, count)
        let growth = before.map {
          (measured.seconds / $0.seconds, measured.megabytes / max($0.megabytes, 0.1))
        }
        report.row(
          shape.rawValue, "\(count)", short(measured.seconds), growth.map { short($0.0) } ?? "",
          short(measured.megabytes), growth.map { short($0.1) } ?? "")
        report.figure(
          "planning.\(shape.rawValue).\(count)", measured.seconds, "s", ratio: growth?.0,
          against: "a tenth of the migrations")
        report.figure(
          "planning.\(shape.rawValue).\(count).memory", measured.megabytes, "MB",
          ratio: growth?.1, against: "a tenth of the migrations")
        before = measured
      }
    }
  }

  /// The best of three in time, and what the plan itself keeps in memory.
  private static func measure(
    _ shape: PlanningShape, _ count: Int
  ) -> (seconds: Double, megabytes: Double) {
    let set = shape.set(of: count)
    let start = allocatedMegabytes()
    var grown = 0.0
    let time = seconds(count > 10_000 ? 1 : 3) {
      let resolution = DependencyResolver().resolve(set)
      precondition(resolution.plan != nil, "Every shape has an order")
      grown = max(grown, allocatedMegabytes() - start)
    }
    return (time, grown)
  }

  /// What the process has asked of the allocator and not given back.
  private static func allocatedMegabytes() -> Double {
    let info = mallinfo2()
    return Double(info.uordblks + info.hblkhd) / 1e6
  }
}

/// The shapes of sets that are planned.
enum PlanningShape: String, CaseIterable {
  /// Each migration refers to the one before.
  case chain
  /// Each pair of neighbours stands the wrong way round.
  case swapped
  /// Everything refers to one table.
  case star

  func set(of count: Int) -> MigrationSet {
    let migrations = (0..<count).map { number -> Migration in
      let name = "\(number)_m.sql"
      let source = SourceText(name: name, text: text(number, of: count))
      return Migration(
        id: Migration.ID(name), version: MigrationVersion("\(number)"),
        script: SQLParser.parse(source, dialect: .postgresql))
    }
    return MigrationSet(migrations, dialect: .postgresql)
  }

  private func text(_ number: Int, of count: Int) -> String {
    let target =
      switch self {
      case .chain: number - 1
      case .swapped: number % 2 == 0 && number + 1 < count ? number + 1 : -1
      case .star: number == 0 ? -1 : 0
      }
    let reference = target < 0 ? "" : ", other_id integer REFERENCES t\(target) (id)"
    return """
      CREATE TABLE t\(number) (id integer PRIMARY KEY, name text NOT NULL\(reference));
      CREATE INDEX t\(number)_name ON t\(number) (name);
      """
  }
}
