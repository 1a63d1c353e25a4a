import Foundation
import Migrations
import Resolution
import SQLParsing
import SQLSyntax

extension Benchmark {
  /// What planning costs from a hundred to a hundred thousand migrations.
  static let planning = Benchmark(
    name: "planning", summary: "time and memory to plan 100 to 100,000 migrations, and their growth"
  ) { options, report in
    if options.count == 3, options[0] == "one" {
      PlanningRun(shape: options[1], count: Int(options[2]) ?? 0)?.printFigures()
      return
    }
    let largest = options.compactMap { Int($0) }.first ?? 100_000
    report.row("shape", "migrations", "seconds", "growth", "MB", "growth")
    for shape in PlanningShape.allCases {
      var before: PlanningFigures?
      for count in [100, 1_000, 10_000, 100_000] where count <= largest {
        guard let measured = try PlanningFigures.measure(shape, count) else { continue }
        report.add(measured, of: shape, count: count, after: before)
        before = measured
      }
    }
  }
}

/// What planning one set took.
private struct PlanningFigures {
  var seconds: Double
  var megabytes: Double

  /// Measured in a process of its own, so that no run finds memory that another one left.
  static func measure(_ shape: PlanningShape, _ count: Int) throws -> PlanningFigures? {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["planning", "one", shape.rawValue, "\(count)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let seconds = Double(words[0]), let megabytes = Double(words[1]) else {
      return nil
    }
    return PlanningFigures(seconds: seconds, megabytes: megabytes)
  }
}

extension Report {
  fileprivate mutating func add(
    _ figures: PlanningFigures, of shape: PlanningShape, count: Int, after before: PlanningFigures?
  ) {
    let time = before.map { figures.seconds / $0.seconds }
    let memory = before.map { figures.megabytes / max($0.megabytes, 0.1) }
    row(
      shape.rawValue, "\(count)", "\(figures.seconds)", time.map(short) ?? "",
      short(figures.megabytes), memory.map(short) ?? "")
    let name = "planning.\(shape.rawValue).\(count)"
    figure(name, figures.seconds, "s", ratio: time, against: "a tenth of the migrations")
    figure(
      name + ".memory", figures.megabytes, "MB", ratio: memory,
      against: "a tenth of the migrations")
  }
}

/// One set, planned in this process.
private struct PlanningRun {
  let set: MigrationSet

  init?(shape: String, count: Int) {
    guard let shape = PlanningShape(rawValue: shape) else { return nil }
    set = shape.set(of: count)
  }

  /// Seconds, the best of a few, and the megabytes by which the first run made the process grow.
  func printFigures() {
    let start = Self.peakMegabytes()
    var best = run()
    let grown = Self.peakMegabytes() - start
    // Small sets are over too soon to be measured once.
    for _ in 0..<(best < 1 ? 4 : 0) { best = min(best, run()) }
    print(best, max(0, grown))
  }

  private func run() -> Double {
    seconds(1) {
      let resolution = DependencyResolver().resolve(set)
      precondition(resolution.plan != nil, "Every shape has an order")
    }
  }

  /// The most memory the process has had.
  private static func peakMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return (kilobytes.flatMap { Double($0) } ?? 0) / 1_000
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
